//! Listing openings level by level of cost, each beyond those before.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::sync::Arc;

use winset_check::{
    Cheapest, ConcessionQuestion, Level, NoOther, NoOverlap, Opening, level, no_other, opening,
};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::DemandId;
use winset_model::derived::Concession;
use winset_model::options::Package;

use super::asked::Wanted;
use super::found::{Blocked, OpeningsEnd, Unfinished};
use super::least::{Aim, Least, Search};
use crate::budget::Budget;
use crate::search::overlap;

/// Openings found so far, and what was seen on the way.
pub(super) struct Hunt<'a> {
    all: ConcessionQuestion<'a>,
    wanted: Wanted,
    budget: &'a Budget<'a>,
    /// What the openings of the list give up.
    known: Vec<Arc<Concession>>,
    /// In the order in which they were found.
    pub(super) list: Vec<Cheapest>,
    /// That there is nothing else below the levels of the largest cost.
    pub(super) levels: Vec<NoOther>,
    /// Packages of the derived case that were found.
    pool: Vec<Package>,
}

impl<'a> Hunt<'a> {
    pub(super) fn new(all: ConcessionQuestion<'a>, wanted: Wanted, budget: &'a Budget<'a>) -> Self {
        Self {
            all,
            wanted,
            budget,
            known: Vec::new(),
            list: Vec::new(),
            levels: Vec::new(),
            pool: Vec::new(),
        }
    }

    /// By the sum of costs.
    pub(super) fn by_cost(&mut self) -> Result<OpeningsEnd, Unfinished> {
        let all = self.all.clone();
        let rest = self.exhaust(&all)?;
        Ok(self.ended(rest))
    }

    /// Level by level of the largest cost, by the sum of costs within each.
    pub(super) fn by_largest(&mut self) -> Result<OpeningsEnd, Unfinished> {
        let mut at_least = 0;
        loop {
            let asked = self.all.beyond(&self.known);
            let largest = match self.least(&asked, Aim::Largest, at_least) {
                Least::Found { value, proof, .. } => {
                    if let Some(proof) = proof {
                        let lower = self.capped(&asked, value - 1);
                        self.levels.push(self.none_left(&lower, None, &proof)?);
                    }
                    value
                }
                Least::None(proof) => return Ok(self.ended(self.none_left(&asked, None, &proof)?)),
                // The sum is at least the largest.
                Least::Stopped {
                    reason,
                    at_least,
                    best,
                } => {
                    let cut = self.cut(&asked, reason, at_least, best.as_ref());
                    return Err(on_level(cut, at_least));
                }
            };
            let within = self.capped(&self.all, largest);
            let rest = self.exhaust(&within);
            let rest = rest.map_err(|cut| on_level(cut, largest))?;
            if rest.cost_most().is_some() {
                return Ok(self.ended(rest));
            }
            at_least = largest + 1;
        }
    }

    /// The question with no party's concessions above a cost.
    fn capped<'c>(&self, asked: &ConcessionQuestion<'c>, cost: i64) -> ConcessionQuestion<'c> {
        let cost = cost_of(cost);
        let lower = |limit: &Option<u64>| Some(limit.map_or(cost, |l| l.min(cost)));
        let most: Vec<Option<u64>> = self.all.scope().most.iter().map(lower).collect();
        asked.within(&most)
    }

    /// Lists the openings of a question from the cheapest on, until there is no other, or enough
    /// are listed and no other costs the same as the last.
    fn exhaust(&mut self, question: &ConcessionQuestion<'_>) -> Result<NoOther, Unfinished> {
        let mut at_least = 0;
        let mut asked = question.beyond(&self.known);
        loop {
            let (value, package, proof) = match self.least(&asked, Aim::Total, at_least) {
                Least::Found {
                    value,
                    package,
                    proof,
                } => (value, package, proof),
                Least::None(proof) => return self.none_left(&asked, None, &proof),
                Least::Stopped {
                    reason,
                    at_least,
                    best,
                } => return Err(self.cut(&asked, reason, at_least, best.as_ref())),
            };
            // Nothing costs less than 0, and no certificate shows that.
            let proof = proof.map_or_else(Vec::new, |proof| proof.bytes().to_vec());
            let level = level(&asked, cost_of(value), proof);
            let level = level.map_err(|why| failed(why, self.budget))?;
            let rest = self.all_of(&mut asked, &level, package)?;
            if self.are_enough() {
                return Ok(rest);
            }
            at_least = value + 1;
        }
    }

    /// Lists all openings of a cost, from the first one on. The question is left beyond them.
    fn all_of(
        &mut self,
        asked: &mut ConcessionQuestion<'_>,
        level: &Level<'_>,
        first: Package,
    ) -> Result<NoOther, Unfinished> {
        let mut next = Some(first);
        loop {
            let positions = asked.costing_at_most(level.cost());
            let package = match next.take() {
                Some(package) => package,
                None => match overlap(&asked.relaxed().case, &positions, self.budget) {
                    Answer::Found(found) => found.package().clone(),
                    Answer::Impossible(proof) => {
                        return self.none_left(asked, Some(level.cost()), &proof);
                    }
                    Answer::Stopped { reason, .. } => {
                        return Err(unfinished(reason, level.cost(), None));
                    }
                },
            };
            let package = self.shrunk(asked, package)?;
            let found = level.cheapest(&package);
            let found = found.map_err(|why| failed(why, self.budget))?;
            if self.known.contains(found.opening().concession()) {
                return Err(failed("an opening was found twice", self.budget));
            }
            self.known.push(Arc::clone(found.opening().concession()));
            self.list.push(found);
            *asked = asked.beyond(&self.known);
        }
    }

    /// A package that gives up as little as possible of what this one does, which costs the least:
    /// only steps and drops that cost nothing are left to be taken back, one at a time.
    fn shrunk(
        &mut self,
        asked: &ConcessionQuestion<'_>,
        mut package: Package,
    ) -> Result<Package, Unfinished> {
        let relaxed = asked.relaxed();
        let mut needed: BTreeSet<DemandId> = BTreeSet::new();
        loop {
            let concession = relaxed.concession(&package);
            let free = self.free(&concession);
            let Some((demand, less)) = free.into_iter().find(|(d, _)| !needed.contains(d)) else {
                return Ok(package);
            };
            let inside = relaxed.giving_up_at_most(&relaxed.positions, &less);
            match overlap(&relaxed.case, &inside, self.budget) {
                Answer::Found(found) => package = found.package().clone(),
                // It is needed for less than this as well.
                Answer::Impossible(_) => {
                    needed.insert(demand);
                }
                Answer::Stopped { reason, .. } => {
                    let shown = opening(asked, &package);
                    let shown = shown.map_err(|why| failed(why, self.budget))?;
                    return Err(unfinished(reason, shown.cost(), Some(shown)));
                }
            }
        }
    }

    /// The steps and drops of a concession that cost nothing, and the concession without each.
    fn free(&self, concession: &Concession) -> Vec<(DemandId, Concession)> {
        let (case, positions) = (self.all.case(), self.all.positions());
        let mut free = Vec::new();
        for (place, (line, step)) in concession.steps.iter().enumerate() {
            let ladder = case.lines[*line].ladder.open();
            if ladder[*step].cost > ladder[*step - 1].cost {
                continue;
            }
            let mut less = concession.clone();
            if *step - 1 > positions.steps[*line] {
                less.steps[place].1 -= 1;
            } else {
                less.steps.remove(place);
            }
            free.push((DemandId::Line(*line), less));
        }
        for demand in &concession.dropped {
            let cost = match demand {
                DemandId::Link(link) => case.links[*link].relax_cost.unwrap_or(0),
                DemandId::Line(_) | DemandId::Vote(..) => 0,
            };
            if cost == 0 {
                let mut less = concession.clone();
                less.dropped.remove(demand);
                free.push((*demand, less));
            }
        }
        free
    }

    /// Whether no more are wanted than are listed. Where nothing has to be given up there is no
    /// other.
    fn are_enough(&self) -> bool {
        let Some(last) = self.list.last() else {
            return false;
        };
        match self.wanted {
            Wanted::First(count) => {
                self.list.len() >= count && !last.opening().concession().is_empty()
            }
            Wanted::All => false,
        }
    }

    /// The least that a question comes to.
    fn least(&mut self, asked: &ConcessionQuestion<'_>, aim: Aim, at_least: i64) -> Least {
        let relaxed = asked.relaxed();
        let known = &self.known;
        self.pool.retain(|package| {
            let gives_up = relaxed.concession(package);
            !known.iter().any(|k| gives_up.covers(k))
        });
        let search = Search {
            relaxed,
            aim,
            at_least,
            pool: &mut self.pool,
            budget: self.budget,
        };
        search.run()
    }

    /// The end of a list after which no other was left.
    fn ended(&self, rest: NoOther) -> OpeningsEnd {
        if rest.cost_most().is_some() {
            OpeningsEnd::Dearer(rest)
        } else if self.list.is_empty() {
            OpeningsEnd::Nothing(rest, self.blocked())
        } else {
            OpeningsEnd::Complete(rest)
        }
    }

    /// That the question has no other opening up to a cost.
    fn none_left(
        &self,
        asked: &ConcessionQuestion<'_>,
        cost_most: Option<u64>,
        proof: &NoOverlap,
    ) -> Result<NoOther, Unfinished> {
        let rest = no_other(asked, cost_most, proof.bytes().to_vec());
        rest.map_err(|why| failed(why, self.budget))
    }

    /// What is known when looking for the least was stopped.
    fn cut(
        &self,
        asked: &ConcessionQuestion<'_>,
        reason: StopReason,
        at_least: i64,
        best: Option<&Package>,
    ) -> Unfinished {
        match best.map(|package| opening(asked, package)).transpose() {
            Ok(best) => unfinished(reason, cost_of(at_least), best),
            Err(why) => failed(why, self.budget),
        }
    }

    /// What is in the way when nothing opens.
    fn blocked(&self) -> Blocked {
        let relaxed = self.all.relaxed();
        let mut positions = relaxed.positions.clone();
        let own = self.all.case().parties.len();
        let floors = positions.floors.iter_mut().take(own);
        floors.for_each(|floor| *floor = None);
        match overlap(&relaxed.case, &positions, self.budget) {
            Answer::Found(_) => Blocked::NoDealValues,
            Answer::Impossible(proof) => Blocked::Positions(proof),
            Answer::Stopped { reason, .. } => Blocked::Undecided(reason),
        }
    }
}

/// What a question comes to, as a cost: never below 0.
fn cost_of(value: i64) -> u64 {
    u64::try_from(value).expect("nothing that is given up costs less than 0")
}

/// What is known when a question was stopped.
fn unfinished(reason: StopReason, at_least: u64, best: Option<Opening>) -> Unfinished {
    Unfinished {
        reason,
        level: None,
        at_least,
        best: best.map(Box::new),
    }
}

fn on_level(cut: Unfinished, level: i64) -> Unfinished {
    Unfinished {
        level: Some(cost_of(level)),
        ..cut
    }
}

/// What cannot happen while search and checker agree.
fn failed(why: impl Display, budget: &Budget<'_>) -> Unfinished {
    debug_assert!(false, "the checker refused what the search found: {why}");
    unfinished(budget.check_failed(why), 0, None)
}
