//! Closed forms of bargaining theory: two parties who make offers in turn and lose by waiting.
//!
//! Nothing here looks at a case: what comes in are numbers, what comes out are exact shares of one unit.

mod rubinstein;
mod shares;
mod stahl;
#[cfg(test)]
mod tests;

pub use rubinstein::{RubinsteinAnswer, RubinsteinTerms, rubinstein};
pub use shares::ShareWhenOpening;
pub use stahl::{STAHL_ROUNDS_MAX, StahlAnswer, StahlTerms, stahl};
