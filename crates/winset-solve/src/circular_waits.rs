//! Conditions that wait for each other: "this only if that" against "that only if this".

use std::collections::BTreeMap;

use winset_model::answer::{Answer, StopReason};
use winset_model::case::{Case, DemandId, LinkRule};
use winset_model::condition::{Condition, Term};
use winset_model::derived::DerivedDraft;
use winset_model::options::{OptionSet, PointId};
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::search::overlap;
use crate::survey::left_by_rules;

/// Most links of a loop.
const LINKS_MAX: usize = 6;
/// Steps between two looks at the caller's clock.
const STEPS_BETWEEN_LOOKS: u64 = 1_024;

/// The loops of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CircularWaits {
    /// The loops: the shortest first, then by their links.
    pub list: Vec<CircularWait>,
    /// Links that say "if" and "then" but hold `not` or `at_least`: they were left out.
    pub left_out: Vec<usize>,
    /// Why there may be more; `None` when the list is complete.
    pub stopped: Option<StopReason>,
}

/// Links each of which asks for what triggers the next, and the last for what triggers the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CircularWait {
    /// The links by their places, the least of them first.
    pub links: Vec<usize>,
    /// For each link what its owner gives in an exchange: a point, and the options that trigger the
    /// link and meet what the one before it asks for. Options that laws and declared lines on these
    /// points refuse are left out as long as others stay.
    pub gives: Vec<(PointId, OptionSet)>,
    /// Whether all conditions of the loop can hold at once under the laws alone; `None` when that
    /// was not decided.
    pub under_laws: Option<bool>,
    /// The same within the declared lines on the points of the loop.
    pub within_lines: Option<bool>,
}

/// The two sides of a link, each as the options that it mentions on each point.
struct Sides {
    place: usize,
    when: BTreeMap<PointId, OptionSet>,
    then: BTreeMap<PointId, OptionSet>,
}

/// Finds the loops of up to six links that are not all of one owner, each once: simple cycles of
/// "what this link asks for can trigger that one". Only conditions count that are sets of options
/// joined by `all` and `any`. With `loops_max` the first so many.
///
/// Whether the exchange that ends a loop is possible is asked of [`overlap`], with all conditions of
/// the loop as laws and no floors. The number of loops can grow with the sixth power of the number
/// of links; the budget stops it.
pub fn circular_waits(case: &Case, loops_max: Option<usize>, budget: &Budget<'_>) -> CircularWaits {
    let mut sides = Vec::new();
    let mut left_out = Vec::new();
    for (place, link) in case.links.iter().enumerate() {
        let LinkRule::IfThen { when, then } = link.rule.open() else {
            continue;
        };
        match (mentioned(when), mentioned(then)) {
            (Some(when), Some(then)) => sides.push(Sides { place, when, then }),
            _ => left_out.push(place),
        }
    }
    let mut hunt = Hunt {
        case,
        next: waits(&sides),
        sides,
        loops_max,
        budget,
        steps: 0,
        found: Vec::new(),
    };
    let mut stopped = None;
    for length in 2..=LINKS_MAX {
        stopped = stopped.or_else(|| hunt.of_length(length).err());
    }
    let list = hunt
        .found
        .iter()
        .map(|cycle| exchange(&hunt, cycle))
        .collect();
    CircularWaits {
        list,
        left_out,
        stopped,
    }
}

/// The options that a condition mentions on each point; `None` when it is not made of sets of
/// options joined by `all` and `any`.
fn mentioned(condition: &Condition) -> Option<BTreeMap<PointId, OptionSet>> {
    let mut sets: BTreeMap<PointId, OptionSet> = BTreeMap::new();
    for term in condition.terms() {
        match term {
            Term::Holds { point, options } => {
                let set = sets.entry(*point).or_default();
                *set = set.or(options);
            }
            Term::All { .. } | Term::Any { .. } => {}
            Term::AtLeast { .. } | Term::Not => return None,
        }
    }
    Some(sets)
}

/// For each link those that what it asks for can trigger.
fn waits(sides: &[Sides]) -> Vec<Vec<usize>> {
    let next = |from: &Sides| {
        let triggers = |to: &&usize| shared(from, &sides[**to]).is_some();
        (0..sides.len())
            .collect::<Vec<_>>()
            .iter()
            .filter(triggers)
            .copied()
            .collect()
    };
    sides.iter().map(next).collect()
}

/// The first point on which what a link asks for can trigger another, and the options that do.
fn shared(from: &Sides, to: &Sides) -> Option<(PointId, OptionSet)> {
    let mut shared = from.then.iter().filter_map(|(point, asked)| {
        let both = to.when.get(point)?.and(asked);
        (!both.is_empty()).then_some((*point, both))
    });
    shared.next()
}

struct Hunt<'a> {
    case: &'a Case,
    sides: Vec<Sides>,
    next: Vec<Vec<usize>>,
    loops_max: Option<usize>,
    budget: &'a Budget<'a>,
    steps: u64,
    /// Cycles by the places of their sides, the least first.
    found: Vec<Vec<usize>>,
}

impl Hunt<'_> {
    /// All loops of one length, by their links.
    fn of_length(&mut self, length: usize) -> Result<(), StopReason> {
        for first in 0..self.sides.len() {
            let back = self.distances_to(first);
            // The path, and for each of its links how many of the next ones were tried.
            let mut path = vec![(first, 0)];
            while let Some((at, tried)) = path.last_mut() {
                let Some(next) = self.next[*at].get(*tried).copied() else {
                    path.pop();
                    continue;
                };
                *tried += 1;
                self.step()?;
                if path.len() == length {
                    if next == first {
                        self.add(path.iter().map(|(link, _)| *link).collect())?;
                    }
                } else if back[next].is_some_and(|back| path.len() + back <= length)
                    && path.iter().all(|(link, _)| *link != next)
                {
                    path.push((next, 0));
                }
            }
        }
        Ok(())
    }

    fn step(&mut self) -> Result<(), StopReason> {
        self.steps += 1;
        if self.steps % STEPS_BETWEEN_LOOKS == 1 {
            (self.budget.stop)().map_or(Ok(()), Err)
        } else {
            Ok(())
        }
    }

    /// How many links it takes from each link back to one, among those not before it.
    fn distances_to(&self, first: usize) -> Vec<Option<usize>> {
        let mut back = vec![None; self.sides.len()];
        for far in 1..LINKS_MAX {
            for link in first + 1..self.sides.len() {
                let near = |next: &usize| match far {
                    1 => *next == first,
                    _ => *next > first && back[*next] == Some(far - 1),
                };
                if back[link].is_none() && self.next[link].iter().any(near) {
                    back[link] = Some(far);
                }
            }
        }
        back
    }

    fn add(&mut self, cycle: Vec<usize>) -> Result<(), StopReason> {
        let owner = |side: &usize| self.case.links[self.sides[*side].place].owner;
        let mut owners = cycle.iter().map(owner);
        let first = owners.next();
        if owners.all(|other| Some(other) == first) {
            return Ok(());
        }
        if self.loops_max.is_some_and(|max| self.found.len() >= max) {
            return Err(StopReason::NodeLimit);
        }
        self.found.push(cycle);
        Ok(())
    }
}

/// The exchange that ends a loop, and whether it is possible.
fn exchange(hunt: &Hunt<'_>, cycle: &[usize]) -> CircularWait {
    let case = hunt.case;
    let links: Vec<usize> = cycle.iter().map(|s| hunt.sides[*s].place).collect();
    let before = cycle.iter().cycle().skip(cycle.len() - 1);
    let pairs = before
        .zip(cycle)
        .map(|(from, to)| (&hunt.sides[*from], &hunt.sides[*to]));
    let gives: Vec<(PointId, OptionSet)> = pairs.filter_map(|(f, t)| shared(f, t)).collect();
    let mut draft = DerivedDraft::of(case);
    for link in &links {
        if let LinkRule::IfThen { when, then } = case.links[*link].rule.open() {
            draft.add_law("exchange", Condition::all(vec![when.clone(), then.clone()]));
        }
    }
    let derived = draft.finish();
    let laws = Positions::laws(case);
    let mut lines = laws.clone();
    let points: Vec<PointId> = links.iter().flat_map(|l| points_of(case, *l)).collect();
    lines.dropped.retain(|demand| match demand {
        DemandId::Line(line) => !points.contains(&case.lines[*line].point),
        DemandId::Link(_) | DemandId::Vote(..) => true,
    });
    let possible = |asked| match overlap(&derived, asked, hunt.budget) {
        Answer::Found(_) => Some(true),
        Answer::Impossible(_) => Some(false),
        Answer::Stopped { .. } => None,
    };
    let left = left_by_rules(&derived, &lines).or_else(|| left_by_rules(&derived, &laws));
    let narrowed = |(point, options): (PointId, OptionSet)| {
        let left = left.as_ref().map(|left| left[point.index()].and(&options));
        (point, left.filter(|l| !l.is_empty()).unwrap_or(options))
    };
    CircularWait {
        gives: gives.into_iter().map(narrowed).collect(),
        under_laws: possible(&laws),
        within_lines: possible(&lines),
        links,
    }
}

/// The points that a link looks at.
fn points_of(case: &Case, link: usize) -> Vec<PointId> {
    let conditions = case.links[link].rule.open().conditions();
    conditions.iter().flat_map(|c| c.points()).collect()
}
