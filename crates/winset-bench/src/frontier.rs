//! Frontiers of random cases, complete or bounded.

use std::num::NonZeroUsize;
use std::time::Duration;

use serde_json::Value;
use winset_model::document::Syntax;
use winset_model::number::Exact;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, FrontierFound, FrontierPart, Selection, frontier, frontier_at_most};

use crate::measure::{ms, peak_kb, timed, until};

/// Prints for each seed how many points the frontier has, or how many stand for it and how much they
/// miss at most; how long it took with its certificate checked, and by which way; at the end the most
/// memory that all of it took. With `at_most` 0 frontiers must be complete.
pub(crate) fn run(
    made: impl Fn(u64) -> Value,
    cases: u64,
    at_most: usize,
    limit: Duration,
) -> Result<(), String> {
    let mut times = Vec::new();
    for seed in 1..=cases {
        let text = made(seed).to_string();
        let read = winset_model::read_case(text.as_bytes(), Syntax::Json);
        let case = read.map_err(|_| format!("seed {seed}: not a case"))?.case;
        let parties: Vec<PartyId> = (0..case.parties.len()).map(PartyId::at).collect();
        let positions = Positions::declared(&case);
        let stop = until(limit);
        let budget = Budget {
            nodes_max: None,
            threads: 1,
            stop: &stop,
            ..Budget::unlimited()
        };
        let ask = || match NonZeroUsize::new(at_most) {
            None => Selection::Whole(frontier(&case, &positions, &parties, &budget)),
            some => frontier_at_most(&case, &positions, &parties, some, &budget),
        };
        let (found, time) = timed(ask);
        let what = match &found {
            Selection::Part(part) => told(part),
            Selection::Whole(whole) => whole_told(whole),
        };
        println!("seed {seed:>3}  {:>12}  {what}", ms(time));
        times.push(time);
    }
    times.sort();
    if let (Some(middle), Some(worst)) = (times.get(times.len() / 2), times.last()) {
        println!("median {}, worst {}", ms(*middle), ms(*worst));
    }
    if let Some(kb) = peak_kb() {
        println!("memory {} MB", kb / 1024);
    }
    Ok(())
}

fn whole_told(found: &FrontierFound) -> String {
    match found {
        FrontierFound::Complete { claim, engine, .. } => {
            format!("{} points, by {engine:?}", claim.points().len())
        }
        FrontierFound::Stopped { reason, points, .. } => {
            format!(
                "stopped: {}, {} points known",
                reason.as_str(),
                points.len()
            )
        }
        FrontierFound::Nobody => "nobody has preferences".to_owned(),
    }
}

/// How many points, how many of them proven, and what is missing at most in parts of 10,000.
fn told(part: &FrontierPart) -> String {
    let points = part.claim.points();
    let proven = points.iter().filter(|point| point.efficient()).count();
    let parts = Exact::from_integer(10_000);
    let share = part.claim.share().map_or_else(
        || "unknown".to_owned(),
        |share| (share * parts).ceil().to_integer().to_string(),
    );
    let of = match (part.claim.of(), part.engine) {
        (Some(of), Some(engine)) => format!("{of}, by {engine:?}"),
        _ => "more than can be listed".to_owned(),
    };
    let stopped = part.stopped.map_or("", |reason| reason.as_str());
    format!(
        "{} points of {of}; {proven} proven; at most {share}/10000 missing {stopped}",
        points.len()
    )
}
