//! Complete frontiers of hard random cases.

use std::time::Duration;

use winset_gen::hard::{Size, hard};
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, ENGINES, Frontier, frontier_by};

use crate::measure::{ms, peak_kb, timed, until};

/// Prints for each seed how many points the frontier has, how long it took with its certificate
/// checked, and by which way; at the end the most memory that all of it took.
pub(crate) fn run(size: Size, cases: u64, limit: Duration) -> Result<(), String> {
    let mut times = Vec::new();
    for seed in 1..=cases {
        let text = hard(size, seed).to_string();
        let read = winset_model::read_case(text.as_bytes(), Syntax::Json);
        let case = read.map_err(|_| format!("seed {seed}: not a case"))?.case;
        let parties: Vec<PartyId> = (0..case.parties.len()).map(PartyId::at).collect();
        let positions = Positions::declared(&case);
        let stop = until(limit);
        let budget = Budget {
            nodes_max: None,
            threads: 1,
            stop: &stop,
        };
        let ask = || frontier_by(&case, &positions, &parties, &ENGINES, &budget);
        let (found, time) = timed(ask);
        let what = match &found {
            Frontier::Complete { claim, engine, .. } => {
                format!("{} points, by {engine:?}", claim.points().len())
            }
            Frontier::Stopped { reason, points, .. } => {
                format!(
                    "stopped: {}, {} points known",
                    reason.as_str(),
                    points.len()
                )
            }
            Frontier::Nobody => "nobody has preferences".to_owned(),
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
