//! Programs in whole numbers: what is to be as large as possible, within bounds and rows, and proofs
//! that nothing larger exists.

mod optimum;
mod program;
mod proof;
#[cfg(test)]
mod tests;

pub use optimum::{Optimum, StageProof};
pub use program::{IntegerProgram, IntegerRow, IntegerVariable, LinearSum, ObjectiveStage};
pub use proof::{BoundLeaf, BoundNode, BoundProof, BoundSplit, ProgramRefusal, relaxed_bound};
