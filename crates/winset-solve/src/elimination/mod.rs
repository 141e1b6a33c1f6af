//! Points settled one after the other, as counting and frontiers settle them: what is open before and
//! after each stage, what is left of the rules, and what can still come.

mod order;
mod residual;
mod rule_states;
mod stages;

pub(crate) use rule_states::RuleStates;
pub(crate) use stages::{Elimination, eliminations, sized_eliminations};
