//! All packages by what they are worth to one party, the best first: asked by place or by level, whether
//! they can be listed or not.

mod best_for;
mod estimate;
mod kept;
mod listed;
mod summed;
#[cfg(test)]
mod tests;

pub use estimate::{Estimate, EstimatedWorths};
pub(crate) use kept::utility_on;
pub use kept::{NotRanked, Ranking};
