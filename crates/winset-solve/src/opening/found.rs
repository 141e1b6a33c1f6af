//! Openings that were found, and what is known of all others.

use winset_check::{Cheapest, NoOther, NoOverlap, Opening};
use winset_model::answer::StopReason;

/// Minimal openings: nothing less than one of them opens.
#[derive(Debug)]
pub struct Openings {
    /// The openings, in order. Where there is an overlap already, one that gives up nothing.
    pub list: Vec<Cheapest>,
    /// With [`Order::Largest`](super::Order::Largest): for each level of the largest cost that occurs, from the second
    /// on, that there is no other opening below it; for the first as well unless it is 0.
    pub levels: Vec<NoOther>,
    /// What is known of all others.
    pub end: OpeningsEnd,
}

/// What is known of openings that are not listed.
#[derive(Debug)]
pub enum OpeningsEnd {
    /// The list holds all minimal openings.
    Complete(NoOther),
    /// All others cost more than the last one of the list.
    Dearer(NoOther),
    /// There is none at all.
    Nothing(NoOther, Blocked),
    /// Stopped; there may be others, none of which comes before those of the list.
    Stopped(Unfinished),
}

/// What is known of the next opening when a list was stopped.
#[derive(Debug)]
pub struct Unfinished {
    /// Why it was stopped.
    pub reason: StopReason,
    /// With [`Order::Largest`](super::Order::Largest): the largest cost of the next one is at least this.
    pub level: Option<u64>,
    /// The next one costs at least this, all parties together; where there is a level, only if its
    /// largest cost is that.
    pub at_least: u64,
    /// An opening that is not known to be the next one.
    pub best: Option<Box<Opening>>,
}

/// Why nothing that may be given up opens an overlap.
#[derive(Debug)]
pub enum Blocked {
    /// The no-deal values: without them something would open.
    NoDealValues,
    /// What cannot be given up, even without any no-deal value.
    Positions(NoOverlap),
    /// Stopped before that was known.
    Undecided(StopReason),
}
