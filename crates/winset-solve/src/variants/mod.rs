//! Settlement rules under the names of the programs that use them. They all pick among efficient
//! packages, so what they pick is read off frontiers, which are checked.

mod evaluated;
mod outcome;
mod pick;
mod rule;

pub use evaluated::variants;
pub use outcome::{Picked, Variant, Variants};
pub use pick::{Side, pick};
pub use rule::{Among, Rule};
