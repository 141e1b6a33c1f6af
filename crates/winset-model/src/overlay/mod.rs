//! What-ifs: named changes of a case, from flags or from an overlay file (`winset-overlay/1`).
//!
//! Both are brought to one form, each change with its place, and checked against the case: every
//! name, every number, every contradiction, all at once. Only [`Changes`] that passed can be
//! applied; then nothing can fail.
//!
//! What changes the question (steps, dropped demands, fixed and excluded options, no-deal values)
//! leaves the case as it is. A changed score makes another case, whose hash is that of the file
//! that would be written of it ([`derived::file`](crate::derived::file)).

mod adopt;
mod apply;
mod changes;
mod check;
mod export;
pub mod file;
mod flags;
mod names;
mod wanted;
mod write;

pub use apply::{Applied, Values};
pub use changes::{Changes, OverlayChange};
pub use file::{Overlay, read_overlay};
pub use flags::{Flag, FlagKind, flags_text, read_flags};
pub use write::write;
