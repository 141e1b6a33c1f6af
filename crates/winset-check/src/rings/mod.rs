//! Rings: named requests of several holders that meet each other's wants, in circles and in chains.

mod pool;
mod settled;
mod statement;
#[cfg(test)]
mod tests;

pub use pool::{RINGS_MAX, Ring, RingNode, RingPool, RingPoolTooLarge};
pub use settled::{SettledRings, settled_rings};
pub use statement::RingStatement;
