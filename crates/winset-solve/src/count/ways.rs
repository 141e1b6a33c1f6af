//! Every way of counting beside the others, for tests that compare them.

use winset_model::case::Case;
use winset_model::options::OptionSet;
use winset_model::positions::Positions;

use super::number::Count;
use super::{layers, tally};
use crate::budget::Budget;
use crate::enumerator;
use crate::problem::Problem;

/// The number of acceptable packages by each way of counting, under a name that says how: by layers
/// where they fit the memory, by search with small and with large subtrees enumerated, by enumeration
/// of everything in small and in large blocks. No way where a point has no option left.
pub fn ways(case: &Case, positions: &Positions, budget: &Budget<'_>) -> Vec<(&'static str, Count)> {
    let problem = Problem::new(case, positions);
    let root = || problem.root.clone();
    if problem.root.iter().any(OptionSet::is_empty) {
        return Vec::new();
    }
    let enumerated =
        |lanes_max| Count::Exact(enumerator::count_in_blocks(&problem, &root(), lanes_max).into());
    let mut ways = vec![
        ("by search", tally::count(&problem, root(), budget)),
        (
            "by branching to the end",
            tally::count_by_branching(&problem, root(), 1, budget),
        ),
        (
            "by branching",
            tally::count_by_branching(&problem, root(), 24, budget),
        ),
        ("by enumeration", enumerated(2_048)),
        ("by enumeration in tiny blocks", enumerated(1)),
        ("by enumeration in small blocks", enumerated(16)),
    ];
    if let Ok(count) = layers::count(&problem, &root(), budget) {
        ways.push(("by layers", Count::Exact(count)));
    }
    ways
}
