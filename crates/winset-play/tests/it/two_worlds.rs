//! Worlds in which one party's secrets differ, but what the rules release is the same: everything that is said
//! to another party is the same, byte for byte.

use std::sync::Arc;

use winset_play::mediator::{AskingAssumption, AskingGoal, AskingMediator, Prior, Truthful};
use winset_play::random::Draws;
use winset_play::session::{
    Addressed, AnswersTold, Clock, Deadline, Enough, Sealed, SealedAction, SealedNews, SealedRules,
    Seat, SeatSet, SessionEvent, ShuttleAnswer, SingleText, SingleTextRules, TextAction, TextNews,
    TextQuestion, Timing,
};
use winset_play::space::{Outcome, OutcomeSpace};

use crate::cases::{CaseSize, random_case, shuttle};

const PAIRS: u64 = 1_000;
const MEDIATOR: Seat = Seat(0);

/// What a seat is told, in order.
fn told<T: std::fmt::Debug>(effects: &[Addressed<T>], seat: Seat) -> Vec<String> {
    let to_seat = effects.iter().filter(|effect| effect.to.holds(seat));
    to_seat.map(|effect| format!("{:?}", effect.news)).collect()
}

fn rules(question: TextQuestion, draws: &mut Draws, texts: u32) -> SingleTextRules {
    let told = [AnswersTold::OneByOne, AnswersTold::WhetherAll];
    SingleTextRules {
        space: Arc::new(OutcomeSpace::new(&[4, 5]).unwrap()),
        seats: 4,
        mediator: MEDIATOR,
        must_agree: SeatSet::first(4).without(MEDIATOR),
        question,
        told: told[index(draws.below(2))],
        timing: Timing {
            deadline: Deadline::rounds(texts),
            clock: Clock::Negmas,
        },
    }
}

/// The whole course of a mediator's texts and of answers, each with its moment.
fn course(
    rules: &SingleTextRules,
    texts: &[Outcome],
    answers: &[[ShuttleAnswer; 3]],
) -> Vec<Addressed<TextNews>> {
    let mut session = SingleText::new(rules.clone());
    let mut effects = Vec::new();
    session.step(SessionEvent::Begin, &mut effects);
    for (round, (text, answers)) in texts.iter().zip(answers).enumerate() {
        let at_ms = round as u64 * 1_000;
        let acts = answers
            .iter()
            .enumerate()
            .map(|(party, answer)| (crate::cases::seat(party), TextAction::Answer(*answer)));
        let propose = [(MEDIATOR, TextAction::Propose(*text))];
        for (place, (seat, action)) in propose.into_iter().chain(acts).enumerate() {
            let at_ms = at_ms + place as u64;
            let act = SessionEvent::Act {
                seat,
                action,
                at_ms,
            };
            session.step(act, &mut effects);
        }
    }
    assert!(session.is_over());
    effects
}

fn answer(question: TextQuestion, draws: &mut Draws) -> ShuttleAnswer {
    match question {
        TextQuestion::ByItself | TextQuestion::OverStanding => {
            [ShuttleAnswer::Yes, ShuttleAnswer::Yes, ShuttleAnswer::No][index(draws.below(3))]
        }
        TextQuestion::OverLast => [
            ShuttleAnswer::Better,
            ShuttleAnswer::Worse,
            ShuttleAnswer::Same,
        ][index(draws.below(3))],
    }
}

fn is_for(answers: &[ShuttleAnswer]) -> bool {
    !answers
        .iter()
        .any(|answer| matches!(answer, ShuttleAnswer::No | ShuttleAnswer::Worse))
}

/// What the rules release of answers: which text stands, at every text or at the end.
fn released(question: TextQuestion, answers: &[[ShuttleAnswer; 3]]) -> Vec<Option<usize>> {
    let mut standing = Vec::new();
    let mut now = None;
    for (round, answers) in answers.iter().enumerate() {
        if is_for(answers) {
            now = Some(round);
        }
        standing.push(now);
    }
    match question {
        TextQuestion::OverStanding => standing,
        TextQuestion::ByItself | TextQuestion::OverLast => standing.split_off(standing.len() - 1),
    }
}

/// Two worlds with other answers of party 1 and the same release.
fn worlds(
    question: TextQuestion,
    draws: &mut Draws,
) -> (Vec<[ShuttleAnswer; 3]>, Vec<[ShuttleAnswer; 3]>) {
    loop {
        let texts = 4 + draws.below(4);
        let one: Vec<[ShuttleAnswer; 3]> = (0..texts)
            .map(|_| [(); 3].map(|()| answer(question, draws)))
            .collect();
        let mut other = one.clone();
        for answers in &mut other {
            answers[1] = answer(question, draws);
        }
        if one != other && released(question, &one) == released(question, &other) {
            return (one, other);
        }
    }
}

const QUESTIONS: [TextQuestion; 3] = [
    TextQuestion::ByItself,
    TextQuestion::OverStanding,
    TextQuestion::OverLast,
];

/// How many of the pairs of worlds a seat can tell apart, where effects first go through `leak`.
fn told_apart(seat: Seat, leak: impl Fn(&mut Vec<Addressed<TextNews>>)) -> usize {
    let mut draws = Draws::new(21);
    let pairs = (0..PAIRS).filter(|pair| {
        let question = QUESTIONS[index(pair % 3)];
        let (one, other) = worlds(question, &mut draws);
        let rules = rules(question, &mut draws, u32::try_from(one.len()).unwrap());
        let texts: Vec<Outcome> = one.iter().map(|_| Outcome(draws.below(20))).collect();
        let told_in = |answers: &[[ShuttleAnswer; 3]]| {
            let mut effects = course(&rules, &texts, answers);
            leak(&mut effects);
            told(&effects, seat)
        };
        told_in(&one) != told_in(&other)
    });
    pairs.count()
}

#[test]
fn single_text_tells_a_party_nothing_of_anothers_answers() {
    for seat in [Seat(1), Seat(3)] {
        assert_eq!(told_apart(seat, |_| ()), 0);
    }
    // Whoever answers sees no answer either, and the mediator does see them.
    assert_eq!(told_apart(Seat(2), |_| ()), 0);
    assert!(told_apart(MEDIATOR, |_| ()) > 100);
}

/// The check goes red where answers are addressed to everybody, and where a text comes with a hint.
#[test]
fn a_leak_of_the_single_text_is_noticed() {
    let everybody = |effects: &mut Vec<Addressed<TextNews>>| {
        for effect in effects {
            if matches!(effect.news, TextNews::Answers { .. }) {
                effect.to = SeatSet::first(4);
            }
        }
    };
    assert!(told_apart(Seat(1), everybody) > 100);
    let later = |effects: &mut Vec<Addressed<TextNews>>| {
        let mut refusals = 0;
        for effect in effects {
            match &mut effect.news {
                TextNews::Answers {
                    heard: winset_play::session::Heard::OneByOne { against, .. },
                    ..
                } => {
                    refusals += against.len() as u64;
                }
                TextNews::Over { moment, .. } => moment.at_ms += refusals,
                _ => {}
            }
        }
    };
    assert!(told_apart(Seat(1), later) > 100);
}

/// Whole courses of an asking mediator, with another no-deal value and other scores of one party: wherever the
/// mediator proposed the same and the end is the same, the other party was told the same.
#[test]
fn programs_are_told_the_same_where_texts_and_end_are_the_same() {
    let size = CaseSize {
        points: 2,
        options: 3,
        parties: 2,
        floor_percent: 80,
    };
    let (mut alike, mut apart) = (0, 0);
    for seed in 0..60 {
        let told_with = |other: u64| {
            let mut world = random_case(size, seed);
            let mut sheet = world.case.parties[1].sheet.open().clone();
            sheet.no_deal = sheet
                .no_deal
                .map(|no_deal| no_deal * i64::try_from(8 + other).unwrap() / 10);
            world.case.parties[1].sheet = winset_model::private::Private::new(sheet);
            let asked = SeatSet::first(3).without(MEDIATOR);
            let mut mediator = AskingMediator::new(
                &world.space,
                asked,
                AskingAssumption::FixedSet,
                Prior::none(&world.space),
                AskingGoal::First,
                seed,
            );
            let rules = SingleTextRules {
                space: world.space.clone(),
                seats: 3,
                mediator: MEDIATOR,
                must_agree: asked,
                question: TextQuestion::ByItself,
                told: AnswersTold::WhetherAll,
                timing: Timing {
                    deadline: Deadline::rounds(9),
                    clock: Clock::Negmas,
                },
            };
            let mut parties = world.parties(|_| Box::new(Truthful::default()));
            let (mut effects, mut texts) = (Vec::new(), Vec::new());
            let end = shuttle(&rules, &mut mediator, &mut parties, |said| {
                if let TextNews::Answers { text, .. } = said.news {
                    texts.push(text);
                }
                effects.push(said.clone());
            });
            ((texts, end.agreed.ok()), told(&effects, Seat(1)))
        };
        for other in 1..4 {
            let (one, other) = (told_with(0), told_with(other));
            if one.0 == other.0 {
                assert_eq!(one.1, other.1);
                alike += 1;
            } else {
                apart += 1;
            }
        }
    }
    assert!(alike > 30 && apart > 5, "{alike} {apart}");
}

/// What a seat is told in sealed acceptance where one party's answer is this, in this order of events.
fn sealed_course(
    rules: &SealedRules,
    answers: &[Option<Vec<Outcome>>],
) -> Vec<Addressed<SealedNews>> {
    let mut session = Sealed::new(rules.clone());
    let mut effects = Vec::new();
    session.step(SessionEvent::Begin, &mut effects);
    for (party, answer) in answers.iter().enumerate() {
        if let Some(packages) = answer {
            let act = SessionEvent::Act {
                seat: crate::cases::seat(party),
                action: SealedAction::Accepts(packages.clone()),
                at_ms: 5 + party as u64,
            };
            session.step(act, &mut effects);
        }
    }
    session.step(SessionEvent::TimeUp { at_ms: 1_007 }, &mut effects);
    assert!(session.end().is_some());
    effects
}

/// As [`told_apart`], for sealed acceptance; `leak` sees what each package got.
fn sealed_apart(
    seat: Seat,
    leak: impl Fn(&mut Vec<Addressed<SealedNews>>, &[Option<Vec<Outcome>>]),
) -> usize {
    let mut draws = Draws::new(22);
    let mut pairs = 0;
    let mut apart = 0;
    while pairs < PAIRS {
        let packages: Vec<Outcome> = (0..5).map(|_| Outcome(draws.below(9))).collect();
        let enough = [
            Enough::All,
            Enough::Number(2),
            Enough::Required(SeatSet::NONE.with(Seat(1)).with(Seat(2))),
        ][index(draws.below(3))];
        let rules = SealedRules {
            packages: packages.clone(),
            seats: 4,
            asked: SeatSet::first(4).without(MEDIATOR),
            enough,
            duration_ms: Some(1_000),
        };
        let mut some = || {
            let marked: Vec<Outcome> = packages
                .iter()
                .filter(|_| draws.below(2) == 0)
                .copied()
                .collect();
            (draws.below(8) > 0).then_some(marked)
        };
        let one: Vec<Option<Vec<Outcome>>> = (0..3).map(|_| some()).collect();
        let mut other = one.clone();
        other[1] = some();
        // What is released: the packages that enough accept, counted in the plain way.
        if one == other || shown(&rules, &one) != shown(&rules, &other) {
            continue;
        }
        pairs += 1;
        let told_in = |answers: &[Option<Vec<Outcome>>]| {
            let mut effects = sealed_course(&rules, answers);
            leak(&mut effects, answers);
            told(&effects, seat)
        };
        apart += usize::from(told_in(&one) != told_in(&other));
    }
    apart
}

fn shown(rules: &SealedRules, answers: &[Option<Vec<Outcome>>]) -> Vec<Outcome> {
    let mut shown: Vec<Outcome> = Vec::new();
    for package in &rules.packages {
        let yes = |answer: &Option<Vec<Outcome>>| {
            answer.as_ref().is_some_and(|yes| yes.contains(package))
        };
        let count = answers.iter().filter(|answer| yes(answer)).count();
        let enough = match rules.enough {
            Enough::All => count == 3,
            Enough::Number(number) => count >= number,
            Enough::Required(_) => yes(&answers[0]) && yes(&answers[1]),
        };
        if enough && !shown.contains(package) {
            shown.push(*package);
        }
    }
    shown
}

#[test]
fn sealed_acceptance_tells_nobody_more_than_what_enough_accept() {
    for seat in (0..4).map(Seat) {
        assert_eq!(sealed_apart(seat, |_, _| ()), 0);
    }
}

/// The check goes red where the end comes when the last has answered, and where counts are shown.
#[test]
fn a_leak_of_sealed_acceptance_is_noticed() {
    let early = |effects: &mut Vec<Addressed<SealedNews>>, answers: &[Option<Vec<Outcome>>]| {
        for effect in effects {
            if let SealedNews::Shown { at_ms, .. } = &mut effect.news
                && answers.iter().all(Option::is_some)
            {
                *at_ms = 7;
            }
        }
    };
    assert!(sealed_apart(Seat(3), early) > 50);
    let counts = |effects: &mut Vec<Addressed<SealedNews>>, answers: &[Option<Vec<Outcome>>]| {
        for effect in effects {
            if let SealedNews::Shown { at_ms, .. } = &mut effect.news {
                *at_ms += answers
                    .iter()
                    .flatten()
                    .map(|yes| yes.len() as u64)
                    .sum::<u64>();
            }
        }
    };
    assert!(sealed_apart(Seat(1), counts) > 100);
}

fn index(number: u64) -> usize {
    usize::try_from(number).unwrap()
}
