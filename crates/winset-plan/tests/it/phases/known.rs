//! Plans whose answers are known.

use winset_check::plan::PlanRule;
use winset_model::answer::Answer;
use winset_plan::phases::{
    PhasesImpossible, PhasesPlan, PlanLimit, Trust, bonds, delayed, guarantees, plan_phases, trust,
};

use super::sample::{case, never, question};

fn found(plan: &str) -> (winset_model::case::Case, PhasesPlan) {
    let case = case(plan);
    let limit = PlanLimit::new(u64::MAX, &never);
    let Answer::Found(found) = plan_phases(&question(&case), &limit) else {
        unreachable!("{plan}");
    };
    (case, found)
}

/// Two sides' items, each worth the same to both.
fn common(ann: &[u64], bob: &[u64]) -> String {
    let mut text = "  items:\n".to_owned();
    for (owner, values) in [("ann", ann), ("bob", bob)] {
        for (place, value) in values.iter().enumerate() {
            text += &format!(
                "    - {{id: {owner}{place}, owner: {owner}, values: {{ann: {value}, bob: {value}}}}}\n"
            );
        }
    }
    text
}

/// `exposure-5.3.2-vs-4.4.2` and `exposure-10.10.10-vs-30` of the published cases, one item at a time.
/// Exposure inside a round peaks at its end, so orders of rounds and of single items have one least.
#[test]
fn published_exposures_come_out() {
    let cases: [(&[u64], &[u64], u64); 3] = [
        (&[5, 3, 2], &[4, 4, 2], 3),
        (&[10, 10, 10], &[30], 20),
        (&[7], &[7], 7),
    ];
    for (ann, bob, expected) in cases {
        let case = case(&common(ann, bob));
        let question = question(&case);
        let limit = PlanLimit::new(u64::MAX, &never);
        let Trust::Smallest(needed) = trust(&question, None, &limit) else {
            unreachable!("{ann:?}");
        };
        assert_eq!(needed.bound(), expected);
        // With that bound for both there is a plan, whose exposure is that bound; with one less none.
        let bounded = question.with_common_bound(expected);
        let Answer::Found(plan) = plan_phases(&bounded, &limit) else {
            unreachable!("{ann:?}");
        };
        assert_eq!(plan.schedule.order().largest_exposure(), expected);
        let less = question.with_common_bound(expected - 1);
        let none = plan_phases(&less, &limit);
        assert!(matches!(
            none,
            Answer::Impossible(PhasesImpossible::Bounds(_))
        ));
    }
}

#[test]
fn fewest_rounds_come_before_least_exposure() {
    // Without bounds each side delivers once; ann first costs her 10, bob first costs him 12.
    let (_, plan) = found(
        "  items:\n    - {id: a, owner: ann, values: {ann: 10, bob: 12}}\n    \
         - {id: b, owner: bob, values: {ann: 11, bob: 12}}\n",
    );
    assert_eq!(plan.schedule.order().rounds(), [[0], [1]]);
    assert_eq!(plan.schedule.order().exposures(), [[10, 0, 0], [0, 0, 0]]);
}

#[test]
fn an_act_counts_net_at_once() {
    let (case, plan) = found(
        "  bounds: {ann: 0, bob: 2}\n  items:\n    \
         - {id: a, owner: ann, values: {ann: 10, bob: 8}, act: bridge, days: 3}\n    \
         - {id: b, owner: bob, values: {ann: 11, bob: 10}, act: bridge, days: 5, earliest: 4}\n",
    );
    let schedule = &plan.schedule;
    assert_eq!(schedule.order().rounds(), [[0, 1]]);
    assert_eq!(schedule.order().exposures(), [[0, 2, 0]]);
    assert_eq!(schedule.begins(), [Some(4), Some(4)]);
    assert_eq!(schedule.duration_days(), 9);
    // Before the act bob has 10 to give and 8 to receive, ann 10 and 11.
    assert_eq!(bonds(&question(&case), schedule), [0, 2, 0]);
    assert_eq!(guarantees(schedule), [0, 2, 0]);
}

#[test]
fn the_last_to_deliver_needs_a_bond_of_all_that_it_owes() {
    let (case, plan) = found(
        "  items:\n    - {id: a, owner: ann, values: {ann: 4, bob: 9}}\n    \
         - {id: b, owner: bob, values: {ann: 9, bob: 7}, after: [a]}\n",
    );
    assert_eq!(bonds(&question(&case), &plan.schedule), [0, 7, 0]);
    assert_eq!(guarantees(&plan.schedule), [4, 0, 0]);
}

#[test]
fn dates_that_contradict_are_named_one_by_one() {
    let case = case(
        "  items:\n    - {id: pause, owner: ann, earliest: 7, days: 5, lapses_unless: {item: vote, within: 20}}\n    \
         - {id: count, owner: cyd, after: [pause], days: 10, verify: 2}\n    \
         - {id: vote, owner: bob, after: [count], days: 4}\n",
    );
    let limit = PlanLimit::new(u64::MAX, &never);
    let answer = plan_phases(&question(&case), &limit);
    let Answer::Impossible(PhasesImpossible::Dates(circle)) = answer else {
        unreachable!("{answer:?}");
    };
    // 5 + 12 + 4 days lie between the pause and the vote verified; 20 may.
    assert_eq!(circle.excess_days(), 1);
    let mut rules = circle.rules().to_vec();
    rules.sort();
    let after = |item, before| PlanRule::After { item, before };
    assert_eq!(rules, [after(1, 0), after(2, 1), PlanRule::Lapse(0)]);
}

#[test]
fn a_lapse_can_hold_an_item_back() {
    // The vote cannot be before day 30, so the pause that lapses within 20 days waits.
    let (_, plan) = found(
        "  items:\n    - {id: pause, owner: ann, lapses_unless: {item: vote, within: 20}}\n    \
         - {id: vote, owner: bob, earliest: 30, days: 2}\n",
    );
    assert_eq!(plan.schedule.begins(), [Some(12), Some(30)]);
}

#[test]
fn a_delay_moves_what_waits_and_breaks_windows() {
    let (case, plan) = found(
        "  items:\n    - {id: a, owner: ann, values: {ann: 1}, days: 3, latest: 4}\n    \
         - {id: b, owner: bob, values: {bob: 1}, days: 2, after: [a], latest: 6}\n    \
         - {id: c, owner: cyd, days: 1}\n",
    );
    let effect = delayed(&question(&case), &plan.schedule, 0, 2);
    let effect = effect.expect("it is planned");
    assert_eq!(effect.moved.len(), 1);
    let moved = effect.moved[0];
    assert_eq!(
        (moved.item, moved.begins, moved.by_days, moved.because),
        (1, 5, 2, 0)
    );
    // Verified on day 5 instead of 4, and on day 7 instead of 6.
    assert_eq!(
        effect.broken,
        [(PlanRule::Latest(0), 1), (PlanRule::Latest(1), 1)]
    );
    assert_eq!(effect.duration_days, 7);
    // A day is harmless for what nobody waits for.
    let effect = delayed(&question(&case), &plan.schedule, 2, 1);
    let effect = effect.expect("it is planned");
    assert!(effect.moved.is_empty() && effect.broken.is_empty());
}

#[test]
fn items_that_the_package_does_not_hold_are_not_planned() {
    let case = case(
        "  items:\n    - {id: a, owner: ann, values: {ann: 1}, when: {land: [sell]}}\n    \
         - {id: b, owner: bob, values: {bob: 1}, after: [a]}\n",
    );
    let keep = winset_model::options::Package(vec![winset_model::options::OptionId::at(0)]);
    let question = winset_check::plan::PlanQuestion::of(&case, Some(&keep));
    let question = question.expect("the case has a plan");
    let limit = PlanLimit::new(u64::MAX, &never);
    let Answer::Found(plan) = plan_phases(&question, &limit) else {
        unreachable!();
    };
    assert_eq!(plan.schedule.order().rounds(), [[1]]);
    assert_eq!(plan.schedule.begins(), [None, Some(0)]);
}
