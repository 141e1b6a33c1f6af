//! Conditions over points, as a file states them.

use serde_json::{Value as Json, json};

use super::forms::{Picks, Whole};
use super::read::{Context, Definitions, Name, Read, first_of};
use crate::diagnostic::{Code, Span};
use crate::document::{Entry, Node, Value};

/// A condition over points: members that must all hold.
#[derive(Debug, Clone)]
pub struct ConditionFile {
    /// The members.
    pub members: Vec<ConditionMember>,
    /// Where it stands.
    pub span: Span,
}

/// One member of a condition.
#[derive(Debug, Clone)]
pub enum ConditionMember {
    /// A point is settled on one of the options.
    Point(Name, Picks),
    /// All of these.
    All(Vec<ConditionFile>),
    /// Any of these.
    Any(Vec<ConditionFile>),
    /// Not this.
    Not(Box<ConditionFile>),
    /// So many of these.
    AtLeast(Whole, Vec<ConditionFile>),
}

/// Keys of a condition that are not points; no point may have such an identifier.
pub const RESERVED: &[&str] = &["all", "any", "not", "at_least", "of", "bonuses"];

impl Read for ConditionFile {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            cx.wrong_kind(node, "a condition: a mapping from points to options");
            return None;
        };
        if entries.is_empty() {
            cx.report(Code::Empty, node.span, "this condition names no point");
            return None;
        }
        let members: Vec<Option<ConditionMember>> = entries
            .iter()
            .filter(|e| e.key != "of" || !entries.iter().any(|e| e.key == "at_least"))
            .map(|e| ConditionMember::read(node, entries, e, cx))
            .collect();
        let members: Option<Vec<ConditionMember>> = members.into_iter().collect();
        Some(Self {
            members: members?,
            span: first_of(node),
        })
    }

    fn schema(defs: &mut Definitions) -> Json {
        let options = Picks::schema(defs);
        let this = json!({"$ref": "#/$defs/Condition"});
        let list = json!({"type": "array", "minItems": 1, "items": this});
        defs.entry("Condition".into()).or_insert_with(|| {
            json!({
                "description": "A condition: every point named is settled on a listed option, and every member under all, any, not, at_least/of holds.",
                "type": "object",
                "minProperties": 1,
                "properties": {
                    "all": list, "any": list, "not": this,
                    "at_least": {"type": "integer", "minimum": 1}, "of": list,
                },
                "dependentRequired": {"at_least": ["of"], "of": ["at_least"]},
                "additionalProperties": options,
            })
        });
        this
    }
}

impl ConditionMember {
    fn read(whole: &Node, all: &[Entry], entry: &Entry, cx: &mut Context<'_>) -> Option<Self> {
        match entry.key.as_str() {
            "all" => members(&entry.node, cx).map(Self::All),
            "any" => members(&entry.node, cx).map(Self::Any),
            "not" => ConditionFile::read(&entry.node, cx).map(|c| Self::Not(Box::new(c))),
            "at_least" => {
                let need = Whole::read(&entry.node, cx);
                let Some(of) = all.iter().find(|e| e.key == "of") else {
                    let message = "`at_least` needs a list of conditions under `of`";
                    cx.report(Code::MissingKey, first_of(whole), message);
                    return None;
                };
                let of = members(&of.node, cx);
                Some(Self::AtLeast(need?, of?))
            }
            "of" => {
                cx.report(
                    Code::MissingKey,
                    entry.key_span,
                    "`of` needs a number under `at_least`",
                );
                None
            }
            _ => {
                let point = Name::from_key(entry, cx);
                let picks = Picks::read(&entry.node, cx);
                Some(Self::Point(point?, picks?))
            }
        }
    }
}

fn members(node: &Node, cx: &mut Context<'_>) -> Option<Vec<ConditionFile>> {
    let Value::List(items) = &node.value else {
        cx.wrong_kind(node, "a list of conditions");
        return None;
    };
    if items.is_empty() {
        cx.report(
            Code::Empty,
            node.span,
            "this list must hold at least one condition",
        );
        return None;
    }
    let members: Vec<_> = items
        .iter()
        .map(|item| ConditionFile::read(item, cx))
        .collect();
    members.into_iter().collect()
}
