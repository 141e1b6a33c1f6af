//! Tournaments.

mod growing;
mod page;
#[cfg(feature = "parquet")]
mod parquet;
mod parts;
mod plan;
mod report;
mod results;
mod rows;
mod run;
mod spec;
mod told_progress;
#[cfg(not(feature = "parquet"))]
mod without_parquet;

pub(crate) use run::run;
