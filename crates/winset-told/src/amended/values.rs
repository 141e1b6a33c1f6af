//! Values of a case file, as they stand in a sentence.

use winset_model::amendment::CasePath;
use winset_model::document::{Node, Value};

use super::entries::{FileWords, kinds};
use crate::names::{grouped, one_line};
use crate::words::listed;

/// Most characters of a value that is told.
const VALUE_CHARS_MAX: usize = 160;
/// Most options of which each is told by what it is worth.
pub(super) const OPTIONS_MAX: usize = 12;

impl FileWords<'_> {
    /// A value under a key, as it stands in a sentence; none of what is too long or has parts of its
    /// own.
    pub(super) fn value(self, at: &CasePath, node: &Node) -> Option<String> {
        let key = at.names().last().map_or("", String::as_str);
        let list = kinds(at).last().copied().unwrap_or_default();
        let words = match (list, key) {
            ("sessions", "by") => self.delegation_of(node.written()?),
            ("sessions", "with") => each(node, |id| self.delegation_of(id))?,
            (_, "owner" | "for_party" | "by" | "target" | "party")
            | ("incidents", "claimed_by" | "attributed_to")
            | ("assumptions", "about") => self.party(node.written()?),
            ("sessions" | "statements" | "incidents", "about") => each(node, |id| self.point(id))?,
            ("sessions" | "statements" | "incidents", "entered_by") => match node.written()? {
                "mediator" => "the mediator".to_owned(),
                party => self.party(party),
            },
            (_, "point") => self.point(node.written()?),
            ("sessions", "format") => meeting(node.written()?).to_owned(),
            ("sessions" | "incidents", "options")
            | (_, "accepts" | "package" | "says" | "change" | "reads_as" | "when")
                if !node.entries().is_empty() =>
            {
                self.picks(node)?
            }
            (_, "no_deal") if !node.entries().is_empty() => no_deal(node)?,
            _ => plain(node)?,
        };
        (words.chars().count() <= VALUE_CHARS_MAX).then_some(words)
    }

    fn delegation_of(self, id: &str) -> String {
        let delegation = self.0.member_named("delegations", id);
        match delegation.and_then(|delegation| delegation.text_under("party")) {
            Some(party) => format!("the delegation of {}", self.party(party)),
            None => format!("“{id}”"),
        }
    }

    /// Options of points: "«Shared» on “Berths”".
    fn picks(self, node: &Node) -> Option<String> {
        let each = node.entries().iter().map(|entry| {
            self.0.member_named("points", &entry.key)?;
            let ids: Vec<&str> = match entry.node.written() {
                Some(id) => vec![id],
                None => entry
                    .node
                    .members()
                    .iter()
                    .map(Node::written)
                    .collect::<Option<_>>()?,
            };
            let options: Vec<String> = ids.iter().map(|id| self.option(&entry.key, id)).collect();
            let on = self.point(&entry.key);
            (!options.is_empty()).then(|| format!("{} on {on}", listed(&options, "or")))
        });
        Some(listed(&each.collect::<Option<Vec<_>>>()?, "and"))
    }
}

fn each(node: &Node, called: impl Fn(&str) -> String) -> Option<String> {
    let ids: Option<Vec<&str>> = node.members().iter().map(Node::written).collect();
    let names: Vec<String> = ids?.into_iter().map(called).collect();
    (!names.is_empty()).then(|| listed(&names, "and"))
}

/// A value that is no name of anything.
fn plain(node: &Node) -> Option<String> {
    match &node.value {
        Value::Text(text) => Some(quoted(text)),
        Value::Number(digits) if digits.contains(['.', 'e', 'E']) => Some(digits.clone()),
        Value::Number(digits) => Some(grouped(digits)),
        Value::Bool(truth) => Some(if *truth { "yes" } else { "no" }.to_owned()),
        Value::Null => Some("nothing".to_owned()),
        Value::List(_) => texts(node),
        Value::Map(_) => None,
    }
}

/// A value without agreement, with what is known of it.
fn no_deal(node: &Node) -> Option<String> {
    let of = |key: &str| node.under(key).and_then(Node::written);
    let value = of("score").or_else(|| of("high"))?;
    let range = of("low").zip(of("high"));
    let range = range.map_or_else(String::new, |(low, high)| {
        format!(", somewhere from {low} to {high}")
    });
    let trend = of("trend_per_month").map_or_else(String::new, |trend| {
        format!(", changing by {trend} each month")
    });
    Some(format!("{value}{range}{trend}"))
}

fn meeting(word: &str) -> &'static str {
    match word {
        "shuttle" => "the mediator with one side at a time",
        "bilateral" => "two sides",
        "three-way" => "three sides",
        _ => "the sides together",
    }
}

/// Texts in a row; none of what holds anything else.
pub(super) fn texts(node: &Node) -> Option<String> {
    let texts = node.members().iter().map(|member| match &member.value {
        Value::Text(text) => Some(quoted(text)),
        _ => None,
    });
    let texts = texts.collect::<Option<Vec<_>>>()?;
    (!texts.is_empty()).then(|| listed(&texts, "and"))
}

pub(super) fn quoted(text: &str) -> String {
    format!("“{}”", one_line(text))
}
