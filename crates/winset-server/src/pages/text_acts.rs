//! What is done to the text from its page: answers, wordings, free clauses, new versions.

use axum::response::{IntoResponse, Redirect, Response};
use winset_journal::{Author, Deed, IssuedDraft, Mode, Place, Reply};
use winset_model::case::Visibility;
use winset_model::options::Package;
use winset_text::{DraftText, DraftWanted};

use super::Seat;
use super::acts::{Sent, author, proposed, wants_preview, written};
use super::frame::escaped;
use super::package::Choice;
use super::preview::{PreviewOf, preview};
use super::text::shown;
use crate::http::Refusal;

/// Takes what the page sends: writes it down and shows the page, or says what is wrong.
pub(super) async fn enter(seat: Seat, sent: Sent) -> Result<Response, Refusal> {
    if !seat.writes() {
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
    let act = match proposed(&seat, &sent, by, deed) {
        Ok(act) => act,
        Err(problems) => return Ok(shown(&seat, problems)?.into_response()),
    };
    if wants_preview(&sent) {
        let shown = seat.asked("v").unwrap_or_default();
        let of = PreviewOf {
            page: "text",
            action: format!("{}/text?v={}", seat.base, escaped(shown)),
            changes: false,
        };
        return Ok(preview(&seat, &sent, &act, of));
    }
    match written(&seat, &act) {
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
    let mode = match sent.field("mode") {
        Some("chair") => Mode::Chair,
        _ => Mode::Compilation,
    };
    let field = |name: &str| {
        sent.field(name)
            .map(str::trim)
            .filter(|text| !text.is_empty())
    };
    let package = match (mode, field("p"), field("offer")) {
        (Mode::Compilation, ..) | (_, None, None) => None,
        (Mode::Chair, Some(names), _) => {
            let choice = Choice::named(seat.case(), names);
            let package = choice.and_then(|choice| choice.package());
            Some(package.ok_or("problem-form")?)
        }
        (Mode::Chair, None, Some(seq)) => Some(package_of(seat, seq).ok_or("problem-offer")?),
    };
    let wanted = DraftWanted {
        mode,
        package,
        visibility: sent.visibility().unwrap_or(Visibility::Public),
    };
    // Others may issue nothing: their drafts are refused, and made of nothing before that.
    let DraftText { clauses, editions } = if seat.view.is_mediator() {
        seat.desk.issue(&wanted).map_err(|_| "problem-chair")?
    } else {
        DraftText::default()
    };
    Ok(Deed::Draft(IssuedDraft {
        version: value(sent, "version"),
        date: None,
        mode,
        clauses: Some(clauses),
        editions,
    }))
}

/// What the maker of the offer of this number stands for after it, where that is a whole package.
fn package_of(seat: &Seat, seq: &str) -> Option<Package> {
    let seq = seq.parse::<u64>().ok()?;
    let mut offers = seat.case().offers.iter();
    offers.find(|offer| offer.seq == seq)?.package()
}
