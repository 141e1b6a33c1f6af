//! What there is to say of where the talks stand.

use winset_model::options::{OptionId, OptionSet, PartyId, PointId};

/// Where the talks stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The points, in the order of the case.
    pub points: Vec<PointStatus>,
    /// What each offer changed of what its maker stood for before, in the order of offers.
    pub shifts: Vec<OfferShift>,
    /// What offers and statements tell, in the order of offers and then of statements.
    pub signals: Vec<Signal>,
}

/// How a point stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointStatus {
    /// Agreed, bracketed or blocked.
    pub standing: PointStanding,
    /// The options inside every declared line on the point, laws among them.
    pub allowed: OptionSet,
    /// For each party what it stands for: the option that its latest offer that speaks of the point says.
    pub offers: Vec<Option<OptionId>>,
}

/// How a point stands, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointStanding {
    /// All who must agree ([`Case::must_agree`](winset_model::case::Case::must_agree)) stand for this
    /// option, two parties at least and nobody for another, and it is inside every declared line on the
    /// point.
    Agreed(OptionId),
    /// Neither agreed nor blocked.
    Bracketed,
    /// No option is inside every declared line on the point.
    Blocked,
}

/// What an offer changed of what its maker stood for before.
#[derive(Clone, PartialEq, Eq)]
pub struct OfferShift {
    /// Place of the offer in the sequence.
    pub seq: u64,
    /// Place of the offer before.
    pub before: u64,
    /// Who made both.
    pub by: PartyId,
    /// The points on which the maker moved from one option to another, in order.
    pub changes: Vec<OfferChange>,
    /// For each party by how much the whole package changed its score, on its own scale; `None` for
    /// a party without preferences, and where the maker has not spoken of every point. Terms across
    /// points can make it differ from the changes' sum.
    pub worth: Vec<Option<i64>>,
}

/// Shows who made it; what it is worth is confidential.
impl std::fmt::Debug for OfferShift {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OfferShift")
            .field("seq", &self.seq)
            .field("by", &self.by)
            .field("changes", &self.changes)
            .finish_non_exhaustive()
    }
}

/// A point on which an offer moves its maker.
#[derive(Clone, PartialEq, Eq)]
pub struct OfferChange {
    /// The point.
    pub point: PointId,
    /// The option that the maker stood for.
    pub from: OptionId,
    /// The option of the offer.
    pub to: OptionId,
    /// For each party by how much its score for the point changed, on its own scale; `None` for a
    /// party without preferences.
    pub worth: Vec<Option<i64>>,
}

/// Shows the point and the options; what they are worth is confidential.
impl std::fmt::Debug for OfferChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OfferChange")
            .field("point", &self.point)
            .field("from", &self.from)
            .field("to", &self.to)
            .finish_non_exhaustive()
    }
}

/// What an offer or a statement tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signal {
    /// An offer holds an option outside a declared line of its own maker: told once for each line
    /// and option, at the first offer that holds it.
    OfferCrossesOwnDeclaredLine {
        /// Place of the offer in the sequence.
        offer: u64,
        /// Who made it.
        by: PartyId,
        /// The line, by its place.
        line: usize,
        /// Its point.
        point: PointId,
        /// What it accepts.
        declared: OptionSet,
        /// What is offered.
        offered: OptionId,
    },
    /// An offer goes back to an option that is worth more to its maker than the one that it stood
    /// for, looking at the point alone.
    WithdrawnConcession {
        /// Place of the offer in the sequence.
        offer: u64,
        /// Who made it.
        by: PartyId,
        /// The point.
        point: PointId,
        /// The option that the maker stood for.
        from: OptionId,
        /// The option of the offer.
        to: OptionId,
    },
    /// A party stood for an option through at least three offers of its own in a row, while some
    /// other party moved on the point in between: told once for each such row, at the first offer of
    /// which it is true.
    RepeatedDemand {
        /// Place of the offer in the sequence.
        offer: u64,
        /// Who made it.
        by: PartyId,
        /// The point.
        point: PointId,
        /// The option held.
        held: OptionId,
        /// Place of the first offer of the row.
        since: u64,
    },
    /// A statement reads as accepting options outside a declared line of its own maker.
    StatementWiderThanLine {
        /// The statement.
        statement: String,
        /// Who made it.
        by: PartyId,
        /// The line, by its place.
        line: usize,
        /// Its point.
        point: PointId,
        /// What the line accepts.
        declared: OptionSet,
        /// What the statement reads as.
        reads_as: OptionSet,
    },
}
