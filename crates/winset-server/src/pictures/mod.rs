//! Pictures of a view: from the case and what is found to the data of `winset-picture`.

mod conflict;
mod frontier;
mod pressure;
mod talks;
mod versions;

use winset_model::case::Case;
use winset_model::register::{PartyFacts, PartyMarker};
use winset_picture::Party;

pub(crate) use conflict::conflict;
pub(crate) use frontier::{Axes, Drawn, axes, efficient, frontier};
pub(crate) use pressure::pressure;
pub(crate) use talks::timeline;
pub(crate) use versions::brackets;

/// The parties as pictures show them.
fn parties(case: &Case) -> Vec<Party> {
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
