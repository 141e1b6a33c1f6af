//! The packages whose worst-off party is best off, then the next: checked claims.

use std::fmt;

use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::number::{Exact, div};
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use crate::acceptable::{Acceptable, accept};
use crate::cover::{Cover, Covered, Cut};
use crate::frontier::{is_at, on_axes};
use crate::proof::{Best, NoOverlap, best};
use crate::rejection::Rejection;

/// The acceptable packages with the best levels, compared from the lowest up: a checked claim. A
/// party's level is its gain, or its gain as a share of the most that it could gain.
#[derive(Clone, PartialEq, Eq)]
pub struct Leximin {
    axes: Vec<PartyId>,
    left_out: Vec<PartyId>,
    ideals: Vec<Best>,
    winners: Vec<Acceptable>,
    proofs: Vec<NoOverlap>,
}

impl Leximin {
    /// The parties whose levels are compared.
    pub fn axes(&self) -> &[PartyId] {
        &self.axes
    }

    /// The parties that have no share: they cannot gain at all.
    pub fn left_out(&self) -> &[PartyId] {
        &self.left_out
    }

    /// What shares are taken of: each party's best; empty where gains themselves are compared.
    pub fn ideals(&self) -> &[Best] {
        &self.ideals
    }

    /// One package for every combination of scores of the axes with the best levels: all of them.
    pub fn winners(&self) -> &[Acceptable] {
        &self.winners
    }

    /// That there are no others.
    pub fn proofs(&self) -> &[NoOverlap] {
        &self.proofs
    }
}

/// Shows the packages; their scores are confidential.
impl fmt::Debug for Leximin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Leximin")
            .field("axes", &self.axes)
            .field("winners", &self.winners)
            .finish_non_exhaustive()
    }
}

/// A party's level: its gain over its disagreement value, in units.
struct Level<'a> {
    case: &'a Case,
    disagreement: &'a Disagreement,
    party: PartyId,
    unit: Exact,
}

impl Level<'_> {
    fn of(&self, score: i64) -> Option<Exact> {
        let gain = self.disagreement.gain(self.case, self.party, score)?;
        div(gain, self.unit)
    }
}

/// Checks that the packages have the best gains of the parties, compared from the lowest up
/// (egalitarian, in the lexicographic form of Moulin 1988, *Axioms of Cooperative Decision
/// Making*), and that there are no others.
///
/// # Errors
/// What is wrong with a package, with the parties, or with the cover.
pub fn egalitarian(
    case: &Case,
    positions: &Positions,
    disagreement: &Disagreement,
    parties: &[PartyId],
    winners: &[Package],
    cover: &Cover,
) -> Result<Leximin, Rejection> {
    let level = |party: &PartyId| Level {
        case,
        disagreement,
        party: *party,
        unit: Exact::from_integer(1),
    };
    let levels: Vec<Level<'_>> = parties.iter().map(level).collect();
    claim(case, positions, &levels, winners, cover)
}

/// Checks that the packages have the best shares of what each party could gain at best, compared
/// from the lowest up (Kalai and Smorodinsky 1975, in the lexicographic form of Imai 1983), and
/// that there are no others. A party whose best is not above its disagreement value has no share
/// and is left out.
///
/// # Errors
/// What is wrong with a package, with a best value, with the parties, or with the cover.
pub fn kalai_smorodinsky(
    case: &Case,
    positions: &Positions,
    disagreement: &Disagreement,
    ideals: &[Best],
    winners: &[Package],
    cover: &Cover,
) -> Result<Leximin, Rejection> {
    let mut checked = Vec::with_capacity(ideals.len());
    let (mut levels, mut left_out) = (Vec::new(), Vec::new());
    for ideal in ideals {
        let (party, package) = (ideal.party(), ideal.acceptable().package());
        let certificate = ideal.proof().bytes().to_vec();
        let ideal = best(case, positions, party, package, certificate)?;
        let gain = disagreement.gain(case, party, ideal.value());
        let unit = gain.ok_or(Rejection::TooLarge)?;
        if unit > Exact::from_integer(0) {
            levels.push(Level {
                case,
                disagreement,
                party,
                unit,
            });
        } else {
            left_out.push(party);
        }
        checked.push(ideal);
    }
    let claimed = claim(case, positions, &levels, winners, cover)?;
    Ok(Leximin {
        left_out,
        ideals: checked,
        ..claimed
    })
}

fn claim(
    case: &Case,
    positions: &Positions,
    levels: &[Level<'_>],
    winners: &[Package],
    cover: &Cover,
) -> Result<Leximin, Rejection> {
    let axes: Vec<PartyId> = levels.iter().map(|level| level.party).collect();
    if axes.is_empty() || !axes.is_sorted_by(|a, b| a < b) {
        return Err(Rejection::Parties);
    }
    let mut checked = Vec::with_capacity(winners.len());
    let mut scores = Vec::with_capacity(winners.len());
    for package in winners {
        let package = accept(case, positions, package)?;
        scores.push(on_axes(&package, &axes).ok_or(Rejection::Parties)?);
        checked.push(package);
    }
    let mut reached = scores.iter().map(|scores| {
        let limits: Vec<Option<i64>> = scores.iter().map(|s| Some(*s)).collect();
        from_the_lowest(levels, &limits).ok_or(Rejection::TooLarge)
    });
    let most = reached.next().ok_or(Rejection::NotAlike)??;
    for other in reached {
        if other? != most {
            return Err(Rejection::NotAlike);
        }
    }
    let allowed = |cut: &Cut| {
        scores.iter().any(|scores| is_at(cut, scores))
            || from_the_lowest(levels, cut).is_some_and(|levels| is_worse(&levels, &most))
    };
    let covered = Covered {
        case,
        positions,
        axes: &axes,
    };
    let proofs = covered.check(cover, allowed, |_| false)?;
    Ok(Leximin {
        axes,
        left_out: Vec::new(),
        ideals: Vec::new(),
        winners: checked,
        proofs,
    })
}

/// Levels from the lowest up; no limit is above all others. `None` when one cannot be held.
fn from_the_lowest(levels: &[Level<'_>], limits: &Cut) -> Option<Vec<Option<Exact>>> {
    let of = |(level, limit): (&Level<'_>, &Option<i64>)| match limit {
        Some(limit) => level.of(*limit).map(Some),
        None => Some(None),
    };
    let mut sorted: Vec<Option<Exact>> =
        levels.iter().zip(limits).map(of).collect::<Option<_>>()?;
    sorted.sort_by(|a, b| match (a, b) {
        (Some(a), Some(b)) => a.cmp(b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    Some(sorted)
}

/// Whether the first levels that differ are worse on the left.
fn is_worse(levels: &[Option<Exact>], than: &[Option<Exact>]) -> bool {
    let mut pairs = levels.iter().zip(than);
    match pairs.find(|(a, b)| a != b) {
        Some((Some(a), Some(b))) => a < b,
        _ => false,
    }
}
