//! Settlements: packages picked by stated rules, each proven to be what its rule asks for.

mod all_rules;
mod ask;
mod climb;
mod gainers;
mod ideals;
mod level;
mod leximin;
mod nash;
mod outcome;
mod product;
mod rules;
mod seeds;
mod sum;
mod tangent;
mod terms;
mod ties;

pub(crate) use all_rules::settle;
pub use all_rules::settlements;
pub use ask::QUESTIONS_MAX;
pub(crate) use ask::{Aim, Asker, rule_out};
pub(crate) use climb::climb;
pub(crate) use ideals::{Known, NO_SCORES, best_from};
pub use outcome::{SettlementFound, Settlements, Unsettled};
pub(crate) use seeds::Seeds;
pub use terms::SettlementTerms;
pub use ties::{TIES_MAX, Ties};
