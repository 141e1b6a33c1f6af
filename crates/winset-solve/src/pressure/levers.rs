//! Which levers to pull: the cheapest sets of them that open an overlap.

use std::collections::BTreeSet;
use std::fmt;

use winset_check::{Acceptable, Best, NoOverlap, accept};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::derived::{Levered, after_levers};
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::parallel::each;
use crate::search::overlap;
use crate::settle::NO_SCORES;
use crate::survey::best;

/// Levers that open an overlap together, none of which could be kept.
#[derive(Clone, PartialEq, Eq)]
pub struct LeverSet {
    /// The levers, by their places in the case; none when there is an overlap anyway.
    pub levers: BTreeSet<usize>,
    /// For each party, in the parties' order, what the levers that it pulls cost it by its own
    /// estimate.
    pub costs: Vec<u64>,
    /// Days until the last of them works: they work side by side.
    pub delay_days: u64,
    /// A package that is acceptable after them.
    pub package: Acceptable,
    /// That no other set is cheaper, but for those that are listed before: the claim is about a
    /// derived case.
    pub best: Best,
}

/// Shows the levers and a package; costs are confidential.
impl fmt::Debug for LeverSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LeverSet")
            .field("levers", &self.levers)
            .field("delay_days", &self.delay_days)
            .field("package", &self.package)
            .finish_non_exhaustive()
    }
}

impl LeverSet {
    /// All costs added up, over the pullers' own estimates.
    pub fn cost(&self) -> u64 {
        self.costs.iter().sum()
    }
}

/// What levers can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levers {
    /// Minimal sets that open an overlap: by the sum of all costs, then by size, then by levers.
    pub sets: Vec<LeverSet>,
    /// That no set opens one that does not hold one of these: the claim is about a derived case.
    pub rest: Option<NoOverlap>,
    /// Why there may be more sets; each would be at least as dear as the last one listed.
    pub stopped: Option<StopReason>,
}

/// Finds all minimal sets of levers that open an overlap, everything else fixed, the cheapest first.
/// With `sets_max`, stops with [`StopReason::NodeLimit`] after so many.
///
/// The question is restated as a case with a choice for each lever
/// ([`Levered`]); laws against the sets already found give the next ones. All sets cannot be had
/// where the restated numbers would be too large: that is stopped with
/// [`StopReason::NumberLimit`].
pub fn levers(
    case: &Case,
    positions: &Positions,
    sets_max: Option<usize>,
    budget: &Budget<'_>,
) -> Levers {
    let mut found = Levers {
        sets: Vec::new(),
        rest: None,
        stopped: None,
    };
    match Levered::new(case, positions) {
        Ok(asked) => found.stopped = found.search(case, positions, asked, sets_max, budget).err(),
        Err(_) => found.stopped = Some(StopReason::NumberLimit),
    }
    let key = |set: &LeverSet| (set.cost(), set.levers.len(), set.levers.clone());
    found.sets.sort_by_cached_key(key);
    found
}

impl Levers {
    fn search(
        &mut self,
        case: &Case,
        positions: &Positions,
        mut asked: Levered,
        sets_max: Option<usize>,
        budget: &Budget<'_>,
    ) -> Result<(), StopReason> {
        loop {
            let witness = match overlap(&asked.case, &asked.positions, budget) {
                Answer::Found(witness) => witness,
                Answer::Impossible(proof) => {
                    self.rest = Some(proof);
                    return Ok(());
                }
                Answer::Stopped { reason, .. } => return Err(reason),
            };
            if sets_max.is_some_and(|max| self.sets.len() >= max) {
                return Err(StopReason::NodeLimit);
            }
            let best = best(
                &asked.case,
                &asked.positions,
                asked.burden,
                &witness,
                budget,
            )?;
            let best = best.ok_or_else(|| budget.check_failed(NO_SCORES))?;
            let package = best.acceptable().package();
            let levers = asked.pulled(package);
            let inside = asked.package(package);
            let moved = after_levers(case, positions, &levers).ok_or(StopReason::NumberLimit)?;
            let package = accept(case, &moved, &inside);
            let package = package.map_err(|why| budget.check_failed(why))?;
            let law = asked.less_than(&levers);
            asked = asked.with_law("not-all-of-these", law);
            self.sets.push(lever_set(case, levers, package, best));
        }
    }
}

fn lever_set(case: &Case, levers: BTreeSet<usize>, package: Acceptable, best: Best) -> LeverSet {
    let mut costs = vec![0; case.parties.len()];
    let mut delay_days = 0;
    for lever in levers.iter().map(|l| &case.levers[*l]) {
        costs[lever.by.index()] += lever.cost_to_puller;
        delay_days = delay_days.max(lever.delay_days);
    }
    LeverSet {
        levers,
        costs,
        delay_days,
        package,
        best,
    }
}

/// For each lever of the case, what it does when it is pulled alone: a package that is acceptable
/// then, or the proof that there is none. Stopped levers say so.
pub fn lever_alone(
    case: &Case,
    positions: &Positions,
    budget: &Budget<'_>,
) -> Vec<Result<Alone, StopReason>> {
    let every: Vec<usize> = (0..case.levers.len()).collect();
    each(budget.threads, &every, |lever| {
        let pulled = BTreeSet::from([*lever]);
        let moved = after_levers(case, positions, &pulled).ok_or(StopReason::NumberLimit)?;
        match overlap(case, &moved, budget) {
            Answer::Found(package) => Ok(Alone::Open(package)),
            Answer::Impossible(proof) => Ok(Alone::Closed(proof)),
            Answer::Stopped { reason, .. } => Err(reason),
        }
    })
}

/// What there is after a lever that is pulled alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alone {
    /// An overlap.
    Open(Acceptable),
    /// None.
    Closed(NoOverlap),
}
