//! The form of the cheapest opening beside a verdict.

use schemars::JsonSchema;
use serde::Serialize;
use winset::check::Cheapest;
use winset::model::case::Case;

use super::answer::{OverlapForm, overlap};
use super::settlements::SettlementsForm;
use super::values::{Keyed, Number};
use crate::beyond::Beyond;
use crate::standing::{self, Standing};

/// An opening.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct OpeningBrief {
    /// The sum of all parties' costs, which are estimates on scales of their own.
    cost: Number,
    /// Lines that move, and the steps that they move to.
    steps: Keyed<Number>,
    /// Links that are given up.
    dropped: Vec<String>,
    /// What it costs each party that bears something, by its own estimate.
    by_owner: Keyed<Number>,
    /// The overlap that results, of the first opening; null for others, and where nothing has to be
    /// given up: it is the overlap of the answer.
    overlap: Option<OverlapForm>,
    /// Settlements in it.
    settlements: Option<SettlementsForm>,
}

impl OpeningBrief {
    /// The cheapest openings: all that are equally cheap.
    pub(super) fn list(case: &Case, beyond: &Beyond) -> Vec<Self> {
        let list = beyond.openings.list.iter().enumerate();
        list.map(|(place, found)| {
            let mut form = Self::new(case, found);
            if place == 0
                && let Some(Standing::Overlap(left)) =
                    beyond.opened.as_ref().map(standing::declared)
            {
                form.overlap = Some(overlap(case, left));
                let found = beyond.settlements.as_ref();
                form.settlements = found.map(|s| SettlementsForm::new(case, &beyond.terms, s));
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
            settlements: None,
        }
    }
}
