//! A case as the audience of `--as` sees it.

use winset::journal::{SeenCase, as_seen_by};
use winset::model::audience::Audience;
use winset::model::case::Case;
use winset::model::diagnostic::nearest;
use winset::{LoadError, Loaded};

use crate::failure::Failure;
use crate::page::{FAINT, Page};

/// The flag that names who reads.
const AS: &str = "--as";

/// The audience of this name.
pub(crate) fn audience(case: &Case, name: &str) -> Result<Audience, Failure> {
    if let Some(audience) = Audience::named(case, name) {
        return Ok(audience);
    }
    let parties = case.parties.iter();
    let parties = parties.map(|p| Audience::Party(p.id.clone()).name());
    let all = [Audience::Mediator.name(), Audience::Public.name()];
    let known: Vec<String> = all.into_iter().chain(parties).collect();
    Err(Failure::UnknownName {
        flag: AS,
        found: name.to_owned(),
        expected: format!("one who reads: {}", known.join(", ")),
        nearest: nearest(name, known.iter().map(String::as_str)),
    })
}

/// A case and its journal as an audience sees them: what it may not see is taken out before
/// anything is computed.
pub(crate) fn seen(loaded: &Loaded, audience: &Audience) -> Result<SeenCase, Failure> {
    let journal = loaded.journal.as_ref();
    let entries = journal.map_or(&[][..], |journal| &journal.kept.chain.entries);
    as_seen_by(&loaded.document, entries, audience).map_err(|found| {
        let text = loaded.text.clone();
        LoadError::Refused { text, found }.into()
    })
}

/// What stands at the end of a page: for whom it is.
pub(crate) fn confidential(page: &mut Page, audience: &Audience) {
    page.blank();
    let words = match audience {
        Audience::Mediator => "Confidential: contains sealed values.".to_owned(),
        Audience::Party(id) => format!("Confidential: for {id} and the mediator only."),
        Audience::Public => "Made of public data alone.".to_owned(),
    };
    page.styled(FAINT, &words);
}
