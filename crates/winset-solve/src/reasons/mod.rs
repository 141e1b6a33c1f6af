//! Which rules, rows and floors a refutation uses.
//!
//! The tree of a refutation is walked again with a trail of what was taken out of the domains and
//! why. From each closed leaf the reasons are followed back; of the removals before a step, those
//! are passed over without which the step still stands. What is never reached is not needed: the
//! rest is refuted as well (conflict analysis, Marques-Silva and Sakallah 1999, for rules and
//! weights). Callers ask again about the rest before they say so.

mod explain;
#[cfg(test)]
mod tests;
mod walk;

pub(crate) use walk::{Used, used};
