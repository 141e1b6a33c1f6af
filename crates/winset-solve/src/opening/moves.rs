//! Which clashes a single move of an opening ends.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};

use winset_check::{Clash, ClashMember, without};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::{Case, DemandId};
use winset_model::derived::Concession;
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::clash::{Clashes, FloorMode, clashes, negotiable};
use crate::search::overlap;

/// Most clashes that are looked for beside openings.
const CLASHES_MAX: usize = 200;
/// How often they may look at the clock: at least once for each search and every few nodes.
const LOOKS_MAX: u64 = 5_000;

/// The clashes of demands (floors ignored) that are found with little work: all of them where there
/// are few, else those found first. The work is counted, not timed, so the list is the same each
/// time unless the budget stops it.
pub fn clashes_at_hand(case: &Case, positions: &Positions, budget: &Budget<'_>) -> Clashes {
    let looks = AtomicU64::new(0);
    let stop = || {
        let over = looks.fetch_add(1, Ordering::Relaxed) >= LOOKS_MAX;
        (budget.stop)().or(over.then_some(StopReason::NodeLimit))
    };
    let limited = Budget {
        threads: 1,
        stop: &stop,
        ..*budget
    };
    let most = Some(CLASHES_MAX);
    clashes(case, positions, FloorMode::Ignore, most, &limited)
}

/// Where a demand moves to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A line, to this step of its ladder.
    Step(usize),
    /// It is given up.
    Dropped,
}

/// One move of an opening, and what it does to the clashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// What moves.
    pub demand: DemandId,
    /// Where to.
    pub to: Target,
    /// The clashes that the demand is a member of, by their places.
    pub member_of: Vec<usize>,
    /// Those of them that this move ends alone, while everything else stays.
    pub ends: Vec<usize>,
}

/// For each concession its moves, in order: lines, then links, then vote rules, each in the case's
/// order.
///
/// `clashes` are clashes of demands (floors ignored) under the positions. Whether a move ends a
/// clash is asked once for each step that occurs in any of the concessions.
///
/// # Errors
/// The reason for which it was stopped.
pub fn moves(
    case: &Case,
    positions: &Positions,
    concessions: &[&Concession],
    clashes: &[Clash],
    budget: &Budget<'_>,
) -> Result<Vec<Vec<Move>>, StopReason> {
    let bare = positions.clone().without_floors();
    let desk = Desk {
        case,
        all: negotiable(case, &bare, FloorMode::Ignore),
        positions: bare,
        clashes,
        budget,
    };
    let mut seen: BTreeMap<(DemandId, Target), Move> = BTreeMap::new();
    let mut lists = Vec::with_capacity(concessions.len());
    for concession in concessions {
        let steps = concession.steps.iter();
        let steps = steps.map(|(line, step)| (DemandId::Line(*line), Target::Step(*step)));
        let drops = concession.dropped.iter().map(|d| (*d, Target::Dropped));
        let mut list = Vec::with_capacity(concession.len());
        for (demand, to) in steps.chain(drops) {
            let one = match seen.get(&(demand, to)) {
                Some(known) => known.clone(),
                None => desk.of(demand, to)?,
            };
            seen.insert((demand, to), one.clone());
            list.push(one);
        }
        lists.push(list);
    }
    Ok(lists)
}

/// What single moves are tried on.
struct Desk<'a> {
    case: &'a Case,
    positions: Positions,
    all: BTreeSet<ClashMember>,
    clashes: &'a [Clash],
    budget: &'a Budget<'a>,
}

impl Desk<'_> {
    fn of(&self, demand: DemandId, to: Target) -> Result<Move, StopReason> {
        let mut found = Move {
            demand,
            to,
            member_of: Vec::new(),
            ends: Vec::new(),
        };
        for (place, clash) in self.clashes.iter().enumerate() {
            if clash.members().contains(&ClashMember::Demand(demand)) {
                found.member_of.push(place);
                if self.ends(demand, to, clash)? {
                    found.ends.push(place);
                }
            }
        }
        Ok(found)
    }

    /// Whether the members of a clash can hold together once the move is made. A clash without one
    /// of its members can.
    fn ends(&self, demand: DemandId, to: Target, clash: &Clash) -> Result<bool, StopReason> {
        let (DemandId::Line(line), Target::Step(step)) = (demand, to) else {
            return Ok(true);
        };
        let others = self.all.difference(clash.members()).copied().collect();
        let mut asked = without(&self.positions, &others);
        asked.steps[line] = step;
        match overlap(self.case, &asked, self.budget) {
            Answer::Found(_) => Ok(true),
            Answer::Impossible(_) => Ok(false),
            Answer::Stopped { reason, .. } => Err(reason),
        }
    }
}
