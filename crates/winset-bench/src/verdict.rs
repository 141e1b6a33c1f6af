//! Refutations of the hardest kind: random cases whose floors all stand one unit above the best
//! that every party can have at once.

use std::time::Duration;

use winset_gen::hard::{HardSize, hard};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::document::Syntax;

use crate::floors::{ask, highest};
use crate::measure::{ms, timed};

/// One case's figures.
struct Row {
    seed: u64,
    /// The best floor that all parties can have.
    best: i64,
    decided: bool,
    time: Duration,
    check: Duration,
    nodes: u64,
    bytes: usize,
}

/// Refutes so many cases, each within the limit, and prints a line for each and a summary.
pub(crate) fn run(size: HardSize, cases: u64, limit: Duration) {
    let mut rows = Vec::new();
    let mut skipped = 0;
    let mut seed = 0;
    while (rows.len() as u64) < cases {
        seed += 1;
        let text = hard(size, seed).to_string();
        let Ok(reading) = winset_model::read_case(text.as_bytes(), Syntax::Json) else {
            continue;
        };
        let Some(row) = measure(&reading.case, size, seed, limit) else {
            skipped += 1;
            continue;
        };
        println!(
            "seed {:>4}  best {:>6}  {}  {:>12}  check {:>12}  {:>6} nodes  {:>8} bytes",
            row.seed,
            row.best,
            if row.decided {
                "none     "
            } else {
                "undecided"
            },
            ms(row.time),
            ms(row.check),
            row.nodes,
            row.bytes
        );
        rows.push(row);
    }
    summary(rows, skipped);
}

/// Finds the best common floor and refutes the next; `None` when the rules alone leave nothing.
fn measure(case: &Case, size: HardSize, seed: u64, limit: Duration) -> Option<Row> {
    let best = highest(case, i64::from(size.grid), limit)?.best;
    let (answer, time) = timed(|| ask(case, best + 1, limit));
    let mut row = Row {
        seed,
        best,
        decided: false,
        time,
        check: Duration::ZERO,
        nodes: 0,
        bytes: 0,
    };
    if let Answer::Impossible(proof) = answer {
        row.decided = true;
        row.nodes = proof.nodes();
        row.bytes = proof.bytes().len();
        row.check = timed(|| winset_check::verify(case, proof.bytes())).1;
    }
    Some(row)
}

fn summary(mut rows: Vec<Row>, skipped: u64) {
    rows.sort_by_key(|r| r.time);
    let decided = rows.iter().filter(|r| r.decided).count();
    let (Some(middle), Some(worst)) = (rows.get(rows.len() / 2), rows.last()) else {
        return;
    };
    println!(
        "{decided} of {} decided; median {}, worst {}; largest certificate {} bytes, longest check {} \
         (cases whose rules leave nothing, skipped: {skipped})",
        rows.len(),
        ms(middle.time),
        ms(worst.time),
        rows.iter().map(|r| r.bytes).fold(0, usize::max),
        ms(rows
            .iter()
            .map(|r| r.check)
            .fold(Duration::ZERO, Duration::max)),
    );
}
