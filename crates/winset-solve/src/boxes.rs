//! Boxes of score vectors that are still to be ruled out, and how those before them ended.
//!
//! The search for a settlement or a frontier keeps the packages that could still matter inside
//! boxes, each given by what its packages score at least. A cut takes out what is below it and splits
//! every box that it meets (local upper bounds: Klamroth, Lacour and Vanderpooten 2015); a refutation
//! closes every box inside it. What is left at the end is a [`Cover`] that the checker walks again.

use winset_check::{BoxEnd, Cover, Cut, LowerCorner, Refutation, Region};
use winset_model::answer::StopReason;

/// Most boxes that are open at once.
const OPEN_MAX: usize = 5_000;

/// Boxes, open and ended.
#[derive(Debug)]
pub(crate) struct Boxes {
    cuts: Vec<Cut>,
    refutations: Vec<Refutation>,
    /// The floors of every box, by its number.
    floors: Vec<LowerCorner>,
    /// Boxes with what became of them, by number, in the order in which they ended.
    ended: Vec<(usize, BoxEnd)>,
    /// Boxes still open; none of them inside another.
    open: Vec<usize>,
}

impl Boxes {
    /// One open box.
    pub(crate) fn new(root: LowerCorner) -> Self {
        Self {
            cuts: Vec::new(),
            refutations: Vec::new(),
            floors: vec![root],
            ended: Vec::new(),
            open: vec![0],
        }
    }

    /// The floors of the open box that was made last.
    pub(crate) fn last_open(&self) -> Option<LowerCorner> {
        let number = self.open.last()?;
        Some(self.floors[*number].clone())
    }

    /// The floors of every open box.
    pub(crate) fn all_open(&self) -> Vec<LowerCorner> {
        let floors = self.open.iter().map(|number| self.floors[*number].clone());
        floors.collect()
    }

    /// Takes note of a refutation and closes every box inside it.
    pub(crate) fn refute(&mut self, refutation: Refutation) {
        let number = self.refutations.len();
        let (inside, rest): (Vec<usize>, Vec<usize>) =
            (self.open.iter()).partition(|b| within(&self.floors[**b], &refutation.floors));
        self.open = rest;
        let ends = inside.into_iter().map(|b| (b, BoxEnd::Refuted(number)));
        self.ended.extend(ends);
        self.refutations.push(refutation);
    }

    /// Splits every box that holds something below the cut.
    ///
    /// # Errors
    /// When too many boxes would be open; those that are left hold all that they held before.
    pub(crate) fn cut(&mut self, cut: &Cut) -> Result<(), StopReason> {
        let below = |number: &&usize| {
            let mut limits = self.floors[**number].iter().zip(cut);
            limits.all(|(floor, limit)| limit.is_none() || floor <= limit)
        };
        let met: Vec<usize> = self.open.iter().filter(below).copied().collect();
        if met.is_empty() {
            return Ok(());
        }
        let number = self.cuts.len();
        self.cuts.push(cut.clone());
        for parent in met {
            if self.open.len() + cut.len() > OPEN_MAX {
                return Err(StopReason::MemoryLimit);
            }
            self.split(parent, number);
        }
        Ok(())
    }

    fn split(&mut self, parent: usize, cut: usize) {
        self.open.retain(|b| *b != parent);
        let place = self.ended.len();
        self.ended.push((parent, BoxEnd::Inside(0)));
        let mut into = Vec::new();
        for axis in 0..self.cuts[cut].len() {
            let Some(limit) = self.cuts[cut][axis] else {
                continue;
            };
            let mut above = self.floors[parent].clone();
            // No score is so large that it has no successor.
            above[axis] = Some(limit.saturating_add(1));
            into.push(self.add(above));
        }
        self.ended[place].1 = BoxEnd::Split { cut, into };
    }

    /// A box that holds these floors: an open one, or a new one.
    fn add(&mut self, floors: LowerCorner) -> usize {
        let holder = |b: &&usize| within(&floors, &self.floors[**b]);
        if let Some(holder) = self.open.iter().find(holder) {
            return *holder;
        }
        let number = self.floors.len();
        let closed = (self.refutations.iter()).position(|r| within(&floors, &r.floors));
        if let Some(refutation) = closed {
            self.ended.push((number, BoxEnd::Refuted(refutation)));
        } else {
            let (inside, rest): (Vec<usize>, Vec<usize>) =
                (self.open.iter()).partition(|b| within(&self.floors[**b], &floors));
            self.open = rest;
            let ends = inside.into_iter().map(|b| (b, BoxEnd::Inside(number)));
            self.ended.extend(ends);
            self.open.push(number);
        }
        self.floors.push(floors);
        number
    }

    /// The cover, once no box is open: boxes in the order in which they ended, so that each ends in
    /// later ones.
    pub(crate) fn into_cover(self) -> Cover {
        let mut place_of = vec![0; self.floors.len()];
        for (place, (number, _)) in self.ended.iter().enumerate() {
            place_of[*number] = place;
        }
        let renumbered = |end: BoxEnd| match end {
            BoxEnd::Refuted(refutation) => BoxEnd::Refuted(refutation),
            BoxEnd::Inside(other) => BoxEnd::Inside(place_of[other]),
            BoxEnd::Split { cut, into } => {
                let into = into.into_iter().map(|number| place_of[number]).collect();
                BoxEnd::Split { cut, into }
            }
        };
        let boxes = self.ended.into_iter().map(|(number, end)| Region {
            floors: self.floors[number].clone(),
            end: renumbered(end),
        });
        Cover {
            boxes: boxes.collect(),
            cuts: self.cuts,
            refutations: self.refutations,
        }
    }
}

/// Whether the first box lies inside the second; no floor is below every floor.
fn within(inner: &LowerCorner, outer: &LowerCorner) -> bool {
    inner.iter().zip(outer).all(|(inner, outer)| inner >= outer)
}
