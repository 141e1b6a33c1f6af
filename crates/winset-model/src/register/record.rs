//! Who speaks for whom, and the steps of carrying out an agreement.

use crate::options::PartyId;

/// Who speaks for a party: offices, not persons.
#[derive(Debug, Clone)]
pub struct Delegation {
    /// Identifier, unique among delegations.
    pub id: String,
    /// The party it speaks for.
    pub party: PartyId,
    /// The offices in it.
    pub offices: Vec<String>,
}

/// A delegation, by its place in [`Register::delegations`](super::Register::delegations).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DelegationId(
    /// The place.
    pub usize,
);

/// A step of carrying out the agreement.
#[derive(Debug, Clone)]
pub struct ImplementationPhase {
    /// Identifier, unique among phases.
    pub id: String,
    /// Name for readers.
    pub name: String,
    /// Days after signature on which it may begin.
    pub day: u64,
    /// What must be so before it begins.
    pub opens_when: Vec<String>,
    /// What is delivered in it.
    pub deliver: Vec<String>,
    /// What undoes it.
    pub rollback: Vec<String>,
}
