//! Figures by which scenarios are described and agreements are placed, as other programs define them.

mod conflict;
mod distance;
mod placed;
mod scenario;
mod worths;

pub use conflict::{PairConflict, conflict};
pub use placed::{PlacedAgreement, placed};
pub use scenario::{Stats, TiedDistance, stats};
pub use worths::WORTHS_MAX;
