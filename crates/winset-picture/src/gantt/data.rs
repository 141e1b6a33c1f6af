//! What a picture of a plan is made of. Days count from the signature.

use crate::party::PicturedParty;
use crate::picture::Head;

/// An item of the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GanttRow {
    /// What stands before it.
    pub title: String,
    /// The number of the party that delivers it.
    pub party: Option<usize>,
    /// The day on which it begins.
    pub begins: i64,
    /// The day on which it is delivered.
    pub delivered: i64,
    /// The day on which it is verified.
    pub verified: i64,
    /// All that there is to say.
    pub told: String,
}

/// A day before which what belongs to a phase does not begin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GanttGate {
    /// The day.
    pub day: i64,
    /// What stands at it: the phase, and what opens it.
    pub label: String,
    /// All that there is to say.
    pub told: String,
}

/// What a side has given without return.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GanttStrip {
    /// The number of the party.
    pub party: Option<usize>,
    /// What stands before it.
    pub title: String,
    /// Days, and the number from each of them on; from 0 before the first.
    pub steps: Vec<(i64, i64)>,
    /// The most that the side dares; its number is the caller's to say.
    pub bound: Option<i64>,
    /// All that there is to say.
    pub told: String,
}

/// A plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gantt {
    /// Title and description.
    pub head: Head,
    /// The line under the title.
    pub under: String,
    /// What the numbers of the axis are.
    pub axis: String,
    /// The parties.
    pub parties: Vec<PicturedParty>,
    /// The items, from top to bottom.
    pub rows: Vec<GanttRow>,
    /// The gates, in any order.
    pub gates: Vec<GanttGate>,
    /// The strips, from top to bottom.
    pub strips: Vec<GanttStrip>,
}
