//! Forms that change the case: an entry, or what everything is worth to a party.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use winset_answers::ask::act::{ActPart, ActProblem, act_readers};
use winset_journal::{Act, Author, Deed};
use winset_model::document::Node;

use super::acts::{Sent, author, once, proposal, told, wants_preview, written};
use super::case::Rights;
use super::frame::escaped;
use super::preview::{PreviewOf, preview};
use super::{Frame, Page, Seat};
use crate::edit::{
    EntryKind, FieldProblem, FieldValues, FieldView, FormReader, ScorePoint, edited, fields_of,
    kind_of, moved, retired, score_field, score_table, scored, values_of,
};
use crate::http::Refusal;

/// What the names of an entry's fields begin with in a form.
const FIELD: &str = "f.";
/// The list that holds what everything is worth to each party.
const SCORES: &str = "preferences";

/// What a form is about.
enum Target {
    /// An entry of a list, a new one where it has no identifier yet; or the case itself.
    Entry(&'static EntryKind, Option<String>),
    /// The scores of a party.
    Scores(String),
}

#[derive(Debug, Template)]
#[template(path = "edit.html")]
struct EditPage {
    frame: Frame,
    title: String,
    list: String,
    at: String,
    fields: Vec<FieldView>,
    scores: Vec<ScorePoint>,
    act: ActFields,
    problems: Vec<String>,
    /// The points and their options with their codes, for phrases.
    codes: Vec<CodedPoint>,
    /// Whether something has to be chosen before the rest can be asked.
    continues: bool,
    retires: bool,
}

/// The fields that every act has besides.
#[derive(Debug)]
struct ActFields {
    once: String,
    /// For whom the reader may write: identifier, name, whether chosen.
    authors: Vec<(String, String, bool)>,
    visibility: String,
    reason: String,
}

/// A point with its code, and its options with theirs.
#[derive(Debug)]
struct CodedPoint {
    title: String,
    code: String,
    options: Vec<(String, String)>,
}

/// What is said of a form while it is filled in.
#[derive(Debug, Template)]
#[template(path = "said.html")]
struct Said {
    words: &'static winset_told::messages::Language,
    problems: Vec<String>,
    /// What its author would read of it.
    reads: Option<String>,
    fields: Vec<FieldView>,
    scores: Vec<ScorePoint>,
}

impl Target {
    /// What is asked for, where the reader may change it.
    fn of(seat: &Seat, list: &str, at: Option<&str>) -> Result<Self, Refusal> {
        let rights = Rights::of(&seat.page_view(), &seat.place());
        let at = at.filter(|at| !at.is_empty());
        if list == SCORES {
            let party = at.filter(|at| seat.case().party_named(at).is_some());
            let party = party.filter(|at| rights.of_party(at));
            return Ok(Self::Scores(party.ok_or(Refusal::NotFound)?.to_owned()));
        }
        let kind = kind_of(list).ok_or(Refusal::NotFound)?;
        let Some(at) = at else {
            let may = if list.is_empty() {
                rights.all
            } else {
                rights.adds(kind)
            };
            return if may {
                Ok(Self::Entry(kind, None))
            } else {
                Err(Refusal::NotFound)
            };
        };
        let entry = entry(seat, list, at).ok_or(Refusal::NotFound)?;
        let kind = rights.kind(kind, entry).ok_or(Refusal::NotFound)?;
        Ok(Self::Entry(kind, Some(at.to_owned())))
    }

    fn list(&self) -> &'static str {
        match self {
            Self::Entry(kind, _) => kind.list,
            Self::Scores(_) => SCORES,
        }
    }

    fn at(&self) -> Option<&str> {
        match self {
            Self::Entry(_, at) => at.as_deref(),
            Self::Scores(party) => Some(party),
        }
    }

    /// The field at which what is wrong with an act is told.
    fn field_of(&self, seat: &Seat, problem: &ActProblem) -> String {
        let ActPart::Change(place) = &problem.part else {
            return String::new();
        };
        match self {
            Self::Scores(party) => {
                score_field(&seat.view.snapshot.seen.document, place, party).unwrap_or_default()
            }
            Self::Entry(kind, _) => {
                let inside = match kind.list {
                    "" => Some(place.as_str()),
                    list => place
                        .strip_prefix(list)
                        .and_then(|rest| rest.strip_prefix('.'))
                        .and_then(|rest| rest.split_once('.'))
                        .map(|(_, key)| key),
                };
                inside.map_or_else(String::new, |key| kind.field_named(key))
            }
        }
    }
}

fn entry<'s>(seat: &'s Seat, list: &str, id: &str) -> Option<&'s Node> {
    seat.view.snapshot.seen.document.member_named(list, id)
}

/// The values of the entry's own fields.
fn values(fields: &[(String, String)]) -> FieldValues {
    let mut values = FieldValues::new();
    for (name, value) in fields {
        if let Some(name) = name.strip_prefix(FIELD) {
            values
                .entry(name.to_owned())
                .or_default()
                .push(value.clone());
        }
    }
    values
}

/// Shows the form: an entry as it is, or a new one with what the address says of it.
pub(super) async fn form(seat: Seat) -> Result<Response, Refusal> {
    let list = seat.asked("list").ok_or(Refusal::Input)?.to_owned();
    let at = seat.asked("at").map(str::to_owned);
    let target = Target::of(&seat, &list, at.as_deref())?;
    let asked = values(&seat.query);
    let asked = (!asked.is_empty()).then_some(asked);
    shown(&seat, &target, asked.as_ref(), &Sent::default(), &[])
}

fn shown(
    seat: &Seat,
    target: &Target,
    values: Option<&FieldValues>,
    sent: &Sent,
    problems: &[FieldProblem],
) -> Result<Response, Refusal> {
    let file = &seat.view.snapshot.seen.document;
    let (fields, scores) = views(seat, target, values, problems);
    let at_fields: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    let at_scores: Vec<&str> = scores.iter().map(|point| point.weight.0.as_str()).collect();
    let whole = problems.iter().filter(|problem| {
        let field = problem.field.as_str();
        !at_fields.contains(&field) && !at_scores.contains(&field)
    });
    let whole = whole.map(|problem| problem.what.clone()).collect();
    let phrases = fields.iter().any(has_phrase);
    let continues = match target {
        Target::Entry(kind, _) => {
            kind.fields.iter().any(crate::edit::Field::needs_point)
                && !fields.iter().any(|field| field.drawn == "rows")
        }
        Target::Scores(_) => false,
    };
    Ok(Page(EditPage {
        frame: seat.frame("case"),
        title: title(seat, target),
        list: target.list().to_owned(),
        at: target.at().unwrap_or_default().to_owned(),
        act: act_fields(seat, sent)?,
        codes: if phrases { codes(file) } else { Vec::new() },
        retires: matches!(target, Target::Entry(kind, Some(_)) if !kind.add.is_empty()),
        continues,
        problems: whole,
        fields,
        scores,
    })
    .into_response())
}

/// The fields of what a form is about.
fn views(
    seat: &Seat,
    target: &Target,
    values: Option<&FieldValues>,
    problems: &[FieldProblem],
) -> (Vec<FieldView>, Vec<ScorePoint>) {
    let file = &seat.view.snapshot.seen.document;
    match target {
        Target::Scores(party) => (Vec::new(), score_table(file, party, values, problems)),
        Target::Entry(kind, at) => {
            let entry = match at {
                Some(at) => entry(seat, kind.list, at),
                None => kind.list.is_empty().then_some(file),
            };
            let asked = kind.fields_for(reader(seat));
            let own = entry.map(|entry| values_of(&asked, entry));
            let values = values.cloned().or(own).unwrap_or_default();
            let fields = fields_of(seat.words, file, &asked, &values, problems);
            (fields, Vec::new())
        }
    }
}

fn reader(seat: &Seat) -> FormReader {
    match seat.view.viewer() {
        Some(_) => FormReader::Party,
        None => FormReader::Mediator,
    }
}

fn has_phrase(field: &FieldView) -> bool {
    let inside = field.rows.iter().flat_map(|row| &row.fields);
    field.drawn == "phrase" || inside.into_iter().any(|field| field.drawn == "phrase")
}

fn title(seat: &Seat, target: &Target) -> String {
    let words = seat.words;
    let said = match target {
        Target::Scores(party) => {
            let case = seat.case();
            let party = case.party_named(party);
            let name = party.map_or("", |party| case.parties[party.index()].name.as_str());
            words.with("scores-of", name)
        }
        Target::Entry(kind, None) if !kind.list.is_empty() => words.get(kind.add),
        Target::Entry(kind, _) => words.get(kind.title),
    };
    said.into_owned()
}

/// The points of a case with the codes by which phrases name them.
fn codes(file: &Node) -> Vec<CodedPoint> {
    let text = |entry: &Node, key: &str| entry.text_under(key).unwrap_or_default().to_owned();
    let point = |point: &Node| CodedPoint {
        title: text(point, "title"),
        code: text(point, "id"),
        options: point
            .members_under("options")
            .iter()
            .map(|option| (text(option, "id"), text(option, "label")))
            .collect(),
    };
    file.members_under("points").iter().map(point).collect()
}

fn act_fields(seat: &Seat, sent: &Sent) -> Result<ActFields, Refusal> {
    let text = |name: &str| sent.field(name).unwrap_or_default().to_owned();
    let mut authors = super::text::authors(seat);
    if seat.view.is_mediator() {
        let mediator = seat.words.get("reader-mediator").into_owned();
        authors.insert(0, ("mediator".to_owned(), mediator));
    }
    let by = text("by");
    let authors = authors.into_iter().map(|(id, name)| {
        let chosen = id == by;
        (id, name, chosen)
    });
    Ok(ActFields {
        once: once().ok_or(Refusal::Fault)?,
        authors: authors.collect(),
        visibility: text("visibility"),
        reason: text("reason"),
    })
}

/// Who changes the case, where the form says it: else the reader.
pub(super) fn by(seat: &Seat, sent: &Sent) -> Author {
    if sent.field("by").is_some_and(|by| !by.is_empty()) {
        return author(sent);
    }
    match seat.view.viewer() {
        Some(party) => Author::named(&seat.case().parties[party.index()].id),
        None => Author::Mediator,
    }
}

/// The act that a form stands for.
fn act(seat: &Seat, target: &Target, sent: &Sent) -> Result<Act, Vec<FieldProblem>> {
    let file = &seat.view.snapshot.seen.document;
    let values = values(&sent.0);
    let nothing = || {
        let what = seat.words.get("problem-changes-nothing");
        vec![FieldProblem::whole(what)]
    };
    let changes = match (target, sent.field("do")) {
        (Target::Scores(party), _) => scored(file, party, &values)?,
        (Target::Entry(kind, Some(at)), Some("retire")) => {
            retired(kind.list, at).into_iter().collect()
        }
        (Target::Entry(kind, Some(at)), Some(way @ ("up" | "down"))) => {
            let change = moved(file, kind.list, at, way == "up");
            change.into_iter().collect()
        }
        (Target::Entry(kind, at), _) => edited(file, kind, reader(seat), at.as_deref(), &values)?,
    };
    if changes.is_empty() {
        return Err(nothing());
    }
    let reason = sent.field("reason").map(str::trim);
    let reason = reason.filter(|reason| !reason.is_empty());
    let deed = Deed::Amend {
        reason: reason.map(str::to_owned),
        changes,
    };
    proposal(seat, sent, by(seat, sent), deed).map_err(|problems| {
        let problem = |problem: &ActProblem| FieldProblem {
            field: target.field_of(seat, problem),
            what: told(seat, problem),
        };
        problems.iter().map(problem).collect()
    })
}

fn target_of(seat: &Seat, sent: &Sent) -> Result<Target, Refusal> {
    let list = sent.field("list").ok_or(Refusal::Input)?;
    Target::of(seat, list, sent.field("at"))
}

/// Takes a form: writes it down and shows the case, or shows what each audience would read of it, or
/// the form with what is wrong.
pub(super) async fn enter(seat: Seat, sent: Sent) -> Result<Response, Refusal> {
    let (seat, sent) = (&seat, &sent);
    tokio::task::block_in_place(|| entered(seat, sent))
}

fn entered(seat: &Seat, sent: &Sent) -> Result<Response, Refusal> {
    let target = target_of(seat, sent)?;
    let values = values(&sent.0);
    let again = |problems: &[FieldProblem]| {
        // A form that only moves or retires has no fields to come back with.
        let values = (!values.is_empty()).then_some(&values);
        shown(seat, &target, values, sent, problems)
    };
    if matches!(sent.field("step"), Some("change" | "more")) {
        return again(&[]);
    }
    let act = match act(seat, &target, sent) {
        Ok(act) => act,
        Err(problems) => return again(&problems),
    };
    if wants_preview(sent) {
        let of = PreviewOf {
            page: "case",
            action: format!("{}/edit", seat.base),
            changes: !values.is_empty(),
        };
        return Ok(preview(seat, sent, &act, of));
    }
    match written(seat, &act) {
        Ok(()) => {
            let to = format!("{}/case#{}", seat.base, escaped(target.list()));
            Ok(Redirect::to(&to).into_response())
        }
        Err(problems) => again(
            &problems
                .into_iter()
                .map(FieldProblem::whole)
                .collect::<Vec<_>>(),
        ),
    }
}

/// Says what is wrong with a form as it is filled in, beside each field, and how it would read.
pub(super) async fn check(seat: Seat, sent: Sent) -> Result<Response, Refusal> {
    let (seat, sent) = (&seat, &sent);
    tokio::task::block_in_place(|| checked(seat, sent))
}

fn checked(seat: &Seat, sent: &Sent) -> Result<Response, Refusal> {
    let target = target_of(seat, sent)?;
    let (problems, reads) = match act(seat, &target, sent) {
        Err(problems) => (problems, None),
        Ok(act) => {
            let readers = act_readers(&seat.view.snapshot.seen, &act).into_iter();
            let own = |reader: &winset_answers::ask::act::ActReader| {
                reader.audience == seat.view.snapshot.audience
            };
            (
                Vec::new(),
                readers.filter(own).find_map(|reader| reader.words),
            )
        }
    };
    let (fields, scores) = views(seat, &target, Some(&values(&sent.0)), &problems);
    Ok(Page(Said {
        words: seat.words,
        problems: problems
            .iter()
            .filter(|problem| problem.field.is_empty())
            .map(|problem| problem.what.clone())
            .collect(),
        reads,
        fields,
        scores,
    })
    .into_response())
}
