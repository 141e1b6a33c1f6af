//! Packages that a search begins with.

use winset_check::{Acceptable, NoOverlap};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::listing::listing;
use crate::search::{Undecided, overlap};

/// Most packages, and most nodes, of the look around that comes first.
const AROUND_MAX: u16 = 400;

/// Packages that are known from the start, each once where they are all.
#[derive(Debug, Clone)]
pub(crate) struct Seeds {
    pub(crate) packages: Vec<Acceptable>,
    /// Whether these are all acceptable packages, in point-then-option order.
    pub(crate) complete: bool,
}

impl Seeds {
    /// The packages of a small overlap, all of them; of a larger one those that come first, and one
    /// that the search finds.
    pub(crate) fn around(
        case: &Case,
        positions: &Positions,
        budget: &Budget<'_>,
    ) -> Answer<Self, NoOverlap, Undecided> {
        let mut answer = Self::one(case, positions, budget);
        if let Answer::Found(seeds) = &mut answer {
            let first = budget.within(AROUND_MAX.into());
            let found = listing(case, positions, AROUND_MAX.into(), &first);
            if found.stopped.is_none() {
                *seeds = Self {
                    packages: found.packages,
                    complete: true,
                };
            } else {
                seeds.add(&found.packages);
            }
        }
        answer
    }

    /// One package that the search finds.
    pub(crate) fn one(
        case: &Case,
        positions: &Positions,
        budget: &Budget<'_>,
    ) -> Answer<Self, NoOverlap, Undecided> {
        match overlap(case, positions, budget) {
            Answer::Found(witness) => Answer::Found(Self {
                packages: vec![witness],
                complete: false,
            }),
            Answer::Impossible(proof) => Answer::Impossible(proof),
            Answer::Stopped { reason, bound, .. } => Answer::Stopped {
                reason,
                best: None,
                bound,
            },
        }
    }

    /// Takes in acceptable packages.
    pub(crate) fn add<'p>(&mut self, packages: impl IntoIterator<Item = &'p Acceptable>) {
        if !self.complete {
            self.packages.extend(packages.into_iter().cloned());
        }
    }

    /// Those that reach other floors, too; the floors are no lower and nothing else is different.
    pub(crate) fn inside(&self, positions: &Positions) -> Self {
        let reaches = |package: &&Acceptable| {
            let mut floors = positions.floors.iter().enumerate();
            floors.all(|(p, floor)| floor.is_none_or(|f| package.utility(PartyId::at(p)) >= f))
        };
        Self {
            packages: self.packages.iter().filter(reaches).cloned().collect(),
            complete: self.complete,
        }
    }
}
