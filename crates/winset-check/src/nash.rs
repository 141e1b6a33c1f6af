//! The packages with the largest product of gains: a checked claim.

use std::fmt;

use num_bigint::{BigInt, BigUint};
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::number::{Exact, mul};
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use crate::acceptable::{Acceptable, accept};
use crate::cover::{Cover, Covered, Cut, Sum};
use crate::frontier::{is_at, on_axes};
use crate::proof::NoOverlap;
use crate::rejection::Rejection;

/// The Nash settlements: a checked claim.
///
/// Only packages count that leave no party below its disagreement value. Of these the ones in which
/// as many parties gain as can, and of those, for each set of so many parties, the ones with the
/// largest product of their gains (Nash 1950; where not all can gain, Caragiannis and others 2019).
/// Products of different parties are not compared, as each could be on any scale.
#[derive(Clone, PartialEq, Eq)]
pub struct Nash {
    groups: Vec<Gainers>,
    proofs: Vec<NoOverlap>,
}

/// Parties that can all gain at once, and the packages with the largest product of their gains.
#[derive(Clone, PartialEq, Eq)]
pub struct Gainers {
    parties: Vec<PartyId>,
    winners: Vec<Acceptable>,
}

impl Nash {
    /// For each largest set of parties that can gain at once, what is best for them.
    pub fn groups(&self) -> &[Gainers] {
        &self.groups
    }

    /// That there is nothing better.
    pub fn proofs(&self) -> &[NoOverlap] {
        &self.proofs
    }
}

impl Gainers {
    /// The parties; all the others get exactly their disagreement values.
    pub fn parties(&self) -> &[PartyId] {
        &self.parties
    }

    /// One package for every combination of scores with the largest product: all of them.
    pub fn winners(&self) -> &[Acceptable] {
        &self.winners
    }
}

/// Shows the packages; their scores are confidential.
impl fmt::Debug for Nash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Nash")
            .field("groups", &self.groups)
            .finish_non_exhaustive()
    }
}

/// Shows the packages; their scores are confidential.
impl fmt::Debug for Gainers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gainers")
            .field("parties", &self.parties)
            .field("winners", &self.winners)
            .finish_non_exhaustive()
    }
}

/// The positions in which none of the parties is below its disagreement value, and each of the
/// gainers is above.
///
/// # Errors
/// When a party has no such value or it cannot be brought to the party's scale.
pub fn gaining(
    case: &Case,
    positions: &Positions,
    disagreement: &Disagreement,
    parties: &[PartyId],
    gainers: &[PartyId],
) -> Result<Positions, Rejection> {
    let mut raised = positions.clone();
    for party in parties {
        let value = disagreement.value(*party).ok_or(Rejection::Parties)?;
        let sheet = case.parties.get(party.index()).ok_or(Rejection::Parties)?;
        let scale = Exact::from_integer(sheet.sheet.open().scale.into());
        let scaled = mul(value, scale).ok_or(Rejection::TooLarge)?;
        let below = scaled.numer().div_euclid(*scaled.denom());
        let above = gainers.contains(party) || !scaled.is_integer();
        let least = below.checked_add(i128::from(above));
        let least = least.and_then(|least| i64::try_from(least).ok());
        let least = least.ok_or(Rejection::TooLarge)?;
        let floor = raised.floors.get_mut(party.index());
        let floor = floor.ok_or(Rejection::Parties)?;
        *floor = (*floor).max(Some(least));
    }
    Ok(raised)
}

/// What is claimed of one set of parties that gain.
#[derive(Clone)]
pub struct Group {
    /// The parties.
    pub parties: Vec<PartyId>,
    /// One package for every combination of scores with the largest product.
    pub winners: Vec<Package>,
    /// That there is none with a larger product, and no other with the same.
    pub cover: Cover,
}

/// Shows the packages; the cover is confidential.
impl fmt::Debug for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Group")
            .field("parties", &self.parties)
            .field("winners", &self.winners)
            .finish_non_exhaustive()
    }
}

/// What is claimed of all sets of as many parties as can gain at once.
#[derive(Debug, Clone, Copy)]
pub struct LargestSets<'a> {
    /// The sets, by their parties, each once.
    pub groups: &'a [Group],
    /// That no other parties can gain, if they are as many or more.
    pub largest: &'a Cover,
}

/// Checks that no package in which no party loses lets more parties gain than the groups have, or
/// others than a group as many; and of each group that its packages have the largest product.
///
/// # Errors
/// What is wrong with a package, with the parties, or with a cover.
pub fn nash(
    case: &Case,
    positions: &Positions,
    disagreement: &Disagreement,
    parties: &[PartyId],
    sets: LargestSets<'_>,
) -> Result<Nash, Rejection> {
    let LargestSets { groups, largest } = sets;
    let in_order = |list: &[PartyId]| list.is_sorted_by(|a, b| a < b);
    let sets: Vec<&[PartyId]> = groups.iter().map(|g| g.parties.as_slice()).collect();
    let size = sets.first().ok_or(Rejection::NotAlike)?.len();
    let fit = |set: &&[PartyId]| {
        in_order(set) && set.len() == size && set.iter().all(|p| parties.contains(p))
    };
    let each_once = sets.is_sorted_by(|a, b| a < b);
    if parties.is_empty() || !in_order(parties) || !each_once || !sets.iter().all(fit) {
        return Err(Rejection::Parties);
    }
    let covered = Covered {
        case,
        positions: &gaining(case, positions, disagreement, parties, &[])?,
        axes: parties,
    };
    let allowed = |cut: &Cut| {
        let limits = parties.iter().zip(cut);
        let can_gain = |(party, limit): &(&PartyId, &Option<i64>)| {
            let gain = limit.map(|limit| disagreement.gain(case, **party, limit));
            gain.is_none_or(|gain| gain.is_none_or(|g| g > Exact::from_integer(0)))
        };
        let gainers: Vec<PartyId> = limits.filter(can_gain).map(|(p, _)| *p).collect();
        gainers.len() < size || sets.contains(&gainers.as_slice())
    };
    let mut proofs = covered.check(largest, allowed, |_| false)?;
    let mut checked = Vec::with_capacity(groups.len());
    for group in groups {
        let asked = gaining(case, positions, disagreement, parties, &group.parties)?;
        let product = Products {
            case,
            disagreement,
            axes: &group.parties,
        };
        let (gainers, more) = product.check(&asked, group)?;
        checked.push(gainers);
        proofs.extend(more);
    }
    Ok(Nash {
        groups: checked,
        proofs,
    })
}

/// Products of gains, exact: numerator and denominator.
struct Products<'a> {
    case: &'a Case,
    disagreement: &'a Disagreement,
    axes: &'a [PartyId],
}

type Product = (BigUint, BigUint);

fn is_less(one: &Product, other: &Product) -> bool {
    &one.0 * &other.1 < &other.0 * &one.1
}

impl Products<'_> {
    fn check(
        &self,
        positions: &Positions,
        group: &Group,
    ) -> Result<(Gainers, Vec<NoOverlap>), Rejection> {
        let mut winners = Vec::with_capacity(group.winners.len());
        let mut scores = Vec::with_capacity(group.winners.len());
        for package in &group.winners {
            let package = accept(self.case, positions, package)?;
            scores.push(on_axes(&package, self.axes).ok_or(Rejection::Parties)?);
            winners.push(package);
        }
        let first = scores.first().ok_or(Rejection::NotAlike)?;
        let most = self.of(first).ok_or(Rejection::TooLarge)?;
        for other in &scores {
            let other = self.of(other).ok_or(Rejection::TooLarge)?;
            if is_less(&other, &most) || is_less(&most, &other) {
                return Err(Rejection::NotAlike);
            }
        }
        let allowed = |cut: &Cut| {
            scores.iter().any(|scores| is_at(cut, scores)) || {
                let limits: Option<Vec<i64>> = cut.iter().copied().collect();
                let product = limits.and_then(|limits| self.of(&limits));
                product.is_some_and(|product| is_less(&product, &most))
            }
        };
        let covered = Covered {
            case: self.case,
            positions,
            axes: self.axes,
        };
        let leaves_out = |sum: &Sum| self.falls_short(sum, &most) == Some(true);
        let proofs = covered.check(&group.cover, allowed, leaves_out)?;
        let parties = self.axes.to_vec();
        Ok((Gainers { parties, winners }, proofs))
    }

    /// The product of the gains with these scores; a loss makes it 0.
    fn of(&self, scores: &[i64]) -> Option<Product> {
        let mut product = (BigUint::from(1_u8), BigUint::from(1_u8));
        for (axis, score) in self.axes.iter().zip(scores) {
            let gain = self.disagreement.gain(self.case, *axis, *score)?;
            product.0 *= (*gain.numer()).max(0).unsigned_abs();
            product.1 *= gain.denom().unsigned_abs();
        }
        Some(product)
    }

    /// Whether every package that gives each axis more than its disagreement value, and whose weighted
    /// sum is below the floor, has a smaller product than `most`.
    ///
    /// With weights `w`, scales `s` and disagreement values `d`, a package of product `P` has scores
    /// `x = s (gain + d)`, so the sum of `w x` is that of `w s gain` and of `w s d`. The former is at
    /// least `n` times the `n`-th root of the product of all `w`, `s` and gains, as no arithmetic
    /// mean is below the geometric one. So if the sum is at most `floor - 1`, then
    /// `(floor - 1 - sum of w s d)^n >= n^n * product of w s * P`. It is checked that this fails for
    /// `P = most`, and hence for every larger `P`. `None` when that cannot be computed: nothing is shown.
    fn falls_short(&self, sum: &Sum, most: &Product) -> Option<bool> {
        if sum.weights.len() != self.axes.len() || sum.weights.iter().any(|w| *w < 1) {
            return Some(false);
        }
        let count = u32::try_from(self.axes.len()).ok()?;
        // The sum of `w s d` as a fraction, and the product of `w s`.
        let (mut above, mut below) = (BigInt::from(0), BigInt::from(1));
        let mut factors = BigInt::from(count).pow(count);
        for (axis, weight) in self.axes.iter().zip(&sum.weights) {
            let value = self.disagreement.value(*axis)?;
            let scale = self.case.parties[axis.index()].sheet.open().scale;
            let weight = BigInt::from(*weight) * scale;
            above = above * *value.denom() + &below * &weight * *value.numer();
            below *= *value.denom();
            factors *= weight;
        }
        let rest = BigInt::from(sum.floor) * &below - &below - above;
        if rest < BigInt::from(0) {
            return Some(true);
        }
        let (product, denominator) = (BigInt::from(most.0.clone()), BigInt::from(most.1.clone()));
        Some(rest.pow(count) * denominator < factors * product * below.pow(count))
    }
}
