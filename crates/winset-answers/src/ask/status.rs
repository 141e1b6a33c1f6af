//! Where the talks stand.

use winset_model::case::Case;
use winset_model::positions::Positions;
use winset_solve::{Budget, Clashes, FloorMode, Status};

/// How points stand by offers and lines, and the clashes at the declared positions.
#[derive(Debug)]
pub struct StatusAnswer {
    /// How each point stands, what offers changed, and signals.
    pub status: Status,
    /// Clashes of demands, no-deal values left out.
    pub clashes: Clashes,
}

/// How points stand by offers and lines, without any search; linear in the size of the case.
pub fn points_status(case: &Case) -> Status {
    winset_solve::status(case)
}

/// Looks at offers and lines, which needs no search, and for all clashes.
pub fn status(case: &Case, budget: &Budget<'_>) -> StatusAnswer {
    let declared = Positions::declared(case);
    StatusAnswer {
        clashes: winset_solve::clashes(case, &declared, FloorMode::Ignore, None, budget),
        status: points_status(case),
    }
}
