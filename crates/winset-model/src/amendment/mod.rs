//! Changes of a case while talks go on.
//!
//! A case file is its author's. What changes later is written as [`CaseChange`]s, in the form of the file's
//! own entries: [`apply`] makes the file of before into the file of after, which the reader of case
//! files then reads; [`difference`] finds the changes between two files. A renamed party, point or
//! option is renamed wherever the file names it; what scores say option by option follows when options
//! are added, retired or put in another order.

mod apply;
mod change;
mod difference;
mod names;
mod path;
mod phrases;
mod positional;
mod tree;

pub use apply::{apply, apply_in_place};
pub use change::{CaseChange, ChangeFault};
pub use difference::difference;
pub use names::placed;
pub use path::CasePath;
pub use tree::entry_at;

#[cfg(test)]
mod tests;
