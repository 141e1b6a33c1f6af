//! `winset pressure`: whose no-deal value has to move, how far, by what and when.

mod gaps;
mod moves;
mod page;
mod run;
mod steps;

pub(crate) use gaps::{gap, in_words};
pub(crate) use moves::{by_time, day_zero, set_in_words};
pub(crate) use page::{headline, ways_in_words};
pub(crate) use run::{Asked, Found, Standing, Stepped, find, run};
