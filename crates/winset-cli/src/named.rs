//! What flags name in a case.

use winset::model::case::Case;
use winset::model::diagnostic::nearest;
use winset::model::options::PartyId;

use crate::failure::Failure;

/// The flag that says who bargains.
const PARTIES: &str = "--parties";

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

/// The parties that `--parties` names, each once and in the case's order; without a name, all with
/// preferences.
pub(crate) fn bargaining(case: &Case, names: &[String]) -> Result<Vec<PartyId>, Failure> {
    let scored = |party: &PartyId| case.parties[party.index()].sheet.open().scores.is_some();
    let all = (0..case.parties.len()).map(PartyId::at).filter(scored);
    let all: Vec<PartyId> = all.collect();
    let mut parties: Vec<PartyId> = Vec::new();
    for name in names {
        let party = party(case, PARTIES, name)?;
        if !scored(&party) {
            let ids = all.iter().map(|p| case.parties[p.index()].id.as_str());
            let ids = ids.collect::<Vec<&str>>().join(", ");
            return Err(Failure::WithoutPreferences {
                flag: PARTIES,
                found: name.clone(),
                expected: match ids.as_str() {
                    "" => "a case with preferences; in this one no party states any".to_owned(),
                    ids => format!("a party that does: {ids}"),
                },
            });
        }
        parties.push(party);
    }
    parties.sort_unstable();
    parties.dedup();
    Ok(if names.is_empty() { all } else { parties })
}
