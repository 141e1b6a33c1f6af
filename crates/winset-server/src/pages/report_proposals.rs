//! What a report proposes, one after the other as it stands there.

use winset_answers::ask::NewEntryKind;
use winset_extract::{
    MeetingStatus, ProposalKind, ReportCount, ReportReading, SourcePlace, Speaker, SpeechClass,
};

/// A proposal.
#[derive(Debug)]
pub(super) struct ReportProposal {
    /// Where it stands.
    pub(super) place: SourcePlace,
    /// The message that says what it is.
    pub(super) head: &'static str,
    /// The message that says how it is put; none where it is just put.
    pub(super) how: Option<&'static str>,
    /// The words.
    pub(super) text: String,
    /// Who is named as the speaker.
    pub(super) speaker: Option<String>,
    /// The day, where one is known.
    pub(super) day: Option<String>,
    pub(super) becomes: ProposedEntry,
}

/// What it becomes when it is confirmed.
#[derive(Debug)]
pub(super) enum ProposedEntry {
    Statement,
    Session,
    /// An incident, with how many of what.
    Incident(Option<String>),
}

impl ReportProposal {
    /// The kind of entry that it becomes.
    pub(super) fn kind(&self) -> NewEntryKind {
        match self.becomes {
            ProposedEntry::Statement => NewEntryKind::Statement,
            ProposedEntry::Session => NewEntryKind::Session,
            ProposedEntry::Incident(_) => NewEntryKind::Incident,
        }
    }
}

/// All proposals of a reading, in the order of the report.
pub(super) fn proposals(reading: &ReportReading) -> Vec<ReportProposal> {
    let day = reading.date.map(|date| date.date.to_string());
    let named = |speaker: &Speaker| match &speaker.office {
        Some(office) if !speaker.name.contains(office.as_str()) => {
            format!("{}, {office}", speaker.name)
        }
        _ => speaker.name.clone(),
    };
    let speech = |head, how, place, text: &String, speaker| ReportProposal {
        place,
        head,
        how,
        text: text.clone(),
        speaker,
        day: day.clone(),
        becomes: ProposedEntry::Statement,
    };
    let quoted = reading.quotations.iter().map(|said| {
        let speaker = said.speaker.as_ref().map(named);
        let how = Some(speech_word(said.class));
        speech("report-quotation", how, said.place, &said.text, speaker)
    });
    let reported = reading.reported.iter().map(|said| {
        let (how, speaker) = (Some(speech_word(said.class)), Some(named(&said.speaker)));
        speech("report-reported", how, said.place, &said.text, speaker)
    });
    let proposed = reading.proposals.iter().map(|of| {
        let head = match of.answer {
            ProposalKind::Proposal => "report-proposal",
            ProposalKind::Refusal => "report-refusal",
            ProposalKind::Acceptance => "report-acceptance",
        };
        speech(head, None, of.place, &of.text, Some(named(&of.by)))
    });
    let met = reading.meetings.iter().map(|of| ReportProposal {
        place: of.place,
        head: "report-meeting",
        how: Some(meeting_word(of.status)),
        text: of.text.clone(),
        speaker: None,
        day: of.date.map(|day| day.to_string()),
        becomes: ProposedEntry::Session,
    });
    let counted = reading.counts.iter().map(|of| ReportProposal {
        place: of.place,
        head: "report-counted",
        how: None,
        text: format!("{} {}", of.text, of.what).trim().to_owned(),
        speaker: None,
        day: None,
        becomes: ProposedEntry::Incident(count_field(of)),
    });
    let all = quoted
        .chain(reported)
        .chain(proposed)
        .chain(met)
        .chain(counted);
    let mut all: Vec<ReportProposal> = all.collect();
    all.sort_by_key(|of| (of.place.start, of.place.end));
    all
}

fn speech_word(class: SpeechClass) -> &'static str {
    match class {
        SpeechClass::Said => "speech-said",
        SpeechClass::Claimed => "speech-claimed",
        SpeechClass::Denied => "speech-denied",
        SpeechClass::Confirmed => "speech-confirmed",
        SpeechClass::AccordingTo => "speech-according",
    }
}

fn meeting_word(status: MeetingStatus) -> &'static str {
    match status {
        MeetingStatus::Held => "meeting-held",
        MeetingStatus::Planned => "meeting-planned",
        MeetingStatus::Denied => "meeting-denied",
        MeetingStatus::Cancelled => "meeting-cancelled",
    }
}

/// A count as a field has it: `detained = 12-15`; none where the report leaves it open.
fn count_field(count: &ReportCount) -> Option<String> {
    let least = count.least.or(count.most)?;
    let what = count.what.trim();
    Some(match count.most.filter(|most| *most != least) {
        Some(most) => format!("{what} = {least}-{most}"),
        None => format!("{what} = {least}"),
    })
}
