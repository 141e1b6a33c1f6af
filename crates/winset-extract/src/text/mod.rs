//! The text of a report as words, quotation marks and sentences.

mod marks;
mod prose;
mod sentences;
mod tokens;

pub(crate) use marks::Quoted;
pub(crate) use prose::Prose;
pub(crate) use sentences::Sentence;
