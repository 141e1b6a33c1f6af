//! A version, a comparison or a table laid out, before it is Markdown, HTML, plain text or DOCX.

mod layout;
mod parts;

pub use layout::{Facts, answers, counts, redline, version};
pub(crate) use parts::change_of;
pub use parts::{Block, Cells, Direction, Document};
