//! The one road for acts: whatever is written to a journal, by whichever face, is proposed here first.
//!
//! [`propose`] looks every name up in what the writer sees, fills in who may see the act where its
//! writer does not say, and tries the act out. It tells of nothing that the writer may not see.

mod amend;
mod composed;
mod names;
mod problem;
mod propose;
mod readers;

pub use problem::{ActFault, ActNameKind, ActPart, ActProblem};
pub use propose::{ActWanted, check_author, propose, visibility_unsaid};
pub use readers::{ActReader, act_readers};
