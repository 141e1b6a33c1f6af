//! Rules under the names of the programs that use them, each a formula.

/// A rule, under the name of the program that uses it.
///
/// NegMAS: `negmas.preferences.ops`, version 0.16. GENIUS: `BidSpace`, version 10.4. NegoLog:
/// `nenv.BidSpace`. ANL: the tournaments of the Automated Negotiation League, which scale scores before
/// NegMAS picks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The largest product of gains, each to the power of its party's weight (Kalai 1977).
    WeightedNash,
    /// The efficient packages whose gains differ least.
    EqualGains,
    /// Gains as shares of each party's best among all packages, the smallest as large as can be.
    TextbookKs,
    /// NegMAS `nash_points`.
    NegmasNash,
    /// NegMAS `kalai_points`.
    NegmasKalai,
    /// NegMAS `kalai_points` without reserved values.
    NegmasModifiedKalai,
    /// NegMAS `ks_points`.
    NegmasKs,
    /// NegMAS `ks_points` without reserved values.
    NegmasModifiedKs,
    /// NegMAS `max_welfare_points`.
    NegmasMaxWelfare,
    /// NegMAS `max_relative_welfare_points`.
    NegmasMaxRelativeWelfare,
    /// NegMAS `kalai_points` on scores from 0 to 1.
    AnlKalai,
    /// GENIUS `getNash`.
    GeniusNash,
    /// GENIUS `getKalaiSmorodinsky`.
    GeniusKs,
    /// NegoLog `nash_point`.
    NegologNash,
    /// NegoLog `kalai_point`.
    NegologKalai,
}

/// Among which efficient packages a rule picks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Among {
    /// Those that are efficient among the acceptable ones.
    Acceptable,
    /// Those that are efficient among all that keep the laws.
    All,
}

/// From where a party's level is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The disagreement point that was asked for.
    Disagreement,
    /// The no-deal value, or the worst package where that is better or there is none.
    Floor,
    /// The no-deal value, or 0 where there is none.
    NoDeal,
    /// The worst package.
    Worst,
    /// 0.
    Zero,
}

/// In what a party's level is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// The party's own scores.
    Scores,
    /// From the floor to the best.
    AboveFloor,
    /// From 0 to the best.
    Best,
    /// From the worst to the best.
    Range,
}

/// What is made of the levels of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aggregate {
    /// The largest product.
    Product,
    /// The largest product of powers of gains, by weights.
    Powers,
    /// The largest sum.
    Sum,
    /// The largest of the smallest.
    Smallest,
    /// The smallest distance of largest and smallest.
    Distance,
    /// The smallest sum of differences of pairs.
    Differences,
}

/// When every point is picked, because levels mean nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moot {
    /// Never.
    Never,
    /// Some party's best is not above its floor.
    NothingAboveFloor,
    /// Some party's packages are all worth the same.
    NoRange,
}

/// A rule, taken apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Formula {
    pub(super) from: Origin,
    pub(super) unit: Unit,
    pub(super) of: Aggregate,
    pub(super) moot: Moot,
    pub(super) among: Among,
}

impl Rule {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 15] = [
        Self::WeightedNash,
        Self::EqualGains,
        Self::TextbookKs,
        Self::NegmasNash,
        Self::NegmasKalai,
        Self::NegmasModifiedKalai,
        Self::NegmasKs,
        Self::NegmasModifiedKs,
        Self::NegmasMaxWelfare,
        Self::NegmasMaxRelativeWelfare,
        Self::AnlKalai,
        Self::GeniusNash,
        Self::GeniusKs,
        Self::NegologNash,
        Self::NegologKalai,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::WeightedNash => "weighted-nash",
            Self::EqualGains => "equal-gains",
            Self::TextbookKs => "textbook-ks",
            Self::NegmasNash => "negmas-nash",
            Self::NegmasKalai => "negmas-kalai",
            Self::NegmasModifiedKalai => "negmas-modified-kalai",
            Self::NegmasKs => "negmas-ks",
            Self::NegmasModifiedKs => "negmas-modified-ks",
            Self::NegmasMaxWelfare => "negmas-max-welfare",
            Self::NegmasMaxRelativeWelfare => "negmas-max-relative-welfare",
            Self::AnlKalai => "anl-kalai",
            Self::GeniusNash => "genius-nash",
            Self::GeniusKs => "genius-ks",
            Self::NegologNash => "negolog-nash",
            Self::NegologKalai => "negolog-kalai",
        }
    }

    /// What it picks, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::WeightedNash => "largest product of gains, each to the power of its weight",
            Self::EqualGains => "gains that differ least, among efficient packages",
            Self::TextbookKs => {
                "largest smallest gain, as shares of each party's best among all packages"
            }
            Self::NegmasNash => "largest product of gains over the floor",
            Self::NegmasKalai => "largest smallest gain over the floor",
            Self::NegmasModifiedKalai => "largest smallest score",
            Self::NegmasKs => "shares of the way from floor to best that differ least",
            Self::NegmasModifiedKs => "shares of the best that differ least",
            Self::NegmasMaxWelfare => "largest sum of scores",
            Self::NegmasMaxRelativeWelfare => {
                "largest sum of what is above the worst, as shares of the way from floor to best"
            }
            Self::AnlKalai => "largest smallest gain over the floor, scores from 0 to 1",
            Self::GeniusNash => "largest product of gains over no deal, acceptable or not",
            Self::GeniusKs => "scores that differ least, acceptable or not",
            Self::NegologNash => "largest product of scores, acceptable or not",
            Self::NegologKalai => "largest sum of scores, acceptable or not",
        }
    }

    /// Among which packages it picks.
    pub fn among(self) -> Among {
        self.formula().among
    }

    pub(super) fn formula(self) -> Formula {
        use Aggregate::{Differences, Distance, Powers, Product, Smallest, Sum};
        use Among::{Acceptable, All};
        use Moot::{Never, NoRange, NothingAboveFloor};
        use Origin::{Disagreement, Floor, NoDeal, Worst, Zero};
        use Unit::{AboveFloor, Best, Range, Scores};
        let (from, unit, of, moot, among) = match self {
            Self::WeightedNash => (Disagreement, Scores, Powers, Never, Acceptable),
            Self::EqualGains => (Disagreement, Scores, Distance, Never, Acceptable),
            Self::TextbookKs => (Floor, AboveFloor, Smallest, NothingAboveFloor, Acceptable),
            Self::NegmasNash => (Floor, Scores, Product, NothingAboveFloor, Acceptable),
            Self::NegmasKalai => (Floor, Scores, Smallest, NothingAboveFloor, Acceptable),
            Self::NegmasModifiedKalai => (Zero, Scores, Smallest, NothingAboveFloor, Acceptable),
            Self::NegmasKs => (Floor, AboveFloor, Distance, NothingAboveFloor, Acceptable),
            Self::NegmasModifiedKs => (Zero, Best, Distance, NothingAboveFloor, Acceptable),
            Self::NegmasMaxWelfare => (Zero, Scores, Sum, NoRange, Acceptable),
            Self::NegmasMaxRelativeWelfare => (Worst, AboveFloor, Sum, NoRange, Acceptable),
            Self::AnlKalai => (Floor, Range, Smallest, NothingAboveFloor, Acceptable),
            Self::GeniusNash => (NoDeal, Scores, Product, Never, All),
            Self::GeniusKs => (Zero, Scores, Differences, Never, All),
            Self::NegologNash => (Zero, Scores, Product, Never, All),
            Self::NegologKalai => (Zero, Scores, Sum, Never, All),
        };
        Formula {
            from,
            unit,
            of,
            moot,
            among,
        }
    }
}
