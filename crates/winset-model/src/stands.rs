//! What parties stand for by the offers of a case.

use crate::case::Case;
use crate::offer::{Offer, OfferKind, StandChange, stand_after};

impl Case {
    /// The offer before the one at a place, of the same maker.
    pub fn offer_before(&self, place: usize) -> Option<&Offer> {
        self.offers[place].before.map(|before| &self.offers[before])
    }

    /// Numbers the offers from 1, and says again what their makers stand for after each: for whoever
    /// took some of them out. Linear in the number of offers.
    pub fn restate_offers(&mut self) {
        let points = self.points.len();
        let mut last: Vec<Option<usize>> = vec![None; self.parties.len()];
        let mut restated: Vec<Offer> = Vec::with_capacity(self.offers.len());
        for (offer, seq) in std::mem::take(&mut self.offers).into_iter().zip(1..) {
            let before = last[offer.by.index()].replace(restated.len());
            let stand = stand_after(before.map(|at| &restated[at]), &offer.says, points);
            restated.push(Offer {
                seq,
                before,
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
    use crate::options::{OptionId, Package, PointId};
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
