//! Figures by which scenarios are described and agreements are placed, as other programs define them.

mod conflict;
mod worths;

use num_bigint::BigInt;
use num_traits::{One as _, Zero as _};
use winset_check::{Acceptable, FrontierPoint};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

pub use conflict::{PairConflict, conflict};
pub use worths::WORTHS_MAX;

use crate::budget::Budget;
use crate::count::{Count, count};
use crate::frontier::FrontierFound;
use crate::parallel::each;
use crate::pressure::BigRatio;
use crate::variants::{Picked, Rule, Side, Variant, Variants, variants};

/// The figures of a scenario.
pub struct Stats {
    /// The parties that it is about, in order.
    pub parties: Vec<PartyId>,
    /// How many packages keep the laws.
    pub possible: Count,
    /// How many are acceptable: at or above every no-deal value.
    pub acceptable: Count,
    /// How many are acceptable and above the no-deal value of each of the parties, where it has one;
    /// NegMAS's `rational_fraction` is their share of all.
    pub above: Count,
    /// What the rules pick, with the frontier and each party's worst and best.
    pub variants: Variants,
    /// The square of NegMAS's opposition level: the least distance of an acceptable package to the point
    /// at which everybody has its best, scores divided by the best. `None` where nothing is acceptable,
    /// or it is not known.
    pub opposition: Option<BigRatio>,
    /// The square of NegoLog's opposition: the distance of what it calls its Kalai point to a score of 1
    /// for everybody. The smallest, where there are ties; NegoLog takes the one that it meets first.
    pub negolog_opposition: Option<BigRatio>,
    /// For each pair of parties how they rank packages.
    pub conflicts: Vec<Result<PairConflict, StopReason>>,
}

/// Shows whom it is about; figures let scores be inferred.
impl std::fmt::Debug for Stats {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stats")
            .field("parties", &self.parties)
            .finish_non_exhaustive()
    }
}

/// Describes a scenario in the eyes of some parties; the others count by their floors alone.
///
/// # Panics
/// As [`overlap`](crate::overlap).
pub fn stats(case: &Case, parties: &[PartyId], budget: &Budget<'_>) -> Stats {
    let declared = Positions::declared(case);
    let mut above = declared.clone();
    for party in parties {
        let floor = &mut above.floors[party.index()];
        *floor = floor.map(|floor| floor.saturating_add(1));
    }
    let rules: Vec<Rule> = Rule::ALL
        .into_iter()
        .filter(|rule| *rule != Rule::WeightedNash)
        .collect();
    let terms = (parties, &Disagreement::of(case));
    let variants = variants(case, terms, &[], &rules, budget);
    let pairs: Vec<[PartyId; 2]> = parties
        .iter()
        .enumerate()
        .flat_map(|(place, one)| parties[place + 1..].iter().map(|two| [*one, *two]))
        .collect();
    Stats {
        parties: parties.to_vec(),
        possible: count(case, &Positions::laws(case), budget),
        acceptable: count(case, &declared, budget),
        above: count(case, &above, budget),
        opposition: opposition(&variants),
        negolog_opposition: negolog_opposition(case, parties, &variants),
        conflicts: each(budget.threads, &pairs, |pair| conflict(case, *pair, budget)),
        variants,
    }
}

/// Over the frontier: what is dominated is not nearer.
fn opposition(variants: &Variants) -> Option<BigRatio> {
    let FrontierFound::Complete { claim, .. } = &variants.frontier else {
        return None;
    };
    let Variants { sides, .. } = variants;
    let of_point = |scores: &[i64]| -> BigRatio {
        let short = sides.iter().zip(scores).map(|(side, score)| {
            let value = BigRatio::new(BigInt::from(*score), side.scale.into());
            let share = if side.best.is_zero() {
                value
            } else {
                value / &side.best
            };
            square(&(BigRatio::one() - share))
        });
        short.sum()
    };
    let points = claim.points().iter();
    points.map(|point| of_point(point.scores())).min()
}

fn negolog_opposition(case: &Case, parties: &[PartyId], variants: &Variants) -> Option<BigRatio> {
    let ones = vec![BigRatio::one(); parties.len()];
    let found = variants.found(Rule::NegologKalai)?;
    let distances = found.iter().map(|(package, _)| {
        let values = values(case, parties, package.package());
        squared_distance(&values, &ones)
    });
    distances.min()
}

fn square(value: &BigRatio) -> BigRatio {
    value * value
}

/// What a package is worth to the parties, unscaled; 0 for one without preferences.
pub(crate) fn values(case: &Case, parties: &[PartyId], package: &Package) -> Vec<BigRatio> {
    let value = |party: &PartyId| {
        let score = case.score(*party, package).unwrap_or(0);
        let scale = case.parties[party.index()].sheet.open().scale;
        BigRatio::new(score.into(), scale.into())
    };
    parties.iter().map(value).collect()
}

/// The square of the Euclidean distance of two points.
fn squared_distance(one: &[BigRatio], two: &[BigRatio]) -> BigRatio {
    one.iter().zip(two).map(|(a, b)| square(&(a - b))).sum()
}

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
        f.write_str("Placed(..)")
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
