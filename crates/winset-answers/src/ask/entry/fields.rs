//! The fields of entries, and an entry of what they say.

use winset_model::document::{Entry, Node};
use winset_told::messages::Language;

use super::values::value_of;

/// A kind of entry that can be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewEntryKind {
    /// Something said.
    Statement,
    /// Something that happened.
    Incident,
    /// A meeting.
    Session,
}

/// What kind of value a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldForm {
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
pub(super) struct EntryField {
    name: &'static str,
    key: &'static str,
    kinds: &'static [NewEntryKind],
    pub(super) form: FieldForm,
}

const ALL: &[NewEntryKind] = &[
    NewEntryKind::Statement,
    NewEntryKind::Incident,
    NewEntryKind::Session,
];
const STATEMENT: &[NewEntryKind] = &[NewEntryKind::Statement];
const INCIDENT: &[NewEntryKind] = &[NewEntryKind::Incident];
const SESSION: &[NewEntryKind] = &[NewEntryKind::Session];
const CONTESTED: &[NewEntryKind] = &[NewEntryKind::Statement, NewEntryKind::Incident];
const UNSAID: &[NewEntryKind] = &[NewEntryKind::Session, NewEntryKind::Incident];

const fn field(
    name: &'static str,
    key: &'static str,
    kinds: &'static [NewEntryKind],
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
pub struct EntryFieldFault {
    /// The field.
    pub field: String,
    /// What it says; none where it is missing.
    pub value: Option<String>,
    /// What is wrong with it.
    pub wrong: EntryFieldWrong,
}

/// What is wrong with what a field says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryFieldWrong {
    /// Entries of its kind have other fields: these.
    NoSuchField(Vec<&'static str>),
    /// It is missing; the message that says what it should say.
    Missing(&'static str),
    /// A text is not of this form.
    NotOfForm {
        /// The text.
        text: String,
        /// The form, such as `PARTY=STANCE`.
        form: &'static str,
    },
}

impl EntryFieldFault {
    /// What is wrong, in a sentence without a full stop.
    pub fn message(&self, language: &Language) -> String {
        let said = match &self.wrong {
            EntryFieldWrong::NoSuchField(_) => language.get("entry-no-such-field"),
            EntryFieldWrong::Missing(_) => language.get("entry-missing"),
            EntryFieldWrong::NotOfForm { text, .. } => language.with("entry-not-of-form", text),
        };
        said.into_owned()
    }

    /// What would do instead.
    pub fn expected(&self, language: &Language) -> String {
        match &self.wrong {
            EntryFieldWrong::NoSuchField(fields) => {
                let fields = fields.join(", ");
                language.with("expect-one-of", fields).into_owned()
            }
            EntryFieldWrong::Missing(message) => language.get(message).into_owned(),
            EntryFieldWrong::NotOfForm { form, .. } => (*form).to_owned(),
        }
    }
}

impl NewEntryKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Session, Self::Statement, Self::Incident];

    /// The list of the case file that holds entries of this kind.
    pub fn list(self) -> &'static str {
        match self {
            Self::Statement => "statements",
            Self::Incident => "incidents",
            Self::Session => "sessions",
        }
    }

    /// The names of the fields that an entry of this kind can have.
    pub fn field_names(self) -> Vec<&'static str> {
        let fields = FIELDS.iter().filter(|field| field.kinds.contains(&self));
        fields.map(|field| field.name).collect()
    }

    /// The field that fills a key of an entry, or a part of it.
    pub fn field_of_key(self, key: &str) -> Option<&'static str> {
        let fields = FIELDS.iter().filter(|field| field.kinds.contains(&self));
        let mut fields = fields.filter(|field| {
            let rest = key.strip_prefix(field.key);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        });
        fields.next().map(|field| field.name)
    }
}

/// An entry of what its fields say; `public` stances where the entry is public.
///
/// # Errors
/// All that is wrong, in the order of the fields; what is missing comes last.
pub fn entry_of(
    kind: NewEntryKind,
    given: &[(&str, Vec<&str>)],
    public: bool,
) -> Result<Node, Vec<EntryFieldFault>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut faults = Vec::new();
    for (name, texts) in given {
        let field = FIELDS.iter().find(|field| field.name == *name);
        let Some(field) = field.filter(|field| field.kinds.contains(&kind)) else {
            let wrong = EntryFieldWrong::NoSuchField(kind.field_names());
            faults.push(fault(name, texts, wrong));
            continue;
        };
        match value_of(field.form, texts, public) {
            Ok(value) => put(&mut entries, field.key, value),
            Err(wrong) => faults.push(fault(name, texts, wrong)),
        }
    }
    defaults(kind, &mut entries);
    for (name, expected) in required(kind) {
        let key = FIELDS
            .iter()
            .find(|field| field.name == *name && field.kinds.contains(&kind));
        let said = key.is_some_and(|field| entries.iter().any(|entry| entry.key == field.key));
        if !said && !faults.iter().any(|fault| fault.field == *name) {
            faults.push(EntryFieldFault {
                field: (*name).to_owned(),
                value: None,
                wrong: EntryFieldWrong::Missing(expected),
            });
        }
    }
    if faults.is_empty() {
        Ok(Node::of_map(entries))
    } else {
        Err(faults)
    }
}

fn fault(name: &str, texts: &[&str], wrong: EntryFieldWrong) -> EntryFieldFault {
    EntryFieldFault {
        field: name.to_owned(),
        value: Some(texts.join("; ")),
        wrong,
    }
}

/// The fields that an entry of a kind must have, and the message that says what each should say.
fn required(kind: NewEntryKind) -> &'static [(&'static str, &'static str)] {
    match kind {
        NewEntryKind::Statement => &[
            ("date", "entry-expect-said-on"),
            ("said_by", "entry-expect-party"),
            ("says", "entry-expect-words"),
        ],
        NewEntryKind::Incident => &[
            ("date", "entry-expect-happened-on"),
            ("place", "entry-expect-place"),
            ("what", "entry-expect-what"),
        ],
        NewEntryKind::Session => &[
            ("date", "entry-expect-held-on"),
            ("format", "entry-expect-format"),
            ("led_by", "entry-expect-delegation"),
        ],
    }
}

/// What an incident says where nobody said it: what happened is its category, who did it is unknown.
fn defaults(kind: NewEntryKind, entries: &mut Vec<Entry>) {
    if kind != NewEntryKind::Incident {
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
