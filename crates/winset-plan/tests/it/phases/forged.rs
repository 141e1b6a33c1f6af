//! Schedules, circles and proofs that were changed by chance are refused, or say something true.

use std::collections::BTreeSet;

use winset_check::plan::{
    PlanRule, dates_contradict, no_order, no_order_within, no_schedule, plan_schedule, trust_needed,
};
use winset_model::answer::Answer;
use winset_plan::phases::{PhasesImpossible, PlanLimit, Trust, plan_phases, trust};

use super::oracle::{days, keeps_bounds, keeps_precedence, orders, wanted};
use super::random::{Numbers, plan};
use super::sample::{case, never, question};

/// What the checker lets pass is an order by the oracle, with days that the oracle's network has not
/// ruled out.
#[test]
fn changed_schedules_are_refused_or_true() {
    let (mut refused, mut passed) = (0, 0);
    for seed in 0..3_000 {
        let mut numbers = Numbers::seeded(seed);
        let text = plan(&mut numbers);
        let case = case(&text);
        let question = question(&case);
        let Some(wanted) = wanted(&question) else {
            continue;
        };
        let mut rounds = wanted.rounds.clone();
        let mut begins: Vec<Option<u64>> = wanted
            .begins
            .iter()
            .map(|day| u64::try_from(*day).ok())
            .collect();
        assert!(plan_schedule(&question, &rounds, &begins).is_ok(), "{text}");
        let at = usize::try_from(numbers.below(begins.len() as u64)).expect("small");
        match numbers.below(6) {
            0 => begins[at] = None,
            1 => begins[at] = begins[at].map(|day| day.saturating_sub(1)),
            2 => begins[at] = begins[at].map(|day| day + 1 + numbers.below(3)),
            3 => rounds.reverse(),
            4 if !rounds.is_empty() => {
                rounds.pop();
            }
            _ if rounds.len() > 1 => {
                let moved = rounds[0].pop();
                rounds[1].extend(moved);
                rounds.retain(|round| !round.is_empty());
            }
            _ => rounds.push(vec![at]),
        }
        let sorted = |rounds: &[Vec<usize>]| {
            let mut rounds = rounds.to_vec();
            rounds.iter_mut().for_each(|round| round.sort_unstable());
            rounds
        };
        if plan_schedule(&question, &rounds, &begins).is_err() {
            refused += 1;
            continue;
        }
        passed += 1;
        let rounds = sorted(&rounds);
        assert!(orders(&question).contains(&rounds), "{seed}\n{text}");
        assert!(keeps_bounds(&question, &rounds) && keeps_precedence(&question, &rounds));
        let least = days(&question, &rounds).expect("days were found");
        let both = begins.iter().flatten().zip(least);
        assert!(
            both.into_iter()
                .all(|(day, least)| i64::try_from(*day).is_ok_and(|d| d >= least))
        );
    }
    assert!(refused > 500 && passed > 50, "{refused} {passed}");
}

#[test]
fn circles_that_are_changed_are_refused() {
    let mut refused = 0;
    for seed in 0..3_000 {
        let mut numbers = Numbers::seeded(seed);
        let text = plan(&mut numbers);
        let case = case(&text);
        let question = question(&case);
        let limit = PlanLimit::new(u64::MAX, &never);
        let answer = plan_phases(&question, &limit);
        let Answer::Impossible(PhasesImpossible::Dates(circle)) = answer else {
            // No circle of any rules can be had where days exist: two at random never contradict.
            let all = PlanRule::all(&question);
            if !all.is_empty() && days(&question, &[]).is_some() {
                let mut any =
                    || all[usize::try_from(numbers.below(all.len() as u64)).expect("small")];
                for _ in 0..20 {
                    let two = [any(), any()];
                    assert!(
                        dates_contradict(&question, &two).is_err(),
                        "{two:?}\n{text}"
                    );
                }
            }
            continue;
        };
        let mut rules = circle.rules().to_vec();
        assert!(dates_contradict(&question, &rules).is_ok());
        rules.rotate_left(1);
        assert!(
            dates_contradict(&question, &rules).is_ok(),
            "a circle begins anywhere"
        );
        let at = usize::try_from(numbers.below(rules.len() as u64)).expect("small");
        rules.remove(at);
        assert!(
            dates_contradict(&question, &rules).is_err(),
            "{rules:?}\n{text}"
        );
        rules.insert(at, PlanRule::Lapse(99));
        assert!(dates_contradict(&question, &rules).is_err());
        refused += 1;
    }
    assert!(refused > 100, "{refused}");
}

/// Every set that single deliveries reach within the bounds.
fn reached(case: &winset_model::case::Case) -> BTreeSet<u64> {
    let question = question(case);
    let valued = question.valued();
    let mut sets = BTreeSet::from([0]);
    for rounds in orders(&question) {
        let mut set = 0_u64;
        for end in 0..rounds.len() {
            let here = &rounds[..=end];
            if !keeps_bounds(&question, here) || !keeps_precedence(&question, &rounds) {
                break;
            }
            for place in &rounds[end] {
                let bit = valued
                    .iter()
                    .position(|other| other == place)
                    .expect("valued");
                set |= 1 << bit;
            }
            sets.insert(set);
        }
    }
    sets
}

#[test]
fn proofs_without_a_set_are_refused() {
    let mut refused = 0;
    for seed in 0..4_000 {
        let text = plan(&mut Numbers::seeded(seed));
        let case = case(&text);
        let question = question(&case);
        let limit = PlanLimit::new(u64::MAX, &never);
        let sets = reached(&case);
        let everything = (1_u64 << question.valued().len()) - 1;
        match plan_phases(&question, &limit) {
            Answer::Impossible(PhasesImpossible::Bounds(_)) => {
                for set in &sets {
                    let mut fewer = sets.clone();
                    fewer.remove(set);
                    assert!(no_order(&question, &fewer).is_err(), "{seed}\n{text}");
                }
                refused += sets.len();
            }
            Answer::Found(plan) => {
                assert!(no_order(&question, &sets).is_err(), "{seed}\n{text}");
                let mut less = sets.clone();
                less.remove(&everything);
                assert!(no_order(&question, &less).is_err() || everything == 0);
                let rounds = plan.schedule.order().rounds().len();
                assert!(no_schedule(&question, Some(rounds)).is_err());
                assert!(no_schedule(&question, None).is_err());
                // Layers that leave out the whole set are not closed.
                let layers = vec![less; rounds + 1];
                assert!(no_order_within(&question, &layers).is_err());
                if rounds > 0 {
                    assert!(no_schedule(&question, Some(rounds - 1)).is_ok());
                }
            }
            _ => {}
        }
    }
    assert!(refused > 200, "{refused}");
}

#[test]
fn bounds_claimed_too_small_or_too_large_are_refused() {
    for seed in 0..500 {
        let case = case(&plan(&mut Numbers::seeded(seed)));
        let question = question(&case);
        let limit = PlanLimit::new(u64::MAX, &never);
        let Trust::Smallest(needed) = trust(&question, None, &limit) else {
            unreachable!("one bound for all is enough if it is large");
        };
        let orders = orders(&question).into_iter().find(|rounds| {
            let bounded = question.with_common_bound(needed.bound());
            keeps_precedence(&bounded, rounds) && keeps_bounds(&bounded, rounds)
        });
        let rounds = orders.expect("the bound is enough");
        let free = question.with_common_bound(u64::MAX);
        let valued = free.valued().len();
        // All sets but the last one are closed under no delivery.
        let all: BTreeSet<u64> = (0..(1_u64 << valued) - u64::from(valued > 0)).collect();
        let above = needed.bound() + 1;
        assert!(trust_needed(&question, None, above, &rounds, &all).is_err());
        if needed.bound() > 0 {
            let below = needed.bound() - 1;
            assert!(trust_needed(&question, None, below, &rounds, &all).is_err());
        }
    }
}
