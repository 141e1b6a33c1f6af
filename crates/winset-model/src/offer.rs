//! What parties put forward, and what they stand for by it.

use crate::calendar::Day;
use crate::case::{Case, Visibility};
use crate::options::{OptionId, Package, PartyId, PointId};

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

impl Case {
    /// The offer before the one at a place, of the same maker. Linear in the number of offers.
    pub fn offer_before(&self, place: usize) -> Option<&Offer> {
        let by = self.offers[place].by;
        self.offers[..place]
            .iter()
            .rev()
            .find(|offer| offer.by == by)
    }

    /// Numbers the offers from 1, and says again what their makers stand for after each: for whoever
    /// took some of them out.
    pub fn restate_offers(&mut self) {
        let points = self.points.len();
        let mut restated: Vec<Offer> = Vec::with_capacity(self.offers.len());
        for (offer, seq) in std::mem::take(&mut self.offers).into_iter().zip(1..) {
            let before = restated.iter().rev().find(|made| made.by == offer.by);
            let stand = stand_after(before, &offer.says, points);
            restated.push(Offer {
                seq,
                stand,
                ..offer
            });
        }
        self.offers = restated;
    }

    /// What the offer at a place changes of what its maker stood for, by point.
    pub fn stand_changes(&self, place: usize) -> Vec<StandChange> {
        let said = self.said(place);
        said.filter(|change| change.from != Some(change.to))
            .collect()
    }

    /// What there is to tell of the offer at a place, by point: all that a statement says, as it speaks
    /// of these points alone; of a package, which speaks of all of them, what it changes.
    pub fn told_of_offer(&self, place: usize) -> Vec<StandChange> {
        match self.offers[place].kind {
            OfferKind::Statement => self.said(place).collect(),
            OfferKind::Package => self.stand_changes(place),
        }
    }

    fn said(&self, place: usize) -> impl Iterator<Item = StandChange> {
        let before = self.offer_before(place);
        let said = self.offers[place].says.iter();
        said.map(move |(point, to)| StandChange {
            point: *point,
            from: before.and_then(|offer| offer.stand_on(*point)),
            to: *to,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Syntax;
    use crate::read_case;

    const CASE: &str = "format: winset-case/1
id: ford
title: Ford
parties: [{id: ann, name: Ann}, {id: bob, name: Bob}]
points:
  - {id: land, title: Land, options: [{id: keep, label: Keep}, {id: leave, label: Leave}]}
  - {id: fee, title: Fee, options: [{id: f1, label: One}, {id: f2, label: Two}]}
offers:
  - {seq: 1, by: ann, says: {fee: f1}}
  - {seq: 2, by: bob, package: {fee: f2, land: keep}}
  - {seq: 3, by: ann, says: {land: leave}, visibility: mediator}
  - {seq: 4, by: ann, change: {fee: f2}}
  - {seq: 5, by: ann, package: {fee: f2, land: keep}}
  - {seq: 6, by: ann, says: {land: keep, fee: f1}}
";

    fn option(place: usize) -> OptionId {
        OptionId::at(place)
    }

    #[test]
    fn a_party_stands_for_the_last_that_it_said_of_a_point() {
        let case = read_case(CASE.as_bytes(), Syntax::Yaml).unwrap().case;
        let stands: Vec<_> = case.offers.iter().map(|o| o.stand.clone()).collect();
        let (some, none) = (|place| Some(option(place)), None);
        assert_eq!(
            stands,
            [
                [none, some(0)],
                [some(0), some(1)],
                [some(1), some(0)],
                [some(1), some(1)],
                [some(0), some(1)],
                [some(0), some(0)],
            ]
        );
        assert_eq!(case.offers[0].package(), None);
        assert_eq!(
            case.offers[2].package(),
            Some(Package(vec![option(1), option(0)]))
        );
        assert_eq!(case.offers[3].on(PointId::at(0)), None);
        assert_eq!(case.offers[3].kind, OfferKind::Statement);
        let land = StandChange {
            point: PointId::at(0),
            from: some(1),
            to: option(0),
        };
        assert_eq!(case.stand_changes(4), [land]);
        assert_eq!(case.told_of_offer(4), [land]);
        // A statement is told with what it leaves as it was.
        let points = |changes: Vec<StandChange>| -> Vec<u16> {
            changes.into_iter().map(|change| change.point.0).collect()
        };
        assert_eq!(points(case.stand_changes(5)), [1]);
        assert_eq!(points(case.told_of_offer(5)), [0, 1]);
        assert_eq!(case.stand_changes(0)[0].from, None);
        assert_eq!(case.offer_before(1).map(|o| o.seq), None);
    }
}
