//! Demands and the clashes among them.

use crate::party::PicturedParty;
use crate::picture::Head;

/// A demand: a line, a link or a rule of a vote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Demand {
    /// What it is about, in a few words; its owner stands above it.
    pub label: String,
    /// The number of the party that it is of, if it is one's.
    pub owner: Option<usize>,
    /// What it says.
    pub says: String,
    /// Where it leads to: an address within the site.
    pub href: Option<String>,
    /// Whether it is put out: dropped or eased.
    pub out: bool,
}

/// A clash: demands that cannot hold together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PicturedClash {
    /// Its number.
    pub number: usize,
    /// Places of its demands in the list of demands; others are passed over.
    pub demands: Vec<usize>,
    /// Where it leads to: an address within the site.
    pub href: Option<String>,
    /// Whether it is put out: one of its demands is.
    pub out: bool,
}

/// Clashes among demands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conflict {
    /// Title and description.
    pub head: Head,
    /// The parties.
    pub parties: Vec<PicturedParty>,
    /// What stands above demands of no party: "Votes", say.
    pub of_none: String,
    /// The demands.
    pub demands: Vec<Demand>,
    /// The clashes.
    pub clashes: Vec<PicturedClash>,
}
