//! Who reads.

use winset_model::audience::Audience;
use winset_model::case::Case;
use winset_model::options::PartyId;

use crate::messages::Language;

/// What an audience is called: the name of a party, and its identifier where the case does not hold it.
pub fn audience_named(case: &Case, audience: &Audience, words: &Language) -> String {
    match audience {
        Audience::Holder | Audience::Mediator => words.get("audience-mediator").into_owned(),
        Audience::Public => words.get("audience-public").into_owned(),
        Audience::Party(id) => {
            let party = case.party_named(id).map(PartyId::index);
            party.map_or_else(|| id.clone(), |p| case.parties[p].name.clone())
        }
    }
}
