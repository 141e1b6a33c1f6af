//! One rule at a time: its question, its search, its claim, its ties.

use winset_check::{
    Best, Cover, Floors, Group, LargestSum, Leximin, Nash, Refutation, Rejection, egalitarian,
    gaining, kalai_smorodinsky, largest_sum, nash, with_sums,
};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::number::Exact;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use super::ask::Asker;
use super::gainers::gainers;
use super::ideals::best_from;
use super::level::{Level, Reach};
use super::leximin::leximin;
use super::product::products;
use super::ties::{of_case, ties};
use super::{Seeds, Settlement, Terms, Unsettled};
use crate::boxes::Boxes;
use crate::budget::Budget;
use crate::search::overlap;

/// A rule.
#[derive(Debug, Clone, Copy)]
pub(super) enum Rule {
    Nash,
    KalaiSmorodinsky,
    Egalitarian,
    Utilitarian,
}

/// The rules, those first that are done sooner.
pub(super) const RULES: [Rule; 4] = [
    Rule::Egalitarian,
    Rule::KalaiSmorodinsky,
    Rule::Utilitarian,
    Rule::Nash,
];

/// What a rule picks.
pub(super) enum Part {
    Nash(Settlement<Nash>),
    KalaiSmorodinsky(Settlement<Leximin>),
    Egalitarian(Settlement<Leximin>),
    Utilitarian(Settlement<LargestSum>),
}

/// What all rules begin with. Some package is acceptable, and the parties have preferences.
#[derive(Debug)]
pub(super) struct Question<'a> {
    pub(super) case: &'a Case,
    pub(super) positions: &'a Positions,
    pub(super) terms: &'a Terms,
    pub(super) seeds: &'a Seeds,
    /// The best of each party.
    pub(super) ideals: &'a [Result<Best, StopReason>],
    pub(super) budget: &'a Budget<'a>,
}

impl Question<'_> {
    pub(super) fn settle(&self, rule: Rule) -> Part {
        match rule {
            Rule::Nash => Part::Nash(self.nash().unwrap_or_else(stopped)),
            Rule::KalaiSmorodinsky => Part::KalaiSmorodinsky(self.shares().unwrap_or_else(stopped)),
            Rule::Egalitarian => Part::Egalitarian(self.gains().unwrap_or_else(stopped)),
            Rule::Utilitarian => Part::Utilitarian(self.sum().unwrap_or_else(stopped)),
        }
    }

    /// What is known of boxes already: that nobody gets more than its best.
    fn known(&self, asker: &Asker<'_>) -> Vec<Refutation> {
        let ideals = self.ideals.iter().flatten();
        let ideals = ideals.filter(|ideal| asker.axes.contains(&ideal.party()));
        let widened = |ideal: &Best| asker.widened(self.case, ideal.proof(), Vec::new());
        ideals.map(widened).collect()
    }

    fn gains(&self) -> Result<Settlement<Leximin>, StopReason> {
        let parties = &self.terms.parties;
        let level = |party: &PartyId| Level::gain(self.case, &self.terms.disagreement, *party);
        let levels = parties.iter().map(level).collect::<Result<_, _>>()?;
        self.leximin(parties, levels, |winners, cover| {
            let (case, positions) = (self.case, self.positions);
            egalitarian(
                case,
                positions,
                &self.terms.disagreement,
                parties,
                winners,
                cover,
            )
        })
    }

    fn shares(&self) -> Result<Settlement<Leximin>, StopReason> {
        let mut ideals = Vec::with_capacity(self.ideals.len());
        for ideal in self.ideals {
            ideals.push(ideal.clone()?);
        }
        let disagreement = &self.terms.disagreement;
        let (mut axes, mut levels) = (Vec::new(), Vec::new());
        for ideal in &ideals {
            let gain = disagreement.gain(self.case, ideal.party(), ideal.value());
            if gain.ok_or(StopReason::NumberLimit)? > Exact::from_integer(0) {
                axes.push(ideal.party());
                let party = ideal.party();
                levels.push(Level::share(self.case, disagreement, party, ideal.value())?);
            }
        }
        if axes.is_empty() {
            return Ok(Settlement::None(Unsettled::NobodyGains(ideals)));
        }
        self.leximin(&axes, levels, |winners, cover| {
            let (case, positions) = (self.case, self.positions);
            kalai_smorodinsky(case, positions, disagreement, &ideals, winners, cover)
        })
    }

    fn leximin(
        &self,
        axes: &[PartyId],
        levels: Vec<Level>,
        claim: impl Fn(&[Package], &Cover) -> Result<Leximin, Rejection>,
    ) -> Result<Settlement<Leximin>, StopReason> {
        let mut asker = Asker::new(self.case, self.positions, axes, self.budget);
        asker.learn(&self.seeds.packages);
        let mut boxes = Boxes::new(asker.root());
        for refutation in self.known(&asker) {
            boxes.refute(refutation);
        }
        let (found, done) = leximin(&mut asker, &mut boxes, levels, self.seeds);
        let Some(found) = found else {
            return Err(StopReason::CheckFailed);
        };
        if let Err(reason) = done {
            return Ok(Settlement::Stopped {
                reason,
                best: found.holder().cloned(),
                bound: found.bound,
            });
        }
        let claim = checked(claim(&found.winners(), &boxes.into_cover()))?;
        let asked: Vec<Positions> = found.tied().iter().map(|f| asker.positions(f)).collect();
        let ties = ties(self.case, &asked, self.budget);
        Ok(Settlement::Found { claim, ties })
    }

    /// Positions in which none of the parties loses and some gain.
    fn gaining(&self, gainers: &[PartyId]) -> Result<Positions, StopReason> {
        let (parties, disagreement) = (&self.terms.parties, &self.terms.disagreement);
        let raised = gaining(self.case, self.positions, disagreement, parties, gainers);
        raised.map_err(|_| StopReason::NumberLimit)
    }

    fn nash(&self) -> Result<Settlement<Nash>, StopReason> {
        let parties = &self.terms.parties;
        let safe = self.gaining(&[])?;
        let seeds = self.seeds.inside(&safe);
        if seeds.packages.is_empty() {
            match overlap(self.case, &safe, self.budget) {
                Answer::Found(_) => {}
                Answer::Impossible(proof) => {
                    return Ok(Settlement::None(Unsettled::SomebodyLoses(proof)));
                }
                Answer::Stopped { reason, .. } => return Err(reason),
            }
        }
        let mut levels = Vec::with_capacity(parties.len());
        let mut gains = Vec::with_capacity(parties.len());
        for party in parties {
            let level = Level::gain(self.case, &self.terms.disagreement, *party)?;
            gains.push(level.least(&Exact::from_integer(0), Reach::Above)?);
            levels.push(level);
        }
        let mut asker = Asker::new(self.case, &safe, parties, self.budget);
        asker.learn(&seeds.packages);
        let (largest, cover) = gainers(&mut asker, gains, &seeds)?;
        let mut groups = Vec::with_capacity(largest.sets.len());
        let mut asked = Vec::new();
        for set in &largest.sets {
            let axes: Vec<PartyId> = set.iter().map(|axis| parties[*axis]).collect();
            let levels = set.iter().map(|axis| levels[*axis].clone()).collect();
            let positions = self.gaining(&axes)?;
            let mut seeds = seeds.inside(&positions);
            let more = Seeds {
                packages: largest.packages.clone(),
                complete: false,
            };
            seeds.packages.extend(more.inside(&positions).packages);
            let mut asker = Asker::new(self.case, &positions, &axes, self.budget);
            asker.learn(&seeds.packages);
            let mut boxes = Boxes::new(asker.root());
            if axes.len() == parties.len() {
                for refutation in self.known(&asker) {
                    boxes.refute(refutation);
                }
            }
            let (found, done) = products(&mut asker, &mut boxes, levels, &seeds);
            if let Err(reason) = done {
                let best = found.holder().cloned();
                return Ok(Settlement::Stopped {
                    reason,
                    best,
                    bound: None,
                });
            }
            asked.extend(
                found
                    .tied()
                    .iter()
                    .map(|floors: &Floors| asker.positions(floors)),
            );
            groups.push(Group {
                winners: found.winners(),
                cover: boxes.into_cover(),
                parties: axes,
            });
        }
        groups.sort_by(|a, b| a.parties.cmp(&b.parties));
        let (case, disagreement) = (self.case, &self.terms.disagreement);
        let claim = nash(
            case,
            self.positions,
            disagreement,
            parties,
            (&groups, &cover),
        );
        Ok(Settlement::Found {
            claim: checked(claim)?,
            ties: ties(self.case, &asked, self.budget),
        })
    }

    fn sum(&self) -> Result<Settlement<LargestSum>, StopReason> {
        if !self.terms.comparable {
            return Ok(Settlement::None(Unsettled::NotComparable));
        }
        let parties = &self.terms.parties;
        let scale = |party: &PartyId| self.case.parties[party.index()].sheet.open().scale;
        let mut common: i64 = 1;
        for party in parties {
            let (mut a, mut b) = (common, scale(party));
            while b != 0 {
                (a, b) = (b, a % b);
            }
            common = (common.checked_mul(scale(party) / a)).ok_or(StopReason::NumberLimit)?;
        }
        let weights: Vec<i64> = parties.iter().map(|party| common / scale(party)).collect();
        let derived = with_sums(self.case, parties, [weights.as_slice()]);
        let derived = derived.ok_or(StopReason::NumberLimit)?;
        let sum = PartyId::at(self.case.parties.len());
        let mut asked = self.positions.clone();
        asked.floors.push(None);
        let total = |package: &winset_check::Acceptable| {
            winset_check::accept(&derived, &asked, package.package()).ok()
        };
        let known = self.seeds.packages.iter().rev().filter_map(total);
        let holder = known.max_by_key(|package| package.scores()[sum.index()]);
        let holder = holder.ok_or(StopReason::CheckFailed)?;
        let found = best_from(&derived, &asked, sum, &holder, self.budget)?;
        let package = found.acceptable().package();
        let certificate = found.proof().bytes().to_vec();
        let claim = largest_sum(self.case, self.positions, parties, package, certificate);
        let reached = asked.with_floor(sum, Some(found.value()));
        let listed = ties(&derived, &[reached], self.budget);
        let ties = of_case(listed, self.case, self.positions);
        Ok(Settlement::Found {
            claim: checked(claim)?,
            ties: ties.ok_or(StopReason::CheckFailed)?,
        })
    }
}

impl Seeds {
    /// The seeds that are acceptable under other, narrower positions.
    fn inside(&self, positions: &Positions) -> Self {
        let reaches = |package: &&winset_check::Acceptable| {
            let mut pairs = positions.floors.iter().zip(package.scores());
            pairs.all(|(floor, score)| floor.is_none_or(|floor| score.unwrap_or(0) >= floor))
        };
        Self {
            packages: self.packages.iter().filter(reaches).cloned().collect(),
            complete: self.complete,
        }
    }
}

/// What the checker accepted; a refusal would be a fault of this crate.
fn checked<C>(claim: Result<C, Rejection>) -> Result<C, StopReason> {
    debug_assert!(
        claim.is_ok(),
        "the checker refused what was found: {:?}",
        claim.as_ref().err()
    );
    claim.map_err(|_| StopReason::CheckFailed)
}

fn stopped<C>(reason: StopReason) -> Settlement<C> {
    Settlement::Stopped {
        reason,
        best: None,
        bound: None,
    }
}
