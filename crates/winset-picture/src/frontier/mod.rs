//! Two parties' scores as dots: packages, the efficient staircase, no-deal values, settlements, offers.

mod data;
mod dots;
mod draw;
mod named;
mod panel;

pub use data::{Axis, Dot, Frontier, PicturedOffer, Settlement};
pub use draw::frontier;
