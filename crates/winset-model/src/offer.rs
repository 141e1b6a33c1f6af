//! What parties put forward, and what they stand for by it.

use crate::calendar::Day;
use crate::options::{OptionId, Package, PartyId, PointId};
use crate::visibility::Visibility;

/// What a party puts forward: on some points, or on all of them together.
#[derive(Debug, Clone)]
pub struct Offer {
    /// Place in the sequence of offers.
    pub seq: u64,
    /// Who made it.
    pub by: PartyId,
    /// Whether what it says stands or falls together.
    pub kind: OfferKind,
    /// The points that it speaks of, each once and in order, and the option on each.
    pub says: Vec<(PointId, OptionId)>,
    /// The place in the list of offers of the one before of the same maker.
    pub before: Option<usize>,
    /// For each point what its maker stands for after it: what this offer says, else the last offer
    /// before that speaks of the point. Made of the offers that the reader of the case sees, and of no
    /// others; `None` on points of which none of these speaks.
    pub stand: Vec<Option<OptionId>>,
    /// The day it was made.
    pub date: Option<Day>,
    /// Who may see it.
    pub visibility: Visibility,
    /// Remark, for its maker and the mediator.
    pub note: Option<String>,
    /// The line of the journal that it stands on, as the reader counts them; none where it stands in the
    /// case file.
    pub line: Option<usize>,
}

/// Whether what an offer says stands or falls together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfferKind {
    /// It speaks of points one by one.
    Statement,
    /// It is a package: to be taken as a whole, or not at all.
    Package,
}

impl OfferKind {
    /// The word for it in files and commands.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Package => "package",
        }
    }
}

impl Offer {
    /// The option that it says on a point; none where it does not speak of it.
    pub fn on(&self, point: PointId) -> Option<OptionId> {
        let place = self.says.binary_search_by_key(&point, |(at, _)| *at).ok()?;
        Some(self.says[place].1)
    }

    /// What its maker stands for on a point after it.
    pub fn stand_on(&self, point: PointId) -> Option<OptionId> {
        self.stand[point.index()]
    }

    /// What its maker stands for after it, where that is said of every point.
    pub fn package(&self) -> Option<Package> {
        let settled = self.stand.iter().copied();
        settled.collect::<Option<Vec<_>>>().map(Package)
    }
}

/// What a party stands for on each point after one more offer: what it says, else what was before.
pub fn stand_after(
    before: Option<&Offer>,
    says: &[(PointId, OptionId)],
    points: usize,
) -> Vec<Option<OptionId>> {
    let mut stand = before.map_or_else(|| vec![None; points], |offer| offer.stand.clone());
    for (point, option) in says {
        stand[point.index()] = Some(*option);
    }
    stand
}

/// What an offer says of a point, beside what its maker stood for before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StandChange {
    /// The point.
    pub point: PointId,
    /// What the maker stood for; none where it had not spoken of the point.
    pub from: Option<OptionId>,
    /// What it stands for now.
    pub to: OptionId,
}
