//! Where an agreement stands among what rules pick.

use winset_check::{Acceptable, FrontierPoint};
use winset_model::case::Case;
use winset_model::options::Package;

use super::distance::{square, squared_distance, values};
use super::scenario::Stats;
use crate::frontier::FrontierFound;
use crate::pressure::BigRatio;
use crate::variants::{Picked, Rule, Side, Variant};

/// Where a package stands among what rules pick.
#[derive(Clone, PartialEq, Eq)]
pub struct PlacedAgreement {
    /// The square of its distance to the nearest point of the frontier; `None` where that is not known.
    pub frontier: Option<BigRatio>,
    /// For each rule the square of the distance to the nearest point that it picks.
    pub rules: Vec<(Rule, Option<BigRatio>)>,
    /// The square of the distance that NegMAS divides by to get an optimality: that of the point at
    /// which everybody has its worst to the one at which everybody has its best.
    pub diameter: BigRatio,
    /// The sum of its scores, and the largest sum on the frontier where that is known.
    pub welfare: (BigRatio, Option<BigRatio>),
}

/// Shows nothing; distances let scores be inferred.
impl std::fmt::Debug for PlacedAgreement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PlacedAgreement(..)")
    }
}

/// Places a package: how far it is, in Euclidean distance of scores, from the frontier and from what
/// each rule picks (NegMAS `calc_outcome_distances`, NegoLog `nash_distance` and `kalai_distance`).
pub fn placed(case: &Case, stats: &Stats, package: &Package) -> PlacedAgreement {
    let Stats {
        parties, variants, ..
    } = stats;
    let own = values(case, parties, package);
    let nearest = |packages: &mut dyn Iterator<Item = &Acceptable>| {
        let distances =
            packages.map(|other| squared_distance(&own, &values(case, parties, other.package())));
        distances.min()
    };
    let frontier = match &variants.frontier {
        FrontierFound::Complete { claim, .. } => claim.points(),
        FrontierFound::Stopped { .. } | FrontierFound::Nobody => &[],
    };
    let of_rule = |picked: &Picked| {
        let found = match &picked.found {
            Variant::Found(found) => found.as_slice(),
            Variant::Nothing | Variant::Stopped(_) => &[],
        };
        let distance = nearest(&mut found.iter().map(|(package, _)| package));
        (picked.rule, distance)
    };
    let sums = frontier.iter().map(|point| {
        values(case, parties, point.package().package())
            .iter()
            .sum()
    });
    let range = |side: &Side| square(&(&side.best - &side.worst));
    PlacedAgreement {
        frontier: nearest(&mut frontier.iter().map(FrontierPoint::package)),
        rules: variants.picked.iter().map(of_rule).collect(),
        diameter: variants.sides.iter().map(range).sum(),
        welfare: (own.iter().sum(), sums.max()),
    }
}
