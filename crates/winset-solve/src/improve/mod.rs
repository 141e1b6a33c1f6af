//! A package on the table: how it fares, and what would be better.

mod nearest;
mod room;

pub use nearest::{Likeness, Nearest, nearest};
pub use room::{Room, room};
