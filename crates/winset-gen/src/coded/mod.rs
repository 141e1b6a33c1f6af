//! Cases in which every identifier is a code that nobody takes for a word, and what reads pages for
//! such codes where a label should stand.
//!
//! A code is in its place where it stands small behind a label: in text in parentheses after it, on a
//! page in an element of class `code` or in what is typed (`code`, `pre`, `kbd`, `samp`), in a table of
//! values in a column whose head ends with `code` or `codes`. Anywhere else it is bare.

mod bare;
mod case;

pub use bare::{bare_in_csv, bare_in_docx, bare_in_html, bare_in_ics, bare_in_text};
pub use case::coded;
