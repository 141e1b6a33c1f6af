//! What flags name in a case.

use winset::model::case::Case;
use winset::model::diagnostic::nearest;
use winset::model::options::PartyId;

use crate::exit::Failure;

/// The party that a flag names.
pub(crate) fn party(case: &Case, flag: &'static str, name: &str) -> Result<PartyId, Failure> {
    if let Some(party) = case.party_named(name) {
        return Ok(party);
    }
    let known: Vec<&str> = case.parties.iter().map(|p| p.id.as_str()).collect();
    Err(Failure::UnknownName {
        flag,
        found: name.to_owned(),
        expected: format!("a party of the case: {}", known.join(", ")),
        nearest: nearest(name, known.iter().copied()),
    })
}
