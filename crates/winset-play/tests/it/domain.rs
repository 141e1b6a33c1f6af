//! Domains of two parties for tests.

use std::sync::Arc;

use serde_json::{Value, json};
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::read_case;
use winset_play::own::OwnSide;
use winset_play::random::Draws;
use winset_play::space::OutcomeSpace;

/// What a party is: for each point its weight and the scores of options, and what it has without a deal.
pub(crate) struct Profile {
    pub(crate) points: Vec<(f64, Vec<f64>)>,
    pub(crate) no_deal: Option<f64>,
}

/// The space and the sides of two parties.
pub(crate) fn sides(profiles: &[Profile; 2]) -> (Arc<OutcomeSpace>, Vec<OwnSide>) {
    let sizes = profiles[0].points.iter().map(|(_, scores)| scores.len());
    let points = sizes.enumerate().map(|(at, size)| {
        let options = (0..size).map(|option| json!({"id": format!("o{option}"), "label": format!("o{option}")}));
        json!({"id": format!("p{at}"), "title": format!("P{at}"), "options": options.collect::<Vec<_>>()})
    });
    let parties = profiles.iter().zip(["a", "b"]).map(|(profile, id)| {
        let mut party = json!({"id": id, "name": id});
        if let Some(no_deal) = profile.no_deal {
            party["no_deal"] = json!(no_deal);
        }
        party
    });
    let preferences = profiles.iter().zip(["a", "b"]).map(|(profile, id)| {
        let points = profile.points.iter().enumerate();
        let points = points.map(|(at, (weight, scores))| {
            (
                format!("p{at}"),
                json!({"weight": weight, "scores": scores}),
            )
        });
        (id.to_owned(), points.collect::<Value>())
    });
    let file = json!({
        "format": "winset-case/1", "id": "domain", "title": "Domain",
        "parties": parties.collect::<Vec<_>>(),
        "points": points.collect::<Vec<_>>(),
        "preferences": preferences.collect::<Value>(),
    });
    let case = read_case(file.to_string().as_bytes(), Syntax::Json)
        .unwrap()
        .case;
    let space = Arc::new(OutcomeSpace::of(&case).unwrap());
    let sides = (0..2).map(|party| OwnSide::new(&case, &space, PartyId::at(party)).unwrap());
    let sides = sides.collect();
    (space, sides)
}

/// A party with scores that are drawn, of so many steps each, so many of which are worth 1.
pub(crate) fn drawn(sizes: &[usize], steps: u64, per: f64, draws: &mut Draws) -> Profile {
    let points = sizes.iter().map(|size| {
        let scores = (0..*size).map(|_| {
            let drawn = u32::try_from(draws.below(steps)).unwrap();
            f64::from(drawn) / per
        });
        (1.0, scores.collect())
    });
    Profile {
        points: points.collect(),
        no_deal: None,
    }
}
