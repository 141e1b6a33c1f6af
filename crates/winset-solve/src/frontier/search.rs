//! Frontiers by search: boxes between local upper bounds (Klamroth, Lacour and Vanderpooten 2015). A
//! package found in one is raised party by party until nothing dominates it, and cut out of all boxes.
//! The number of questions grows with the number of points; with many parties or points it ends at
//! [`QUESTIONS_MAX`](crate::QUESTIONS_MAX).

use winset_check::{Acceptable, LowerCorner, NoOverlap, frontier as claim};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use super::counted::counted;
use super::found::{Engine, FrontierFound};
use crate::boxes::Boxes;
use crate::budget::Budget;
use crate::count::count;
use crate::search::Undecided;
use crate::settle::{Aim, Asker, Seeds, climb, rule_out};

/// The frontier in the eyes of the axes, from some packages, when there are any.
pub(super) fn from_seeds(
    case: &Case,
    positions: &Positions,
    axes: &[PartyId],
    seeds: Answer<Seeds, NoOverlap, Undecided>,
    budget: &Budget<'_>,
) -> FrontierFound {
    let mut asker = Asker::new(case, positions, axes, budget);
    let mut boxes = Boxes::new(asker.root());
    let mut points = Points { found: Vec::new() };
    let done = points.search(&mut asker, &mut boxes, seeds);
    points.found.sort_by(|a, b| b.0.cmp(&a.0));
    let stopped = |reason: StopReason, left: Vec<LowerCorner>| FrontierFound::Stopped {
        reason,
        points: points
            .found
            .iter()
            .map(|(_, point)| point.clone())
            .collect(),
        left,
    };
    if let Err(reason) = done {
        return stopped(reason, boxes.all_open());
    }
    let packages = points
        .found
        .iter()
        .map(|(_, point)| point.package().clone());
    let packages: Vec<Package> = packages.collect();
    match claim(case, positions, axes, &packages, &boxes.into_cover()) {
        Err(why) => stopped(budget.check_failed(why), Vec::new()),
        Ok(claim) => FrontierFound::Complete {
            packages: counted(count, case, positions, &claim, budget),
            claim,
            engine: Engine::Boxes,
        },
    }
}

/// The points found so far, each with a package.
struct Points {
    found: Vec<(Vec<i64>, Acceptable)>,
}

impl Points {
    fn search(
        &mut self,
        asker: &mut Asker<'_>,
        boxes: &mut Boxes,
        seeds: Answer<Seeds, NoOverlap, Undecided>,
    ) -> Result<(), StopReason> {
        match seeds {
            Answer::Found(seeds) => {
                asker.learn(&seeds.packages);
                if seeds.complete {
                    self.pick(asker, boxes, &seeds.packages)?;
                }
            }
            Answer::Impossible(proof) => {
                boxes.refute(asker.widened(asker.case, &proof, Vec::new()));
            }
            Answer::Stopped { reason, .. } => return Err(reason),
        }
        rule_out(self, asker, boxes)
    }

    /// Picks the frontier of all packages there are.
    fn pick(
        &mut self,
        asker: &Asker<'_>,
        boxes: &mut Boxes,
        packages: &[Acceptable],
    ) -> Result<(), StopReason> {
        let scores: Vec<Vec<i64>> = packages.iter().map(|p| asker.scores(p)).collect();
        for (package, own) in packages.iter().zip(&scores) {
            let below = |other: &&Vec<i64>| other.iter().zip(own).all(|(o, s)| o >= s);
            let dominated = scores.iter().filter(below).any(|other| other != own);
            if !dominated && self.found.iter().all(|(found, _)| found != own) {
                self.add(boxes, own.clone(), package.clone())?;
            }
        }
        Ok(())
    }

    fn add(
        &mut self,
        boxes: &mut Boxes,
        scores: Vec<i64>,
        package: Acceptable,
    ) -> Result<(), StopReason> {
        let cut = scores.iter().map(|score| Some(*score)).collect();
        self.found.push((scores, package));
        boxes.cut(&cut)
    }
}

impl Aim for Points {
    fn meet(
        &mut self,
        asker: &mut Asker<'_>,
        boxes: &mut Boxes,
        found: Acceptable,
    ) -> Result<(), StopReason> {
        let mut point = found;
        for axis in 0..asker.axes.len() {
            let floors = asker.scores(&point).into_iter().map(Some).collect();
            point = climb(asker, boxes, &floors, axis, point)?;
        }
        let scores = asker.scores(&point);
        self.add(boxes, scores, point)
    }
}
