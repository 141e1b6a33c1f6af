//! The kinds of entries that can be changed by forms.

use super::field::{
    BODY, CASE, DELEGATION, Field, INCIDENT, LEVER, LINE, LINK, OWN, PARTY, PHASE, POINT,
    RULE_KEYS, SESSION, STATEMENT, Widget,
};
use super::read::rule_name;

/// Who fills a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormReader {
    Mediator,
    Party,
}

/// A kind of entry.
#[derive(Debug)]
pub(crate) struct EntryKind {
    /// The list of the case file that holds such entries; empty for the case itself.
    pub(crate) list: &'static str,
    /// The message that names the list.
    pub(crate) title: &'static str,
    /// The message of the button that adds one.
    pub(crate) add: &'static str,
    /// The key that says whose an entry is, where a party may change its own.
    pub(crate) owner: Option<&'static str>,
    pub(crate) fields: &'static [Field],
}

const fn kind(
    list: &'static str,
    title: &'static str,
    add: &'static str,
    owner: Option<&'static str>,
    fields: &'static [Field],
) -> EntryKind {
    EntryKind {
        list,
        title,
        add,
        owner,
        fields,
    }
}

/// All of them, in the order in which a person thinks of a case.
pub(crate) static KINDS: [EntryKind; 12] = [
    kind("", "list-case", "", None, CASE),
    kind("parties", "list-parties", "add-party", None, PARTY),
    kind("points", "list-points", "add-point", None, POINT),
    kind("lines", "list-lines", "add-line", Some("owner"), LINE),
    kind("links", "list-links", "add-link", Some("owner"), LINK),
    kind(
        "ratification",
        "list-bodies",
        "add-body",
        Some("for_party"),
        BODY,
    ),
    kind("levers", "list-levers", "add-lever", Some("by"), LEVER),
    kind("sessions", "list-sessions", "add-session", None, SESSION),
    kind(
        "statements",
        "list-statements",
        "add-statement",
        Some("by"),
        STATEMENT,
    ),
    kind(
        "incidents",
        "list-incidents",
        "add-incident",
        None,
        INCIDENT,
    ),
    kind(
        "delegations",
        "list-delegations",
        "add-delegation",
        None,
        DELEGATION,
    ),
    kind("phases", "list-phases", "add-phase", None, PHASE),
];

/// The kind of the entries of a list.
pub(crate) fn kind_of(list: &str) -> Option<&'static EntryKind> {
    KINDS.iter().find(|kind| kind.list == list)
}

/// What a party may change of its own entry among the parties.
pub(crate) static OWN_PARTY: EntryKind = kind("parties", "list-parties", "", Some("id"), OWN);

impl EntryKind {
    /// The fields that a reader sees of it.
    pub(crate) fn fields_for(&self, reader: FormReader) -> Vec<&'static Field> {
        let fields = self.fields.iter();
        fields
            .filter(|field| reader == FormReader::Mediator || !field.mediators)
            .collect()
    }

    /// The field at which what is wrong under a key is told: the longest whose key it begins with;
    /// empty where there is none.
    pub(crate) fn field_named(&self, key: &str) -> String {
        let inside = |field: &&Field| {
            key.strip_prefix(field.key)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        let is_rule = RULE_KEYS.iter().any(|rule| {
            key.strip_prefix(rule)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        });
        if is_rule && self.fields.iter().any(|f| matches!(f.widget, Widget::Rule)) {
            return rule_name("");
        }
        let own = self.fields.iter().filter(|field| !field.key.is_empty());
        // A part of a mapping without a field of its own is told at the first one of it.
        let found = own
            .clone()
            .filter(inside)
            .max_by_key(|field| field.key.len());
        let head = key.split(['.', '[']).next().unwrap_or_default();
        let around = |field: &&Field| field.key.split('.').next() == Some(head);
        let found = found.or_else(|| own.clone().find(around));
        found.map_or_else(String::new, |field| field.key.to_owned())
    }
}
