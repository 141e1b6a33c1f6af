//! Two answers side by side: what a change of a case, or of the positions in it, does.

use num_bigint::{BigInt, BigUint};
use winset_check::{Best, NoOverlap};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::number::Exact;
use winset_model::options::{OptionSet, PartyId, PointId};
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::count::Count;
use crate::search::Undecided;
use crate::verdict::{Overlap, Verdict, verdict};

/// A case, and the verdict on it under some positions.
#[derive(Debug)]
pub struct Branch<'c> {
    /// The case.
    pub case: &'c Case,
    /// The verdict.
    pub verdict: Verdict,
}

/// Decides a case under the given positions, as [`verdict`] does.
pub fn branch<'c>(case: &'c Case, positions: &Positions, budget: &Budget<'_>) -> Branch<'c> {
    Branch {
        case,
        verdict: verdict(case, positions, budget),
    }
}

/// What differs between two answers about cases with the same parties, points and options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// How many acceptable packages more, or fewer; `None` where a number is not known.
    pub packages: Option<BigInt>,
    /// The same without any no-deal value.
    pub without_floors: Option<BigInt>,
    /// The points whose options differ, in order; `None` unless both have an overlap whose options
    /// are all known.
    pub points: Option<Vec<PointShift>>,
    /// The best of each party whose best is known on both sides, in order, the same or not.
    pub best: Vec<BestShift>,
}

/// A point on which other options occur.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointShift {
    /// The point.
    pub point: PointId,
    /// How it moved.
    pub shift: Shift,
    /// Options that occurred before only.
    pub gone: OptionSet,
    /// Options that occur now only.
    pub new: OptionSet,
}

/// How a point moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// It was open and now all packages settle it alike.
    Fixed,
    /// All packages settled it alike and now it is open.
    Freed,
    /// All packages settle it alike, on another option than before.
    SettledOtherwise,
    /// It is open as before, with other options.
    OtherOptions,
}

/// The best of a party before and now, unscaled.
#[derive(Clone, PartialEq, Eq)]
pub struct BestShift {
    /// The party.
    pub party: PartyId,
    /// Its best before.
    pub from: Exact,
    /// Its best now.
    pub to: Exact,
}

/// Shows the party; the values are confidential.
impl std::fmt::Debug for BestShift {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BestShift")
            .field("party", &self.party)
            .finish_non_exhaustive()
    }
}

/// Compares an answer with that of a base. Each best is taken on the scale of its own case.
pub fn compare(base: &Branch<'_>, other: &Branch<'_>) -> Difference {
    let (before, now) = (found(base), found(other));
    let both = before.zip(now);
    Difference {
        packages: gained(
            packages(&base.verdict.overlap, |o| &o.count),
            packages(&other.verdict.overlap, |o| &o.count),
        ),
        without_floors: gained(
            packages(&base.verdict.without_floors, |count| count),
            packages(&other.verdict.without_floors, |count| count),
        ),
        points: both.and_then(|(before, now)| {
            let (before, now) = (before.occurring.as_ref()?, now.occurring.as_ref()?);
            Some(shifts(before, now))
        }),
        best: both.map_or_else(Vec::new, |(before, now)| {
            let pairs = before.best.iter().zip(&now.best);
            pairs
                .filter_map(|(before, now)| {
                    let (before, now) = (before.as_ref()?, now.as_ref()?);
                    Some(BestShift {
                        party: now.party(),
                        from: value(base.case, before),
                        to: value(other.case, now),
                    })
                })
                .collect()
        }),
    }
}

fn found<'b>(branch: &'b Branch<'_>) -> Option<&'b Overlap> {
    match &branch.verdict.overlap {
        Answer::Found(overlap) => Some(overlap),
        Answer::Impossible(_) | Answer::Stopped { .. } => None,
    }
}

/// The number of packages, where it is known.
fn packages<T>(
    answer: &Answer<T, NoOverlap, Undecided>,
    count: impl Fn(&T) -> &Count,
) -> Option<BigUint> {
    match answer {
        Answer::Found(found) => match count(found) {
            Count::Exact(packages) => Some(packages.clone()),
            Count::Between { .. } => None,
        },
        Answer::Impossible(_) => Some(BigUint::ZERO),
        Answer::Stopped { .. } => None,
    }
}

fn gained(before: Option<BigUint>, now: Option<BigUint>) -> Option<BigInt> {
    Some(BigInt::from(now?) - BigInt::from(before?))
}

fn value(case: &Case, best: &Best) -> Exact {
    case.unscaled(best.party(), best.value())
}

fn shifts(before: &[OptionSet], now: &[OptionSet]) -> Vec<PointShift> {
    let pairs = before.iter().zip(now).enumerate();
    let differ = pairs.filter(|(_, (before, now))| before != now);
    let shift = |(place, (before, now)): (usize, (&OptionSet, &OptionSet))| PointShift {
        point: PointId::at(place),
        shift: match (before.len(), now.len()) {
            (1, 1) => Shift::SettledOtherwise,
            (_, 1) => Shift::Fixed,
            (1, _) => Shift::Freed,
            _ => Shift::OtherOptions,
        },
        gone: before.without(now),
        new: now.without(before),
    };
    differ.map(shift).collect()
}
