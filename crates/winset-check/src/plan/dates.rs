//! Dates that contradict each other: a circle of rules that no days can meet.

use super::question::PlanQuestion;
use super::refusal::PlanRefusal;
use super::rule::{PlanRule, difference};

/// Rules that contradict each other: each asks that one thing follows another by so many days, they go
/// round in a circle, and their days add up to more than nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatesContradict {
    rules: Vec<PlanRule>,
    excess_days: u64,
}

impl DatesContradict {
    /// The rules, each beginning where the one before ends.
    pub fn rules(&self) -> &[PlanRule] {
        &self.rules
    }

    /// By how many days they cannot be met together.
    pub fn excess_days(&self) -> u64 {
        self.excess_days
    }
}

/// Checks that rules of the case contradict each other.
///
/// # Errors
/// When one is not of the case, when they form no circle, or when days meet them.
pub fn dates_contradict(
    question: &PlanQuestion<'_>,
    rules: &[PlanRule],
) -> Result<DatesContradict, PlanRefusal> {
    let mut differences = Vec::new();
    for rule in rules {
        differences.push(difference(question, *rule).ok_or(PlanRefusal::NoContradiction)?);
    }
    let next = differences.iter().cycle().skip(1);
    if !differences
        .iter()
        .zip(next)
        .all(|(one, next)| one.to == next.from)
    {
        return Err(PlanRefusal::NoContradiction);
    }
    let sum: i64 = differences.iter().map(|one| one.days).sum();
    let excess_days = u64::try_from(sum).unwrap_or(0);
    if excess_days == 0 {
        return Err(PlanRefusal::NoContradiction);
    }
    Ok(DatesContradict {
        rules: rules.to_vec(),
        excess_days,
    })
}
