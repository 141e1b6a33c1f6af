//! The order in which points are settled: few rules open at any time.

use crate::problem::Problem;

/// Points in an order that keeps few rules half settled: each time the point that leaves the
/// fewest open, the smallest of equals, and the first of those. Points with one option come first.
pub(super) fn order(problem: &Problem, several: &[bool], sizes: &[i128]) -> Vec<usize> {
    let mut left: Vec<usize> = problem
        .rules
        .iter()
        .map(|r| r.points.iter().filter(|(p, _)| several[*p]).count())
        .collect();
    let total = left.clone();
    let mut order: Vec<usize> = (0..problem.len()).filter(|p| !several[*p]).collect();
    let mut waiting: Vec<usize> = (0..problem.len()).filter(|p| several[*p]).collect();
    while !waiting.is_empty() {
        let cost = |point: usize| {
            let (mut opened, mut closed) = (0_i64, 0_i64);
            for rule in &problem.watchers[point] {
                opened += i64::from(left[*rule] == total[*rule]);
                closed += i64::from(left[*rule] == 1);
            }
            (opened - closed, sizes[point], point)
        };
        let Some(place) = (0..waiting.len()).min_by_key(|w| cost(waiting[*w])) else {
            break;
        };
        let point = waiting.swap_remove(place);
        waiting.sort_unstable();
        problem.watchers[point].iter().for_each(|r| left[*r] -= 1);
        order.push(point);
    }
    order
}
