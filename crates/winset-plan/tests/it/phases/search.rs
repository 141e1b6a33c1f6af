//! Larger plans, and searches that are stopped.

use winset_model::answer::{Answer, StopReason};
use winset_plan::phases::{PlanLimit, plan_phases};

use super::sample::{case, never, question};

/// Forty items of two sides with precedence and windows, and bounds.
fn forty(bound: u64) -> String {
    let mut text = format!("  bounds: {{ann: {bound}, bob: {bound}}}\n  items:\n");
    for place in 0..20 {
        for (owner, other) in [("ann", "bob"), ("bob", "ann")] {
            let own = 2 + (place * 7) % 5;
            let worth = own + (place * 3) % 4;
            let after = if place > 1 {
                format!("{owner}{}", place - 2)
            } else {
                String::new()
            };
            text += &format!(
                "    - {{id: {owner}{place}, owner: {owner}, values: {{{owner}: {own}, {other}: {worth}}}, \
                 after: [{after}], days: 2, verify: 1, latest: 400}}\n"
            );
        }
    }
    text
}

#[test]
fn forty_items_are_planned_or_bounded() {
    for bound in [12, 20, 200] {
        let case = case(&forty(bound));
        let limit = PlanLimit::new(30_000, &never);
        match plan_phases(&question(&case), &limit) {
            Answer::Found(plan) => {
                let order = plan.schedule.order();
                assert!(order.largest_exposure() <= bound);
            }
            Answer::Stopped { bound, best, .. } => {
                assert!(bound.rounds_least >= 2 && best.is_some(), "{bound:?}");
            }
            Answer::Impossible(why) => unreachable!("{why:?}"),
        }
    }
}

#[test]
fn identical_items_are_taken_in_one_order() {
    // 12 and 12 equal items, one at a time: 24 rounds of no choice.
    let mut text = "  bounds: {ann: 1, bob: 0}\n  items:\n".to_owned();
    for place in 0..12 {
        text += &format!("    - {{id: a{place}, owner: ann, values: {{ann: 1, bob: 1}}}}\n");
        text += &format!("    - {{id: b{place}, owner: bob, values: {{ann: 1, bob: 1}}}}\n");
    }
    let case = case(&text);
    let limit = PlanLimit::new(20_000, &never);
    let Answer::Found(plan) = plan_phases(&question(&case), &limit) else {
        unreachable!("{limit:?}");
    };
    let rounds = plan.schedule.order().rounds();
    let expected: Vec<Vec<usize>> = (0..24).map(|place| vec![place]).collect();
    assert_eq!(rounds, expected);
}

#[test]
fn too_many_valued_items_are_not_decided() {
    let mut text = "  items:\n".to_owned();
    for place in 0..65 {
        text += &format!("    - {{id: a{place}, owner: ann, values: {{ann: 1}}}}\n");
    }
    let case = case(&text);
    let limit = PlanLimit::new(u64::MAX, &never);
    let answer = plan_phases(&question(&case), &limit);
    assert!(matches!(
        answer,
        Answer::Stopped {
            reason: StopReason::NumberLimit,
            best: None,
            ..
        }
    ));
}

#[test]
fn a_search_that_is_stopped_says_what_it_has() {
    let case = case(&forty(12));
    let stop = || Some(StopReason::Interrupted);
    let limit = PlanLimit::new(u64::MAX, &stop);
    let answer = plan_phases(&question(&case), &limit);
    let Answer::Stopped { reason, bound, .. } = answer else {
        unreachable!("{answer:?}");
    };
    assert_eq!(reason, StopReason::Interrupted);
    assert!(bound.rounds_least >= 2);
}
