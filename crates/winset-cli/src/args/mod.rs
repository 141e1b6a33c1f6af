//! What the command is told.

mod amend;
mod clashes;
mod class;
mod command;
mod convert;
mod desk;
mod exchange;
mod export;
mod files;
mod frontier;
mod helps;
mod improve;
mod journal;
mod new;
mod offer;
mod open;
mod persons;
mod phases;
mod pressure;
mod record;
mod report;
mod requests;
mod sealed;
mod settle;
mod shared;
mod sheet;
mod shuttle;
mod solve;
mod stats;
mod status;
mod talks;
mod text;
mod theory;
mod tournament;
mod values;
mod what_if;

pub(crate) use amend::{
    AmendArgs, CaseFileArgs, CaseFileCommand, CaseToArgs, HistoryArgs, UndoArgs,
};
pub(crate) use clashes::{ClashesArgs, FloorsArg};
pub(crate) use class::ClassArgs;
pub(crate) use command::{Args, Command, FIRST_STEPS};
pub(crate) use convert::{ConvertArgs, FormatArg, LintArgs};
pub(crate) use desk::DeskArgs;
pub(crate) use exchange::{ExchangeArgs, MissedArg};
pub(crate) use export::{ExportArgs, WhatArg};
pub(crate) use files::{CheckArgs, SchemaArgs, ShowArgs, VerifyArgs};
pub(crate) use frontier::{EngineArg, FrontierArgs};
pub(crate) use helps::{CompletionsArgs, ManArgs};
pub(crate) use improve::ImproveArgs;
pub(crate) use journal::{
    JournalArgs, JournalCommand, JournalRepairArgs, JournalShowArgs, JournalVerifyArgs,
};
pub(crate) use new::{NewArgs, TemplateArg};
pub(crate) use offer::{OfferAddArgs, OfferArgs, OfferCommand, OfferListArgs};
pub(crate) use open::{OpenArgs, VotesArg};
pub(crate) use persons::{
    PersonsArgs, PersonsCheckArgs, PersonsCommand, PersonsDecryptArgs, PersonsEncryptArgs,
    PersonsKeyArgs,
};
pub(crate) use phases::PhasesArgs;
pub(crate) use pressure::PressureArgs;
pub(crate) use record::{
    EnteringArgs, EntryKindArg, ListedKindArg, MarkupArg, RecordAddArgs, RecordArgs, RecordCommand,
    RecordExportArgs, RecordFilterArgs, RecordFindingsArgs, RecordImportArgs, RecordListArgs,
    RecordReadArgs, RecordShowArgs, RecordTimelineArgs,
};
pub(crate) use report::{FormArg, ReportArgs};
pub(crate) use requests::RequestsArgs;
pub(crate) use sealed::TalksSealedArgs;
pub(crate) use settle::SettleArgs;
pub(crate) use shared::{CaseArgs, CsvForArg, LimitArgs, ReaderArgs, TableArgs, WritingArgs};
pub(crate) use sheet::{SheetArgs, SheetCommand, SheetReadArgs, SheetWriteArgs};
pub(crate) use shuttle::TalksShuttleArgs;
pub(crate) use solve::SolveArgs;
pub(crate) use stats::StatsArgs;
pub(crate) use status::StatusArgs;
pub(crate) use talks::{
    MayTableArg, TalksArgs, TalksCommand, TalksHeldArgs, TalksPlayArgs, TalksReplayArgs,
    TalksResumeArgs, TalksRulesArgs, TalksRunArgs, TalksShownArgs, TalksStrategiesArgs,
};
pub(crate) use text::{
    ActArgs, AnswerArgs, ClauseArgs, DraftArgs, ModeArg, TextArgs, TextCommand, WordingArgs,
};
pub(crate) use theory::{RubinsteinArgs, StahlArgs, TheoryArgs, TheoryCommand};
pub(crate) use tournament::{
    Shard, TableFormArg, TournamentArgs, TournamentCommand, TournamentMergeArgs, TournamentTables,
};
pub(crate) use values::VisibilityArg;
pub(crate) use what_if::WhatIfArgs;
