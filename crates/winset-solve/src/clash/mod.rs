//! Why not: all minimal sets of demands that cannot hold together, and all minimal sets whose
//! giving up restores an overlap.

mod hunt;
mod laws;
mod lists;
mod oracle;
mod set;
mod smallest;
mod transversals;

pub use laws::{laws_of, laws_of_each};
pub use lists::{Clashes, Correction, FloorMode, clashes, negotiable};
