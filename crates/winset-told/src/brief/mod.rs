//! The page for a principal: how things stand in three sentences, every point, three decisions.
//!
//! One page on every face: a report begins with it, and so does the desk.

mod decisions;
mod findings;
mod page;
mod parts;
mod points;
mod sentences;

pub use findings::{BriefFindings, BriefPressure, OwnedMoves, PickedPackage, settled_points};
pub use page::Brief;
pub use parts::{BriefDecision, BriefMark, BriefPoint};
