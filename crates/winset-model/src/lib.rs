//! The vocabulary of winset: cases, parties, points, packages, scores and demands, and the reading
//! of case files into them.
//!
//! Nothing here touches the clock, files, the network or threads: text comes in as bytes, values
//! go out. A [`Case`](case::Case) exists only when its file passed every check.

pub mod amendment;
pub mod answer;
pub mod audience;
mod audience_plan;
pub mod builder;
pub mod calendar;
pub mod case;
pub mod characters;
pub mod condition;
pub mod derived;
pub mod diagnostic;
pub mod disagreement;
pub mod document;
pub mod file;
pub mod formats;
pub mod identifier;
pub mod number;
pub mod offer;
pub mod options;
pub mod overlay;
mod package_file;
pub mod phrase;
pub mod positions;
pub mod private;
pub mod register;
mod resolve;
mod stands;
pub mod trends;
pub mod visibility;

pub use package_file::{read_package, read_statement};
pub use resolve::{Reading, case_from_document, read_case, read_document};
