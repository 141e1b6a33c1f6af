//! From a file's entries to a [`Case`](crate::case::Case): names resolved, numbers brought to a
//! common scale, every contradiction reported.

mod assumed;
mod case;
mod clearing;
mod conditions;
mod entries;
mod limits;
mod names;
mod offers;
mod plan;
mod points;
mod prisoners;
mod record;
mod register;
mod rows;
mod rules;
mod scale;
mod sheets;
mod unseen;
mod votes;
mod warnings;

pub(crate) use case::name_uses;
pub use case::{Reading, case_from_document, read_case, read_document};
pub(crate) use names::{listed, numbered, unknown_option};
pub(crate) use scale::{Raw, ScaleFault};
