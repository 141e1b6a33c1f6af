//! Questions about boxes: is any acceptable package inside, or a refutation as wide as it goes.

use winset_check::{Acceptable, LowerCorner, NoOverlap, Refutation, Sum, accept, header};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use crate::boxes::Boxes;
use crate::budget::Budget;
use crate::search::overlap;

/// Most questions that one settlement or frontier may ask.
pub const QUESTIONS_MAX: u64 = 20_000;

/// Asks about boxes of the scores of some parties.
#[derive(Debug)]
pub(crate) struct Asker<'a> {
    pub(crate) case: &'a Case,
    /// Which packages are in question at all.
    pub(crate) base: &'a Positions,
    /// The parties whose scores count, in the case's order.
    pub(crate) axes: &'a [PartyId],
    budget: &'a Budget<'a>,
    /// Packages that are known, which save questions.
    known: Vec<Acceptable>,
    asked: u64,
}

/// What a question about a box came to.
#[derive(Debug)]
pub(crate) enum Told {
    /// This package is inside.
    Found(Acceptable),
    /// Nothing is inside this box, which holds the one that was asked about.
    Refuted(Refutation),
}

impl<'a> Asker<'a> {
    pub(crate) fn new(
        case: &'a Case,
        base: &'a Positions,
        axes: &'a [PartyId],
        budget: &'a Budget<'a>,
    ) -> Self {
        Self {
            case,
            base,
            axes,
            budget,
            known: Vec::new(),
            asked: 0,
        }
    }

    /// The box of everything that is in question.
    pub(crate) fn root(&self) -> LowerCorner {
        let floor = |axis: &PartyId| self.base.floors[axis.index()];
        self.axes.iter().map(floor).collect()
    }

    /// What a package gives the axes.
    pub(crate) fn scores(&self, package: &Acceptable) -> Vec<i64> {
        let score = |axis: &PartyId| package.utility(*axis);
        self.axes.iter().map(score).collect()
    }

    /// Takes note of packages that are in question.
    pub(crate) fn learn(&mut self, packages: &[Acceptable]) {
        self.known.extend_from_slice(packages);
    }

    /// The known packages inside a box, the last one learned first.
    pub(crate) fn known<'s>(
        &'s self,
        floors: &'s LowerCorner,
    ) -> impl Iterator<Item = &'s Acceptable> {
        self.known.iter().rev().filter(move |package| {
            let mut pairs = self.axes.iter().zip(floors);
            pairs.all(|(axis, floor)| {
                floor.is_none_or(|floor| package.scores()[axis.index()] >= Some(floor))
            })
        })
    }

    /// Whether anything is inside a box.
    pub(crate) fn at(&mut self, floors: &LowerCorner) -> Result<Told, StopReason> {
        if let Some(known) = self.known(floors).next() {
            return Ok(Told::Found(known.clone()));
        }
        let asked = self.positions(floors);
        self.ask(self.case, &asked, Vec::new())
    }

    /// Whether anything is inside a box whose weighted sums are high enough: the scores of the last
    /// parties of the derived case.
    pub(crate) fn with_sums(
        &mut self,
        floors: &LowerCorner,
        derived: &Case,
        sums: Vec<Sum>,
    ) -> Result<Told, StopReason> {
        let mut asked = self.positions(floors);
        asked.floors.extend(sums.iter().map(|sum| Some(sum.floor)));
        self.ask(derived, &asked, sums)
    }

    /// The base with the floors of a box.
    pub(crate) fn positions(&self, floors: &LowerCorner) -> Positions {
        let mut asked = self.base.clone();
        for (axis, floor) in self.axes.iter().zip(floors) {
            asked.floors[axis.index()] = *floor;
        }
        asked
    }

    fn ask(&mut self, case: &Case, asked: &Positions, sums: Vec<Sum>) -> Result<Told, StopReason> {
        if let Some(reason) = (self.budget.stop)() {
            return Err(reason);
        }
        if self.asked >= QUESTIONS_MAX {
            return Err(StopReason::NodeLimit);
        }
        self.asked += 1;
        match overlap(case, asked, self.budget) {
            Answer::Found(found) => {
                let found = if sums.is_empty() {
                    found
                } else {
                    self.accepted(found.package())?
                };
                self.known.push(found.clone());
                Ok(Told::Found(found))
            }
            Answer::Impossible(proof) => Ok(Told::Refuted(self.widened(case, &proof, sums))),
            Answer::Stopped { reason, .. } => Err(reason),
        }
    }

    /// The package as one of the case itself.
    fn accepted(&self, package: &Package) -> Result<Acceptable, StopReason> {
        accept(self.case, self.base, package).map_err(|why| self.budget.check_failed(why))
    }

    /// A refutation that claims as much as its certificate shows: a floor that no weights use may as
    /// well be that of the base.
    pub(crate) fn widened(&self, case: &Case, proof: &NoOverlap, sums: Vec<Sum>) -> Refutation {
        let used = used_floors(proof, case.parties.len());
        let mut wide = proof.positions().clone();
        for axis in self.axes {
            if !used[axis.index()] {
                wide.floors[axis.index()] = self.base.floors[axis.index()];
            }
        }
        // A certificate begins with the head of its question.
        let body = &proof.bytes()[header(case, proof.positions()).len()..];
        let floor = |axis: &PartyId| wide.floors[axis.index()];
        Refutation {
            floors: self.axes.iter().map(floor).collect(),
            sums,
            certificate: [header(case, &wide).as_bytes(), body].concat(),
        }
    }
}

/// For each party whether some weights of a certificate count its floor.
fn used_floors(proof: &NoOverlap, parties: usize) -> Vec<bool> {
    let mut used = vec![false; parties];
    for line in proof.bytes().split(|byte| *byte == b'\n') {
        if line == b"tree" {
            break;
        }
        if let Some(weights) = line.strip_prefix(b"w ") {
            let weights = weights.split(|byte| *byte == b' ');
            for (used, weight) in used.iter_mut().zip(weights) {
                *used |= weight != b"0";
            }
        }
    }
    used
}

/// What a search through boxes is after.
pub(crate) trait Aim {
    /// Asks about a box, or about those of its packages that could matter.
    fn ask(&mut self, asker: &mut Asker<'_>, floors: &LowerCorner) -> Result<Told, StopReason> {
        asker.at(floors)
    }

    /// Takes note of a package and cuts it out of the boxes.
    fn meet(
        &mut self,
        asker: &mut Asker<'_>,
        boxes: &mut Boxes,
        found: Acceptable,
    ) -> Result<(), StopReason>;
}

/// Asks about boxes until none is open. Every package found is cut out, so it ends.
pub(crate) fn rule_out(
    aim: &mut impl Aim,
    asker: &mut Asker<'_>,
    boxes: &mut Boxes,
) -> Result<(), StopReason> {
    while let Some(floors) = boxes.last_open() {
        match aim.ask(asker, &floors)? {
            Told::Found(found) => aim.meet(asker, boxes, found)?,
            Told::Refuted(refutation) => boxes.refute(refutation),
        }
    }
    Ok(())
}
