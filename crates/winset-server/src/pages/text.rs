//! The single negotiating text: clauses, versions, comparisons, answers.

use askama::Template;
use axum::response::{IntoResponse, Response};
use winset_journal::{Mode, Reply};
use winset_model::case::Case;
use winset_text::{Change, Role, Run, Text, Version};
use winset_told::messages::Language;

use super::acts::once;
use super::frame::escaped;
use super::{Framed, Page, PageView, Place, Seat};
use crate::http::Refusal;

/// The name that stands for the working text in an address.
pub(super) const WORKING: &str = "working";

#[derive(Debug, Template)]
#[template(path = "text.html")]
pub(super) struct TextContents {
    place: Place,
    words: &'static Language,
    problems: Vec<String>,
    versions: Vec<Listed>,
    /// The version that is shown, and the one that it is compared with.
    shown: String,
    from: Option<String>,
    query: String,
    chair: bool,
    date: Option<String>,
    clauses: Vec<Clause>,
    parties: Vec<String>,
    picture: Option<String>,
    /// Whether answers to this version can be given.
    issued: bool,
    /// What its forms begin with; none where nothing can be written down.
    forms: Option<TextForms>,
}

/// What the forms of the page begin with.
#[derive(Debug)]
pub(super) struct TextForms {
    /// Who the reader may speak for: identifier and name.
    authors: Vec<(String, String)>,
    mediator: bool,
    /// Where they are sent to.
    action: String,
    once: String,
    /// A name for the next version.
    next: String,
}

/// The version that is shown, and the one that it is compared with.
#[derive(Debug)]
pub(super) struct ShownText {
    /// Its name in an address.
    name: String,
    version: Version,
    from: Option<(String, Version)>,
}

impl ShownText {
    /// The working text.
    pub(super) fn working(text: &Text<'_>) -> Self {
        Self {
            name: WORKING.to_owned(),
            version: text.working(),
            from: None,
        }
    }

    /// What the fields of an address ask for; none where they name a version that is not there.
    fn asked(view: &PageView<'_>, text: &Text<'_>) -> Option<Self> {
        let named = |field: &str| view.asked(field).filter(|name| !name.is_empty());
        let from = match named("from") {
            Some(name) => Some((name.to_owned(), version(text, Some(name))?)),
            None => None,
        };
        Some(Self {
            name: named("v").unwrap_or(WORKING).to_owned(),
            version: version(text, named("v"))?,
            from,
        })
    }
}

/// A version in the list.
#[derive(Debug)]
struct Listed {
    name: String,
    query: String,
    date: Option<String>,
    mode: &'static str,
    bracketed: String,
    options: String,
    pages: String,
    current: bool,
}

#[derive(Debug)]
struct Clause {
    id: String,
    label: String,
    title: Vec<Piece>,
    marker: Option<&'static str>,
    pieces: Vec<Piece>,
    /// For each party what it answered, and its words to it.
    answers: Vec<Option<(&'static str, Option<String>)>>,
    options: Vec<(String, String)>,
}

/// A piece of text with the tag that shows what it is.
#[derive(Debug)]
struct Piece {
    text: String,
    change: &'static str,
    class: &'static str,
}

fn piece(run: &Run) -> Piece {
    Piece {
        text: run.text.clone(),
        change: match run.change {
            Change::Kept => "span",
            Change::Inserted => "ins",
            Change::Deleted => "del",
        },
        class: match run.role {
            Role::Words => "words",
            Role::Bracket => "bracket",
            Role::Owner => "owner",
        },
    }
}

/// The text of a view.
pub(super) fn text(seat: &Seat) -> Text<'_> {
    seat.page_view().text()
}

/// A version by the name in an address; the working text where it names none.
pub(super) fn version(text: &Text<'_>, name: Option<&str>) -> Option<Version> {
    match name {
        None | Some("" | WORKING) => Some(text.working()),
        Some(name) => text.version(name).cloned(),
    }
}

/// Shows the page.
pub(super) async fn page(seat: Seat) -> Result<Response, Refusal> {
    Ok(shown(&seat, Vec::new())?.into_response())
}

/// The page, with what was wrong with what was sent.
pub(super) fn shown(
    seat: &Seat,
    problems: Vec<String>,
) -> Result<Page<Framed<TextContents>>, Refusal> {
    let view = seat.page_view();
    let text = view.text();
    let shown = ShownText::asked(&view, &text).ok_or(Refusal::NotFound)?;
    let contents = contents(&view, seat.place(), &text, &shown);
    let forms = if seat.writes() {
        Some(TextForms {
            authors: authors(seat),
            mediator: view.is_mediator(),
            action: format!("{}/text?{}", seat.base, contents.query),
            once: once().ok_or(Refusal::Fault)?,
            next: next(&text),
        })
    } else {
        None
    };
    let contents = TextContents {
        problems,
        issued: forms.is_some() && text.version(&shown.name).is_some(),
        forms,
        ..contents
    };
    Ok(seat.page("text", contents))
}

/// What stands on the page, without forms that write.
pub(super) fn contents(
    view: &PageView<'_>,
    place: Place,
    text: &Text<'_>,
    shown: &ShownText,
) -> TextContents {
    let (case, words) = (view.case(), view.words);
    let from = shown.from.as_ref();
    let mut query = format!("v={}", escaped(&shown.name));
    if let Some((from, _)) = from {
        query.push_str(&format!("&from={}", escaped(from)));
    }
    TextContents {
        words,
        problems: Vec::new(),
        versions: listed(text, words, &shown.name),
        shown: shown.name.clone(),
        from: from.map(|(name, _)| name.clone()),
        query,
        chair: shown.version.mode == Mode::Chair,
        date: shown.version.date.clone(),
        clauses: clauses(case, text, &shown.version, from.map(|(_, version)| version)),
        parties: super::matrix::party_heads(case),
        picture: (!text.versions().is_empty()).then(|| {
            let picture = crate::pictures::brackets(view, text, &place);
            picture.as_str().to_owned()
        }),
        issued: false,
        forms: None,
        place,
    }
}

/// All versions, the working text last; `shown` is the name of the current one.
fn listed(text: &Text<'_>, words: &Language, shown: &str) -> Vec<Listed> {
    let working = text.working();
    let all = text
        .versions()
        .iter()
        .map(|v| (v.name.as_str(), v.name.clone(), v));
    let last = (WORKING, words.get("working-text").into_owned(), &working);
    let versions = all.chain([last]).map(|(id, name, v)| {
        let counts = text.counts(v);
        Listed {
            query: format!("v={}", escaped(id)),
            current: id == shown,
            name,
            date: v.date.clone(),
            mode: v.mode.as_str(),
            bracketed: winset_told::grouped(counts.bracketed),
            options: winset_told::grouped(counts.options),
            pages: winset_told::grouped(counts.pages),
        }
    });
    versions.collect()
}

/// Who the reader may speak for: parties with their names.
pub(super) fn authors(seat: &Seat) -> Vec<(String, String)> {
    let case = seat.case();
    let of = |party: &winset_model::case::Party| (party.id.clone(), party.name.clone());
    match seat.view.viewer() {
        Some(party) => vec![of(&case.parties[party.index()])],
        None if seat.view.is_mediator() => case.parties.iter().map(of).collect(),
        None => Vec::new(),
    }
}

/// A name for the next version: that of the last with its number one higher.
pub(super) fn next(text: &Text<'_>) -> String {
    let last = text.versions().last().map_or("", |v| v.name.as_str());
    let digits = last.len() - last.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (stem, number) = last.split_at(last.len() - digits);
    match number.parse::<u64>() {
        Ok(number) => format!("{stem}{}", number.saturating_add(1)),
        Err(_) => "SNT-1".to_owned(),
    }
}

fn clauses(case: &Case, text: &Text<'_>, shown: &Version, from: Option<&Version>) -> Vec<Clause> {
    let answers = text.answers(shown);
    let of = |id: &str| {
        let row = answers.rows.iter().find(|row| row.clause == id);
        row.map_or_else(Vec::new, |row| {
            let cell = |answer: &Option<winset_text::ClauseAnswer>| {
                let answer = answer.as_ref()?;
                Some((reply(answer.reply), answer.words.clone()))
            };
            row.answers.iter().map(cell).collect()
        })
    };
    if let Some(from) = from {
        let changes = text.redline(from, shown).into_iter();
        let change = |c: winset_text::ClauseChange| Clause {
            answers: of(&c.clause),
            options: options(case, &c.clause),
            id: c.clause,
            label: c.label,
            title: c.title.iter().map(piece).collect(),
            marker: Some(c.marker.as_str()),
            pieces: c.runs.iter().map(piece).collect(),
        };
        return changes.map(change).collect();
    }
    let clause = |clause: &winset_journal::Clause| Clause {
        answers: of(&clause.id),
        options: options(case, &clause.id),
        id: clause.id.clone(),
        label: shown.label(case, clause),
        title: vec![piece(&Run::words(clause.title.clone()))],
        marker: None,
        pieces: shown.runs(case, clause).iter().map(piece).collect(),
    };
    shown.clauses.iter().map(clause).collect()
}

/// Identifiers and labels of a point's options.
fn options(case: &Case, id: &str) -> Vec<(String, String)> {
    let point = case
        .point_named(id)
        .map(|point| &case.points[point.index()]);
    point.map_or_else(Vec::new, |point| {
        let options = point.options.iter();
        options.map(|o| (o.id.clone(), o.label.clone())).collect()
    })
}

/// The message of an answer.
pub(super) fn reply(reply: Reply) -> &'static str {
    match reply {
        Reply::Accept => "reply-accept",
        Reply::AcceptIf => "reply-accept-if",
        Reply::Bracket => "reply-bracket",
        Reply::Refuse => "reply-refuse",
    }
}
