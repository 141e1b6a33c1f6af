//! What was said and what happened: meetings, statements, incidents.

use crate::calendar::Day;
use crate::case::Visibility;
use crate::options::{OptionSet, PartyId, PointId};

use super::account::{
    DatePrecision, EntryOwner, ReportedCount, StanceStated, Verification, VerificationStatus,
};
use super::category::EventCategory;
use super::grade::SourceGrade;
use super::record::DelegationId;

/// What all entries of the record have.
#[derive(Debug, Clone)]
pub struct EntryFacts {
    /// How exactly the day is known.
    pub precision: DatePrecision,
    /// The day on which it was reported.
    pub reported: Option<Day>,
    /// The clauses of the text that it is about, by their names.
    pub clauses: Vec<String>,
    /// The entry of its kind that it replaces, by its identifier.
    pub supersedes: Option<String>,
    /// Whose entry it is, where that is said.
    pub entered_by: Option<EntryOwner>,
}

/// A meeting.
#[derive(Debug, Clone)]
pub struct MediationSession {
    /// Identifier, unique among sessions.
    pub id: String,
    /// The day on which it was held.
    pub date: Day,
    /// What all entries have.
    pub entry: EntryFacts,
    /// Who met whom.
    pub format: SessionFormat,
    /// The delegations met, each once.
    pub with: Vec<DelegationId>,
    /// The delegation that led.
    pub by: DelegationId,
    /// The version of the text on the table.
    pub text_version: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
    /// The points that it is about, each once, as listed.
    pub about: Vec<PointId>,
    /// The options that were spoken of, by point; each point once and in order.
    pub options: Vec<(PointId, OptionSet)>,
    /// Who may know of it.
    pub visibility: Visibility,
}

/// Who meets whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionFormat {
    /// The mediator meets one side at a time.
    Shuttle,
    /// Two sides meet.
    Bilateral,
    /// Three sides meet.
    ThreeWay,
    /// All sides meet.
    Multilateral,
}

impl SessionFormat {
    /// The word for it in files and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Shuttle => "shuttle",
            Self::Bilateral => "bilateral",
            Self::ThreeWay => "three-way",
            Self::Multilateral => "multilateral",
        }
    }
}

/// Something said.
#[derive(Debug, Clone)]
pub struct PartyStatement {
    /// Identifier, unique among statements.
    pub id: String,
    /// The day on which it was said.
    pub date: Day,
    /// What all entries have.
    pub entry: EntryFacts,
    /// The party that said it.
    pub by: PartyId,
    /// Who may know of it.
    pub visibility: Visibility,
    /// Where it was said.
    pub channel: Option<String>,
    /// How far the source can be trusted.
    pub grade: Option<SourceGrade>,
    /// The points that it is about, each once, as listed.
    pub about: Vec<PointId>,
    /// The words.
    pub says: String,
    /// The options that it reads as accepting, by point; each point once and in order.
    pub reads_as: Vec<(PointId, OptionSet)>,
    /// What parties say of whether it was said, each once, as listed.
    pub stances: Vec<StanceStated>,
    /// How far it is established that it was said.
    pub verification: Option<Verification>,
}

/// Something that happened.
#[derive(Debug, Clone)]
pub struct ReportedIncident {
    /// Identifier, unique among incidents.
    pub id: String,
    /// The day on which it happened.
    pub date: Day,
    /// What all entries have.
    pub entry: EntryFacts,
    /// Where.
    pub place: String,
    /// What.
    pub kind: String,
    /// What, as a word that common codings of events have an equal of.
    pub category: Option<EventCategory>,
    /// Who says that it happened.
    pub claimed_by: IncidentClaimant,
    /// Who is said to have done it.
    pub attributed_to: IncidentAttribution,
    /// How many, of what.
    pub counts: Vec<ReportedCount>,
    /// What the side blamed answers.
    pub response: Option<String>,
    /// What parties say of it, each once, as listed.
    pub stances: Vec<StanceStated>,
    /// Who reports it.
    pub sources: Vec<IncidentSource>,
    /// How far it is established, in any words.
    pub status: Option<String>,
    /// How far it is established, and who says so.
    pub verification: Option<Verification>,
    /// The points that it is about, each once, as listed.
    pub about: Vec<PointId>,
    /// The options that it is about, by point; each point once and in order.
    pub options: Vec<(PointId, OptionSet)>,
    /// Who may know of it.
    pub visibility: Visibility,
}

impl ReportedIncident {
    /// How far it is established: by its verification, else by a status that is one of its words. Other
    /// words, and none, leave it unverified.
    pub fn established(&self) -> VerificationStatus {
        let stated = self.verification.as_ref().map(|found| found.status);
        let word = || VerificationStatus::read(self.status.as_deref()?);
        stated
            .or_else(word)
            .unwrap_or(VerificationStatus::Unverified)
    }
}

/// Who says that an incident happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IncidentClaimant {
    /// A party.
    Party(PartyId),
    /// Both sides.
    Both,
    /// It is not known who.
    Unknown,
}

/// Who is said to have caused an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IncidentAttribution {
    /// A party.
    Party(PartyId),
    /// Both sides.
    Both,
    /// The sides accuse each other.
    Disputed,
    /// It is not known who.
    Unknown,
}

/// A source of an incident.
#[derive(Debug, Clone)]
pub struct IncidentSource {
    /// What kind of source.
    pub kind: String,
    /// How far it can be trusted.
    pub grade: SourceGrade,
    /// Remark for readers.
    pub note: Option<String>,
}
