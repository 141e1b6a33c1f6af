//! Decides negotiations: overlap or none, how many packages, what is fixed and what is open.

mod budget;
mod certificate;
mod count;
mod dual;
mod problem;
mod row;
mod rule;
mod search;
mod weigh;

pub use budget::Budget;
pub use search::{Undecided, overlap};
