//! Everything that a report is about.

use winset::ask::{
    CLASHES_MAX, ClashesAnswer, Everything, EverythingStage, EverythingTerms, Movers,
    OpeningsAnswer, OverlapSettlements, PressureAnswer, WorkLimit, brief_findings,
};
use winset::model::answer::StopReason;
use winset::model::case::Case;
use winset::solve::{OpeningsEnd, SettlementFound, Settlements, Status};
use winset::told::brief::BriefFindings;
use winset::told::standing;

/// What a report asks.
const STAGES: [EverythingStage; 4] = [
    EverythingStage::Verdict,
    EverythingStage::Clashes,
    EverythingStage::Openings,
    EverythingStage::Pressure,
];

/// Everything that a report is about.
pub(super) struct Findings<'a> {
    pub(super) case: &'a Case,
    /// What the first page is made from.
    pub(super) brief: BriefFindings<'a>,
    pub(super) clashes: &'a ClashesAnswer,
    pub(super) opened: &'a OpeningsAnswer,
    pub(super) pressure: &'a PressureAnswer,
    pub(super) status: &'a Status,
    /// The case file as a command names it.
    pub(super) file: String,
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

impl<'a> Findings<'a> {
    /// What was found, once all of it was asked.
    pub(super) fn new(
        case: &'a Case,
        found: &'a Everything,
        status: &'a Status,
        file: String,
    ) -> Option<Self> {
        Some(Self {
            case,
            brief: brief_findings(case, found, status)?,
            clashes: found.clashes.get()?,
            opened: found.openings.get()?.as_ref()?,
            pressure: found.pressure.get()?,
            status,
            file,
        })
    }

    /// The settlements in that overlap.
    pub(super) fn settled(&self) -> Option<&'a OverlapSettlements> {
        self.opened.settled.first()
    }

    /// Why some part was not finished; a list that is as long as asked for is finished.
    pub(super) fn stopped(&self) -> Option<StopReason> {
        let verdict = standing::stop(self.brief.verdict).map(|stop| stop.reason);
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
