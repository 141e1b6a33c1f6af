//! What the table of negotiations holds: its columns, and the cells of a line.

use super::DISTANCE_UNITS;

/// The columns of the table of negotiations, and what their cells hold. Lists within a cell are Python's.
pub const DETAILS_COLUMNS: [(&str, DetailsKind); 28] = {
    use DetailsKind::{Real, Truth, Whole, Words};
    [
        ("index", Whole),
        ("scenario", Words),
        ("n_repetitions", Whole),
        ("n_negotiators", Whole),
        ("partners", Words),
        ("sides", Words),
        ("n_steps", Whole),
        ("max_utils", Words),
        ("min_utils", Words),
        ("reserved_values", Words),
        ("rep", Whole),
        ("step", Whole),
        ("last_step", Whole),
        ("relative_time", Real),
        ("running", Truth),
        ("broken", Truth),
        ("timedout", Truth),
        ("has_error", Truth),
        ("agreement", Words),
        ("utilities", Words),
        ("neg_advantage", Words),
        ("session_utility_sum", Real),
        ("session_welfare", Real),
        ("session_agreement_reached", Real),
        ("pareto_optimality", Real),
        ("nash_optimality", Real),
        ("kalai_optimality", Real),
        ("n_offers", Whole),
    ]
};

/// What the cells of a column hold, where they hold anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DetailsKind {
    /// Whole numbers.
    Whole,
    /// Numbers.
    Real,
    /// Truth values.
    Truth,
    /// Texts.
    Words,
}

/// A cell of the table of negotiations.
#[derive(Debug, Clone, PartialEq)]
pub enum DetailsCell {
    /// A whole number.
    Whole(u64),
    /// A number.
    Real(f64),
    /// A number from 0 to 1, in units of which 1 has [`DISTANCE_UNITS`].
    Share(u64),
    /// A truth value.
    Truth(bool),
    /// A text.
    Words(String),
    /// Nothing.
    Empty,
}

impl DetailsCell {
    /// What it holds; nothing where it is empty.
    pub fn kind(&self) -> Option<DetailsKind> {
        match self {
            Self::Whole(_) => Some(DetailsKind::Whole),
            Self::Real(_) | Self::Share(_) => Some(DetailsKind::Real),
            Self::Truth(_) => Some(DetailsKind::Truth),
            Self::Words(_) => Some(DetailsKind::Words),
            Self::Empty => None,
        }
    }

    /// A cell of numbers as a float: the one that is nearest to what the table says.
    pub fn real(&self) -> Option<f64> {
        match self {
            Self::Real(number) => Some(*number),
            #[expect(clippy::cast_precision_loss, reason = "both are below 2^53")]
            Self::Share(units) => Some(*units as f64 / DISTANCE_UNITS as f64),
            Self::Whole(_) | Self::Truth(_) | Self::Words(_) | Self::Empty => None,
        }
    }
}
