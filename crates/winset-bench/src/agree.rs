//! Answers on random small cases against looking at all their packages.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use winset_audit::{
    audit, audit_clashes, audit_improve, audit_pressure, audit_settlements, audit_variants,
};
use winset_check::{Acceptable, every_package};
use winset_gen::rng::Rng;
use winset_gen::small::{PACKAGES_MAX, positions, small};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::number::Exact;
use winset_model::options::{OptionId, Package, PartyId};
use winset_model::positions::Positions;
use winset_solve::{Budget, FloorMode, SettlementTerms, overlap};

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
type Compare = fn(&Case, &Positions, &Draw<'_>, &mut Tally) -> Vec<String>;

/// How a question is asked: within what, and the numbers that vary it.
struct Draw<'a> {
    budget: Budget<'a>,
    seed: u64,
}

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
        "settlements" => settlements,
        "improve" => improve,
        "rules" => rules,
        _ => {
            let expected = "verdict, clashes, openings, pressure, settlements, rules or improve";
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
    let draw = Draw {
        budget: Budget {
            nodes_max: Some(NODES_MAX),
            ..Budget::unlimited()
        },
        seed,
    };
    let differences = compare(&case, &asked, &draw, tally);
    if !differences.is_empty() {
        tally.differences += 1;
        println!("seed {seed}: {differences:#?}\n{asked:?}\n{file}");
    }
}

/// The verdict and all that belongs to it.
fn verdict(case: &Case, asked: &Positions, draw: &Draw<'_>, tally: &mut Tally) -> Vec<String> {
    let Some(found) = audit(case, asked, &draw.budget, PACKAGES_MAX as u64) else {
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
fn clashes(case: &Case, asked: &Positions, draw: &Draw<'_>, tally: &mut Tally) -> Vec<String> {
    tally.count(case, asked, &draw.budget);
    let mut differences = Vec::new();
    for floors in [FloorMode::Ignore, FloorMode::Keep, FloorMode::Members] {
        match audit_clashes(case, asked, floors, &draw.budget) {
            Some(found) => differences.extend(found),
            None => tally.undecided += 1,
        }
    }
    differences
}

/// Everything about no-deal values, levers and time, without a limit: an answer that a budget stops is
/// no difference.
fn pressure(case: &Case, asked: &Positions, draw: &Draw<'_>, tally: &mut Tally) -> Vec<String> {
    tally.count(case, asked, &draw.budget);
    audit_pressure(case, asked, &Budget::unlimited())
}

/// What the rules pick, and the frontier, in the eyes of parties and from values that vary with the
/// seed; every third without floors. An answer that was stopped makes a question undecided.
fn settlements(case: &Case, asked: &Positions, draw: &Draw<'_>, tally: &mut Tally) -> Vec<String> {
    let bare = asked.clone().without_floors();
    let asked = if draw.seed.is_multiple_of(3) {
        &bare
    } else {
        asked
    };
    tally.count(case, asked, &draw.budget);
    let terms = terms(case, &mut Rng::new(draw.seed ^ 0x7e57));
    let packages_max = PACKAGES_MAX as u64;
    match audit_settlements(case, asked, &terms, &draw.budget, packages_max) {
        Some(found) => {
            tally.undecided += u64::from(found.undecided > 0);
            found.differences
        }
        None => vec!["too many packages".to_owned()],
    }
}

/// What the rules under other programs' names pick, at the declared positions, from values and with
/// weights that vary.
fn rules(case: &Case, _: &Positions, draw: &Draw<'_>, tally: &mut Tally) -> Vec<String> {
    tally.count(case, &Positions::declared(case), &draw.budget);
    let mut rng = Rng::new(draw.seed ^ 0x7e57);
    let terms = terms(case, &mut rng);
    let weights: Vec<u32> = terms
        .parties
        .iter()
        .map(|_| [1, 2, 3][rng.below(3)])
        .collect();
    if terms.parties.is_empty() {
        return Vec::new();
    }
    let by = (terms.parties.as_slice(), &terms.disagreement);
    match audit_variants(case, by, &weights, &draw.budget, PACKAGES_MAX as u64) {
        Some(found) => {
            tally.undecided += u64::from(found.undecided > 0);
            found.differences
        }
        None => vec!["too many packages".to_owned()],
    }
}

/// Terms that vary: whether scores are added up, who takes part, from which values.
fn terms(case: &Case, rng: &mut Rng) -> SettlementTerms {
    let mut terms = SettlementTerms::of(case);
    terms.comparable = rng.chance(3, 4);
    if rng.chance(1, 4) {
        terms.parties.retain(|_| rng.chance(2, 3));
    }
    for party in 0..case.parties.len() {
        if rng.chance(1, 4) {
            let parts = [1, 2, 3, 7][rng.below(4)];
            let value = Exact::new(rng.below(40) as i128 - 10, parts);
            terms.disagreement = terms.disagreement.with(PartyId::at(party), value);
        }
    }
    terms
}

/// What is nearest to a package on the table and what is better, for any package or an acceptable
/// one. An answer that was stopped is a difference.
fn improve(case: &Case, asked: &Positions, draw: &Draw<'_>, tally: &mut Tally) -> Vec<String> {
    tally.count(case, asked, &draw.budget);
    let rng = &mut Rng::new(draw.seed ^ 0x7ab1e);
    let any = Package(
        case.points
            .iter()
            .map(|point| OptionId::at(rng.below(point.options.len())))
            .collect(),
    );
    let packages_max = PACKAGES_MAX as u64;
    let Some(every) = every_package(case, asked, packages_max) else {
        return vec!["too many packages".to_owned()];
    };
    let one = every.get(rng.below(every.len().max(1)));
    let table = one.filter(|_| rng.chance(2, 3));
    let table = table.map_or(&any, Acceptable::package);
    let changes_max = rng.below(case.points.len() + 1);
    audit_improve(case, asked, table, changes_max, &draw.budget, packages_max)
        .unwrap_or_else(|| vec!["too many packages".to_owned()])
}
