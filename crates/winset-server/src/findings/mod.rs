//! What is found about a case, in the background, one question after the other.
//!
//! A page shows what is known when it is asked for and says what is still being worked out. Nothing
//! here looks at anything but the case of one audience.

mod moves;
mod work;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tokio::sync::watch;
use winset_check::Acceptable;
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{
    Clashes, CountSteps, CrossingDates, FrontierFound, Levers, Listing, Obstacle, Openings,
    Overlap, Settlements, Status, Verdict, status,
};
use winset_told::ClashTold;

pub(crate) use moves::{Relief, put_out};

/// A clash in words.
#[derive(Debug)]
pub(crate) struct Told {
    /// Its place in the list of the search.
    pub(crate) place: usize,
    /// The words.
    pub(crate) words: ClashTold,
}

impl Told {
    /// The same as `winset-told` has it, for exports.
    pub(crate) fn borrowed<'a>(&self, found: &'a ClashesFound) -> winset_told::clashes::Told<'a> {
        winset_told::clashes::Told {
            clash: &found.list.list[self.place],
            laws: None,
            words: self.words.clone(),
        }
    }
}

/// Clashes and what they come from.
#[derive(Debug)]
pub(crate) struct ClashesFound {
    pub(crate) list: Clashes,
    /// In the order in which they are shown.
    pub(crate) told: Vec<Told>,
    /// The clashes in a sentence.
    pub(crate) headline: String,
    /// Steps and drops by how many clashes they put out for their cost.
    pub(crate) reliefs: Vec<Relief>,
}

/// The overlap that packages are shown of: the one that is there, or that the first opening leaves.
#[derive(Debug)]
pub(crate) struct Room {
    pub(crate) positions: Positions,
    pub(crate) overlap: Overlap,
    pub(crate) settled: Settlements,
    /// Its packages, at most so many.
    pub(crate) listing: Listing,
    /// The frontier of the first two parties with preferences.
    pub(crate) frontier: Option<(PartyId, PartyId, FrontierFound)>,
}

/// What a party's no-deal value decides in that overlap.
#[derive(Debug)]
pub(crate) struct Pressed {
    pub(crate) party: PartyId,
    /// The steps; or why they are not known.
    pub(crate) steps: Result<CountSteps, StopReason>,
}

/// Pressure and time.
#[derive(Debug)]
pub(crate) struct PressureFound {
    pub(crate) parties: Vec<Pressed>,
    pub(crate) levers: Option<Levers>,
    pub(crate) turns: Option<CrossingDates>,
}

/// Everything that is found about a case.
#[derive(Debug)]
pub(crate) struct Findings {
    cancelled: AtomicBool,
    done: watch::Sender<usize>,
    pub(crate) status: Status,
    pub(crate) verdict: OnceLock<(Verdict, Option<Obstacle>)>,
    pub(crate) clashes: OnceLock<ClashesFound>,
    /// None where nobody's costs are known to the audience.
    pub(crate) openings: OnceLock<Option<Openings>>,
    /// The same where nobody should be alone in giving way.
    pub(crate) shared: OnceLock<Option<Openings>>,
    /// None where no opening is known.
    pub(crate) room: OnceLock<Option<Room>>,
    pub(crate) pressure: OnceLock<Option<PressureFound>>,
}

/// Whose demands may move in questions: those whose costs the audience knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Movers {
    /// Everybody's: the mediator knows all costs.
    All,
    /// Those of the party that reads.
    Only(PartyId),
    /// Nobody's.
    Nobody,
}

impl Movers {
    /// Whether demands of this owner may move.
    pub(crate) fn may_move(self, owner: Option<PartyId>) -> bool {
        match self {
            Self::All => true,
            Self::Only(party) => owner == Some(party),
            Self::Nobody => false,
        }
    }
}

/// The questions, in the order in which they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    Verdict = 1,
    Clashes,
    Openings,
    Room,
    Shared,
    Pressure,
}

impl Stage {
    /// How many there are.
    pub(crate) const COUNT: usize = Self::Pressure as usize;
}

impl Findings {
    /// Begins to ask everything about a case, on a thread of its own.
    pub(crate) fn begin(case: Case, movers: Movers, time_limit: Duration) -> Arc<Self> {
        let findings = Arc::new(Self {
            cancelled: AtomicBool::new(false),
            done: watch::Sender::new(0),
            status: status(&case),
            verdict: OnceLock::new(),
            clashes: OnceLock::new(),
            openings: OnceLock::new(),
            shared: OnceLock::new(),
            room: OnceLock::new(),
            pressure: OnceLock::new(),
        });
        let worker = findings.clone();
        std::thread::spawn(move || work::all(&worker, &case, movers, time_limit));
        findings
    }

    /// Ends the work.
    pub(crate) fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// How many questions are done.
    pub(crate) fn done(&self) -> usize {
        *self.done.borrow()
    }

    /// Whether all questions are done.
    pub(crate) fn is_done(&self) -> bool {
        self.done() >= Stage::COUNT
    }

    /// Tells of each question that is done.
    pub(crate) fn watch(&self) -> watch::Receiver<usize> {
        self.done.subscribe()
    }

    /// Waits until a question is done, at most so long.
    pub(crate) async fn wait(&self, stage: Stage, at_most: Duration) {
        let mut done = self.watch();
        let reached = done.wait_for(|done| *done >= stage as usize);
        // Both ends of the wait are fine: the page shows what is known.
        let _ = tokio::time::timeout(at_most, reached).await;
    }

    /// The packages that rules pick first, with the names of the rules; each package once.
    pub(crate) fn picked(&self) -> Vec<(Vec<&'static str>, &Acceptable)> {
        let Some(Some(room)) = self.room.get() else {
            return Vec::new();
        };
        winset_told::settled::picked(&room.settled)
    }
}
