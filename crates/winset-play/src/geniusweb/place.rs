//! Values of a message, each with the keys that lead to it.

use winset_model::document::{Node, Syntax, Value, parse};

use super::fault::{MessageFault, Wrong};
use super::party::WebParty;

/// Most characters of a text that a fault repeats.
const SHOWN_CHARS_MAX: usize = 40;

/// A value, and how one comes to it.
#[derive(Debug, Clone)]
pub(super) struct Place<'n> {
    pub(super) node: &'n Node,
    path: String,
}

/// The fields of an object: those that are required are there, and no other than the optional ones besides.
#[derive(Debug)]
pub(super) struct Fields<'n> {
    place: Place<'n>,
}

/// Reads a text as one value, and that by `read`.
pub(super) fn read_message<T>(
    text: &str,
    read: impl FnOnce(&Place<'_>) -> Result<T, Wrong>,
) -> Result<T, MessageFault> {
    let wrong = match parse(text.as_bytes(), Syntax::Json) {
        Ok(node) => {
            let top = Place {
                node: &node,
                path: String::new(),
            };
            match read(&top) {
                Ok(message) => return Ok(message),
                Err(wrong) => wrong,
            }
        }
        Err(found) => match found.into_iter().next() {
            Some(first) => first.into(),
            None => unreachable!("what is refused is refused for something"),
        },
    };
    Err(wrong.in_text(text))
}

/// A text in quotes, cut where it is long.
pub(super) fn quoted(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN_CHARS_MAX).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    format!("'{shown}'")
}

impl<'n> Place<'n> {
    /// A fault here.
    pub(super) fn wrong(&self, found: impl Into<String>, expected: &str) -> Wrong {
        Wrong {
            span: self.node.span,
            path: self.path.clone(),
            found: found.into(),
            expected: Some(expected.to_owned()).filter(|expected| !expected.is_empty()),
        }
    }

    fn under(&self, key: &str, node: &'n Node) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        Self {
            node,
            path: format!("{}{dot}{key}", self.path),
        }
    }

    /// The class of an object that is one thing under its name, and that thing.
    pub(super) fn class(&self, known: &[&'static str]) -> Result<(&'static str, Self), Wrong> {
        let expected = format!("an object with one key: {}", known.join(", "));
        let Value::Map(entries) = &self.node.value else {
            return Err(self.wrong(format!("{} was found", self.node.kind_name()), &expected));
        };
        let [entry] = entries.as_slice() else {
            let found = format!("an object with {} keys was found", entries.len());
            return Err(self.wrong(found, &expected));
        };
        match known.iter().find(|name| **name == entry.key) {
            Some(name) => Ok((name, self.under(name, &entry.node))),
            None => Err(Wrong {
                span: entry.key_span,
                ..self.wrong(
                    format!("the class {} is unknown here", quoted(&entry.key)),
                    &known.join(", "),
                )
            }),
        }
    }

    /// The thing under its name, where only one class can stand.
    pub(super) fn of_class(&self, name: &'static str) -> Result<Self, Wrong> {
        self.class(&[name]).map(|(_, place)| place)
    }

    /// The fields of an object.
    pub(super) fn fields(&self, required: &[&str], optional: &[&str]) -> Result<Fields<'n>, Wrong> {
        let all = [required, optional].concat().join(", ");
        let all = if all.is_empty() {
            "an object without fields".to_owned()
        } else {
            format!("an object with the fields {all}")
        };
        let Value::Map(entries) = &self.node.value else {
            return Err(self.wrong(format!("{} was found", self.node.kind_name()), &all));
        };
        let is_known = |key: &str| required.contains(&key) || optional.contains(&key);
        if let Some(entry) = entries.iter().find(|entry| !is_known(&entry.key)) {
            return Err(Wrong {
                span: entry.key_span,
                ..self.wrong(format!("the field {} is unknown", quoted(&entry.key)), &all)
            });
        }
        let is_there = |name: &&&str| entries.iter().any(|entry| entry.key == **name);
        if let Some(name) = required.iter().find(|name| !is_there(name)) {
            return Err(self.wrong(format!("the field '{name}' is missing"), &all));
        }
        Ok(Fields {
            place: self.clone(),
        })
    }

    /// The keys of an object and what stands under them, in order.
    pub(super) fn entries(&self, what: &str) -> Result<Vec<(&'n str, Self)>, Wrong> {
        let Value::Map(entries) = &self.node.value else {
            return Err(self.wrong(format!("{} was found", self.node.kind_name()), what));
        };
        let entries = entries.iter();
        Ok(entries
            .map(|entry| (entry.key.as_str(), self.under(&entry.key, &entry.node)))
            .collect())
    }

    /// Each member of a list, read by `read`.
    pub(super) fn members<T>(
        &self,
        what: &str,
        read: impl Fn(&Self) -> Result<T, Wrong>,
    ) -> Result<Vec<T>, Wrong> {
        let Value::List(members) = &self.node.value else {
            return Err(self.wrong(format!("{} was found", self.node.kind_name()), what));
        };
        let place = |(number, node)| Self {
            node,
            path: format!("{}[{number}]", self.path),
        };
        members
            .iter()
            .enumerate()
            .map(|member| read(&place(member)))
            .collect()
    }

    /// A text.
    pub(super) fn text(&self, what: &str) -> Result<&'n str, Wrong> {
        match &self.node.value {
            Value::Text(text) => Ok(text),
            _ => Err(self.wrong(
                format!("{} was found", self.node.kind_name()),
                &format!("{what}, a text"),
            )),
        }
    }

    /// The id of a party.
    pub(super) fn party(&self) -> Result<WebParty, Wrong> {
        self.party_of(self.text("the id of a party")?)
    }

    /// The id of a party that stands as a key.
    pub(super) fn party_of(&self, id: &str) -> Result<WebParty, Wrong> {
        WebParty::new(id).ok_or_else(|| {
            let expected = "the id of a party: a letter, then letters, digits and '_'";
            self.wrong(format!("{} was found", quoted(id)), expected)
        })
    }

    /// A number that counts something, from 0 below 2^63.
    pub(super) fn natural(&self, what: &str) -> Result<u64, Wrong> {
        let expected = || format!("{what}, a whole number from 0");
        match &self.node.value {
            Value::Number(digits) => {
                let number = digits.parse::<i64>().ok();
                let number = number.and_then(|number| u64::try_from(number).ok());
                number.ok_or_else(|| self.wrong(format!("{digits} was found"), &expected()))
            }
            _ => Err(self.wrong(format!("{} was found", self.node.kind_name()), &expected())),
        }
    }
}

impl<'n> Fields<'n> {
    /// A field that is required.
    pub(super) fn at(&self, name: &str) -> Place<'n> {
        // The fields were looked through when the object was opened.
        self.get(name)
            .unwrap_or_else(|| unreachable!("a required field is there"))
    }

    /// A field that is optional.
    pub(super) fn get(&self, name: &str) -> Option<Place<'n>> {
        let mut entries = self.place.node.entries().iter();
        let entry = entries.find(|entry| entry.key == name)?;
        Some(self.place.under(name, &entry.node))
    }
}
