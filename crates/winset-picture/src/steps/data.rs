//! What a picture of steps is made of.

use crate::party::PicturedParty;
use crate::picture::Head;

/// The count between two values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Piece {
    /// The first value, as a numerator; `i64::MIN` if there is none.
    pub from: i64,
    /// The value before which the piece ends; `i64::MAX` if there is none.
    pub to: i64,
    /// The count, in decimal digits, any number of them. A piece without a count is not drawn.
    pub count: String,
}

/// What moves the value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PicturedLever {
    /// The number of the party that can pull it.
    pub party: Option<usize>,
    /// Where the value is afterwards.
    pub to: i64,
    /// What stands at it: name, change, delay.
    pub label: String,
    /// Where it leads to: an address within the site.
    pub href: Option<String>,
}

/// A value that is reached by itself: by a trend, on a date.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Crossing {
    /// The value.
    pub at: i64,
    /// What stands at it: a date, say.
    pub label: String,
}

/// How counts are measured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CountScale {
    /// In logarithms where the largest count is fifty times the least one or more.
    #[default]
    Fitting,
    /// Evenly.
    Linear,
    /// In logarithms; none is below one.
    Log,
}

/// A step function.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Steps {
    /// Title and description.
    pub head: Head,
    /// The parties.
    pub parties: Vec<PicturedParty>,
    /// The number of the party whose value it is.
    pub party: Option<usize>,
    /// What the value is: the title of the axis across.
    pub of: String,
    /// Values are numerators over this; at least one.
    pub denominator: i64,
    /// What is counted: the title of the axis up.
    pub counted: String,
    /// How it is measured.
    pub scale: CountScale,
    /// The pieces, from left to right.
    pub pieces: Vec<Piece>,
    /// The value now, and what stands at it.
    pub current: Option<(i64, String)>,
    /// What would move it from there.
    pub levers: Vec<PicturedLever>,
    /// What it reaches by itself.
    pub crossings: Vec<Crossing>,
}
