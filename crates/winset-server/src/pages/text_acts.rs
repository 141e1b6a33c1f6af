//! What is done to the text from its page: answers, wordings, free clauses, new versions.

use axum::response::{IntoResponse, Redirect, Response};
use winset_journal::{Act, Author, Deed, IssuedDraft, Mode, Place, Reply};
use winset_text::Version;

use super::Seat;
use super::acts::{Sent, stamp};
use super::frame::escaped;
use super::text::{author, shown, text, version};
use crate::http::Refusal;

/// Takes what the page sends: writes it down and shows the page, or says what is wrong.
pub(super) async fn enter(seat: Seat, sent: Sent) -> Result<Response, Refusal> {
    if !seat.desk.writes() {
        return Err(Refusal::NotFound);
    }
    let deed = match sent.field("what") {
        Some("answer") => answer(&seat, &sent),
        Some("wording") => wording(&seat, &sent),
        Some("clause") => clause(&seat, &sent),
        Some("draft") => draft(&seat, &sent),
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
    let act = Act {
        at: stamp(),
        by,
        seen: sent.seen(),
        once: sent
            .field("once")
            .filter(|word| !word.is_empty())
            .map(str::to_owned),
        deed,
    };
    match tokio::task::block_in_place(|| seat.desk.append(&seat.case().id, &act)) {
        None => Err(Refusal::NotFound),
        Some(Ok(_)) => {
            let to = format!("{}/text?v={}", seat.base, escaped(&to));
            Ok(Redirect::to(&to).into_response())
        }
        // Paths and lines of the journal are the mediator's own.
        Some(Err(error)) => {
            let problem = if seat.view.is_mediator() {
                error.to_string()
            } else {
                seat.words.get("not-written").into_owned()
            };
            Ok(shown(&seat, vec![problem])?.into_response())
        }
    }
}

type Done = Result<(Author, Deed), &'static str>;

fn by(seat: &Seat, sent: &Sent) -> Result<Author, &'static str> {
    author(seat, sent.field("by").unwrap_or_default()).ok_or("problem-author")
}

/// The text of a field, where there is some.
fn words(sent: &Sent, name: &str) -> Option<String> {
    let text = sent.field(name).map(|text| text.replace("\r\n", "\n"));
    text.filter(|text| !text.trim().is_empty())
}

fn answer(seat: &Seat, sent: &Sent) -> Done {
    let text = text(seat);
    let name = sent.field("version").unwrap_or_default();
    let version = text.version(name).ok_or("problem-version")?;
    let clause = sent.field("clause").unwrap_or_default();
    if version.clause(clause).is_none() {
        return Err("problem-clause");
    }
    let said = sent.field("reply").unwrap_or_default();
    let reply = Reply::ALL.into_iter().find(|reply| reply.as_str() == said);
    let reply = reply.ok_or("problem-reply")?;
    let words = words(sent, "words");
    if reply == Reply::AcceptIf && words.is_none() {
        return Err("problem-condition");
    }
    let by = by(seat, sent)?;
    if by == Author::Mediator {
        return Err("problem-author");
    }
    let deed = Deed::Answer {
        version: name.to_owned(),
        clause: clause.to_owned(),
        reply,
        words,
    };
    Ok((by, deed))
}

fn wording(seat: &Seat, sent: &Sent) -> Done {
    let working = text(seat).working();
    let clause = sent.field("clause").unwrap_or_default();
    if working.clause(clause).is_none() {
        return Err("problem-clause");
    }
    let option = sent.field("option").filter(|option| !option.is_empty());
    let point = seat.case().point_named(clause);
    let known =
        |name: &&str| point.is_some_and(|point| seat.case().option_named(point, name).is_some());
    if option.is_some_and(|name| !known(&name)) {
        return Err("problem-option");
    }
    let deed = Deed::Wording {
        clause: clause.to_owned(),
        option: option.map(str::to_owned),
        text: words(sent, "text"),
    };
    Ok((by(seat, sent)?, deed))
}

fn clause(seat: &Seat, sent: &Sent) -> Done {
    let id = sent.field("id").unwrap_or_default();
    let fits = winset_model::file::read::is_identifier(id);
    if !fits || seat.case().point_named(id).is_some() {
        return Err("problem-clause-id");
    }
    let place = sent.field("place").and_then(Place::named);
    let place = place.filter(|place| match place {
        Place::Preamble | Place::Annex => true,
        Place::After(point) => seat.case().point_named(point).is_some(),
        Place::Point => false,
    });
    let title = words(sent, "title").ok_or("problem-title")?;
    let deed = Deed::Clause {
        id: id.to_owned(),
        place: place.ok_or("problem-place")?,
        title,
        text: words(sent, "text"),
    };
    match author(seat, "mediator") {
        Some(by) => Ok((by, deed)),
        None => Err("problem-author"),
    }
}

fn draft(seat: &Seat, sent: &Sent) -> Done {
    let text = text(seat);
    let name = sent.field("version").map(str::trim).unwrap_or_default();
    if !winset_model::file::read::is_identifier(name) {
        return Err("problem-version-name");
    }
    if version(&text, Some(name)).is_some() {
        return Err("problem-version-there");
    }
    let by = author(seat, "mediator").ok_or("problem-author")?;
    let (mode, clauses) = match sent.field("mode") {
        Some("chair") => {
            let seq = sent.field("offer").and_then(|seq| seq.parse::<u64>().ok());
            let made = seat
                .case()
                .offers
                .iter()
                .find(|offer| Some(offer.seq) == seq);
            let Version { clauses, .. } = text
                .chair(made.map(|offer| &offer.package))
                .map_err(|_| "problem-chair")?;
            (Mode::Chair, clauses)
        }
        _ => (Mode::Compilation, text.to_issue()),
    };
    let deed = Deed::Draft(IssuedDraft {
        version: name.to_owned(),
        date: None,
        mode,
        clauses,
    });
    Ok((by, deed))
}
