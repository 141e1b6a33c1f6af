//! The desk: one case on disk, and what each audience sees of it.

mod shelf;
mod source;
mod state;
mod view;

pub use shelf::Load;
pub use source::{Files, Source};
pub use state::{Desk, Start};
pub(crate) use view::View;
