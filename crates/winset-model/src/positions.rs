//! Which demands stand in a question, how far, and above which floors.

use std::collections::BTreeSet;

use crate::case::{Case, DemandId};
use crate::options::{OptionSet, PartyId, PointId};

/// The demands, floors and restrictions under which a question is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Positions {
    /// For each line, the step of its ladder that it stands on.
    pub steps: Vec<usize>,
    /// Demands that do not count; laws are never among them.
    pub dropped: BTreeSet<DemandId>,
    /// For each party the least acceptable score, on the party's scale.
    pub floors: Vec<Option<i64>>,
    /// Points restricted to some options, each point at most once, in order.
    pub only: Vec<(PointId, OptionSet)>,
}

impl Positions {
    /// The declared positions: every line at step 0, every link and vote rule, every no-deal
    /// value as a floor.
    pub fn declared(case: &Case) -> Self {
        Self {
            steps: vec![0; case.lines.len()],
            dropped: BTreeSet::new(),
            floors: case
                .parties
                .iter()
                .map(|p| p.sheet.open().no_deal)
                .collect(),
            only: Vec::new(),
        }
    }

    /// Nothing but the laws: every package that is possible at all, whoever likes it.
    pub fn laws(case: &Case) -> Self {
        let demands = case.demands().into_iter();
        Self {
            dropped: demands.filter(|demand| !case.is_law(*demand)).collect(),
            ..Self::declared(case).without_floors()
        }
    }

    /// The same without any floor.
    #[must_use]
    pub fn without_floors(mut self) -> Self {
        self.floors.fill(None);
        self
    }

    /// The same with a party's floor at a value of its own scale.
    #[must_use]
    pub fn with_floor(mut self, party: PartyId, floor: Option<i64>) -> Self {
        self.floors[party.index()] = floor;
        self
    }

    /// The same with a point restricted to the options that are also in `options`.
    #[must_use]
    pub fn with_only(mut self, point: PointId, options: OptionSet) -> Self {
        match self.only.binary_search_by_key(&point, |(p, _)| *p) {
            Ok(place) => self.only[place].1 = self.only[place].1.and(&options),
            Err(place) => self.only.insert(place, (point, options)),
        }
        self
    }
}
