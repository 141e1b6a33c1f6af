//! A case and its journal as an audience sees them.

use winset_model::audience::{Audience, for_audience};
use winset_model::case::Case;
use winset_model::case_from_document;
use winset_model::diagnostic::Diagnostic;
use winset_model::document::Node;

use crate::act::JournalEntry;
use crate::offers::{SetAside, apply, visible};

/// What an audience sees of a case and of its journal.
#[derive(Debug, Clone)]
pub struct SeenCase {
    /// The case, with the offers of the journal among its own. Its hash is that of the part of the
    /// file that the audience sees.
    pub case: Case,
    /// The acts of the journal, numbered as the audience counts them.
    pub entries: Vec<JournalEntry>,
    /// Acts among them that do not fit the case, and do not count.
    pub aside: Vec<SetAside>,
}

/// The case of a document and its journal as an audience sees them. What it may not see is taken
/// out first, and all the rest is made of what is left: nothing in it depends on what was taken out.
///
/// # Errors
/// What is wrong with the document, when it is no case. The findings have no places.
///
/// Linear in the size of both.
pub fn as_seen_by(
    document: &Node,
    entries: &[JournalEntry],
    audience: &Audience,
) -> Result<SeenCase, Vec<Diagnostic>> {
    let mut case = case_from_document(&for_audience(document, audience))?.case;
    let entries = visible(entries, audience);
    let aside = apply(&mut case, &entries);
    Ok(SeenCase {
        case,
        entries,
        aside,
    })
}
