//! Who says, proposes and meets what.

mod answers;
mod attribution;
mod clauses;
mod discourse;
mod encounters;
mod inverted;
mod listed;
mod meetings;
mod openings;
mod outcome;
mod participants;
mod proposals;
mod quotations;
mod reported;
mod subject;

pub(crate) use discourse::Discourse;
pub(crate) use meetings::meetings;
pub(crate) use proposals::proposals;
pub(crate) use quotations::quotations;
pub(crate) use reported::reported;
