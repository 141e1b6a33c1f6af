//! The machine-readable forms: answers (`winset-answer/1`) and findings about a file.
//!
//! What the fields mean stands in `docs/formats/answer.md`; the JSON Schema is made from the types
//! here. Keys are written in the order of the fields. [`line()`] writes an answer, [`read()`] reads it
//! back.

mod amend;
mod answer;
mod any;
mod as_text;
mod beyond;
mod clashes;
mod class;
mod convert;
mod exchange;
mod finding;
mod frontier;
mod improve;
mod journal;
mod lint;
mod name;
mod number;
mod offer;
mod open;
mod persons;
mod phases;
mod plan_of_verdict;
mod pressure;
mod print;
mod read;
mod record;
mod report;
mod report_reading;
mod requests;
mod sealed;
mod settle;
mod settlements;
mod shuttle;
mod stats;
mod status;
mod talks;
mod text;
mod theory;
mod tournament;
mod values;
mod variants;
mod what_if;
mod words;

pub use amend::AmendForm;
pub use answer::{
    AnswerForm, CertificateForm, InTheWayWord, OverlapForm, StoppedForm, VerdictWord,
    WithoutFloorsForm,
};
pub use any::AnyForm;
pub use as_text::{AsText, Decimals, Textual};
pub use beyond::{OpenedForm, OpeningBriefForm};
pub use clashes::{
    ClashListForm, ClashToldForm, ClashesBriefForm, ClashesForm, CorrectionListForm,
    CorrectionsBriefForm, LoopForm, LoopListForm,
};
pub use class::{ClassForm, ClassOutcomeForm};
pub use convert::{AboutForm, ConvertForm, ConvertedFromForm, ConvertedToForm, FileFormatWord};
pub use exchange::{
    ExchangeCategoryForm, ExchangeClaimForm, ExchangeForm, ExchangePersonsForm, ExchangePhaseForm,
    ExchangePlanForm, ExchangeRunForm, ExchangeTermsWord, MissedRunForm, MissedRunsForm,
    ThirdStateForm, ThirdStateRefusalForm,
};
pub use finding::{FindingForm, findings};
pub use frontier::{EngineWord, FrontierForm, FrontierPointsForm};
pub use improve::{
    BetterForm, ChangedPackageForm, ImproveForm, ImprovementForm, NearestForm, TradeForm,
};
pub use journal::{
    ActForm, ActsForm, JournalFaultForm, JournalForm, JournalNoteForm, JournalStateForm, NoteWord,
};
pub use lint::{
    AgainstFirstForm, LintForm, ReadingForm, ReadingMadeForm, ReadingWord, ScenarioForm,
};
pub use name::{AnswerName, FormatWord, NameOf, NamedForm};
pub use number::Number;
pub use offer::{AddedOfferForm, ListedOfferForm, OfferForm, OffersForm, WrittenForm};
pub use open::{
    BlockedWord, ClashCountForm, EndsForm, OpenForm, OpeningForm, OpeningsStoppedForm,
    OpeningsViewForm, VotesWord,
};
pub use persons::{PersonsCategoryForm, PersonsForm};
pub use phases::{
    DelayForm, MovedForm, PhaseGatesForm, PhasesForm, PlanBoundForm, PlanForm, PlanImpossibleForm,
    PlanObstacleWord, PlanVerdictWord, RoundForm, ScheduleForm, ScheduledItemForm, TrustForm,
};
pub use plan_of_verdict::{PlanFateWord, PlanOfVerdictForm, PlanWaysForm};
pub use pressure::{
    CertaintyWord, CountStepForm, CountStepsForm, GapForm, JointForm, JointWayForm, LeverSetForm,
    LeversForm, NashStepForm, NashStepsForm, PressureForm, StepsForm, TimeForm, TurnForm, TurnWord,
    UnchangedForm,
};
pub use print::{answer_schema, line};
pub use read::{FormError, read};
pub use record::{RecordFindingsForm, RecordForm};
pub use report::{CheckForm, DecisionForm, ReportForm, ReportPointForm, ReportToldForm};
pub use report_reading::{
    CountChangeWord, MeetingStatusWord, NamedPlaceForm, ProposalKindWord, ReportCountForm,
    ReportDateForm, ReportMeetingForm, ReportProposalForm, ReportReadingForm, SourcePlaceForm,
    SpeakerForm, SpeechClassWord, SpeechForm,
};
pub use requests::{RequestHolderForm, RequestRingForm, RequestsForm, SettledRequestsForm};
pub use sealed::{SealedForm, SealedNeedForm, SealedPackageForm, SealedSeatForm};
pub use settle::SettleForm;
pub use settlements::{
    DisagreementForm, PickedForm, RuleForm, SettlementTermsForm, SettlementsForm, UnsettledWord,
};
pub use shuttle::{
    AskingAssumptionWord, AskingResultForm, AskingResultWord, ShuttleEndForm, ShuttleForm,
    ShuttleSeatForm, ShuttleTextForm,
};
pub use stats::{
    DistanceForm, DistanceToForm, FrontierSizeForm, OppositionForm, PairForm, PlacedPackageForm,
    RangeForm, StatsForm, TiesForm,
};
pub use status::{
    ConcessionForm, OfferChangeForm, PointCountsForm, PointStatusForm, SignalForm, StandingForm,
    StatusForm,
};
pub use talks::{ActionWord, ProtocolWord, TalksActForm, TalksEndForm, TalksForm, TalksSeatForm};
pub use text::{
    AlternativeForm, AsideForm, ClauseAnswerForm, ClauseAnswersForm, ClauseForm, PassageForm,
    SourceWord, TextActForm, TextForm, VersionCountsForm, VersionForm, VersionTextForm,
};
pub use theory::{OfBoth, RubinsteinForm, StahlForm, WhenOpeningForm};
pub use tournament::{
    LeftOutPartForm, MetaGameForm, PairTestForm, ScenarioLineForm, SharedStrategyForm,
    StrategyLineForm, TournamentForm, TournamentPartWord,
};
pub use values::Keyed;
pub use variants::VariantForm;
pub use what_if::{
    BaseForm, BestShiftForm, BranchForm, ChangedForm, PointShiftForm, ShiftWord, WhatIfChangeForm,
    WhatIfForm,
};
pub use words::{
    ActKindWord, BasisWord, FloorsWord, IgnoreWord, MarkerWord, ModeWord, NormaliseWord, OrderWord,
    PassageWord, PeerFormatWord, PointStatusWord, ReasonWord, ReplyWord, RuleWord, SemanticsWord,
    VisibilityWord,
};
