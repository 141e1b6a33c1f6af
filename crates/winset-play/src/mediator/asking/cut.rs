//! What a refusal removes: always a box, some options on each point.

use std::collections::BTreeMap;

use winset_model::options::{OptionId, OptionSet};

use super::AskingAssumption;
use crate::session::{Seat, SeatSet};
use crate::space::{Outcome, OutcomeSpace};

/// That at least one of some parties refused a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) text: Outcome,
    pub(super) by: SeatSet,
}

/// What each party accepted.
pub(super) type Accepted = BTreeMap<Seat, Vec<Outcome>>;

/// A box of packages: those that are in the set of each point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cut(pub(super) Vec<OptionSet>);

impl Cut {
    pub(super) fn holds(&self, space: &OutcomeSpace, package: Outcome) -> bool {
        let mut sets = self.0.iter().enumerate();
        sets.all(|(point, set)| set.contains(OptionId::at(space.option(package, point))))
    }
}

/// The packages that a refusal makes impossible; none where what was accepted already makes the refusal
/// impossible, so that the answers contradict the assumption.
pub(super) fn cut(
    space: &OutcomeSpace,
    assumption: &AskingAssumption,
    refusal: Refusal,
    accepted: &Accepted,
) -> Option<Cut> {
    let text = refusal.text;
    let of = |seat: Seat| accepted.get(&seat).map_or(&[][..], Vec::as_slice);
    let points = || 0..space.points();
    let sets: Vec<OptionSet> = match assumption {
        AskingAssumption::FixedSet | AskingAssumption::SinglePoints | AskingAssumption::Pairs => {
            let fixed: Vec<Vec<bool>> = refusal
                .by
                .iter()
                .map(|seat| deciding(space, assumption, text, of(seat)))
                .filter(|fixed| fixed.contains(&true))
                .collect();
            if fixed.is_empty() {
                return None;
            }
            points()
                .map(|point| {
                    if fixed.iter().any(|fixed| fixed[point]) {
                        OptionSet::only(OptionId::at(space.option(text, point)))
                    } else {
                        OptionSet::first(space.options(point))
                    }
                })
                .collect()
        }
        AskingAssumption::Monotone(orders) => {
            let is_above = |seat, one, other| {
                points().all(|point| {
                    let (one, other) = (space.option(one, point), space.option(other, point));
                    orders.at_least(seat, point, one, other)
                })
            };
            let refusers: Vec<Seat> = refusal
                .by
                .iter()
                .filter(|seat| !of(*seat).iter().any(|yes| is_above(*seat, text, *yes)))
                .collect();
            if refusers.is_empty() {
                return None;
            }
            points()
                .map(|point| {
                    let on = space.option(text, point);
                    let no_better = |option: &usize| {
                        let mut seats = refusers.iter();
                        seats.all(|seat| orders.at_least(*seat, point, on, *option))
                    };
                    let options = (0..space.options(point)).filter(no_better);
                    options.map(OptionId::at).collect()
                })
                .collect()
        }
    };
    Some(Cut(sets))
}

/// On which points a package must agree with a refused text for its acceptance to imply that of the text,
/// given what the party accepted; on none where that implies it already.
fn deciding(
    space: &OutcomeSpace,
    assumption: &AskingAssumption,
    text: Outcome,
    accepted: &[Outcome],
) -> Vec<bool> {
    let agree =
        |yes: &Outcome, point: usize| space.option(*yes, point) == space.option(text, point);
    let points = 0..space.points();
    match assumption {
        AskingAssumption::SinglePoints => points
            .map(|point| !accepted.iter().any(|yes| agree(yes, point)))
            .collect(),
        AskingAssumption::Pairs => points
            .map(|point| {
                let mut others = 0..space.points();
                others.any(|other| {
                    let both = |yes: &Outcome| agree(yes, point) && agree(yes, other);
                    !accepted.iter().any(both)
                })
            })
            .collect(),
        AskingAssumption::FixedSet | AskingAssumption::Monotone(_) => {
            vec![!accepted.contains(&text); space.points()]
        }
    }
}
