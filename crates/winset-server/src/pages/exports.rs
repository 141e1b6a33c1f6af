//! Files to hand out: tables, calendar, text, and the whole case on one page. Each is made of what
//! its reader sees, at the moment at which it is asked for.

use axum::response::Response;
use winset_export::csv::CsvFor;
use winset_export::{Complete, ExchangeRuns, ExportSource};
use winset_journal::SeenCase;
use winset_model::calendar::Moment;
use winset_text::document::{Document, Facts};
use winset_text::export;

use super::address::{Address, last_part};
use super::downloads::kept;
use super::text::{text, version};
use super::{Seat, whole_case};
use crate::http::Refusal;
use winset_answers::ask::{EverythingStage, ExchangeEnd};

/// How long an export waits for answers; what is not there then is not in it, and it says so.
const WAIT: std::time::Duration = std::time::Duration::from_secs(10);

const CSV: &str = "text/csv; charset=utf-8";
const ICS: &str = "text/calendar; charset=utf-8; method=PUBLISH";

/// A file by its name.
pub(super) async fn export(seat: Seat, address: Address) -> Result<Response, Refusal> {
    let file = last_part(address);
    let waits = match file.as_str() {
        "matrix.csv" | "clashes.csv" => Some(EverythingStage::Clashes),
        "case.html" => Some(EverythingStage::ZonePressure),
        _ => None,
    };
    if let Some(stage) = waits {
        seat.view.findings.wait(stage, WAIT).await;
    }
    let seat = &seat;
    tokio::task::block_in_place(|| made(seat, &file))
}

fn made(seat: &Seat, file: &str) -> Result<Response, Refusal> {
    let seen = &seat.view.snapshot.seen;
    let source = source(seat, seen);
    let case = &seen.case;
    let found = seat.view.findings.found.clashes.get();
    let program = match seat.asked("for") {
        Some("excel") => CsvFor::Excel,
        _ => CsvFor::Any,
    };
    let (kind, text) = match file {
        "matrix.csv" => {
            let found = found.ok_or(Refusal::TooSlow)?;
            let status = &seat.view.snapshot.status;
            (
                CSV,
                winset_export::matrix(case, status, &found.found, &source, program),
            )
        }
        "clashes.csv" => {
            let found = found.ok_or(Refusal::TooSlow)?;
            let complete = match found.found.stopped {
                None => Complete::All,
                Some(_) => Complete::Some,
            };
            (
                CSV,
                winset_export::clashes(case, &found.told, complete, &source, program),
            )
        }
        "offers.csv" => (CSV, winset_export::offers(case, &source, program)),
        "calendar.ics" => {
            let signed = seat
                .asked("signed")
                .and_then(winset_model::calendar::Day::read);
            let written = Moment::read(&seat.desk.stamp()).ok_or(Refusal::Fault)?;
            let made = winset_export::calendar::calendar(seen, signed, &source, written);
            (ICS, made.text)
        }
        "runs.csv" | "runs.ics" => return runs(seat, file, &source, program),
        "timeline.svg" => {
            let picture = crate::pictures::timeline(&seat.page_view(), &seat.place());
            let picture = picture.signed(&seat.signature());
            ("image/svg+xml", picture.as_str().to_owned())
        }
        "case.html" => (
            "text/html; charset=utf-8",
            whole_case(seat.page_view()).map_err(|_| Refusal::Fault)?,
        ),
        _ => return of_text(seat, file),
    };
    Ok(kept(file, kind, text.into_bytes()))
}

/// The runs of an exchange, where there are any.
fn runs(
    seat: &Seat,
    file: &str,
    source: &ExportSource,
    program: CsvFor,
) -> Result<Response, Refusal> {
    let view = seat.page_view();
    let answer = super::plan::exchange_answer(&view).ok_or(Refusal::NotFound)?;
    let exchange = answer.exchange.as_ref().map_err(|_| Refusal::NotFound)?;
    let ExchangeEnd::Cleared(plan) = &exchange.end else {
        return Err(Refusal::TooSlow);
    };
    let runs = ExchangeRuns {
        case: view.case(),
        facts: &exchange.facts,
        schedule: plan.schedule.as_ref().ok_or(Refusal::NotFound)?,
    };
    let written = Moment::read(&seat.desk.stamp()).ok_or(Refusal::Fault)?;
    let (kind, text) = match file {
        "runs.csv" => (CSV, runs.table(source, program)),
        _ => (ICS, runs.calendar(source, written)),
    };
    Ok(kept(file, kind, text.into_bytes()))
}

fn source(seat: &Seat, seen: &SeenCase) -> ExportSource {
    let head = seat.view.snapshot.head.as_ref();
    let head = head.map(|(lines, hash)| (*lines, hash.as_str()));
    ExportSource::new(seen, &seat.view.snapshot.audience, head)
}

/// A version of the text, or a comparison, or the clean text of a package.
fn of_text(seat: &Seat, file: &str) -> Result<Response, Refusal> {
    let form = file.strip_prefix("text.").ok_or(Refusal::NotFound)?;
    let document = document(seat).ok_or(Refusal::NotFound)?;
    let (kind, bytes) = match form {
        "docx" => (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            export::docx(&document),
        ),
        "html" => (
            "text/html; charset=utf-8",
            export::html(&document).into_bytes(),
        ),
        "md" => (
            "text/markdown; charset=utf-8",
            export::markdown(&document).into_bytes(),
        ),
        "txt" => (
            "text/plain; charset=utf-8",
            export::plain(&document).into_bytes(),
        ),
        _ => return Err(Refusal::NotFound),
    };
    let name = match (seat.asked("v"), seat.asked("from")) {
        (Some(v), Some(from)) => format!("{}-{v}-{from}.{form}", seat.case().id),
        (Some(v), None) => format!("{}-{v}.{form}", seat.case().id),
        _ => format!("{}-text.{form}", seat.case().id),
    };
    Ok(kept(&name, kind, bytes))
}

fn document(seat: &Seat) -> Option<Document> {
    let text = text(seat);
    let head = seat
        .view
        .snapshot
        .head
        .as_ref()
        .map(|(_, hash)| hash.as_str());
    let facts = Facts {
        audience: &seat.view.snapshot.audience,
        head,
    };
    if seat.asked("p").is_some() {
        let package = super::package::asked(seat)?;
        let treaty = text.treaty(&package);
        return Some(winset_text::document::version(&text, &treaty, facts));
    }
    let shown = version(&text, seat.asked("v"))?;
    match seat.asked("from").filter(|from| !from.is_empty()) {
        None => Some(winset_text::document::version(&text, &shown, facts)),
        Some(from) => {
            let from = version(&text, Some(from))?;
            Some(winset_text::document::redline(&text, &from, &shown, facts))
        }
    }
}
