//! Every picture once: an answer, drawn from values.
//!
//! Functions take a case as its reader sees it, what was found about it, a language, and the
//! [`PicturePlace`] that says what identifiers begin with and where links lead. They return the
//! [`Picture`] that pages, downloads and files show; the same values give the
//! same bytes.

mod conflict;
mod frontier;
mod parties;
mod place;
mod plan;
mod pressure;
mod record;
mod signature;
mod talks;
#[cfg(test)]
mod tests;
mod tournament;
mod versions;

pub use conflict::{ConflictShown, conflict};
pub use frontier::{FrontierAxes, FrontierShown, TabledPackage, frontier, frontier_axes};
pub use place::{PicturePart, PicturePlace};
pub use plan::plan;
pub use pressure::pressure;
pub use record::{RecordSpan, record_spans, record_weeks};
pub use signature::signature;
pub use talks::timeline;
pub use tournament::{tournament_advantages, tournament_agreements};
pub use versions::brackets;
pub use winset_picture::{Picture, STYLESHEET};
