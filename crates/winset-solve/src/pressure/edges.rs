//! The edges of the steps: where the acceptable packages change as one no-deal value moves.

use std::fmt;

use num_bigint::BigUint;
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::derived::DerivedDraft;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use super::steps::StepLimits;
use crate::budget::Budget;
use crate::count::{Count, count};
use crate::listing::listing;
use crate::search::overlap;
use crate::survey::best;

/// Where the number of acceptable packages does not change around the present value of a party.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Unchanged {
    /// The value down to which, not included, nothing changes; `None`: however low.
    pub above: Option<i64>,
    /// The greatest value for which nothing changes; `None` where there is no overlap, however high.
    pub up_to: Option<i64>,
}

/// Shows nothing: values are confidential.
impl fmt::Debug for Unchanged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unchanged").finish_non_exhaustive()
    }
}

/// Where the acceptable packages stay the same as one party's no-deal value moves, everything else
/// fixed: from the most that a package below the present value gives the party to the least that an
/// acceptable one does, both proven. `None` for a party without preferences or without a floor.
///
/// # Errors
/// The reason for which it was stopped.
pub fn unchanged(
    case: &Case,
    positions: &Positions,
    party: PartyId,
    budget: &Budget<'_>,
) -> Result<Option<Unchanged>, StopReason> {
    let scored = case.parties[party.index()].sheet.open().scores.is_some();
    let (true, Some(present)) = (scored, positions.floors[party.index()]) else {
        return Ok(None);
    };
    let edges = Edges::new(case, positions, party, StepLimits::default(), budget)?;
    Ok(Some(Unchanged {
        above: edges.end_below(present)?,
        up_to: edges.end(Some(present))?,
    }))
}

/// Finds the values at which the number of acceptable packages changes.
pub(super) struct Edges<'a> {
    /// The case with a party that scores minus what the party does.
    case: Case,
    mirror: PartyId,
    /// The positions without the party's floor.
    free: Positions,
    party: PartyId,
    /// Packages up to which a step is counted by listing those that end with it.
    listed_max: usize,
    budget: &'a Budget<'a>,
}

impl<'a> Edges<'a> {
    pub(super) fn new(
        case: &Case,
        positions: &Positions,
        party: PartyId,
        limits: StepLimits,
        budget: &'a Budget<'a>,
    ) -> Result<Self, StopReason> {
        let mut draft = DerivedDraft::of(case);
        let id = format!("minus/{}", case.parties[party.index()].id);
        let name = format!("Minus {}", case.parties[party.index()].name);
        let mirror = draft.add_sum(&id, &name, &[(party, -1)]);
        let mirror = mirror.map_err(|_| StopReason::NumberLimit)?;
        let mut free = positions.clone().with_floor(party, None);
        free.floors.push(None);
        Ok(Self {
            case: draft.finish(),
            mirror,
            free,
            party,
            listed_max: limits.packages_max,
            budget,
        })
    }

    /// The greatest value from this one on that leaves the same packages: the least that they give
    /// the party. `None` when there is no package.
    pub(super) fn end(&self, from: Option<i64>) -> Result<Option<i64>, StopReason> {
        let asked = self.free.clone().with_floor(self.party, from);
        Ok(self.most(&asked, self.mirror)?.map(|minus| -minus))
    }

    /// The greatest value below this one that leaves more packages: the most that one of those that
    /// it rules out gives the party.
    pub(super) fn end_below(&self, value: i64) -> Result<Option<i64>, StopReason> {
        // Minus a score is above minus the value exactly when the score is below the value.
        let Some(above) = value.checked_neg().and_then(|v| v.checked_add(1)) else {
            return Ok(None);
        };
        let asked = self.free.clone().with_floor(self.mirror, Some(above));
        self.most(&asked, self.party)
    }

    fn most(&self, asked: &Positions, party: PartyId) -> Result<Option<i64>, StopReason> {
        let witness = match overlap(&self.case, asked, self.budget) {
            Answer::Found(witness) => witness,
            Answer::Impossible(_) => return Ok(None),
            Answer::Stopped { reason, .. } => return Err(reason),
        };
        let best = best(&self.case, asked, party, &witness, self.budget)?;
        Ok(best.map(|best| best.value()))
    }

    /// How many packages give the party at least so much.
    pub(super) fn count(&self, value: i64) -> Result<BigUint, StopReason> {
        let asked = self.free.clone().with_floor(self.party, Some(value));
        self.exactly(&asked)
    }

    /// How many packages give the party exactly so much: mostly few, so that they are listed.
    pub(super) fn count_at(&self, value: i64) -> Result<BigUint, StopReason> {
        let minus = value.checked_neg().ok_or(StopReason::NumberLimit)?;
        let asked = self.free.clone().with_floor(self.party, Some(value));
        let asked = asked.with_floor(self.mirror, Some(minus));
        let listed = listing(&self.case, &asked, self.listed_max, self.budget);
        match listed.stopped {
            None => Ok(listed.packages.len().into()),
            Some(StopReason::NodeLimit) => self.exactly(&asked),
            Some(reason) => Err(reason),
        }
    }

    fn exactly(&self, asked: &Positions) -> Result<BigUint, StopReason> {
        match count(&self.case, asked, self.budget) {
            Count::Exact(count) => Ok(count),
            Count::Between { reason, .. } => Err(reason),
        }
    }
}
