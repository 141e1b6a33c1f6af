//! Proofs that a sum cannot exceed a bound: a tree that splits the values of variables, with weights on
//! the rows at each of its leaves.

use thiserror::Error;

use super::program::{IntegerProgram, IntegerVariable, LinearSum};

/// Weights on rows. Each row times its weight, added up, bounds the sum that is wanted:
/// `over · sum ≤ Σ weight · at_most + what is left of each variable at its best bound`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundLeaf {
    /// What the sum is multiplied with; 0 when the leaf shows that no values keep the rows.
    pub over: i64,
    /// Rows with their weights, each row at most once; weights are at least 0.
    pub weights: Vec<(usize, i64)>,
}

/// A split: values of the variable up to `at` in the first branch, greater ones in the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoundSplit {
    /// The variable.
    pub variable: usize,
    /// The greatest value of the first branch.
    pub at: i64,
}

/// A node of a proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BoundNode {
    /// Two branches: the first follows at once, the second after all of the first.
    Split(BoundSplit),
    /// The bound follows from rows.
    Leaf(BoundLeaf),
}

/// A proof: a tree in the order of a walk that goes into first branches first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BoundProof(
    /// The nodes.
    pub Vec<BoundNode>,
);

/// Why values or a proof were refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ProgramRefusal {
    /// Values break a bound or a row.
    #[error("the values break a bound or a row")]
    Breaks,
    /// The tree ends before all its branches are closed.
    #[error("the proof ends before all its branches are closed")]
    EndsEarly,
    /// Nodes are left after the tree is closed.
    #[error("nodes are left after the proof is closed")]
    EndsLate,
    /// A node names a variable or row that there is not, or a weight below 0.
    #[error("a node of the proof names what there is not, or has a weight below 0")]
    Unknown,
    /// A leaf does not show the bound.
    #[error("a leaf of the proof does not show the bound")]
    Open,
    /// Numbers are too large to be checked.
    #[error("numbers of the proof are too large to be checked")]
    Overflow,
    /// A stage is missing, or there is one too many.
    #[error("there are not as many proofs as things wanted")]
    Stages,
}

/// What a leaf shows within bounds: `over · sum` is at most this. Linear in the size of the program.
///
/// # Errors
/// When the leaf names a row that there is not or a weight below 0, or numbers overflow.
pub fn relaxed_bound(
    program: &IntegerProgram,
    bounds: &[IntegerVariable],
    sum: &LinearSum,
    leaf: &BoundLeaf,
) -> Result<i128, ProgramRefusal> {
    if leaf.over < 0 {
        return Err(ProgramRefusal::Unknown);
    }
    let overflow = ProgramRefusal::Overflow;
    let mut left = vec![0_i128; bounds.len()];
    for &(variable, factor) in sum.terms() {
        let slot = left.get_mut(variable).ok_or(ProgramRefusal::Unknown)?;
        *slot = i128::from(leaf.over)
            .checked_mul(i128::from(factor))
            .ok_or(overflow)?;
    }
    let mut shown = 0_i128;
    for &(row, weight) in &leaf.weights {
        let row = program.rows.get(row).ok_or(ProgramRefusal::Unknown)?;
        if weight < 0 {
            return Err(ProgramRefusal::Unknown);
        }
        let weight = i128::from(weight);
        let right = weight.checked_mul(i128::from(row.at_most));
        shown = right
            .and_then(|right| shown.checked_add(right))
            .ok_or(overflow)?;
        for &(variable, factor) in row.sum.terms() {
            let slot = left.get_mut(variable).ok_or(ProgramRefusal::Unknown)?;
            let taken = weight.checked_mul(i128::from(factor));
            *slot = taken
                .and_then(|taken| slot.checked_sub(taken))
                .ok_or(overflow)?;
        }
    }
    for (factor, bounds) in left.iter().zip(bounds) {
        let best = if *factor > 0 {
            bounds.upper
        } else {
            bounds.lower
        };
        let part = factor.checked_mul(i128::from(best));
        shown = part
            .and_then(|part| shown.checked_add(part))
            .ok_or(overflow)?;
    }
    Ok(shown)
}

impl BoundProof {
    /// Shows that the sum is at most `bound` for all values that keep bounds and rows; with a sum of
    /// nothing and a bound of -1, that there are none. Linear in nodes times the size of the program.
    ///
    /// # Errors
    /// When the tree is no tree, names what there is not, or a leaf does not show the bound.
    pub fn shows(
        &self,
        program: &IntegerProgram,
        sum: &LinearSum,
        bound: i128,
    ) -> Result<(), ProgramRefusal> {
        let mut open = vec![program.variables.clone()];
        let mut nodes = self.0.iter();
        while let Some(bounds) = open.pop() {
            match nodes.next().ok_or(ProgramRefusal::EndsEarly)? {
                BoundNode::Split(BoundSplit { variable, at }) => {
                    let whole = *bounds.get(*variable).ok_or(ProgramRefusal::Unknown)?;
                    let above = at.checked_add(1).ok_or(ProgramRefusal::Overflow)?;
                    let (mut first, mut second) = (bounds.clone(), bounds);
                    first[*variable].upper = whole.upper.min(*at);
                    second[*variable].lower = whole.lower.max(above);
                    open.push(second);
                    open.push(first);
                }
                BoundNode::Leaf(leaf) => {
                    if bounds.iter().any(|bounds| bounds.lower > bounds.upper) {
                        continue;
                    }
                    let shown = relaxed_bound(program, &bounds, sum, leaf)?;
                    let next = bound.checked_add(1);
                    let next = next.and_then(|next| next.checked_mul(i128::from(leaf.over)));
                    if shown >= next.ok_or(ProgramRefusal::Overflow)? {
                        return Err(ProgramRefusal::Open);
                    }
                }
            }
        }
        match nodes.next() {
            None => Ok(()),
            Some(_) => Err(ProgramRefusal::EndsLate),
        }
    }
}
