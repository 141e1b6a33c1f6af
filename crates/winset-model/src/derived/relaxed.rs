//! Which demands to give up: a case with a choice for each of them, and what the choices cost.

use std::collections::BTreeSet;

use super::draft::{DerivedDraft, TooLarge};
use crate::case::{Case, DemandId, Link, LinkRule, Scores};
use crate::condition::Condition;
use crate::options::{OptionId, OptionSet, Package, PartyId, PointId};
use crate::positions::Positions;

/// Which demands may move in a question about concessions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConcessionTerms {
    /// Only demands of this party move; everybody's when `None`.
    pub only_party: Option<PartyId>,
    /// Demands that stay as they are.
    pub keep: BTreeSet<DemandId>,
    /// Whether vote rules may be set aside. They carry no estimate of cost: setting one aside
    /// counts as 0.
    pub votes: Movable,
}

/// Whether a kind of demand may be given up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Movable {
    /// It stays.
    #[default]
    Never,
    /// It may be given up.
    Allowed,
}

/// Steps taken and demands dropped, beyond the positions that were asked about.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Concession {
    /// Lines that move, and the step that each moves to; in order.
    pub steps: Vec<(usize, usize)>,
    /// Links and vote rules that are given up.
    pub dropped: BTreeSet<DemandId>,
}

impl Concession {
    /// How many demands move.
    pub fn len(&self) -> usize {
        self.steps.len() + self.dropped.len()
    }

    /// Whether nothing moves.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The positions after the concession.
    #[must_use]
    pub fn applied(&self, positions: &Positions) -> Positions {
        let mut moved = positions.clone();
        for (line, step) in &self.steps {
            moved.steps[*line] = *step;
        }
        moved.dropped.extend(self.dropped.iter().copied());
        moved
    }

    /// Whether this gives up all that the other does, or more.
    pub fn covers(&self, other: &Self) -> bool {
        let step = |line: usize| self.steps.iter().find(|(l, _)| *l == line).map(|(_, s)| *s);
        let steps = other.steps.iter().all(|(l, s)| step(*l) >= Some(*s));
        steps && other.dropped.is_subset(&self.dropped)
    }

    /// What it costs each party, in the parties' order, by the parties' own estimates. A vote rule
    /// costs nothing.
    pub fn costs(&self, case: &Case, positions: &Positions) -> Vec<u64> {
        let mut costs = vec![0; case.parties.len()];
        for (line, step) in &self.steps {
            let drawn = &case.lines[*line];
            let ladder = drawn.ladder.open();
            let from = ladder[positions.steps[*line]].cost;
            costs[drawn.owner.index()] += ladder[*step].cost.saturating_sub(from);
        }
        for demand in &self.dropped {
            if let DemandId::Link(l) = demand
                && let Some(owner) = case.links[*l].owner
            {
                costs[owner.index()] += cost_of_dropping(&case.links[*l]);
            }
        }
        costs
    }
}

/// A question about concessions, restated: every link and vote rule that may go has a choice of
/// its own, every line that may move stands at its last step, and what is given up is scored.
///
/// An acceptable package of the derived case is a package of the case with the choices of what to
/// drop; the party [`total`](Self::total) scores minus what that costs.
#[derive(Debug, Clone)]
pub struct Relaxed {
    /// The derived case.
    pub case: Case,
    /// The positions to ask about in it: those that were asked about, with lines that may move at
    /// their last step.
    pub positions: Positions,
    /// For each party of the case that has demands which may move, the party of the derived case
    /// that scores minus their cost.
    pub costs: Vec<Option<PartyId>>,
    /// The party of the derived case that scores minus the sum of all costs. A sum of whole numbers
    /// and nothing beside it: a bound of 89.3 already says 90.
    pub total: PartyId,
    /// The lines that may move, and the steps that they stand on.
    lines: Vec<(usize, usize)>,
    /// The demands that may go, and the points of the derived case that say so.
    choices: Vec<(DemandId, PointId)>,
    ladders: Vec<(PointId, Vec<OptionSet>)>,
    points: usize,
}

const KEEP: OptionId = OptionId(0);
const DROP: OptionId = OptionId(1);

/// What dropping a link costs its owner.
fn cost_of_dropping(link: &Link) -> u64 {
    link.relax_cost
        .expect("a link that can be dropped is no law, and says what that costs")
}

impl Relaxed {
    /// Restates the question of what to give up, under the terms.
    ///
    /// # Errors
    /// When the costs are too large to be scored.
    pub fn new(
        case: &Case,
        positions: &Positions,
        terms: &ConcessionTerms,
    ) -> Result<Self, TooLarge> {
        let mut draft = DerivedDraft::of(case);
        let mut asked = positions.clone();
        let stays = |demand: DemandId, owner: Option<PartyId>| {
            case.is_law(demand)
                || positions.dropped.contains(&demand)
                || terms.keep.contains(&demand)
                || terms.only_party.is_some_and(|p| owner != Some(p))
        };
        let mut lines = Vec::new();
        for (l, line) in case.lines.iter().enumerate() {
            let (from, last) = (positions.steps[l], line.ladder.open().len() - 1);
            if from < last && !stays(DemandId::Line(l), Some(line.owner)) {
                asked.steps[l] = last;
                lines.push((l, from));
            }
        }
        let mut choices = Vec::new();
        for (l, link) in case.links.iter().enumerate() {
            if stays(DemandId::Link(l), link.owner) {
                continue;
            }
            let id = format!("drop/{}", link.id);
            let title = format!("Whether {} is kept", link.id);
            let point = draft.add_choice(&id, &title, ["keep", "drop"]);
            let dropped = Condition::holds(point, OptionSet::only(DROP));
            let kept = as_condition(link.rule.open());
            draft.replace_link(l, Condition::any(vec![dropped, kept]));
            choices.push((DemandId::Link(l), point));
        }
        for (b, body) in case.bodies.iter().enumerate() {
            for r in 0..body.rules.len() {
                let demand = DemandId::Vote(b, r);
                if terms.votes == Movable::Never || stays(demand, Some(body.party)) {
                    continue;
                }
                let id = format!("drop/{}", body.rules[r].id);
                let title = format!("Whether {} is kept", body.rules[r].id);
                let point = draft.add_choice(&id, &title, ["keep", "drop"]);
                let kept = Condition::holds(point, OptionSet::only(KEEP));
                let rule = draft.vote_rule(b, r);
                rule.when = Condition::all(vec![rule.when.clone(), kept]);
                choices.push((demand, point));
            }
        }
        let mut relaxed = Self {
            case: case.clone(),
            positions: asked,
            costs: vec![None; case.parties.len()],
            total: PartyId(0),
            ladders: lines
                .iter()
                .map(|(l, _)| {
                    let line = &case.lines[*l];
                    let sets = line.ladder.open().iter().map(|s| s.accept.clone());
                    (line.point, sets.collect())
                })
                .collect(),
            lines,
            choices,
            points: case.points.len(),
        };
        relaxed.score(case, draft)?;
        Ok(relaxed)
    }

    /// Adds the parties that score what is given up.
    fn score(&mut self, case: &Case, mut draft: DerivedDraft) -> Result<(), TooLarge> {
        let blank = |draft: &DerivedDraft| Scores {
            by_option: draft
                .case()
                .points
                .iter()
                .map(|p| vec![0; p.options.len()])
                .collect(),
            bonuses: Vec::new(),
        };
        let mut total = blank(&draft);
        for p in 0..case.parties.len() {
            let party = PartyId::at(p);
            let mut costs = blank(&draft);
            let mut moves = false;
            for (l, from) in self
                .lines
                .iter()
                .filter(|(l, _)| case.lines[*l].owner == party)
            {
                moves = true;
                let line = &case.lines[*l];
                let ladder = line.ladder.open();
                for option in 0..case.points[line.point.index()].options.len() {
                    let Some(step) = least_step(ladder.iter().map(|s| &s.accept), *from, option)
                    else {
                        continue;
                    };
                    let cost = cost(ladder[step].cost.saturating_sub(ladder[*from].cost))?;
                    let point = line.point.index();
                    take(&mut costs, point, option, cost)?;
                    take(&mut total, point, option, cost)?;
                }
            }
            for (demand, point) in &self.choices {
                let (owner, price) = match demand {
                    DemandId::Link(l) => (case.links[*l].owner, cost_of_dropping(&case.links[*l])),
                    DemandId::Vote(b, _) => (Some(case.bodies[*b].party), 0),
                    DemandId::Line(_) => unreachable!("lines move by steps, not by choices"),
                };
                if owner == Some(party) {
                    moves = true;
                    let cost = cost(price)?;
                    take(&mut costs, point.index(), DROP.index(), cost)?;
                    take(&mut total, point.index(), DROP.index(), cost)?;
                }
            }
            if moves {
                let id = format!("cost/{}", case.parties[p].id);
                let name = format!("Costs of {}", case.parties[p].name);
                self.costs[p] = Some(draft.add_party(&id, &name, costs)?);
            }
        }
        self.total = draft.add_party("cost", "Costs of all", total)?;
        self.positions
            .floors
            .resize(draft.case().parties.len(), None);
        self.case = draft.finish();
        Ok(())
    }

    /// What a package of the derived case gives up: the least step of each line that accepts it,
    /// and the choices.
    pub fn concession(&self, package: &Package) -> Concession {
        let mut concession = Concession::default();
        for ((line, from), (point, sets)) in self.lines.iter().zip(&self.ladders) {
            let option = package.on(*point).index();
            match least_step(sets.iter(), *from, option) {
                Some(step) if step > *from => concession.steps.push((*line, step)),
                _ => {}
            }
        }
        let gone = self.choices.iter().filter(|(_, p)| package.on(*p) == DROP);
        concession.dropped = gone.map(|(demand, _)| *demand).collect();
        concession
    }

    /// Positions in the derived case that allow only packages which give up no more than this.
    pub fn giving_up_at_most(&self, positions: &Positions, concession: &Concession) -> Positions {
        let mut inside = positions.clone();
        for ((line, from), (point, sets)) in self.lines.iter().zip(&self.ladders) {
            let taken = concession.steps.iter().find(|(l, _)| l == line);
            let step = taken.map_or(*from, |(_, step)| *step);
            inside = inside.with_only(*point, sets[step].clone());
        }
        for (demand, point) in &self.choices {
            if !concession.dropped.contains(demand) {
                inside = inside.with_only(*point, OptionSet::only(KEEP));
            }
        }
        inside
    }

    /// The package of the case inside a package of the derived case.
    pub fn package(&self, package: &Package) -> Package {
        Package(package.0[..self.points].to_vec())
    }

    /// The condition, on packages of the derived case, that they do not give up all that this
    /// concession does. It holds for every package where the concession names a demand that cannot
    /// move, or a step that is not ahead.
    pub fn less_than(&self, concession: &Concession) -> Condition {
        let step_before = |(line, step): &(usize, usize)| {
            let place = self.lines.iter().position(|(l, _)| l == line)?;
            let (point, sets) = &self.ladders[place];
            let before = step.checked_sub(1).filter(|b| *b >= self.lines[place].1)?;
            (*step < sets.len()).then(|| Condition::holds(*point, sets[before].clone()))
        };
        let kept = |demand: &DemandId| {
            let (_, point) = self.choices.iter().find(|(d, _)| d == demand)?;
            Some(Condition::holds(*point, OptionSet::only(KEEP)))
        };
        let steps = concession.steps.iter().map(step_before);
        let less: Option<Vec<Condition>> =
            steps.chain(concession.dropped.iter().map(kept)).collect();
        less.map_or_else(Condition::always, Condition::any)
    }

    /// The same question about what none of these concessions is part of: for each of them a law
    /// that says [`less_than`](Self::less_than) it.
    #[must_use]
    pub fn beyond<'c>(&self, concessions: impl IntoIterator<Item = &'c Concession>) -> Self {
        let mut draft = DerivedDraft::of(&self.case);
        for (number, concession) in (1..).zip(concessions) {
            let id = format!("not-all-of-{number}");
            draft.add_law(&id, self.less_than(concession));
        }
        Self {
            case: draft.finish(),
            ..self.clone()
        }
    }

    /// The same question with one more law on packages of the derived case.
    #[must_use]
    pub fn with_law(&self, id: &str, condition: Condition) -> Self {
        let mut draft = DerivedDraft::of(&self.case);
        draft.add_law(id, condition);
        Self {
            case: draft.finish(),
            ..self.clone()
        }
    }
}

/// A link's rule as one condition.
fn as_condition(rule: &LinkRule) -> Condition {
    match rule {
        LinkRule::IfThen { when, then } => {
            Condition::any(vec![when.clone().negated(), then.clone()])
        }
        LinkRule::Require(condition) => condition.clone(),
        LinkRule::Exclude(members) => Condition::at_least(2, members.clone()).negated(),
    }
}

/// The least step from `from` on that accepts an option.
fn least_step<'a>(
    sets: impl Iterator<Item = &'a OptionSet>,
    from: usize,
    option: usize,
) -> Option<usize> {
    let mut steps = sets.enumerate().skip(from);
    steps
        .find(|(_, set)| set.contains(OptionId::at(option)))
        .map(|(step, _)| step)
}

fn cost(cost: u64) -> Result<i64, TooLarge> {
    i64::try_from(cost).map_err(|_| TooLarge)
}

fn take(scores: &mut Scores, point: usize, option: usize, cost: i64) -> Result<(), TooLarge> {
    let score = &mut scores.by_option[point][option];
    *score = score.checked_sub(cost).ok_or(TooLarge)?;
    Ok(())
}
