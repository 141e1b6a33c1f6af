//! One case from a file: how long reading and deciding it take, in-process.

use std::time::Duration;

use serde_json::json;
use winset_model::answer::Answer;
use winset_model::document::Syntax;
use winset_model::positions::Positions;
use winset_solve::{Budget, overlap};

use crate::measure::{median_of, timed, until};

/// Prints the verdict at the declared positions and medians in milliseconds, one JSON object. What
/// is timed as `decide_ms` has written a certificate and checked it where there is no overlap, and
/// checked the package where there is one.
pub(crate) fn run(file: &str, runs: usize, limit: Duration) -> Result<(), String> {
    if runs == 0 {
        return Err("`--runs`: at least one".to_owned());
    }
    let bytes = std::fs::read(file).map_err(|e| format!("{file}: {e}"))?;
    let read = || winset_model::read_case(&bytes, Syntax::Json);
    let case = read()
        .map_err(|_| format!("{file}: not a valid case in JSON"))?
        .case;
    let declared = Positions::declared(&case);
    let decide = || {
        let stop = until(limit);
        let budget = Budget {
            nodes_max: None,
            threads: 1,
            stop: &stop,
            ..Budget::unlimited()
        };
        overlap(&case, &declared, &budget)
    };
    let (answer, first) = timed(decide);
    let (verdict, time) = match answer {
        Answer::Found(_) => ("overlap", median_of(runs, decide)),
        Answer::Impossible(_) => ("no-overlap", median_of(runs, decide)),
        Answer::Stopped { .. } => ("undecided", first),
    };
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let medians = json!({
        "verdict": verdict,
        "read_ms": ms(median_of(runs, read)),
        "decide_ms": ms(time),
    });
    println!("{medians}");
    Ok(())
}
