//! The single negotiating text: one clause for each point, made from the words of the options that
//! the parties have offered, with what they do not share in brackets.
//!
//! [`Text::new`] takes a case and the acts of its journal, both cut to their reader already
//! (`winset_journal::as_seen_by`), so that nothing here can tell what the reader may not know. It
//! holds the versions: those that sessions of the case had before them are derived from the offers
//! of the time, those that were issued ([`issue`]) are read back from the journal as they were. Any two
//! versions compare clause by clause ([`Text::redline`]); [`document`] lays a version or a
//! comparison out, and [`export`] writes that as Markdown, HTML, plain text, or a DOCX file with
//! tracked changes.
//!
//! Nothing here reads a clock, a file or a network: the same input gives the same bytes.

mod answers;
mod chair;
mod compile;
mod contributions;
mod counts;
pub mod document;
pub mod export;
mod issue;
mod redline;
mod run;
mod segments;
mod text;
mod tokens;
mod version;

pub use answers::{AnswerRow, Answers, ClauseAnswer};
pub use counts::{CHARS_PER_PAGE, Counts};
pub use issue::{DraftFault, DraftText, DraftWanted, issue};
pub use redline::{ClauseChange, Marker, TOKENS_MAX, compare};
pub use run::{Change, Role, Run};
pub use text::Text;
pub use version::{Version, VersionSource, is_clean};
