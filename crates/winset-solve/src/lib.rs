//! Decides negotiations: overlap or none, how many packages, what is fixed and what is open.

mod audit;
mod bound;
mod budget;
mod certificate;
mod clash;
mod compare;
mod count;
mod dual;
mod improve;
mod kernel;
mod listing;
mod opening;
mod parallel;
mod pressure;
mod probe;
mod problem;
mod reasons;
mod row;
mod rule;
mod search;
mod survey;
mod verdict;
mod weigh;

pub use audit::{Audit, audit};
pub use budget::Budget;
pub use clash::{Clashes, Correction, Floors, audit_clashes, clashes, laws_of, negotiable};
pub use compare::{BestShift, Branch, Difference, Obstacle, PointShift, Shift, branch, compare};
pub use count::{Count, count};
pub use improve::{Fares, Likeness, Nearest, Room, by_point, fares, nearest, room};
pub use kernel::enumerate;
pub use listing::{Listing, listing};
pub use opening::{Blocked, End, Move, OpeningTerms, Openings, Order, Target, Unfinished, Wanted};
pub use opening::{OpeningsAudit, audit_openings, clashes_at_hand, moves, openings};
pub use pressure::{
    Alone, BigRatio, Certainty, CountStep, CountSteps, DAYS_MAX, JointPressure, LeverSet, Levers,
    NashStep, NashSteps, Pressure, StepLimits, Steps, Turn, Turns, Unchanged, audit_pressure,
    certainty, joint_pressure, lever_alone, levers, pressure, steps, turn, turns, unchanged,
};
pub use search::{Undecided, overlap};
pub use survey::{best, left_by_rules, occurring};
pub use verdict::{Overlap, Verdict, look_around, verdict};
