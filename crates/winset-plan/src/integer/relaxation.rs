//! Linear relaxations, in floats: values that hint where to look, and weights on rows that hint what is
//! proven.

use std::cell::RefCell;

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};
use winset_check::integer::{BoundLeaf, IntegerProgram, IntegerVariable, LinearSum, relaxed_bound};

/// Nodes of the hinting search in whole numbers: enough for what is nearly a network.
const HINT_NODES_MAX: u64 = 500;

/// What weights are multiplied with before they are rounded, coarser ones first: small numbers read
/// better and are nearly always enough.
const DENOMINATORS: &[i64] = &[1, 2, 6, 12, 60, 2_520, 1_000_000, 1_000_000_000];

/// Programs with more variables than this are looked at through some of them.
const ALL_MAX: usize = 2_000;

/// Most variables that join at once.
const JOIN_MAX: usize = 400;

/// The variables of a program, with what they weigh in each row, and which of them linear programs have so
/// far. The others stand at their lower bounds, which are 0.
#[derive(Debug)]
pub(super) struct Columns {
    rows: Vec<Vec<(usize, f64)>>,
    joined: RefCell<Vec<bool>>,
}

impl Columns {
    pub(super) fn of(program: &IntegerProgram) -> Self {
        let mut rows = vec![Vec::new(); program.variables.len()];
        for (row, of) in program.rows.iter().enumerate() {
            for (variable, factor) in of.sum.terms() {
                rows[*variable].push((row, hint(*factor)));
            }
        }
        let all = program.variables.len() <= ALL_MAX;
        let joined = program
            .variables
            .iter()
            .map(|bounds| all || bounds.lower != 0);
        Self {
            rows,
            joined: RefCell::new(joined.collect()),
        }
    }

    /// Has a variable from now on.
    pub(super) fn join(&self, variable: usize) {
        self.joined.borrow_mut()[variable] = true;
    }

    fn has(&self, variable: usize) -> bool {
        self.joined.borrow()[variable]
    }

    /// Variables that weights on rows do not price high enough, the worst first: they join.
    fn join_underpriced(
        &self,
        weights: &[f64],
        factors: &[f64],
        bounds: &[IntegerVariable],
    ) -> bool {
        let mut short: Vec<(usize, f64)> = Vec::new();
        for (variable, rows) in self.rows.iter().enumerate() {
            if self.has(variable) || bounds[variable].upper <= bounds[variable].lower {
                continue;
            }
            let price: f64 = rows
                .iter()
                .map(|(row, factor)| weights[*row] * factor)
                .sum();
            if factors[variable] - price > SHORT_MIN {
                short.push((variable, factors[variable] - price));
            }
        }
        short.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        short
            .iter()
            .take(JOIN_MAX)
            .for_each(|(variable, _)| self.join(*variable));
        !short.is_empty()
    }
}

/// How much too low a price must be to count.
const SHORT_MIN: f64 = 1e-7;

/// A program within the bounds of a node.
#[derive(Debug, Clone, Copy)]
pub(super) struct Relaxed<'a> {
    pub(super) program: &'a IntegerProgram,
    pub(super) columns: &'a Columns,
    pub(super) bounds: &'a [IntegerVariable],
    pub(super) sum: &'a LinearSum,
}

impl Relaxed<'_> {
    /// The best values in fractions, as far as floats tell; `None` where there are none.
    pub(super) fn fractions(&self) -> Option<Vec<f64>> {
        let (problem, variables) = self.primal(false, None);
        let found = solved(&problem, &variables, SolveOptions::default())?;
        Some(self.spread(&found, 0.0))
    }

    /// Good values in whole numbers, held to bounds and rows; `start` are values to begin with.
    pub(super) fn whole_values(&self, start: Option<&[i64]>) -> Option<Vec<i64>> {
        let (problem, variables) = self.primal(true, start);
        let mut options = SolveOptions::default();
        options.node_limit = Some(HINT_NODES_MAX);
        options.warm_start = start.map(|values| {
            let values = self.joined().map(|variable| hint(values[variable]));
            variables.iter().copied().zip(values).collect()
        });
        let found = solved(&problem, &variables, options)?;
        let found: Vec<i64> = found.into_iter().map(nearest).collect();
        let found = self.spread(&found, 0);
        self.program.holds(&found).then_some(found)
    }

    /// The variables that linear programs have.
    fn joined(&self) -> impl Iterator<Item = usize> {
        (0..self.bounds.len()).filter(|variable| self.columns.has(*variable))
    }

    /// Values of all variables, from those of the ones that have joined.
    fn spread<T: Copy>(&self, found: &[T], other: T) -> Vec<T> {
        let mut all = vec![other; self.bounds.len()];
        for (variable, value) in self.joined().zip(found) {
            all[variable] = *value;
        }
        all
    }

    /// A leaf that shows that the sum is at most `bound`, if one is found.
    pub(super) fn leaf(&self, bound: i128) -> Option<BoundLeaf> {
        let weights = self.weights(self.sum, f64::INFINITY)?;
        let shows = |over: &i64| {
            let leaf = rounded(&weights, *over);
            let shown = relaxed_bound(self.program, self.bounds, self.sum, &leaf).ok()?;
            let enough = bound.checked_add(1)?.checked_mul(i128::from(*over))?;
            (shown < enough).then_some(leaf)
        };
        DENOMINATORS.iter().find_map(shows)
    }

    /// A leaf that shows that no values keep the rows, if one is found.
    pub(super) fn nothing(&self) -> Option<BoundLeaf> {
        let none = LinearSum::default();
        let weights = self.weights(&none, 1.0)?;
        let shows = |over: &i64| {
            let leaf = BoundLeaf {
                over: 0,
                ..rounded(&weights, *over)
            };
            let shown = relaxed_bound(self.program, self.bounds, &none, &leaf).ok()?;
            (shown < 0).then_some(leaf)
        };
        DENOMINATORS.iter().find_map(shows)
    }

    fn primal(&self, whole: bool, start: Option<&[i64]>) -> (Problem, Vec<Variable>) {
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let factors = factors(self.sum, self.bounds.len());
        let mut variables = Vec::new();
        let mut named: Vec<Option<Variable>> = vec![None; self.bounds.len()];
        for variable in self.joined() {
            let IntegerVariable { lower, upper } = self.bounds[variable];
            let added = match (i32::try_from(lower), i32::try_from(upper)) {
                (Ok(lower), Ok(upper)) if whole => {
                    problem.add_integer_var(factors[variable], (lower, upper))
                }
                _ => problem.add_var(factors[variable], (hint(lower), hint(upper))),
            };
            named[variable] = Some(added);
            variables.push(added);
        }
        let terms = |sum: &LinearSum| -> Vec<(Variable, f64)> {
            let terms = sum.terms().iter();
            let terms = terms.filter_map(|(at, factor)| Some((named[*at]?, hint(*factor))));
            terms.collect()
        };
        for row in &self.program.rows {
            problem.add_constraint(terms(&row.sum), ComparisonOp::Le, hint(row.at_most));
        }
        if let Some(start) = start
            && let Ok(least) = i64::try_from(self.sum.worth(start))
            && whole
        {
            problem.add_constraint(terms(self.sum), ComparisonOp::Ge, hint(least));
        }
        (problem, variables)
    }

    /// Weights on rows that make the bound small: the dual program, solved as a program of its own, and
    /// solved again with the variables that it prices too low until there are none.
    fn weights(&self, sum: &LinearSum, weight_max: f64) -> Option<Vec<f64>> {
        let factors = factors(sum, self.bounds.len());
        loop {
            let weights = self.dual(&factors, weight_max)?;
            if !self
                .columns
                .join_underpriced(&weights, &factors, self.bounds)
            {
                return Some(weights);
            }
        }
    }

    fn dual(&self, factors: &[f64], weight_max: f64) -> Option<Vec<f64>> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut weights = Vec::with_capacity(self.program.rows.len());
        for row in &self.program.rows {
            let lowest = |term: &(usize, i64)| hint(term.1) * hint(self.bounds[term.0].lower);
            let room = hint(row.at_most) - row.sum.terms().iter().map(lowest).sum::<f64>();
            weights.push(problem.add_var(room, (0.0, weight_max)));
        }
        for variable in self.joined() {
            let (IntegerVariable { lower, upper }, factor) =
                (self.bounds[variable], factors[variable]);
            let rows = &self.columns.rows[variable];
            if lower == upper || (rows.is_empty() && factor <= 0.0) {
                continue;
            }
            let mut column: Vec<(Variable, f64)> = rows
                .iter()
                .map(|(row, factor)| (weights[*row], *factor))
                .collect();
            column.push((
                problem.add_var(hint(upper - lower), (0.0, f64::INFINITY)),
                1.0,
            ));
            problem.add_constraint(column, ComparisonOp::Ge, factor);
        }
        solved(&problem, &weights, SolveOptions::default())
    }
}

fn solved(problem: &Problem, variables: &[Variable], options: SolveOptions) -> Option<Vec<f64>> {
    let outcome = problem.solve_with(options).ok()?;
    let solution = outcome.solution()?;
    Some(variables.iter().map(|v| solution.var_value(*v)).collect())
}

fn factors(sum: &LinearSum, count: usize) -> Vec<f64> {
    let mut factors = vec![0.0; count];
    for (variable, factor) in sum.terms() {
        factors[*variable] = hint(*factor);
    }
    factors
}

fn rounded(weights: &[f64], over: i64) -> BoundLeaf {
    let times = hint(over);
    let whole = weights.iter().map(|weight| nearest(weight * times).max(0));
    BoundLeaf {
        over,
        weights: whole
            .enumerate()
            .filter(|(_, weight)| *weight != 0)
            .collect(),
    }
}

/// A whole number as a float; what is lost is only a hint.
#[expect(clippy::cast_precision_loss, reason = "floats only hint")]
fn hint(number: i64) -> f64 {
    number as f64
}

/// The nearest whole number; whatever it is, it is checked.
#[expect(clippy::cast_possible_truncation, reason = "floats only hint")]
pub(super) fn nearest(number: f64) -> i64 {
    number.round() as i64
}
