//! Parts of a case file with a form of their own: the format line, the case's name, no-deal values
//! and preferences.

use serde_json::{Value as Json, json};

use super::case::{BonusEntry, NoDealEntry, PreferenceEntry};
use super::forms::Num;
use super::read::{Context, Definitions, List, Name, Read, first_of, shown};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::{Entry, Node, Value};

/// The name of the format of case files.
pub const FORMAT: &str = "winset-case/1";

/// The format line of a case file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseFormat;

/// Whether a format line names this format, or a report.
pub(crate) fn names_format(node: &Node, format: &str, cx: &mut Context<'_>) -> bool {
    if matches!(&node.value, Value::Text(text) if text == format) {
        return true;
    }
    let span = first_of(node);
    cx.find(Code::Format, span, || {
        let message = match &node.value {
            Value::Text(text) => format!("`{}` is not a format that is read here", shown(text)),
            _ => format!("the format is named by a text, not {}", node.kind_name()),
        };
        Diagnostic::new(Code::Format, span, "", message).expected(format!("`{format}`"))
    });
    false
}

impl Read for CaseFormat {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        names_format(node, FORMAT, cx).then_some(Self)
    }

    fn stand_in() -> Option<Self> {
        Some(Self)
    }

    fn schema(_: &mut Definitions) -> Json {
        json!({"const": FORMAT})
    }
}

/// The identifier of a case. Nothing refers to it, so a file can be checked without it.
#[derive(Debug, Clone)]
pub struct CaseName(
    /// The identifier.
    pub String,
);

impl Read for CaseName {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        Name::read(node, cx).map(|name| Self(name.text))
    }

    fn stand_in() -> Option<Self> {
        Some(Self(String::new()))
    }

    fn schema(defs: &mut Definitions) -> Json {
        Name::schema(defs)
    }
}

/// A no-deal value: a number, or a mapping with more about it.
#[derive(Debug, Clone)]
pub struct NoDealFile(
    /// The value with what is known of it.
    pub NoDealEntry,
);

impl Read for NoDealFile {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        if let Value::Map(_) = node.value {
            let entry = NoDealEntry::read(node, cx)?;
            check_range(&entry, cx);
            return Some(Self(entry));
        }
        let score = Num::read(node, cx)?;
        Some(Self(NoDealEntry {
            score: Some(score),
            low: None,
            high: None,
            trend_per_month: None,
            note: None,
            span: node.span,
        }))
    }

    fn schema(defs: &mut Definitions) -> Json {
        let mut entry = NoDealEntry::schema(defs);
        entry["anyOf"] = json!([{"required": ["score"]}, {"required": ["low", "high"]}]);
        json!({"anyOf": [Num::schema(defs), entry]})
    }
}

impl NoDealFile {
    /// The value that counts as the floor: `score`, or else `high`, the safe side. `None` only in a
    /// file with errors.
    pub fn value(&self) -> Option<&Num> {
        self.0.score.as_ref().or(self.0.high.as_ref())
    }

    /// The least and the most that the value may be, where it is uncertain.
    pub fn range(&self) -> Option<(&Num, &Num)> {
        self.0.low.as_ref().zip(self.0.high.as_ref())
    }
}

/// Checks that a value is stated, and lies between its bounds.
fn check_range(entry: &NoDealEntry, cx: &mut Context<'_>) {
    const EXPECTED: &str = "`score`, or `low` and `high`, or all three";
    let NoDealEntry {
        score, low, high, ..
    } = entry;
    let alone = match (low, high) {
        (None, None) if score.is_none() => Some((entry.span, "this no-deal value states no value")),
        (Some(low), None) => Some((low.span, "`low` stands without `high`")),
        (None, Some(high)) => Some((high.span, "`high` stands without `low`")),
        _ => None,
    };
    if let Some((span, message)) = alone {
        cx.find(Code::Alternatives, span, || {
            Diagnostic::new(Code::Alternatives, span, "", message).expected(EXPECTED)
        });
    }
    let mut rises = |below: &Num, above: &Num, named: &Num, message: &str| {
        let fine = below.value <= above.value || !cx.are_read([below.span, above.span]);
        let other = if named == below { above } else { below };
        if !fine {
            cx.find(Code::Order, named.span, || {
                Diagnostic::new(Code::Order, named.span, "", message)
                    .expected("`low`, `score` and `high` in rising order")
                    .related(other.span, "it is compared with this")
            });
        }
        fine
    };
    let (Some(low), Some(high)) = (low, high) else {
        return;
    };
    if rises(low, high, high, "`high` is below `low`")
        && let Some(score) = score
    {
        rises(low, score, score, "`score` is below `low`");
        rises(score, high, score, "`score` is above `high`");
    }
}

/// A party's preferences: point by point, and terms across points under `bonuses`.
#[derive(Debug, Clone)]
pub struct SheetFile {
    /// Points and what their options are worth.
    pub points: Vec<(Name, PreferenceEntry)>,
    /// Terms across points.
    pub bonuses: List<BonusEntry>,
    /// Where the sheet begins.
    pub span: Span,
}

impl Read for SheetFile {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            cx.wrong_kind(node, "a mapping from points to scores");
            return None;
        };
        let mut sheet = Self {
            points: Vec::new(),
            bonuses: List(Vec::new(), 0),
            span: first_of(node),
        };
        for entry in entries {
            if entry.key == "bonuses" {
                // One that cannot be read is reported; an unread one stands for it.
                sheet.bonuses = List::read(&entry.node, cx).unwrap_or(List(Vec::new(), 1));
            } else {
                sheet.points.extend(Self::point(entry, cx));
            }
        }
        Some(sheet)
    }

    fn absent() -> Option<Self> {
        None
    }

    fn schema(defs: &mut Definitions) -> Json {
        json!({
            "type": "object",
            "properties": {"bonuses": List::<BonusEntry>::schema(defs)},
            "additionalProperties": PreferenceEntry::schema(defs),
        })
    }
}

impl SheetFile {
    fn point(entry: &Entry, cx: &mut Context<'_>) -> Option<(Name, PreferenceEntry)> {
        let name = Name::from_key(entry, cx);
        let preference = PreferenceEntry::read(&entry.node, cx);
        Some((name?, preference?))
    }
}
