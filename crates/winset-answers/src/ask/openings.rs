//! The cheapest concessions after which an overlap exists, and what each of them does.

use winset_check::{Cheapest, Opening};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::derived::Concession;
use winset_model::disagreement::Disagreement;
use winset_model::positions::Positions;
use winset_solve::{
    Blocked, Budget, Clashes, Move, OpeningTerms, Openings, OpeningsEnd, Overlap, Wanted,
    clashes_at_hand, look_around, moves,
};

use super::{OverlapSettlements, WorkLimit};

/// What is asked of openings.
#[derive(Debug, Clone)]
pub struct OpeningsTerms {
    /// What may move, who bears how much, and in which order.
    pub terms: OpeningTerms,
    /// How many are wanted.
    pub wanted: Wanted,
}

/// Openings, and what each of them does.
#[derive(Debug)]
pub struct OpeningsAnswer {
    /// What was asked.
    pub asked: OpeningsTerms,
    /// The openings, and what is proven of the others.
    pub found: Openings,
    /// For each opening the overlap that results.
    pub overlaps: Vec<Overlap>,
    /// For each opening the settlements in that overlap.
    pub settled: Vec<OverlapSettlements>,
    /// Clashes at the positions; none are looked for when nothing has to be given up.
    pub clashes: Option<Clashes>,
    /// For each opening its moves; `None` when it was stopped before they were known.
    pub moves: Option<Vec<Vec<Move>>>,
    /// Why a part beside the list was not finished.
    pub cut: Option<StopReason>,
}

/// Finds openings, then what each of them does: all of it within one budget, but for settlements,
/// each of which is a part with a limit of its own.
pub fn openings(
    case: &Case,
    positions: &Positions,
    asked: OpeningsTerms,
    budget: &Budget<'_>,
    limit: &WorkLimit<'_>,
) -> OpeningsAnswer {
    let found = winset_solve::openings(case, positions, &asked.terms, asked.wanted, budget);
    let around = |opening: &Opening| {
        let moved = opening.concession().applied(positions);
        let overlap = look_around(case, &moved, opening.acceptable().clone(), budget);
        let settled = limit.settlements(case, &moved, Disagreement::of(case), &overlap);
        (overlap, settled)
    };
    let list = || found.list.iter().map(Cheapest::opening);
    let (overlaps, settled): (Vec<Overlap>, Vec<OverlapSettlements>) = list().map(around).unzip();
    let mut cut = overlaps.iter().find_map(|overlap| overlap.stopped);
    let given_up: Vec<&Concession> = list().map(|o| o.concession().as_ref()).collect();
    let mut clashes = None;
    let mut made = None;
    if given_up.iter().any(|c| !c.is_empty()) {
        let known = clashes_at_hand(case, positions, budget);
        match moves(case, positions, &given_up, &known.list, budget) {
            Ok(lists) => made = Some(lists),
            Err(reason) => cut = Some(reason),
        }
        clashes = Some(known);
    }
    OpeningsAnswer {
        asked,
        found,
        overlaps,
        settled,
        clashes,
        moves: made,
        cut,
    }
}

impl OpeningsAnswer {
    /// The first opening, where something has to be given up for it.
    pub fn first(&self) -> Option<&Opening> {
        let first = self.found.list.first().map(Cheapest::opening);
        first.filter(|opening| !opening.concession().is_empty())
    }

    /// Why it is not decided; none where an interrupted part is all that is missing and that part was
    /// stopped by its limit.
    pub fn stopped(&self) -> Option<StopReason> {
        let undecided = match &self.found.end {
            OpeningsEnd::Stopped(cut) => Some(cut.reason),
            OpeningsEnd::Nothing(_, Blocked::Undecided(reason)) => {
                Some(*reason).filter(|reason| *reason == StopReason::Interrupted)
            }
            OpeningsEnd::Nothing(..) | OpeningsEnd::Complete(_) | OpeningsEnd::Dearer(_) => None,
        };
        undecided.or(self.cut.filter(|cut| *cut == StopReason::Interrupted))
    }
}
