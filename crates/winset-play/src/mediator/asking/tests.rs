//! The boxes against the slow oracle: every set of packages that a party may accept under the assumption,
//! looked at one by one.

use std::sync::Arc;

use winset_model::options::{OptionId, OptionSet};

use super::remaining::{Field, Looked};
use super::*;
use crate::mediator::Mediating;
use crate::random::Draws;
use crate::session::{Heard, Seat, SeatSet, TalkMoment, TextAction};
use crate::space::{Outcome, OutcomeSpace};

/// A set of packages, by bits.
type Set = u32;

/// Every set that a party may accept.
fn class(space: &OutcomeSpace, assumption: &AskingAssumption, seat: Seat) -> Vec<Set> {
    let all = 0..1_u32 << space.count();
    all.filter(|set| is_of_class(space, assumption, seat, *set))
        .collect()
}

fn packages(space: &OutcomeSpace) -> impl Iterator<Item = Outcome> + Clone {
    (0..space.count()).map(Outcome)
}

fn has(set: Set, package: Outcome) -> bool {
    set >> package.0 & 1 == 1
}

/// By the words of the assumption: not by closures.
fn is_of_class(space: &OutcomeSpace, assumption: &AskingAssumption, seat: Seat, set: Set) -> bool {
    let members = || packages(space).filter(|package| has(set, *package));
    let on = |package, point| space.option(package, point);
    let points = || 0..space.points();
    match assumption {
        AskingAssumption::FixedSet => true,
        AskingAssumption::Monotone(orders) => members().all(|one| {
            packages(space).all(|other| {
                let as_good = points()
                    .all(|point| orders.at_least(seat, point, on(other, point), on(one, point)));
                !as_good || has(set, other)
            })
        }),
        // What no member has may be refused; whoever has nothing refused must be a member.
        AskingAssumption::SinglePoints => packages(space).all(|package| {
            let fine = points().all(|p| members().any(|m| on(m, p) == on(package, p)));
            fine == has(set, package) || (set == 0)
        }),
        AskingAssumption::Pairs => packages(space).all(|package| {
            let fine = points().all(|p| {
                points().all(|q| {
                    members().any(|m| on(m, p) == on(package, p) && on(m, q) == on(package, q))
                })
            });
            fine == has(set, package) || (set == 0)
        }),
    }
}

/// What was answered to a text.
type Answer = (Outcome, Heard);

/// The packages that all may accept, looking at each choice of sets; none where no choice gives the answers.
fn oracle(classes: &[Vec<Set>], answers: &[Answer]) -> Option<Set> {
    let mut possible = 0;
    let mut consistent = false;
    for one in &classes[0] {
        for other in &classes[1] {
            let sets = [*one, *other];
            let gives = answers.iter().all(|(text, heard)| match heard {
                Heard::OneByOne { favour, .. } => (0..2)
                    .all(|seat| has(sets[usize::from(seat)], *text) == favour.holds(Seat(seat))),
                Heard::WhetherAll(all) => sets.iter().all(|set| has(*set, *text)) == *all,
            });
            if gives {
                consistent = true;
                possible |= one & other;
            }
        }
    }
    consistent.then_some(possible)
}

fn random_orders(draws: &mut Draws, space: &OutcomeSpace) -> AskingAssumption {
    let mut orders = PublicOrders::default();
    for seat in 0..2 {
        for point in 0..space.points() {
            if draws.below(4) > 0 {
                let ranks =
                    (0..space.options(point)).map(|_| u32::try_from(draws.below(3)).unwrap());
                orders = orders.with(Seat(seat), point, ranks.collect());
            }
        }
    }
    AskingAssumption::Monotone(Arc::new(orders))
}

fn moment() -> TalkMoment {
    TalkMoment {
        round: 0,
        time: 0.0,
        at_ms: 0,
    }
}

fn is_found(result: &AskingResult) -> bool {
    matches!(result, AskingResult::Found { .. })
}

/// Random parties that keep the assumption answer to the end; after each answer, what is left is what the
/// oracle says.
#[test]
fn what_is_left_is_what_every_set_leaves() {
    let mut draws = Draws::new(11);
    let mut ends = [0; 2];
    for run in 0..240_u64 {
        let sizes: &[usize] = [&[2, 2][..], &[3, 2], &[2, 2, 2], &[6]][index(draws.below(4))];
        let space = Arc::new(OutcomeSpace::new(sizes).unwrap());
        let assumption = match run % 4 {
            // All sets of all parties are many: the space is smaller.
            0 if space.count() <= 6 => AskingAssumption::FixedSet,
            1 => AskingAssumption::SinglePoints,
            2 => AskingAssumption::Pairs,
            _ => random_orders(&mut draws, &space),
        };
        let classes = [0, 1].map(|seat| class(&space, &assumption, Seat(seat)));
        let secret = [0, 1].map(|seat: usize| {
            let class = &classes[seat];
            class[index(draws.below(class.len() as u64))]
        });
        let one_by_one = draws.below(2) == 0;
        let (asked, prior) = (SeatSet::first(2), Prior::none(&space));
        let mut mediator = AskingMediator::new(
            &space,
            asked,
            assumption.clone(),
            prior,
            AskingGoal::First,
            run,
        );
        let mut answers: Vec<Answer> = Vec::new();
        loop {
            let possible = oracle(&classes, &answers).unwrap();
            for package in packages(&space) {
                if !is_found(&mediator.result()) {
                    assert_eq!(
                        mediator.is_possible(package),
                        has(possible, package),
                        "{assumption:?} {answers:?} {package:?}"
                    );
                }
            }
            let TextAction::Propose(text) = mediator.act(moment()) else {
                break;
            };
            assert!(has(possible, text));
            let favour = [0, 1].into_iter().filter(|seat| has(secret[*seat], text));
            let favour = favour.fold(SeatSet::NONE, |set, seat| {
                set.with(Seat(u8::try_from(seat).unwrap()))
            });
            let against = asked.iter().filter(|seat| !favour.holds(*seat));
            let against = against.fold(SeatSet::NONE, SeatSet::with);
            let heard = if one_by_one {
                Heard::OneByOne { favour, against }
            } else {
                Heard::WhetherAll(against.is_empty())
            };
            answers.push((text, heard));
            mediator.heard(text, heard);
            assert!(answers.len() <= index(space.count()));
        }
        // It finds what both accept exactly if there is something.
        match mediator.result() {
            AskingResult::Found { package, .. } => {
                ends[0] += 1;
                assert!(has(secret[0] & secret[1], package));
            }
            AskingResult::NoneLeft { under } => {
                ends[1] += 1;
                assert_eq!((secret[0] & secret[1], under), (0, assumption));
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(ends.iter().all(|count| *count > 20), "{ends:?}");
}

/// Any answers, also such as no party that keeps the assumption gives: then the weakest takes its place.
#[test]
fn answers_that_contradict_the_assumption_are_noticed() {
    let mut draws = Draws::new(12);
    let space = Arc::new(OutcomeSpace::new(&[3, 2]).unwrap());
    let mut given_up = 0;
    for run in 0..600 {
        let assumption = match run % 3 {
            0 => AskingAssumption::SinglePoints,
            1 => AskingAssumption::Pairs,
            _ => random_orders(&mut draws, &space),
        };
        let classes = [0, 1].map(|seat| class(&space, &assumption, Seat(seat)));
        let mut mediator = AskingMediator::new(
            &space,
            SeatSet::first(2),
            assumption.clone(),
            Prior::none(&space),
            AskingGoal::First,
            0,
        );
        let mut answers: Vec<Answer> = Vec::new();
        while let TextAction::Propose(text) = mediator.act(moment()) {
            let favour = match draws.below(3) {
                0 => SeatSet::NONE,
                seat => SeatSet::NONE.with(Seat(u8::try_from(seat - 1).unwrap())),
            };
            let against = SeatSet::first(2)
                .iter()
                .filter(|seat| !favour.holds(*seat))
                .fold(SeatSet::NONE, SeatSet::with);
            let heard = Heard::OneByOne { favour, against };
            answers.push((text, heard));
            mediator.heard(text, heard);
            let possible = oracle(&classes, &answers);
            for package in packages(&space) {
                let plain = possible.map_or_else(
                    // Under the weakest, all that nobody was asked about and refused.
                    || !answers.iter().any(|(asked, _)| *asked == package),
                    |possible| has(possible, package),
                );
                assert_eq!(
                    mediator.is_possible(package),
                    plain,
                    "{assumption:?} {answers:?}"
                );
            }
            if possible.is_none() {
                given_up += 1;
                break;
            }
        }
    }
    assert!(given_up > 20, "{given_up}");
}

/// The search over points against looking at all packages, with boxes, allowed options and a law.
#[test]
fn the_search_finds_and_counts_what_a_list_does() {
    let mut draws = Draws::new(13);
    let mut empty = 0;
    for _ in 0..400 {
        let sizes: Vec<usize> = (0..=draws.below(4))
            .map(|_| 1 + index(draws.below(4)))
            .collect();
        let space = OutcomeSpace::new(&sizes).unwrap();
        let mut some = |size: usize, of: u64| -> OptionSet {
            let options = (0..size).filter(|_| draws.below(of) > 0);
            options.map(OptionId::at).collect()
        };
        let allowed = sizes.iter().map(|size| some(*size, 8)).collect();
        let cuts: Vec<cut::Cut> = (0..6)
            .map(|_| cut::Cut(sizes.iter().map(|size| some(*size, 3)).collect()))
            .collect();
        let law = (draws.below(2) == 0).then(|| Law::new(|_, package| package.0 % 3 != 1));
        let prior = Prior {
            allowed,
            forbidden: Vec::new(),
            law,
        };
        let field = Field {
            space: &space,
            prior: &prior,
            cuts: &cuts,
        };
        let left: Vec<Outcome> = packages(&space)
            .filter(|package| field.holds(*package))
            .collect();
        let first = left
            .first()
            .map_or(Looked::NoneLeft, |first| Looked::Left(*first));
        assert_eq!(field.first(u64::MAX), first);
        assert_eq!(field.count(u64::MAX), Remaining::Exactly(left.len() as u64));
        empty += usize::from(left.is_empty());
        match (field.first(3), field.count(3)) {
            (Looked::GaveUp, Remaining::AtLeast(count)) => assert!(count <= left.len() as u64),
            (found, Remaining::AtLeast(_)) => assert_eq!(found, first),
            (found, count) => {
                assert_eq!(
                    (found, count),
                    (first, Remaining::Exactly(left.len() as u64))
                );
            }
        }
    }
    assert!(empty > 20, "{empty}");
}

fn index(number: u64) -> usize {
    usize::try_from(number).unwrap()
}
