//! The verdict: a depth-first branch and bound that ends in an acceptable package, in the tree of
//! a refutation, or at its budget.

use std::rc::Rc;

use winset_check::{Acceptable, NoOverlap, accept, refute};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::{OptionId, OptionSet, Package};
use winset_model::positions::Positions;

use crate::bound::{Bounder, Weighting};
use crate::budget::{Budget, Meter};
use crate::certificate;
use crate::count::product;
use crate::local_search::LocalSearch;
use crate::problem::{Problem, single_package};
use crate::surrogate::Weights;

/// What is known when a search was stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undecided {
    /// No more than so many packages can be acceptable.
    pub at_most: num_bigint::BigUint,
}

/// Decides whether any package is acceptable under the positions.
///
/// Found: a package, re-checked. Impossible: a refutation that the checker accepted. Stopped: a
/// bound on how many packages could be acceptable. Worst case exponential in the number of points;
/// the answer depends on nothing but case, positions and the budget.
///
/// A refutation that the checker refuses would be a fault of this crate, and is returned as
/// stopped rather than believed.
///
/// # Panics
/// When the positions are not of this case: a step beyond a ladder, a floor too few.
pub fn overlap(
    case: &Case,
    positions: &Positions,
    budget: &Budget<'_>,
) -> Answer<Acceptable, NoOverlap, Undecided> {
    let problem = Problem::new(case, positions);
    let mut search = Search::new(&problem, budget);
    match search.run() {
        Outcome::Package(package) => match accept(case, positions, &package) {
            Ok(acceptable) => Answer::Found(acceptable),
            Err(why) => fault(&problem, &why, budget),
        },
        Outcome::Refuted(tokens) => {
            let bytes = certificate::write(case, positions, &problem, &search.weights, &tokens);
            match refute(case, positions, bytes) {
                Ok(proof) => Answer::Impossible(proof),
                Err(why) => fault(&problem, &why, budget),
            }
        }
        Outcome::Stopped(reason) => Answer::Stopped {
            reason,
            best: None,
            bound: Undecided {
                at_most: search.left(),
            },
        },
    }
}

/// What cannot happen while search and checker agree: nothing is claimed.
fn fault(
    problem: &Problem,
    why: &dyn std::error::Error,
    budget: &Budget<'_>,
) -> Answer<Acceptable, NoOverlap, Undecided> {
    debug_assert!(false, "the checker refused what the search found: {why}");
    let bound = Undecided {
        at_most: product(&problem.root),
    };
    Answer::Stopped {
        reason: budget.check_failed(why),
        best: None,
        bound,
    }
}

/// How a search ended.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// At a package that keeps every rule and reaches every floor.
    Package(Package),
    /// With the tokens of a refutation.
    Refuted(String),
    /// At its budget.
    Stopped(StopReason),
}

/// A node whose options are being tried.
#[derive(Debug)]
struct Frame {
    domains: Vec<OptionSet>,
    weighting: Rc<Weighting>,
    /// Tokens of the node up to its branch.
    head: String,
    point: usize,
    /// Options still to be tried, the next one last.
    left: Vec<OptionId>,
    /// Tokens of the options that are done.
    done: Vec<(OptionId, String)>,
}

/// What a node came to.
enum Node {
    Closed(String),
    Package(Package),
    Open(Frame),
}

/// A running search.
#[derive(Debug)]
pub(crate) struct Search<'a> {
    problem: &'a Problem,
    bounder: Bounder<'a>,
    meter: Meter<'a>,
    stack: Vec<Frame>,
    /// Weights that the tokens name.
    pub(crate) weights: Vec<Weights>,
    probing: Probing<'a>,
}

/// When to look for a package by small changes.
#[derive(Debug)]
struct Probing<'a> {
    local_search: Option<LocalSearch<'a>>,
    nodes: u64,
    /// The number of nodes after which to look next.
    next: u64,
}

/// Nodes before the first look; each further look comes after four times as many.
const PROBE_NODES: u64 = 1_024;
/// Nodes for each change of a look: looking takes a small part of the time.
const PROBE_PART: u64 = 4;

const ROOT_STEPS: usize = 400;
const NODE_STEPS: usize = 40;

impl<'a> Search<'a> {
    pub(crate) fn new(problem: &'a Problem, budget: &'a Budget<'a>) -> Self {
        Self {
            problem,
            bounder: Bounder::new(problem),
            meter: Meter::new(budget),
            stack: Vec::new(),
            weights: Vec::new(),
            probing: Probing {
                local_search: None,
                nodes: 0,
                next: PROBE_NODES,
            },
        }
    }

    /// Runs to an end.
    pub(crate) fn run(&mut self) -> Outcome {
        if let Some(reason) = self.meter.node() {
            return Outcome::Stopped(reason);
        }
        let first = match self.problem.floors.iter().position(|f| f.out_of_reach) {
            Some(floor) => Rc::new(self.bounder.single(floor, &self.problem.root)),
            None => self.bounder.even(),
        };
        let root = self.node(self.problem.root.clone(), None, &first, ROOT_STEPS);
        let mut tokens = match root {
            Node::Package(package) => return Outcome::Package(package),
            Node::Closed(tokens) => return Outcome::Refuted(tokens),
            Node::Open(frame) => {
                self.stack.push(frame);
                String::new()
            }
        };
        while let Some(mut frame) = self.stack.pop() {
            let Some(option) = frame.left.pop() else {
                tokens = assembled(frame);
                if let Some(parent) = self.stack.last_mut() {
                    parent.finish(std::mem::take(&mut tokens));
                }
                continue;
            };
            if let Some(reason) = self.meter.node() {
                frame.left.push(option);
                self.stack.push(frame);
                return Outcome::Stopped(reason);
            }
            if let Some(package) = self.local_search() {
                return Outcome::Package(package);
            }
            let mut domains = frame.domains.clone();
            domains[frame.point] = OptionSet::only(option);
            let changed = [frame.point];
            let weighting = Rc::clone(&frame.weighting);
            frame.done.push((option, String::new()));
            self.stack.push(frame);
            match self.node(domains, Some(&changed), &weighting, NODE_STEPS) {
                Node::Package(package) => return Outcome::Package(package),
                Node::Closed(tokens) => {
                    if let Some(parent) = self.stack.last_mut() {
                        parent.finish(tokens);
                    }
                }
                Node::Open(frame) => self.stack.push(frame),
            }
        }
        Outcome::Refuted(tokens)
    }

    /// Looks for a package by small changes, now and then: a search that went the wrong way first
    /// would take long to come back.
    fn local_search(&mut self) -> Option<Package> {
        self.probing.nodes += 1;
        if self.probing.nodes < self.probing.next {
            return None;
        }
        let changes = self.probing.next / PROBE_PART;
        self.probing.next *= 4;
        let problem = self.problem;
        let mut root = problem.root.clone();
        if self.probing.local_search.is_none() {
            self.bounder.propagate(&mut root, None);
            let start: Option<Vec<OptionId>> = root.iter().map(OptionSet::least).collect();
            self.probing.local_search = Some(LocalSearch::new(problem, &root, &start?));
        }
        let found = self.probing.local_search.as_mut()?.run(changes)?;
        problem
            .accepts(&found, &mut self.bounder.scratch.stack)
            .then_some(found)
    }

    /// An upper bound on the packages that a stopped search had not ruled out.
    pub(crate) fn left(&self) -> num_bigint::BigUint {
        if self.stack.is_empty() {
            return product(&self.problem.root);
        }
        let below = |frame: &Frame| {
            let mut domains = frame.domains.clone();
            domains[frame.point] = frame.left.iter().copied().collect();
            product(&domains)
        };
        self.stack.iter().map(below).sum()
    }

    /// Works on a node until it is closed, yields a package, or must branch.
    fn node(
        &mut self,
        mut domains: Vec<OptionSet>,
        changed: Option<&[usize]>,
        inherited: &Rc<Weighting>,
        steps: usize,
    ) -> Node {
        let mut tokens = String::new();
        if !self.bounder.propagate(&mut domains, changed) {
            tokens.push('.');
            return Node::Closed(tokens);
        }
        let weighting = self.bounder.renewed(inherited, &domains);
        if let Some(end) = self.narrow(&weighting, &mut domains, &mut tokens) {
            return end;
        }
        let steps = self.bounder.improve(&domains, &weighting.guess, steps);
        if let Some(package) = steps.candidate
            && self
                .problem
                .accepts(&package, &mut self.bounder.scratch.stack)
        {
            return Node::Package(package);
        }
        let better = Rc::new(self.bounder.weighting(steps.guess, &domains));
        if let Some(end) = self.narrow(&better, &mut domains, &mut tokens) {
            return end;
        }
        let point = self.branch_point(&domains, &steps.share);
        let mut left: Vec<OptionId> = domains[point].iter().collect();
        let slot = self.problem.slots[point];
        left.sort_by(|a, b| {
            let share = |o: &OptionId| steps.share[slot + o.index()];
            share(a).total_cmp(&share(b)).then(b.cmp(a))
        });
        Node::Open(Frame {
            domains,
            weighting: better,
            head: tokens,
            point,
            left,
            done: Vec::new(),
        })
    }

    /// Narrows a node by weights; its end, if it comes to one.
    fn narrow(
        &mut self,
        weighting: &Rc<Weighting>,
        domains: &mut [OptionSet],
        tokens: &mut String,
    ) -> Option<Node> {
        let table = &mut self.weights;
        if !self
            .bounder
            .narrow(weighting, domains, |used| name(used, table, tokens))
        {
            tokens.push('.');
            return Some(Node::Closed(std::mem::take(tokens)));
        }
        let package = single_package(domains)?;
        let missed =
            |f: &std::sync::Arc<crate::problem::Floor>| self.problem.score(f, &package) < f.need;
        let Some(missed) = self.problem.floors.iter().position(missed) else {
            return Some(Node::Package(package));
        };
        name(
            &self.bounder.single(missed, domains),
            &mut self.weights,
            tokens,
        );
        tokens.push('.');
        Some(Node::Closed(std::mem::take(tokens)))
    }

    /// The point whose choice the relaxation leaves most open; the first of equals.
    fn branch_point(&self, domains: &[OptionSet], share: &[f64]) -> usize {
        let mut chosen = (0, f64::NEG_INFINITY);
        for (point, domain) in domains.iter().enumerate() {
            if domain.len() < 2 {
                continue;
            }
            let slot = self.problem.slots[point];
            let (mut sum, mut most) = (0.0, 0.0);
            for option in domain {
                sum += share[slot + option.index()];
                most = f64::max(most, share[slot + option.index()]);
            }
            let open = sum - most;
            if open > chosen.1 {
                chosen = (point, open);
            }
        }
        chosen.0
    }
}

/// Writes a use of weights, and the weights themselves the first time.
fn name(weighting: &Weighting, table: &mut Vec<Weights>, tokens: &mut String) {
    let number = weighting.number.get().unwrap_or_else(|| {
        table.push(weighting.weights.clone());
        table.len() - 1
    });
    weighting.number.set(Some(number));
    tokens.push_str(&format!("w{number} "));
}

impl Frame {
    fn finish(&mut self, tokens: String) {
        if let Some(last) = self.done.last_mut() {
            last.1 = tokens;
        }
    }
}

/// The tokens of a node whose options are all done, in option order.
fn assembled(mut frame: Frame) -> String {
    frame.done.sort_by_key(|(option, _)| *option);
    let mut tokens = frame.head;
    tokens.push_str(&format!("b{}", frame.point));
    for (_, child) in &frame.done {
        tokens.push(' ');
        tokens.push_str(child);
    }
    tokens
}
