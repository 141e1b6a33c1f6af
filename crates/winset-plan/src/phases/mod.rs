//! Plans of phases: in which rounds and on which days an agreement is delivered, so that nobody has given
//! too much without return.
//!
//! The meaning stands in `docs/decisions/0050-plans-of-phases.md`; what is found is checked by
//! [`winset_check::plan`].

mod answer;
mod delay;
mod deliveries;
mod deposits;
mod ladder;
mod limit;
mod network;
mod ordering;
mod proofs;
mod rounds;
mod trust;

pub use answer::{PhasesAnswer, PhasesBound, PhasesImpossible, PhasesPlan};
pub use delay::{DelayEffect, MovedItem, delayed};
pub use deposits::{bonds, guarantees};
pub use ladder::plan_phases;
pub use limit::PlanLimit;
pub use trust::{Trust, trust};
