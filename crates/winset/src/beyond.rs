//! What `winset solve` says beyond the verdict, each part with a small share of work of its own:
//! the clashes and the cheapest opening where there is no overlap, the settlements where there is.

use winset::model::case::Case;
use winset::model::positions::Positions;
use winset::solve::{
    Budget, Clashes, Floors, OpeningTerms, Openings, Settlements, Terms, Verdict, Wanted, clashes,
    openings, settlements,
};

use crate::args::LimitArgs;
use crate::progress::Watch;
use crate::standing::{self, Standing};

/// Looks at the clock that each part may take: tens of milliseconds to a few seconds of work.
const LOOKS_MAX: u64 = 5_000;

/// The parts.
#[derive(Debug)]
pub(crate) struct Beyond {
    /// Clashes of demands, floors left out; `None` where there is an overlap.
    pub(crate) clashes: Option<Clashes>,
    /// The cheapest opening.
    pub(crate) openings: Openings,
    /// What the cheapest opening leaves.
    pub(crate) opened: Option<Verdict>,
    /// Settlements in the overlap, or in what the cheapest opening leaves.
    pub(crate) settlements: Option<Settlements>,
    /// What the settlements go by.
    pub(crate) terms: Terms,
}

/// Asks for the parts. One thread each, so that where a share ends is the same on every machine.
pub(crate) fn beyond(
    case: &Case,
    positions: &Positions,
    answer: &Verdict,
    limits: &LimitArgs,
    watch: Watch,
) -> Beyond {
    let share = || watch.ration(LOOKS_MAX);
    let nodes_max = limits.node_limit;
    let found = matches!(standing::declared(answer), Standing::Overlap(_));
    let (of_clashes, of_openings, of_settlements) = (share(), share(), share());
    let budget = |stop| Budget {
        nodes_max,
        threads: 1,
        stop,
    };
    let stop = || of_clashes.stop();
    let clashes = (!found).then(|| {
        let floors = Floors::Ignore;
        clashes(case, positions, floors, None, &budget(&stop))
    });
    let stop = || of_openings.stop();
    let asked = OpeningTerms::default();
    let openings = openings(case, positions, &asked, Wanted::First(1), &budget(&stop));
    let first = openings.list.first().map(|o| o.opening().concession());
    let moved = first.map(|concession| concession.applied(positions));
    let opened = moved.as_ref().filter(|_| !found);
    let opened = opened.map(|moved| winset::solve::verdict(case, moved, &budget(&stop)));
    let stop = || of_settlements.stop();
    let terms = Terms::of(case);
    let settlements = moved.map(|moved| {
        let overlap = match opened
            .as_ref()
            .map_or_else(|| standing::declared(answer), standing::declared)
        {
            Standing::Overlap(overlap) => Some(overlap),
            Standing::None(_) | Standing::Undecided(..) => None,
        };
        let best = overlap.map_or(&[][..], |o| &o.best);
        let known: Vec<_> = best.iter().flatten().cloned().collect();
        settlements(case, &moved, &terms, &known, &budget(&stop))
    });
    Beyond {
        clashes,
        openings,
        opened,
        settlements,
        terms,
    }
}
