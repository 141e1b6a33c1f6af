//! The order in which points are settled: few rules and terms open at any time.

use crate::problem::{Problem, Worth};

/// Points in an order that keeps few rules and terms half settled: each time the point that leaves
/// the fewest open, the smallest of equals, and the first of those. Points with one option come first.
pub(super) fn order(
    problem: &Problem,
    several: &[bool],
    worth: &[Worth<'_>],
    sizes: &[i128],
) -> Vec<usize> {
    let rules = problem.rules.iter();
    let rules = rules.map(|rule| rule.points.iter().map(|(point, _)| *point).collect());
    let bonuses = worth.iter().flat_map(|worth| worth.bonuses);
    let terms = bonuses.map(|bonus| bonus.when.iter().map(|(point, _)| *point).collect());
    let spans: Vec<Vec<usize>> = rules.chain(terms).collect();
    let mut watchers = vec![Vec::new(); several.len()];
    for (number, span) in spans.iter().enumerate() {
        span.iter().for_each(|point| watchers[*point].push(number));
    }
    let mut left: Vec<usize> = spans
        .iter()
        .map(|span| span.iter().filter(|point| several[**point]).count())
        .collect();
    let total = left.clone();
    let mut order: Vec<usize> = (0..problem.len()).filter(|p| !several[*p]).collect();
    let mut waiting: Vec<usize> = (0..problem.len()).filter(|p| several[*p]).collect();
    while !waiting.is_empty() {
        let cost = |point: usize| {
            let (mut opened, mut closed) = (0_i64, 0_i64);
            for span in &watchers[point] {
                opened += i64::from(left[*span] == total[*span]);
                closed += i64::from(left[*span] == 1);
            }
            (opened - closed, sizes[point], point)
        };
        let Some(place) = (0..waiting.len()).min_by_key(|w| cost(waiting[*w])) else {
            break;
        };
        let point = waiting.swap_remove(place);
        waiting.sort_unstable();
        watchers[point].iter().for_each(|span| left[*span] -= 1);
        order.push(point);
    }
    order
}
