//! How many parties can gain at once while none loses, and which.

use std::collections::BTreeSet;

use winset_check::{Acceptable, Cover, LowerCorner};
use winset_model::answer::StopReason;

use super::ask::{Aim, Asker, Told, rule_out};
use super::seeds::Seeds;
use crate::boxes::Boxes;

/// The largest sets of parties, by the places of their axes, that can all gain at once.
#[derive(Debug)]
pub(super) struct Gainers {
    /// For each axis the least score that is a gain.
    gains: Vec<i64>,
    size: usize,
    pub(super) sets: BTreeSet<Vec<usize>>,
    /// A package of each set, in no order.
    pub(super) packages: Vec<Acceptable>,
}

/// Finds the largest sets of axes that can all be above their disagreement values, among packages in
/// which none is below; gives them with the cover that there are no others. No set at all: every
/// package leaves somebody below.
pub(super) fn gainers(
    asker: &mut Asker<'_>,
    gains: Vec<i64>,
    seeds: &Seeds,
) -> Result<(Gainers, Cover), StopReason> {
    let mut boxes = Boxes::new(asker.root());
    let mut aim = Gainers {
        gains,
        size: 0,
        sets: BTreeSet::new(),
        packages: Vec::new(),
    };
    for seed in &seeds.packages {
        aim.learn(asker, seed);
    }
    aim.extend(asker, &mut boxes)?;
    if aim.size == asker.axes.len() && !aim.sets.is_empty() {
        boxes.cut(&vec![None; asker.axes.len()])?;
    }
    for set in aim.sets.clone() {
        boxes.cut(&aim.cut(&set))?;
    }
    rule_out(&mut aim, asker, &mut boxes)?;
    Ok((aim, boxes.into_cover()))
}

impl Gainers {
    fn gaining(&self, asker: &Asker<'_>, package: &Acceptable) -> Vec<usize> {
        let axes = asker.axes.iter().zip(&self.gains).enumerate();
        let gains = axes.filter(|(_, (axis, least))| {
            package.scores()[axis.index()].is_some_and(|score| score >= **least)
        });
        gains.map(|(place, _)| place).collect()
    }

    fn learn(&mut self, asker: &Asker<'_>, package: &Acceptable) -> Vec<usize> {
        let set = self.gaining(asker, package);
        if set.len() > self.size || self.sets.is_empty() {
            self.size = set.len();
            self.sets.clear();
            self.packages.clear();
        }
        if set.len() == self.size && self.sets.insert(set.clone()) {
            self.packages.push(package.clone());
        }
        set
    }

    /// Adds parties to the largest set as long as one can be added.
    fn extend(&mut self, asker: &mut Asker<'_>, boxes: &mut Boxes) -> Result<(), StopReason> {
        let everybody: Vec<usize> = (0..self.gains.len()).collect();
        if !self.sets.contains(&everybody) {
            self.ask_for(asker, boxes, &everybody)?;
        }
        let mut next = 0;
        while let Some(set) = self.sets.first().cloned()
            && next < self.gains.len()
        {
            if !set.contains(&next) {
                let larger = [&set[..], &[next]].concat();
                self.ask_for(asker, boxes, &larger)?;
            }
            next += 1;
        }
        Ok(())
    }

    fn ask_for(
        &mut self,
        asker: &mut Asker<'_>,
        boxes: &mut Boxes,
        set: &[usize],
    ) -> Result<(), StopReason> {
        let mut floors = asker.root();
        for axis in set {
            floors[*axis] = floors[*axis].max(Some(self.gains[*axis]));
        }
        match asker.at(&floors)? {
            Told::Found(found) => drop(self.learn(asker, &found)),
            Told::Refuted(refutation) => boxes.refute(refutation),
        }
        Ok(())
    }

    /// The cut that holds all packages in which nobody outside the set gains; a set that is too
    /// small is filled up first.
    fn cut(&self, set: &[usize]) -> LowerCorner {
        let others = (0..self.gains.len()).filter(|axis| !set.contains(axis));
        let room = (self.size.max(1) - 1).saturating_sub(set.len());
        let mut cut = vec![None; self.gains.len()];
        for axis in others.skip(room) {
            cut[axis] = Some(self.gains[axis].saturating_sub(1));
        }
        cut
    }
}

impl Aim for Gainers {
    fn meet(
        &mut self,
        asker: &mut Asker<'_>,
        boxes: &mut Boxes,
        found: Acceptable,
    ) -> Result<(), StopReason> {
        let set = self.learn(asker, &found);
        boxes.cut(&self.cut(&set))
    }
}
