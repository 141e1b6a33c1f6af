//! Offers, sessions, statements and incidents on one axis of days, in lanes.

mod data;
mod draw;
mod rows;

pub use data::{Event, EventKind, Lane, Timeline};
pub use draw::timeline;
