//! What is done to the text from its page: answers, wordings, free clauses, new versions.

use axum::response::{IntoResponse, Redirect, Response};
use winset_journal::{Author, Deed, IssuedDraft, Mode, Place, Reply};

use super::Seat;
use super::acts::{Sent, author, written};
use super::frame::escaped;
use super::text::{shown, text};
use crate::http::Refusal;

/// Takes what the page sends: writes it down and shows the page, or says what is wrong.
pub(super) async fn enter(seat: Seat, sent: Sent) -> Result<Response, Refusal> {
    if !seat.desk.writes() {
        return Err(Refusal::NotFound);
    }
    let deed = match sent.field("what") {
        Some("answer") => answer(&sent).map(|deed| (author(&sent), deed)),
        Some("wording") => Ok((author(&sent), wording(&sent))),
        Some("clause") => clause(&sent).map(|deed| (Author::Mediator, deed)),
        Some("draft") => draft(&seat, &sent).map(|deed| (Author::Mediator, deed)),
        _ => return Err(Refusal::Input),
    };
    let (by, deed) = match deed {
        Ok(done) => done,
        Err(problem) => {
            let problem = seat.words.get(problem).into_owned();
            return Ok(shown(&seat, vec![problem])?.into_response());
        }
    };
    let to = match &deed {
        Deed::Draft(draft) => draft.version.clone(),
        _ => seat.asked("v").unwrap_or_default().to_owned(),
    };
    match written(&seat, &sent, by, deed) {
        Ok(()) => {
            let to = format!("{}/text?v={}", seat.base, escaped(&to));
            Ok(Redirect::to(&to).into_response())
        }
        Err(problems) => Ok(shown(&seat, problems)?.into_response()),
    }
}

/// The text of a field, where there is some.
fn words(sent: &Sent, name: &str) -> Option<String> {
    let text = sent.field(name).map(|text| text.replace("\r\n", "\n"));
    text.filter(|text| !text.trim().is_empty())
}

/// The value of a field; empty where it was not sent.
fn value(sent: &Sent, name: &str) -> String {
    sent.field(name).unwrap_or_default().trim().to_owned()
}

fn answer(sent: &Sent) -> Result<Deed, &'static str> {
    let said = sent.field("reply").unwrap_or_default();
    let reply = Reply::ALL.into_iter().find(|reply| reply.as_str() == said);
    Ok(Deed::Answer {
        version: value(sent, "version"),
        clause: value(sent, "clause"),
        reply: reply.ok_or("problem-reply")?,
        words: words(sent, "words"),
    })
}

fn wording(sent: &Sent) -> Deed {
    let option = sent.field("option").filter(|option| !option.is_empty());
    Deed::Wording {
        clause: value(sent, "clause"),
        option: option.map(str::to_owned),
        text: words(sent, "text"),
    }
}

fn clause(sent: &Sent) -> Result<Deed, &'static str> {
    let place = sent.field("place").and_then(Place::named);
    Ok(Deed::Clause {
        id: value(sent, "id"),
        place: place.ok_or("problem-form")?,
        title: value(sent, "title"),
        text: words(sent, "text"),
    })
}

fn draft(seat: &Seat, sent: &Sent) -> Result<Deed, &'static str> {
    let text = text(seat);
    let (mode, clauses) = match sent.field("mode") {
        Some("chair") => {
            let seq = sent.field("offer").and_then(|seq| seq.parse::<u64>().ok());
            let mut offers = seat.case().offers.iter();
            let made = offers.find(|offer| Some(offer.seq) == seq);
            let clean = text.chair(made.map(|offer| &offer.package));
            (Mode::Chair, clean.map_err(|_| "problem-chair")?.clauses)
        }
        _ => (Mode::Compilation, text.to_issue()),
    };
    Ok(Deed::Draft(IssuedDraft {
        version: value(sent, "version"),
        date: None,
        mode,
        clauses,
    }))
}
