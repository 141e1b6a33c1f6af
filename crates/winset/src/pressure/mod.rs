//! `winset pressure`: whose no-deal value has to move, how far, by what and when.

mod gaps;
mod moves;
mod page;
mod run;
mod steps;

pub(crate) use gaps::gap;
pub(crate) use moves::day_zero;
pub(crate) use run::{Asked, Found, Stepped, run};
