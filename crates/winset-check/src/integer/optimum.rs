//! Values that are checked to be best: one wanted thing after the other.

use super::program::{IntegerProgram, ObjectiveStage};
use super::proof::{BoundProof, ProgramRefusal};

/// The proof of one stage: nothing larger, once the stages before are as large as they can be.
pub type StageProof = BoundProof;

/// Values that keep all bounds and rows, and of which it is shown that for each stage in its order no
/// others reach more without losing at a stage before. Only [`Optimum::checked`] makes one.
#[derive(Debug, Clone)]
pub struct Optimum {
    values: Vec<i64>,
    reached: Vec<i128>,
}

impl Optimum {
    /// Checks the values and one proof for each stage. The proof of a stage speaks of the program with
    /// one row more for each stage before it, in their order: that stage's sum turned round, at most
    /// what was reached turned round.
    ///
    /// # Errors
    /// When values break the program, or a proof does not show its bound.
    pub fn checked(
        program: &IntegerProgram,
        stages: &[ObjectiveStage],
        values: Vec<i64>,
        proofs: &[StageProof],
    ) -> Result<Self, ProgramRefusal> {
        if !program.holds(&values) {
            return Err(ProgramRefusal::Breaks);
        }
        if proofs.len() != stages.len() {
            return Err(ProgramRefusal::Stages);
        }
        let mut narrowed = program.clone();
        let mut reached = Vec::with_capacity(stages.len());
        for (stage, proof) in stages.iter().zip(proofs) {
            let worth = stage.sum.worth(&values);
            proof.shows(&narrowed, &stage.sum, worth)?;
            let least = i64::try_from(worth).map_err(|_| ProgramRefusal::Overflow)?;
            narrowed.add_at_least(&stage.sum, least);
            reached.push(worth);
        }
        Ok(Self { values, reached })
    }

    /// The values, in the order of the variables.
    pub fn values(&self) -> &[i64] {
        &self.values
    }

    /// What each stage reaches, in the order of the stages.
    pub fn reached(&self) -> &[i128] {
        &self.reached
    }
}
