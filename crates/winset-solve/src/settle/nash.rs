//! The Nash settlement: who can gain at once, and the largest product of their gains.

use winset_check::{Acceptable, Group, LargestSets, Nash, gaining, nash};
use winset_model::answer::{Answer, StopReason};
use winset_model::number::Exact;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use super::ask::Asker;
use super::gainers::gainers;
use super::level::{Level, Reach};
use super::outcome::{SettlementFound, Unsettled};
use super::product::products;
use super::rules::{Question, checked};
use super::seeds::Seeds;
use super::ties::ties;
use crate::boxes::Boxes;
use crate::search::overlap;

/// What is best for parties that gain together.
struct Best {
    group: Group,
    /// The questions that the best packages are the answers to, each with one of them.
    asked: Vec<(Positions, Acceptable)>,
}

/// Why there is no best, and the best so far.
type Unfinished = (StopReason, Option<Acceptable>);

impl Question<'_> {
    pub(super) fn nash(&self) -> Result<SettlementFound<Nash>, StopReason> {
        let parties = self.terms.parties.as_slice();
        let safe = self.gaining(&[])?;
        let mut seeds = self.seeds.inside(&safe);
        if seeds.packages.is_empty() {
            match overlap(self.case, &safe, self.budget) {
                Answer::Found(found) => seeds.add([&found]),
                Answer::Impossible(proof) => {
                    return Ok(SettlementFound::None(Unsettled::SomebodyLoses(proof)));
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
        seeds.add(&largest.packages);
        let (mut groups, mut asked) = (Vec::new(), Vec::new());
        for set in &largest.sets {
            let axes: Vec<PartyId> = set.iter().map(|axis| parties[*axis]).collect();
            let levels = set.iter().map(|axis| levels[*axis].clone()).collect();
            match self.best_for(axes, levels, &seeds) {
                Ok(best) => {
                    groups.push(best.group);
                    asked.extend(best.asked);
                }
                Err((reason, best)) => {
                    let bound = None;
                    return Ok(SettlementFound::Stopped {
                        reason,
                        best,
                        bound,
                    });
                }
            }
        }
        groups.sort_by(|a, b| a.parties.cmp(&b.parties));
        let (case, disagreement) = (self.case, &self.terms.disagreement);
        let sets = LargestSets {
            groups: &groups,
            largest: &cover,
        };
        let claim = checked(
            nash(case, self.positions, disagreement, parties, sets),
            self.budget,
        )?;
        let ties = ties(case, &asked, self.seeds, self.budget);
        Ok(SettlementFound::Found { claim, ties })
    }

    /// Positions in which none of the parties loses and some gain.
    fn gaining(&self, gainers: &[PartyId]) -> Result<Positions, StopReason> {
        let (parties, disagreement) = (&self.terms.parties, &self.terms.disagreement);
        let raised = gaining(self.case, self.positions, disagreement, parties, gainers);
        raised.map_err(|_| StopReason::NumberLimit)
    }

    fn best_for(
        &self,
        axes: Vec<PartyId>,
        gains: Vec<Level>,
        seeds: &Seeds,
    ) -> Result<Best, Unfinished> {
        let positions = self.gaining(&axes).map_err(|reason| (reason, None))?;
        let seeds = seeds.inside(&positions);
        let mut asker = Asker::new(self.case, &positions, &axes, self.budget);
        asker.learn(&seeds.packages);
        // Where others must not gain, what is known of bests is about other floors.
        let mut boxes = if axes.len() == self.terms.parties.len() {
            self.boxes(&asker)
        } else {
            Boxes::new(asker.root())
        };
        let (found, done) = products(&mut asker, &mut boxes, gains, &seeds);
        done.map_err(|reason| (reason, found.holder().cloned()))?;
        Ok(Best {
            asked: found
                .tied()
                .map(|(floors, known)| (asker.positions(&floors), known.clone()))
                .collect(),
            group: Group {
                winners: found.winners(),
                cover: boxes.into_cover(),
                parties: axes,
            },
        })
    }
}
