//! Which openings are asked for, how many, and in which order.

use winset_model::derived::ConcessionTerms;

/// Which openings are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpeningTerms {
    /// What may be given up.
    pub terms: ConcessionTerms,
    /// For each party the most that its concessions may cost; parties that are not listed have no
    /// limit.
    pub most: Vec<Option<u64>>,
    /// Which come first.
    pub order: Order,
}

/// In which order openings are listed.
///
/// Of those that are equal in it, the ones with fewer steps and drops come first, then those whose
/// steps are first by the order of lines in the case, then by step, then by what is dropped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// By the sum of all parties' costs.
    #[default]
    Cost,
    /// By the cost of the party that it costs most, then by the sum: nobody should be alone in
    /// giving way.
    Largest,
}

/// How many openings are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// So many, and all that are equal to the last of them in costs; at least one.
    First(usize),
    /// All minimal ones. They can be exponentially many.
    All,
}
