//! A case as the audience of `--as` sees it.

use winset::export::ExportSource;
use winset::journal::SeenCase;
use winset::model::audience::Audience;
use winset::model::case::Case;
use winset::model::diagnostic::nearest;
use winset::{LoadError, Loaded};

use crate::args::ReaderArgs;
use crate::failure::Failure;
use crate::page::{FAINT, Page};

/// The flag that names who reads.
const AS: &str = "--as";

/// The audience of this name.
fn audience(case: &Case, name: &str) -> Result<Audience, Failure> {
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

/// The case as the arguments say who reads it.
pub(crate) fn read_by(loaded: Loaded, reader: &ReaderArgs) -> Result<Loaded, Failure> {
    let audience = match &reader.audience {
        Some(name) => audience(&loaded.reading.case, name)?,
        None => Audience::Holder,
    };
    let loaded = loaded.read_by(&audience)?;
    if reader.without_assumptions {
        return Ok(loaded.without_assumptions()?);
    }
    Ok(loaded)
}

/// A case and its journal as its reader sees them: what it may not see is taken out before anything is
/// computed.
pub(crate) fn seen(loaded: &Loaded, reader: &ReaderArgs) -> Result<SeenCase, Failure> {
    let seen = loaded.seen(&loaded.audience)?;
    if !reader.without_assumptions {
        return Ok(seen);
    }
    seen.without_assumptions().map_err(|found| {
        let text = loaded.text.clone();
        LoadError::Refused { text, found }.into()
    })
}

/// Where an export of a case comes from, as its reader sees it.
pub(crate) fn export_source(loaded: &Loaded, seen: &SeenCase) -> ExportSource {
    let journal = loaded.journal.as_ref().map(|journal| &journal.kept.chain);
    let journal = journal.map(|chain| (chain.entries.len(), chain.head.as_str()));
    ExportSource::new(seen, &loaded.audience, journal)
}

/// What stands at the end of a page: for whom it is.
pub(crate) fn confidential(page: &mut Page, case: &Case, audience: &Audience) {
    page.blank();
    page.styled(FAINT, &for_whom(case, audience));
}

/// For whom a page about a case is.
pub(crate) fn for_whom(case: &Case, audience: &Audience) -> String {
    match audience {
        Audience::Party(id) if !case.assumptions.is_empty() => {
            format!("Confidential: for {id} only, which supposes some of it.")
        }
        Audience::Holder | Audience::Mediator => "Confidential: contains sealed values.".to_owned(),
        Audience::Party(id) => format!("Confidential: for {id} and the mediator only."),
        Audience::Public => "Made of public data alone.".to_owned(),
    }
}
