//! Strategies of programs that negotiate, built from parts: how to offer, when to accept.

mod accept;
mod composed;
mod fixed;
mod micro;
mod part;
mod time_dependent;
mod tit_for_tat;

pub use accept::{AcceptAtLevel, AcceptNext};
pub use composed::Composed;
pub use fixed::{BestAlways, RandomAbove};
pub use micro::Micro;
pub use part::{Acceptance, Intended, Offering, Strategy, Turn};
pub use time_dependent::{Levels, TimeDependent};
pub use tit_for_tat::NaiveTitForTat;
