//! How long the searches in whole numbers may run, from a budget.

use winset_plan::integer::SearchLimit;
use winset_solve::Budget;

/// The limit of a search; `stop` asks the same budget.
pub(super) fn search_limit<'a>(budget: &Budget<'_>, stop: &'a dyn Fn() -> bool) -> SearchLimit<'a> {
    SearchLimit {
        nodes_max: budget.nodes_max.unwrap_or(u64::MAX),
        stop,
    }
}
