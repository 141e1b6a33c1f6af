//! The utilitarian settlement: the largest sum of scores, as the score of one more party.

use winset_check::{Acceptable, LargestSum, accept, largest_sum, with_sums};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use super::ideals::{NO_SEED, best_from};
use super::outcome::{SettlementFound, Unsettled};
use super::rules::{Question, checked};
use super::ties::{Ties, listed};

impl Question<'_> {
    pub(super) fn sum(&self) -> Result<SettlementFound<LargestSum>, StopReason> {
        if !self.terms.comparable {
            return Ok(SettlementFound::None(Unsettled::NotComparable));
        }
        let (case, parties) = (self.case, self.terms.parties.as_slice());
        let weights = weights(case, parties).ok_or(StopReason::NumberLimit)?;
        let derived = with_sums(case, parties, [weights.as_slice()]);
        let derived = derived.ok_or(StopReason::NumberLimit)?;
        let sum = PartyId::at(case.parties.len());
        let mut asked = self.positions.clone();
        asked.floors.push(None);
        let total = |package: &Acceptable| -> i128 {
            let pairs = parties.iter().zip(&weights);
            let weighed = |(party, weight): (&PartyId, &i64)| {
                i128::from(package.utility(*party)) * i128::from(*weight)
            };
            pairs.map(weighed).sum()
        };
        let known = self.seeds.packages.iter().rev();
        let holder = known.max_by_key(|package| total(package));
        let holder = holder.ok_or_else(|| self.budget.check_failed(NO_SEED))?;
        let start = accept(&derived, &asked, holder.package());
        let start = start.map_err(|why| self.budget.check_failed(why))?;
        let best = match best_from(&derived, &asked, sum, &start, self.budget) {
            Ok(best) => best,
            Err(reason) => {
                let (best, bound) = (Some(holder.clone()), None);
                return Ok(SettlementFound::Stopped {
                    reason,
                    best,
                    bound,
                });
            }
        };
        let package = best.acceptable().package();
        let certificate = best.proof().bytes().to_vec();
        let claim = largest_sum(case, self.positions, parties, package, certificate);
        let claim = checked(claim, self.budget)?;
        let ties = if self.seeds.complete {
            let most = i128::from(best.value());
            let tied = self.seeds.packages.iter().filter(|p| total(p) == most);
            Ties::just(tied.cloned().collect())
        } else {
            let reached = asked.with_floor(sum, Some(best.value()));
            let ties = listed(&derived, &reached, best.acceptable(), self.budget);
            self.of_case(ties)?
        };
        Ok(SettlementFound::Found { claim, ties })
    }

    /// Packages of a derived case, which has the same points, as packages of the case.
    fn of_case(&self, ties: Ties) -> Result<Ties, StopReason> {
        let (case, positions): (&Case, &Positions) = (self.case, self.positions);
        let accepted = ties
            .packages
            .iter()
            .map(|found| accept(case, positions, found.package()));
        let packages: Result<Vec<Acceptable>, _> = accepted.collect();
        Ok(Ties {
            packages: packages.map_err(|why| self.budget.check_failed(why))?,
            count: ties.count,
            occurring: ties.occurring,
        })
    }
}

/// What brings the parties' scores to their least common denominator.
pub(crate) fn weights(case: &Case, parties: &[PartyId]) -> Option<Vec<i64>> {
    let scale = |party: &PartyId| case.parties[party.index()].sheet.open().scale;
    let mut common: i64 = 1;
    for party in parties {
        let (mut a, mut b) = (common, scale(party));
        while b != 0 {
            (a, b) = (b, a % b);
        }
        common = common.checked_mul(scale(party) / a)?;
    }
    let weights = parties.iter().map(|party| common / scale(party));
    Some(weights.collect())
}
