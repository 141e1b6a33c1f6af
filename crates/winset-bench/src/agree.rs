//! Answers on random small cases against looking at all their packages.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use winset_gen::rng::Rng;
use winset_gen::small::{PACKAGES_MAX, positions, small};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::positions::Positions;
use winset_solve::{Budget, Floors, audit, audit_clashes, audit_pressure, overlap};

/// Seeds that a thread takes at a time.
const CHUNK: u64 = 500;
/// Nodes of a search: far more than any small case needs.
const NODES_MAX: u64 = 1_000_000;

#[derive(Debug, Default)]
struct Tally {
    feasible: u64,
    infeasible: u64,
    undecided: u64,
    differences: u64,
}

impl Tally {
    /// Counts a question as one with an overlap or without.
    fn count(&mut self, case: &Case, asked: &Positions, budget: &Budget<'_>) {
        match overlap(case, asked, budget) {
            Answer::Found(_) => self.feasible += 1,
            Answer::Impossible(_) => self.infeasible += 1,
            Answer::Stopped { .. } => self.undecided += 1,
        }
    }
}

/// What is compared about one question.
type Compare = fn(&Case, &Positions, &Budget<'_>, &mut Tally) -> Vec<String>;

/// Compares on a range of seeds; true when there is no difference. Even seeds ask at the declared
/// positions, odd ones at random positions.
///
/// # Errors
/// When nothing of this name can be compared.
pub(crate) fn run(what: &str, seeds: Range<u64>, threads: u64) -> Result<bool, String> {
    let compare: Compare = match what {
        "verdict" => verdict,
        "clashes" => clashes,
        "pressure" => pressure,
        _ => {
            let expected = "verdict, clashes, openings or pressure";
            return Err(format!("`--what` {what}: expected {expected}"));
        }
    };
    let next = AtomicU64::new(seeds.start);
    let total = Mutex::new(Tally::default());
    let work = || {
        loop {
            let from = next.fetch_add(CHUNK, Ordering::Relaxed);
            if from >= seeds.end {
                return;
            }
            let mut tally = Tally::default();
            (from..seeds.end.min(from + CHUNK)).for_each(|seed| one(seed, compare, &mut tally));
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
    Ok(total.differences == 0)
}

fn one(seed: u64, compare: Compare, tally: &mut Tally) {
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
    let differences = compare(&case, &asked, &budget, tally);
    if !differences.is_empty() {
        tally.differences += 1;
        println!("seed {seed}: {differences:#?}\n{asked:?}\n{file}");
    }
}

/// The verdict and all that belongs to it.
fn verdict(case: &Case, asked: &Positions, budget: &Budget<'_>, tally: &mut Tally) -> Vec<String> {
    let Some(found) = audit(case, asked, budget, PACKAGES_MAX as u64) else {
        return vec!["no census".to_owned()];
    };
    if found.census.count > 0 {
        tally.feasible += 1;
    } else {
        tally.infeasible += 1;
    }
    tally.undecided += u64::from(found.undecided);
    found.differences
}

/// All clashes and corrections, with floors taken in each way. A question with too many members
/// counts as undecided.
fn clashes(case: &Case, asked: &Positions, budget: &Budget<'_>, tally: &mut Tally) -> Vec<String> {
    tally.count(case, asked, budget);
    let mut differences = Vec::new();
    for floors in [Floors::Ignore, Floors::Keep, Floors::Members] {
        match audit_clashes(case, asked, floors, budget) {
            Some(found) => differences.extend(found),
            None => tally.undecided += 1,
        }
    }
    differences
}

/// Everything about no-deal values, levers and time.
fn pressure(case: &Case, asked: &Positions, budget: &Budget<'_>, tally: &mut Tally) -> Vec<String> {
    tally.count(case, asked, budget);
    audit_pressure(case, asked, budget)
}
