//! Pictures of a view: from the case and what is found to the data of `winset-picture`.

mod conflict;
mod frontier;
mod pressure;
mod talks;
mod versions;

use winset_model::case::Case;
use winset_model::file::case::Marker;
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
        let facts: &winset_model::file::register::PartyFacts = facts;
        Party {
            short: party.short.clone(),
            name: party.name.clone(),
            colour: facts.colour.as_ref().map(|colour| colour.text.clone()),
            marker: facts.marker.map(marker),
        }
    };
    case.parties.iter().zip(facts).map(party).collect()
}

fn marker(marker: Marker) -> winset_picture::Marker {
    match marker {
        Marker::Square => winset_picture::Marker::Square,
        Marker::Circle => winset_picture::Marker::Circle,
        Marker::Triangle => winset_picture::Marker::Triangle,
        Marker::Diamond => winset_picture::Marker::Diamond,
        Marker::Cross => winset_picture::Marker::Cross,
        Marker::Star => winset_picture::Marker::Star,
    }
}
