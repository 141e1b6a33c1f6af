//! `winset frontier`: every combination of scores that no acceptable package beats, or some that
//! stand for them.

mod csv;
mod page;
#[cfg(feature = "parquet")]
mod parquet;
mod plot;
mod run;

#[cfg(test)]
mod tests;

pub(crate) use run::run;
