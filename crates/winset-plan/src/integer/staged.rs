//! One wanted thing after the other: each as large as possible once those before are.

use winset_check::integer::{BoundProof, IntegerProgram, ObjectiveStage};

use super::branch::{IntegerEnd, SearchLimit, maximise};

/// How a search by stages ended.
#[derive(Debug, Clone)]
pub enum StagedEnd {
    /// The best values, with a proof for each stage, for the checker.
    Best {
        /// The values.
        values: Vec<i64>,
        /// The proofs, in the order of the stages.
        proofs: Vec<BoundProof>,
    },
    /// No values keep the rows, with the proof.
    Impossible(BoundProof),
    /// Stopped at a stage, with the best values found, if any.
    Stopped {
        /// The stage, by its place.
        stage: usize,
        /// Values that keep the rows, best for the stages before.
        values: Option<Vec<i64>>,
    },
    /// What a stage reaches outgrew the range in which it can be checked.
    Overflow,
}

/// The best values stage by stage, of which there is at least one. `start` are values that keep the rows, where such are known.
pub fn best_by_stages(
    program: &IntegerProgram,
    stages: &[ObjectiveStage],
    start: Option<Vec<i64>>,
    limit: SearchLimit<'_>,
) -> StagedEnd {
    let mut narrowed = program.clone();
    let mut values = start;
    let mut proofs = Vec::with_capacity(stages.len());
    for (at, stage) in stages.iter().enumerate() {
        match maximise(&narrowed, &stage.sum, values, limit) {
            IntegerEnd::Best {
                values: found,
                proof,
            } => {
                let worth = i64::try_from(stage.sum.worth(&found));
                let Ok(worth) = worth else {
                    return StagedEnd::Overflow;
                };
                narrowed.add_at_least(&stage.sum, worth);
                proofs.push(proof);
                values = Some(found);
            }
            IntegerEnd::Impossible(proof) => return StagedEnd::Impossible(proof),
            IntegerEnd::Stopped(values) => return StagedEnd::Stopped { stage: at, values },
        }
    }
    StagedEnd::Best {
        values: values.unwrap_or_default(),
        proofs,
    }
}
