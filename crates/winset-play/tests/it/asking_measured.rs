//! Questions to an accepted package, and what it is worth: the asking mediator beside mediators that flip.

#![expect(clippy::print_stdout, reason = "a measurement prints its table")]

use std::sync::Arc;

use winset_play::mediator::{
    Annealer, Answering, AskingAssumption, AskingGoal, AskingMediator, AskingResult,
    FixedOrderFlip, HillClimber, Mediating, Prior, RandomFlip, Truthful,
};
use winset_play::session::{
    AnswersTold, Clock, Deadline, Heard, Seat, SeatSet, SingleTextRules, TextNews, TextQuestion,
    Timing,
};
use winset_play::space::Outcome;

use crate::cases::{CaseSize, RandomCase, random_case, shuttle};

/// What a course gave.
#[derive(Debug, Clone, Default)]
pub(crate) struct Measured {
    /// Texts until all accepted one that is within the overlap.
    pub(crate) first: Option<u32>,
    /// All texts.
    texts: u32,
    /// The share of the largest product of gains, per mille: at the first such text, and at the end.
    first_share: u128,
    last_share: u128,
}

fn rules(world: &RandomCase, question: TextQuestion, texts: u32) -> SingleTextRules {
    let seats = world.no_deal.len() + 1;
    SingleTextRules {
        space: world.space.clone(),
        seats,
        mediator: Seat(0),
        must_agree: SeatSet::first(seats).without(Seat(0)),
        question,
        told: AnswersTold::OneByOne,
        timing: Timing {
            deadline: Deadline::rounds(texts),
            clock: Clock::Negmas,
        },
    }
}

pub(crate) fn measure(
    world: &RandomCase,
    question: TextQuestion,
    texts: u32,
    mediator: &mut dyn Mediating,
    program: impl Fn(usize) -> Box<dyn Answering>,
) -> Measured {
    let mut measured = Measured::default();
    let nash = world.nash().max(1);
    let share = |package: Outcome| world.product(package) * 1_000 / nash;
    let rules = rules(world, question, texts);
    let mut parties = world.parties(program);
    let end = shuttle(&rules, mediator, &mut parties, |said| {
        if let TextNews::Answers { text, heard, .. } = said.news {
            measured.texts += 1;
            if heard.is_all() && measured.first.is_none() && world.is_overlap(text) {
                measured.first = Some(measured.texts);
                measured.first_share = share(text);
            }
            assert!(matches!(heard, Heard::OneByOne { .. }));
        }
    });
    if let Ok(package) = end.agreed {
        assert!(world.is_overlap(package));
        measured.last_share = share(package);
    }
    measured
}

fn asking(
    world: &RandomCase,
    assumption: AskingAssumption,
    goal: AskingGoal,
    seed: u64,
) -> AskingMediator {
    let seats = SeatSet::first(world.no_deal.len() + 1).without(Seat(0));
    AskingMediator::new(
        &world.space,
        seats,
        assumption,
        Prior::none(&world.space),
        goal,
        seed,
    )
}

fn median(mut numbers: Vec<u128>) -> u128 {
    numbers.sort_unstable();
    numbers[(numbers.len() - 1) / 2]
}

fn row(name: &str, runs: &[Measured], parties: u32) {
    let reached: Vec<&Measured> = runs.iter().filter(|run| run.first.is_some()).collect();
    // A course that reached nothing counts as longer than any.
    let firsts = runs
        .iter()
        .map(|run| run.first.map_or(u128::MAX, u128::from));
    let first = match median(firsts.collect()) {
        u128::MAX => "none".to_owned(),
        texts => format!("{texts} ({})", texts * u128::from(parties)),
    };
    let mean = |share: &dyn Fn(&Measured) -> u128| {
        runs.iter().map(share).sum::<u128>() / runs.len() as u128
    };
    println!(
        "| {name} | {} | {first} | {} | {} | {} |",
        reached.len(),
        mean(&|run| run.first_share),
        median(runs.iter().map(|run| u128::from(run.texts)).collect()),
        mean(&|run| run.last_share),
    );
}

/// Compares all on the same cases.
fn table(size: CaseSize, cases: u64, texts: u32) {
    let worlds: Vec<RandomCase> = (0..cases).map(|seed| random_case(size, seed)).collect();
    let in_overlap = worlds.iter().map(|world| {
        let packages = (0..world.space.count()).map(Outcome);
        let count = packages
            .filter(|package| world.is_overlap(*package))
            .count();
        count as u128 * 1_000_000 / u128::from(world.space.count())
    });
    let in_overlap = median(in_overlap.collect());
    println!(
        "\n{size:?}, {cases} cases, at most {texts} texts; median overlap {in_overlap} packages in a million"
    );
    println!(
        "| mediator, parties | found | texts to first (answers), median | Nash share then, mean of all, per mille | texts, median | Nash share at the end |"
    );
    println!("|---|---|---|---|---|---|");
    let each = |name: &str, run: &dyn Fn(&RandomCase, u64) -> Measured| {
        let runs: Vec<Measured> = worlds
            .iter()
            .zip(0..)
            .map(|(world, seed)| run(world, seed))
            .collect();
        row(name, &runs, u32::try_from(size.parties).unwrap());
    };
    let truthful = |_: &RandomCase| -> Box<dyn Answering> { Box::new(Truthful::default()) };
    let orders = |world: &RandomCase| AskingAssumption::Monotone(Arc::new(world.orders()));
    for goal in [AskingGoal::First, AskingGoal::NoneBetter] {
        let question = match goal {
            AskingGoal::First => TextQuestion::ByItself,
            AskingGoal::NoneBetter => TextQuestion::OverStanding,
        };
        each(
            &format!("asking ({goal:?}), fixed sets, truthful"),
            &|world, seed| {
                let mut mediator = asking(world, AskingAssumption::FixedSet, goal, seed);
                measure(world, question, texts, &mut mediator, |_| truthful(world))
            },
        );
        each(
            &format!("asking ({goal:?}), public orders, truthful"),
            &|world, seed| {
                let mut mediator = asking(world, orders(world), goal, seed);
                measure(world, question, texts, &mut mediator, |_| truthful(world))
            },
        );
    }
    let over = TextQuestion::OverStanding;
    each("random flip, hill climbers", &|world, seed| {
        let mut mediator = RandomFlip::new(&world.space, seed);
        measure(world, over, texts, &mut mediator, |_| Box::new(HillClimber))
    });
    each("flip in fixed order, hill climbers", &|world, seed| {
        let mut mediator = FixedOrderFlip::new(&world.space, seed);
        measure(world, over, texts, &mut mediator, |_| Box::new(HillClimber))
    });
    for hottest in [0.05, 0.2] {
        each(
            &format!("random flip, annealers T={hottest}"),
            &|world, seed| {
                let mut mediator = RandomFlip::new(&world.space, seed);
                measure(world, over, texts, &mut mediator, |party| {
                    Box::new(Annealer::new(hottest, seed * 100 + party as u64))
                })
            },
        );
    }
}

#[test]
#[ignore = "a measurement: minutes, and prints tables; run it by name"]
fn questions_to_an_accepted_package() {
    let size = |points, options, parties, floor_percent| CaseSize {
        points,
        options,
        parties,
        floor_percent,
    };
    table(size(5, 4, 2, 95), 100, 300);
    table(size(6, 4, 3, 95), 100, 300);
    table(size(6, 5, 2, 98), 100, 100);
}

/// The claim that the table makes, on few cases: with public orders far fewer texts than by chance, and what is
/// said to be the end is: nothing that all prefer is left.
#[test]
fn asking_finds_sooner_than_flipping_and_ends_with_nothing_better() {
    let size = CaseSize {
        points: 4,
        options: 4,
        parties: 2,
        floor_percent: 95,
    };
    let (mut asked, mut flipped, mut proven) = (0, 0, 0);
    for seed in 0..20 {
        let world = random_case(size, seed);
        let orders = AskingAssumption::Monotone(Arc::new(world.orders()));
        let mut mediator = asking(&world, orders.clone(), AskingGoal::NoneBetter, seed);
        let truthful = |_| -> Box<dyn Answering> { Box::new(Truthful::default()) };
        let question = TextQuestion::OverStanding;
        let measured = measure(&world, question, 256, &mut mediator, truthful);
        asked += measured.first.unwrap();
        let AskingResult::Found {
            package,
            none_better_under,
        } = mediator.result()
        else {
            panic!("an overlap exists");
        };
        if none_better_under == Some(orders) {
            proven += 1;
            let better = |other: &Outcome| {
                (0..2).all(|party| world.worth(party, *other) > world.worth(party, package))
            };
            assert!(
                !(0..world.space.count())
                    .map(Outcome)
                    .any(|other| better(&other))
            );
        }
        let mut flip = RandomFlip::new(&world.space, seed);
        let flips = measure(&world, question, 256, &mut flip, |_| Box::new(HillClimber));
        flipped += flips.first.unwrap_or(256);
    }
    assert!(
        proven >= 15 && asked * 2 < flipped,
        "{asked} {flipped} {proven}"
    );
}
