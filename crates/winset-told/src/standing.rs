//! How a verdict stands, in one view for people and programs.

use num_bigint::BigUint;
use winset_check::NoOverlap;
use winset_model::answer::{Answer, StopReason};

use winset_solve::{Count, Overlap, Verdict};

/// The answer at the declared positions.
#[derive(Debug, Clone, Copy)]
pub enum Standing<'v> {
    /// There are acceptable packages.
    Overlap(&'v Overlap),
    /// There is none.
    None(&'v NoOverlap),
    /// Stopped before either was known; no more than so many can be acceptable.
    Undecided(StopReason, &'v BigUint),
}

/// The answer without floors.
#[derive(Debug, Clone, Copy)]
pub enum Floorless<'v> {
    /// There are so many packages.
    Overlap(&'v Count),
    /// There is none.
    None,
    /// Stopped before either was known; no more than so many can be acceptable.
    Undecided(StopReason, &'v BigUint),
}

/// That something was not finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Why.
    pub reason: StopReason,
    /// Least number of packages that the unfinished count can have.
    pub at_least: BigUint,
    /// Largest number of packages that it can have.
    pub bound: BigUint,
}

/// How the declared positions stand.
pub fn declared(verdict: &Verdict) -> Standing<'_> {
    match &verdict.overlap {
        Answer::Found(overlap)
        | Answer::Stopped {
            best: Some(overlap),
            ..
        } => Standing::Overlap(overlap),
        Answer::Impossible(proof) => Standing::None(proof),
        Answer::Stopped {
            reason,
            best: None,
            bound,
        } => Standing::Undecided(*reason, &bound.at_most),
    }
}

/// The overlap at the declared positions, where there is one.
pub fn overlap(verdict: &Verdict) -> Option<&Overlap> {
    match declared(verdict) {
        Standing::Overlap(overlap) => Some(overlap),
        Standing::None(_) | Standing::Undecided(..) => None,
    }
}

/// How it stands without floors.
pub fn floorless(verdict: &Verdict) -> Floorless<'_> {
    match &verdict.without_floors {
        Answer::Found(count)
        | Answer::Stopped {
            best: Some(count), ..
        } => Floorless::Overlap(count),
        Answer::Impossible(_) => Floorless::None,
        Answer::Stopped {
            reason,
            best: None,
            bound,
        } => Floorless::Undecided(*reason, &bound.at_most),
    }
}

/// The number of packages, when it was counted to the end.
pub fn exact(count: &Count) -> Option<&BigUint> {
    match count {
        Count::Exact(packages) => Some(packages),
        Count::Between { .. } => None,
    }
}

/// The sum of numbers of packages, when all were counted to the end.
pub fn total<'c>(counts: impl IntoIterator<Item = &'c Count>) -> Option<BigUint> {
    counts.into_iter().map(exact).sum()
}

/// What was not finished first: the declared positions before the question without floors.
pub fn stop(verdict: &Verdict) -> Option<Stop> {
    let declared = declared_stop(verdict);
    let floorless = floorless_stop(verdict);
    match (declared, floorless) {
        // Where only options or best values are missing, an unfinished count comes first.
        (Some(known), Some(open)) if known.at_least == known.bound => Some(open),
        (Some(first), _) | (None, Some(first)) => Some(first),
        (None, None) => None,
    }
}

/// Whether somebody interrupted any part of the work.
pub fn interrupted(verdict: &Verdict) -> bool {
    let stops = [declared_stop(verdict), floorless_stop(verdict)];
    stops
        .into_iter()
        .flatten()
        .any(|stop| stop.reason == StopReason::Interrupted)
}

fn declared_stop(verdict: &Verdict) -> Option<Stop> {
    let overlap = match declared(verdict) {
        Standing::None(_) => return None,
        Standing::Undecided(reason, bound) => return Some(unknown(reason, bound)),
        Standing::Overlap(overlap) => overlap,
    };
    count_stop(&overlap.count).or_else(|| {
        let packages = exact(&overlap.count)?;
        let reason = overlap.stopped?;
        Some(Stop {
            reason,
            at_least: packages.clone(),
            bound: packages.clone(),
        })
    })
}

fn floorless_stop(verdict: &Verdict) -> Option<Stop> {
    match floorless(verdict) {
        Floorless::None => None,
        Floorless::Undecided(reason, bound) => Some(unknown(reason, bound)),
        Floorless::Overlap(count) => count_stop(count),
    }
}

fn unknown(reason: StopReason, bound: &BigUint) -> Stop {
    Stop {
        reason,
        at_least: BigUint::ZERO,
        bound: bound.clone(),
    }
}

/// What is known of a number of packages that was not counted to the end.
pub fn count_stop(count: &Count) -> Option<Stop> {
    match count {
        Count::Exact(_) => None,
        Count::Between {
            at_least,
            at_most,
            reason,
        } => Some(Stop {
            reason: *reason,
            at_least: at_least.clone(),
            bound: at_most.clone(),
        }),
    }
}
