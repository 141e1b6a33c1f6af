//! Settlements of hard random cases, without their frontiers.

use std::time::Duration;

use winset_gen::hard::{HardSize, hard};
use winset_model::document::Syntax;
use winset_model::positions::Positions;
use winset_solve::{Budget, SettlementFound, SettlementTerms, settlements};

use crate::measure::{ms, peak_kb, timed, until};

/// Prints for each seed how long it took to find what all four rules pick, with every proof checked, and
/// which of them were not decided; at the end the most memory that all of it took.
pub(crate) fn run(size: HardSize, cases: u64, limit: Duration) -> Result<(), String> {
    let mut times = Vec::new();
    let mut undecided = 0;
    for seed in 1..=cases {
        let text = hard(size, seed).to_string();
        let read = winset_model::read_case(text.as_bytes(), Syntax::Json);
        let case = read.map_err(|_| format!("seed {seed}: not a case"))?.case;
        let terms = SettlementTerms {
            comparable: true,
            ..SettlementTerms::of(&case)
        };
        let stop = until(limit);
        let budget = Budget {
            nodes_max: None,
            threads: 1,
            stop: &stop,
            ..Budget::unlimited()
        };
        let declared = Positions::declared(&case);
        let (found, time) = timed(|| settlements(&case, &declared, &terms, &[], &budget));
        let ends = [
            ("Nash", is_decided(&found.nash)),
            ("Kalai-Smorodinsky", is_decided(&found.kalai_smorodinsky)),
            ("egalitarian", is_decided(&found.egalitarian)),
            ("utilitarian", is_decided(&found.utilitarian)),
        ];
        let open: Vec<&str> = ends.iter().filter(|end| !end.1).map(|end| end.0).collect();
        undecided += u64::from(!open.is_empty());
        let remark = if open.is_empty() {
            String::new()
        } else {
            format!("  undecided: {}", open.join(", "))
        };
        println!("seed {seed:>3}  {:>12}{remark}", ms(time));
        times.push(time);
    }
    times.sort();
    if let (Some(middle), Some(worst)) = (times.get(times.len() / 2), times.last()) {
        let (middle, worst) = (ms(*middle), ms(*worst));
        println!("median {middle}, worst {worst}, {undecided} of {cases} undecided");
    }
    if let Some(kb) = peak_kb() {
        println!("memory {} MB", kb / 1024);
    }
    Ok(())
}

fn is_decided<C>(found: &SettlementFound<C>) -> bool {
    !matches!(found, SettlementFound::Stopped { .. })
}
