//! What a picture of a frontier is made of.

use crate::party::PicturedParty;
use crate::picture::Head;

/// An axis: a party's scores.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Axis {
    /// The number of the party.
    pub party: usize,
    /// What stands at the axis; the party's name, say.
    pub title: String,
    /// Scores are numerators over this; at least one.
    pub denominator: i64,
    /// The no-deal value, and what stands at it.
    pub no_deal: Option<(i64, String)>,
}

/// A point of the frontier.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dot {
    /// Numerators of both scores.
    pub at: [i64; 2],
    /// What the reader is told who points at it.
    pub title: String,
    /// Where it leads to: an address within the site.
    pub href: Option<String>,
}

/// A package that a settlement rule picks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settlement {
    /// Numerators of both scores.
    pub at: [i64; 2],
    /// What stands at it. Names at one point are joined.
    pub name: String,
    /// Where it leads to: an address within the site.
    pub href: Option<String>,
}

/// An offer on the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PicturedOffer {
    /// Numerators of both scores.
    pub at: [i64; 2],
    /// The number of the party that made it.
    pub party: usize,
    /// Its number.
    pub number: u64,
    /// Whether its name stands at it; else it is a small mark on the way of its party.
    pub is_named: bool,
    /// What the reader is told who points at it.
    pub title: String,
    /// Where it leads to: an address within the site.
    pub href: Option<String>,
}

/// Scores of two parties.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frontier {
    /// Title and description.
    pub head: Head,
    /// The parties.
    pub parties: Vec<PicturedParty>,
    /// Across, and up.
    pub axes: [Axis; 2],
    /// Scores of packages, as light dots; may be empty.
    pub packages: Vec<[i64; 2]>,
    /// The points of the frontier, in any order.
    pub points: Vec<Dot>,
    /// What rules pick.
    pub settlements: Vec<Settlement>,
    /// Offers, in the order in which they were made.
    pub offers: Vec<PicturedOffer>,
}
