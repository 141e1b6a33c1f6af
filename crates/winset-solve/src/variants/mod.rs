//! Settlement rules under the names of the programs that use them. They all pick among efficient
//! packages, so what they pick is read off frontiers, which are checked.

mod pick;
mod rule;

use num_bigint::BigInt;
use winset_check::Acceptable;
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::number::Exact;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

pub use pick::{Side, pick};
pub use rule::{Among, Rule};

use crate::budget::Budget;
use crate::count::Count;
use crate::frontier::{FrontierFound, frontier};
use crate::pressure::BigRatio;
use crate::utility_range::{UtilityRange, utility_ranges};

/// What rules pick, under the names of the programs that use them.
#[derive(Debug)]
pub struct Variants {
    /// What they go by, for each party; none where that is not known.
    pub sides: Vec<Side>,
    /// The frontier of the acceptable packages.
    pub frontier: FrontierFound,
    /// In the order in which they were asked for.
    pub picked: Vec<Picked>,
}

/// What one rule picks.
#[derive(Debug, Clone)]
pub struct Picked {
    /// The rule.
    pub rule: Rule,
    /// What it picks.
    pub found: Variant,
}

/// What a rule picks, or why it picks nothing.
#[derive(Debug, Clone)]
pub enum Variant {
    /// For each of its score vectors, from the most for the first party down, one package and how many
    /// have these scores. Of rules among all packages, a package need not be acceptable at the declared
    /// positions.
    Found(Vec<(Acceptable, Count)>),
    /// There is nothing to pick from, or nothing that leaves nobody worse off.
    Nothing,
    /// Stopped before it was known.
    Stopped(StopReason),
}

/// What the rules pick for some parties: the others count by their floors alone. Each of the rules is
/// evaluated exactly over a complete frontier; a frontier that is not completed leaves it stopped.
/// `weights` are those of [`Rule::WeightedNash`], in the order of the parties.
///
/// # Panics
/// As [`overlap`](crate::overlap).
pub fn variants(
    case: &Case,
    (parties, disagreement): (&[PartyId], &Disagreement),
    weights: &[u32],
    rules: &[Rule],
    budget: &Budget<'_>,
) -> Variants {
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

impl Variants {
    /// What a rule picks, where it picks something.
    pub fn found(&self, rule: Rule) -> Option<&[(Acceptable, Count)]> {
        let picked = self.picked.iter().find(|picked| picked.rule == rule)?;
        match &picked.found {
            Variant::Found(found) => Some(found),
            Variant::Nothing | Variant::Stopped(_) => None,
        }
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
