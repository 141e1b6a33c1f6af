//! Documents as Markdown, HTML, plain text and DOCX.
//!
//! Whatever a text holds, it stays text: nothing in it becomes markup, and characters that turn the
//! direction of a line or hide something are written out.

mod docx;
mod docx_paragraphs;
mod docx_parts;
mod html;
mod markdown;
mod plain;
mod printable;
mod zip;

pub use docx::docx;
pub use html::html;
pub use markdown::markdown;
pub use plain::plain;
