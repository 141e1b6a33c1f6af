//! Refutations of the hardest kind: random cases whose floors all stand one unit above the best
//! that every party can have at once.

use std::time::Duration;

use winset_gen::hard::{Size, hard};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, overlap};

use crate::measure::{ms, timed, until};

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
pub(crate) fn run(size: Size, cases: u64, limit: Duration) {
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
fn measure(case: &Case, size: Size, seed: u64, limit: Duration) -> Option<Row> {
    let at = |floor: i64| {
        let declared = Positions::declared(case);
        (0..size.parties).fold(declared, |p, i| p.with_floor(PartyId::at(i), Some(floor)))
    };
    let ask = |floor: i64| {
        let stop = until(limit);
        overlap(
            case,
            &at(floor),
            &Budget {
                nodes_max: None,
                threads: 1,
                stop: &stop,
            },
        )
    };
    let (mut best, mut above) = match ask(0) {
        Answer::Found(_) => (0, i64::from(size.grid) + 1),
        _ => return None,
    };
    while above - best > 1 {
        let middle = i64::midpoint(best, above);
        match ask(middle) {
            Answer::Found(found) => {
                best = found
                    .scores()
                    .iter()
                    .flatten()
                    .copied()
                    .min()
                    .unwrap_or(middle);
            }
            Answer::Impossible(_) => above = middle,
            Answer::Stopped { .. } => break,
        }
    }
    let (answer, time) = timed(|| ask(best + 1));
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
        rows.iter().map(|r| r.bytes).max().unwrap_or(0),
        ms(rows.iter().map(|r| r.check).max().unwrap_or_default()),
    );
}
