//! The figures of a scenario.

use num_bigint::BigInt;
use num_traits::{One as _, Zero as _};
use winset_check::Acceptable;
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use super::conflict::{PairConflict, conflict};
use super::distance::{square, squared_distance, values};
use crate::budget::Budget;
use crate::count::{Count, count};
use crate::frontier::FrontierFound;
use crate::parallel::each;
use crate::pressure::BigRatio;
use crate::variants::{Rule, Variants, variants};

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
    /// NegoLog's opposition: the distance of what it calls its Kalai point, the largest sum of scores,
    /// to a score of 1 for everybody. NegoLog takes the first of ties that it meets.
    pub negolog_opposition: Option<TiedDistance>,
    /// The opposition that ANL publishes with its scenarios: the distance of the point of equal gains,
    /// which its files call Kalai's, to a score of 1 for everybody.
    pub anl_opposition: Option<TiedDistance>,
    /// For each pair of parties how they rank packages.
    pub conflicts: Vec<Result<PairConflict, StopReason>>,
}

/// The distance of what a rule picks to a point. Where it picks several score vectors, they may be
/// differently far from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TiedDistance {
    /// The square of the least of these distances.
    pub least: BigRatio,
    /// The square of the most.
    pub most: BigRatio,
    /// How many score vectors the rule picks.
    pub picked: usize,
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
        negolog_opposition: to_ones(case, parties, variants.found(Rule::NegologKalai)),
        anl_opposition: to_ones(case, parties, variants.found(Rule::EqualGains)),
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

/// How far from a score of 1 for everybody the packages are that a rule picks.
fn to_ones(
    case: &Case,
    parties: &[PartyId],
    found: Option<&[(Acceptable, Count)]>,
) -> Option<TiedDistance> {
    let ones = vec![BigRatio::one(); parties.len()];
    let distances = found?.iter().map(|(package, _)| {
        let values = values(case, parties, package.package());
        squared_distance(&values, &ones)
    });
    let distances: Vec<BigRatio> = distances.collect();
    Some(TiedDistance {
        least: distances.iter().min()?.clone(),
        most: distances.iter().max()?.clone(),
        picked: distances.len(),
    })
}
