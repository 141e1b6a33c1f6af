//! What every strategy keeps to, whoever sits opposite.

use std::sync::Arc;

use winset_play::own::OwnSide;
use winset_play::random::Draws;
use winset_play::run::{play, seated};
use winset_play::session::{Action, Clock, Deadline, End, NoDealReason, TalkMoment, Timing};
use winset_play::space::{Outcome, OutcomeSpace};
use winset_play::strategy::{NamedPart, Strategy, StrategySpec, Turn, named, names};

use crate::domain::{Profile, drawn, sides};

/// Every strategy, and every acceptance rule and model with a strategy that can have it.
fn all() -> Vec<StrategySpec> {
    let texts = names().into_iter().map(|entry| match entry.part {
        NamedPart::Offer | NamedPart::Whole => entry.name.to_owned(),
        NamedPart::Accept => format!("offer=genius:conceder,accept={}", entry.name),
        NamedPart::Model => format!("offer=negmas:linear,model={}", entry.name),
    });
    let all: Vec<StrategySpec> = texts.map(|text| named(&text).unwrap()).collect();
    assert!(all.len() > 45, "{}", all.len());
    all
}

/// Tables packages as it likes, accepts nothing.
#[derive(Debug)]
enum Partner {
    /// One and the same.
    Repeats(Outcome),
    /// Any of the space.
    Nonsense(Draws),
    /// Each of the space in turn, the other's and its own whims aside.
    Enumerates(u64),
}

impl Strategy for Partner {
    fn heard(&mut self, _: &OwnSide, _: Outcome, _: TalkMoment) {}

    fn act(&mut self, turn: &Turn<'_>) -> Action {
        let count = turn.own.space().count();
        Action::Offer(match self {
            Self::Repeats(outcome) => *outcome,
            Self::Nonsense(draws) => Outcome(draws.below(count)),
            Self::Enumerates(next) => {
                *next += 1;
                Outcome(*next % count)
            }
        })
    }
}

type Domain = (Arc<OutcomeSpace>, Vec<OwnSide>);

/// The courses of a session: who tabled which package, and how it ended.
fn course(
    domain: &Domain,
    programs: Vec<Box<dyn Strategy>>,
    timing: Timing,
) -> (Vec<(u8, Action)>, End) {
    let mut acts = Vec::new();
    let end = play(&domain.0, timing, seated(&domain.1, programs), |said| {
        acts.push((said.seat.0, said.action));
    });
    (acts, end)
}

fn timing(rounds: u32, clock: Clock) -> Timing {
    Timing {
        deadline: Deadline::rounds(rounds),
        clock,
    }
}

/// Domains: usual, one with few and equal scores, scores in hundreds with no-deal values, a no-deal value that
/// nothing comes up to, a single package, and one that nobody can list.
fn domains() -> Vec<Domain> {
    let mut draws = Draws::new(5);
    let mut both = |sizes: &[usize], steps, per, no_deal: Option<f64>| {
        let mut one = || Profile {
            no_deal,
            ..drawn(sizes, steps, per, &mut draws)
        };
        sides(&[one(), one()])
    };
    vec![
        both(&[4, 3, 5], 1_000, 4_000.0, None),
        both(&[3, 3, 3], 3, 10.0, Some(0.2)),
        both(&[5, 4], 100, 0.5, Some(250.0)),
        both(&[3, 3], 100, 250.0, Some(5.0)),
        both(&[1], 5, 10.0, None),
    ]
}

fn unlisted() -> Domain {
    let mut draws = Draws::new(6);
    let sizes = [5; 20];
    let mut one = || drawn(&sizes, 200, 4_000.0, &mut draws);
    sides(&[one(), one()])
}

/// Plays a strategy in both seats against all kinds of partners.
fn check(spec: &StrategySpec, domain: &Domain, timing: Timing) {
    let count = domain.0.count();
    let partners = || -> Vec<Partner> {
        vec![
            Partner::Repeats(Outcome(0)),
            Partner::Repeats(Outcome(count - 1)),
            Partner::Nonsense(Draws::new(2)),
            Partner::Enumerates(0),
        ]
    };
    for seat in 0..2_usize {
        let seated = |partner: Box<dyn Strategy>| {
            let own = spec.begin(&domain.1[seat], timing, 7);
            if seat == 0 {
                vec![own, partner]
            } else {
                vec![partner, own]
            }
        };
        for (one, two) in partners().into_iter().zip(partners()) {
            let label = format!("{spec} at {seat} against {one:?} among {count}");
            let first = course(domain, seated(Box::new(one)), timing);
            keeps_the_rules(&label, &first, timing);
            let second = course(domain, seated(Box::new(two)), timing);
            assert_eq!(first, second, "{label}");
        }
    }
    let both = || -> Vec<Box<dyn Strategy>> {
        (0..2)
            .map(|seat| spec.begin(&domain.1[seat], timing, seat as u64))
            .collect()
    };
    let label = format!("{spec} against itself among {count}");
    let first = course(domain, both(), timing);
    keeps_the_rules(&label, &first, timing);
    assert_eq!(first, course(domain, both(), timing), "{label}");
    // What was prepared does the same.
    let prepared = (0..2)
        .map(|seat| spec.prepare(&domain.1[seat], timing).begin(seat as u64))
        .collect();
    assert_eq!(first, course(domain, prepared, timing), "{label}, prepared");
}

fn keeps_the_rules(label: &str, (acts, end): &(Vec<(u8, Action)>, End), timing: Timing) {
    let is_fault = matches!(end.agreed, Err(NoDealReason::Fault(..)));
    assert!(!is_fault, "{label}: {end:?}");
    let rounds = usize::try_from(timing.deadline.rounds.unwrap()).unwrap();
    assert!(acts.len() <= 2 * rounds, "{label}");
}

#[test]
fn every_strategy_keeps_to_the_rules_and_to_its_seed() {
    for domain in domains() {
        for spec in all() {
            for (rounds, clock) in [
                (1, Clock::Negolog),
                (40, Clock::Genius),
                (60, Clock::Negmas),
            ] {
                check(&spec, &domain, timing(rounds, clock));
            }
        }
    }
}

#[test]
fn every_strategy_plays_where_nobody_can_list() {
    let domain = unlisted();
    assert!(domain.0.count() > 1_000_000);
    for spec in all() {
        check(&spec, &domain, timing(30, Clock::Genius));
    }
}

/// With the other's scores changed and the same offers heard, everything that is said is the same.
#[test]
fn no_strategy_knows_the_scores_of_the_other() {
    let mut draws = Draws::new(9);
    let sizes = [4, 3, 4];
    let one = || drawn(&sizes, 500, 2_000.0, &mut Draws::new(21));
    for spec in all() {
        for pair in 0..4_u64 {
            let mut world = || sides(&[one(), drawn(&sizes, 500, 2_000.0, &mut draws)]);
            let worlds = [world(), world()];
            let timing = timing(50, Clock::Genius);
            let [first, second] = worlds.map(|domain| {
                let own = spec.begin(&domain.1[0], timing, pair);
                let partner = Box::new(Partner::Nonsense(Draws::new(pair)));
                course(&domain, vec![own, partner], timing)
            });
            assert_eq!(first, second, "{spec}");
        }
    }
}
