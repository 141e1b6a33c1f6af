//! Who speaks for whom, what was said and what happened, and the steps of carrying out an agreement.

use super::names::{Kind, Names, once, unique};
use super::rules::visible_to;
use crate::case::Visibility;
use crate::diagnostic::{Code, Diagnostic};
use crate::file::case::CaseFile;
use crate::file::read::{Context, Name};
use crate::file::register::{
    DelegationEntry, IncidentEntry, PhaseEntry, SessionEntry, SourceEntry, StatementEntry,
};
use crate::register::{
    Delegation, DelegationId, ImplementationPhase, IncidentAttribution, IncidentClaimant,
    IncidentSource, MediationSession, PartyStatement, ReportedIncident,
};

/// The record of a case.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) delegations: Vec<Delegation>,
    pub(super) phases: Vec<ImplementationPhase>,
    pub(super) sessions: Vec<MediationSession>,
    pub(super) statements: Vec<PartyStatement>,
    pub(super) incidents: Vec<ReportedIncident>,
}

/// Resolves the record: identifiers, references and order; what has errors is left out.
pub(super) fn record(file: &CaseFile, names: &Names<'_>, cx: &mut Context<'_>) -> Record {
    check_unique(file, cx);
    let delegations = file.delegations.0.iter();
    let delegations = delegations.filter_map(|entry| delegation(entry, names, cx));
    let delegations = delegations.collect();
    check_phases(file, cx);
    let phases = file.phases.0.iter().map(phase).collect();
    let sessions = file.sessions.0.iter();
    let sessions = sessions.filter_map(|entry| session(entry, names, cx));
    let sessions = sessions.collect();
    let statements = file.statements.0.iter();
    let statements = statements.filter_map(|entry| statement(entry, names, cx));
    let statements = statements.collect();
    let incidents = file.incidents.0.iter();
    let incidents = incidents.filter_map(|entry| incident(entry, names, cx));
    Record {
        delegations,
        phases,
        sessions,
        statements,
        incidents: incidents.collect(),
    }
}

fn check_unique(file: &CaseFile, cx: &mut Context<'_>) {
    let phases: Vec<&Name> = file.phases.0.iter().map(|p| &p.id).collect();
    let sessions: Vec<&Name> = file.sessions.0.iter().map(|s| &s.id).collect();
    let statements: Vec<&Name> = file.statements.0.iter().map(|s| &s.id).collect();
    let incidents: Vec<&Name> = file.incidents.0.iter().map(|i| &i.id).collect();
    for (word, ids) in [
        ("phase", phases),
        ("session", sessions),
        ("statement", statements),
        ("incident", incidents),
    ] {
        unique(Kind::new("", word), ids.into_iter(), cx);
    }
}

fn delegation(
    entry: &DelegationEntry,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<Delegation> {
    let DelegationEntry {
        id,
        party,
        offices,
        span: _,
    } = entry;
    Some(Delegation {
        id: id.text.clone(),
        party: names.party(party, cx)?,
        offices: offices.clone(),
    })
}

fn check_phases(file: &CaseFile, cx: &mut Context<'_>) {
    for pair in file.phases.0.windows(2) {
        let (before, after) = (pair[0].day, pair[1].day);
        if after.value < before.value && cx.are_read([before.span, after.span]) {
            cx.find(Code::Order, after.span, || {
                let message = "this phase begins before the one that it follows";
                Diagnostic::new(Code::Order, after.span, "", message)
                    .expected(format!("day {} or later", before.value))
                    .related(before.span, "the phase before begins here")
            });
        }
    }
}

fn phase(entry: &PhaseEntry) -> ImplementationPhase {
    let PhaseEntry {
        id,
        name,
        day,
        opens_when,
        deliver,
        rollback,
        span: _,
    } = entry;
    ImplementationPhase {
        id: id.text.clone(),
        name: name.clone(),
        day: day.value,
        opens_when: opens_when.clone(),
        deliver: deliver.clone(),
        rollback: rollback.clone(),
    }
}

fn session(
    entry: &SessionEntry,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<MediationSession> {
    let SessionEntry {
        id,
        date,
        format,
        with,
        by,
        text_version,
        outcome,
        visibility,
        span: _,
    } = entry;
    once("delegation", with, cx);
    let met: Vec<Option<DelegationId>> =
        with.iter().map(|name| names.delegation(name, cx)).collect();
    let led = names.delegation(by, cx);
    Some(MediationSession {
        id: id.text.clone(),
        date: date.value,
        format: (*format).into(),
        with: met.into_iter().collect::<Option<_>>()?,
        by: led?,
        text_version: text_version.clone(),
        outcome: outcome.clone(),
        visibility: visible_to(*visibility, Visibility::Mediator),
    })
}

fn statement(
    entry: &StatementEntry,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<PartyStatement> {
    let StatementEntry {
        id,
        date,
        by,
        visibility,
        channel,
        grade,
        about,
        says,
        reads_as,
        span: _,
    } = entry;
    let by = names.party(by, cx);
    once("point", about, cx);
    let points: Vec<_> = about.iter().map(|name| names.point(name, cx)).collect();
    let reads_as = names.picks_by_point(reads_as, cx);
    Some(PartyStatement {
        id: id.text.clone(),
        date: date.value,
        by: by?,
        visibility: visible_to(*visibility, Visibility::Public),
        channel: channel.clone(),
        grade: grade.as_ref().map(|grade| grade.value),
        about: points.into_iter().collect::<Option<_>>()?,
        says: says.clone(),
        reads_as: reads_as?,
    })
}

fn incident(
    entry: &IncidentEntry,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<ReportedIncident> {
    let IncidentEntry {
        id,
        date,
        place,
        kind,
        claimed_by,
        attributed_to,
        response,
        sources,
        status,
        visibility,
        span: _,
    } = entry;
    let claimant = match claimed_by.text.as_str() {
        "both" => Some(IncidentClaimant::Both),
        "unknown" => Some(IncidentClaimant::Unknown),
        _ => names.party(claimed_by, cx).map(IncidentClaimant::Party),
    };
    let blamed = match attributed_to.text.as_str() {
        "both" => Some(IncidentAttribution::Both),
        "disputed" => Some(IncidentAttribution::Disputed),
        "unknown" => Some(IncidentAttribution::Unknown),
        _ => {
            let party = names.party(attributed_to, cx);
            party.map(IncidentAttribution::Party)
        }
    };
    Some(ReportedIncident {
        id: id.text.clone(),
        date: date.value,
        place: place.clone(),
        kind: kind.clone(),
        claimed_by: claimant?,
        attributed_to: blamed?,
        response: response.clone(),
        sources: sources.0.iter().map(source).collect(),
        status: status.clone(),
        visibility: visible_to(*visibility, Visibility::Mediator),
    })
}

fn source(entry: &SourceEntry) -> IncidentSource {
    let SourceEntry {
        kind,
        grade,
        note,
        span: _,
    } = entry;
    IncidentSource {
        kind: kind.clone(),
        grade: grade.value,
        note: note.clone(),
    }
}
