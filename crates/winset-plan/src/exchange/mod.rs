//! The search for exchanges of prisoners.

mod clear;
mod load;
#[cfg(test)]
mod tests;

pub use clear::{ClearingEnd, clear};
pub use load::{LoadEnd, load_runs};
