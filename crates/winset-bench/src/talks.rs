//! How many sessions of two strategies there are in a second.

use std::sync::Arc;

use serde_json::{Value, json};
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::read_case;
use winset_play::own::OwnSide;
use winset_play::random::{Draws, seed_of};
use winset_play::run::{play, seated};
use winset_play::session::{Clock, Deadline, Timing};
use winset_play::space::OutcomeSpace;
use winset_play::strategy::named;

use crate::measure::{peak_kb, timed};

/// What is measured.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TalksSize<'a> {
    /// The strategies, the first of which opens.
    pub(crate) strategies: [&'a str; 2],
    pub(crate) points: usize,
    pub(crate) options: usize,
    pub(crate) rounds: u32,
    pub(crate) sessions: u64,
    /// Of the scores of the domain.
    pub(crate) seed: u64,
}

/// Plays sessions on one thread and prints how many there are in a second, how many ended in a deal and how
/// much was said in each. Scores are drawn, of thousandths of the best; no deal is worth nothing.
pub(crate) fn run(size: TalksSize<'_>) -> Result<(), String> {
    let (space, sides) = sides(size)?;
    let timing = Timing {
        deadline: Deadline::rounds(size.rounds),
        clock: Clock::Negmas,
    };
    let prepared = size.strategies.iter().zip(&sides).map(|(name, own)| {
        let spec = named(name).map_err(|refused| format!("failed to {refused}"))?;
        Ok(spec.prepare(own, timing))
    });
    let prepared: Vec<_> = prepared.collect::<Result<_, String>>()?;
    let (mut acts, mut deals) = (0_u64, 0_u64);
    let ((), time) = timed(|| {
        for session in 0..size.sessions {
            let seats = prepared.iter().zip(0..);
            let programs: Vec<_> = seats
                .map(|(prepared, seat)| prepared.begin(seed_of(session, &[seat])))
                .collect();
            let end = play(&space, timing, seated(&sides, programs), |_| acts += 1);
            deals += u64::from(end.agreed.is_ok());
        }
    });
    let [one, two] = size.strategies;
    let a_second = per(size.sessions, 1) / time.as_secs_f64();
    println!(
        "{one} - {two}, {} packages, {} rounds: {a_second:.0} sessions/s, {deals} deals of {}, {:.1} acts each, {} kB",
        space.count(),
        size.rounds,
        size.sessions,
        per(acts, size.sessions),
        peak_kb().unwrap_or(0),
    );
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a figure for a table")]
fn per(of: u64, each: u64) -> f64 {
    of as f64 / each.max(1) as f64
}

fn sides(size: TalksSize<'_>) -> Result<(Arc<OutcomeSpace>, Vec<OwnSide>), String> {
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
    let reading = read_case(file.to_string().as_bytes(), Syntax::Json);
    let case = reading.map_err(|wrong| format!("{wrong:?}"))?.case;
    let space = Arc::new(OutcomeSpace::of(&case).map_err(|e| format!("failed to {e}"))?);
    let sides = (0..2).map(|party| OwnSide::new(&case, &space, PartyId::at(party)));
    let sides: Result<Vec<_>, _> = sides.collect();
    Ok((space, sides.map_err(|e| format!("failed to {e}"))?))
}
