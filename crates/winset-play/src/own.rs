//! What a party knows when talks begin: its own side, and nothing of the others.

use std::sync::Arc;

use winset_model::case::Case;
use winset_model::options::PartyId;

use crate::ranking::{NotRanked, Ranking};
use crate::session::NoDealScore;
use crate::space::{Outcome, OutcomeSpace};

/// A party's own side: every package by what it is worth to the party, and what the party has without a
/// deal. Nothing of another party can be reached from it.
#[derive(Debug, Clone)]
pub struct OwnSide {
    space: Arc<OutcomeSpace>,
    ranking: Arc<Ranking>,
    no_deal: Option<f64>,
}

impl OwnSide {
    /// The side of a party of a case.
    ///
    /// # Errors
    /// As of [`Ranking::new`].
    pub fn new(case: &Case, space: &Arc<OutcomeSpace>, party: PartyId) -> Result<Self, NotRanked> {
        let sheet = case.parties[party.index()].sheet.open();
        let utility = crate::ranking::utility_on(sheet.scale);
        Ok(Self {
            space: space.clone(),
            ranking: Arc::new(Ranking::new(case, space, party)?),
            no_deal: sheet.no_deal.map(utility),
        })
    }

    /// The side of a party to which every package is worth 0, and no deal nothing that it says.
    pub fn without_scores(space: &Arc<OutcomeSpace>) -> Self {
        Self {
            space: space.clone(),
            ranking: Arc::new(Ranking::flat(space)),
            no_deal: None,
        }
    }

    /// The packages that can be agreed.
    pub fn space(&self) -> &OutcomeSpace {
        &self.space
    }

    /// All packages, the best first.
    pub fn ranking(&self) -> &Ranking {
        &self.ranking
    }

    /// What a package is worth.
    pub fn utility(&self, outcome: Outcome) -> f64 {
        self.ranking.utility(outcome)
    }

    /// What the party has without a deal; none where it does not say so.
    pub fn no_deal(&self) -> Option<f64> {
        self.no_deal
    }

    /// What the party gets without a deal, as it is scored.
    pub fn without_deal(&self, scored: NoDealScore) -> f64 {
        match scored {
            NoDealScore::Zero => 0.0,
            NoDealScore::Value => self.no_deal.unwrap_or(self.ranking.reach().1),
        }
    }

    /// How many packages are worth at least what the party has without a deal: all where it does not say.
    pub fn rational(&self) -> u64 {
        self.no_deal
            .map_or(self.ranking.count(), |level| self.ranking.at_least(level))
    }
}
