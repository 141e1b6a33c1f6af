//! Every question once: a function and a plain struct for each answer.
//!
//! Functions take a case, positions and a [`Budget`](winset_solve::Budget), and return what was found
//! or why it was stopped; clock, files and screens are the caller's. The structs are what the JSON
//! [forms](crate::form), the sentences of `winset-told` and every page are made of.

pub mod act;
mod brief;
mod candidate;
mod case_file;
mod clashes;
mod class;
mod conversion;
mod entry;
mod everything;
mod exchange;
mod frontier;
mod improvement;
mod journal_check;
mod lint;
mod lint_reading;
mod openings;
mod overlap;
mod phases;
mod pressure;
mod progress;
mod ranked_concessions;
mod record;
mod rehearsal;
mod rehearsal_point;
#[cfg(test)]
mod rehearsal_tests;
mod report_summary;
mod requests;
mod scale;
mod schedulable;
#[cfg(test)]
mod schedulable_tests;
mod sealed;
mod search_limit;
mod settlements;
mod shuttle;
mod solve;
mod statistics;
mod status;
mod talks;
mod text;
pub mod theory;
mod tournament;
mod what_if;
mod work_limit;
mod written_acts;

pub use brief::{CLASHES_MAX, brief_findings};
pub use candidate::CandidatePackage;
pub use case_file::case_file;
pub use clashes::{ClashesAnswer, circular_waits, clashes};
pub use class::{ClassAnswer, ClassOutcome, ClassRoom, class_debrief};
pub use conversion::{ConversionAnswer, ConversionSource};
pub use entry::{
    EntriesEntered, EntryFieldFault, EntryFieldWrong, NewEntryKind, NewRecordEntry,
    VisibilityMixed, entry_of,
};
pub use everything::{
    AgreementZone, Everything, EverythingStage, EverythingTerms, ZonePressure, ZoneSteps,
};
pub use exchange::{
    ClaimList, ClearedExchange, ExchangeAnswer, ExchangeEnd, ExchangePlan, MissedRuns,
    ThirdStatePart, exchange,
};
pub use frontier::{
    FrontierAnswer, FrontierAnswerPoint, FrontierTerms, MissingPoints, frontier,
    frontier_by_engine, whole_frontier,
};
pub use improvement::{ImprovementAnswer, improvement, nearest_acceptable};
pub use journal_check::{JournalCheck, PaperHash, journal_check};
pub use lint::{LintAnswer, ScenarioReading};
pub use lint_reading::{ReadingAnswer, ReadingDifference, ReadingFrontier, lint_reading};
pub use openings::{OpeningsAnswer, OpeningsTerms, openings};
pub use overlap::{OverlapAnswer, overlap_answer, package_listing};
pub use phases::{ImplementationAnswer, PhasesAsked, PlanAnswer, phases};
pub use pressure::{DealAtDeclared, PartySteps, PressureAnswer, PressureTerms, pressure};
pub use progress::Progress;
pub use ranked_concessions::{Movers, RankedConcession, ends_clash, ranked_concessions};
pub use record::{
    CONTRADICTIONS_MAX, ClauseWeek, Contradiction, Contradictions, OptionMove, PartyMoves,
    RecordEntry, RecordFilter, RecordFindings, RecordKind, RecordedEntry, record_findings,
    recorded,
};
pub use rehearsal::{NotRehearsed, rehearsal};
pub use rehearsal_point::{RehearsalPoint, RehearsalProposal, rehearsal_point};
pub use report_summary::{ReportCheck, ReportSummary};
pub use requests::{RequestShare, RequestsAnswer, RequestsEnd, request_shares, requests};
pub use scale::{floor_disagreement, normalised};
pub use schedulable::{
    NotSchedulable, PlanFate, PlanOfVerdict, PlanWays, SchedulableCase, plan_fate, schedulable,
};
pub use sealed::{SealedAnswer, truthful_marks};
pub use settlements::{
    RuleEnd, SettlementsAnswer, SettlementsTerms, rule_end, settlements, settlements_between,
};
pub use shuttle::{ShuttleCourse, ShuttleEnd, ShuttleText, answerer_at, mediator_at};
pub use solve::{VerdictSummary, verdict, verdict_summary};
pub use statistics::{CandidatePlace, ScenarioSource, StatisticsAnswer, statistics};
pub use status::{StatusAnswer, points_status, status};
pub use talks::{NotSeated, TalksAnswer, program_at};
pub use text::TextAnswer;
pub use tournament::{
    LeftOutPart, ScenarioLine, ScenarioParty, StrategyLine, TournamentAnswer, TournamentPart,
    tournament_landmarks,
};
pub use what_if::{BranchAnswer, WhatIfAnswer, WhatIfBranch, what_if};
pub use work_limit::{OverlapSettlements, WorkLimit};
pub use written_acts::{ActWritten, OfferWritten};
