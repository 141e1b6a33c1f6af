//! What rules pick.

use winset_check::Acceptable;
use winset_model::answer::StopReason;

use super::pick::Side;
use super::rule::Rule;
use crate::count::Count;
use crate::frontier::FrontierFound;

/// What rules pick, under the names of the programs that use them.
#[derive(Debug)]
pub struct Variants {
    /// What they go by, for each party; none where that is not known.
    pub sides: Vec<Side>,
    /// The frontier of the acceptable packages.
    pub frontier: FrontierFound,
    /// In the order in which they were asked for.
    pub picked: Vec<Picked>,
}

/// What one rule picks.
#[derive(Debug, Clone)]
pub struct Picked {
    /// The rule.
    pub rule: Rule,
    /// What it picks.
    pub found: Variant,
}

/// What a rule picks, or why it picks nothing.
#[derive(Debug, Clone)]
pub enum Variant {
    /// For each of its score vectors, from the most for the first party down, one package and how many
    /// have these scores. Of rules among all packages, a package need not be acceptable at the declared
    /// positions.
    Found(Vec<(Acceptable, Count)>),
    /// There is nothing to pick from, or nothing that leaves nobody worse off.
    Nothing,
    /// Stopped before it was known.
    Stopped(StopReason),
}

impl Variants {
    /// What a rule picks, where it picks something.
    pub fn found(&self, rule: Rule) -> Option<&[(Acceptable, Count)]> {
        let picked = self.picked.iter().find(|picked| picked.rule == rule)?;
        match &picked.found {
            Variant::Found(found) => Some(found),
            Variant::Nothing | Variant::Stopped(_) => None,
        }
    }
}
