//! What a frontier looks at: the parties whose scores are compared, and those that only have floors.

use winset_model::case::{Case, DemandId};
use winset_model::options::{OptionSet, PartyId};
use winset_model::positions::Positions;

use crate::problem::{Bonus, Problem, Worth, by_slot};

/// A party whose score is followed.
#[derive(Debug)]
pub(super) struct Axis {
    /// Its scores by slot.
    pub(super) scores: Vec<i64>,
    /// What a package must give it; `None`: anything will do.
    pub(super) need: Option<i64>,
    pub(super) bonuses: Vec<Bonus>,
}

impl Axis {
    pub(super) fn worth(&self) -> Worth<'_> {
        Worth {
            scores: &self.scores,
            bonuses: &self.bonuses,
        }
    }
}

/// The axes, and after them the other parties with floors that not every package reaches.
pub(super) fn axes(
    case: &Case,
    positions: &Positions,
    problem: &Problem,
    parties: &[PartyId],
) -> Vec<Axis> {
    let floored = problem.floors.iter().map(|floor| floor.party);
    let others = floored.filter(|party| !parties.contains(party));
    let axis = |party: PartyId| {
        let scores = case.parties[party.index()].sheet.open().scores.as_ref();
        let (values, bonuses) = by_slot(scores, problem.slot_count());
        Axis {
            scores: values,
            need: positions.floors[party.index()],
            bonuses,
        }
    };
    parties.iter().copied().chain(others).map(axis).collect()
}

/// For each point the options that the positions and standing lines allow: no more than the check of
/// the stages knows.
pub(super) fn allowed(case: &Case, positions: &Positions, problem: &Problem) -> Vec<OptionSet> {
    let mut allowed = problem.root.clone();
    for (place, line) in case.lines.iter().enumerate() {
        if !positions.dropped.contains(&DemandId::Line(place)) {
            let step = &line.ladder.open()[positions.steps[place]];
            let point = line.point.index();
            allowed[point] = allowed[point].and(&step.accept);
        }
    }
    allowed
}
