//! Random small plans: what the search says is what plain enumeration says.

use winset_model::answer::Answer;
use winset_model::options::PartyId;
use winset_plan::phases::{PhasesImpossible, PlanLimit, Trust, plan_phases, trust};

use super::oracle::{days, least_bound, orders, wanted};
use super::sample::{case, never, question};

/// Numbers that follow from a seed (xorshift64*).
pub(super) struct Numbers(u64);

impl Numbers {
    pub(super) fn seeded(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % end
    }

    pub(super) fn chance(&mut self, in_ten: u64) -> bool {
        self.below(10) < in_ten
    }
}

/// A plan of 1 to 6 items that uses every feature; precedence runs in the order of a hidden row.
pub(super) fn plan(numbers: &mut Numbers) -> String {
    let parties = ["ann", "bob", "cyd"];
    let owners = if numbers.chance(7) { 2 } else { 3 };
    let count = 1 + usize::try_from(numbers.below(6)).expect("small");
    let mut text = String::new();
    if numbers.chance(6) {
        let bounds = parties[..2].iter();
        let bounds: Vec<String> = bounds
            .map(|p| format!("{p}: {}", numbers.below(9)))
            .collect();
        text += &format!("  bounds: {{{}}}\n", bounds.join(", "));
    }
    text += "  items:\n";
    let falling = numbers.chance(5);
    let has_act = numbers.chance(3);
    for place in 0..count {
        let owner = parties[usize::try_from(numbers.below(owners)).expect("small")];
        text += &format!("    - {{id: i{place}, owner: {owner}");
        if numbers.chance(8) {
            let values = parties[..2]
                .iter()
                .map(|p| format!("{p}: {}", numbers.below(6)));
            text += &format!(", values: {{{}}}", values.collect::<Vec<_>>().join(", "));
        }
        // Acts stand first in the row, so that nothing lies between their items.
        let in_act = has_act
            && count > 2
            && if falling {
                place + 2 >= count
            } else {
                place < 2
            };
        if in_act {
            text += ", act: bridge";
        } else {
            let before = if falling { place + 1..count } else { 0..place };
            let before: Vec<String> = before
                .filter(|_| numbers.chance(2))
                .map(|p| format!("i{p}"))
                .collect();
            text += &format!(", after: [{}]", before.join(", "));
        }
        let (days, verify) = (numbers.below(4), numbers.below(3));
        text += &format!(", days: {days}, verify: {verify}");
        if numbers.chance(2) {
            text += &format!(", earliest: {}", numbers.below(6));
        }
        if numbers.chance(3) {
            text += &format!(", latest: {}", 10 + numbers.below(8));
        }
        if numbers.chance(1) {
            text += ", reversible: true";
        }
        if numbers.chance(2) && count > 1 {
            let other =
                (place + 1 + usize::try_from(numbers.below(count as u64 - 1)).expect("small"))
                    % count;
            text += &format!(
                ", lapses_unless: {{item: i{other}, within: {}}}",
                numbers.below(12)
            );
        }
        text += "}\n";
    }
    text
}

#[test]
fn the_search_finds_what_enumeration_finds() {
    let mut counts = [0; 4];
    for seed in 0..5_000 {
        let text = plan(&mut Numbers::seeded(seed));
        let case = case(&text);
        let question = question(&case);
        let limit = PlanLimit::new(u64::MAX, &never);
        let answer = plan_phases(&question, &limit);
        match (answer, wanted(&question)) {
            (Answer::Found(found), Some(wanted)) => {
                counts[0] += 1;
                let schedule = &found.schedule;
                assert_eq!(schedule.order().rounds(), wanted.rounds, "{seed}\n{text}");
                assert_eq!(
                    i64::try_from(schedule.order().largest_exposure()),
                    Ok(wanted.exposure)
                );
                assert_eq!(i64::try_from(schedule.duration_days()), Ok(wanted.duration));
                let begins = schedule.begins().iter().flatten();
                let begins: Vec<i64> = begins
                    .map(|day| i64::try_from(*day).expect("small"))
                    .collect();
                assert_eq!(begins, wanted.begins, "{seed}\n{text}");
                // An order of rounds only: bounds and precedence prove that it needs so many.
                if case
                    .register
                    .plan
                    .iter()
                    .flat_map(|p| &p.items)
                    .all(|i| i.latest.is_none() && i.lapses_unless.is_none())
                    && !wanted.rounds.is_empty()
                {
                    assert!(found.fewer_rounds.is_some(), "{seed}\n{text}");
                    assert!(
                        found.less_exposure.is_some() || wanted.exposure == 0,
                        "{seed}\n{text}"
                    );
                }
            }
            (Answer::Impossible(why), None) => {
                let contradict = days(&question, &[]).is_none();
                let bounded = question.with_common_bound(u64::MAX);
                match why {
                    PhasesImpossible::Dates(_) => {
                        counts[1] += 1;
                        assert!(contradict, "{seed}\n{text}");
                    }
                    PhasesImpossible::Bounds(_) => {
                        counts[2] += 1;
                        assert!(!contradict, "{seed}\n{text}");
                        let free = orders(&question).into_iter();
                        let mut free =
                            free.filter(|o| super::oracle::keeps_precedence(&bounded, o));
                        assert!(!free.any(|o| super::oracle::keeps_bounds(&question, &o)));
                    }
                    PhasesImpossible::Together(_) => {
                        counts[3] += 1;
                        assert!(!contradict, "{seed}\n{text}");
                    }
                }
            }
            (answer, wanted) => unreachable!("{seed}: {answer:?} {wanted:?}\n{text}"),
        }
    }
    assert!(counts.iter().all(|count| *count > 20), "{counts:?}");
}

#[test]
fn the_smallest_bounds_are_those_of_enumeration() {
    let mut none = 0;
    for seed in 0..2_000 {
        let text = plan(&mut Numbers::seeded(seed));
        let case = case(&text);
        let question = question(&case);
        for party in [None, Some(0), Some(1)] {
            let limit = PlanLimit::new(u64::MAX, &never);
            let found = trust(&question, party.map(PartyId::at), &limit);
            match (found, least_bound(&question, party)) {
                (Trust::Smallest(needed), Some(least)) => {
                    assert_eq!(
                        i64::try_from(needed.bound()),
                        Ok(least),
                        "{seed} {party:?}\n{text}"
                    );
                }
                (Trust::NoBound(_), None) => none += 1,
                (found, least) => unreachable!("{seed} {party:?}: {found:?} {least:?}\n{text}"),
            }
        }
    }
    assert!(none > 20, "{none}");
}

/// Each item worth the same to both, equal totals: nobody needs to dare more than the largest item.
#[test]
fn with_equal_values_the_largest_item_is_enough_trust() {
    for seed in 0..500 {
        let mut numbers = Numbers::seeded(seed);
        let mut text = "  items:\n".to_owned();
        let (mut totals, mut largest) = ([0, 0], 0);
        let mut item = |owner: usize, value: u64, text: &mut String| {
            let name = ["ann", "bob"][owner];
            *text += &format!(
                "    - {{id: i{}, owner: {name}, values: {{ann: {value}, bob: {value}}}}}\n",
                text.len()
            );
            totals[owner] += value;
            largest = largest.max(value);
            totals
        };
        for _ in 0..4 {
            for owner in [0, 1] {
                let value = 1 + numbers.below(9);
                item(owner, value, &mut text);
            }
        }
        let now = item(0, 1, &mut text);
        let owner = usize::from(now[0] > now[1]);
        let gap = now[0].abs_diff(now[1]);
        if gap > 0 {
            item(owner, gap, &mut text);
        }
        let case = case(&text);
        let limit = PlanLimit::new(u64::MAX, &never);
        let Trust::Smallest(needed) = trust(&question(&case), None, &limit) else {
            unreachable!("{text}");
        };
        assert!(needed.bound() <= largest, "{seed}: {needed:?}\n{text}");
    }
}
