//! What every rule begins with, and the rules that compare levels.

use winset_check::{Acceptable, Best, Cover, Leximin, Rejection, egalitarian, kalai_smorodinsky};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::number::Exact;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use super::ask::Asker;
use super::level::Level;
use super::leximin::leximin;
use super::outcome::{Part, SettlementFound, Unsettled};
use super::seeds::Seeds;
use super::terms::SettlementTerms;
use super::ties::ties;
use crate::boxes::Boxes;
use crate::budget::Budget;

/// A rule.
#[derive(Debug, Clone, Copy)]
pub(super) enum Rule {
    Nash,
    KalaiSmorodinsky,
    Egalitarian,
    Utilitarian,
}

/// The rules, those first that are mostly done soonest.
pub(super) const RULES: [Rule; 4] = [
    Rule::Utilitarian,
    Rule::Nash,
    Rule::KalaiSmorodinsky,
    Rule::Egalitarian,
];

/// What all rules begin with. Some package is acceptable, and the parties have preferences.
#[derive(Debug)]
pub(super) struct Question<'a> {
    pub(super) case: &'a Case,
    pub(super) positions: &'a Positions,
    pub(super) terms: &'a SettlementTerms,
    pub(super) seeds: &'a Seeds,
    /// The best of each party that takes part.
    pub(super) ideals: &'a [Result<Best, StopReason>],
    pub(super) budget: &'a Budget<'a>,
}

impl Question<'_> {
    pub(super) fn settle(&self, rule: Rule) -> Part {
        match rule {
            Rule::Nash => Part::Nash(self.nash().unwrap_or_else(Into::into)),
            Rule::KalaiSmorodinsky => {
                Part::KalaiSmorodinsky(self.shares().unwrap_or_else(Into::into))
            }
            Rule::Egalitarian => Part::Egalitarian(self.gains().unwrap_or_else(Into::into)),
            Rule::Utilitarian => Part::Utilitarian(self.sum().unwrap_or_else(Into::into)),
        }
    }

    /// Boxes in which it is noted that no axis gets more than its best, as far as that is known. The
    /// base may differ from the positions by the floors of axes only.
    pub(super) fn boxes(&self, asker: &Asker<'_>) -> Boxes {
        let mut boxes = Boxes::new(asker.root());
        for ideal in self.ideals.iter().flatten() {
            if asker.axes.contains(&ideal.party()) {
                boxes.refute(asker.widened(self.case, ideal.proof(), Vec::new()));
            }
        }
        boxes
    }

    fn gains(&self) -> Result<SettlementFound<Leximin>, StopReason> {
        let SettlementTerms {
            parties,
            disagreement,
            ..
        } = self.terms;
        let level = |party: &PartyId| Level::gain(self.case, disagreement, *party);
        let levels = parties.iter().map(level).collect::<Result<_, _>>()?;
        let (case, positions) = (self.case, self.positions);
        self.leximin(parties, levels, |winners, cover| {
            egalitarian(case, positions, disagreement, parties, winners, cover)
        })
    }

    fn shares(&self) -> Result<SettlementFound<Leximin>, StopReason> {
        let ideals: Vec<Best> = self.ideals.iter().cloned().collect::<Result<_, _>>()?;
        let (case, positions, disagreement) = (self.case, self.positions, &self.terms.disagreement);
        let (mut axes, mut levels) = (Vec::new(), Vec::new());
        for ideal in &ideals {
            let (party, value) = (ideal.party(), ideal.value());
            let most = disagreement.gain(case, party, value);
            if most.ok_or(StopReason::NumberLimit)? > Exact::from_integer(0) {
                axes.push(party);
                levels.push(Level::share(case, disagreement, party, value)?);
            }
        }
        if axes.is_empty() {
            return Ok(SettlementFound::None(Unsettled::NobodyGains(ideals)));
        }
        self.leximin(&axes, levels, |winners, cover| {
            kalai_smorodinsky(case, positions, disagreement, &ideals, winners, cover)
        })
    }

    fn leximin(
        &self,
        axes: &[PartyId],
        levels: Vec<Level>,
        claim: impl Fn(&[Package], &Cover) -> Result<Leximin, Rejection>,
    ) -> Result<SettlementFound<Leximin>, StopReason> {
        let mut asker = Asker::new(self.case, self.positions, axes, self.budget);
        asker.learn(&self.seeds.packages);
        let mut boxes = self.boxes(&asker);
        let (found, done) = leximin(&mut asker, &mut boxes, levels, self.seeds);
        if let Err(reason) = done {
            return Ok(SettlementFound::Stopped {
                reason,
                best: found.holder().cloned(),
                bound: found.bound(),
            });
        }
        let claim = checked(claim(&found.winners(), &boxes.into_cover()), self.budget)?;
        let tied = found.tied();
        let asked = tied.map(|(floors, known)| (asker.positions(&floors), known.clone()));
        let asked: Vec<(Positions, Acceptable)> = asked.collect();
        Ok(SettlementFound::Found {
            claim,
            ties: ties(self.case, &asked, self.seeds, self.budget),
        })
    }
}

/// What the checker accepted; a refusal would be a fault of this crate, and claims nothing.
pub(super) fn checked<C>(
    claim: Result<C, Rejection>,
    budget: &Budget<'_>,
) -> Result<C, StopReason> {
    claim.map_err(|why| {
        debug_assert!(false, "the checker refused what was found: {why}");
        budget.check_failed(why)
    })
}
