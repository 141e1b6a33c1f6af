//! Walks a refutation with a trail.

use winset_model::options::OptionSet;

use crate::problem::{Did, Problem, Scratch};
use crate::surrogate::{Effective, Table, Weighed, Weights};

/// What a refutation uses, by places in its problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Used {
    pub(crate) rules: Vec<bool>,
    pub(crate) rows: Vec<bool>,
    pub(crate) floors: Vec<bool>,
}

/// Follows a refutation back to what it uses; `None` when the tokens are no refutation of the
/// problem. The work is that of checking it, times the points of a rule.
pub(crate) fn used(problem: &Problem, weights: &[Weights], tokens: &str) -> Option<Used> {
    let mut walk = Walk {
        problem,
        weights,
        domains: problem.root.clone(),
        trail: Vec::new(),
        on_point: vec![Vec::new(); problem.len()],
        scratch: Scratch::default(),
        used: Used {
            rules: vec![false; problem.rules.len()],
            rows: vec![false; problem.rows.len()],
            floors: vec![false; problem.floors.len()],
        },
    };
    walk.run(tokens)?;
    Some(walk.used)
}

/// Options taken out of the domain of a point.
#[derive(Debug)]
pub(super) struct Removal {
    pub(super) point: usize,
    pub(super) options: OptionSet,
    pub(super) cause: Cause,
    /// Whether a closed leaf needs it.
    pub(super) needed: bool,
    /// Whether its own reasons are marked.
    pub(super) explained: bool,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Cause {
    /// The branch takes another option.
    Branch,
    /// A rule.
    Rule(usize),
    /// Weights, applied when the trail had this length.
    Weights { number: usize, from: usize },
}

/// Why a leaf is closed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Closed {
    /// A point had no option to begin with.
    AtOnce,
    /// No option is left.
    Empty(usize),
    /// A rule refuses whatever is left.
    Rule(usize),
    /// What is left is short of what the weights need.
    Weights(usize),
}

/// A branch with options still to come.
struct Branch {
    point: usize,
    /// The next one last.
    left: Vec<OptionSet>,
    domains: Vec<OptionSet>,
    trail: usize,
}

/// A refutation that is being walked.
pub(super) struct Walk<'a> {
    pub(super) problem: &'a Problem,
    pub(super) weights: &'a [Weights],
    pub(super) domains: Vec<OptionSet>,
    pub(super) trail: Vec<Removal>,
    /// For each point the places of its removals.
    pub(super) on_point: Vec<Vec<usize>>,
    pub(super) scratch: Scratch,
    pub(super) used: Used,
}

impl Walk<'_> {
    fn run(&mut self, tokens: &str) -> Option<()> {
        let mut branches: Vec<Branch> = Vec::new();
        let mut closed = self.propagate(None);
        for token in tokens.split_ascii_whitespace() {
            if token == "." {
                self.explain(closed?);
                if !self.next_child(&mut branches, &mut closed) {
                    return Some(());
                }
            } else if closed.is_some() {
                return None;
            } else if let Some(number) = token.strip_prefix('w') {
                closed = self.weigh(number.parse().ok()?)?;
            } else {
                let point: usize = token.strip_prefix('b')?.parse().ok()?;
                branches.push(self.branch(point)?);
                if !self.next_child(&mut branches, &mut closed) {
                    return None;
                }
            }
        }
        None
    }

    fn record(&mut self, point: usize, options: OptionSet, cause: Cause) {
        self.on_point[point].push(self.trail.len());
        self.trail.push(Removal {
            point,
            options,
            cause,
            needed: false,
            explained: false,
        });
    }

    fn propagate(&mut self, changed: Option<&[usize]>) -> Option<Closed> {
        let mut scratch = std::mem::take(&mut self.scratch);
        let mut domains = std::mem::take(&mut self.domains);
        let mut did = Vec::new();
        let open = self
            .problem
            .propagate_told(&mut domains, changed, &mut scratch, |d| did.push(d));
        (self.scratch, self.domains) = (scratch, domains);
        let mut broke = None;
        for did in did {
            match did {
                Did::Removed {
                    rule,
                    point,
                    options,
                } => self.record(point, options, Cause::Rule(rule)),
                Did::Broke { rule } => broke = Some(Closed::Rule(rule)),
            }
        }
        let emptied = || self.domains.iter().position(OptionSet::is_empty);
        match (open, broke) {
            (true, _) => None,
            (false, Some(rule)) => Some(rule),
            (false, None) if self.trail.is_empty() => Some(Closed::AtOnce),
            (false, None) => emptied().map(Closed::Empty),
        }
    }

    /// Applies weights; `None` when there are none of this number.
    #[expect(clippy::option_option, reason = "no such weights, or open, or closed")]
    fn weigh(&mut self, number: usize) -> Option<Option<Closed>> {
        let table = self.table(self.weights.get(number)?, &self.domains);
        let before = self.domains.clone();
        match self.problem.weigh(&table, &mut self.domains) {
            Weighed::Closed => Some(Some(Closed::Weights(number))),
            Weighed::Open { shrunk } => {
                let from = self.trail.len();
                for point in &shrunk {
                    let gone = before[*point].without(&self.domains[*point]);
                    self.record(*point, gone, Cause::Weights { number, from });
                }
                Some(self.propagate(Some(&shrunk)))
            }
        }
    }

    /// The table of weights under domains.
    pub(super) fn table(&self, weights: &Weights, domains: &[OptionSet]) -> Table {
        let bonuses = self.problem.floors.iter().any(|f| !f.bonuses.is_empty());
        let effective: Option<Effective> = bonuses.then(|| self.problem.effective(domains));
        self.problem.table(weights, effective.as_ref())
    }

    /// Begins a branch: that the other options of its point are out is needed.
    fn branch(&mut self, point: usize) -> Option<Branch> {
        let mut left: Vec<OptionSet> = self
            .domains
            .get(point)?
            .iter()
            .map(OptionSet::only)
            .collect();
        left.reverse();
        self.need_all(point, self.trail.len());
        Some(Branch {
            point,
            left,
            domains: self.domains.clone(),
            trail: self.trail.len(),
        })
    }

    /// Goes to the next child of the deepest branch that has one left.
    fn next_child(&mut self, branches: &mut Vec<Branch>, closed: &mut Option<Closed>) -> bool {
        while let Some(branch) = branches.last_mut() {
            let Some(option) = branch.left.pop() else {
                branches.pop();
                continue;
            };
            self.trail.truncate(branch.trail);
            for places in &mut self.on_point {
                while places.last().is_some_and(|p| *p >= branch.trail) {
                    places.pop();
                }
            }
            self.domains.clone_from(&branch.domains);
            let point = branch.point;
            let others = self.domains[point].without(&option);
            self.domains[point] = option;
            self.record(point, others, Cause::Branch);
            *closed = self.propagate(Some(&[point]));
            return true;
        }
        false
    }
}
