//! Levels of parties: gains over disagreement values, in units, exact and comparable.

use num_bigint::BigUint;
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::number::{Exact, sub};
use winset_model::options::PartyId;

/// A party's level as a function of its score: `(slope * score + start) / unit`, in lowest terms.
#[derive(Clone)]
pub(crate) struct Level {
    slope: i128,
    start: i128,
    unit: i128,
}

/// Shows nothing; the numbers are confidential.
impl std::fmt::Debug for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Level(..)")
    }
}

/// Whether a level must be reached or passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    AtLeast,
    Above,
}

impl Level {
    /// The party's gain itself.
    pub(crate) fn gain(
        case: &Case,
        disagreement: &Disagreement,
        party: PartyId,
    ) -> Result<Self, StopReason> {
        Self::in_units(case, disagreement, party, Exact::from_integer(1))
    }

    /// The party's gain as a share of its gain at an ideal score, which is above 0.
    pub(crate) fn share(
        case: &Case,
        disagreement: &Disagreement,
        party: PartyId,
        ideal: i64,
    ) -> Result<Self, StopReason> {
        let value = disagreement.value(party);
        let unit = value.and_then(|value| sub(case.unscaled(party, ideal), value));
        Self::in_units(
            case,
            disagreement,
            party,
            unit.ok_or(StopReason::NumberLimit)?,
        )
    }

    fn in_units(
        case: &Case,
        disagreement: &Disagreement,
        party: PartyId,
        unit: Exact,
    ) -> Result<Self, StopReason> {
        let scale = i128::from(case.parties[party.index()].sheet.open().scale);
        let made = disagreement.value(party).and_then(|value| {
            // (score / scale - value) / unit, over one denominator.
            let slope = value.denom().checked_mul(*unit.denom())?;
            let start = value
                .numer()
                .checked_mul(scale)?
                .checked_mul(*unit.denom())?;
            let below = scale
                .checked_mul(*value.denom())?
                .checked_mul(*unit.numer())?;
            let common = gcd(gcd(slope, start), below);
            Some(Self {
                slope: slope / common,
                start: -start / common,
                unit: below / common,
            })
        });
        made.ok_or(StopReason::NumberLimit)
    }

    /// The level of a score.
    pub(crate) fn of(&self, score: i64) -> Result<Exact, StopReason> {
        let above = self.above(score)?;
        Ok(Exact::new(above, self.unit))
    }

    /// The level of a score in the smallest unit of the party's levels, where it is positive.
    pub(crate) fn units(&self, score: i64) -> Result<BigUint, StopReason> {
        let above = self.above(score)?;
        Ok(BigUint::from(above.max(0).unsigned_abs()))
    }

    fn above(&self, score: i64) -> Result<i128, StopReason> {
        let above = self.slope.checked_mul(i128::from(score));
        let above = above.and_then(|above| above.checked_add(self.start));
        above.ok_or(StopReason::NumberLimit)
    }

    /// How much one unit of score adds.
    pub(crate) fn step(&self) -> Exact {
        Exact::new(self.slope, self.unit)
    }

    /// How many of the smallest units a score counts, and where they begin.
    pub(crate) fn line(&self) -> (i128, i128) {
        (self.slope, self.start)
    }

    /// The least score whose level reaches, or passes, another; the largest or the least number
    /// where no score of that size could occur.
    pub(crate) fn least(&self, level: &Exact, reach: Reach) -> Result<i64, StopReason> {
        let least = || {
            // slope * score + start >= unit * level
            let right = self.unit.checked_mul(*level.numer())?;
            let right = right.checked_sub(self.start.checked_mul(*level.denom())?)?;
            let left = self.slope.checked_mul(*level.denom())?;
            let below = right.div_euclid(left);
            let over = right.rem_euclid(left) != 0 || reach == Reach::Above;
            let least = below.checked_add(i128::from(over))?;
            let nearest = least.clamp(i64::MIN.into(), i64::MAX.into());
            i64::try_from(nearest).ok()
        };
        least().ok_or(StopReason::NumberLimit)
    }
}

fn gcd(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.saturating_abs().max(1)
}
