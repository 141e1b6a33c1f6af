//! The questions, one after the other.

use std::num::NonZeroUsize;
use std::time::Duration;

use winset_check::Cheapest;
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::derived;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{
    Budget, DAYS_MAX, Floors, OpeningTerms, Openings, Order, Overlap, StepLimits, Terms, Wanted,
    branch, clashes, frontier, levers, listing, look_around, openings, settlements, steps, turns,
};

use crate::within::now;

use super::{ClashesFound, Findings, Movers, Pressed, PressureFound, Room, Stage, Told, moves};

/// Most clashes that are looked for.
const CLASHES_MAX: usize = 300;
/// Openings that are listed, with all that cost the same as the last.
const OPENINGS: usize = 3;
/// Most packages that are drawn.
pub(super) const PACKAGES_MAX: usize = 2_000;
/// Most sets of levers that are looked for.
const LEVER_SETS_MAX: usize = 12;

/// What the questions are asked with.
struct Asked<'a> {
    findings: &'a Findings,
    case: &'a Case,
    declared: Positions,
    movers: Movers,
    time_limit: Duration,
}

/// Asks a question, and keeps the answer.
type Work = fn(&Asked<'_>);

/// Asks everything, and tells of each question when it is done.
pub(super) fn all(findings: &Findings, case: &Case, movers: Movers, time_limit: Duration) {
    let asked = Asked {
        findings,
        case,
        declared: Positions::declared(case),
        movers,
        time_limit,
    };
    let stages: [(Stage, Work); Stage::COUNT] = [
        (Stage::Verdict, verdict),
        (Stage::Clashes, conflicts),
        (Stage::Openings, cheapest),
        (Stage::Room, room),
        (Stage::Shared, shared),
        (Stage::Pressure, pressure),
    ];
    for (stage, work) in stages {
        if findings.is_cancelled() {
            return;
        }
        work(&asked);
        findings.done.send_replace(stage as usize);
    }
}

impl Asked<'_> {
    /// Asks one question within its time.
    fn within<T>(&self, question: impl FnOnce(&Budget<'_>) -> T) -> T {
        let deadline = now().checked_add(self.time_limit);
        let stop = || {
            if self.findings.is_cancelled() {
                Some(StopReason::Interrupted)
            } else if deadline.is_some_and(|deadline| now() >= deadline) {
                Some(StopReason::TimeLimit)
            } else {
                None
            }
        };
        let threads = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        question(&Budget {
            nodes_max: None,
            threads,
            stop: &stop,
        })
    }

    fn openings(&self, order: Order) -> Option<Openings> {
        let only_party = match self.movers {
            Movers::All => None,
            Movers::Only(party) => Some(party),
            Movers::Nobody => return None,
        };
        let terms = OpeningTerms {
            terms: derived::ConcessionTerms {
                only_party,
                ..derived::ConcessionTerms::default()
            },
            order,
            ..OpeningTerms::default()
        };
        let first = Wanted::First(OPENINGS);
        Some(self.within(|budget| openings(self.case, &self.declared, &terms, first, budget)))
    }
}

fn verdict(asked: &Asked<'_>) {
    let found = asked.within(|budget| branch(asked.case, &asked.declared, budget));
    let _ = asked.findings.verdict.set((found.verdict, found.obstacle));
}

fn conflicts(asked: &Asked<'_>) {
    let (case, declared) = (asked.case, &asked.declared);
    let found = asked.within(|budget| {
        let list = clashes(case, declared, Floors::Ignore, Some(CLASHES_MAX), budget);
        let told = winset_told::clashes::tell(case, declared, Floors::Ignore, &list, budget);
        let headline = winset_told::clashes::headline(case, &told, list.stopped);
        let of = |told: winset_told::clashes::Told<'_>| {
            let place = list.list.iter().position(|c| std::ptr::eq(c, told.clash));
            Some(Told {
                place: place?,
                words: told.words,
            })
        };
        let told = told.into_iter().filter_map(of).collect();
        let reliefs = moves::reliefs((case, declared), &list.list, asked.movers, budget);
        ClashesFound {
            list,
            told,
            headline,
            reliefs,
        }
    });
    let _ = asked.findings.clashes.set(found);
}

fn cheapest(asked: &Asked<'_>) {
    let found = asked.openings(Order::Cost);
    let _ = asked.findings.openings.set(found);
}

fn shared(asked: &Asked<'_>) {
    let found = asked.openings(Order::Largest);
    let _ = asked.findings.shared.set(found);
}

/// The overlap that is there, or that the first opening leaves, and what is in it.
fn room(asked: &Asked<'_>) {
    let found = positions_with_overlap(asked).map(|(positions, overlap)| {
        let case = asked.case;
        let terms = Terms::of(case);
        let known: Vec<_> = overlap.best.iter().flatten().cloned().collect();
        let settled = asked.within(|budget| settlements(case, &positions, &terms, &known, budget));
        let listing = asked.within(|budget| listing(case, &positions, PACKAGES_MAX, budget));
        let mut scoring = terms.parties.iter().copied();
        let axes = scoring.next().zip(scoring.next());
        let frontier = axes.map(|(x, y)| {
            let found = asked.within(|budget| frontier(case, &positions, &[x, y], budget));
            (x, y, found)
        });
        Room {
            positions,
            overlap,
            settled,
            listing,
            frontier,
        }
    });
    let _ = asked.findings.room.set(found);
}

fn positions_with_overlap(asked: &Asked<'_>) -> Option<(Positions, Overlap)> {
    let (verdict, _) = asked.findings.verdict.get()?;
    if let Answer::Found(overlap) = &verdict.overlap {
        return Some((asked.declared.clone(), overlap.clone()));
    }
    let openings = asked.findings.openings.get()?.as_ref()?;
    let opening = openings.list.first().map(Cheapest::opening)?;
    let positions = opening.concession().applied(&asked.declared);
    let witness = opening.acceptable().clone();
    let overlap = asked.within(|b| look_around(asked.case, &positions, witness, b));
    Some((positions, overlap))
}

fn pressure(asked: &Asked<'_>) {
    let case = asked.case;
    let room = asked.findings.room.get().and_then(Option::as_ref);
    let found = room.map(|room| {
        let parties = (0..case.parties.len()).map(PartyId::at);
        let pressed = |party: PartyId| {
            let limits = StepLimits::default();
            let steps = asked.within(|b| steps(case, &room.positions, party, limits, b));
            let steps = steps.transpose()?.map(|steps| steps.count);
            Some(Pressed { party, steps })
        };
        let has_levers = !case.levers.is_empty();
        PressureFound {
            parties: parties.filter_map(pressed).collect(),
            levers: has_levers
                .then(|| asked.within(|b| levers(case, &asked.declared, Some(LEVER_SETS_MAX), b))),
            turns: asked.within(|b| turns(case, &asked.declared, DAYS_MAX, b)),
        }
    });
    let _ = asked.findings.pressure.set(found);
}
