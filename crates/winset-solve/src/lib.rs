//! Decides negotiations: overlap or none, how many packages, what is fixed and what is open.

mod audit;
mod bound;
mod budget;
mod certificate;
mod clash;
mod count;
mod dual;
mod kernel;
mod listing;
mod loops;
mod parallel;
mod pressure;
mod problem;
mod reasons;
mod row;
mod rule;
mod search;
mod status;
mod survey;
mod verdict;
mod weigh;

pub use audit::{Audit, audit};
pub use budget::Budget;
pub use clash::{
    Clashes, Correction, Floors, audit_clashes, clashes, laws_of, laws_of_each, negotiable,
};
pub use count::{Count, count};
pub use kernel::enumerate;
pub use listing::{Listing, listing};
pub use loops::{Loop, Loops, loops};
pub use pressure::{Pressure, pressure};
pub use search::{Undecided, overlap};
pub use status::{Change, PointStatus, Shift, Signal, Standing, Status, status};
pub use survey::{best, left_by_rules, occurring};
pub use verdict::{Overlap, Verdict, verdict};
