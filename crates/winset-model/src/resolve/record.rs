//! Who speaks for whom, what was said and what happened, and the steps of carrying out an agreement.

use super::entries::{check_entries, incident, session, statement};
use super::names::{Kind, Names, unique};
use crate::diagnostic::{Code, Diagnostic};
use crate::file::case::CaseFile;
use crate::file::read::{Context, Name};
use crate::file::register::{DelegationEntry, PhaseEntry};
use crate::register::{
    Delegation, ImplementationPhase, MediationSession, PartyStatement, ReportedIncident,
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
    let phases: Vec<&Name> = file.phases.0.iter().map(|p| &p.id).collect();
    unique(Kind::new("", "phase"), phases.into_iter(), cx);
    check_entries(file, cx);
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
