//! What the scores of a scenario's sides mean.

use winset_model::case::Case;
use winset_model::options::PartyId;

use crate::session::NoDealScore;
use crate::space::{Outcome, OutcomeSpace};

/// A side's scale, in whole numbers of its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SideScale {
    /// How many of these a score of 1 is.
    pub scale: i64,
    /// What its best package is worth.
    pub best: i64,
    /// What its worst is worth.
    pub worst: i64,
    /// What no deal is worth; its worst package where it does not say.
    pub no_deal: i64,
    /// What it gets without a deal, as the tournament scores that.
    pub without: i64,
    /// From no deal to the best, what advantages are measured in; none where that is nothing.
    pub room: Option<i64>,
}

impl SideScale {
    /// The scale of a party with scores, by its best and its worst package.
    pub(super) fn new(
        case: &Case,
        space: &OutcomeSpace,
        party: PartyId,
        reach: [Outcome; 2],
        no_deal: NoDealScore,
    ) -> Self {
        let sheet = case.parties[party.index()].sheet.open();
        let [best, worst] = reach.map(|at| case.score(party, &space.package(at)).unwrap_or(0));
        let level = sheet.no_deal.unwrap_or(worst);
        Self {
            scale: sheet.scale,
            best,
            worst,
            no_deal: level,
            without: match no_deal {
                NoDealScore::Zero => 0,
                NoDealScore::Value => level,
            },
            room: Some(best.saturating_sub(level)).filter(|room| *room > 0),
        }
    }
}
