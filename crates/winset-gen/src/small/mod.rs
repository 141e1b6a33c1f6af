//! Random small cases that use everything a case file can say about which packages are acceptable.
//!
//! Small enough that every package can be looked at, and about half of them without any overlap:
//! floors are set from the scores of some of the case's own packages, so that many stand exactly
//! at the threshold.

mod file;
mod floors;
mod moves;
mod positions;
mod record;
mod rules;
mod shape;
mod sheets;

pub use file::small;
pub use positions::positions;
pub use shape::PACKAGES_MAX;
