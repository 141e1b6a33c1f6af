//! What a reader sees of a source, plain or HTML, each byte with its place in the source.

mod html;
mod readable;

pub use readable::{Markup, Readable, readable};
