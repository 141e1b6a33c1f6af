//! What results say about those who played: tests, intervals and equilibria. What decides is exact; floats only
//! show it, and come of additions, multiplications, divisions and square roots, which are the same everywhere.

mod equilibrium;
mod float;
mod holm;
mod normal;
mod signed_rank;
mod student;
#[cfg(test)]
mod tests;

pub use equilibrium::{MetaGame, STRATEGIES_MAX, meta_game};
pub use float::nearest;
pub use holm::holm;
pub use normal::two_sided;
pub use signed_rank::{EXACT_MAX, PairedDifference, SignedRank, signed_rank};
pub use student::t_975;
