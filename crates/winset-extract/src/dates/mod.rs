//! Dates as news writes them, counted from the day of the report.

mod expression;
mod relative;
mod resolve;
mod tense;

pub(crate) use resolve::{FoundDate, dates, report_date};
