//! Branch and bound: the best values of a program, with a proof.

use winset_check::integer::{
    BoundNode, BoundProof, BoundSplit, IntegerProgram, IntegerVariable, LinearSum,
};

use super::relaxation::{Columns, Relaxed, nearest};

/// How far a fraction may be from a whole number and still be taken for one.
const FRACTION_MIN: f64 = 1e-6;

/// How much work a search may do.
#[derive(Clone, Copy)]
pub struct SearchLimit<'a> {
    /// Most nodes.
    pub nodes_max: u64,
    /// Asked at each node: whether to stop.
    pub stop: &'a dyn Fn() -> bool,
}

impl std::fmt::Debug for SearchLimit<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SearchLimit")
            .field("nodes_max", &self.nodes_max)
            .finish_non_exhaustive()
    }
}

/// How a search ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IntegerEnd {
    /// The best values, with a proof that nothing is better.
    Best {
        /// The values.
        values: Vec<i64>,
        /// What shows that the sum is nowhere larger.
        proof: BoundProof,
    },
    /// No values keep the rows.
    Impossible(BoundProof),
    /// Stopped before the end, with the best values found, if any.
    Stopped(Option<Vec<i64>>),
}

/// The values that keep all bounds and rows and make the sum as large as possible. `start` are values
/// that keep them, where such are known. Exponential in the worst case, within the limit.
pub fn maximise(
    program: &IntegerProgram,
    sum: &LinearSum,
    start: Option<Vec<i64>>,
    limit: SearchLimit<'_>,
) -> IntegerEnd {
    let columns = Columns::of(program);
    let mut search = BranchSearch {
        program,
        columns: &columns,
        sum,
        best: start,
        proof: Vec::new(),
        nodes: 0,
        limit,
    };
    search.run()
}

struct BranchSearch<'a> {
    program: &'a IntegerProgram,
    columns: &'a Columns,
    sum: &'a LinearSum,
    best: Option<Vec<i64>>,
    proof: Vec<BoundNode>,
    nodes: u64,
    limit: SearchLimit<'a>,
}

impl BranchSearch<'_> {
    fn run(&mut self) -> IntegerEnd {
        if (self.limit.stop)() {
            return IntegerEnd::Stopped(self.best.take());
        }
        let whole = self.program.variables.clone();
        if let Some(leaf) = self.leaf(&whole) {
            self.proof.push(leaf);
            return self.end();
        }
        let found = self.relaxed(&whole).whole_values(self.best.as_deref());
        self.keep(found);
        let begun_with_values = self.best.is_some();
        let mut open = vec![whole];
        while let Some(bounds) = open.pop() {
            self.nodes += 1;
            if self.nodes > self.limit.nodes_max || (self.limit.stop)() {
                return IntegerEnd::Stopped(self.best.take());
            }
            if bounds.iter().any(|b| b.lower > b.upper) {
                self.proof.push(empty_leaf());
                continue;
            }
            if let Some(leaf) = self.leaf(&bounds) {
                self.proof.push(leaf);
                continue;
            }
            let Some(split) = self.split(&bounds) else {
                return IntegerEnd::Stopped(self.best.take());
            };
            if self.best.is_some() != begun_with_values {
                // What was shown so far is that there are no values: it shows nothing of the sum.
                return maximise(self.program, self.sum, self.best.take(), self.limit);
            }
            if let Some(leaf) = self.leaf(&bounds) {
                self.proof.push(leaf);
                continue;
            }
            let (mut first, mut second) = (bounds.clone(), bounds);
            first[split.variable].upper = split.at;
            second[split.variable].lower = split.at + 1;
            self.columns.join(split.variable);
            self.proof.push(BoundNode::Split(split));
            open.push(second);
            open.push(first);
        }
        self.end()
    }

    /// What was found, once nothing is open.
    fn end(&mut self) -> IntegerEnd {
        let proof = BoundProof(std::mem::take(&mut self.proof));
        match self.best.take() {
            Some(values) => IntegerEnd::Best { values, proof },
            None => IntegerEnd::Impossible(proof),
        }
    }

    fn relaxed<'b>(&'b self, bounds: &'b [IntegerVariable]) -> Relaxed<'b> {
        Relaxed {
            program: self.program,
            columns: self.columns,
            bounds,
            sum: self.sum,
        }
    }

    /// What closes a node: nothing better than the best values, or nothing at all.
    fn leaf(&self, bounds: &[IntegerVariable]) -> Option<BoundNode> {
        let relaxed = self.relaxed(bounds);
        let leaf = match &self.best {
            Some(best) => {
                let bound = self.sum.worth(best);
                relaxed.leaf(bound).or_else(|| relaxed.nothing())
            }
            None => relaxed.nothing(),
        };
        leaf.map(BoundNode::Leaf)
    }

    /// Where to split: the variable that is farthest from whole, or any that is not settled.
    fn split(&mut self, bounds: &[IntegerVariable]) -> Option<BoundSplit> {
        let fractions = self.relaxed(bounds).fractions();
        let whole = fractions
            .as_ref()
            .map(|f| f.iter().map(|x| nearest(*x)).collect());
        self.keep(whole);
        let off = |x: f64| (x - x.round()).abs();
        let farthest = fractions.as_ref().and_then(|fractions| {
            let apart = fractions.iter().copied().enumerate();
            let apart = apart
                .filter(|(at, x)| off(*x) > FRACTION_MIN && bounds[*at].lower < bounds[*at].upper);
            apart.max_by(|a, b| off(a.1).total_cmp(&off(b.1)).then(b.0.cmp(&a.0)))
        });
        if let Some((variable, fraction)) = farthest {
            let IntegerVariable { lower, upper } = bounds[variable];
            let at = nearest(fraction.floor()).clamp(lower, upper - 1);
            return Some(BoundSplit { variable, at });
        }
        let unsettled = bounds.iter().position(|b| b.lower < b.upper)?;
        let IntegerVariable { lower, upper } = bounds[unsettled];
        Some(BoundSplit {
            variable: unsettled,
            at: lower + (upper - lower) / 2,
        })
    }

    /// Keeps values that are better than the best so far.
    fn keep(&mut self, found: Option<Vec<i64>>) {
        let Some(found) = found.filter(|found| self.program.holds(found)) else {
            return;
        };
        let better = self
            .best
            .as_ref()
            .is_none_or(|best| self.sum.worth(best) < self.sum.worth(&found));
        if better {
            self.best = Some(found);
        }
    }
}

fn empty_leaf() -> BoundNode {
    BoundNode::Leaf(winset_check::integer::BoundLeaf {
        over: 0,
        weights: Vec::new(),
    })
}
