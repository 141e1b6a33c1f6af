//! The desk: one case on disk, and what each audience sees of it.

mod source;
mod state;
mod view;

pub use source::{Files, Source};
pub use state::{Desk, Load, Start};
pub(crate) use view::View;
