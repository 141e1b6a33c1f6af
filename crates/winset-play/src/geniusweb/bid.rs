//! Bids: the option of each point, by their identifiers.

use winset_model::case::Case;
use winset_model::document::Node;

use super::fault::Wrong;
use super::place::{Place, quoted};
use super::written::object;
use crate::space::{Outcome, OutcomeSpace};

/// A point and its option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueValue {
    /// The point.
    pub issue: String,
    /// The option.
    pub value: String,
}

/// A bid, its points in the order in which they stand; each point once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WebBid {
    /// What it settles, and how.
    pub values: Vec<IssueValue>,
}

/// Why a bid is no package.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BidFault {
    /// The case has no such point.
    #[error("take a bid as a package: no point is called {}; the points are {known}", quoted(.point))]
    UnknownPoint {
        /// What it names.
        point: String,
        /// What there is.
        known: String,
    },
    /// The point has no such option.
    #[error("take a bid as a package: point '{point}' has no option {}; its options are {known}", quoted(.option))]
    UnknownOption {
        /// The point.
        point: String,
        /// What it names.
        option: String,
        /// What there is.
        known: String,
    },
    /// It settles a point twice.
    #[error("take a bid as a package: point '{0}' is settled twice")]
    Twice(String),
    /// It leaves points open.
    #[error("take a bid as a package: it leaves open {0}; a bid names an option for each point")]
    Missing(String),
}

/// Most names that a fault lists.
const NAMES_MAX: usize = 12;

impl WebBid {
    /// The bid of a package.
    pub fn of(case: &Case, space: &OutcomeSpace, outcome: Outcome) -> Self {
        let points = case.points.iter().enumerate();
        let values = points.map(|(place, point)| IssueValue {
            issue: point.id.clone(),
            value: point.options[space.option(outcome, place)].id.clone(),
        });
        Self {
            values: values.collect(),
        }
    }

    /// The package that it is.
    ///
    /// # Errors
    /// It names what the case does not have, a point twice, or not every point.
    pub fn outcome(&self, case: &Case, space: &OutcomeSpace) -> Result<Outcome, BidFault> {
        let mut chosen: Vec<Option<usize>> = vec![None; case.points.len()];
        for IssueValue { issue, value } in &self.values {
            let place = case.points.iter().position(|point| point.id == *issue);
            let place = place.ok_or_else(|| BidFault::UnknownPoint {
                point: issue.clone(),
                known: listed(case.points.iter().map(|point| point.id.as_str())),
            })?;
            let options = &case.points[place].options;
            let option = options.iter().position(|option| option.id == *value);
            let option = option.ok_or_else(|| BidFault::UnknownOption {
                point: issue.clone(),
                option: value.clone(),
                known: listed(options.iter().map(|option| option.id.as_str())),
            })?;
            if chosen[place].replace(option).is_some() {
                return Err(BidFault::Twice(issue.clone()));
            }
        }
        let open = case.points.iter().zip(&chosen);
        let open = open.filter(|(_, option)| option.is_none());
        let open: Vec<&str> = open.map(|(point, _)| point.id.as_str()).collect();
        if !open.is_empty() {
            return Err(BidFault::Missing(listed(open.into_iter())));
        }
        Ok(space.outcome(chosen.into_iter().flatten()))
    }

    /// Whether it settles the same points in the same way, in whatever order.
    pub(super) fn settles_as(&self, other: &Self) -> bool {
        self.values.len() == other.values.len()
            && self.values.iter().all(|value| other.values.contains(value))
    }

    pub(super) fn read(place: &Place<'_>) -> Result<Self, Wrong> {
        let fields = place.fields(&["issuevalues"], &[])?;
        let what = "an object of points and their options";
        let values: Result<Vec<IssueValue>, Wrong> = fields
            .at("issuevalues")
            .entries(what)?
            .into_iter()
            .map(|(issue, value)| {
                Ok(IssueValue {
                    issue: issue.to_owned(),
                    value: value.text("the id of an option")?.to_owned(),
                })
            })
            .collect();
        Ok(Self { values: values? })
    }

    pub(super) fn form(&self) -> Node {
        let values = self.values.iter();
        let values = values.map(|value| (value.issue.as_str(), Node::of_text(&value.value)));
        object([("issuevalues", object(values))])
    }
}

/// Names in quotes, the first few of many.
fn listed<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> String {
    let more = names.len().saturating_sub(NAMES_MAX);
    let mut shown: Vec<String> = names.take(NAMES_MAX).map(quoted).collect();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    shown.join(", ")
}
