//! A plan on an axis of days: items as bars, gates as lines, and below, on the same axis, what each side
//! has given without return.

mod data;
mod draw;
mod exposed;

pub use data::{Gantt, GanttGate, GanttRow, GanttStrip};
pub use draw::gantt;
