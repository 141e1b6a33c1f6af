//! Everything that a report is about.

use winset::ask::{
    ClashesAnswer, Everything, EverythingStage, EverythingTerms, Movers, OpeningsAnswer,
    OverlapSettlements, PressureAnswer, WorkLimit, costs_by_owner, points_status,
};
use winset::check::{Acceptable, Opening};
use winset::model::answer::StopReason;
use winset::model::case::{Case, DemandId};
use winset::model::options::{OptionSet, PartyId};
use winset::model::positions::Positions;
use winset::solve::{OpeningsEnd, Overlap, SettlementFound, Settlements, Status, Target, Verdict};
use winset::told::opening::given_up;
use winset::told::settled::picked;
use winset::told::standing::{self, Standing};
use winset::told::verdict::amount;

/// Most clashes that are looked for.
const CLASHES_MAX: usize = 1_000;
/// What a report asks.
const STAGES: [EverythingStage; 4] = [
    EverythingStage::Verdict,
    EverythingStage::Clashes,
    EverythingStage::Openings,
    EverythingStage::Pressure,
];

/// Everything that a report is about, and what everybody is called.
pub(super) struct Findings<'a> {
    pub(super) case: &'a Case,
    pub(super) declared: Positions,
    pub(super) verdict: &'a Verdict,
    pub(super) clashes: &'a ClashesAnswer,
    pub(super) opened: &'a OpeningsAnswer,
    pub(super) pressure: &'a PressureAnswer,
    pub(super) status: Status,
    /// The case file as a command names it.
    pub(super) file: String,
    /// What each party is called in a sentence.
    pub(super) names: Vec<String>,
}

/// Asks everything. One thread for each part, so that where a limit ends is the same on every machine.
pub(super) fn find(case: &Case, movers: Movers, limit: &WorkLimit<'_>) -> Everything {
    let everything = Everything::new(EverythingTerms {
        movers,
        clashes_max: CLASHES_MAX,
        packages_max: 0,
    });
    for stage in STAGES {
        everything.ask(case, stage, limit);
    }
    everything
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
    pub(super) rules: Vec<String>,
    pub(super) package: &'a Acceptable,
}

impl<'a> Findings<'a> {
    /// What was found, once all of it was asked.
    pub(super) fn new(case: &'a Case, found: &'a Everything, file: String) -> Option<Self> {
        Some(Self {
            case,
            declared: Positions::declared(case),
            verdict: found.verdict.get()?,
            clashes: found.clashes.get()?,
            opened: found.openings.get()?.as_ref()?,
            pressure: found.pressure.get()?,
            status: points_status(case),
            file,
            names: winset::told::party_names(case),
        })
    }

    /// The name of a party in a sentence.
    pub(super) fn name(&self, party: PartyId) -> &str {
        &self.names[party.index()]
    }

    /// How the declared positions stand.
    pub(super) fn standing(&self) -> Standing<'_> {
        standing::declared(self.verdict)
    }

    /// The first opening, when something has to be given up for it.
    pub(super) fn opening(&self) -> Option<&'a Opening> {
        self.opened.first()
    }

    /// The overlap that is there, or that the first opening leaves.
    pub(super) fn overlap(&self) -> Option<&'a Overlap> {
        self.opened.overlaps.first()
    }

    /// The settlements in that overlap.
    pub(super) fn settled(&self) -> Option<&'a OverlapSettlements> {
        self.opened.settled.first()
    }

    /// The moves of an opening by their owners, in the case's order.
    pub(super) fn moves(&self, opening: &Opening) -> Vec<Owned> {
        let case = self.case;
        let moves = given_up(opening.concession());
        let owners = costs_by_owner(case, opening).into_iter();
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
        let Some(OverlapSettlements { found: settled, .. }) = self.settled() else {
            return Vec::new();
        };
        let picked = picked(settled).into_iter();
        picked
            .map(|(rules, package)| Picked { rules, package })
            .collect()
    }

    /// Why some part was not finished; a list that is as long as asked for is finished.
    pub(super) fn stopped(&self) -> Option<StopReason> {
        let verdict = standing::stop(self.verdict).map(|stop| stop.reason);
        let clashes = self.clashes.stopped();
        let openings = match &self.opened.found.end {
            OpeningsEnd::Stopped(cut) => Some(cut.reason),
            OpeningsEnd::Nothing(..) | OpeningsEnd::Complete(_) | OpeningsEnd::Dearer(_) => {
                self.opened.cut
            }
        };
        let settled = self.settled();
        let settled = settled.and_then(|settled| stopped_in(&settled.found));
        let pressure = self.pressure.stopped();
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

/// How many points are settled.
pub(super) fn fixed(sets: &[OptionSet]) -> usize {
    sets.iter().filter(|set| set.len() == 1).count()
}

/// What the first opening leaves: "240 packages are".
pub(super) fn remaining(findings: &Findings<'_>) -> String {
    let all = findings.case.package_count();
    findings
        .overlap()
        .map_or_else(String::new, |overlap| match amount(&overlap.count, &all) {
            (packages, true) => format!("{packages} package is"),
            (packages, false) => format!("{packages} packages are"),
        })
}
