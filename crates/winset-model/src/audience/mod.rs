//! Who reads, and the part of a case file that is theirs.
//!
//! [`for_audience`] is the one place that decides what a party may see of a case. It takes a file
//! apart and puts together a new one, from named keys only: a key that is not named here reaches no
//! party. What a party is shown is computed from its own file, so that nothing in it can depend on
//! what was left out.

mod cut;
mod entries;
mod nodes;
mod plan;
mod reader;

pub(crate) use cut::ASSUMPTIONS;
pub use cut::{for_audience, without_assumptions};
pub(crate) use nodes::without_places;
pub use reader::Audience;
