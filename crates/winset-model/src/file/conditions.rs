//! Conditions over points, as a file states them.

use serde_json::{Value as Json, json};

use super::forms::{Picks, Whole};
use super::read::{Context, Definitions, Name, Read, first_of};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::{Entry, Node, Value};
use crate::phrase::{PhraseFault, located_condition, located_phrase};

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
        if let Value::Text(text) = &node.value {
            let said = said(node, text, located_condition, cx)?;
            return Self::read(&said, cx);
        }
        let Value::Map(entries) = &node.value else {
            cx.wrong_kind(
                node,
                "a condition: a mapping from points to options, or a phrase such as `territory = t3 or t4`",
            );
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
                "description": "A condition: every point named is settled on a listed option, and every member under all, any, not, at_least/of holds; or a phrase that says it.",
                "type": ["object", "string"],
                "minLength": 1,
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

/// What a link asks, as one phrase: `if territory = t3 or t4 then sanctions = q2`.
#[derive(Debug, Clone)]
pub struct LinkPhrase {
    /// When this holds,
    pub when: Option<ConditionFile>,
    /// then this must hold.
    pub then: Option<ConditionFile>,
    /// This must hold.
    pub require: Option<ConditionFile>,
    /// At most one of these may hold.
    pub exclude: Option<Vec<ConditionFile>>,
}

impl Read for LinkPhrase {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let Value::Text(text) = &node.value else {
            cx.wrong_kind(
                node,
                "a phrase such as `if territory = t3 then sanctions = q2`",
            );
            return None;
        };
        let said = said(node, text, located_phrase, cx)?;
        let Value::Map(entries) = &said.value else {
            return None;
        };
        let when = cx.field(&said, entries, "if");
        let then = cx.field(&said, entries, "then");
        let require = cx.field(&said, entries, "require");
        let exclude = cx.field(&said, entries, "exclude");
        Some(Self {
            when: when?,
            then: then?,
            require: require?,
            exclude: exclude?,
        })
    }

    fn schema(_: &mut Definitions) -> Json {
        json!({"type": "string", "minLength": 1})
    }
}

/// What a phrase says, each name at its place in the file; or a report of where it cannot be read.
fn said(
    node: &Node,
    text: &str,
    read: fn(&str) -> Result<Node, PhraseFault>,
    cx: &mut Context<'_>,
) -> Option<Node> {
    let places = PhrasePlaces::of(node.span, text);
    cx.phrase_at(node.span);
    match read(text) {
        Ok(mut said) => {
            places.put(&mut said);
            Some(said)
        }
        Err(PhraseFault {
            at,
            message,
            expected,
        }) => {
            let span = places.span(at, at + 1);
            cx.find_about(Code::Malformed, span, node.span, || {
                let message = format!("at character {} of this phrase: {message}", at + 1);
                Diagnostic::new(Code::Malformed, span, "", message).expected(expected)
            });
            None
        }
    }
}

/// Where the characters of a phrase stand in its file.
struct PhrasePlaces {
    /// The phrase as a value of the file.
    whole: Span,
    /// The byte at which each character begins, and the end; none where the text is written otherwise
    /// than it reads, as with escapes.
    bytes: Option<Vec<usize>>,
}

impl PhrasePlaces {
    fn of(whole: Span, text: &str) -> Self {
        let from = match (whole.end - whole.start).checked_sub(text.len()) {
            Some(0) => Some(whole.start),
            // In quotes.
            Some(2) => Some(whole.start + 1),
            _ => None,
        };
        let bytes = from.filter(|_| !text.is_empty()).map(|from| {
            let starts = text.char_indices().map(|(at, _)| from + at);
            starts.chain([from + text.len()]).collect()
        });
        Self { whole, bytes }
    }

    /// The place of some characters.
    fn span(&self, start: usize, end: usize) -> Span {
        let Some(bytes) = &self.bytes else {
            return self.whole;
        };
        let byte = |at: usize| bytes.get(at).or(bytes.last()).copied();
        match (byte(start), byte(end)) {
            (Some(start), Some(end)) if start < end => Span { start, end },
            _ => self.whole,
        }
    }

    /// Gives what was read of the phrase its places in the file. Recursion ends because phrases nest to a
    /// limited depth only.
    fn put(&self, node: &mut Node) {
        node.span = self.span(node.span.start, node.span.end);
        match &mut node.value {
            Value::List(members) => members.iter_mut().for_each(|member| self.put(member)),
            Value::Map(entries) => {
                for entry in entries {
                    entry.key_span = self.span(entry.key_span.start, entry.key_span.end);
                    self.put(&mut entry.node);
                }
            }
            _ => {}
        }
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
