//! The parties as pictures show them.

use winset_model::case::Case;
use winset_model::register::{PartyFacts, PartyMarker};
use winset_picture::Party;

/// The parties of a case, in its order, with the colours and markers that it states.
pub(super) fn parties(case: &Case) -> Vec<Party> {
    let facts = case.register.parties.iter();
    let party = |(party, facts): (&winset_model::case::Party, _)| {
        let facts: &PartyFacts = facts;
        let colour = facts.colour.as_ref();
        Party {
            short: party.short.clone(),
            name: party.name.clone(),
            colour: colour.map(|colour| colour.as_str().to_owned()),
            marker: facts.marker.map(marker),
        }
    };
    case.parties.iter().zip(facts).map(party).collect()
}

fn marker(marker: PartyMarker) -> winset_picture::Marker {
    match marker {
        PartyMarker::Square => winset_picture::Marker::Square,
        PartyMarker::Circle => winset_picture::Marker::Circle,
        PartyMarker::Triangle => winset_picture::Marker::Triangle,
        PartyMarker::Diamond => winset_picture::Marker::Diamond,
        PartyMarker::Cross => winset_picture::Marker::Cross,
        PartyMarker::Star => winset_picture::Marker::Star,
    }
}
