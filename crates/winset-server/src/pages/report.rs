//! A report is read: what it says stands beside it as proposals, and each that a person completes and
//! confirms is added to the record.

use askama::Template;
use axum::response::{IntoResponse, Response};
use winset_answers::ask::act::{ActPart, ActProblem, ActWanted, propose};
use winset_answers::ask::{EntriesEntered, NewRecordEntry, entry_of};
use winset_extract::{CivilDate, Markup, ReportOptions, read_report};
use winset_journal::{Act, Author};
use winset_model::case::Visibility;

use super::acts::{Sent, once, told, wants_preview, written};
use super::frame::escaped;
use super::preview::{PreviewOf, preview};
use super::report_fields::{FormProblem, ProposalShown, field_name, given, proposal_shown};
use super::report_marks::{MarkedText, marked};
use super::report_proposals::{ReportProposal, proposals};
use super::report_sent::{ReportSent, UNREADABLE};
use super::{Frame, Page, Seat};
use crate::http::Refusal;

/// Bytes of a report that is read at once: sent again with every form, it stays within what a desk takes.
const REPORT_BYTES_MAX: usize = 100_000;
/// Proposals of a page.
const PROPOSALS_MAX: usize = 200;
/// What the names of fields begin with that say which proposal was added as which entry.
const ADDED: &str = "added.";

#[derive(Debug, Template)]
#[template(path = "report.html")]
struct ReportPage {
    frame: Frame,
    /// What was wrong with the text or the file.
    problems: Vec<String>,
    text: String,
    date: String,
    name: String,
    /// What was read; none before a report was sent.
    read: Option<ReportRead>,
    once: String,
}

/// A report that was read.
#[derive(Debug)]
struct ReportRead {
    marked: MarkedText,
    proposals: Vec<ProposalShown>,
    more: usize,
    /// Proposals that were added, with where their entries are.
    added: Vec<(String, String)>,
}

/// Who enters what a desk's reader confirms; none where they cannot write.
fn author(seat: &Seat) -> Option<String> {
    let case = seat.case();
    match seat.view.viewer() {
        Some(party) => Some(case.parties[party.index()].id.clone()),
        None if seat.view.is_mediator() => Some("mediator".to_owned()),
        None => None,
    }
}

/// Whether reports can be read into the record here.
pub(super) fn reads(seat: &Seat) -> bool {
    seat.writes() && author(seat).is_some()
}

/// Shows the form for a report.
pub(super) async fn page(seat: Seat) -> Result<Response, Refusal> {
    if !reads(&seat) {
        return Err(Refusal::NotFound);
    }
    shown(&seat, &Sent::default(), &[], Vec::new())
}

/// Reads what was sent, and adds the proposal that was confirmed.
pub(super) async fn enter(seat: Seat, ReportSent(sent): ReportSent) -> Result<Response, Refusal> {
    let by = author(&seat).filter(|_| seat.writes());
    let by = by.ok_or(Refusal::NotFound)?;
    tokio::task::block_in_place(|| entered(&seat, sent, &by))
}

fn entered(seat: &Seat, mut sent: Sent, by: &str) -> Result<Response, Refusal> {
    let confirmed = sent.field("confirm").and_then(|n| n.parse::<usize>().ok());
    let problems = wrong(seat, &sent);
    let keeps = sent.field("step") == Some("change");
    let Some(number) = confirmed.filter(|_| problems.is_empty() && !keeps) else {
        return shown(seat, &sent, &[], problems);
    };
    let all = read(&sent);
    let number = number
        .checked_sub(1)
        .filter(|at| *at < all.len().min(PROPOSALS_MAX));
    let at = number.ok_or(Refusal::Input)?;
    if sent.field(&format!("{ADDED}{}", at + 1)).is_some() {
        return shown(seat, &sent, &[], Vec::new());
    }
    let (act, id) = match proposed(seat, &sent, (&all[at], at + 1), by) {
        Ok(act) => act,
        Err(problems) => return shown(seat, &sent, &problems, Vec::new()),
    };
    if wants_preview(&sent) {
        let of = PreviewOf {
            page: "record",
            action: format!("{}/report", seat.base),
            changes: true,
        };
        // What is written down later is what was shown, by its identifier too.
        sent.0.push((field_name(at + 1, "id"), id));
        return Ok(preview(seat, &sent, &act, of));
    }
    if let Err(whole) = written(seat, &act) {
        return shown(seat, &sent, &[], whole);
    }
    sent.0.push((format!("{ADDED}{}", at + 1), id));
    // The case has the entry now.
    let audience = &seat.view.snapshot.audience;
    let now = Seat::new(&seat.desk, audience, None, Vec::new());
    let mut now = now.ok_or(Refusal::Fault)?;
    now.words = seat.words;
    shown(&now, &sent, &[], Vec::new())
}

/// What is wrong with the text or the file.
fn wrong(seat: &Seat, sent: &Sent) -> Vec<String> {
    let words = seat.words;
    let text = sent.field("text").unwrap_or_default();
    if sent.field(UNREADABLE).is_some() {
        return vec![words.get("report-utf8").into_owned()];
    }
    if text.trim().is_empty() {
        return vec![words.get("report-empty").into_owned()];
    }
    if text.len() > REPORT_BYTES_MAX {
        return vec![words.with("report-long", REPORT_BYTES_MAX).into_owned()];
    }
    let date = sent.field("date").map(str::trim).unwrap_or_default();
    if !date.is_empty() && CivilDate::parse(date).is_none() {
        return vec![words.with("record-day-wrong", date).into_owned()];
    }
    Vec::new()
}

/// What the report proposes.
fn read(sent: &Sent) -> Vec<ReportProposal> {
    let options = ReportOptions {
        report_date: sent
            .field("date")
            .and_then(|day| CivilDate::parse(day.trim())),
        markup: Markup::Auto,
    };
    let text = sent.field("text").unwrap_or_default();
    proposals(&read_report(text, &options))
}

/// The act that adds a proposal as it was completed, and the identifier of its entry.
fn proposed(
    seat: &Seat,
    sent: &Sent,
    of: (&ReportProposal, usize),
    by: &str,
) -> Result<(Act, String), Vec<FormProblem>> {
    let (proposal, number) = of;
    let kind = proposal.kind();
    let (fields, public) = given(sent, number);
    let borrowed = fields.iter();
    let borrowed = borrowed.map(|(name, texts)| {
        (
            name.as_str(),
            texts.iter().map(String::as_str).collect::<Vec<_>>(),
        )
    });
    let made = entry_of(kind, &borrowed.collect::<Vec<_>>(), public);
    let node = made.map_err(|faults| {
        let each = faults.iter().map(|fault| FormProblem {
            number,
            field: fault.field.clone(),
            what: format!(
                "{} ({})",
                fault.message(seat.words),
                fault.expected(seat.words)
            ),
        });
        each.collect::<Vec<_>>()
    })?;
    let at = seat.desk.stamp();
    let entered = EntriesEntered {
        by,
        at: &at,
        visibility: Some(if public {
            Visibility::Public
        } else {
            Visibility::Mediator
        }),
        reason: None,
    };
    let list = kind.list();
    let entries = entered.completed(vec![NewRecordEntry { list, node }]);
    let id = entries
        .first()
        .and_then(|entry| entry.node.text_under("id"));
    let id = id.unwrap_or_default().to_owned();
    let word = sent.field("once").filter(|word| !word.is_empty());
    let wanted = ActWanted {
        at: at.clone(),
        by: Author::named(by),
        visibility: entered.act_visibility(&entries).ok(),
        once: word.map(|word| format!("{word}-{number}")),
        deed: entered.deed(&entries),
    };
    let snapshot = &seat.view.snapshot;
    let act = propose(&snapshot.seen, &snapshot.audience, wanted).map_err(|problems| {
        let each = problems.iter().map(|problem| FormProblem {
            number,
            field: field_of(&entries, problem, kind).unwrap_or_default(),
            what: told(seat, problem),
        });
        each.collect::<Vec<_>>()
    })?;
    Ok((act, id))
}

/// The field at which a problem of the act is told.
fn field_of(
    entries: &[NewRecordEntry],
    problem: &ActProblem,
    kind: winset_answers::ask::NewEntryKind,
) -> Option<String> {
    let ActPart::Change(path) = &problem.part else {
        return None;
    };
    let (_, field) = kind.field_at(entries, path)?;
    field.map(str::to_owned)
}

fn shown(
    seat: &Seat,
    sent: &Sent,
    at_fields: &[FormProblem],
    problems: Vec<String>,
) -> Result<Response, Refusal> {
    let text = |name: &str| sent.field(name).unwrap_or_default().to_owned();
    let is_read = wrong(seat, sent).is_empty();
    let read = is_read.then(|| read_shown(seat, sent, at_fields));
    Ok(Page(ReportPage {
        frame: seat.frame("record"),
        problems,
        text: text("text"),
        date: text("date"),
        name: text("name"),
        read,
        once: once().ok_or(Refusal::Fault)?,
    })
    .into_response())
}

fn read_shown(seat: &Seat, sent: &Sent, at_fields: &[FormProblem]) -> ReportRead {
    let mut all = read(sent);
    let more = all.len().saturating_sub(PROPOSALS_MAX);
    all.truncate(PROPOSALS_MAX);
    let text = sent.field("text").unwrap_or_default();
    let places: Vec<_> = all.iter().map(|proposal| proposal.place).collect();
    let added = sent.0.iter().filter(|(name, _)| name.starts_with(ADDED));
    let proposals = all.iter().enumerate().map(|(at, proposal)| {
        let mut shown = proposal_shown(seat, sent, (proposal, at + 1), at_fields);
        let id = sent.field(&format!("{ADDED}{}", at + 1));
        shown.added = id.map(|id| format!("{}/record/{}", seat.base, escaped(id)));
        shown
    });
    ReportRead {
        marked: marked(text, &places),
        proposals: proposals.collect(),
        more,
        added: added.cloned().collect(),
    }
}
