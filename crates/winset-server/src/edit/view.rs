//! The fields of an entry as a form shows them.

use winset_model::document::Node;
use winset_told::messages::Language;

use super::changes::FieldProblem;
use super::field::{Field, Names, WORD, Widget};
use super::read::{FROM, FieldValues, OUT, TO, WAS, rows_sent, rule_name};

/// Rows that are offered behind those that are there.
const BLANK_ROWS: usize = 3;

/// A field as it stands in a form.
#[derive(Debug)]
pub(crate) struct FieldView {
    /// Its name, which is sent.
    pub(crate) name: String,
    /// Its name as an identifier of the page.
    pub(crate) id: String,
    pub(crate) label: String,
    /// How it is drawn: `line`, `text`, `number`, `day`, `choice`, `checks`, `bounds`, `phrase`, `rows`.
    pub(crate) drawn: &'static str,
    pub(crate) value: String,
    /// The other end, where it is bounds.
    pub(crate) upper: String,
    pub(crate) choices: Vec<FieldChoice>,
    pub(crate) rows: Vec<RowView>,
    pub(crate) problems: Vec<String>,
}

/// What can be chosen in a field.
#[derive(Debug)]
pub(crate) struct FieldChoice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

/// A row of a table.
#[derive(Debug)]
pub(crate) struct RowView {
    /// The names of the fields that say which entry it was, and that it is to go.
    pub(crate) was: String,
    pub(crate) out: String,
    /// Which entry of the file it was; empty for a new one.
    pub(crate) before: String,
    pub(crate) goes: bool,
    pub(crate) fields: Vec<FieldView>,
}

/// The fields of an entry with what stands in them.
pub(crate) fn fields_of(
    words: &Language,
    file: &Node,
    fields: &[&Field],
    values: &FieldValues,
    problems: &[FieldProblem],
) -> Vec<FieldView> {
    let point = values.get("point").and_then(|values| values.first());
    let shown = Shown {
        words,
        file,
        point: point.cloned().unwrap_or_default(),
        values,
        problems,
    };
    // Options can be chosen once it is known of which point.
    let asked = fields
        .iter()
        .filter(|field| !(field.needs_point() && shown.point.is_empty()));
    asked.map(|field| shown.field(field, field.key)).collect()
}

struct Shown<'a> {
    words: &'a Language,
    file: &'a Node,
    point: String,
    values: &'a FieldValues,
    problems: &'a [FieldProblem],
}

impl Shown<'_> {
    fn first(&self, name: &str) -> String {
        let values = self.values.get(name);
        let first = values.and_then(|values| values.first());
        first.cloned().unwrap_or_default()
    }

    fn field(&self, field: &Field, name: &str) -> FieldView {
        let name = match field.widget {
            Widget::Rule => rule_name(name),
            _ => name.to_owned(),
        };
        let chosen = self.values.get(&name).map_or(&[][..], Vec::as_slice);
        let (drawn, choices) = self.drawn(field, chosen);
        let (mut value, mut upper) = (self.first(&name), String::new());
        if drawn == "bounds" {
            value = self.first(&format!("{name}.{FROM}"));
            upper = self.first(&format!("{name}.{TO}"));
        }
        let rows = match &field.widget {
            Widget::Rows(columns) => self.rows(columns, &name),
            _ => Vec::new(),
        };
        FieldView {
            id: format!("f-{}", name.replace('.', "-")),
            label: self.words.get(field.label).into_owned(),
            drawn,
            value,
            upper,
            choices,
            rows,
            problems: self.problems_of(&name),
            name,
        }
    }

    /// What is wrong with a field itself, not with the fields of its rows.
    fn problems_of(&self, name: &str) -> Vec<String> {
        let own = self.problems.iter().filter(|problem| problem.field == name);
        own.map(|problem| problem.what.clone()).collect()
    }

    fn rows(&self, columns: &[Field], name: &str) -> Vec<RowView> {
        let mut numbers = rows_sent(name, self.values);
        let next = numbers.last().map_or(0, |last| last + 1);
        // A form that comes back has its blank rows already.
        let filled = |at: &&usize| {
            let inside = format!("{name}.{at}.");
            self.values.iter().any(|(key, values)| {
                key.starts_with(&inside) && values.iter().any(|value| !value.trim().is_empty())
            })
        };
        let blank = numbers.len() - numbers.iter().filter(filled).count();
        numbers.extend(next..next + BLANK_ROWS.saturating_sub(blank));
        let row = |at: usize| {
            let inside = format!("{name}.{at}");
            let fields = columns
                .iter()
                .map(|column| self.field(column, &format!("{inside}.{}", column.key)));
            RowView {
                before: self.first(&format!("{inside}.{WAS}")),
                goes: !self.first(&format!("{inside}.{OUT}")).is_empty(),
                fields: fields.collect(),
                was: format!("{inside}.{WAS}"),
                out: format!("{inside}.{OUT}"),
            }
        };
        numbers.into_iter().map(row).collect()
    }

    fn drawn(&self, field: &Field, chosen: &[String]) -> (&'static str, Vec<FieldChoice>) {
        let is = |value: &str| chosen.iter().any(|chosen| chosen == value);
        let choice = |value: &str, label: String| FieldChoice {
            chosen: is(value),
            value: value.to_owned(),
            label,
        };
        let word = |message: &str| {
            let value = message.strip_prefix(WORD).unwrap_or(message);
            choice(value, self.words.get(message).into_owned())
        };
        match &field.widget {
            Widget::Line => ("line", Vec::new()),
            Widget::Code => ("code", Vec::new()),
            Widget::Text | Widget::Lines => ("text", Vec::new()),
            Widget::Number => ("number", Vec::new()),
            Widget::Day => ("day", Vec::new()),
            Widget::Condition | Widget::Rule => ("phrase", Vec::new()),
            Widget::Rows(_) => ("rows", Vec::new()),
            Widget::Truth => (
                "choice",
                ["word-true", "word-false"]
                    .iter()
                    .map(|w| word(w))
                    .collect(),
            ),
            Widget::Word(words) => ("choice", words.iter().map(|w| word(w)).collect()),
            Widget::One(names) | Widget::Many(names) => {
                let mut choices: Vec<FieldChoice> = self
                    .named(*names)
                    .into_iter()
                    .map(|(value, label)| choice(&value, label))
                    .collect();
                if let Names::PartyOr(words) = names {
                    choices.extend(words.iter().map(|w| word(w)));
                }
                let drawn = match field.widget {
                    Widget::Many(_) => "checks",
                    _ => "choice",
                };
                (drawn, choices)
            }
            Widget::Options => {
                let point = self.file.member_named("points", &self.point);
                let options = point.map_or(&[][..], |point| point.members_under("options"));
                if options.is_empty() {
                    return ("bounds", Vec::new());
                }
                let labelled = |option: &Node| {
                    let id = option.text_under("id")?;
                    Some(choice(
                        id,
                        option.text_under("label").unwrap_or(id).to_owned(),
                    ))
                };
                ("checks", options.iter().filter_map(labelled).collect())
            }
        }
    }

    /// What can be chosen, with what it is called.
    fn named(&self, names: Names) -> Vec<(String, String)> {
        let (list, key) = match names {
            Names::Party | Names::PartyOr(_) => ("parties", "name"),
            Names::Point => ("points", "title"),
            Names::Delegation => ("delegations", "id"),
        };
        let entries = self.file.members_under(list).iter();
        let named = entries.filter_map(|entry| {
            let id = entry.text_under("id")?;
            let label = match names {
                Names::Delegation => self.delegation(entry, id),
                _ => entry.text_under(key).unwrap_or(id).to_owned(),
            };
            Some((id.to_owned(), label))
        });
        named.collect()
    }

    /// A delegation by the party that it speaks for, and its first office.
    fn delegation(&self, entry: &Node, id: &str) -> String {
        let party = entry.text_under("party").unwrap_or(id);
        let known = self.file.member_named("parties", party);
        let name = known.and_then(|known| known.text_under("name"));
        let name = name.unwrap_or(party);
        let offices = entry.members_under("offices");
        let office = offices.first().and_then(Node::written);
        office.map_or_else(|| name.to_owned(), |office| format!("{name}: {office}"))
    }
}
