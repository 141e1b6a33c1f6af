//! An act before it is written down: what each audience will read of it.

use askama::Template;
use axum::response::{IntoResponse, Response};
use winset_answers::ask::act::{ActReader, act_readers};
use winset_journal::Act;
use winset_model::audience::Audience;

use super::acts::Sent;
use super::{Frame, Page, Seat};

#[derive(Debug, Template)]
#[template(path = "preview.html")]
struct PreviewPage {
    frame: Frame,
    /// Each audience, and what it will read; none where it will learn nothing.
    readers: Vec<(String, Option<String>)>,
    /// Where the act is sent to be written down.
    action: String,
    /// What was sent, to be sent again.
    fields: Vec<(String, String)>,
    /// Whether the page it came from takes what was sent back, to be changed.
    changes: bool,
}

/// Where an act came from, and where it is sent to.
pub(super) struct PreviewOf {
    /// The page of the menu.
    pub(super) page: &'static str,
    pub(super) action: String,
    /// Whether the page takes what was sent back, to be changed.
    pub(super) changes: bool,
}

/// Shows it.
pub(super) fn preview(seat: &Seat, sent: &Sent, act: &Act, of: PreviewOf) -> Response {
    let readers = act_readers(&seat.view.snapshot.seen, act).into_iter();
    let readers = readers.map(|ActReader { audience, words }| (named(seat, &audience), words));
    let fields = sent.0.iter().filter(|(name, _)| name != "step");
    Page(PreviewPage {
        frame: seat.frame(of.page),
        readers: readers.collect(),
        changes: of.changes,
        action: of.action,
        fields: fields.cloned().collect(),
    })
    .into_response()
}

fn named(seat: &Seat, audience: &Audience) -> String {
    match audience {
        Audience::Holder | Audience::Mediator => seat.words.get("reader-mediator").into_owned(),
        Audience::Public => seat.words.get("reader-public").into_owned(),
        Audience::Party(id) => {
            let case = seat.case();
            let party = case.party_named(id);
            party.map_or_else(|| id.clone(), |p| case.parties[p.index()].name.clone())
        }
    }
}
