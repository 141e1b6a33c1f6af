//! Answers on random small cases against the census of all their packages.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use winset_gen::rng::Rng;
use winset_gen::small::{PACKAGES_MAX, positions, small};
use winset_model::document::Syntax;
use winset_model::positions::Positions;
use winset_solve::{Budget, audit, audit_pressure};

/// Seeds that a thread takes at a time.
const CHUNK: u64 = 500;
/// Nodes of a search: far more than any small case needs.
const NODES_MAX: u64 = 1_000_000;

/// Which answers are compared.
#[derive(Debug, Clone, Copy)]
pub(crate) enum What {
    /// The verdict, and what an overlap looks like.
    Verdict,
    /// Pressure and time.
    Pressure,
}

impl What {
    /// The answers of a name; the verdict when there is none.
    pub(crate) fn named(name: Option<&str>) -> Result<Self, String> {
        match name {
            None | Some("verdict") => Ok(Self::Verdict),
            Some("pressure") => Ok(Self::Pressure),
            Some(other) => Err(format!("`--what` {other}: expected verdict or pressure")),
        }
    }
}

#[derive(Debug, Default)]
struct Tally {
    feasible: u64,
    infeasible: u64,
    undecided: u64,
    differences: u64,
}

/// Compares on a range of seeds; true when there is no difference. Even seeds ask at the declared
/// positions, odd ones at random positions.
pub(crate) fn run(what: What, seeds: Range<u64>, threads: u64) -> bool {
    let next = AtomicU64::new(seeds.start);
    let total = Mutex::new(Tally::default());
    let work = || {
        loop {
            let from = next.fetch_add(CHUNK, Ordering::Relaxed);
            if from >= seeds.end {
                return;
            }
            let mut tally = Tally::default();
            (from..seeds.end.min(from + CHUNK)).for_each(|seed| compare(what, seed, &mut tally));
            let mut total = total.lock().unwrap_or_else(PoisonError::into_inner);
            total.feasible += tally.feasible;
            total.infeasible += tally.infeasible;
            total.undecided += tally.undecided;
            total.differences += tally.differences;
        }
    };
    std::thread::scope(|scope| (0..threads.max(1)).for_each(|_| drop(scope.spawn(work))));
    let total = total.into_inner().unwrap_or_else(PoisonError::into_inner);
    println!(
        "{} cases: {} differences",
        total.feasible + total.infeasible,
        total.differences
    );
    println!(
        "{} with an overlap, {} without, {} with an answer undecided",
        total.feasible, total.infeasible, total.undecided
    );
    total.differences == 0
}

fn compare(what: What, seed: u64, tally: &mut Tally) {
    let file = small(seed);
    let read = winset_model::read_case(file.to_string().as_bytes(), Syntax::Json);
    let case = match read {
        Ok(reading) => reading.case,
        Err(found) => {
            tally.differences += 1;
            println!("seed {seed}: not a case: {found:?}\n{file}");
            return;
        }
    };
    let asked = if seed.is_multiple_of(2) {
        Positions::declared(&case)
    } else {
        positions(&case, &mut Rng::new(seed))
    };
    let budget = Budget {
        nodes_max: Some(NODES_MAX),
        ..Budget::unlimited()
    };
    let Some(mut found) = audit(&case, &asked, &budget, PACKAGES_MAX as u64) else {
        tally.differences += 1;
        println!("seed {seed}: no census");
        return;
    };
    match what {
        What::Verdict => {}
        What::Pressure => found.differences = audit_pressure(&case, &asked, &budget),
    }
    if found.census.count > 0 {
        tally.feasible += 1;
    } else {
        tally.infeasible += 1;
    }
    tally.undecided += u64::from(found.undecided);
    if !found.differences.is_empty() {
        tally.differences += 1;
        println!("seed {seed}: {:#?}\n{asked:?}\n{file}", found.differences);
    }
}
