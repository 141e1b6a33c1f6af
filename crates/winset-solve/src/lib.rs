//! Decides negotiations: overlap or none, how many packages, what is fixed and what is open.

mod ballot;
mod bound;
mod boxes;
mod budget;
mod certificate;
mod clash;
mod compare;
mod count;
mod dual;
mod frontier;
mod improve;
mod kernel;
mod listing;
mod loops;
mod numbers;
mod opening;
mod parallel;
mod pressure;
mod probe;
mod problem;
mod reasons;
mod row;
mod rule;
mod search;
mod settle;
mod spread;
mod stats;
mod status;
mod survey;
mod turns;
mod variants;
mod verdict;
pub mod ways;
mod weigh;

pub use ballot::seats_in_favour;
pub use budget::{Budget, CheckRefusal};
pub use clash::{Clashes, Correction, Floors, clashes, laws_of, laws_of_each, negotiable};
pub use compare::{BestShift, Branch, Difference, Obstacle, PointShift, Shift, branch, compare};
pub use count::{Count, count};
pub use frontier::{
    ENGINES, Engine, Frontier, POINTS_MAX, Part, Selection, frontier, frontier_at_most, frontier_by,
};
pub use improve::{
    Better, Fares, Likeness, Nearest, Room, better, by_point, fares, nearest, room, trade,
};
pub use kernel::enumerate;
pub use listing::{Listing, listing};
pub use loops::{Loop, Loops, loops};
pub use opening::{Blocked, End, Move, OpeningTerms, Openings, Order, Target, Unfinished, Wanted};
pub use opening::{clashes_at_hand, moves, openings};
pub use pressure::{
    Alone, BigRatio, Certainty, CountStep, CountSteps, DAYS_MAX, JointPressure, LeverSet, Levers,
    NashStep, NashSteps, Pressure, StepLimits, Steps, Turn, Turns, Unchanged, certainty,
    joint_pressure, lever_alone, levers, pressure, steps, turn, turns, unchanged,
};
pub use search::{Undecided, overlap};
pub use settle::{
    QUESTIONS_MAX, Settlement, Settlements, TIES_MAX, Terms, Ties, Unsettled, settlements,
};
pub use spread::{Normalise, NotNormal, Spread, normalised, spreads};
pub use stats::{Conflict, Placed, Stats, WORTHS_MAX, conflict, placed, stats};
pub use status::{Change, OfferShift, PointStatus, Signal, Standing, Status, status};
pub use survey::{best, left_by_rules, occurring};
pub use variants::{Among, Picked, Rule, Side, Variant, Variants, pick, variants};
pub use verdict::{Overlap, Verdict, look_around, verdict};
