//! Decides negotiations: overlap or none, how many packages, what is fixed and what is open.

mod audit;
mod ballot;
mod bound;
mod boxes;
mod budget;
mod certificate;
mod clash;
mod count;
mod dual;
mod frontier;
mod kernel;
mod listing;
mod parallel;
mod pressure;
mod problem;
mod row;
mod rule;
mod search;
mod settle;
mod survey;
mod verdict;
mod weigh;

pub use audit::{Audit, audit};
pub use ballot::seats_in_favour;
pub use budget::Budget;
pub use clash::{Clashes, Correction, Floors, clashes, negotiable};
pub use count::{Count, count};
pub use frontier::{Frontier, frontier};
pub use kernel::enumerate;
pub use listing::{Listing, listing};
pub use pressure::{Pressure, pressure};
pub use search::{Undecided, overlap};
pub use settle::{
    QUESTIONS_MAX, Settlement, Settlements, TIES_MAX, Terms, Ties, Unsettled, audit_settlements,
    settlements,
};
pub use survey::{best, occurring};
pub use verdict::{Overlap, Verdict, verdict};
