//! Where a scenario's best packages lie, and how far ends are from them.

use num_bigint::{BigInt, BigUint};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::options::PartyId;
use winset_solve::{Budget, FrontierFound, Rule, Variant, variants};

use super::SideScale;

/// Distances are whole numbers of this part of the diameter.
pub const DISTANCE_UNITS: u64 = 1_000_000_000_000;
/// Most points of a frontier that distances are measured to.
const POINTS_MAX: usize = 20_000;

/// What is measured to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Landmark {
    /// The Pareto frontier of the acceptable packages.
    Frontier,
    /// The largest product of gains over no deal, as `NegMAS` picks it.
    Nash,
    /// The largest smallest gain over no deal, as `NegMAS` picks it.
    Kalai,
}

/// The scores of a scenario's landmarks, each by party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Landmarks {
    /// The points of the frontier.
    pub frontier: Vec<Vec<i64>>,
    /// What the Nash rule picks.
    pub nash: Vec<Vec<i64>>,
    /// What the Kalai rule picks.
    pub kalai: Vec<Vec<i64>>,
    /// For each side by how much its scores are multiplied so that all sides have one scale.
    factors: Vec<i128>,
    /// The square of the distance from everybody's worst to everybody's best, on that scale.
    diameter: BigUint,
}

/// Why distances are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoLandmarks {
    /// The search for the frontier was stopped.
    #[error("its frontier could not be worked out ({})", .0.as_str())]
    Stopped(StopReason),
    /// Nobody could agree to anything.
    #[error("no package is acceptable to all its parties")]
    NothingAcceptable,
    /// There is nothing to measure in.
    #[error("all its packages are worth the same to everybody")]
    NoDiameter,
    /// It is too much to measure to each point.
    #[error("its frontier has more than {POINTS_MAX} points")]
    TooManyPoints,
    /// Squares outgrow the numbers that are used.
    #[error("its scores are too fine")]
    TooFine,
}

impl Landmarks {
    /// Those of a case, at its declared positions and in the eyes of all its parties.
    ///
    /// # Errors
    /// There are none, or they could not be worked out within the budget.
    pub fn of(case: &Case, scales: &[SideScale], budget: &Budget<'_>) -> Result<Self, NoLandmarks> {
        let parties: Vec<PartyId> = (0..case.parties.len()).map(PartyId::at).collect();
        let rules = [Rule::NegmasNash, Rule::NegmasKalai];
        let found = variants(
            case,
            (&parties, &Disagreement::of(case)),
            &[],
            &rules,
            budget,
        );
        let frontier = match &found.frontier {
            FrontierFound::Complete { claim, .. } => claim.points(),
            FrontierFound::Stopped { reason, .. } => return Err(NoLandmarks::Stopped(*reason)),
            FrontierFound::Nobody => return Err(NoLandmarks::NothingAcceptable),
        };
        if frontier.is_empty() {
            return Err(NoLandmarks::NothingAcceptable);
        }
        if frontier.len() > POINTS_MAX {
            return Err(NoLandmarks::TooManyPoints);
        }
        let picked = |rule: Rule| -> Result<Vec<Vec<i64>>, NoLandmarks> {
            let picked = found.picked.iter().find(|picked| picked.rule == rule);
            match picked.map(|picked| &picked.found) {
                Some(Variant::Found(packages)) => Ok(packages
                    .iter()
                    .map(|(package, _)| package.scores().iter().map(|s| s.unwrap_or(0)).collect())
                    .collect()),
                Some(Variant::Stopped(reason)) => Err(NoLandmarks::Stopped(*reason)),
                Some(Variant::Nothing) | None => Err(NoLandmarks::NothingAcceptable),
            }
        };
        let (factors, diameter) = measure(scales)?;
        Ok(Self {
            frontier: frontier
                .iter()
                .map(|point| point.scores().to_vec())
                .collect(),
            nash: picked(Rule::NegmasNash)?,
            kalai: picked(Rule::NegmasKalai)?,
            factors,
            diameter,
        })
    }

    /// How far scores are from frontier, Nash and Kalai.
    pub fn distances(&self, scores: &[i64]) -> Option<[u64; 3]> {
        let to = |landmark| self.distance(scores, landmark);
        Some([
            to(Landmark::Frontier)?,
            to(Landmark::Nash)?,
            to(Landmark::Kalai)?,
        ])
    }

    /// How far scores are from a landmark, in parts of the diameter, each [`DISTANCE_UNITS`]th rounded down; none
    /// where the landmark is empty.
    pub fn distance(&self, scores: &[i64], to: Landmark) -> Option<u64> {
        let points = match to {
            Landmark::Frontier => &self.frontier,
            Landmark::Nash => &self.nash,
            Landmark::Kalai => &self.kalai,
        };
        let square = |point: &Vec<i64>| -> i128 {
            let pairs = point.iter().zip(scores).zip(&self.factors);
            let apart = pairs.map(|((a, b), factor)| (i128::from(*a) - i128::from(*b)) * factor);
            apart.map(|apart| apart * apart).sum()
        };
        let nearest = points.iter().map(square).min()?;
        let units = BigUint::from(DISTANCE_UNITS);
        let fine = BigUint::from(nearest.unsigned_abs()) * &units * &units / &self.diameter;
        u64::try_from(fine.sqrt()).ok()
    }
}

/// Factors that bring all sides to one scale, and the squared diameter there. Scores may stand as far outside of
/// their range as it is wide, twice, and squares still fit.
fn measure(scales: &[SideScale]) -> Result<(Vec<i128>, BigUint), NoLandmarks> {
    let one = scales.iter().try_fold(1_i128, |all, scale| {
        let scale = i128::from(scale.scale);
        (all / gcd(all, scale)).checked_mul(scale)
    });
    let one = one.ok_or(NoLandmarks::TooFine)?;
    let factors: Vec<i128> = scales.iter().map(|s| one / i128::from(s.scale)).collect();
    let mut diameter = BigInt::from(0);
    for (scale, factor) in scales.iter().zip(&factors) {
        let reach = [scale.best, scale.worst, scale.without].map(i128::from);
        let most = reach.iter().map(|score| score.abs()).max().unwrap_or(0);
        let squared = most
            .checked_mul(2)
            .and_then(|far| far.checked_mul(*factor))
            .and_then(|far| far.checked_mul(far));
        let fits = squared.is_some_and(|far| far <= i128::MAX / i128::from(u8::MAX));
        if !fits || scales.len() > usize::from(u8::MAX) {
            return Err(NoLandmarks::TooFine);
        }
        let across = BigInt::from((reach[0] - reach[1]) * factor);
        diameter += &across * &across;
    }
    let diameter = diameter.magnitude().clone();
    if diameter == BigUint::ZERO {
        return Err(NoLandmarks::NoDiameter);
    }
    Ok((factors, diameter))
}

fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}
