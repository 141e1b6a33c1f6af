//! Why a certificate is refused.

use thiserror::Error;

use crate::acceptable::PackageRefusal;
use crate::misfit::Misfit;

/// Most bytes of a certificate.
pub const CERTIFICATE_BYTES_MAX: usize = 256 << 20;
/// Most weights entries of a certificate.
pub const WEIGHTS_MAX: usize = 1_000_000;
/// Most bytes of a line of the tree, without its line end.
pub const TREE_LINE_BYTES_MAX: usize = 4_096;

/// Why a claim is not proven.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Rejection {
    /// The certificate is refused.
    #[error("line {line} of the certificate: {fault}")]
    Certificate {
        /// The line, from 1.
        line: usize,
        /// What is wrong there.
        fault: CertificateFault,
    },
    /// The question makes no sense for the case.
    #[error(transparent)]
    Question(#[from] Misfit),
    /// The package that is said to be best is not acceptable.
    #[error("the package is not acceptable: {0}")]
    Witness(#[from] PackageRefusal),
    /// Nothing is best for a party that is not in the case, has no scores, or whose best score
    /// has no successor.
    #[error("the party has no scores to be raised")]
    NothingToRaise,
    /// A clash has a member that nobody could give up.
    #[error("a member of the clash cannot be given up")]
    NotNegotiable,
    /// A clash needs one package for each of its members.
    #[error("not one package for each member of the clash")]
    PackageCount,
    /// One of several least ways of lowering floors asks for all that another one does.
    #[error("a way of lowering floors asks for all that another one does")]
    Dominated,
    /// All the least ways of lowering floors need a certificate for each box that they leave.
    #[error("not one certificate for each box that the ways of lowering floors leave")]
    BoxCount,
    /// Spans of days have a gap, overlap, or do not begin on day 0.
    #[error("the spans of days do not follow each other from day 0")]
    Days,
    /// Costs that cannot be summed in the range in which they are exact.
    #[error("the costs of concessions are too large to be summed")]
    CostsTooLarge,
    /// A concession that does not cost what the derived case says.
    #[error("the concession does not cost what the derived case says")]
    OtherCost,
    /// That every package lies below a cut is not shown.
    #[error("the cover: {0}")]
    Cover(#[from] CoverFault),
    /// That nothing is missing from a frontier is not shown.
    #[error("the stages: {0}")]
    Stages(#[from] StageFault),
    /// A settlement names parties without a disagreement value, or not each once and in order.
    #[error("not parties with a disagreement value, each once and in order")]
    Parties,
    /// Packages that are said to be equally good are not, or there is none.
    #[error("the packages are not equally good")]
    NotAlike,
    /// A point of a frontier is dominated, or stands twice.
    #[error("a point of the frontier is dominated")]
    DominatedPoint,
    /// What stands for a point of a frontier, or for a corner, is not there.
    #[error("not one listed point for each point or corner of the frontier")]
    Subset,
    /// A number that does not fit the range in which it is compared exactly.
    #[error("a number is too large to be compared exactly")]
    TooLarge,
}

/// Why it is not shown that stages put together everything that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum StageFault {
    /// The points of the case are not settled each once.
    #[error("the points are not each settled once")]
    Order,
    /// Not one place for each partial package and option.
    #[error("not one place for each partial package and option")]
    Width,
    /// A place that does not exist.
    #[error("a place that does not exist")]
    Place,
    /// A partial package that is kept although it leads to nothing acceptable.
    #[error("a partial package leads to nothing acceptable")]
    Nowhere,
    /// A partial package that is left out gives somebody more, or has other completions.
    #[error("a partial package is left out that could matter")]
    NotBelow,
}

/// Why it is not shown that every package lies below a cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CoverFault {
    /// A cut, box or refutation does not have one number for each party.
    #[error("not one number for each party")]
    Width,
    /// A cut above which nothing better needs to be.
    #[error("a cut leaves out packages that could be better")]
    Cut,
    /// A weighted sum that leaves out better packages, or cannot be formed.
    #[error("a weighted sum leaves out packages that could be better")]
    Sum,
    /// There is no first box that holds every package.
    #[error("the first box does not hold every package")]
    First,
    /// A box that does not end in what stands later.
    #[error("box {0} does not end as it says")]
    Box(usize),
}

/// What is wrong on a line of a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CertificateFault {
    /// More bytes than [`CERTIFICATE_BYTES_MAX`].
    #[error("the certificate has more than {CERTIFICATE_BYTES_MAX} bytes")]
    TooManyBytes,
    /// Not UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// The file ends too early.
    #[error("the file ends here, expected {0}")]
    Truncated(&'static str),
    /// Something else was expected.
    #[error("expected {0}")]
    Expected(&'static str),
    /// The certificate of another case, or of another version of it.
    #[error("the certificate is of another case")]
    OtherCase,
    /// The certificate of another question.
    #[error("the certificate is of another question")]
    OtherQuestion,
    /// No such line, demand, party, point or option.
    #[error("the case has no {0} of this name")]
    Unknown(&'static str),
    /// A law among the dropped demands.
    #[error("a law cannot be dropped")]
    DroppedLaw,
    /// Not written as the one writer writes the positions.
    #[error("not the one way to write these positions (order, repetition, number)")]
    NotStandard,
    /// A party with a weight has no floor.
    #[error("party number {0} has a weight but no floor")]
    Weightless(usize),
    /// A weighted row that is not there.
    #[error("no standing link has the row {rule}.{row}")]
    NoRow {
        /// The number of the rule.
        rule: usize,
        /// The number of the row.
        row: usize,
    },
    /// More entries than [`WEIGHTS_MAX`].
    #[error("more than {WEIGHTS_MAX} weights entries")]
    TooManyWeights,
    /// A line of the tree longer than [`TREE_LINE_BYTES_MAX`].
    #[error("a line of the tree has more than {TREE_LINE_BYTES_MAX} bytes")]
    LongLine,
    /// A weights entry that is not there.
    #[error("there is no weights entry {0}")]
    NoWeights(usize),
    /// A branch on a point that is not there.
    #[error("there is no point {0}")]
    NoPoint(usize),
    /// A branch on a settled point.
    #[error("point {0} is settled here and cannot be branched on")]
    Settled(usize),
    /// A leaf that may hold an acceptable package.
    #[error("the node is not closed: it may hold an acceptable package")]
    NotClosed,
    /// Something follows where a leaf must.
    #[error("the node is closed, expected \".\"")]
    AlreadyClosed,
    /// A sum that does not fit 128 bits.
    #[error("the weights are too large: a sum does not fit 128 bits")]
    Overflow,
}

impl Rejection {
    /// A refusal at a line.
    pub(crate) fn at(line: usize, fault: CertificateFault) -> Self {
        Self::Certificate { line, fault }
    }
}
