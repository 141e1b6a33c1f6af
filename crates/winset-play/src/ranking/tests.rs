//! Both forms against plain sorting.

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
        let listed = Listed::new(&scores, tenth);
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

fn place(number: u64) -> usize {
    usize::try_from(number).unwrap()
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap()
}
