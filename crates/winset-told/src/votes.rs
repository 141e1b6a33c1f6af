//! Blocs that cannot be won for a vote.

use winset_model::case::{Body, VoteRule};
use winset_model::options::{OptionSet, PointId};

/// The blocs that are lost to a vote, where they decide it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lost {
    /// The blocs by their places, each with the points that lose it.
    pub(super) blocs: Vec<(usize, Vec<PointId>)>,
    /// The seats of all others.
    pub(super) left: u128,
}

/// The blocs that no package can win when only some options are left of each point; none when the
/// others could give the seats needed.
pub(super) fn lost(body: &Body, rule: &VoteRule, confined: &[OptionSet]) -> Option<Lost> {
    let mut blocs = Vec::new();
    let mut left: u128 = 0;
    for (place, bloc) in body.blocs.iter().enumerate() {
        let loses = |(point, set): &&(PointId, OptionSet)| {
            let options = confined.get(point.index());
            options.is_some_and(|options| options.is_disjoint(set))
        };
        let points: Vec<PointId> = bloc.accepts.iter().filter(loses).map(|(p, _)| *p).collect();
        if points.is_empty() {
            left += u128::from(bloc.seats);
        } else {
            blocs.push((place, points));
        }
    }
    let decides = !blocs.is_empty() && left < u128::from(rule.need);
    decides.then_some(Lost { blocs, left })
}
