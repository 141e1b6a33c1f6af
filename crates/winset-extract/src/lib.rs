//! Reads a news report and proposes entries of a record, each with its place in the source. Rules and
//! word lists, offline; the same bytes give the same proposals.
//!
//! ```text
//! source -> Readable (what a reader sees, each byte with its place)      markup
//!        -> Prose (words, quotation marks, sentences)                    text
//!        -> People (who is named, under which forms)                     names
//!        -> quotations, reported speech, proposals, meetings             speech
//!        -> dates                                                        dates
//!        -> counts                                                       counts
//! ```

mod bounds;
mod civil;
mod counts;
mod dates;
mod markup;
mod names;
mod no_counts;
mod numbers;
mod read;
mod reading;
mod speech;
mod text;
mod words;

pub use civil::CivilDate;
pub use markup::{Markup, Readable, readable};
pub use read::{ReportOptions, read_report};
pub use reading::{
    CountChange, DateOrigin, Dated, Meeting, MeetingStatus, NamedPlace, Person, Proposal,
    ProposalKind, Quotation, ReportCount, ReportDate, ReportReading, Reported, SourcePlace,
    Speaker, SpeechClass,
};
