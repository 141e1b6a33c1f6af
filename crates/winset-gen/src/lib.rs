//! Random cases for tests and benchmarks: the same seed gives the same case on every machine.

pub mod boxes;
pub mod coded;
mod discreet;
mod entries;
pub mod forge;
pub mod hard;
pub mod ladders;
mod plans;
mod pressed;
pub mod rng;
pub mod small;
pub mod twin;

pub use discreet::discreet;
pub use pressed::pressed;
