//! Decides negotiations: overlap or none, how many packages, what is fixed and what is open.

mod ballot;
mod bound;
mod boxes;
mod budget;
mod certificate;
mod circular_waits;
mod clash;
mod compare;
mod count;
mod dual;
mod elimination;
mod enumerator;
mod frontier;
mod improve;
mod listing;
mod local_search;
mod numbers;
mod obstacle;
mod opening;
mod parallel;
mod pressure;
mod problem;
mod reasons;
mod row;
mod rule;
mod search;
mod settle;
mod stats;
mod status;
mod surrogate;
mod survey;
mod utility_range;
mod variants;
mod verdict;
pub mod ways;

pub use ballot::seats_in_favour;
pub use budget::{Budget, CheckRefusal};
pub use circular_waits::{CircularWait, CircularWaits, circular_waits};
pub use clash::{Clashes, Correction, FloorMode, clashes, laws_of, laws_of_each, negotiable};
pub use compare::{BestShift, Branch, Difference, PointShift, Shift, branch, compare};
pub use count::{Count, count};
pub use enumerator::enumerate;
pub use frontier::{
    ENGINES, Engine, FrontierFound, FrontierPart, POINTS_MAX, Selection, frontier,
    frontier_at_most, frontier_by,
};
pub use improve::{
    Better, Fares, Likeness, Nearest, Slack, better, by_point, fares, nearest, slack, trade,
};
pub use listing::{Listing, listing};
pub use obstacle::{Obstacle, in_the_way};
pub use opening::{
    Blocked, Move, OpeningTerms, Openings, OpeningsEnd, Order, Target, Unfinished, Wanted,
};
pub use opening::{clashes_at_hand, moves, openings};
pub use pressure::{
    Alone, BigRatio, Certainty, CountStep, CountSteps, CrossingDate, CrossingDates, DAYS_MAX,
    JointPressure, LeverSet, Levers, NashStep, NashSteps, Pressure, PressureSteps, StepLimits,
    Unchanged, certainty, crossing_date, crossing_dates, joint_pressure, lever_alone, levers,
    pressure, steps, unchanged,
};
pub use search::{Undecided, overlap};
pub use settle::{
    QUESTIONS_MAX, SettlementFound, SettlementTerms, Settlements, TIES_MAX, Ties, Unsettled,
    settlements,
};
pub use stats::{
    PairConflict, PlacedAgreement, Stats, TiedDistance, WORTHS_MAX, conflict, placed, stats,
};
pub use status::{OfferChange, OfferShift, PointStanding, PointStatus, Signal, Status, status};
pub use survey::{best, left_by_rules, occurring};
pub use utility_range::{Normalise, NotNormal, UtilityRange, normalised, utility_ranges};
pub use variants::{Among, Picked, Rule, Side, Variant, Variants, pick, variants};
pub use verdict::{Overlap, Verdict, look_around, verdict};
