//! What a frontier looks at: the parties whose scores are compared, and those that only have floors.

use winset_model::case::{Case, DemandId};
use winset_model::options::{OptionSet, PartyId};
use winset_model::positions::Positions;

use crate::problem::{Bonus, Problem};

/// A party whose score is followed.
#[derive(Debug)]
pub(super) struct Axis {
    /// Its scores by slot.
    pub(super) scores: Vec<i64>,
    /// What a package must give it; `None`: anything will do.
    pub(super) need: Option<i64>,
    pub(super) bonuses: Vec<Bonus>,
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
        let bonuses = scores.map_or(&[][..], |scores| &scores.bonuses);
        let terms = bonuses.iter().map(|bonus| Bonus {
            when: bonus
                .when
                .iter()
                .map(|(p, set)| (p.index(), *set))
                .collect(),
            score: bonus.score,
        });
        let by_option = scores.map_or(&[][..], |scores| &scores.by_option);
        let mut by_slot: Vec<i64> = by_option.iter().flatten().copied().collect();
        by_slot.resize(problem.slot_count(), 0);
        Axis {
            scores: by_slot,
            need: positions.floors[party.index()],
            bonuses: terms.collect(),
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

/// For each axis the least and the most that points to come, and terms that reach beyond the ones
/// settled, can still give.
pub(super) fn rest(
    axes: &[Axis],
    problem: &Problem,
    domains: &[OptionSet],
    to_come: &[bool],
) -> Vec<(i64, i64)> {
    let of_axis = |axis: &Axis| {
        let (mut least, mut most) = (0, 0);
        for (point, domain) in domains.iter().enumerate().filter(|(p, _)| to_come[*p]) {
            let first = problem.slots[point];
            let scores = || domain.iter().map(|o| axis.scores[first + o.index()]);
            least += scores().min().unwrap_or(0);
            most += scores().max().unwrap_or(0);
        }
        for bonus in axis
            .bonuses
            .iter()
            .filter(|b| b.when.iter().any(|(p, _)| to_come[*p]))
        {
            least += bonus.score.min(0);
            most += bonus.score.max(0);
        }
        (least, most)
    };
    axes.iter().map(of_axis).collect()
}
