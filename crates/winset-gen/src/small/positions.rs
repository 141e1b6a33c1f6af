//! Random positions in a case.

use winset_model::case::Case;
use winset_model::options::{OptionId, OptionSet, Package, PartyId, PointId};
use winset_model::positions::Positions;

use crate::rng::Rng;

/// Random positions: steps taken, demands dropped, floors moved, points restricted, rarely to no option at all.
///
/// A party without preferences scores 0 everywhere; it gets a floor now and then, too.
pub fn positions(case: &Case, rng: &mut Rng) -> Positions {
    let mut positions = Positions::declared(case);
    for (step, line) in positions.steps.iter_mut().zip(&case.lines) {
        *step = rng.below(line.ladder.open().len());
    }
    for demand in case.demands() {
        if !case.is_law(demand) && rng.chance(1, 5) {
            positions.dropped.insert(demand);
        }
    }
    for p in 0..case.parties.len() {
        positions.floors[p] = floor(case, PartyId::at(p), positions.floors[p], rng);
    }
    for (p, point) in case.points.iter().enumerate() {
        if rng.chance(1, 6) {
            let none = rng.chance(1, 40);
            let count = if none {
                0
            } else {
                1 + rng.below(point.options.len())
            };
            let options = rng.some(count, point.options.len()).into_iter();
            let options: OptionSet = options.map(OptionId::at).collect();
            positions = positions.with_only(PointId::at(p), options);
        }
    }
    positions
}

fn floor(case: &Case, party: PartyId, declared: Option<i64>, rng: &mut Rng) -> Option<i64> {
    let near = rng.signed_below(5) - 2;
    match rng.below(6) {
        0 => None,
        1 | 2 => declared,
        3 => declared.map(|d| d + near),
        _ => {
            let options = case.points.iter().map(|p| rng.below(p.options.len()));
            let package = Package(options.map(OptionId::at).collect());
            Some(case.score(party, &package).unwrap_or(0) + near.min(1))
        }
    }
}
