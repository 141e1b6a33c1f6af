//! Findings told in words, from names, titles and labels.
//!
//! [`called`] decides how things are named: labels first, codes small behind.
//! A sentence about a clash names no score, no floor and no later step of a ladder. What it says of
//! a demand is true of it, and enough for the argument; it need not be all that the demand says.

pub mod amended;
mod assumed;
mod audience;
pub mod brief;
pub mod called;
pub mod changed;
mod claim;
mod clash;
pub mod clashes;
pub mod class;
mod clause;
pub mod compared;
mod condition;
pub mod decimals;
pub mod demand;
mod exchange;
mod member;
pub mod messages;
mod names;
pub mod opening;
pub mod phases;
pub mod pressure;
pub mod prisoners;
pub mod record;
pub mod sealed;
mod sets;
pub mod settled;
pub mod shuttle;
pub mod standing;
pub mod status;
pub mod stopped;
mod story;
pub mod talks;
#[cfg(test)]
mod tests;
pub mod theory;
pub mod tournament;
pub mod verdict;
mod votes;
pub mod words;

pub use assumed::assumed;
pub use audience::audience_named;
pub use called::Called;
pub use claim::{CLAIM_WORDS_MAX, words_in};
pub use clash::{ClashTold, clash_points, clash_reasons, clash_told};
pub use exchange::{LoopTold, loop_told};
pub use member::{owner, seen};
pub use names::{grouped, listed, party_names};
