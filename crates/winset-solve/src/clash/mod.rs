//! Why not: all minimal sets of demands that cannot hold together, and all minimal sets whose
//! giving up restores an overlap.

mod audit;
mod hunt;
mod laws;
mod lists;
mod oracle;
mod set;
mod smallest;
mod transversals;

pub use audit::audit_clashes;
pub use laws::laws_of;
pub use lists::{Clashes, Correction, Floors, clashes, negotiable};
