//! Tables and calendars of a negotiation, for spreadsheets and diaries, and its acts in words.
//!
//! All of it is made of a case as an audience sees it
//! ([`as_seen_by`](winset_journal::as_seen_by)): nothing here takes anything out, and nothing here
//! reads files or the clock. The same case gives the same text. Every text says for whom it is, of
//! which case file it was made, and up to which day that goes ([`ExportSource`]).

pub mod acts;
pub mod calendar;
mod clashes;
pub mod csv;
mod exchange;
mod ics;
mod matrix;
mod offers;
mod phases;
mod record;
mod source;
mod taken;

pub use clashes::{Complete, clashes};
pub use exchange::ExchangeRuns;
pub use matrix::matrix;
pub use offers::offers;
pub use phases::ScheduledPhases;
pub use record::record;
pub use source::ExportSource;
