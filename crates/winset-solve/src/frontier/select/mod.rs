//! Some points that stand for a frontier, with a proven bound on what is missing.

mod at_most;
mod selection;
#[cfg(test)]
mod tests;

pub use at_most::frontier_at_most;
pub use selection::{FrontierPart, POINTS_MAX, Selection};
