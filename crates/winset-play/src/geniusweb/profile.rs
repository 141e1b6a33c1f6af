//! A party's own profile, as a `LinearAdditiveUtilitySpace`: for each point a weight, and for each option what
//! it is worth from 0 to 1.

use winset_model::case::Case;
use winset_model::document::Node;
use winset_model::options::PartyId;

use super::WebBid;
use super::decimal::{ONE, decimal, share};
use super::written::{line, list, object, of_class};
use crate::own::OwnSide;
use crate::space::OutcomeSpace;

/// A profile that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebProfile {
    /// The JSON.
    pub json: String,
    /// Whether every number in it is exact. Else some are rounded down after 20 digits, and the weights
    /// still sum to exactly 1.
    pub exact: bool,
}

/// Why a party's side has no such profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProfileFault {
    /// It has no scores.
    #[error("write a profile for {0}, who has no scores; add them to the case")]
    NoScores(String),
    /// It has terms across points.
    #[error(
        "write a profile for {party}: a LinearAdditiveUtilitySpace adds up points one by one, and {party} has \
         {count} bonuses across points; seat a built-in strategy there, or leave the bonuses out"
    )]
    Bonuses {
        /// Who.
        party: String,
        /// How many.
        count: usize,
    },
    /// No package is worth what it has without a deal.
    #[error(
        "write a profile for {0}: no package is worth what {0} has without a deal, so that no bid can stand for it"
    )]
    NothingWorth(String),
}

/// The profile of a party. What a package is worth in it is the party's score, from 0 for the worst package to
/// 1 for the best; the reservation bid is the worst package that is worth at least what the party has without
/// a deal, so that the packages worth at least that bid are those worth at least no deal.
///
/// `own` must be the side of that party in that case.
///
/// # Errors
/// The party has no scores, or terms across points, or no package is worth what it has without a deal.
pub fn web_profile(
    case: &Case,
    space: &OutcomeSpace,
    party: PartyId,
    own: &OwnSide,
) -> Result<WebProfile, ProfileFault> {
    let of = &case.parties[party.index()];
    let sheet = of.sheet.open();
    let scores = sheet.scores.as_ref();
    let scores = scores.ok_or_else(|| ProfileFault::NoScores(of.name.clone()))?;
    if !scores.bonuses.is_empty() {
        return Err(ProfileFault::Bonuses {
            party: of.name.clone(),
            count: scores.bonuses.len(),
        });
    }
    let reserved = match own.no_deal() {
        None => None,
        Some(level) => {
            let worst = own.ranking().worst_at_least(level);
            Some(worst.ok_or_else(|| ProfileFault::NothingWorth(of.name.clone()))?)
        }
    };
    let shares = Shares::of(&scores.by_option);
    let points = || case.points.iter().zip(&shares.points);
    let number = |units: i128| Node::of_number(&decimal(units));
    let utilities = points().map(|(point, shares)| {
        let options = point.options.iter().zip(&shares.options);
        let options = options.map(|(option, units)| (option.id.as_str(), number(*units)));
        let values = object([("valueUtilities", object(options))]);
        (
            point.id.as_str(),
            of_class("DiscreteValueSetUtilities", values),
        )
    });
    let weights = points().map(|(point, shares)| (point.id.as_str(), number(shares.weight)));
    let fields = [
        ("issueUtilities", object(utilities)),
        ("issueWeights", object(weights)),
        ("domain", domain(case)),
        ("name", Node::of_text(&of.id)),
    ];
    let reserved = reserved.map(|outcome| {
        let bid = WebBid::of(case, space, outcome);
        ("reservationBid", bid.form())
    });
    let space = object(fields.into_iter().chain(reserved));
    Ok(WebProfile {
        json: line(&of_class("LinearAdditiveUtilitySpace", space)),
        exact: shares.exact,
    })
}

fn domain(case: &Case) -> Node {
    let issues = case.points.iter().map(|point| {
        let values = list(&point.options, |option| Node::of_text(&option.id));
        (point.id.as_str(), object([("values", values)]))
    });
    object([
        ("name", Node::of_text(&case.id)),
        ("issuesValues", object(issues)),
    ])
}

/// The numbers of a profile, in units of the last digit.
struct Shares {
    points: Vec<PointShares>,
    exact: bool,
}

struct PointShares {
    weight: i128,
    options: Vec<i128>,
}

impl Shares {
    /// Of scores that are not negative after the least of each point is taken off: the weight of a point is
    /// its part of the most that there is to gain.
    fn of(rows: &[Vec<i64>]) -> Self {
        let bounds = rows.iter().map(|row| {
            let (least, most) = (row.iter().min(), row.iter().max());
            (least.copied().unwrap_or(0), most.copied().unwrap_or(0))
        });
        let bounds: Vec<(i64, i64)> = bounds.collect();
        let gain: i64 = bounds.iter().map(|(least, most)| most - least).sum();
        let mut exact = true;
        let mut units = |part: i64, whole: i64| {
            // Where nothing is to gain, every option is the best.
            let (units, is_exact) = if whole == 0 {
                (ONE, true)
            } else {
                share(part, whole)
            };
            exact &= is_exact;
            units
        };
        let mut points: Vec<PointShares> = rows
            .iter()
            .zip(&bounds)
            .map(|(row, (least, most))| PointShares {
                weight: if gain == 0 {
                    0
                } else {
                    units(most - least, gain)
                },
                options: row
                    .iter()
                    .map(|score| units(score - least, most - least))
                    .collect(),
            })
            .collect();
        // What was rounded away goes to the point that weighs most.
        let rest = ONE - points.iter().map(|point| point.weight).sum::<i128>();
        if let Some(first) = points.iter_mut().max_by_key(|point| point.weight) {
            first.weight += rest;
        }
        Self { points, exact }
    }
}
