//! The asking mediator where nobody can list the packages: 20 points of 5 options.

use std::sync::Arc;

use winset_model::options::{OptionId, OptionSet};
use winset_play::mediator::{
    AskingAssumption, AskingGoal, AskingMediator, AskingResult, LookAtMost, Mediating, Prior,
    Remaining, Truthful,
};
use winset_play::session::{
    AnswersTold, Clock, Deadline, Heard, Seat, SeatSet, SingleTextRules, TalkMoment, TextAction,
    TextNews, TextQuestion, Timing,
};
use winset_play::space::OutcomeSpace;

use crate::cases::{CaseSize, random_case, shuttle};

const SIZE: CaseSize = CaseSize {
    points: 20,
    options: 5,
    parties: 2,
    floor_percent: 105,
};

#[test]
fn a_package_is_found_among_those_that_nobody_can_list() {
    let mut texts = Vec::new();
    for seed in 0..5 {
        let world = random_case(SIZE, seed);
        let asked = SeatSet::first(3).without(Seat(0));
        let orders = AskingAssumption::Monotone(Arc::new(world.orders()));
        let mut mediator = AskingMediator::new(
            &world.space,
            asked,
            orders,
            Prior::none(&world.space),
            AskingGoal::First,
            seed,
        );
        let rules = SingleTextRules {
            space: world.space.clone(),
            seats: 3,
            mediator: Seat(0),
            must_agree: asked,
            question: TextQuestion::ByItself,
            told: AnswersTold::OneByOne,
            timing: Timing {
                deadline: Deadline::rounds(40),
                clock: Clock::Negmas,
            },
        };
        let mut parties = world.parties(|_| Box::new(Truthful::default()));
        let mut asked = 0;
        let end = shuttle(&rules, &mut mediator, &mut parties, |said| {
            asked += u32::from(matches!(said.news, TextNews::Answers { .. }));
        });
        texts.push(asked);
        assert!(
            end.agreed.is_ok_and(|package| world.is_overlap(package)),
            "{texts:?}"
        );
    }
    assert!(texts.iter().all(|texts| *texts <= 20), "{texts:?}");
}

/// With prior knowledge that leaves nothing, or more than can be searched, it says which.
#[test]
fn nothing_left_is_said_only_when_it_is_proven() {
    let space = Arc::new(OutcomeSpace::new(&[5; 20]).unwrap());
    let moment = TalkMoment {
        round: 0,
        time: 0.0,
        at_ms: 0,
    };
    let at = |branches, prior: Prior| {
        let asked = SeatSet::first(2);
        let under = AskingAssumption::FixedSet;
        AskingMediator::new(&space, asked, under, prior, AskingGoal::First, 1)
            .looking(LookAtMost { branches })
    };
    // One point leaves two options, and a link forbids each.
    let mut prior = Prior::none(&space);
    prior.allowed[3] = [1, 2].into_iter().map(OptionId).collect();
    for option in [1, 2] {
        let mut forbidden = Prior::none(&space).allowed;
        forbidden[3] = OptionSet::only(OptionId(option));
        prior.forbidden.push(forbidden);
    }
    let mut mediator = at(1_000_000, prior.clone());
    assert_eq!(mediator.act(moment), TextAction::Close);
    let none = AskingResult::NoneLeft {
        under: AskingAssumption::FixedSet,
    };
    assert_eq!(mediator.result(), none);
    let mut stopped = at(3, prior);
    assert_eq!(stopped.act(moment), TextAction::Close);
    let told = AskingResult::Stopped {
        remaining: Remaining::AtLeast(0),
        under: AskingAssumption::FixedSet,
    };
    assert_eq!(stopped.result(), told);
    // One refusal of a fixed set leaves all but one package, counted to the last.
    let mut mediator = at(1_000_000, Prior::none(&space));
    let TextAction::Propose(text) = mediator.act(moment) else {
        panic!("all are left");
    };
    mediator.heard(text, Heard::WhetherAll(false));
    let left = AskingResult::Stopped {
        remaining: Remaining::Exactly(5_u64.pow(20) - 1),
        under: AskingAssumption::FixedSet,
    };
    assert_eq!(mediator.result(), left);
    assert!(!mediator.is_possible(text));
}
