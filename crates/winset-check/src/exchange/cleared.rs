//! A clearing that is checked: it keeps every rule, and no other comes before it in the fixed order.

use super::facts::ExchangeFacts;
use super::statement::ExchangeStatement;
use crate::integer::{BoundProof, Optimum, ProgramRefusal};

/// Who is released in which phase, checked to keep the rules of the case and to be best in the fixed
/// order of [`StageSubject`](super::StageSubject). Only [`cleared`] makes one.
#[derive(Debug, Clone)]
pub struct Cleared {
    statement: ExchangeStatement,
    optimum: Optimum,
}

/// Checks the values of a program against the facts of a case, with a proof for each stage.
///
/// # Errors
/// When values break a rule, or a proof does not show that nothing comes before them.
pub fn cleared(
    facts: &ExchangeFacts,
    values: Vec<i64>,
    proofs: &[BoundProof],
) -> Result<Cleared, ProgramRefusal> {
    let statement = ExchangeStatement::of(facts);
    let optimum = Optimum::checked(&statement.program, &statement.stages, values, proofs)?;
    Ok(Cleared { statement, optimum })
}

impl Cleared {
    /// How many people of a side are released in a phase and category.
    pub fn released(&self, phase: usize, category: usize, side: usize) -> u64 {
        self.value(self.statement.release(phase, category, side))
    }

    /// How many people of a side come home directly in a category, in all phases.
    pub fn home(&self, category: usize, side: usize) -> u64 {
        let phases = 0..self.statement.phases();
        phases
            .map(|phase| self.released(phase, category, side))
            .sum()
    }

    /// How many people of a side come home directly, in all phases and categories.
    pub fn home_of(&self, side: usize) -> u64 {
        let categories = 0..self.statement.categories();
        categories.map(|category| self.home(category, side)).sum()
    }

    /// How many go round with a third state.
    pub fn third_state(&self, at: usize) -> u64 {
        self.value(self.statement.third_state(at))
    }

    /// How many people in a category are given for a third state's part.
    pub fn given(&self, at: usize, category: usize) -> u64 {
        self.value(self.statement.given(at, category))
    }

    fn value(&self, variable: usize) -> u64 {
        let value = self.optimum.values().get(variable).copied().unwrap_or(0);
        u64::try_from(value).unwrap_or(0)
    }
}
