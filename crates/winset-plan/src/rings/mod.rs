//! The search for rings of requests that meet each other's wants.

mod settle;
#[cfg(test)]
mod tests;

pub use settle::{RingsEnd, settle_rings};
