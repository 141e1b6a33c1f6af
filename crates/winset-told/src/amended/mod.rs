//! Changes of the case in words.

mod change;
mod entries;
mod keys;
mod set;
#[cfg(test)]
mod tests;
mod values;

pub use change::changes_told;
