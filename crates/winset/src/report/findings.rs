//! Everything that a report is about.

use winset::check::{Acceptable, Cheapest, Opening};
use winset::model::answer::StopReason;
use winset::model::case::{Case, DemandId};
use winset::model::options::PartyId;
use winset::model::positions::Positions;
use winset::solve::{
    Clashes, FloorMode, OpeningTerms, OpeningsEnd, Overlap, SettlementFound, Settlements, Status,
    Target, Verdict, Wanted, clashes, status, verdict,
};

use crate::open::Opened;
use crate::pressure::{self, Asked};
use crate::progress::Watch;
use crate::share::{Settled, Shares};
use crate::standing::{self, Standing};
use winset::told::clashes::{Told, tell};
use winset::told::opening::given_up;
use winset::told::settled::picked;

/// Most clashes that are looked for.
const CLASHES_MAX: usize = 1_000;
/// Openings that are listed, with all that cost the same as the last.
pub(super) const OPENINGS: usize = 3;
/// Most joint reductions, and most sets of levers, that are looked for.
pub(super) const PRESSURE: Asked = Asked {
    party: None,
    at_most: 12,
};

/// What is found before it is put in words.
#[derive(Debug)]
pub(super) struct Found<'c> {
    pub(super) case: &'c Case,
    pub(super) declared: &'c Positions,
    pub(super) verdict: Verdict,
    pub(super) clashes: Clashes,
    pub(super) opened: Opened<'c>,
    pub(super) pressure: pressure::Found,
    pub(super) status: Status,
}

/// All of it, with the clashes told and everybody named.
pub(super) struct Findings<'a> {
    pub(super) found: &'a Found<'a>,
    /// The case file as a command names it.
    pub(super) file: String,
    /// What each party is called in a sentence.
    pub(super) names: Vec<String>,
    /// The clashes as they were found, in the order of their command.
    pub(super) told: Vec<Told<'a>>,
}

/// Asks everything. One thread for each part, so that where a share ends is the same on every
/// machine.
pub(super) fn find<'c>(
    case: &'c Case,
    declared: &'c Positions,
    (watch, shares): (Watch, Shares),
) -> Found<'c> {
    let verdict = shares.during("looking for an overlap", |budget| {
        verdict(case, declared, budget)
    });
    let clashes = shares.during("looking for clashes", |budget| {
        clashes(case, declared, FloorMode::Ignore, Some(CLASHES_MAX), budget)
    });
    let opened = shares.during("looking for openings", |budget| {
        let asked = OpeningTerms::default();
        let first = Wanted::First(OPENINGS);
        Opened::new((case, declared), asked, first, (budget, shares))
    });
    let pressure = shares.part(|budget| pressure::find(case, PRESSURE, watch, budget));
    Found {
        case,
        declared,
        verdict,
        clashes,
        opened,
        pressure,
        status: status(case),
    }
}

/// A demand, and where it moves to.
pub(super) type Moved = (DemandId, Target);

/// What an opening asks of a party.
pub(super) struct Owned {
    pub(super) party: PartyId,
    pub(super) moves: Vec<Moved>,
    /// What that costs the party, by its own estimate.
    pub(super) cost: u64,
}

/// A package that rules pick, and what they are called.
pub(super) struct Picked<'a> {
    pub(super) rules: Vec<&'static str>,
    pub(super) package: &'a Acceptable,
}

impl<'a> Findings<'a> {
    /// Puts the clashes in words.
    pub(super) fn new(found: &'a Found<'a>, file: String, shares: Shares) -> Self {
        let (case, declared) = (found.case, found.declared);
        let told = shares.during("looking for the laws behind clashes", |budget| {
            tell(case, declared, FloorMode::Ignore, &found.clashes, budget)
        });
        Self {
            found,
            file,
            names: winset::told::party_names(case),
            told,
        }
    }

    /// The name of a party in a sentence.
    pub(super) fn name(&self, party: PartyId) -> &str {
        &self.names[party.index()]
    }

    /// The clashes of demands.
    pub(super) fn clashes(&self) -> Vec<&Told<'a>> {
        let has_members = |told: &&Told<'_>| !told.clash.members().is_empty();
        self.told.iter().filter(has_members).collect()
    }

    /// For each point the number of clashes that touch it.
    pub(super) fn clashes_of_points(&self) -> Vec<usize> {
        let mut counts = vec![0; self.found.case.points.len()];
        let points = self.told.iter().flat_map(|told| &told.words.points);
        points.for_each(|point| counts[point.index()] += 1);
        counts
    }

    /// Whether the laws alone leave no package.
    pub(super) fn laws_alone(&self) -> bool {
        let list = &self.found.clashes.list;
        list.iter().any(|clash| clash.members().is_empty())
    }

    /// How the declared positions stand.
    pub(super) fn standing(&self) -> Standing<'_> {
        standing::declared(&self.found.verdict)
    }

    /// The first opening, when something has to be given up for it.
    pub(super) fn opening(&self) -> Option<&'a Opening> {
        let first = self.found.opened.found.list.first();
        first
            .map(Cheapest::opening)
            .filter(|opening| !opening.concession().is_empty())
    }

    /// The overlap that is there, or that the first opening leaves.
    pub(super) fn overlap(&self) -> Option<&'a Overlap> {
        self.found.opened.overlaps.first()
    }

    /// The settlements in that overlap.
    pub(super) fn settled(&self) -> Option<&'a Settled> {
        self.found.opened.settled.first()
    }

    /// The moves of an opening by their owners, in the case's order.
    pub(super) fn moves(&self, opening: &Opening) -> Vec<Owned> {
        let case = self.found.case;
        let moves = given_up(opening.concession());
        let owners = self.found.opened.by_owner(opening).into_iter();
        owners
            .map(|(party, cost)| {
                let owned = |(demand, _): &&Moved| {
                    let member = winset::check::ClashMember::Demand(*demand);
                    winset::told::owner(case, member) == Some(party)
                };
                Owned {
                    party,
                    moves: moves.iter().filter(owned).copied().collect(),
                    cost,
                }
            })
            .collect()
    }

    /// The packages that rules pick first, each once.
    pub(super) fn picked(&self) -> Vec<Picked<'a>> {
        let Some(Settled { found: settled, .. }) = self.settled() else {
            return Vec::new();
        };
        let picked = picked(settled).into_iter();
        picked
            .map(|(rules, package)| Picked { rules, package })
            .collect()
    }

    /// Why some part was not finished; a list that is as long as asked for is finished.
    pub(super) fn stopped(&self) -> Option<StopReason> {
        let found = self.found;
        let verdict = standing::stop(&found.verdict).map(|stop| stop.reason);
        let clashes = found.clashes.stopped;
        let clashes = clashes.filter(|_| found.clashes.list.len() < CLASHES_MAX);
        let openings = match &found.opened.found.end {
            OpeningsEnd::Stopped(cut) => Some(cut.reason),
            OpeningsEnd::Nothing(..) | OpeningsEnd::Complete(_) | OpeningsEnd::Dearer(_) => {
                found.opened.cut
            }
        };
        let settled = self.settled();
        let settled = settled.and_then(|settled| stopped_in(&settled.found));
        let pressure = found.pressure.stopped(PRESSURE);
        verdict.or(clashes).or(openings).or(settled).or(pressure)
    }
}

fn stopped_in(settled: &Settlements) -> Option<StopReason> {
    let reasons = [
        reason(&settled.nash),
        reason(&settled.kalai_smorodinsky),
        reason(&settled.egalitarian),
        reason(&settled.utilitarian),
    ];
    reasons.into_iter().flatten().next()
}

fn reason<C>(settlement: &SettlementFound<C>) -> Option<StopReason> {
    match settlement {
        SettlementFound::Stopped { reason, .. } => Some(*reason),
        SettlementFound::Found { .. } | SettlementFound::None(_) => None,
    }
}
