//! The parties as pictures show them.

use winset_model::case::Case;
use winset_model::register::{PartyFacts, PartyMarker};
use winset_picture::PicturedParty;

/// The parties of a case, in its order, with the colours and markers that it states.
pub(super) fn parties(case: &Case) -> Vec<PicturedParty> {
    let facts = case.register.parties.iter();
    let party = |(party, facts): (&winset_model::case::Party, _)| {
        let facts: &PartyFacts = facts;
        let colour = facts.colour.as_ref();
        PicturedParty {
            short: party.short.clone(),
            name: party.name.clone(),
            colour: colour.map(|colour| colour.as_str().to_owned()),
            marker: facts.marker.map(marker),
        }
    };
    case.parties.iter().zip(facts).map(party).collect()
}

fn marker(marker: PartyMarker) -> winset_picture::MarkerShape {
    match marker {
        PartyMarker::Square => winset_picture::MarkerShape::Square,
        PartyMarker::Circle => winset_picture::MarkerShape::Circle,
        PartyMarker::Triangle => winset_picture::MarkerShape::Triangle,
        PartyMarker::Diamond => winset_picture::MarkerShape::Diamond,
        PartyMarker::Cross => winset_picture::MarkerShape::Cross,
        PartyMarker::Star => winset_picture::MarkerShape::Star,
    }
}
