//! Rules evaluated over frontiers.

use num_bigint::BigInt;
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::number::Exact;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use super::outcome::{Picked, Variant, Variants};
use super::pick::{Side, pick};
use super::rule::{Among, Rule};
use crate::budget::Budget;
use crate::frontier::{FrontierFound, frontier};
use crate::pressure::BigRatio;
use crate::utility_range::{UtilityRange, utility_ranges};

/// What the rules pick for some parties: the others count by their floors alone. Each of the rules is
/// evaluated exactly over a complete frontier; a frontier that is not completed leaves it stopped.
/// `weights` are those of [`Rule::WeightedNash`], in the order of the parties.
///
/// # Panics
/// As [`overlap`](crate::overlap).
pub fn variants(
    case: &Case,
    by: (&[PartyId], &Disagreement),
    weights: &[u32],
    rules: &[Rule],
    budget: &Budget<'_>,
) -> Variants {
    let (parties, disagreement) = by;
    let declared = Positions::declared(case);
    let acceptable = frontier(case, &declared, parties, budget);
    let laws = Positions::laws(case);
    let (sides, why) = match utility_ranges(case, &laws, parties, budget) {
        Ok(Some(spreads)) => (sides(case, parties, disagreement, weights, &spreads), None),
        Ok(None) => (Vec::new(), None),
        Err(reason) => (Vec::new(), Some(reason)),
    };
    let all = rules.iter().any(|rule| rule.among() == Among::All);
    let all = all.then(|| frontier(case, &laws, parties, budget));
    let picked = rules.iter().map(|rule| Picked {
        rule: *rule,
        found: match (rule.among(), &all, why) {
            (_, _, Some(reason)) => Variant::Stopped(reason),
            (Among::All, Some(all), None) => picked(*rule, all, &sides),
            (Among::All | Among::Acceptable, _, None) => picked(*rule, &acceptable, &sides),
        },
    });
    Variants {
        picked: picked.collect(),
        sides,
        frontier: acceptable,
    }
}

/// What each party's levels are measured by.
fn sides(
    case: &Case,
    parties: &[PartyId],
    disagreement: &Disagreement,
    weights: &[u32],
    spreads: &[UtilityRange],
) -> Vec<Side> {
    let sides = parties.iter().zip(spreads).enumerate();
    let sides = sides.map(|(place, (party, spread))| {
        let sheet = case.parties[party.index()].sheet.open();
        let unscaled = |value: i64| big(&case.unscaled(*party, value));
        Side {
            scale: sheet.scale,
            no_deal: sheet.no_deal.map(unscaled),
            disagreement: disagreement
                .value(*party)
                .as_ref()
                .map(big)
                .unwrap_or_default(),
            worst: unscaled(spread.least),
            best: unscaled(spread.most),
            weight: weights.get(place).copied().unwrap_or(1),
        }
    });
    sides.collect()
}

fn big(value: &Exact) -> BigRatio {
    BigRatio::new(BigInt::from(*value.numer()), BigInt::from(*value.denom()))
}

fn picked(rule: Rule, frontier: &FrontierFound, sides: &[Side]) -> Variant {
    match frontier {
        FrontierFound::Complete {
            claim,
            packages,
            engine: _,
        } => {
            let points = claim.points();
            let scores: Vec<Vec<i64>> = points.iter().map(|p| p.scores().to_vec()).collect();
            let places = pick(rule, &scores, sides);
            if places.is_empty() {
                return Variant::Nothing;
            }
            let found = places
                .into_iter()
                .map(|place| (points[place].package().clone(), packages[place].clone()));
            Variant::Found(found.collect())
        }
        FrontierFound::Nobody => Variant::Nothing,
        FrontierFound::Stopped { reason, .. } => Variant::Stopped(*reason),
    }
}
