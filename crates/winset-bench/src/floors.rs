//! One floor for all parties, and the highest that they can have at once.

use std::time::Duration;

use winset_check::{Acceptable, NoOverlap};
use winset_gen::hard::{HardSize, hard};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, Undecided, overlap};

use crate::measure::{ms, timed, until};

/// What is known of the highest floor that all parties can have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Highest {
    /// Some package reaches it.
    pub(crate) best: i64,
    /// No package does; `best + 1` unless the limit came first.
    pub(crate) above: i64,
}

/// Decides a case whose parties all have the same floor, on one thread and within a limit.
pub(crate) fn ask(
    case: &Case,
    floor: i64,
    limit: Duration,
) -> Answer<Acceptable, NoOverlap, Undecided> {
    let parties = 0..case.parties.len();
    let floored = parties.fold(Positions::declared(case), |positions, party| {
        positions.with_floor(PartyId::at(party), Some(floor))
    });
    let stop = until(limit);
    let budget = Budget {
        nodes_max: None,
        threads: 1,
        stop: &stop,
        ..Budget::unlimited()
    };
    overlap(case, &floored, &budget)
}

/// Finds the highest floor by halving what lies between 0 and `most`, which no package may exceed
/// for all parties; each question has the limit. `None` when the rules alone leave nothing, or
/// nothing is known.
pub(crate) fn highest(case: &Case, most: i64, limit: Duration) -> Option<Highest> {
    let Answer::Found(_) = ask(case, 0, limit) else {
        return None;
    };
    let (mut best, mut above) = (0, most + 1);
    while above - best > 1 {
        let middle = i64::midpoint(best, above);
        match ask(case, middle, limit) {
            Answer::Found(found) => {
                let least = found.scores().iter().flatten().copied().min();
                best = least.unwrap_or(middle);
            }
            Answer::Impossible(_) => above = middle,
            Answer::Stopped { .. } => break,
        }
    }
    Some(Highest { best, above })
}

/// Prints what is known of the highest common floor of a hard case.
pub(crate) fn run(size: HardSize, seed: u64, limit: Duration) -> Result<(), String> {
    let file = hard(size, seed).to_string();
    let reading = winset_model::read_case(file.as_bytes(), Syntax::Json)
        .map_err(|_| format!("seed {seed}: not a valid case"))?;
    let (found, time) = timed(|| highest(&reading.case, i64::from(size.grid), limit));
    match found {
        None => println!("seed {seed}: nothing known"),
        Some(known) => println!(
            "seed {seed}: {} found, {} refuted, {}",
            known.best,
            known.above,
            ms(time)
        ),
    }
    Ok(())
}
