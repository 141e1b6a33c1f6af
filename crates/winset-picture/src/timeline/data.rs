//! What a picture of a course of events is made of.

use crate::party::PicturedParty;
use crate::picture::Head;

/// A lane: a party's, or that of sessions or incidents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lane {
    /// What stands before it.
    pub title: String,
    /// The number of the party, if it is one's.
    pub party: Option<usize>,
}

/// What happened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventKind {
    /// An offer: the party's shape, filled.
    #[default]
    Offer,
    /// A statement: the party's shape in outline.
    Statement,
    /// A session: an upright bar.
    Session,
    /// An incident: an oblique cross.
    Incident,
}

/// An event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Event {
    /// The place of its lane in the list of lanes.
    pub lane: usize,
    /// The day, counted from any day.
    pub day: i64,
    /// The day in words.
    pub when: String,
    /// What it is.
    pub kind: EventKind,
    /// What stands at it, in a few words.
    pub label: String,
    /// All that there is to say.
    pub title: String,
    /// Where it leads to: an address within the site.
    pub href: Option<String>,
}

/// A course of events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Title and description.
    pub head: Head,
    /// The parties.
    pub parties: Vec<PicturedParty>,
    /// The lanes, from top to bottom.
    pub lanes: Vec<Lane>,
    /// The events, in any order. Those of no lane are passed over.
    pub events: Vec<Event>,
    /// A day that is marked through all lanes, and what stands at it.
    pub today: Option<(i64, String)>,
}
