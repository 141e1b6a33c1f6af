//! How a negotiation of a tournament went.

use super::Negotiation;
use crate::session::End;

/// How a negotiation went.
#[derive(Debug, Clone, PartialEq)]
pub struct NegotiationRow {
    /// Which.
    pub negotiation: Negotiation,
    /// How it ended.
    pub end: End,
    /// How many offers were made.
    pub offers: u64,
    /// What each seat got.
    pub utilities: Vec<f64>,
}
