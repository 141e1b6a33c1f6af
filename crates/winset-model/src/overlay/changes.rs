//! Changes of a case that were checked against it.

use crate::case::{DemandId, Sheet};
use crate::number::Exact;
use crate::options::{OptionId, OptionSet, PartyId, PointId};
use crate::private::Private;

/// One change of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OverlayChange {
    /// A party's no-deal value is another one, or taken away.
    NoDeal {
        /// The party.
        party: PartyId,
        /// The value, unscaled; `None`: the party has none.
        value: Private<Option<Exact>>,
    },
    /// A party's disagreement point is another one, or that of its no-deal value.
    Impasse {
        /// The party.
        party: PartyId,
        /// The value, unscaled; `None`: the party states none.
        value: Private<Option<Exact>>,
    },
    /// An option of a point is worth something else to a party.
    Score {
        /// The party.
        party: PartyId,
        /// The point.
        point: PointId,
        /// The option.
        option: OptionId,
        /// What it is worth, unscaled, with the weight of the point in it.
        value: Private<Exact>,
    },
    /// A line stands on a step of its ladder.
    Step {
        /// The line, by its place in the case.
        line: usize,
        /// The step.
        step: usize,
    },
    /// A line, a link or a vote rule does not count.
    Drop(DemandId),
    /// A point is settled on one option.
    Fix {
        /// The point.
        point: PointId,
        /// The option.
        option: OptionId,
    },
    /// Options of a point are ruled out.
    Exclude {
        /// The point.
        point: PointId,
        /// The options.
        options: OptionSet,
    },
    /// A lever is pulled: its target's no-deal value moves by its delta.
    Pull(usize),
}

/// Changes of one case, free of contradictions, in one order however they were given: what is set,
/// party by party (no-deal value, impasse, scores); steps; demands dropped; points fixed; options
/// excluded, a point at a time; levers pulled. Within each in the order of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    pub(super) list: Vec<OverlayChange>,
    /// For each party the sheet that a file edited by hand would give; `None` where nothing of it
    /// is changed.
    pub(super) edited: Vec<Option<Private<Sheet>>>,
}

impl OverlayChange {
    /// The place of a change: its kind, then the places of what it changes.
    fn place(&self) -> [usize; 4] {
        match self {
            Self::NoDeal { party, .. } => [0, party.index(), 0, 0],
            Self::Impasse { party, .. } => [0, party.index(), 1, 0],
            Self::Score {
                party,
                point,
                option,
                ..
            } => [0, party.index(), 2 + point.index(), option.index()],
            Self::Step { line, .. } => [1, *line, 0, 0],
            Self::Drop(DemandId::Line(line)) => [2, 0, *line, 0],
            Self::Drop(DemandId::Link(link)) => [2, 1, *link, 0],
            Self::Drop(DemandId::Vote(body, rule)) => [2, 2, *body, *rule],
            Self::Fix { point, .. } => [3, point.index(), 0, 0],
            Self::Exclude { point, .. } => [4, point.index(), 0, 0],
            Self::Pull(lever) => [5, *lever, 0, 0],
        }
    }
}

/// The changes in their order, options excluded on the same point in one change.
pub(super) fn in_order(mut list: Vec<OverlayChange>) -> Vec<OverlayChange> {
    list.sort_by_key(OverlayChange::place);
    list.dedup_by(|next, kept| match (next, kept) {
        (
            OverlayChange::Exclude { point, options },
            OverlayChange::Exclude {
                point: kept_point,
                options: kept_options,
            },
        ) if point == kept_point => {
            *kept_options = kept_options.or(options);
            true
        }
        _ => false,
    });
    list
}

impl Changes {
    /// The changes, in order.
    pub fn list(&self) -> &[OverlayChange] {
        &self.list
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether a score is changed, so that applying gives another case.
    pub fn makes_another_case(&self) -> bool {
        self.list
            .iter()
            .any(|c| matches!(c, OverlayChange::Score { .. }))
    }

    /// Whether a score of this party is changed.
    pub(super) fn scores_change(&self, asked: PartyId) -> bool {
        let of_party =
            |c: &OverlayChange| matches!(c, OverlayChange::Score { party, .. } if *party == asked);
        self.list.iter().any(of_party)
    }
}
