//! Holds every answer about one question to the census of all its packages.

use num_bigint::BigUint;
use winset_check::{Census, accept, census};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::positions::Positions;

use winset_solve::{Budget, Count, Obstacle, Overlap, verdict, ways};

/// What comparing the answers about a question with its census gave.
#[derive(Debug, Clone)]
pub struct Audit {
    /// The census.
    pub census: Census,
    /// What does not agree, a sentence each; as confidential as the case.
    pub differences: Vec<String>,
    /// Whether an answer was stopped by the budget.
    pub undecided: bool,
}

/// Asks for the verdict on a question and compares all of it with the census: overlap or none, the
/// number of packages by every way of counting, what is in the way, the options that occur, the best of each party.
///
/// `None` when there are more than `packages_max` packages, or the positions do not fit the case.
pub fn audit(
    case: &Case,
    positions: &Positions,
    budget: &Budget<'_>,
    packages_max: u64,
) -> Option<Audit> {
    let open = positions.clone().without_floors();
    let without_floors = census(case, &open, packages_max)?;
    let mut audit = Audit {
        census: census(case, positions, packages_max)?,
        differences: Vec::new(),
        undecided: false,
    };
    let verdict = verdict(case, positions, budget);
    match &verdict.overlap {
        Answer::Found(overlap) => audit.found(case, positions, overlap),
        Answer::Impossible(_) => audit.same("packages, proven", &0, &audit.census.count.clone()),
        Answer::Stopped { reason, bound, .. } => {
            audit.stopped(*reason);
            if bound.at_most < BigUint::from(audit.census.count) {
                audit.differ(format!("at most {} packages", bound.at_most));
            }
        }
    }
    match &verdict.without_floors {
        Answer::Found(count) => audit.count("without floors", count, without_floors.count),
        Answer::Impossible(_) => audit.same("packages without floors", &0, &without_floors.count),
        Answer::Stopped { reason, .. } => audit.stopped(*reason),
    }
    if audit.census.count == 0 {
        let right = in_the_way(case, &open, without_floors.count, packages_max)?;
        let said = verdict.in_the_way;
        if let Some(Obstacle::PositionsOrLaws(reason)) = said {
            audit.stopped(reason);
        } else if said.is_some() || !audit.undecided {
            audit.same("in the way", &said, &Some(right));
        }
    } else if verdict.in_the_way.is_some() {
        audit.differ("something is in the way of an overlap".to_owned());
    }
    for (way, count) in ways::counts(case, positions, budget) {
        audit.count(way, &count, audit.census.count);
    }
    Some(audit)
}

/// What is in the way by census, where no package is acceptable; `open` are the positions without
/// floors, which leave so many packages.
fn in_the_way(
    case: &Case,
    open: &Positions,
    floorless: u64,
    packages_max: u64,
) -> Option<Obstacle> {
    if floorless > 0 {
        return Some(Obstacle::Values);
    }
    let mut laws = open.clone();
    let demands = case.demands().into_iter();
    laws.dropped.extend(demands.filter(|d| !case.is_law(*d)));
    Some(match census(case, &laws, packages_max)?.count {
        0 => Obstacle::Laws,
        _ => Obstacle::Positions,
    })
}

impl Audit {
    fn differ(&mut self, difference: String) {
        self.differences.push(difference);
    }

    fn same<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, said: &T, counted: &T) {
        if said != counted {
            self.differ(format!("{what}: {said:?} said, {counted:?} by census"));
        }
    }

    fn stopped(&mut self, reason: StopReason) {
        self.undecided = true;
        if reason == StopReason::CheckFailed {
            self.differ("the checker refused what the search found".to_owned());
        }
    }

    fn count(&mut self, way: &str, count: &Count, right: u64) {
        let right = BigUint::from(right);
        match count {
            Count::Exact(count) => self.same(&format!("packages {way}"), count, &right),
            Count::Between {
                at_least,
                at_most,
                reason,
            } => {
                self.stopped(*reason);
                if right < *at_least || right > *at_most {
                    self.differ(format!(
                        "packages {way}: {at_least} to {at_most}, not {right}"
                    ));
                }
            }
        }
    }

    fn found(&mut self, case: &Case, positions: &Positions, overlap: &Overlap) {
        if accept(case, positions, overlap.witness.package()).as_ref() != Ok(&overlap.witness) {
            self.differ("the package found is not acceptable".to_owned());
        }
        self.count("in the overlap", &overlap.count, self.census.count);
        if let Some(occurring) = &overlap.occurring {
            self.same("options that occur", occurring, &self.census.open.clone());
        }
        for (party, best) in self.census.best.clone().into_iter().enumerate() {
            let said = overlap.best[party].as_ref().map(winset_check::Best::value);
            if overlap.stopped.is_none() || said.is_some() {
                self.same(&format!("best of party number {party}"), &said, &best);
            }
        }
        if let Some(reason) = overlap.stopped {
            self.stopped(reason);
        }
    }
}
