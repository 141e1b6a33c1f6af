//! Programs in whole numbers: variables with bounds, rows that hold, and stages of what is wanted.

/// A sum of variables, each with a factor: places of variables with their factors, each variable at
/// most once and in rising order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinearSum(Vec<(usize, i64)>);

impl LinearSum {
    /// The sum of these terms; terms of one variable are joined, terms that vanish are left out.
    pub fn new(terms: impl IntoIterator<Item = (usize, i64)>) -> Self {
        let mut terms: Vec<(usize, i64)> = terms.into_iter().collect();
        terms.sort_by_key(|term| term.0);
        let mut joined: Vec<(usize, i64)> = Vec::with_capacity(terms.len());
        for (variable, factor) in terms {
            match joined.last_mut() {
                Some(last) if last.0 == variable => last.1 += factor,
                _ => joined.push((variable, factor)),
            }
        }
        joined.retain(|term| term.1 != 0);
        Self(joined)
    }

    /// The terms, by rising variable.
    pub fn terms(&self) -> &[(usize, i64)] {
        &self.0
    }

    /// The sum with all factors turned round.
    #[must_use]
    pub fn negated(&self) -> Self {
        Self(self.0.iter().map(|term| (term.0, -term.1)).collect())
    }

    /// What the sum is worth; a variable without a value counts as 0.
    pub fn worth(&self, values: &[i64]) -> i128 {
        let worth = |term: &(usize, i64)| {
            let value = values.get(term.0).copied().unwrap_or(0);
            i128::from(term.1) * i128::from(value)
        };
        self.0.iter().map(worth).sum()
    }
}

/// A variable: a whole number from `lower` to `upper`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IntegerVariable {
    /// The least value.
    pub lower: i64,
    /// The greatest value.
    pub upper: i64,
}

/// A row: the sum is at most so much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntegerRow {
    /// The sum.
    pub sum: LinearSum,
    /// What it may not exceed.
    pub at_most: i64,
}

/// A program in whole numbers.
///
/// Bounds, factors and right sides stay within ±10^12, and there are fewer than 10^6 terms in a row:
/// sums of them fit into 128 bits.
#[derive(Debug, Clone, Default)]
pub struct IntegerProgram {
    /// The variables.
    pub variables: Vec<IntegerVariable>,
    /// The rows.
    pub rows: Vec<IntegerRow>,
}

/// One of the things wanted, one after the other: this sum as large as possible, once those before are.
#[derive(Debug, Clone)]
pub struct ObjectiveStage {
    /// What is wanted, for messages and proofs.
    pub name: String,
    /// The sum.
    pub sum: LinearSum,
}

impl IntegerProgram {
    /// Adds a variable and tells its place.
    pub fn add_variable(&mut self, lower: i64, upper: i64) -> usize {
        self.variables.push(IntegerVariable { lower, upper });
        self.variables.len() - 1
    }

    /// Adds a row: the sum is at most so much.
    pub fn add_at_most(&mut self, sum: LinearSum, at_most: i64) {
        self.rows.push(IntegerRow { sum, at_most });
    }

    /// Adds a row: the sum is at least so much.
    pub fn add_at_least(&mut self, sum: &LinearSum, at_least: i64) {
        self.add_at_most(sum.negated(), -at_least);
    }

    /// Whether the values keep all bounds and rows. Linear in the size of the program.
    pub fn holds(&self, values: &[i64]) -> bool {
        let within = |(value, bounds): (&i64, &IntegerVariable)| {
            bounds.lower <= *value && *value <= bounds.upper
        };
        values.len() == self.variables.len()
            && values.iter().zip(&self.variables).all(within)
            && self
                .rows
                .iter()
                .all(|row| row.sum.worth(values) <= i128::from(row.at_most))
    }
}
