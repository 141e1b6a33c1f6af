//! `winset open`: the cheapest concessions after which an overlap exists.

mod export;
mod page;
mod terms;
mod words;

pub(crate) use page::{headline, reason, unfinished};

use winset::check::{Cheapest, ClashMember, Opening};
use winset::model::answer::StopReason;
use winset::model::case::{Case, DemandId};
use winset::model::derived::Concession;
use winset::model::disagreement::Disagreement;
use winset::model::options::PartyId;
use winset::model::positions::Positions;
use winset::solve::{
    Blocked, Budget, Clashes, Move, OpeningTerms, Openings, OpeningsEnd, Overlap, Wanted,
    clashes_at_hand, look_around, moves, openings,
};

use crate::args::OpenArgs;
use crate::exit::{Failure, Outcome};
use crate::output::{self, Output};
use crate::progress::{Watch, unless_interrupted};
use crate::share::{Settled, Shares};
use crate::wire;

/// Openings, and what each of them does.
#[derive(Debug)]
pub(crate) struct Opened<'c> {
    pub(crate) case: &'c Case,
    pub(crate) positions: &'c Positions,
    pub(crate) asked: OpeningTerms,
    pub(crate) wanted: Wanted,
    pub(crate) found: Openings,
    /// For each opening the overlap that results.
    pub(crate) overlaps: Vec<Overlap>,
    /// For each opening the settlements in that overlap.
    pub(crate) settled: Vec<Settled>,
    /// Clashes at the positions; none are looked for when nothing has to be given up.
    pub(crate) clashes: Option<Clashes>,
    /// For each opening its moves; `None` when it was stopped before they were known.
    pub(crate) moves: Option<Vec<Vec<Move>>>,
    /// Why a part beside the list was not finished.
    pub(crate) cut: Option<StopReason>,
}

/// Runs `winset open`.
pub(crate) fn run(args: &OpenArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let asked = terms::read(case, args)?;
    if let Some(folder) = &args.export {
        export::look_ahead(folder)?;
    }
    let wanted = if args.all {
        Wanted::All
    } else {
        Wanted::First(args.next.get())
    };
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let declared = Positions::declared(case);
    let opened = watch.during("looking for the cheapest opening", || {
        let shares = Shares::new(watch, &args.limits);
        Opened::new((case, &declared), asked, wanted, (&budget, shares))
    });
    let files = match &args.export {
        Some(folder) => export::write(&opened, folder)?,
        None => 0,
    };
    if args.json {
        output::bytes(&wire::line(&wire::OpenForm::new(&opened))?)?;
    } else {
        let folder = args.export.as_deref().map(|folder| (folder, files));
        output.page(&page::page(&opened, folder))?;
    }
    Ok(unless_interrupted(opened.outcome()))
}

impl<'c> Opened<'c> {
    /// Finds openings, then what each of them does; settlements each within a share of work.
    pub(crate) fn new(
        question: (&'c Case, &'c Positions),
        asked: OpeningTerms,
        wanted: Wanted,
        (budget, shares): (&Budget<'_>, Shares),
    ) -> Self {
        let (case, positions) = question;
        let found = openings(case, positions, &asked, wanted, budget);
        let around = |opening: &Opening| {
            let moved = opening.concession().applied(positions);
            let overlap = look_around(case, &moved, opening.acceptable().clone(), budget);
            let settled = shares.settled((case, &moved), Disagreement::of(case), &overlap);
            (overlap, settled)
        };
        let list = || found.list.iter().map(Cheapest::opening);
        let (overlaps, settled): (Vec<Overlap>, Vec<Settled>) = list().map(around).unzip();
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
        Self {
            case,
            positions,
            asked,
            wanted,
            found,
            overlaps,
            settled,
            clashes,
            moves: made,
            cut,
        }
    }

    /// The parties that a concession moves demands of, or costs something, with what it costs
    /// them; in the case's order.
    pub(crate) fn by_owner(&self, opening: &Opening) -> Vec<(PartyId, u64)> {
        let parties = (0..self.case.parties.len()).map(PartyId::at);
        let movers = owners(self.case, opening.concession());
        let costs = parties.zip(opening.costs().iter().copied());
        costs
            .filter(|(party, cost)| *cost > 0 || movers.contains(party))
            .collect()
    }

    fn outcome(&self) -> Outcome {
        let interrupted = self.cut == Some(StopReason::Interrupted);
        let undecided = match &self.found.end {
            OpeningsEnd::Stopped(_) => true,
            OpeningsEnd::Nothing(_, Blocked::Undecided(reason)) => {
                *reason == StopReason::Interrupted
            }
            OpeningsEnd::Nothing(..) | OpeningsEnd::Complete(_) | OpeningsEnd::Dearer(_) => false,
        };
        if undecided || interrupted {
            Outcome::Stopped
        } else {
            Outcome::Answered
        }
    }
}

/// Whose demands a concession moves, each as often as it does.
fn owners(case: &Case, concession: &Concession) -> Vec<PartyId> {
    let lines = concession.steps.iter();
    let lines = lines.map(|(line, _)| DemandId::Line(*line));
    let moved = lines.chain(concession.dropped.iter().copied());
    let owner = |demand| winset::told::owner(case, ClashMember::Demand(demand));
    moved.filter_map(owner).collect()
}
