//! The rules, act by act.

use std::sync::Arc;

use super::*;
use crate::space::{Outcome, OutcomeSpace};

fn table(seats: usize, must_agree: SeatSet, rounds: u32) -> Stacked {
    let space = Arc::new(OutcomeSpace::new(&[3, 2]).unwrap());
    let timing = Timing {
        deadline: Deadline::rounds(rounds),
        clock: Clock::Negmas,
    };
    Stacked::new(StackedRules {
        must_agree,
        ..StackedRules::of_all(&space, seats, timing)
    })
}

/// What follows from each act, in short.
fn course(session: &mut Stacked, acts: &[(u8, Action)]) -> Vec<String> {
    let mut effects = Vec::new();
    session.step(SessionEvent::Begin, &mut effects);
    for (seat, action) in acts {
        let (seat, action) = (Seat(*seat), *action);
        session.step(
            SessionEvent::Act {
                seat,
                action,
                at_ms: 0,
            },
            &mut effects,
        );
    }
    let told = |effect: &SessionEffect| match effect {
        SessionEffect::Said { .. } => None,
        SessionEffect::Turn { seat, moment } => Some(format!("{} in {}", seat.0, moment.round)),
        SessionEffect::Finished(End { agreed, moment }) => {
            Some(format!("{agreed:?} in {}", moment.round))
        }
    };
    effects.iter().filter_map(told).collect()
}

#[test]
fn all_who_must_agree_make_a_deal() {
    let all = SeatSet::first(3);
    let offer = Action::Offer(Outcome(4));
    let acts = [
        (0, offer),
        (1, Action::Accept),
        (2, Action::Offer(Outcome(1))),
        (0, Action::Accept),
        (1, Action::Accept),
    ];
    assert_eq!(
        course(&mut table(3, all, 9), &acts),
        [
            "0 in 0",
            "1 in 0",
            "2 in 0",
            "0 in 1",
            "1 in 1",
            "Ok(Outcome(1)) in 1"
        ]
    );
}

#[test]
fn a_mediator_may_table_what_the_parties_then_agree() {
    let parties = SeatSet::NONE.with(Seat(1)).with(Seat(2));
    let acts = [
        (0, Action::Offer(Outcome(3))),
        (1, Action::Accept),
        (2, Action::Accept),
    ];
    assert_eq!(
        course(&mut table(3, parties, 9), &acts),
        ["0 in 0", "1 in 0", "2 in 0", "Ok(Outcome(3)) in 0"]
    );
}

#[test]
fn time_is_up_after_the_last_round() {
    let offer = |n| Action::Offer(Outcome(n));
    let acts = [
        (0, offer(0)),
        (1, offer(5)),
        (0, offer(1)),
        (1, offer(4)),
        (0, Action::Accept),
    ];
    assert_eq!(
        course(&mut table(2, SeatSet::first(2), 2), &acts),
        ["0 in 0", "1 in 0", "0 in 1", "1 in 1", "Err(Deadline) in 2"]
    );
}

#[test]
fn whoever_breaks_the_rules_ends_the_talks() {
    let broken = |acts: &[(u8, Action)]| {
        course(&mut table(2, SeatSet::first(2), 3), acts)
            .pop()
            .unwrap()
    };
    let offer = Action::Offer(Outcome(0));
    assert_eq!(broken(&[(1, offer)]), "Err(Fault(Seat(1), OutOfTurn)) in 0");
    assert_eq!(
        broken(&[(0, offer), (0, offer)]),
        "Err(Fault(Seat(0), OutOfTurn)) in 0"
    );
    assert_eq!(
        broken(&[(0, Action::Accept)]),
        "Err(Fault(Seat(0), NothingToAccept)) in 0"
    );
    let none = Action::Offer(Outcome(6));
    assert_eq!(
        broken(&[(0, offer), (1, none)]),
        "Err(Fault(Seat(1), NoPackage)) in 0"
    );
    assert_eq!(
        broken(&[(0, offer), (1, Action::Pass)]),
        "Err(Fault(Seat(1), MayNotPass)) in 0"
    );
    assert_eq!(
        broken(&[(0, offer), (1, Action::End)]),
        "Err(BrokenOff(Seat(1))) in 0"
    );
}

#[test]
fn time_of_the_clock_counts_too() {
    let space = Arc::new(OutcomeSpace::new(&[2]).unwrap());
    let timing = Timing {
        deadline: Deadline {
            rounds: None,
            duration_ms: Some(1_000),
        },
        clock: Clock::Genius,
    };
    let mut session = Stacked::new(StackedRules::of_all(&space, 2, timing));
    let mut effects = Vec::new();
    session.step(SessionEvent::Begin, &mut effects);
    let (seat, action) = (Seat(0), Action::Offer(Outcome(1)));
    session.step(
        SessionEvent::Act {
            seat,
            action,
            at_ms: 250,
        },
        &mut effects,
    );
    let Some(SessionEffect::Turn { moment, .. }) = effects.last() else {
        unreachable!()
    };
    assert!((moment.time - 0.25).abs() < 1e-12);
    let seat = Seat(1);
    session.step(
        SessionEvent::Act {
            seat,
            action: Action::Accept,
            at_ms: 1_000,
        },
        &mut effects,
    );
    let Some(SessionEffect::Finished(End { agreed, .. })) = effects.last() else {
        unreachable!()
    };
    assert_eq!(*agreed, Err(NoDealReason::Deadline));
}

#[test]
fn programs_count_time_in_their_ways() {
    let deadline = Deadline::rounds(100);
    let time = |clock: Clock, round| clock.time(&deadline, round, 0);
    for (clock, first, last) in [
        (Clock::Genius, 1.0 / 101.0, 100.0 / 101.0),
        (Clock::Negmas, 1.0 / 101.0, 100.0 / 101.0),
        (Clock::Negolog, 0.0, 0.99),
    ] {
        assert!((time(clock, 0) - first).abs() < 1e-15);
        assert!((time(clock, 99) - last).abs() < 1e-15);
    }
}
