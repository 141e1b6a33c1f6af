//! The form of the cheapest opening beside a verdict.

use num_bigint::BigUint;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_check::Cheapest;
use winset_model::case::Case;
use winset_solve::Overlap;

use super::answer::{OverlapForm, overlap};
use super::as_text::AsText;
use super::number::Number;
use super::settlements::{SettlementsForm, settlements};
use super::values::{Keyed, present};
use crate::ask::{OverlapSettlements, VerdictSummary};
use winset_told::standing;

/// An opening.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpeningBriefForm {
    /// The sum of all parties' costs, which are estimates on scales of their own.
    pub cost: Number,
    /// Lines that move, and the steps that they move to.
    pub steps: Keyed<Number>,
    /// Links that are given up.
    pub dropped: Vec<String>,
    /// What it costs each party that bears something, by its own estimate.
    pub by_owner: Keyed<Number>,
    /// The overlap that results, of the first opening; null for others, where it was not found in
    /// the work spent on it, and where nothing has to be given up: it is the overlap of the answer.
    #[serde(deserialize_with = "present")]
    pub overlap: Option<OpenedForm>,
}

/// The overlap that an opening leaves.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenedForm {
    /// How many packages are acceptable; null when they were not counted to the end.
    #[serde(deserialize_with = "present")]
    pub packages: Option<AsText<BigUint>>,
    /// Points that all of them settle on the same option, and that option; null when not finished.
    #[serde(deserialize_with = "present")]
    pub fixed: Option<Keyed<String>>,
    /// Points that they settle differently, and the options that occur; null when not finished.
    #[serde(deserialize_with = "present")]
    pub open: Option<Keyed<Vec<String>>>,
    /// For each party the most that it can get within the overlap; parties without preferences are
    /// left out, and so is a value that was not proven in time.
    pub best: Keyed<Number>,
    /// One acceptable package: an option for every point.
    pub witness: Keyed<String>,
    /// Settlements in this overlap; null when they were not asked for.
    #[serde(deserialize_with = "present")]
    pub settlements: Option<SettlementsForm>,
}

impl OpenedForm {
    pub(super) fn new(case: &Case, found: &Overlap, settled: Option<&OverlapSettlements>) -> Self {
        let OverlapForm {
            packages,
            fixed,
            open,
            best,
            witness,
        } = overlap(case, found);
        Self {
            packages,
            fixed,
            open,
            best,
            witness,
            settlements: settled.map(|settled| settlements(case, settled)),
        }
    }
}

impl OpeningBriefForm {
    /// The cheapest openings: all that are equally cheap.
    pub(super) fn list(case: &Case, summary: &VerdictSummary) -> Vec<Self> {
        let list = summary.openings.list.iter().enumerate();
        list.map(|(place, found)| {
            let mut form = Self::new(case, found);
            if place == 0
                && let Some(left) = summary.opened.as_ref().and_then(standing::overlap)
            {
                form.overlap = Some(OpenedForm::new(case, left, summary.settled.as_ref()));
            }
            form
        })
        .collect()
    }

    fn new(case: &Case, found: &Cheapest) -> Self {
        let opening = found.opening();
        let concession = opening.concession();
        let steps = concession.steps.iter().map(|(line, step)| {
            let step = i128::try_from(*step).unwrap_or(i128::MAX);
            (case.lines[*line].id.clone(), Number::whole(step))
        });
        let dropped = concession.dropped.iter();
        let owners = case.parties.iter().zip(opening.costs());
        let owners = owners.filter(|(_, cost)| **cost > 0);
        Self {
            cost: Number::whole(opening.cost()),
            steps: Keyed(steps.collect()),
            dropped: dropped.map(|d| case.demand_name(*d).to_owned()).collect(),
            by_owner: Keyed(
                owners
                    .map(|(party, cost)| (party.id.clone(), Number::whole(*cost)))
                    .collect(),
            ),
            overlap: None,
        }
    }
}
