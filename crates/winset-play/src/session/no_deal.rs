//! What talks without a deal are worth.

/// What a party gets where there is no deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoDealScore {
    /// Nothing (GENIUS).
    Zero,
    /// Its no-deal value; the worst package where it has none (`NegMAS`, `NegoLog`).
    Value,
}

impl NoDealScore {
    /// How each is written in files.
    pub const WORDS: [(&str, Self); 2] = [("zero", Self::Zero), ("value", Self::Value)];
}
