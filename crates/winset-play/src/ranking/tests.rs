//! Both forms against plain sorting.

use super::Estimate;
use super::listed::Listed;
use super::summed::Summed;
use crate::random::Draws;
use crate::space::{Outcome, OutcomeSpace};

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
fn tenth(score: i64) -> f64 {
    score as f64 / 10.0
}

#[test]
fn both_forms_are_the_packages_sorted() {
    let mut draws = Draws::new(7);
    for _ in 0..200 {
        let sizes: Vec<usize> = (0..=draws.below(4))
            .map(|_| 1 + place(draws.below(4)))
            .collect();
        let by_option: Vec<Vec<i64>> = sizes
            .iter()
            .map(|size| {
                (0..*size)
                    .map(|_| signed(draws.below(30)) * 2 - 20)
                    .collect()
            })
            .collect();
        let space = OutcomeSpace::new(&sizes).unwrap();
        let score = |number: u64| -> i64 {
            let rows = by_option.iter().enumerate();
            rows.map(|(point, row)| row[space.option(Outcome(number), point)])
                .sum()
        };
        let scores: Vec<i64> = (0..space.count()).map(score).collect();
        let mut sorted: Vec<u64> = (0..space.count()).collect();
        sorted.sort_by_key(|number| (-score(*number), *number));
        let listed = Listed::new(&space, &scores, tenth);
        let summed = Summed::new(&space, &by_option, tenth).unwrap();
        for (at, number) in sorted.iter().enumerate() {
            let at = at as u64;
            assert_eq!(listed.at(at), Outcome(*number));
            assert_eq!(summed.at(at), Outcome(*number), "{by_option:?}");
            for worth in [
                listed.utility_at(at),
                summed.utility_at(at),
                listed.utility(Outcome(*number)),
                summed.utility(Outcome(*number)),
            ] {
                assert!((worth - tenth(score(*number))).abs() < 1e-12);
            }
        }
        for level in -80_i64..130 {
            for level in [tenth(level), tenth(level) + 0.05] {
                let plain = scores
                    .iter()
                    .filter(|score| tenth(**score) >= level)
                    .count() as u64;
                assert_eq!(listed.at_least(level), plain);
                assert_eq!(summed.at_least(level), plain);
            }
        }
    }
}

/// The best for the other, the slow way: all packages at the level, one by one.
fn enumerated(
    space: &OutcomeSpace,
    score: impl Fn(u64) -> i64,
    estimate: &Estimate,
    level: f64,
) -> Option<Outcome> {
    let at_level = (0..space.count()).filter(|number| tenth(score(*number)) >= level);
    at_level
        .max_by_key(|number| {
            let other = estimate.steps(space, Outcome(*number));
            (other, score(*number), std::cmp::Reverse(*number))
        })
        .map(Outcome)
}

#[test]
fn best_for_another_party_is_what_enumeration_finds() {
    let mut draws = Draws::new(11);
    for run in 0..400 {
        let sizes: Vec<usize> = (0..=draws.below(5))
            .map(|_| 1 + place(draws.below(4)))
            .collect();
        let mut table = |most: u64| -> Vec<Vec<i64>> {
            let row = |size: &usize| (0..*size).map(|_| signed(draws.below(most))).collect();
            sizes.iter().map(row).collect()
        };
        let by_option = table(12);
        // Few different values make ties; what is against oneself makes every package efficient.
        let others = match run % 3 {
            0 => table(4),
            1 => table(1_000),
            _ => by_option
                .iter()
                .map(|row| row.iter().map(|score| -score).collect())
                .collect(),
        };
        let floats: Vec<Vec<f64>> = others
            .iter()
            .map(|row| row.iter().map(|value| tenth(*value)).collect())
            .collect();
        let estimate = Estimate::new(&floats);
        let space = OutcomeSpace::new(&sizes).unwrap();
        let score = |number: u64| -> i64 {
            let rows = by_option.iter().enumerate();
            rows.map(|(point, row)| row[space.option(Outcome(number), point)])
                .sum()
        };
        let scores: Vec<i64> = (0..space.count()).map(score).collect();
        let listed = Listed::new(&space, &scores, tenth);
        let summed = Summed::new(&space, &by_option, tenth).unwrap();
        for level in -1_i64..60 {
            let level = tenth(level);
            let Some(slow) = enumerated(&space, score, &estimate, level) else {
                continue;
            };
            assert_eq!(listed.best_for(&space, &estimate, level), slow);
            assert_eq!(
                summed.best_for(&estimate, level),
                slow,
                "{by_option:?} {others:?}"
            );
        }
    }
}

#[test]
fn best_for_another_party_is_found_where_nobody_can_list() {
    let mut draws = Draws::new(3);
    let space = OutcomeSpace::new(&[5; 20]).unwrap();
    let own: Vec<Vec<i64>> = (0..20)
        .map(|_| (0..5).map(|_| signed(draws.below(1_000))).collect())
        .collect();
    let against: Vec<Vec<f64>> = own
        .iter()
        .map(|row| row.iter().map(|score| tenth(-score)).collect())
        .collect();
    let estimate = Estimate::new(&against);
    let summed = Summed::new(&space, &own, tenth).unwrap();
    for level in [300.0, 800.0, 1_200.0, 1_500.0] {
        // What is against oneself is best where it is just at the level.
        let found = summed.best_for(&estimate, level);
        let last = summed.at_least(level) - 1;
        assert!((summed.utility(found) - summed.utility_at(last)).abs() < 1e-12);
    }
}

fn place(number: u64) -> usize {
    usize::try_from(number).unwrap()
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap()
}
