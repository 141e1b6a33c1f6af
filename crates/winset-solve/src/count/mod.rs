//! How many packages are acceptable: exactly, or between two bounds.

mod layers;
mod number;
mod tally;
mod tries;
mod ways;

pub use number::Count;
pub(crate) use number::product;
pub use tries::count;
pub(crate) use tries::count_briefly;
pub use ways::ways;
