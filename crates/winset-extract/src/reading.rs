//! What was found in a report: proposals for a person to confirm, by kind, in the order of the source.

use crate::civil::CivilDate;

/// A range of bytes of the source as it was given, on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourcePlace {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// Where the date of a report comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrigin {
    /// It was given by the caller.
    Given,
    /// It stands in the report's head, here.
    Found(SourcePlace),
}

/// The day on which a report was published; dates in it are counted from this day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportDate {
    /// The day.
    pub date: CivilDate,
    /// Given, or where it stands.
    pub origin: DateOrigin,
}

/// How a speaker stands to what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeechClass {
    /// Said, told, added, asked, and what else leaves truth open.
    Said,
    /// Claimed, alleged, accused, insisted: the report keeps its distance.
    Claimed,
    /// Denied.
    Denied,
    /// Confirmed, admitted, acknowledged.
    Confirmed,
    /// "according to".
    AccordingTo,
}

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The words that stand there: `she`, `Its secretary`.
    pub named: String,
    /// The fullest name that the report gives for them, with title; `named` if there is none.
    pub name: String,
    /// The office or role that the report gives, if any.
    pub office: Option<String>,
    /// Where `named` stands.
    pub place: SourcePlace,
}

/// Words in quotation marks with their speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// Where the words stand, without the marks.
    pub place: SourcePlace,
    /// The words, white space joined.
    pub text: String,
    /// Who speaks; none if the report does not say.
    pub speaker: Option<Speaker>,
    /// The verb of saying, empty if there is none.
    pub verb: String,
    /// What the verb says about truth.
    pub class: SpeechClass,
}

/// What somebody said, in the report's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// Where the clause stands.
    pub place: SourcePlace,
    /// The clause.
    pub text: String,
    /// Who says so.
    pub speaker: Speaker,
    /// The verb of saying, or "according to".
    pub verb: String,
    /// What the verb says about truth.
    pub class: SpeechClass,
}

/// How a count stands to an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountChange {
    /// It rose to this number.
    RoseTo,
    /// It fell to this number.
    FellTo,
    /// It was this number before it rose.
    UpFrom,
    /// It was this number before it fell.
    DownFrom,
}

/// A number of people or things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportCount {
    /// Where the number stands, with words such as "at least".
    pub place: SourcePlace,
    /// The number as written.
    pub text: String,
    /// Not fewer than this, if the report says so.
    pub least: Option<u64>,
    /// Not more than this, if the report says so.
    pub most: Option<u64>,
    /// Whether the number is "about", "some", "around".
    pub approximate: bool,
    /// What is counted, in the report's words; empty if it is not said next to the number.
    pub what: String,
    /// How it stands to another number.
    pub change: Option<CountChange>,
}

/// A date or period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// Where the words stand, without preposition.
    pub place: SourcePlace,
    /// The words.
    pub text: String,
    /// The first day; none for "until" and "by", and for relative dates of an undated report.
    pub from: Option<CivilDate>,
    /// The last day; none for "since" and "from", and for relative dates of an undated report.
    pub to: Option<CivilDate>,
}

/// The name of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPlace {
    /// Where the name stands.
    pub place: SourcePlace,
    /// The name.
    pub text: String,
}

/// What became of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeetingStatus {
    /// It took place.
    Held,
    /// It is to take place.
    Planned,
    /// It is said not to have taken place.
    Denied,
    /// It was planned and will not take place, or did not.
    Cancelled,
}

/// A meeting of persons or delegations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Where the clause stands.
    pub place: SourcePlace,
    /// The clause.
    pub text: String,
    /// Who met; all who met, if the report names them jointly.
    pub who: Vec<String>,
    /// Whom they met.
    pub whom: Vec<String>,
    /// Where, in the report's words.
    pub at: Option<String>,
    /// The day, if it is one day.
    pub date: Option<CivilDate>,
    /// What became of it.
    pub status: MeetingStatus,
}

/// Whether something is proposed, refused or accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposalKind {
    /// An offer, a request, a condition.
    Proposal,
    /// A refusal.
    Refusal,
    /// An acceptance.
    Acceptance,
}

/// A proposal, a refusal or an acceptance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Where the words stand.
    pub place: SourcePlace,
    /// The words.
    pub text: String,
    /// Who proposes or answers.
    pub by: Speaker,
    /// Which of the three it is.
    pub answer: ProposalKind,
}

/// A person whom the report names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The fullest name, with title.
    pub name: String,
    /// The office or role, if the report gives one.
    pub office: Option<String>,
    /// Every place where the person is named.
    pub places: Vec<SourcePlace>,
}

/// All proposals from one report, each kind in the order of the source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportReading {
    /// The report's date; none if it was neither given nor found.
    pub date: Option<ReportDate>,
    /// Words in quotation marks.
    pub quotations: Vec<Quotation>,
    /// Speech in the report's words.
    pub reported: Vec<Reported>,
    /// Numbers of people and things.
    pub counts: Vec<ReportCount>,
    /// Dates and periods.
    pub dates: Vec<Dated>,
    /// Names of places.
    pub places: Vec<NamedPlace>,
    /// Meetings, held or not.
    pub meetings: Vec<Meeting>,
    /// Proposals, refusals, acceptances.
    pub proposals: Vec<Proposal>,
    /// Persons who are named.
    pub persons: Vec<Person>,
    /// Spellings that are taken for one name, two or more in each group.
    pub same_names: Vec<Vec<String>>,
}
