//! What a desk asks about a case.

use winset_answers::ask::{CLASHES_MAX, EverythingStage, EverythingTerms, Movers};

/// Most packages that are drawn.
const PACKAGES_MAX: usize = 2_000;

/// The questions of a desk, in the order in which they are asked.
pub(crate) const STAGES: [EverythingStage; 8] = [
    EverythingStage::Verdict,
    EverythingStage::Clashes,
    EverythingStage::Concessions,
    EverythingStage::Openings,
    EverythingStage::Pressure,
    EverythingStage::Zone,
    EverythingStage::SharedOpenings,
    EverythingStage::ZonePressure,
];

/// How much a desk asks.
pub(crate) fn terms(movers: Movers) -> EverythingTerms {
    EverythingTerms {
        movers,
        clashes_max: CLASHES_MAX,
        packages_max: PACKAGES_MAX,
    }
}
