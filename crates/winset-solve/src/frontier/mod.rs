//! The complete frontier of an overlap in the eyes of some parties.

mod archive;
mod axes;
mod choose;
mod coarse;
mod counted;
mod cross_state_dominance;
mod found;
mod heaps;
mod pareto_improvement;
mod question;
mod ruler;
mod search;
mod select;
mod step;
mod sums;
#[cfg(test)]
mod tests;
mod whole;

pub use found::{Engine, FrontierFound};
pub use select::{FrontierPart, POINTS_MAX, Selection, frontier_at_most};
pub use whole::{ENGINES, frontier, frontier_by};
pub(crate) use whole::{from_start, frontier_pruned};
