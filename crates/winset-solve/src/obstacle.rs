//! What stands in the way where no package is acceptable.

use winset_check::NoOverlap;
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::search::overlap;

/// What stands in the way of an overlap: the first of these layers that leaves no package, laws
/// being the lowest, demands the next, no-deal values the highest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// No-deal values: without them there are packages.
    Values,
    /// Positions: without any no-deal value there is none either, under the laws alone there are.
    Positions,
    /// Laws, with the options that the question rules out: without any demand and any no-deal
    /// value there is still none.
    Laws,
    /// Positions or laws: without any no-deal value there is none, and whether the laws alone
    /// leave one was not decided.
    PositionsOrLaws(StopReason),
}

/// What stands in the way under positions, where it is known.
///
/// `declared` and `floorless` are the answers under the positions as they are, and without any
/// no-deal value. `None` where there is an overlap, or where one of the two is not decided. Where
/// demands or laws are in the way, one more question is asked of the search, without any demand.
pub(crate) fn obstacle<T, F, U, V>(
    case: &Case,
    positions: &Positions,
    declared: &Answer<T, NoOverlap, U>,
    floorless: &Answer<F, NoOverlap, V>,
    budget: &Budget<'_>,
) -> Option<Obstacle> {
    match (declared, floorless) {
        (Answer::Impossible(_), Answer::Found(_) | Answer::Stopped { best: Some(_), .. }) => {
            Some(Obstacle::Values)
        }
        (Answer::Impossible(_), Answer::Impossible(_)) => {
            Some(without_demands(case, positions, budget))
        }
        (Answer::Impossible(_), Answer::Stopped { best: None, .. })
        | (Answer::Found(_) | Answer::Stopped { .. }, _) => None,
    }
}

/// What stands in the way under positions that leave no package, where it is known. Asks the search
/// whether there is a package without floors, and where there is none, whether the laws leave one.
///
/// At positions with an overlap the answer says nothing about them: ask [`overlap`] first.
pub fn in_the_way(case: &Case, positions: &Positions, budget: &Budget<'_>) -> Option<Obstacle> {
    let open = positions.clone().without_floors();
    match overlap(case, &open, budget) {
        Answer::Found(_) => Some(Obstacle::Values),
        Answer::Impossible(_) => Some(without_demands(case, positions, budget)),
        Answer::Stopped { .. } => None,
    }
}

fn without_demands(case: &Case, positions: &Positions, budget: &Budget<'_>) -> Obstacle {
    let mut laws = positions.clone().without_floors();
    laws.dropped.extend(Positions::laws(case).dropped);
    match overlap(case, &laws, budget) {
        Answer::Impossible(_) => Obstacle::Laws,
        Answer::Found(_) => Obstacle::Positions,
        Answer::Stopped { reason, .. } => Obstacle::PositionsOrLaws(reason),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use winset_model::case::DemandId;
    use winset_model::document::Syntax;
    use winset_model::read_case;

    use super::*;
    use crate::verdict::verdict;

    /// Two parties whose demands clash, and two laws that clash too.
    const CASE: &str = "
format: winset-case/1
id: layers
title: Layers
parties: [{id: north, name: North}, {id: south, name: South}]
points:
  - {id: fee, title: Fee, options: [{id: a, label: A}, {id: b, label: B}]}
  - {id: way, title: Way, options: [{id: c, label: C}, {id: d, label: D}]}
lines:
  - {id: high, owner: north, point: fee, ladder: [{accept: a, cost: 0}]}
  - {id: low, owner: south, point: fee, ladder: [{accept: b, cost: 0}]}
  - {id: old, owner: north, point: way, kind: law, ladder: [{accept: c, cost: 0}]}
  - {id: new, owner: south, point: way, kind: law, ladder: [{accept: d, cost: 0}]}
";

    /// The case, without the second law or with it.
    fn case(with_new: bool) -> Case {
        let lines: Vec<&str> = CASE
            .lines()
            .filter(|line| with_new || !line.contains("id: new"))
            .collect();
        let read = read_case(lines.join("\n").as_bytes(), Syntax::Yaml);
        read.unwrap().case
    }

    fn dropping(case: &Case, line: &str) -> Positions {
        let mut positions = Positions::declared(case);
        for place in (0..case.lines.len()).filter(|place| case.lines[*place].id == line) {
            positions.dropped.insert(DemandId::Line(place));
        }
        positions
    }

    #[test]
    fn the_lowest_layer_that_leaves_nothing_is_in_the_way() {
        for (with_new, dropped, expected) in [
            (true, "", Some(Obstacle::Laws)),
            (true, "low", Some(Obstacle::Laws)),
            (false, "", Some(Obstacle::Positions)),
            (false, "low", None),
        ] {
            let case = case(with_new);
            let found = verdict(&case, &dropping(&case, dropped), &Budget::unlimited());
            assert_eq!(found.in_the_way, expected, "{with_new} {dropped:?}");
        }
    }

    #[test]
    fn what_is_not_decided_is_not_said_to_be() {
        let case = case(false);
        let positions = Positions::declared(&case);
        let (mut known, mut either) = (0, 0);
        for calls in 0..200 {
            let left = AtomicU32::new(calls);
            let stop = || {
                let spent =
                    left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1));
                spent.is_err().then_some(StopReason::TimeLimit)
            };
            let budget = Budget {
                stop: &stop,
                ..Budget::unlimited()
            };
            match verdict(&case, &positions, &budget).in_the_way {
                None => assert_eq!(known + either, 0, "{calls}"),
                Some(Obstacle::PositionsOrLaws(StopReason::TimeLimit)) => either += 1,
                Some(obstacle) => {
                    assert_eq!(obstacle, Obstacle::Positions, "{calls}");
                    known += 1;
                }
            }
        }
        assert!(known > 0 && either > 0, "{known} {either}");
    }
}
