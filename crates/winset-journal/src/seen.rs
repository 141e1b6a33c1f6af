//! A case and its journal as an audience sees them.

use winset_model::amendment::entry_at;
use winset_model::audience::{Audience, for_audience, without_assumptions};
use winset_model::case::Case;
use winset_model::case_from_document;
use winset_model::diagnostic::Diagnostic;
use winset_model::document::Node;

use crate::act::{Deed, JournalEntry};
use crate::amended::{amended, named_by_now};
use crate::offers::{SetAside, apply, readers, standing, visible};

/// What an audience sees of a case and of its journal.
#[derive(Debug, Clone)]
pub struct SeenCase {
    /// The case, with the offers of the journal among its own. Its hash is that of the part of the
    /// file that the audience sees, as the amendments that it sees have made it.
    pub case: Case,
    /// The file that the case was read from.
    pub document: Node,
    /// The file before any amendment.
    pub base: Node,
    /// The acts of the journal that count, numbered as the audience counts them, under the names that
    /// parties, points and options have by now.
    pub entries: Vec<JournalEntry>,
    /// The acts that their authors took back.
    pub withdrawn: Vec<JournalEntry>,
    /// All acts as they were written, under the names of then.
    pub written: Vec<JournalEntry>,
    /// Acts that do not fit the case, and do not count, or not all of them.
    pub aside: Vec<SetAside>,
}

/// The case of a document and its journal as an audience sees them. What it may not see is taken
/// out first, and all the rest is made of what is left: nothing in it depends on what was taken out.
///
/// # Errors
/// What is wrong with the document, when it is no case. The findings have no places.
///
/// Linear in the size of both, and in the size of the file for each amendment.
pub fn as_seen_by(
    document: &Node,
    entries: &[JournalEntry],
    audience: &Audience,
) -> Result<SeenCase, Vec<Diagnostic>> {
    let first = first_name(document, entries, audience);
    let base = for_audience(document, &first);
    let written = visible(entries, audience);
    let (mut entries, withdrawn) = standing(written.clone());
    let is_amended = |entry: &JournalEntry| matches!(entry.act.deed, Deed::Amend { .. });
    let (document, known, mut aside) = if entries.iter().any(is_amended) {
        let mut now = amended(&base, &entries);
        now.aside.extend(named_by_now(&mut entries, &now.aside));
        // What an amendment says beyond what its readers may see stays unsaid.
        let document = for_audience(&now.document, audience);
        let is_whole = |_: &Case| {
            *audience == Audience::Holder
                || document == for_audience(&now.document, &Audience::Holder)
        };
        let known = now.case.filter(is_whole);
        (document, known, now.aside)
    } else {
        (base.clone(), None, Vec::new())
    };
    let mut case = match known {
        Some(case) => case,
        None => case_from_document(&document)?.case,
    };
    aside.extend(apply(&mut case, &entries));
    aside.sort_by_key(|aside| aside.line);
    Ok(SeenCase {
        case,
        document,
        base,
        entries,
        withdrawn,
        written,
        aside,
    })
}

impl SeenCase {
    /// The same without what parties suppose of others: the case says what it says itself.
    ///
    /// # Errors
    /// What is wrong with the document without them, when it is no case.
    pub fn without_assumptions(self) -> Result<Self, Vec<Diagnostic>> {
        let document = without_assumptions(&self.document);
        let mut case = case_from_document(&document)?.case;
        apply(&mut case, &self.entries);
        Ok(Self {
            case,
            document,
            base: without_assumptions(&self.base),
            ..self
        })
    }
}

/// Whether acts change the case beyond adding offers to it, so that it has to be read anew.
pub fn changes_more_than_offers(entries: &[JournalEntry]) -> bool {
    let changes =
        |entry: &JournalEntry| matches!(entry.act.deed, Deed::Amend { .. } | Deed::Withdraw { .. });
    entries.iter().any(changes)
}

/// The audience under the name that the file has for it.
fn first_name(document: &Node, entries: &[JournalEntry], audience: &Audience) -> Audience {
    match readers(entries, audience).into_iter().next() {
        // A file that was changed by hand may have the later name already.
        Some(first) if !has_party(document, audience) => first,
        _ => audience.clone(),
    }
}

fn has_party(document: &Node, audience: &Audience) -> bool {
    let Audience::Party(id) = audience else {
        return true;
    };
    entry_at(document, &["parties".to_owned(), id.clone()]).is_some()
}
