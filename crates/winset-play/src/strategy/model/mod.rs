//! What the other side may want, guessed from what it tables.

mod bayesian;
mod first_appearance;
mod frequency;
mod oracle;
mod part;
#[cfg(test)]
mod tests;

pub use bayesian::ScalableBayesian;
pub use first_appearance::FirstAppearance;
pub use frequency::{HardHeadedFrequency, SmithFrequency};
pub use oracle::{KnownSide, ZeroSum};
pub use part::OpponentModel;
