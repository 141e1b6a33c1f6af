//! A question compiled for searching: domains, scores on one table per party, rules, rows.

use std::sync::Arc;

use winset_model::case::{Case, DemandId, Scores};
use winset_model::options::{OptionId, OptionSet, Package, PartyId};
use winset_model::positions::Positions;

use crate::numbers::magnitude;
use crate::row::{Row, link_rows};
use crate::rule::{Rule, Truth};

/// A party that has a floor: its scores and what it must reach.
#[derive(Debug, Clone)]
pub(crate) struct Floor {
    pub(crate) party: PartyId,
    /// Scores by slot (see [`Problem::slots`]).
    pub(crate) scores: Vec<i64>,
    /// What a package must be worth.
    pub(crate) need: i64,
    /// Whether the scores could not sum to it even if each had its largest magnitude.
    pub(crate) out_of_reach: bool,
    pub(crate) bonuses: Vec<Bonus>,
    /// Largest magnitude of any package's score, bonuses and the floor.
    pub(crate) magnitude: i64,
}

/// What a package is worth to somebody: scores by slot, and terms across points.
#[derive(Clone, Copy)]
pub(crate) struct Worth<'a> {
    pub(crate) scores: &'a [i64],
    pub(crate) bonuses: &'a [Bonus],
}

impl Floor {
    /// What packages are worth to the party.
    pub(crate) fn worth(&self) -> Worth<'_> {
        Worth {
            scores: &self.scores,
            bonuses: &self.bonuses,
        }
    }
}

/// A term across points.
#[derive(Debug, Clone)]
pub(crate) struct Bonus {
    pub(crate) when: Vec<(usize, OptionSet)>,
    pub(crate) score: i64,
}

/// A compiled question.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    /// Options of each point at the root.
    pub(crate) root: Vec<OptionSet>,
    /// First slot of each point: option `o` of point `i` has slot `slots[i] + o`; the last entry
    /// is the number of slots.
    pub(crate) slots: Vec<usize>,
    pub(crate) floors: Vec<Arc<Floor>>,
    /// Standing rules.
    pub(crate) rules: Vec<Arc<Rule>>,
    /// Linear consequences of standing links.
    pub(crate) rows: Vec<Arc<Row>>,
    /// For each point the rules that look at it.
    pub(crate) watchers: Vec<Vec<usize>>,
    /// Number of parties of the case.
    pub(crate) party_count: usize,
}

impl Problem {
    /// Compiles a question. A floor of a party without preferences compares with 0.
    pub(crate) fn new(case: &Case, positions: &Positions) -> Self {
        let mut root: Vec<OptionSet> = case
            .points
            .iter()
            .map(|p| OptionSet::first(p.options.len()))
            .collect();
        for (point, only) in &positions.only {
            root[point.index()] = root[point.index()].and(only);
        }
        let mut slots = vec![0];
        for point in &case.points {
            slots.push(slots[slots.len() - 1] + point.options.len());
        }
        let (mut rules, mut rows) = (Vec::new(), Vec::new());
        for (number, demand) in case.demands().into_iter().enumerate() {
            if positions.dropped.contains(&demand) {
                continue;
            }
            rules.push(Arc::new(match demand {
                DemandId::Line(l) => {
                    let line = &case.lines[l];
                    Rule::line(
                        line.point,
                        line.ladder.open()[positions.steps[l]].accept.clone(),
                    )
                }
                DemandId::Link(l) => {
                    let more = link_rows(number, case, &case.links[l], &slots);
                    rows.extend(more.into_iter().map(Arc::new));
                    Rule::link(&case.links[l])
                }
                DemandId::Vote(b, r) => Rule::vote(&case.bodies[b], &case.bodies[b].rules[r]),
            }));
        }
        let watchers = watchers(&rules, case.points.len());
        let floors = floors(case, positions, slots[slots.len() - 1]);
        Self {
            root,
            slots,
            floors,
            rules,
            rows,
            watchers,
            party_count: case.parties.len(),
        }
    }

    /// The same question with only some of its rules, by their places, and of its floors.
    /// `numbers` are the numbers of its rules among all rules of the case.
    pub(crate) fn keeping(
        &self,
        numbers: &[usize],
        rule: impl Fn(usize) -> bool,
        floor: impl Fn(PartyId) -> bool,
    ) -> Self {
        let of_rule = |row: &&Arc<Row>| numbers.binary_search(&row.rule).is_ok_and(&rule);
        let standing = self.rules.iter().enumerate().filter(|(r, _)| rule(*r));
        let rules: Vec<Arc<Rule>> = standing.map(|(_, rule)| Arc::clone(rule)).collect();
        let floors = self.floors.iter().filter(|f| floor(f.party));
        Self {
            root: self.root.clone(),
            slots: self.slots.clone(),
            floors: floors.cloned().collect(),
            watchers: watchers(&rules, self.root.len()),
            rules,
            rows: self.rows.iter().filter(of_rule).cloned().collect(),
            party_count: self.party_count,
        }
    }

    /// Number of points.
    pub(crate) fn len(&self) -> usize {
        self.root.len()
    }

    /// Number of slots.
    pub(crate) fn slot_count(&self) -> usize {
        self.slots[self.root.len()]
    }

    /// Whether a package keeps every rule and reaches every floor.
    pub(crate) fn accepts(&self, package: &Package, stack: &mut Vec<Truth>) -> bool {
        let domains: Vec<OptionSet> = package.0.iter().map(|o| OptionSet::only(*o)).collect();
        domains.iter().zip(&self.root).all(|(d, r)| d.is_subset(r))
            && self.floors.iter().all(|f| self.score(f, package) >= f.need)
            && self
                .rules
                .iter()
                .all(|r| r.truth(&domains, None, stack) == Truth::True)
    }

    /// What a package is worth to a party with a floor.
    pub(crate) fn score(&self, floor: &Floor, package: &Package) -> i64 {
        let points: i64 = package
            .0
            .iter()
            .zip(&self.slots)
            .map(|(o, s)| floor.scores[s + o.index()])
            .sum();
        let counts = |b: &&Bonus| b.when.iter().all(|(p, set)| set.contains(package.0[*p]));
        points
            + floor
                .bonuses
                .iter()
                .filter(counts)
                .map(|b| b.score)
                .sum::<i64>()
    }

    /// Removes the options that a standing rule refuses, until nothing changes. `changed` lists
    /// the points whose domains shrank since the last time; all rules are looked at when `None`.
    /// Returns whether every point still has an option.
    pub(crate) fn propagate(
        &self,
        domains: &mut [OptionSet],
        changed: Option<&[usize]>,
        scratch: &mut Scratch,
    ) -> bool {
        self.propagate_told(domains, changed, scratch, |_| {})
    }

    /// The same; `told` hears what each rule did.
    pub(crate) fn propagate_told(
        &self,
        domains: &mut [OptionSet],
        changed: Option<&[usize]>,
        scratch: &mut Scratch,
        mut told: impl FnMut(Did),
    ) -> bool {
        scratch.begin(self.rules.len());
        match changed {
            None if domains.iter().any(OptionSet::is_empty) => return false,
            None => (0..self.rules.len()).for_each(|r| scratch.push(r)),
            Some(points) => {
                points
                    .iter()
                    .flat_map(|p| &self.watchers[*p])
                    .for_each(|r| scratch.push(*r));
            }
        }
        while let Some(r) = scratch.pop() {
            let rule = &self.rules[r];
            match rule.truth(domains, None, &mut scratch.stack) {
                Truth::True => continue,
                Truth::False => {
                    told(Did::Broke { rule: r });
                    return false;
                }
                Truth::Open => {}
            }
            for (point, classes) in &rule.points {
                let before = domains[*point].clone();
                for class in classes {
                    let part = domains[*point].and(&class.options);
                    if part.is_empty() {
                        continue;
                    }
                    let at = Some((*point, &part));
                    if rule.truth(domains, at, &mut scratch.stack) == Truth::False {
                        domains[*point] = domains[*point].without(&class.options);
                    }
                }
                if domains[*point] == before {
                    continue;
                }
                told(Did::Removed {
                    rule: r,
                    point: *point,
                    options: before.without(&domains[*point]),
                });
                if domains[*point].is_empty() {
                    return false;
                }
                self.watchers[*point].iter().for_each(|w| scratch.push(*w));
            }
        }
        true
    }
}

/// What a rule did to domains.
#[derive(Debug, Clone)]
pub(crate) enum Did {
    /// It refuses these options of the point.
    Removed {
        rule: usize,
        point: usize,
        options: OptionSet,
    },
    /// It refuses every package of the domains.
    Broke { rule: usize },
}

/// For each point the rules that look at it.
fn watchers(rules: &[Arc<Rule>], points: usize) -> Vec<Vec<usize>> {
    let mut watchers = vec![Vec::new(); points];
    for (r, rule) in rules.iter().enumerate() {
        rule.points.iter().for_each(|(p, _)| watchers[*p].push(r));
    }
    watchers
}

/// Scores by slot, 0 without preferences, and terms across points.
pub(crate) fn by_slot(scores: Option<&Scores>, slot_count: usize) -> (Vec<i64>, Vec<Bonus>) {
    let rows = scores.map_or(&[][..], |s| &s.by_option);
    let mut values: Vec<i64> = rows.iter().flatten().copied().collect();
    values.resize(slot_count, 0);
    let bonuses = scores.map_or(&[][..], |s| &s.bonuses).iter();
    let bonuses = bonuses.map(|b| Bonus {
        when: b
            .when
            .iter()
            .map(|(p, set)| (p.index(), set.clone()))
            .collect(),
        score: b.score,
    });
    (values, bonuses.collect())
}

/// The floors that not every package reaches anyway.
fn floors(case: &Case, positions: &Positions, slot_count: usize) -> Vec<Arc<Floor>> {
    let of_party = |(p, floor): (usize, &Option<i64>)| {
        let floor = (*floor)?;
        let scores = case.parties[p].sheet.open().scores.as_ref();
        let rows = scores.map_or(&[][..], |s| &s.by_option);
        let (values, bonuses) = by_slot(scores, slot_count);
        let reach = rows.iter().map(|row| magnitude(row)).sum::<i64>()
            + bonuses.iter().map(|b| b.score.abs()).sum::<i64>();
        if floor <= -reach {
            return None;
        }
        // Any floor out of reach is as good as the least of them, and fits every sum.
        let need = floor.min(reach + 1);
        Some(Floor {
            party: PartyId::at(p),
            scores: values,
            need,
            bonuses,
            magnitude: reach + need.abs() + 1,
            out_of_reach: need > reach,
        })
    };
    positions
        .floors
        .iter()
        .enumerate()
        .filter_map(of_party)
        .map(Arc::new)
        .collect()
}

/// Working memory of propagation, kept between calls.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    queue: Vec<usize>,
    queued: Vec<bool>,
    pub(crate) stack: Vec<Truth>,
}

impl Scratch {
    fn begin(&mut self, rules: usize) {
        self.queue.clear();
        self.queued.clear();
        self.queued.resize(rules, false);
    }

    fn push(&mut self, rule: usize) {
        if !self.queued[rule] {
            self.queued[rule] = true;
            self.queue.push(rule);
        }
    }

    fn pop(&mut self) -> Option<usize> {
        let rule = self.queue.pop()?;
        self.queued[rule] = false;
        Some(rule)
    }
}

/// The only package of domains that each hold one option.
pub(crate) fn single_package(domains: &[OptionSet]) -> Option<Package> {
    let single = |d: &OptionSet| -> Option<OptionId> { (d.len() == 1).then(|| d.least())? };
    domains
        .iter()
        .map(single)
        .collect::<Option<Vec<_>>>()
        .map(Package)
}
