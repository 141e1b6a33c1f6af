//! What every machine of talks with a mediator keeps, whatever seats do: crash, lie about turns, flood, stay
//! silent, say what is no action.

use std::sync::Arc;

use winset_play::mediator::{AskingAssumption, AskingGoal, AskingMediator, HillClimber, Prior};
use winset_play::random::Draws;
use winset_play::session::{
    Action, Addressed, AnswersTold, Clock, Deadline, Enough, Fault, NoDealReason, Passing, Sealed,
    SealedAction, SealedNews, SealedRules, Seat, SeatSet, SessionEffect, SessionEvent,
    ShuttleAnswer, SingleText, SingleTextRules, Stacked, StackedRules, TextAction, TextNews,
    TextQuestion, Timing,
};
use winset_play::space::{Outcome, OutcomeSpace};

use crate::cases::{CaseSize, random_case, shuttle};

const RUNS: u64 = 2_000;

fn index(number: u64) -> usize {
    usize::try_from(number).unwrap()
}

fn some_seat(draws: &mut Draws) -> Seat {
    // One of the table, or one that nobody sits on.
    [0, 1, 2, 3, 9, 200].map(Seat)[index(draws.below(6))]
}

fn timing(draws: &mut Draws) -> Timing {
    Timing {
        deadline: Deadline {
            rounds: Some(1 + u32::try_from(draws.below(6)).unwrap()),
            duration_ms: (draws.below(2) == 0).then_some(400),
        },
        clock: Clock::Negolog,
    }
}

/// An event: mostly what is due, else anything.
fn event<A>(draws: &mut Draws, due: (Seat, A), any: A, at_ms: u64) -> SessionEvent<A> {
    match draws.below(40) {
        0 => SessionEvent::Begin,
        1 => SessionEvent::TimeUp { at_ms },
        2 => SessionEvent::Failed {
            seat: some_seat(draws),
            fault: [Fault::Crashed, Fault::Silent, Fault::Garbled][index(draws.below(3))],
            at_ms,
        },
        3 => SessionEvent::Act {
            seat: some_seat(draws),
            action: any,
            at_ms,
        },
        _ => SessionEvent::Act {
            seat: due.0,
            action: due.1,
            at_ms,
        },
    }
}

fn text_rules(draws: &mut Draws) -> SingleTextRules {
    let mediator = Seat(u8::try_from(draws.below(4)).unwrap());
    let all = SeatSet::first(4);
    SingleTextRules {
        space: Arc::new(OutcomeSpace::new(&[3, 3]).unwrap()),
        seats: 4,
        mediator,
        must_agree: if draws.below(3) == 0 {
            all
        } else {
            all.without(mediator).without(Seat(3))
        },
        question: [
            TextQuestion::ByItself,
            TextQuestion::OverStanding,
            TextQuestion::OverLast,
        ][index(draws.below(3))],
        told: [AnswersTold::OneByOne, AnswersTold::WhetherAll][index(draws.below(2))],
        timing: timing(draws),
    }
}

fn any_text_action(draws: &mut Draws) -> TextAction {
    let answers = [
        ShuttleAnswer::Yes,
        ShuttleAnswer::No,
        ShuttleAnswer::Better,
        ShuttleAnswer::Worse,
        ShuttleAnswer::Same,
    ];
    match draws.below(8) {
        0 => TextAction::End,
        1 => TextAction::Close,
        2 | 3 => TextAction::Propose(Outcome(draws.below(12))),
        _ => TextAction::Answer(answers[index(draws.below(5))]),
    }
}

/// Every effect of a run of random events, and the rules.
fn text_run(seed: u64) -> (SingleTextRules, Vec<Addressed<TextNews>>) {
    let mut draws = Draws::new(seed);
    let rules = text_rules(&mut draws);
    let asked = rules.must_agree.without(rules.mediator);
    let mut session = SingleText::new(rules.clone());
    let mut effects = Vec::new();
    session.step(SessionEvent::Begin, &mut effects);
    let mut awaited: Vec<Seat> = vec![rules.mediator];
    let mut acts = 0;
    while !session.is_over() {
        let place = index(draws.below(awaited.len() as u64));
        let seat = awaited[place];
        let action = if seat == rules.mediator {
            TextAction::Propose(Outcome(draws.below(9)))
        } else if rules.question == TextQuestion::OverLast {
            TextAction::Answer([ShuttleAnswer::Better, ShuttleAnswer::Worse][index(draws.below(2))])
        } else {
            TextAction::Answer([ShuttleAnswer::Yes, ShuttleAnswer::No][index(draws.below(2))])
        };
        let any = any_text_action(&mut draws);
        let event = event(&mut draws, (seat, action), any, acts * 10);
        let before = effects.len();
        let is_due = matches!(event, SessionEvent::Act { seat: by, action: did, .. } if by == seat && did == action);
        session.step(event, &mut effects);
        if is_due {
            awaited.remove(place);
        }
        for effect in &effects[before..] {
            match effect.news {
                TextNews::Turn { .. } => awaited = vec![rules.mediator],
                TextNews::Text { .. } => awaited = asked.iter().collect(),
                TextNews::Answers { .. } | TextNews::Over { .. } | TextNews::Finished(_) => {}
            }
        }
        acts += 1;
        // A begin and a time that is not up have no effect; all else is an answer, a text or the end.
        assert!(acts < 400, "bounded");
    }
    // Whoever floods after the end says nothing to anybody.
    let told = effects.len();
    for _ in 0..20 {
        let any = any_text_action(&mut draws);
        let (seat, due) = (some_seat(&mut draws), any_text_action(&mut draws));
        session.step(event(&mut draws, (seat, due), any, 1_000), &mut effects);
    }
    assert_eq!(effects.len(), told);
    (rules, effects)
}

#[test]
fn single_text_keeps_its_rules_whatever_seats_do() {
    let mut agreed = 0;
    for seed in 0..RUNS {
        let (rules, effects) = text_run(seed);
        assert_eq!(effects, text_run(seed).1);
        let mediator = SeatSet::NONE.with(rules.mediator);
        let asked = rules.must_agree.without(rules.mediator);
        let (mut texts, mut standing, mut ends) = (0, None, Vec::new());
        for effect in &effects {
            match effect.news {
                TextNews::Turn { .. } => assert_eq!(effect.to, mediator),
                TextNews::Answers { text, heard, .. } => {
                    assert_eq!(effect.to, mediator);
                    if heard.is_all() {
                        standing = Some(text);
                    }
                }
                TextNews::Text { text, .. } => {
                    assert_eq!(effect.to, asked);
                    assert!(rules.space.holds(text));
                    texts += 1;
                }
                TextNews::Over { agreed, .. } => {
                    assert_eq!(effect.to, SeatSet::first(4).without(rules.mediator));
                    ends.push(agreed);
                }
                TextNews::Finished(end) => {
                    assert_eq!(effect.to, mediator);
                    ends.push(end.agreed.ok());
                }
            }
        }
        assert!(texts <= rules.timing.deadline.rounds.unwrap());
        assert!(ends.len() == 2 && ends[0] == ends[1]);
        // What is agreed is what all were for, and nothing else.
        assert!(ends[0].is_none() || ends[0] == standing);
        agreed += usize::from(ends[0].is_some());
    }
    assert!(agreed > 100, "{agreed}");
}

#[test]
fn whoever_breaks_the_rules_of_the_shuttle_ends_it() {
    let rules = SingleTextRules {
        space: Arc::new(OutcomeSpace::new(&[3]).unwrap()),
        seats: 3,
        mediator: Seat(0),
        must_agree: SeatSet::first(3).without(Seat(0)),
        question: TextQuestion::ByItself,
        told: AnswersTold::OneByOne,
        timing: Timing {
            deadline: Deadline::rounds(3),
            clock: Clock::Negmas,
        },
    };
    let end = |acts: &[(u8, TextAction)]| {
        let mut session = SingleText::new(rules.clone());
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
        let mut ends = effects.iter().filter_map(|effect| match effect.news {
            TextNews::Finished(end) => Some(end.agreed),
            _ => None,
        });
        ends.next_back()
    };
    let (text, yes) = (
        TextAction::Propose(Outcome(1)),
        TextAction::Answer(ShuttleAnswer::Yes),
    );
    let fault = |seat, fault| Some(Err(NoDealReason::Fault(Seat(seat), fault)));
    assert_eq!(end(&[(1, yes)]), fault(1, Fault::OutOfTurn));
    assert_eq!(end(&[(0, text), (0, text)]), fault(0, Fault::OutOfTurn));
    assert_eq!(
        end(&[(0, text), (1, yes), (1, yes)]),
        fault(1, Fault::OutOfTurn)
    );
    assert_eq!(end(&[(0, text), (2, text)]), fault(2, Fault::OutOfTurn));
    assert_eq!(
        end(&[(0, TextAction::Propose(Outcome(3)))]),
        fault(0, Fault::NoPackage)
    );
    let better = TextAction::Answer(ShuttleAnswer::Better);
    assert_eq!(end(&[(0, text), (1, better)]), fault(1, Fault::Garbled));
    let broken = Some(Err(NoDealReason::BrokenOff(Seat(2))));
    assert_eq!(end(&[(0, text), (2, TextAction::End)]), broken);
    assert_eq!(end(&[(0, text), (1, yes), (2, yes)]), None);
    let close = (0, TextAction::Close);
    assert_eq!(
        end(&[(0, text), (1, yes), (2, yes), close]),
        Some(Ok(Outcome(1)))
    );
    assert_eq!(end(&[close]), Some(Err(NoDealReason::BrokenOff(Seat(0)))));
}

#[test]
fn sealed_acceptance_keeps_its_rules_whatever_seats_do() {
    let mut accepted = 0;
    for seed in 0..RUNS {
        let run = || {
            let mut draws = Draws::new(seed);
            let rules = SealedRules {
                packages: [4, 1, 4, 7].map(Outcome).to_vec(),
                seats: 4,
                asked: SeatSet::first(4).without(Seat(0)),
                enough: [Enough::All, Enough::Number(0), Enough::Number(2)][index(draws.below(3))],
                duration_ms: (draws.below(2) == 0).then_some(90),
            };
            let mut session = Sealed::new(rules);
            let mut effects = Vec::new();
            session.step(SessionEvent::Begin, &mut effects);
            for act in 0..60_u64 {
                let mut some = |seat: u64| {
                    let marked = [4, 1, 7]
                        .into_iter()
                        .filter(|_| draws.below(2) == 0)
                        .map(Outcome);
                    (
                        Seat(u8::try_from(seat).unwrap()),
                        SealedAction::Accepts(marked.collect()),
                    )
                };
                let due = some(1 + act % 3);
                let any = match draws.below(3) {
                    0 => SealedAction::End,
                    _ => SealedAction::Accepts(vec![Outcome(draws.below(9))]),
                };
                let due = if act < 3 { due } else { (due.0, any.clone()) };
                let is_over = session.end().is_some();
                let told = effects.len();
                let event = if act == 59 {
                    SessionEvent::TimeUp { at_ms: 90 }
                } else {
                    event(&mut draws, due, any, act)
                };
                session.step(event, &mut effects);
                assert!(!is_over || effects.len() == told);
            }
            (session.end().cloned(), effects)
        };
        let (end, effects) = run();
        assert_eq!((end.clone(), effects.clone()), run());
        let Some(end) = end else { panic!("ends") };
        let [tabled, shown] = effects.as_slice() else {
            panic!("{effects:?}")
        };
        assert!(tabled.to == SeatSet::first(4) && shown.to == SeatSet::first(4));
        let SealedNews::Shown { accepted: told, .. } = &shown.news else {
            panic!("{shown:?}")
        };
        assert_eq!(*told, end.accepted.unwrap_or_default());
        // In the order tabled, each once.
        let order = [4, 1, 7].map(Outcome);
        assert!(told.is_sorted_by_key(|package| order.iter().position(|on| on == package)));
        accepted += told.len();
    }
    assert!(accepted > 100, "{accepted}");
}

/// Every effect of a run of random events, and the rules.
fn three_way_run(seed: u64) -> (StackedRules, Vec<SessionEffect>) {
    let mut draws = Draws::new(seed);
    let rules = StackedRules {
        space: Arc::new(OutcomeSpace::new(&[3, 3]).unwrap()),
        seats: 3,
        may_table: [SeatSet::first(3), SeatSet::NONE.with(Seat(0))][index(draws.below(2))],
        passing: Passing::Allowed,
        must_agree: SeatSet::first(3).without(Seat(0)),
        timing: timing(&mut draws),
        own_spaces: Vec::new(),
    };
    let mut session = Stacked::new(rules.clone());
    let mut effects = Vec::new();
    session.step(SessionEvent::Begin, &mut effects);
    for act in 0..200_u64 {
        let turn = effects
            .iter()
            .rev()
            .find_map(|effect: &SessionEffect| match effect {
                SessionEffect::Turn { seat, .. } => Some(*seat),
                _ => None,
            });
        let seat = turn.unwrap();
        let tabled = session.tabled().filter(|(_, by)| *by != seat);
        let due = match draws.below(3) {
            0 if rules.may_table.holds(seat) => Action::Offer(Outcome(draws.below(9))),
            1 if tabled.is_some() => Action::Accept,
            _ => Action::Pass,
        };
        let any = [
            Action::End,
            Action::Accept,
            Action::Offer(Outcome(draws.below(12))),
        ][index(draws.below(3))];
        let (is_over, told) = (session.is_over(), effects.len());
        session.step(event(&mut draws, (seat, due), any, act * 10), &mut effects);
        assert!(!is_over || effects.len() == told);
    }
    assert!(session.is_over());
    (rules, effects)
}

#[test]
fn three_way_talks_keep_their_rules_whatever_seats_do() {
    let mut agreed = 0;
    for seed in 0..RUNS {
        let (rules, effects) = three_way_run(seed);
        assert_eq!(effects, three_way_run(seed).1);
        let (mut tabled, mut stand_by, mut ends) = (None, SeatSet::NONE, 0);
        for effect in &effects {
            match *effect {
                SessionEffect::Said {
                    seat,
                    action: Action::Offer(package),
                    ..
                } => {
                    assert!(rules.may_table.holds(seat) && rules.space.holds(package));
                    (tabled, stand_by) = (Some(package), SeatSet::NONE.with(seat));
                }
                SessionEffect::Said {
                    seat,
                    action: Action::Accept,
                    ..
                } => stand_by = stand_by.with(seat),
                SessionEffect::Said { .. } | SessionEffect::Turn { .. } => {}
                SessionEffect::Finished(end) => {
                    ends += 1;
                    if let Ok(package) = end.agreed {
                        agreed += 1;
                        assert!(tabled == Some(package) && stand_by.covers(rules.must_agree));
                    }
                }
            }
        }
        assert_eq!(ends, 1);
    }
    assert!(agreed > 100, "{agreed}");
}

/// A party without a program is silent, and talks without a number of texts are not begun.
#[test]
fn a_shuttle_of_programs_ends() {
    let size = CaseSize {
        points: 2,
        options: 2,
        parties: 2,
        floor_percent: 90,
    };
    let world = random_case(size, 1);
    let asked = SeatSet::first(3).without(Seat(0));
    let rules = SingleTextRules {
        space: world.space.clone(),
        seats: 3,
        mediator: Seat(0),
        must_agree: asked,
        question: TextQuestion::OverStanding,
        told: AnswersTold::OneByOne,
        timing: Timing {
            deadline: Deadline::rounds(5),
            clock: Clock::Negmas,
        },
    };
    let mut mediator = AskingMediator::new(
        &world.space,
        asked,
        AskingAssumption::FixedSet,
        Prior::none(&world.space),
        AskingGoal::First,
        1,
    );
    let mut parties = world.parties(|_| Box::new(HillClimber));
    parties.pop();
    let end = shuttle(&rules, &mut mediator, &mut parties, |_| ());
    assert_eq!(end.agreed, Err(NoDealReason::Fault(Seat(2), Fault::Silent)));
}
