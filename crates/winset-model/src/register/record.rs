//! Who speaks for whom, what was said, what happened, and the steps of carrying out an agreement.

use std::fmt;

use crate::calendar::Day;
use crate::case::Visibility;
use crate::options::{OptionSet, PartyId, PointId};

/// Who speaks for a party: offices, not persons.
#[derive(Debug, Clone)]
pub struct Delegation {
    /// Identifier, unique among delegations.
    pub id: String,
    /// The party it speaks for.
    pub party: PartyId,
    /// The offices in it.
    pub offices: Vec<String>,
}

/// A delegation, by its place in [`Register::delegations`](super::Register::delegations).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DelegationId(
    /// The place.
    pub usize,
);

/// A step of carrying out the agreement.
#[derive(Debug, Clone)]
pub struct ImplementationPhase {
    /// Identifier, unique among phases.
    pub id: String,
    /// Name for readers.
    pub name: String,
    /// Days after signature on which it may begin.
    pub day: u64,
    /// What must be so before it begins.
    pub opens_when: Vec<String>,
    /// What is delivered in it.
    pub deliver: Vec<String>,
    /// What undoes it.
    pub rollback: Vec<String>,
}

/// A meeting.
#[derive(Debug, Clone)]
pub struct MediationSession {
    /// Identifier, unique among sessions.
    pub id: String,
    /// The day.
    pub date: Day,
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
    /// The day.
    pub date: Day,
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
}

/// Something that happened.
#[derive(Debug, Clone)]
pub struct ReportedIncident {
    /// Identifier, unique among incidents.
    pub id: String,
    /// The day.
    pub date: Day,
    /// Where.
    pub place: String,
    /// What.
    pub kind: String,
    /// Who says that it happened.
    pub claimed_by: IncidentClaimant,
    /// Who is said to have done it.
    pub attributed_to: IncidentAttribution,
    /// What the side blamed answers.
    pub response: Option<String>,
    /// Who reports it.
    pub sources: Vec<IncidentSource>,
    /// How far it is established.
    pub status: Option<String>,
    /// Who may know of it.
    pub visibility: Visibility,
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

/// How far a source and an item of information can be trusted (the Admiralty code).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceGrade {
    /// The source, from `A`, completely reliable, to `F`, cannot be judged.
    source: char,
    /// The item, from 1, confirmed, to 6, cannot be judged.
    item: u8,
}

impl SourceGrade {
    /// Reads a grade from `A1` to `F6`; `None` when it is none.
    pub fn read(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [source @ b'A'..=b'F', item @ b'1'..=b'6'] => Some(Self {
                source: char::from(*source),
                item: item - b'0',
            }),
            _ => None,
        }
    }
}

/// `B2`.
impl fmt::Display for SourceGrade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.source, self.item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_those_of_the_code() {
        for text in ["A1", "F6", "B2"] {
            let grade = SourceGrade::read(text).map(|grade| grade.to_string());
            assert_eq!(grade.as_deref(), Some(text));
        }
        for text in ["", "A0", "A7", "G1", "a1", "A11"] {
            assert_eq!(SourceGrade::read(text), None, "{text}");
        }
    }
}
