//! The graph of clashes: demands in two columns, grouped by owner, with each clash as a numbered knot
//! between them.

mod columns;
mod data;
mod draw;
mod order;
mod sides;

pub use data::{Conflict, Demand, PicturedClash};
pub use draw::conflict;
