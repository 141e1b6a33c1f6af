//! The case in words, entry by entry, with what may be changed of it.

use askama::Template;
use axum::response::IntoResponse;
use winset_model::case::Case;
use winset_model::document::Node;
use winset_told::demand;
use winset_told::messages::Language;

use super::frame::escaped;
use super::{PageView, Place, Seat};
use crate::edit::{EntryKind, KINDS, OWN_PARTY};

#[derive(Debug, Template)]
#[template(path = "case.html")]
pub(super) struct CaseContents {
    place: Place,
    words: &'static Language,
    title: String,
    day: Option<String>,
    /// Where the title and the day are changed.
    own: Option<String>,
    sections: Vec<Section>,
    /// Parties whose scores may be changed: name, address.
    scores: Vec<(String, String)>,
    /// A word that no other form has.
    once: String,
}

/// The entries of one list.
#[derive(Debug)]
struct Section {
    list: &'static str,
    title: &'static str,
    entries: Vec<EntryWords>,
    /// The message and the address of what adds one, where one may be added.
    add: Option<(&'static str, String)>,
    /// Whether the order may be changed.
    ordered: bool,
}

/// An entry in words.
#[derive(Debug)]
struct EntryWords {
    id: String,
    title: String,
    about: String,
    /// Where it is changed, by whoever may.
    edit: Option<String>,
    first: bool,
    last: bool,
}

/// Shows it.
pub(super) async fn case(seat: Seat) -> impl IntoResponse {
    let contents = contents(&seat.page_view(), seat.place(), super::acts::once());
    seat.page("case", contents)
}

/// What stands on the page.
pub(super) fn contents(view: &PageView<'_>, place: Place, once: Option<String>) -> CaseContents {
    let (file, case) = (&view.snapshot.seen.document, view.case());
    let rights = Rights::of(view, &place);
    let sections = KINDS.iter().filter(|kind| !kind.list.is_empty());
    let sections = sections.map(|kind| section(view, kind, &rights));
    let sections: Vec<Section> = sections
        .filter(|section| !section.entries.is_empty() || section.add.is_some())
        .collect();
    let scores = case
        .parties
        .iter()
        .filter(|party| rights.of_party(&party.id));
    let scores = scores.map(|party| {
        let address = format!("/edit?list=preferences&at={}", escaped(&party.id));
        (party.name.clone(), address)
    });
    CaseContents {
        words: view.words,
        title: case.title.clone(),
        day: file.text_under("as_of").map(str::to_owned),
        own: rights.all.then(|| "/edit?list=".to_owned()),
        scores: scores.collect(),
        sections,
        once: once.unwrap_or_default(),
        place,
    }
}

/// What a reader may change.
pub(super) struct Rights {
    /// Everything: the mediator.
    pub(super) all: bool,
    /// What this party has entered, and no more.
    pub(super) party: Option<String>,
}

impl Rights {
    /// Those of a view, at a place where acts can be written down.
    pub(super) fn of(view: &PageView<'_>, place: &Place) -> Self {
        let writes = place.writes();
        let snapshot = view.snapshot;
        let party = snapshot.viewer().filter(|_| writes);
        Self {
            all: writes && snapshot.is_mediator(),
            party: party.map(|party| view.case().parties[party.index()].id.clone()),
        }
    }

    /// Whether a party's own values may be changed.
    pub(super) fn of_party(&self, id: &str) -> bool {
        self.all || self.party.as_deref() == Some(id)
    }

    /// The kind whose fields may be changed of an entry.
    pub(super) fn kind(
        &self,
        kind: &'static EntryKind,
        entry: &Node,
    ) -> Option<&'static EntryKind> {
        if self.all {
            return Some(kind);
        }
        let party = self.party.as_deref()?;
        if kind.list == OWN_PARTY.list {
            return (entry.text_under("id") == Some(party)).then_some(&OWN_PARTY);
        }
        let owner = entry.text_under(kind.owner?);
        (owner == Some(party)).then_some(kind)
    }

    /// Whether an entry of this kind may be added.
    pub(super) fn adds(&self, kind: &EntryKind) -> bool {
        let theirs = self.party.is_some() && kind.owner.is_some();
        !kind.add.is_empty() && (self.all || theirs)
    }
}

fn section(view: &PageView<'_>, kind: &'static EntryKind, rights: &Rights) -> Section {
    let file = &view.snapshot.seen.document;
    let entries = file.members_under(kind.list);
    let last = entries.len().saturating_sub(1);
    let told = entries.iter().enumerate().map(|(at, entry)| {
        let id = entry.text_under("id").unwrap_or_default();
        let (title, about) = told(view, kind.list, entry);
        let edit = rights.kind(kind, entry).map(|_| {
            let list = kind.list;
            format!("/edit?list={list}&at={}", escaped(id))
        });
        EntryWords {
            id: id.to_owned(),
            title,
            about,
            edit,
            first: at == 0,
            last: at == last,
        }
    });
    Section {
        list: kind.list,
        title: kind.title,
        entries: told.collect(),
        add: rights
            .adds(kind)
            .then(|| (kind.add, format!("/edit?list={}", kind.list))),
        ordered: rights.all && last > 0,
    }
}

/// What an entry is called, and what else there is to say of it.
fn told(view: &PageView<'_>, list: &str, entry: &Node) -> (String, String) {
    let (case, words) = (view.case(), view.words);
    let text = |key: &str| entry.text_under(key).unwrap_or_default().to_owned();
    let id = text("id");
    let party = |key: &str| party_name(case, &text(key));
    match list {
        "parties" => (text("name"), text("role")),
        "points" => {
            let labels = entry.members_under("options").iter();
            let labels: Vec<&str> = labels.filter_map(|o| o.text_under("label")).collect();
            (text("title"), labels.join(" · "))
        }
        "lines" | "links" => {
            let told = case.demand_named(&id);
            let told = told.map(|demand| demand::in_words(case, demand));
            let note = entry.text_under("note").unwrap_or_default();
            (told.unwrap_or(id), note.to_owned())
        }
        "ratification" => {
            let what = [("party", party("for_party")), ("n", text("seats"))];
            (text("body"), words.fill("case-body", &what).into_owned())
        }
        "levers" => {
            let what = [
                ("by", party("by")),
                ("target", party("target")),
                ("delta", text("no_deal_delta")),
                ("cost", text("cost_to_puller")),
                ("days", text("delay_days")),
            ];
            (words.fill("case-lever", &what).into_owned(), text("note"))
        }
        "sessions" => {
            let meeting = words.get(&format!("word-{}", text("format"))).into_owned();
            (format!("{}: {meeting}", text("date")), text("outcome"))
        }
        "statements" => (
            format!("{}, {}", text("date"), party("by")),
            format!("“{}”", text("says")),
        ),
        "incidents" => (
            format!("{}, {}: {}", text("date"), text("place"), text("kind")),
            text("status"),
        ),
        "delegations" => (party("party"), texts(entry, "offices")),
        _ => (text("name"), texts(entry, "deliver")),
    }
}

fn party_name(case: &Case, id: &str) -> String {
    let party = case.party_named(id);
    party.map_or_else(|| id.to_owned(), |p| case.parties[p.index()].name.clone())
}

/// The texts of a list, one behind the other.
fn texts(entry: &Node, key: &str) -> String {
    let texts = entry.members_under(key).iter().filter_map(Node::written);
    texts.collect::<Vec<_>>().join(" · ")
}
