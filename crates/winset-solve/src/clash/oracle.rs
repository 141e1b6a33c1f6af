//! Asks whether some members can hold together.

use std::collections::BTreeSet;

use winset_check::{Acceptable, Member, NoOverlap, accept, without};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::Package;
use winset_model::positions::Positions;

use super::map::Set;
use crate::budget::Budget;
use crate::search::overlap;

/// A case, the members that could be given up, and the budget of each question.
pub(super) struct Oracle<'a> {
    pub(super) case: &'a Case,
    pub(super) positions: Positions,
    pub(super) budget: &'a Budget<'a>,
    members: Vec<Member>,
}

/// What came of a question.
pub(super) enum Asked {
    Overlap(Acceptable),
    None(NoOverlap),
}

impl<'a> Oracle<'a> {
    pub(super) fn new(
        case: &'a Case,
        positions: Positions,
        members: BTreeSet<Member>,
        budget: &'a Budget<'a>,
    ) -> Self {
        Self {
            case,
            positions,
            budget,
            members: members.into_iter().collect(),
        }
    }

    /// Number of members.
    pub(super) fn len(&self) -> usize {
        self.members.len()
    }

    /// All members.
    pub(super) fn negotiable(&self) -> BTreeSet<Member> {
        self.members.iter().copied().collect()
    }

    /// The members of a set.
    pub(super) fn members_of(&self, set: &Set) -> BTreeSet<Member> {
        set.members().map(|m| self.members[m]).collect()
    }

    /// The positions with only these members.
    fn keeping(&self, kept: &Set) -> Positions {
        let given_up = (0..self.members.len()).filter(|m| !kept.contains(*m));
        without(
            &self.positions,
            &given_up.map(|m| self.members[m]).collect(),
        )
    }

    /// Whether these members can hold together.
    pub(super) fn ask(&self, kept: &Set) -> Result<Asked, StopReason> {
        match overlap(self.case, &self.keeping(kept), self.budget) {
            Answer::Found(package) => Ok(Asked::Overlap(package)),
            Answer::Impossible(proof) => Ok(Asked::None(proof)),
            Answer::Stopped { reason, .. } => Err(reason),
        }
    }

    /// Whether a package keeps these members and the background.
    pub(super) fn keeps(&self, package: &Package, kept: &Set) -> bool {
        accept(self.case, &self.keeping(kept), package).is_ok()
    }
}
