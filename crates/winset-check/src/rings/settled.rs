//! Rings that are checked to be the best that can be carried out together.

use super::pool::{Ring, RingPool};
use super::statement::RingStatement;
use crate::integer::{BoundProof, Optimum, ProgramRefusal};

/// Rings that can be carried out together, checked to have the most weight and, of those with as much, the
/// shares that are best from the smallest on. Only [`settled_rings`] makes them.
#[derive(Debug, Clone)]
pub struct SettledRings {
    rings: Vec<Ring>,
    weight: i128,
}

/// Checks the values of a pool's program, with a proof for each stage.
///
/// # Errors
/// When values break a rule, a proof does not show its bound, or the pool is too large.
pub fn settled_rings(
    pool: &RingPool,
    values: Vec<i64>,
    proofs: &[BoundProof],
) -> Result<SettledRings, ProgramRefusal> {
    let statement = RingStatement::of(pool).map_err(|_| ProgramRefusal::Overflow)?;
    let optimum = Optimum::checked(&statement.program, &statement.stages, values, proofs)?;
    let chosen = statement.rings.iter().zip(optimum.values());
    let chosen = chosen.filter(|(_, value)| **value == 1);
    Ok(SettledRings {
        rings: chosen.map(|(ring, _)| ring.clone()).collect(),
        weight: optimum.reached().first().copied().unwrap_or(0),
    })
}

impl SettledRings {
    /// The rings, in the order of the pool.
    pub fn rings(&self) -> &[Ring] {
        &self.rings
    }

    /// The weight of all wants that are met.
    pub fn weight(&self) -> i128 {
        self.weight
    }
}
