//! Tournaments: every strategy against every other on every scenario, the same for a seed on any number of
//! threads and machines.

mod plan;
mod row;
mod score;
mod spec;
mod table;
#[cfg(test)]
mod tests;

pub use plan::{Negotiation, NotPlanned, PlayedScenario, Tournament};
pub use row::NegotiationRow;
pub use score::{StrategyScore, TournamentScores};
pub use spec::TournamentSpec;
pub use table::{DETAILS_HEAD, details_line};
