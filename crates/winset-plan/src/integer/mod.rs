//! The search for the best values of programs in whole numbers. Linear programs in floats only hint: what
//! is found and what is proven is checked in whole numbers.

mod branch;
mod relaxation;
mod staged;
#[cfg(test)]
mod tests;

pub use branch::{IntegerEnd, SearchLimit, maximise};
pub use staged::{StagedEnd, best_by_stages};
