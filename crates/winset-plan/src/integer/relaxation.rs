//! Linear relaxations, in floats: values that hint where to look, and weights on rows that hint what is
//! proven.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};
use winset_check::integer::{BoundLeaf, IntegerProgram, IntegerVariable, LinearSum, relaxed_bound};

/// Nodes of the hinting search in whole numbers: enough for what is nearly a network.
const HINT_NODES_MAX: u64 = 500;

/// What weights are multiplied with before they are rounded, coarser ones first: small numbers read
/// better and are nearly always enough.
const DENOMINATORS: &[i64] = &[1, 2, 6, 12, 60, 2_520, 1_000_000, 1_000_000_000];

/// A program within the bounds of a node.
#[derive(Debug, Clone, Copy)]
pub(super) struct Relaxed<'a> {
    pub(super) program: &'a IntegerProgram,
    pub(super) bounds: &'a [IntegerVariable],
    pub(super) sum: &'a LinearSum,
}

impl Relaxed<'_> {
    /// The best values in fractions, as far as floats tell; `None` where there are none.
    pub(super) fn fractions(&self) -> Option<Vec<f64>> {
        let (problem, variables) = self.primal(false, None);
        solved(&problem, &variables, SolveOptions::default())
    }

    /// Good values in whole numbers, held to bounds and rows; `start` are values to begin with.
    pub(super) fn whole_values(&self, start: Option<&[i64]>) -> Option<Vec<i64>> {
        let (problem, variables) = self.primal(true, start);
        let mut options = SolveOptions::default();
        options.node_limit = Some(HINT_NODES_MAX);
        options.warm_start = start.map(|values| {
            let values = values.iter().map(|value| hint(*value));
            variables.iter().copied().zip(values).collect()
        });
        let found = solved(&problem, &variables, options)?;
        let found: Vec<i64> = found.into_iter().map(nearest).collect();
        self.program.holds(&found).then_some(found)
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
        let add = |(bounds, factor): (&IntegerVariable, f64)| match (
            i32::try_from(bounds.lower),
            i32::try_from(bounds.upper),
        ) {
            (Ok(lower), Ok(upper)) if whole => problem.add_integer_var(factor, (lower, upper)),
            _ => problem.add_var(factor, (hint(bounds.lower), hint(bounds.upper))),
        };
        let variables: Vec<Variable> = self.bounds.iter().zip(factors).map(add).collect();
        for row in &self.program.rows {
            let terms: Vec<(Variable, f64)> = named(&row.sum, &variables);
            problem.add_constraint(terms, ComparisonOp::Le, hint(row.at_most));
        }
        if let Some(start) = start
            && let Ok(least) = i64::try_from(self.sum.worth(start))
            && whole
        {
            let terms = named(self.sum, &variables);
            problem.add_constraint(terms, ComparisonOp::Ge, hint(least));
        }
        (problem, variables)
    }

    /// Weights on rows that make the bound small: the dual program, solved as a program of its own.
    fn weights(&self, sum: &LinearSum, weight_max: f64) -> Option<Vec<f64>> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut columns: Vec<Vec<(Variable, f64)>> = vec![Vec::new(); self.bounds.len()];
        let mut weights = Vec::with_capacity(self.program.rows.len());
        for row in &self.program.rows {
            let lowest = |term: &(usize, i64)| hint(term.1) * hint(self.bounds[term.0].lower);
            let room = hint(row.at_most) - row.sum.terms().iter().map(lowest).sum::<f64>();
            let weight = problem.add_var(room, (0.0, weight_max));
            for (variable, factor) in row.sum.terms() {
                columns[*variable].push((weight, hint(*factor)));
            }
            weights.push(weight);
        }
        let factors = factors(sum, self.bounds.len());
        for ((mut column, factor), bounds) in columns.into_iter().zip(factors).zip(self.bounds) {
            if bounds.lower == bounds.upper || (column.is_empty() && factor <= 0.0) {
                continue;
            }
            let room = hint(bounds.upper - bounds.lower);
            column.push((problem.add_var(room, (0.0, f64::INFINITY)), 1.0));
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

fn named(sum: &LinearSum, variables: &[Variable]) -> Vec<(Variable, f64)> {
    let terms = sum.terms().iter();
    terms
        .map(|(variable, factor)| (variables[*variable], hint(*factor)))
        .collect()
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
