//! What would open an overlap: the cheapest steps and drops, the next cheapest, all minimal ones.

mod asked;
mod found;
mod hunt;
mod least;
mod moves;
mod ordered;

pub use asked::{OpeningTerms, Order, Wanted};
pub use found::{Blocked, Openings, OpeningsEnd, Unfinished};
pub use moves::{Move, Target, clashes_at_hand, moves};
pub use ordered::openings;
