//! The utilitarian settlement: the largest sum of scores, as the score of one more party.

use num_bigint::BigInt;
use winset_check::{Acceptable, ExactSum, LargestSum, SumCell, accept, largest_sum};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::condition::Condition;
use winset_model::derived::DerivedDraft;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use super::ideals::{NO_SEED, best_from};
use super::outcome::{SettlementFound, Unsettled};
use super::rules::{Question, checked};
use super::ties::{Ties, listed};
use crate::search::overlap;

/// Most cells of packages whose rounded sums reach the largest exact one.
const CELLS_MAX: usize = 256;

/// The largest sum, and what shows it.
struct Largest {
    holder: Acceptable,
    /// Packages whose rounded sum reaches the largest exact one; none where sums are not rounded.
    known: Vec<Package>,
    certificate: Vec<u8>,
}

/// The search for the largest sum.
struct SumSearch<'a> {
    question: &'a Question<'a>,
    sum: ExactSum,
    /// The package with the largest sum so far.
    holder: Acceptable,
}

impl Question<'_> {
    pub(super) fn sum(&self) -> Result<SettlementFound<LargestSum>, StopReason> {
        if !self.terms.comparable {
            return Ok(SettlementFound::None(Unsettled::NotComparable));
        }
        let parties = self.terms.parties.as_slice();
        let sum = ExactSum::of(self.case, parties);
        let seeds = self.seeds.packages.iter().rev();
        let holder = seeds.max_by_key(|package| sum.total(package.package()));
        let holder = holder.ok_or_else(|| self.budget.check_failed(NO_SEED))?;
        let mut search = SumSearch {
            question: self,
            sum,
            holder: holder.clone(),
        };
        let largest = match search.largest() {
            Ok(largest) => largest,
            Err(reason) => {
                let (best, bound) = (Some(search.holder), None);
                return Ok(SettlementFound::Stopped {
                    reason,
                    best,
                    bound,
                });
            }
        };
        let package = largest.holder.package();
        let certificate = largest.certificate.clone();
        let (case, positions) = (self.case, self.positions);
        let claim = largest_sum(
            case,
            positions,
            parties,
            package,
            &largest.known,
            certificate,
        );
        let claim = checked(claim, self.budget)?;
        let ties = search.ties(&largest)?;
        Ok(SettlementFound::Found { claim, ties })
    }
}

impl SumSearch<'_> {
    fn total(&self, package: &Acceptable) -> BigInt {
        self.sum.total(package.package())
    }

    /// The derived case without some cells.
    fn derived(&self, cells: &[SumCell]) -> Result<Case, StopReason> {
        let derived = self.sum.derived(self.question.case, cells);
        derived.ok_or(StopReason::NumberLimit)
    }

    /// The positions in the derived case, with a floor for the sum.
    fn asked(&self, floor: Option<i64>) -> Positions {
        let mut asked = self.question.positions.clone();
        asked.floors.push(floor);
        asked
    }

    fn largest(&mut self) -> Result<Largest, StopReason> {
        let budget = self.question.budget;
        let (derived, asked) = (self.derived(&[])?, self.asked(None));
        let start = accept(&derived, &asked, self.holder.package());
        let start = start.map_err(|why| budget.check_failed(why))?;
        let sum = PartyId::at(self.question.case.parties.len());
        let best = best_from(&derived, &asked, sum, &start, budget)?;
        let found = self.of_case(best.acceptable())?;
        if self.total(&found) > self.total(&self.holder) {
            self.holder = found;
        }
        if !self.sum.is_rounded() {
            return Ok(Largest {
                holder: self.holder.clone(),
                known: Vec::new(),
                certificate: best.proof().bytes().to_vec(),
            });
        }
        self.beyond_rounding()
    }

    /// Names every package whose rounded sum reaches the largest exact one, and finds it among them.
    fn beyond_rounding(&mut self) -> Result<Largest, StopReason> {
        let budget = self.question.budget;
        let mut known = vec![self.holder.package().clone()];
        let mut cells = vec![self.sum.cell(self.holder.package())];
        loop {
            let derived = self.derived(&cells)?;
            let floor = self.sum.floor_beyond(&self.total(&self.holder));
            let asked = self.asked(Some(floor.ok_or(StopReason::NumberLimit)?));
            let found = match overlap(&derived, &asked, budget) {
                Answer::Found(found) => self.of_case(&found)?,
                Answer::Impossible(proof) => {
                    return Ok(Largest {
                        holder: self.holder.clone(),
                        known,
                        certificate: proof.bytes().to_vec(),
                    });
                }
                Answer::Stopped { reason, .. } => return Err(reason),
            };
            if known.len() == CELLS_MAX {
                return Err(StopReason::NumberLimit);
            }
            known.push(found.package().clone());
            cells.push(self.sum.cell(found.package()));
            if self.total(&found) > self.total(&self.holder) {
                self.holder = found;
            }
        }
    }

    /// A package of a derived case, which has the same points, as one of the case.
    fn of_case(&self, found: &Acceptable) -> Result<Acceptable, StopReason> {
        let (case, positions) = (self.question.case, self.question.positions);
        let accepted = accept(case, positions, found.package());
        accepted.map_err(|why| self.question.budget.check_failed(why))
    }

    /// All packages with the largest sum.
    fn ties(&self, largest: &Largest) -> Result<Ties, StopReason> {
        let Question {
            case,
            seeds,
            budget,
            ..
        } = *self.question;
        let most = self.total(&largest.holder);
        if seeds.complete {
            let seeds = seeds.packages.iter();
            let tied = seeds.filter(|package| self.total(package) == most);
            return Ok(Ties::just(tied.cloned().collect()));
        }
        let (derived, asked) = if self.sum.is_rounded() {
            let known = largest.known.iter();
            let tied = known.filter(|package| self.sum.total(package) == most);
            let mut draft = DerivedDraft::of(case);
            draft.add_law("tied", in_one_of(tied.map(|p| self.sum.cell(p))));
            (draft.finish(), self.question.positions.clone())
        } else {
            let floor = i64::try_from(&most).map_err(|_| StopReason::NumberLimit)?;
            (self.derived(&[])?, self.asked(Some(floor)))
        };
        let start = accept(&derived, &asked, largest.holder.package());
        let start = start.map_err(|why| budget.check_failed(why))?;
        let ties = listed(&derived, &asked, &start, budget);
        let packages = ties.packages.iter().map(|found| self.of_case(found));
        Ok(Ties {
            packages: packages.collect::<Result<_, _>>()?,
            count: ties.count,
            occurring: ties.occurring,
        })
    }
}

/// Being in one of several cells.
fn in_one_of(cells: impl Iterator<Item = SumCell>) -> Condition {
    let inside = |cell: SumCell| {
        let settled = cell.into_iter();
        let settled = settled.map(|(point, options)| Condition::holds(point, options));
        Condition::all(settled.collect())
    };
    Condition::any(cells.map(inside).collect())
}
