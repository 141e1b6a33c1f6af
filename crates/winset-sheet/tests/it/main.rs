//! Workbooks out and back.

mod damaged;
mod edits;
mod foreign;
mod ods;
mod office;
mod phrases;
mod round_trips;
mod support;
