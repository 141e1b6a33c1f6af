//! What the files of other programs say of a negotiation, before it is decided what it means.

use super::big::{self, Big};
use crate::diagnostic::{Diagnostic, Span};
use crate::number::Exact;

/// The formats of other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeerFormat {
    /// GENIUS: a domain and profiles in XML.
    Genius,
    /// GeniusWeb: a domain and profiles in JSON.
    GeniusWeb,
    /// NegMAS: an outcome space and utility functions in YAML or JSON.
    Negmas,
    /// NegoLog: profiles in JSON, no domain.
    Negolog,
}

impl PeerFormat {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Genius, Self::GeniusWeb, Self::Negmas, Self::Negolog];

    /// Its name for readers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Genius => "GENIUS",
            Self::GeniusWeb => "GeniusWeb",
            Self::Negmas => "NegMAS",
            Self::Negolog => "NegoLog",
        }
    }

    /// Whether weights are meant to sum to 1.
    pub fn weights_sum_to_one(self) -> bool {
        match self {
            Self::Genius | Self::GeniusWeb | Self::Negolog => true,
            Self::Negmas => false,
        }
    }
}

/// How the numbers of a GENIUS profile become utilities. Other formats have one meaning only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Semantics {
    /// As GENIUS does: evaluations are divided by the largest of their issue, sums are capped at 1.
    Genius,
    /// As NegMAS loads the files without discounting: evaluations times weights.
    Negmas,
    /// Evaluations times weights, with closed bounds and without what NegMAS adds.
    Raw,
}

impl Semantics {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Genius, Self::Negmas, Self::Raw];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Genius => "genius",
            Self::Negmas => "negmas",
            Self::Raw => "raw",
        }
    }
}

/// A value and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedValue<T> {
    /// The value.
    pub value: T,
    /// Its place in its file.
    pub span: Span,
}

/// The numbers in which a real issue is taken, from its least to its greatest; files state none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RealSteps {
    /// In steps of this, above 0.
    Every(Exact),
    /// In so many equal steps, at least one.
    Count(u32),
}

impl RealSteps {
    /// The step over a range of this width; 0 for one of no width.
    pub(super) fn over(self, width: &Big) -> Big {
        match self {
            Self::Every(step) => big::from_exact(&step),
            Self::Count(count) => width / Big::from_integer(count.max(1).into()),
        }
    }
}

/// What is negotiated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domain {
    /// Its name.
    pub name: String,
    /// The issues, in order.
    pub issues: Vec<Issue>,
    /// What its file does not say as the format has it, and how it is read.
    pub remarks: Vec<Diagnostic>,
}

/// One matter to be settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its name.
    pub name: String,
    /// The number by which weights and boxes of GENIUS call it; else its place, from 1.
    pub index: u64,
    /// Ways to settle it, at least one.
    pub values: Vec<PeerChoice>,
}

impl Issue {
    /// Whether its values are numbers in equal steps rather than names.
    pub fn is_numeric(&self) -> bool {
        self.values.iter().all(|v| v.number.is_some())
    }
}

/// One way to settle an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeerChoice {
    /// What it is called.
    pub name: String,
    /// The number that it stands for, on an issue of numbers.
    pub number: Option<Big>,
}

/// What one party makes of a domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The party: the name of the file, without its ending.
    pub name: String,
    /// The terms that add up.
    pub parts: Vec<ProfilePart>,
    /// Weights that name no issue of the domain, with the index that they name.
    pub stray: Vec<(u64, Big)>,
    /// What the party has without agreement.
    pub reserved: Reserved,
    /// How utilities shrink while the talks last.
    pub discount: Option<Discount>,
    /// What its file does not say as the format has it, and how it is read.
    pub remarks: Vec<Diagnostic>,
}

/// Terms of a utility.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProfilePart {
    /// What the values of one issue are worth.
    Issue {
        /// The issue, by its place.
        issue: usize,
        /// The factor of all its evaluations, where one is given.
        weight: Option<PlacedValue<Big>>,
        /// The evaluations.
        values: Evaluation,
        /// Where the evaluations begin.
        span: Span,
    },
    /// Boxes of numbers, each with a utility.
    Boxes {
        /// What GENIUS divides the sum by.
        most: Big,
        /// The boxes.
        boxes: Vec<HyperBox>,
    },
    /// What combinations of values of some issues are worth; others are worth 0.
    Group {
        /// The issues, by their places.
        issues: Vec<usize>,
        /// Combinations, each once, as places of values.
        entries: Vec<(Vec<usize>, PlacedValue<Big>)>,
    },
    /// The same whatever is agreed.
    Constant(Big),
}

/// What the values of an issue are worth, before the weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evaluation {
    /// One number for each value, in order.
    Table(Vec<Big>),
    /// A straight line over the numbers of the issue.
    Line(Box<PeerLine>),
}

/// A straight line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeerLine {
    /// Its slope.
    pub slope: Big,
    /// What GENIUS gives `lower`, and NegMAS 0.
    pub offset: Big,
    /// The least number of the issue.
    pub lower: Big,
}

/// A box of numbers: its utility counts when all its bounds hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HyperBox {
    /// What it is worth, times the weight of its function.
    pub utility: PlacedValue<Big>,
    /// The bounds.
    pub bounds: Vec<Bounds>,
}

/// Bounds of a box on one issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounds {
    /// The issue, by its place.
    pub issue: usize,
    /// The least number.
    pub min: Big,
    /// The greatest number.
    pub max: Big,
    /// Whether the bounds hold outside rather than inside.
    pub excludes: bool,
}

/// What a party has without agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reserved {
    /// Nothing is stated, and nothing is meant.
    None,
    /// A utility.
    Utility(Big),
    /// What this package is worth, as places of values.
    Package(Vec<usize>),
}

/// How utilities shrink while the talks last. A case does not hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discount {
    /// The factor, or for [`Per::Cost`] what is taken off.
    pub value: Big,
    /// How it is applied.
    pub per: Per,
}

/// How a discount is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// To the power of the share of time that has passed, from 0 to 1.
    Time,
    /// To the power of the number of rounds.
    Round,
    /// As a cost that grows with time or rounds.
    Cost,
}
