//! The clearing of an exchange: how many of whom are released in which phase.

use winset_check::exchange::{Cleared, ExchangeFacts, ExchangeStatement, cleared};
use winset_check::integer::{BoundProof, ProgramRefusal};

use crate::integer::{SearchLimit, StagedEnd, best_by_stages};

/// How the search for a clearing ended.
#[derive(Debug, Clone)]
pub enum ClearingEnd {
    /// The clearing that comes first in the fixed order, checked, with its proof.
    Cleared(Box<Cleared>, Vec<BoundProof>),
    /// Stopped before the order was decided.
    Stopped,
    /// The checker refused what was found: a fault of the program.
    Refused(ProgramRefusal),
}

/// The clearing of an exchange. Releasing nobody keeps every rule, so that there always is one.
pub fn clear(facts: &ExchangeFacts, limit: SearchLimit<'_>) -> ClearingEnd {
    let statement = ExchangeStatement::of(facts);
    let nobody = vec![0; statement.program.variables.len()];
    match best_by_stages(&statement.program, &statement.stages, Some(nobody), limit) {
        StagedEnd::Best { values, proofs } => match cleared(facts, values, &proofs) {
            Ok(cleared) => ClearingEnd::Cleared(Box::new(cleared), proofs),
            Err(refusal) => ClearingEnd::Refused(refusal),
        },
        StagedEnd::Stopped { .. } => ClearingEnd::Stopped,
        StagedEnd::Impossible(_) => ClearingEnd::Refused(ProgramRefusal::Breaks),
        StagedEnd::Overflow => ClearingEnd::Refused(ProgramRefusal::Overflow),
    }
}
