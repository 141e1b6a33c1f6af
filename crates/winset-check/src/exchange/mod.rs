//! Exchanges of prisoners: what a case allows, as a program in whole numbers, and answers held to it.

mod cleared;
mod facts;
mod runs;
mod schedule;
mod statement;
#[cfg(test)]
mod tests;

pub use cleared::{Cleared, cleared};
pub use facts::{
    CategoryFacts, CategoryTerms, ExchangeFacts, ExchangeUnready, MissedRun, PERSONS_MAX,
    PhaseFacts, ThirdStateFacts,
};
pub use runs::{CarrierRun, HORIZON_DAYS};
pub use schedule::{RunLoad, ScheduleRefusal, Scheduled, scheduled};
pub use statement::{ExchangeStatement, StageSubject};
