//! Tournaments: every strategy against every other on every scenario, the same for a seed on any number of
//! threads and machines.

mod details;
mod figures;
mod held;
mod known;
mod landmarks;
mod pairs;
mod peer_table;
mod plan;
mod row;
mod spec;
mod sums;
mod table;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_figures;
mod worth;

pub use details::{DETAILS_COLUMNS, DetailsCell, DetailsKind};
pub use figures::{AgainstMatrix, NoFigure, StrategyFigures, TournamentFigures};
pub use held::{held_line, read_held};
pub use landmarks::{DISTANCE_UNITS, Landmark, Landmarks, NoLandmarks};
pub use pairs::{DIFFERENCES_MAX, PairTest};
pub use peer_table::PeerTable;
pub use plan::{Negotiation, NotPlanned, PlayedScenario, Tournament};
pub use row::NegotiationRow;
pub use spec::TournamentSpec;
pub use sums::{
    AGREED_MAX, BLOCK_SEATS_MAX, DistanceSums, ScenarioSums, StrategySums, TournamentSums,
};
pub use table::{DetailsTable, details_head, scores_table};
pub use worth::SideScale;
