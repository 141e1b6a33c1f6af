//! Entries into phrases.

use std::borrow::Cow;

use super::parser::{read_condition, read_phrase};
use super::tokens::needs_quotes;
use crate::document::{Entry, Node, Value};

/// How a phrase calls points and options.
pub trait PhraseNames {
    /// What stands for a point.
    fn point(&self, point: &str) -> String;
    /// What stands for an option of a point.
    fn option(&self, point: &str, option: &str) -> String;
}

/// Points and options by their identifiers, in quotes where they are words of phrases.
struct Codes;

impl PhraseNames for Codes {
    fn point(&self, point: &str) -> String {
        quoted(point)
    }

    fn option(&self, _: &str, option: &str) -> String {
        quoted(option)
    }
}

fn quoted(name: &str) -> String {
    if needs_quotes(name) {
        format!("\"{name}\"")
    } else {
        name.to_owned()
    }
}

/// The phrase that says what a link of a case file says; `None` where the entry is none that the
/// reader of files would take.
///
/// Reading it with [`read_phrase`](super::read_phrase) gives an equivalent entry.
pub fn phrase_of(entry: &Node) -> Option<String> {
    phrase_with(entry, &Codes)
}

/// The entry of a link with the mapping that its `rule` says in the place of the phrase, where it has one.
pub fn expanded(entry: &Node) -> Node {
    let said = stated(entry, "rule").and_then(|rule| read_phrase(&plain(rule)?).ok());
    let (Some(said), Value::Map(keys)) = (said, &entry.value) else {
        return entry.clone();
    };
    let mut whole = Vec::new();
    for key in keys {
        match key.key.as_str() {
            "rule" => whole.extend(entries(&said).iter().cloned()),
            _ => whole.push(key.clone()),
        }
    }
    Node {
        value: Value::Map(whole),
        span: entry.span,
    }
}

/// The phrase of a link in which points and options are called as `names` has them.
pub fn phrase_with(entry: &Node, names: &dyn PhraseNames) -> Option<String> {
    let writer = Writer(names);
    let entry = &expanded(entry);
    let part = |key: &str| stated(entry, key);
    match (part("if"), part("then"), part("require"), part("exclude")) {
        (Some(when), Some(then), None, None) => {
            let (when, then) = (writer.condition(when)?, writer.condition(then)?);
            Some(format!("if {when} then {then}"))
        }
        (None, None, Some(condition), None) => {
            Some(format!("require {}", writer.condition(condition)?))
        }
        (None, None, None, Some(members)) => match items(members) {
            [first, second] => {
                let (first, second) = (writer.unit(first)?, writer.unit(second)?);
                Some(format!("never both {first} and {second}"))
            }
            [] | [_] => None,
            _ => Some(format!("exclude {}", writer.list(members)?)),
        },
        _ => None,
    }
}

/// The phrase that says what a condition of a case file says; `None` where it is none.
///
/// Reading it with [`read_condition`](super::read_condition) gives an equivalent condition.
pub fn condition_phrase(condition: &Node) -> Option<String> {
    Writer(&Codes).condition(condition)
}

struct Writer<'a>(&'a dyn PhraseNames);

impl Writer<'_> {
    /// Recursion ends because readers of files admit so many levels only.
    fn condition(&self, condition: &Node) -> Option<String> {
        let condition = &*said(condition)?;
        if let [entry] = entries(condition)
            && entry.key == "any"
            && let members @ [_, _, ..] = items(&entry.node)
        {
            let alternatives: Option<Vec<String>> =
                members.iter().map(|m| self.alternative(m)).collect();
            return Some(alternatives?.join(" or "));
        }
        let members = self.members(condition)?;
        (!members.is_empty()).then(|| members.join(" and "))
    }

    /// A condition beside others with `or` between them.
    fn alternative(&self, condition: &Node) -> Option<String> {
        let condition = &*said(condition)?;
        let phrase = self.condition(condition)?;
        let nested = matches!(entries(condition), [entry] if entry.key == "any");
        Some(if nested {
            format!("({phrase})")
        } else {
            phrase
        })
    }

    fn members(&self, condition: &Node) -> Option<Vec<String>> {
        let entries = entries(condition);
        let is_point = |entry: &&Entry| !JOINS.contains(&entry.key.as_str());
        let points = entries.iter().filter(is_point);
        let rest = entries.iter().filter(|entry| !is_point(entry));
        let rest = rest.filter(|entry| entry.key != "of");
        let member = |entry: &Entry| self.member(condition, entry);
        points.chain(rest).map(member).collect()
    }

    fn member(&self, condition: &Node, entry: &Entry) -> Option<String> {
        match entry.key.as_str() {
            "not" => Some(format!("not {}", self.unit(&entry.node)?)),
            "all" => Some(format!("all of {}", self.list(&entry.node)?)),
            "any" => Some(format!("any of {}", self.list(&entry.node)?)),
            "at_least" => {
                let of = self.list(stated(condition, "of")?)?;
                Some(format!("at least {} of {of}", plain(&entry.node)?))
            }
            point => self.settled(point, &entry.node),
        }
    }

    /// A condition that stands as one: in brackets where it has several members.
    fn unit(&self, condition: &Node) -> Option<String> {
        let condition = &*said(condition)?;
        let phrase = self.condition(condition)?;
        let single = matches!(entries(condition), [entry] if entry.key != "any");
        Some(if single {
            phrase
        } else {
            format!("({phrase})")
        })
    }

    fn list(&self, members: &Node) -> Option<String> {
        let members: Option<Vec<String>> =
            items(members).iter().map(|m| self.condition(m)).collect();
        let members = members.filter(|members| !members.is_empty())?;
        Some(format!("({})", members.join("; ")))
    }

    fn settled(&self, point: &str, picks: &Node) -> Option<String> {
        let name = self.0.point(point);
        if let Value::Map(_) = picks.value {
            let bound = |key: &str| match stated(picks, key) {
                None => Some(None),
                Some(node) => plain(node).map(Some),
            };
            return match (bound("from")?, bound("to")?) {
                (Some(from), Some(to)) => Some(format!("{name} from {from} to {to}")),
                (Some(from), None) => Some(format!("{name} from {from}")),
                (None, Some(to)) => Some(format!("{name} up to {to}")),
                (None, None) => None,
            };
        }
        let option = |node: &Node| Some(self.0.option(point, &plain(node)?));
        let options: Vec<String> = match &picks.value {
            Value::List(items) => items.iter().map(option).collect::<Option<_>>()?,
            _ => vec![option(picks)?],
        };
        (!options.is_empty()).then(|| format!("{name} = {}", options.join(" or ")))
    }
}

/// A condition as a mapping, where it is a phrase itself.
fn said(condition: &Node) -> Option<Cow<'_, Node>> {
    match &condition.value {
        Value::Text(text) => read_condition(text).ok().map(Cow::Owned),
        _ => Some(Cow::Borrowed(condition)),
    }
}

const JOINS: &[&str] = &["all", "any", "not", "at_least", "of"];

/// A name or number as it is written.
fn plain(node: &Node) -> Option<String> {
    match &node.value {
        Value::Text(text) | Value::Number(text) => Some(text.clone()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    }
}

fn entries(node: &Node) -> &[Entry] {
    match &node.value {
        Value::Map(entries) => entries,
        _ => &[],
    }
}

fn items(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => &[],
    }
}

/// What stands under a key and is not null.
fn stated<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let found = entries(node).iter().find(|entry| entry.key == key)?;
    (found.node.value != Value::Null).then_some(&found.node)
}
