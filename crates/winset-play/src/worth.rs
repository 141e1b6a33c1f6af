//! What the end of talks is worth to a party, exactly.

use std::sync::Arc;

use winset_model::case::Case;
use winset_model::options::PartyId;

use crate::ranking::Ranking;
use crate::session::NoDealScore;
use crate::space::{Outcome, OutcomeSpace};

/// What a party gets from a package, or from no deal, on its scale of whole numbers: the same as [`crate::own::OwnSide::utility`] and
/// [`crate::own::OwnSide::without_deal`] say as floats. None where the party has no scores, or its worst package is
/// asked for and cannot be ranked.
pub fn score_of_end(
    case: &Case,
    space: &Arc<OutcomeSpace>,
    no_deal: NoDealScore,
    party: PartyId,
    agreed: Option<Outcome>,
) -> Option<i64> {
    let sheet = case.parties[party.index()].sheet.open();
    sheet.scores.as_ref()?;
    match (agreed, no_deal) {
        (Some(outcome), _) => case.score(party, &space.package(outcome)),
        (None, NoDealScore::Zero) => Some(0),
        (None, NoDealScore::Value) => sheet.no_deal.or_else(|| {
            let ranking = Ranking::new(case, space, party).ok()?;
            let worst = ranking.at(ranking.count().checked_sub(1)?);
            case.score(party, &space.package(worst))
        }),
    }
}
