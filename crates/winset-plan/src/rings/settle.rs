//! The rings that are carried out: most weight, then the shares that are best from the smallest on.

use winset_check::integer::{BoundProof, ProgramRefusal};
use winset_check::rings::{RingPool, RingPoolTooLarge, RingStatement, SettledRings, settled_rings};

use crate::integer::{SearchLimit, StagedEnd, best_by_stages};

/// How the search for rings ended.
#[derive(Debug, Clone)]
pub enum RingsEnd {
    /// The best rings, checked, with the proof of each stage.
    Settled(Box<SettledRings>, Vec<BoundProof>),
    /// There are too many rings to look at.
    TooLarge(RingPoolTooLarge),
    /// Stopped before it was decided.
    Stopped,
    /// The checker refused what was found: a fault of the program.
    Refused(ProgramRefusal),
}

/// The best rings of a pool. None at all keep every rule, so that there always are some.
pub fn settle_rings(pool: &RingPool, limit: SearchLimit<'_>) -> RingsEnd {
    let statement = match RingStatement::of(pool) {
        Ok(statement) => statement,
        Err(too_large) => return RingsEnd::TooLarge(too_large),
    };
    let none = vec![0; statement.program.variables.len()];
    match best_by_stages(&statement.program, &statement.stages, Some(none), limit) {
        StagedEnd::Best { values, proofs } => match settled_rings(pool, values, &proofs) {
            Ok(settled) => RingsEnd::Settled(Box::new(settled), proofs),
            Err(refusal) => RingsEnd::Refused(refusal),
        },
        StagedEnd::Stopped { .. } => RingsEnd::Stopped,
        StagedEnd::Impossible(_) => RingsEnd::Refused(ProgramRefusal::Breaks),
        StagedEnd::Overflow => RingsEnd::Refused(ProgramRefusal::Overflow),
    }
}
