//! A step function of a value: how many packages are left, say, as a no-deal value moves.

mod data;
mod draw;
mod height;
mod levers;

pub use data::{CountScale, Crossing, PicturedLever, Piece, Steps};
pub use draw::steps;
