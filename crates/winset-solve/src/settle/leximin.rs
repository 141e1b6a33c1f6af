//! The search for the best levels, compared from the lowest up.

use std::cmp::Ordering;

use winset_check::{Acceptable, Cut, LowerCorner};
use winset_model::answer::StopReason;
use winset_model::number::Exact;
use winset_model::options::Package;

use super::ask::{Aim, Asker, Told, rule_out};
use super::level::{Level, Reach};
use super::seeds::Seeds;
use crate::boxes::Boxes;

/// The best levels so far and who has them.
#[derive(Debug)]
pub(super) struct Leximin {
    levels: Vec<Level>,
    /// The best levels, from the lowest up.
    best: Vec<Exact>,
    /// Scores of the axes with these levels, and a package of each.
    winners: Vec<(Vec<i64>, Acceptable)>,
    /// Nobody's lowest level can be above this.
    bound: Option<Exact>,
}

/// Finds the packages with the best levels among those in question; says why it was stopped.
pub(super) fn leximin(
    asker: &mut Asker<'_>,
    boxes: &mut Boxes,
    levels: Vec<Level>,
    seeds: &Seeds,
) -> (Leximin, Result<(), StopReason>) {
    let mut aim = Leximin {
        levels,
        best: Vec::new(),
        winners: Vec::new(),
        bound: None,
    };
    let done = aim.search(asker, boxes, seeds);
    (aim, done)
}

impl Leximin {
    fn search(
        &mut self,
        asker: &mut Asker<'_>,
        boxes: &mut Boxes,
        seeds: &Seeds,
    ) -> Result<(), StopReason> {
        for seed in &seeds.packages {
            self.learn(asker, seed)?;
        }
        if seeds.complete {
            self.lift(asker, boxes, 0)?;
        } else {
            self.ascend(asker, boxes)?;
        }
        self.cut_out(boxes)?;
        rule_out(self, asker, boxes)
    }

    /// What was found, for the claim.
    pub(super) fn winners(&self) -> Vec<Package> {
        let packages = self.winners.iter().map(|(_, a)| a.package().clone());
        packages.collect()
    }

    /// For each combination of scores with the best levels the floors that only it reaches, and
    /// a package.
    pub(super) fn tied(&self) -> impl Iterator<Item = (LowerCorner, &Acceptable)> {
        let winners = self.winners.iter();
        winners.map(|(scores, package)| (at(scores), package))
    }

    /// What nobody's lowest level can be above, where it is known.
    pub(super) fn bound(&self) -> Option<Exact> {
        self.bound
    }

    /// The first of the best packages so far.
    pub(super) fn holder(&self) -> Option<&Acceptable> {
        self.winners.first().map(|(_, package)| package)
    }

    /// The axes by their levels, the lowest first, and the levels; the first of equals first.
    fn sorted(&self, scores: &[i64]) -> Result<Vec<(Exact, usize)>, StopReason> {
        let levels = self.levels.iter().zip(scores).enumerate();
        let level = |(axis, (level, score)): (usize, (&Level, &i64))| Ok((level.of(*score)?, axis));
        let mut sorted: Vec<(Exact, usize)> = levels.map(level).collect::<Result<_, _>>()?;
        sorted.sort();
        Ok(sorted)
    }

    /// Takes note of a package; says how it compares with the best before it.
    fn learn(&mut self, asker: &Asker<'_>, package: &Acceptable) -> Result<Ordering, StopReason> {
        let scores = asker.scores(package);
        let sorted = self.sorted(&scores)?;
        let levels: Vec<Exact> = sorted.into_iter().map(|(level, _)| level).collect();
        let order = levels.cmp(&self.best);
        if order == Ordering::Greater {
            self.best = levels;
            self.winners = vec![(scores, package.clone())];
        } else if order == Ordering::Equal && self.winners.iter().all(|(s, _)| *s != scores) {
            self.winners.push((scores, package.clone()));
        }
        Ok(order)
    }

    /// Raises the lowest level as far as it goes, then the next lowest, and so on, each time for the
    /// parties that are not among the lowest already.
    fn ascend(&mut self, asker: &mut Asker<'_>, boxes: &mut Boxes) -> Result<(), StopReason> {
        for rank in 0..self.levels.len() {
            self.lift(asker, boxes, rank)?;
        }
        Ok(())
    }

    /// Looks for a package with a higher level at a rank, the lower ranks left to the parties that
    /// have them, until there is none.
    fn lift(
        &mut self,
        asker: &mut Asker<'_>,
        boxes: &mut Boxes,
        rank: usize,
    ) -> Result<(), StopReason> {
        let Some((scores, _)) = self.winners.first().cloned() else {
            return Ok(());
        };
        let sorted = self.sorted(&scores)?;
        let mut now = sorted[rank].0;
        let rest: Vec<usize> = sorted[rank..].iter().map(|(_, axis)| *axis).collect();
        let mut floors = asker.root();
        for (_, axis) in &sorted[..rank] {
            floors[*axis] = Some(scores[*axis]);
        }
        // The axis with the finest steps sets the pace.
        let finest = |axis: &&usize| self.levels[**axis].step();
        let Some(pace) = rest.iter().min_by_key(finest).copied() else {
            return Ok(());
        };
        let (mut step, mut refuted) = (1_i64, i64::MAX);
        loop {
            // Anything above at first, then ever further, and again from the start once it is too far.
            let from = self.levels[pace].least(&now, Reach::Above)?;
            let mut target = from.saturating_add(step - 1);
            if target >= refuted {
                (step, target) = (1, from);
            }
            let strict = step == 1;
            let raised = if strict {
                self.raised(&floors, &rest, &now, Reach::Above)?
            } else {
                let level = self.levels[pace].of(target)?;
                self.raised(&floors, &rest, &level, Reach::AtLeast)?
            };
            match asker.at(&raised)? {
                Told::Found(found) => {
                    self.learn(asker, &found)?;
                    now = self.lowest(asker, &found, &rest)?;
                    step = step.saturating_mul(PACE);
                }
                Told::Refuted(refutation) => {
                    boxes.refute(refutation);
                    if strict {
                        break;
                    }
                    (step, refuted) = (1, target);
                }
            }
        }
        if rank == 0 {
            self.bound = Some(now);
        }
        Ok(())
    }

    /// The floors at which all of some axes reach or pass a level.
    fn raised(
        &self,
        floors: &LowerCorner,
        axes: &[usize],
        level: &Exact,
        reach: Reach,
    ) -> Result<LowerCorner, StopReason> {
        let mut raised = floors.clone();
        for axis in axes {
            let least = self.levels[*axis].least(level, reach)?;
            raised[*axis] = raised[*axis].max(Some(least));
        }
        Ok(raised)
    }

    fn lowest(
        &self,
        asker: &Asker<'_>,
        package: &Acceptable,
        axes: &[usize],
    ) -> Result<Exact, StopReason> {
        let scores = asker.scores(package);
        let level = |axis: &usize| self.levels[*axis].of(scores[*axis]);
        let levels: Vec<Exact> = axes.iter().map(level).collect::<Result<_, _>>()?;
        let lowest = levels.into_iter().min();
        Ok(lowest.expect("levels are compared of one party at least"))
    }

    /// Cuts out whatever leaves a party below the best lowest level, and the best packages.
    fn cut_out(&self, boxes: &mut Boxes) -> Result<(), StopReason> {
        let Some(lowest) = self.best.first() else {
            return Ok(());
        };
        for (axis, level) in self.levels.iter().enumerate() {
            let mut cut = vec![None; self.levels.len()];
            let least = level.least(lowest, Reach::AtLeast)?;
            // A party that counts in fine units has no score as low as the lowest level of all.
            if let Some(below) = least.checked_sub(1) {
                cut[axis] = Some(below);
                boxes.cut(&cut)?;
            }
        }
        self.tied().try_for_each(|(cut, _)| boxes.cut(&cut))
    }

    /// A cut that holds the scores and nothing as good as the best: the axes with the lowest levels
    /// up to the first that falls short, each as high as it may be.
    fn worse(&self, scores: &[i64]) -> Result<Cut, StopReason> {
        let mut cut = vec![None; scores.len()];
        for ((level, axis), best) in self.sorted(scores)?.iter().zip(&self.best) {
            if level < best {
                let least = self.levels[*axis].least(best, Reach::AtLeast)?;
                cut[*axis] = Some(least.saturating_sub(1));
                break;
            }
            cut[*axis] = Some(scores[*axis]);
        }
        Ok(cut)
    }
}

/// How much faster each step is than the one before it.
const PACE: i64 = 8;

/// The cut, and the floors, that stand exactly at some scores.
pub(super) fn at(scores: &[i64]) -> Vec<Option<i64>> {
    scores.iter().map(|score| Some(*score)).collect()
}

impl Aim for Leximin {
    fn meet(
        &mut self,
        asker: &mut Asker<'_>,
        boxes: &mut Boxes,
        found: Acceptable,
    ) -> Result<(), StopReason> {
        let scores = asker.scores(&found);
        match self.learn(asker, &found)? {
            Ordering::Less => boxes.cut(&self.worse(&scores)?),
            Ordering::Equal => boxes.cut(&at(&scores)),
            Ordering::Greater => {
                self.ascend(asker, boxes)?;
                self.cut_out(boxes)
            }
        }
    }
}
