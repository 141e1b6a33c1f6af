//! Holds the answers of the solver to plain enumeration: every package, every set of members, every
//! concession, every day of a small case. For tests and for measuring; no face of the product uses it.

mod clashes;
mod every;
mod improve;
mod openings;
mod pressure;
mod settlements;
mod variants;
mod verdict;

pub use clashes::audit_clashes;
pub use improve::audit_improve;
pub use openings::{OpeningsAudit, audit_openings};
pub use pressure::audit_pressure;
pub use settlements::{SettlementsAudit, audit_settlements};
pub use variants::{VariantsAudit, audit_variants};
pub use verdict::{Audit, audit};
