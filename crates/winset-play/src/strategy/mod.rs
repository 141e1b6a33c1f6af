//! Strategies of programs that negotiate, built from parts: how to offer, when to accept, and what the other
//! side may want.

mod accept;
mod accepts;
mod call;
mod composed;
mod fixed;
mod micro;
mod models;
mod offers;
mod part;
mod plan;
mod refused;
mod row;
mod spec;
#[cfg(test)]
mod tests;
mod time_dependent;
mod tit_for_tat;
mod wholes;

pub use accept::{AcceptAtLevel, AcceptNext};
pub use composed::Composed;
pub use fixed::{BestAlways, RandomAbove};
pub use micro::Micro;
pub use part::{Acceptance, Intended, Offering, Strategy, Turn};
pub use refused::NameRefused;
pub use spec::{NamedPart, Prepared, StrategyName, StrategySpec, named, names};
pub use time_dependent::{Levels, TimeDependent};
pub use tit_for_tat::NaiveTitForTat;
