//! Entries of the record from short texts, as flags and cells have them.

use winset::model::document::{Entry, Node};

use crate::args::EntryKindArg;

/// What kind of value a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FieldForm {
    /// A text.
    Text,
    /// Names, separated by commas.
    Names,
    /// Texts, one each.
    Texts,
    /// Options of points: `POINT=OPTION,..`.
    Options,
    /// What parties say: `PARTY=STANCE`.
    Stances,
    /// How many of what: `WHAT=LEAST-MOST`.
    Counts,
    /// Sources: `KIND=GRADE=REMARK`.
    Sources,
}

/// A field: what it is called on the command line and in tables, and the key that it fills; of a
/// mapping, the key of the mapping in front.
struct EntryField {
    name: &'static str,
    key: &'static str,
    kinds: &'static [EntryKindArg],
    form: FieldForm,
}

const ALL: &[EntryKindArg] = &[
    EntryKindArg::Statement,
    EntryKindArg::Incident,
    EntryKindArg::Session,
];
const STATEMENT: &[EntryKindArg] = &[EntryKindArg::Statement];
const INCIDENT: &[EntryKindArg] = &[EntryKindArg::Incident];
const SESSION: &[EntryKindArg] = &[EntryKindArg::Session];
const CONTESTED: &[EntryKindArg] = &[EntryKindArg::Statement, EntryKindArg::Incident];
const UNSAID: &[EntryKindArg] = &[EntryKindArg::Session, EntryKindArg::Incident];

const fn field(
    name: &'static str,
    key: &'static str,
    kinds: &'static [EntryKindArg],
    form: FieldForm,
) -> EntryField {
    EntryField {
        name,
        key,
        kinds,
        form,
    }
}

const FIELDS: &[EntryField] = &[
    field("id", "id", ALL, FieldForm::Text),
    field("date", "date", ALL, FieldForm::Text),
    field("precision", "precision", ALL, FieldForm::Text),
    field("reported", "reported", ALL, FieldForm::Text),
    field("said_by", "by", STATEMENT, FieldForm::Text),
    field("channel", "channel", STATEMENT, FieldForm::Text),
    field("grade", "grade", STATEMENT, FieldForm::Text),
    field("says", "says", STATEMENT, FieldForm::Text),
    field("reads_as", "reads_as", STATEMENT, FieldForm::Options),
    field("place", "place", INCIDENT, FieldForm::Text),
    field("what", "kind", INCIDENT, FieldForm::Text),
    field("category", "category", INCIDENT, FieldForm::Text),
    field("claimed_by", "claimed_by", INCIDENT, FieldForm::Text),
    field("alleged", "attributed_to", INCIDENT, FieldForm::Text),
    field("count", "counts", INCIDENT, FieldForm::Counts),
    field("source", "sources", INCIDENT, FieldForm::Sources),
    field("format", "format", SESSION, FieldForm::Text),
    field("with", "with", SESSION, FieldForm::Names),
    field("led_by", "by", SESSION, FieldForm::Text),
    field("text_version", "text_version", SESSION, FieldForm::Text),
    field("outcome", "outcome", SESSION, FieldForm::Text),
    field("about", "about", ALL, FieldForm::Names),
    field("option", "options", UNSAID, FieldForm::Options),
    field("clause", "clauses", ALL, FieldForm::Texts),
    field("stance", "stances", CONTESTED, FieldForm::Stances),
    field(
        "verified",
        "verification.status",
        CONTESTED,
        FieldForm::Text,
    ),
    field("verified_by", "verification.by", CONTESTED, FieldForm::Text),
    field(
        "verified_on",
        "verification.date",
        CONTESTED,
        FieldForm::Text,
    ),
    field("supersedes", "supersedes", ALL, FieldForm::Text),
    field("visibility", "visibility", ALL, FieldForm::Text),
];

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FieldFault {
    /// The field.
    pub(super) field: String,
    /// What it says; none where it is missing.
    pub(super) value: Option<String>,
    /// What is wrong.
    pub(super) message: String,
    /// What would do.
    pub(super) expected: String,
}

/// The list of the case file that holds entries of a kind.
pub(super) fn list_of(kind: EntryKindArg) -> &'static str {
    match kind {
        EntryKindArg::Statement => "statements",
        EntryKindArg::Incident => "incidents",
        EntryKindArg::Session => "sessions",
    }
}

/// The names of the fields that an entry of a kind can have.
pub(super) fn field_names(kind: EntryKindArg) -> Vec<&'static str> {
    let fields = FIELDS.iter().filter(|field| field.kinds.contains(&kind));
    fields.map(|field| field.name).collect()
}

/// The field that fills a key of an entry, or a part of it.
pub(super) fn field_of_key(kind: EntryKindArg, key: &str) -> Option<&'static str> {
    let fields = FIELDS.iter().filter(|field| field.kinds.contains(&kind));
    let mut fields = fields.filter(|field| {
        let rest = key.strip_prefix(field.key);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    });
    fields.next().map(|field| field.name)
}

/// An entry of what its fields say; `public` stances where the entry is public.
pub(super) fn entry_of(
    kind: EntryKindArg,
    given: &[(&str, Vec<&str>)],
    public: bool,
) -> Result<Node, Vec<FieldFault>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut faults = Vec::new();
    for (name, texts) in given {
        let field = FIELDS.iter().find(|field| field.name == *name);
        let Some(field) = field.filter(|field| field.kinds.contains(&kind)) else {
            let expected = format!("one of {}", field_names(kind).join(", "));
            faults.push(fault(
                name,
                texts,
                "entries of this kind have no such field",
                &expected,
            ));
            continue;
        };
        match value_of(field, texts, public) {
            Ok(value) => put(&mut entries, field.key, value),
            Err((message, expected)) => faults.push(fault(name, texts, &message, expected)),
        }
    }
    defaults(kind, &mut entries);
    for (name, expected) in required(kind) {
        let key = FIELDS
            .iter()
            .find(|field| field.name == *name && field.kinds.contains(&kind));
        let said = key.is_some_and(|field| entries.iter().any(|entry| entry.key == field.key));
        if !said && !faults.iter().any(|fault| fault.field == *name) {
            faults.push(FieldFault {
                field: (*name).to_owned(),
                value: None,
                message: "it is missing".to_owned(),
                expected: (*expected).to_owned(),
            });
        }
    }
    if faults.is_empty() {
        Ok(Node::of_map(entries))
    } else {
        Err(faults)
    }
}

fn fault(name: &str, texts: &[&str], message: &str, expected: &str) -> FieldFault {
    FieldFault {
        field: name.to_owned(),
        value: Some(texts.join("; ")),
        message: message.to_owned(),
        expected: expected.to_owned(),
    }
}

fn required(kind: EntryKindArg) -> &'static [(&'static str, &'static str)] {
    match kind {
        EntryKindArg::Statement => &[
            ("date", "the day on which it was said"),
            ("said_by", "a party"),
            ("says", "the words"),
        ],
        EntryKindArg::Incident => &[
            ("date", "the day on which it happened"),
            ("place", "where it happened"),
            ("what", "what happened, or a category"),
        ],
        EntryKindArg::Session => &[
            ("date", "the day on which it was held"),
            ("format", "shuttle, bilateral, three-way or multilateral"),
            ("led_by", "a delegation"),
        ],
    }
}

/// What an incident says where nobody said it: what happened is its category, who did it is unknown.
fn defaults(kind: EntryKindArg, entries: &mut Vec<Entry>) {
    if kind != EntryKindArg::Incident {
        return;
    }
    let of = |key: &str, entries: &[Entry]| {
        let found = entries.iter().find(|entry| entry.key == key);
        found.and_then(|entry| entry.node.written().map(str::to_owned))
    };
    if of("kind", entries).is_none()
        && let Some(category) = of("category", entries)
    {
        entries.push(Entry::plain(
            "kind",
            Node::of_text(category.replace('-', " ")),
        ));
    }
    if of("attributed_to", entries).is_none() {
        entries.push(Entry::plain("attributed_to", Node::of_text("unknown")));
    }
}

/// Puts a value under a key; with a full stop in it, under a key of a mapping.
fn put(entries: &mut Vec<Entry>, key: &str, value: Node) {
    let Some((outer, inner)) = key.split_once('.') else {
        entries.push(Entry::plain(key, value));
        return;
    };
    let mut parts = match entries.iter().position(|entry| entry.key == outer) {
        Some(place) => entries.remove(place).node.entries().to_vec(),
        None => Vec::new(),
    };
    parts.push(Entry::plain(inner, value));
    entries.push(Entry::plain(outer, Node::of_map(parts)));
}

type ValueFault = (String, &'static str);

fn value_of(field: &EntryField, texts: &[&str], public: bool) -> Result<Node, ValueFault> {
    let list = |made: Vec<Node>| Ok(Node::of_list(made));
    let names = |text: &str| -> Vec<Node> {
        let names = text
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty());
        names.map(Node::of_text).collect()
    };
    match field.form {
        FieldForm::Text => Ok(Node::of_text(texts.join("; "))),
        FieldForm::Names => list(texts.iter().flat_map(|text| names(text)).collect()),
        FieldForm::Texts => list(
            texts
                .iter()
                .map(|text| Node::of_text(text.trim()))
                .collect(),
        ),
        FieldForm::Options => pairs(texts, "POINT=OPTION,..", |point, options| {
            Some(Entry::plain(point, Node::of_list(names(options))))
        })
        .map(Node::of_map),
        FieldForm::Stances => pairs(texts, "PARTY=STANCE", |party, stance| {
            let word = Node::of_text(stance);
            Some(Entry::plain(
                party,
                if public { shown_to_all(word) } else { word },
            ))
        })
        .map(Node::of_map),
        FieldForm::Counts => list(pairs(texts, "WHAT=LEAST or WHAT=LEAST-MOST", count)?),
        FieldForm::Sources => list(pairs(texts, "KIND=GRADE or KIND=GRADE=REMARK", source)?),
    }
}

/// A stance that whoever sees the entry may know.
fn shown_to_all(word: Node) -> Node {
    let visibility = Entry::plain("visibility", Node::of_text("public"));
    Node::of_map(vec![Entry::plain("stance", word), visibility])
}

/// What each text says before and behind its first `=`.
fn pairs<T>(
    texts: &[&str],
    expected: &'static str,
    made: impl Fn(&str, &str) -> Option<T>,
) -> Result<Vec<T>, ValueFault> {
    let each = texts.iter().map(|text| {
        let pair = text.split_once('=');
        let made = pair.and_then(|(left, right)| made(left.trim(), right.trim()));
        made.ok_or_else(|| (format!("`{}` is not of the form", text.trim()), expected))
    });
    each.collect()
}

fn count(what: &str, counted: &str) -> Option<Node> {
    let (least, most) = match counted.split_once('-') {
        Some((least, most)) => (least.trim(), Some(most.trim())),
        None => (counted, None),
    };
    let is_whole = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if what.is_empty() || !is_whole(least) || most.is_some_and(|most| !is_whole(most)) {
        return None;
    }
    let mut entries = vec![
        Entry::plain("what", Node::of_text(what)),
        Entry::plain("least", Node::of_number(least)),
    ];
    entries.extend(most.map(|most| Entry::plain("most", Node::of_number(most))));
    Some(Node::of_map(entries))
}

fn source(kind: &str, rest: &str) -> Option<Node> {
    let (grade, remark) = match rest.split_once('=') {
        Some((grade, remark)) => (grade.trim(), Some(remark.trim())),
        None => (rest, None),
    };
    if kind.is_empty() || grade.is_empty() {
        return None;
    }
    let mut entries = vec![
        Entry::plain("kind", Node::of_text(kind)),
        Entry::plain("grade", Node::of_text(grade)),
    ];
    entries.extend(remark.map(|remark| Entry::plain("note", Node::of_text(remark))));
    Some(Node::of_map(entries))
}
