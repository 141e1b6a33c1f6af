//! The graph of clashes: demands in two columns, grouped by owner, with each clash as a numbered knot
//! between them.

mod columns;
mod draw;
mod order;
mod sides;

pub use draw::{Conflict, Demand, PicturedClash, conflict};
