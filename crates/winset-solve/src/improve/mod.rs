//! A package on the table: how it fares, and what would be better.

mod better;
mod fares;
mod nearest;
mod slack;

pub use better::{Better, better, trade};
pub use fares::{Fares, by_point, fares};
pub use nearest::{Likeness, Nearest, nearest};
pub use slack::{Slack, slack};
