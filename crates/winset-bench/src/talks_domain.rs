//! Domains of sessions: drawn, or read from a file.

use std::sync::Arc;

use serde_json::{Value, json};
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::read_case;
use winset_play::own::OwnSide;
use winset_play::random::Draws;
use winset_play::space::OutcomeSpace;

use crate::talks::TalksSize;

/// The packages of a domain, and both sides.
#[derive(Debug)]
pub(crate) struct TalksDomain {
    case: Case,
    pub(crate) space: Arc<OutcomeSpace>,
    pub(crate) sides: Vec<OwnSide>,
}

impl TalksDomain {
    /// Both sides, with their packages ranked anew.
    pub(crate) fn ranked(&self) -> Result<Vec<OwnSide>, String> {
        ranked(&self.case, &self.space)
    }
}

fn ranked(case: &Case, space: &Arc<OutcomeSpace>) -> Result<Vec<OwnSide>, String> {
    let sides = (0..2).map(|party| OwnSide::new(case, space, PartyId::at(party)));
    let sides: Result<Vec<_>, _> = sides.collect();
    sides.map_err(|e| format!("failed to {e}"))
}

/// The domain of a file, or a drawn one.
pub(crate) fn domain(size: TalksSize<'_>) -> Result<TalksDomain, String> {
    let bytes = match size.case {
        Some(path) => std::fs::read(path).map_err(|e| format!("failed to read {path}: {e}"))?,
        None => drawn(size),
    };
    let reading = read_case(&bytes, Syntax::Json);
    let case = reading.map_err(|wrong| format!("{wrong:?}"))?.case;
    if case.parties.len() != 2 {
        return Err("a domain has two parties".to_owned());
    }
    let space = Arc::new(OutcomeSpace::of(&case).map_err(|e| format!("failed to {e}"))?);
    let sides = ranked(&case, &space)?;
    Ok(TalksDomain { case, space, sides })
}

/// A random domain as a case file: scores are drawn, of thousandths of the best.
fn drawn(size: TalksSize<'_>) -> Vec<u8> {
    let mut draws = Draws::new(size.seed);
    let points = (0..size.points).map(|point| {
        let options = (0..size.options).map(|option| json!({"id": format!("o{option}"), "label": format!("o{option}")}));
        json!({"id": format!("p{point}"), "title": format!("P{point}"), "options": options.collect::<Vec<_>>()})
    });
    let points: Vec<Value> = points.collect();
    let mut preferences = || -> Value {
        let rows = (0..size.points).map(|point| {
            let weight = 1 + draws.below(9);
            let best = draws.below(size.options as u64);
            let scores = (0..size.options as u64).map(|option| {
                if option == best {
                    1_000
                } else {
                    draws.below(1_000)
                }
            });
            let scores: Vec<u64> = scores.collect();
            (
                format!("p{point}"),
                json!({"weight": weight, "scores": scores}),
            )
        });
        rows.collect()
    };
    let file = json!({
        "format": "winset-case/1", "id": "talks", "title": "Talks",
        "parties": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
        "points": points,
        "preferences": {"a": preferences(), "b": preferences()},
    });
    file.to_string().into_bytes()
}
