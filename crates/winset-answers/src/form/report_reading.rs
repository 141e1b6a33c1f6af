//! The form of what a news report says: proposals for a person to confirm, each with its place.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_extract::{
    CountChange, Dated, Meeting, MeetingStatus, Proposal, ProposalKind, Quotation, ReportCount,
    ReportReading, Reported, SourcePlace, Speaker, SpeechClass,
};

use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::values::present;

/// The answer to `winset record read`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportReadingForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<ReportReadingForm>,
    /// The day from which dates in the report count; null where it is not known.
    #[serde(deserialize_with = "present")]
    pub date: Option<String>,
    /// Words in quotation marks.
    pub quotations: Vec<SpeechForm>,
    /// What somebody is reported to have said.
    pub reported: Vec<SpeechForm>,
    /// How many of what.
    pub counts: Vec<ReportCountForm>,
    /// Days and periods.
    pub dates: Vec<ReportDateForm>,
    /// Meetings, held or not.
    pub meetings: Vec<ReportMeetingForm>,
    /// What is proposed, refused or accepted.
    pub proposals: Vec<ReportProposalForm>,
    /// Names of places.
    pub places: Vec<NamedPlaceForm>,
    /// Spellings that are taken for one name.
    pub same_names: Vec<Vec<String>>,
}

/// Bytes of the source.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourcePlaceForm {
    /// The first byte, from 0.
    pub start: Number,
    /// The byte after the last.
    pub end: Number,
}

/// What somebody says.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpeechForm {
    /// Where.
    pub place: SourcePlaceForm,
    /// The words.
    pub text: String,
    /// Who says so; null where the report does not say.
    #[serde(deserialize_with = "present")]
    pub speaker: Option<SpeakerForm>,
    /// The verb of saying; empty where there is none.
    pub verb: String,
    /// What the verb says about truth.
    pub class: SpeechClassWord,
}

/// Who speaks.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpeakerForm {
    /// Where the words stand that name the speaker.
    pub place: SourcePlaceForm,
    /// The words.
    pub named: String,
    /// The fullest name that the report gives.
    pub name: String,
    /// The office; null where the report gives none.
    #[serde(deserialize_with = "present")]
    pub office: Option<String>,
}

/// What a verb of saying says about truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SpeechClassWord {
    /// Nothing.
    Said,
    /// The report keeps its distance.
    Claimed,
    /// It is denied.
    Denied,
    /// It is confirmed or admitted.
    Confirmed,
    /// "according to".
    AccordingTo,
}

/// How many of what.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportCountForm {
    /// Where.
    pub place: SourcePlaceForm,
    /// The words.
    pub text: String,
    /// Not fewer; null where the report does not say.
    #[serde(deserialize_with = "present")]
    pub least: Option<Number>,
    /// Not more; null where the report does not say.
    #[serde(deserialize_with = "present")]
    pub most: Option<Number>,
    /// Whether the number is a rough one.
    pub approximate: bool,
    /// What is counted; empty where that is not said beside it.
    pub what: String,
    /// How it stands to another number; null where it does not.
    #[serde(deserialize_with = "present")]
    pub change: Option<CountChangeWord>,
}

/// How a count stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CountChangeWord {
    /// It rose to this.
    RoseTo,
    /// It fell to this.
    FellTo,
    /// It was this before it rose.
    UpFrom,
    /// It was this before it fell.
    DownFrom,
}

/// A day or period.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportDateForm {
    /// Where.
    pub place: SourcePlaceForm,
    /// The words.
    pub text: String,
    /// The first day; null where it is open or not known.
    #[serde(deserialize_with = "present")]
    pub from: Option<String>,
    /// The last day; null where it is open or not known.
    #[serde(deserialize_with = "present")]
    pub to: Option<String>,
}

/// A meeting.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportMeetingForm {
    /// Where.
    pub place: SourcePlaceForm,
    /// The clause.
    pub text: String,
    /// Who met.
    pub who: Vec<String>,
    /// Whom they met.
    pub whom: Vec<String>,
    /// At which place; null where the report does not say.
    #[serde(deserialize_with = "present")]
    pub at: Option<String>,
    /// The day; null where it is none or not known.
    #[serde(deserialize_with = "present")]
    pub date: Option<String>,
    /// What became of it.
    pub status: MeetingStatusWord,
}

/// What became of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MeetingStatusWord {
    /// It took place.
    Held,
    /// It is to take place.
    Planned,
    /// It is said not to have taken place.
    Denied,
    /// It will not take place, or did not.
    Cancelled,
}

/// What is proposed, refused or accepted.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportProposalForm {
    /// Where.
    pub place: SourcePlaceForm,
    /// The words.
    pub text: String,
    /// By whom.
    pub by: SpeakerForm,
    /// Which of the three.
    pub kind: ProposalKindWord,
}

/// Whether something is proposed, refused or accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ProposalKindWord {
    /// Proposed.
    Proposal,
    /// Refused.
    Refusal,
    /// Accepted.
    Acceptance,
}

/// The name of a place.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NamedPlaceForm {
    /// Where it stands.
    pub place: SourcePlaceForm,
    /// The name.
    pub text: String,
}

impl ReportReadingForm {
    /// The form of what a report says.
    pub fn new(reading: &ReportReading) -> Self {
        let ReportReading {
            date,
            quotations,
            reported,
            counts,
            dates,
            places,
            meetings,
            proposals,
            persons: _,
            same_names,
        } = reading;
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            date: date.map(|date| date.date.to_string()),
            quotations: quotations.iter().map(quotation).collect(),
            reported: reported.iter().map(reported_speech).collect(),
            counts: counts.iter().map(count).collect(),
            dates: dates.iter().map(dated).collect(),
            meetings: meetings.iter().map(meeting).collect(),
            proposals: proposals.iter().map(proposal).collect(),
            places: places
                .iter()
                .map(|named| NamedPlaceForm {
                    place: place(named.place),
                    text: named.text.clone(),
                })
                .collect(),
            same_names: same_names.clone(),
        }
    }
}

fn place(place: SourcePlace) -> SourcePlaceForm {
    SourcePlaceForm {
        start: Number::size(place.start),
        end: Number::size(place.end),
    }
}

fn speaker(speaker: &Speaker) -> SpeakerForm {
    SpeakerForm {
        place: place(speaker.place),
        named: speaker.named.clone(),
        name: speaker.name.clone(),
        office: speaker.office.clone(),
    }
}

fn class(class: SpeechClass) -> SpeechClassWord {
    match class {
        SpeechClass::Said => SpeechClassWord::Said,
        SpeechClass::Claimed => SpeechClassWord::Claimed,
        SpeechClass::Denied => SpeechClassWord::Denied,
        SpeechClass::Confirmed => SpeechClassWord::Confirmed,
        SpeechClass::AccordingTo => SpeechClassWord::AccordingTo,
    }
}

fn quotation(said: &Quotation) -> SpeechForm {
    SpeechForm {
        place: place(said.place),
        text: said.text.clone(),
        speaker: said.speaker.as_ref().map(speaker),
        verb: said.verb.clone(),
        class: class(said.class),
    }
}

fn reported_speech(said: &Reported) -> SpeechForm {
    SpeechForm {
        place: place(said.place),
        text: said.text.clone(),
        speaker: Some(speaker(&said.speaker)),
        verb: said.verb.clone(),
        class: class(said.class),
    }
}

fn count(count: &ReportCount) -> ReportCountForm {
    ReportCountForm {
        place: place(count.place),
        text: count.text.clone(),
        least: count.least.map(Number::whole),
        most: count.most.map(Number::whole),
        approximate: count.approximate,
        what: count.what.clone(),
        change: count.change.map(|change| match change {
            CountChange::RoseTo => CountChangeWord::RoseTo,
            CountChange::FellTo => CountChangeWord::FellTo,
            CountChange::UpFrom => CountChangeWord::UpFrom,
            CountChange::DownFrom => CountChangeWord::DownFrom,
        }),
    }
}

fn dated(dated: &Dated) -> ReportDateForm {
    ReportDateForm {
        place: place(dated.place),
        text: dated.text.clone(),
        from: dated.from.map(|day| day.to_string()),
        to: dated.to.map(|day| day.to_string()),
    }
}

fn meeting(meeting: &Meeting) -> ReportMeetingForm {
    ReportMeetingForm {
        place: place(meeting.place),
        text: meeting.text.clone(),
        who: meeting.who.clone(),
        whom: meeting.whom.clone(),
        at: meeting.at.clone(),
        date: meeting.date.map(|day| day.to_string()),
        status: match meeting.status {
            MeetingStatus::Held => MeetingStatusWord::Held,
            MeetingStatus::Planned => MeetingStatusWord::Planned,
            MeetingStatus::Denied => MeetingStatusWord::Denied,
            MeetingStatus::Cancelled => MeetingStatusWord::Cancelled,
        },
    }
}

fn proposal(proposal: &Proposal) -> ReportProposalForm {
    ReportProposalForm {
        place: place(proposal.place),
        text: proposal.text.clone(),
        by: speaker(&proposal.by),
        kind: match proposal.answer {
            ProposalKind::Proposal => ProposalKindWord::Proposal,
            ProposalKind::Refusal => ProposalKindWord::Refusal,
            ProposalKind::Acceptance => ProposalKindWord::Acceptance,
        },
    }
}
