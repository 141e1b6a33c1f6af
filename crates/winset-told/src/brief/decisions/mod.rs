//! What a principal is asked to decide.

mod chosen;
mod draft;
mod item;
mod opening;

pub(super) use chosen::decisions;
