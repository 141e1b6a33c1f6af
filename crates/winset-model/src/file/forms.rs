//! Small forms that several entries share: numbers, dates, grades, option lists.

use serde_json::{Value as Json, json};

use super::read::{Context, Definitions, Name, Read, first_of, shown};
use crate::calendar::Day;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::{Node, Value};
use crate::number::{self, Exact, NumberFault};
use crate::register::{EventCategory, ExchangeRatio, PartyColour, SourceGrade};

/// An exact number and its place.
#[derive(Clone, PartialEq, Eq)]
pub struct Num {
    /// The number.
    pub value: Exact,
    /// Its place.
    pub span: Span,
}

impl std::fmt::Debug for Num {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Num(..)")
    }
}

const NUMBER_FORM: &str = "a number such as 12, -0.25 or 1/3";

/// The number that a node states, or a report.
fn exact(node: &Node, cx: &mut Context<'_>) -> Option<Exact> {
    let (Value::Number(text) | Value::Text(text)) = &node.value else {
        cx.wrong_kind(node, NUMBER_FORM);
        return None;
    };
    let fault = match number::parse(text) {
        Ok(value) => return Some(value),
        Err(fault) => fault,
    };
    let (code, message) = match fault {
        NumberFault::NotANumber => {
            let message = format!("`{}` is not a number", shown(text));
            (Code::WrongKind, message)
        }
        NumberFault::TooLarge => {
            let message = "this number cannot be held: as a fraction, a term of it is above 10^18";
            (Code::NumberRange, message.to_owned())
        }
        NumberFault::DividesByZero => {
            let message = "this fraction divides by zero";
            (Code::NumberRange, message.to_owned())
        }
    };
    cx.find(code, node.span, || {
        let expected = comma_instead(text).unwrap_or_else(|| NUMBER_FORM.to_owned());
        Diagnostic::new(code, node.span, "", message).expected(expected)
    });
    None
}

/// What was meant by a number with a decimal comma.
fn comma_instead(text: &str) -> Option<String> {
    let meant = text.replacen(',', ".", 1);
    let is_number = meant != text && number::parse(&meant).is_ok();
    is_number.then(|| format!("a decimal point, not a comma: {meant}"))
}

impl Read for Num {
    /// A number with errors is reported, and 0 stands for it, so that the rest is still checked.
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let span = node.span;
        let value = exact(node, cx).unwrap_or_else(|| {
            cx.mark_unread(span);
            Exact::from_integer(0)
        });
        Some(Self { value, span })
    }

    fn schema(defs: &mut Definitions) -> Json {
        defs.entry("Number".into()).or_insert_with(|| {
            json!({
                "description": "An exact number: a decimal, or a fraction p/q as text.",
                "anyOf": [
                    {"type": "number"},
                    {"type": "string", "pattern": "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?( ?/ ?[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?)?$"},
                ],
            })
        });
        json!({"$ref": "#/$defs/Number"})
    }
}

/// A whole number that is not negative, and its place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Whole {
    /// The number.
    pub value: u64,
    /// Its place.
    pub span: Span,
}

impl std::fmt::Debug for Whole {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Whole(..)")
    }
}

/// Largest whole number (seats, costs, days, counts) that a file may state.
pub const WHOLE_MAX: u64 = 1_000_000_000_000;

/// The whole number that a node states, or a report.
fn whole(node: &Node, cx: &mut Context<'_>) -> Option<u64> {
    if !matches!(node.value, Value::Number(_) | Value::Text(_)) {
        cx.wrong_kind(node, "a whole number");
        return None;
    }
    let number = exact(node, cx)?;
    let value = u64::try_from(*number.numer()).ok();
    let value = value.filter(|v| number.is_integer() && *v <= WHOLE_MAX);
    if value.is_none() {
        cx.find(Code::NumberRange, node.span, || {
            let message = if number.is_integer() {
                "this number is out of range"
            } else {
                "this number is not whole"
            };
            Diagnostic::new(Code::NumberRange, node.span, "", message)
                .expected(format!("a whole number from 0 to {WHOLE_MAX}"))
        });
    }
    value
}

impl Read for Whole {
    /// As for [`Num`], 0 stands for a number with errors.
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let span = node.span;
        let value = whole(node, cx).unwrap_or_else(|| {
            cx.mark_unread(span);
            0
        });
        Some(Self { value, span })
    }

    fn schema(_: &mut Definitions) -> Json {
        json!({"anyOf": [
            {"type": "integer", "minimum": 0, "maximum": WHOLE_MAX},
            {"type": "string", "pattern": "^[+]?[0-9]+[.]?0*$"},
        ]})
    }
}

/// Declares a text of a fixed form: the type, what it stands for and how that is read, and its JSON
/// Schema. The last text stands for one with errors.
macro_rules! texts {
    ($($(#[doc = $doc:literal])+ $name:ident = $value:ty, $what:literal, $ornament:literal, $form:literal, $pattern:literal, $stand_in:literal;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            /// What the text stands for.
            pub value: $value,
            /// Its place.
            pub span: Span,
        }

        impl $name {
            const WHAT: &str = $what;
        }

        impl Read for $name {
            fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
                let Value::Text(text) = &node.value else {
                    cx.wrong_kind(node, $form);
                    return None;
                };
                if let Some(value) = <$value>::read(text) {
                    return Some(Self { value, span: node.span });
                }
                cx.find(Code::Malformed, node.span, || {
                    let message = format!("`{}` is not {}", shown(text), $name::WHAT);
                    Diagnostic::new(Code::Malformed, node.span, "", message).expected($form)
                });
                None
            }

            /// Nothing follows from it before the file is free of errors.
            fn stand_in() -> Option<Self> {
                <$value>::read($stand_in).map(|value| Self { value, span: Span::default() })
            }

            const ORNAMENT: bool = $ornament;

            fn schema(_: &mut Definitions) -> Json {
                json!({"type": "string", "pattern": $pattern})
            }
        }
    )+};
}

texts! {
    /// A day of the Gregorian calendar.
    Date = Day, "a day of the calendar", true, "a date such as 2031-03-14", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "1970-01-01";
    /// How far a source and an item of information can be trusted.
    Grade = SourceGrade, "a grade", true, "a grade from A1 to F6", "^[A-F][1-6]$", "F6";
    /// A ratio of two small whole numbers.
    Proportion = ExchangeRatio, "a ratio", false, "a ratio such as \"1:2\"", "^[1-9][0-9]{0,5}:[1-9][0-9]{0,5}$", "1:1";
    /// A colour for plots.
    Colour = PartyColour, "a colour", true, "a colour such as \"#8c3b3b\"", "^#[0-9a-fA-F]{6}$", "#000000";
}

/// What happened, as a word of a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Category {
    /// What the word stands for.
    pub value: EventCategory,
}

impl Read for Category {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let known = EventCategory::ALL.map(EventCategory::as_str);
        let Value::Text(text) = &node.value else {
            cx.wrong_kind(node, "a category of events");
            return None;
        };
        if let Some(value) = EventCategory::read(text) {
            return Some(Self { value });
        }
        cx.find(Code::UnknownWord, node.span, || {
            let message = format!("`{}` is not a category of events", shown(text));
            Diagnostic::new(Code::UnknownWord, node.span, "", message)
                .expected(format!("one of {}", known.join(", ")))
                .nearest(text, known)
        });
        None
    }

    const ORNAMENT: bool = true;

    fn schema(_: &mut Definitions) -> Json {
        json!({"enum": EventCategory::ALL.map(EventCategory::as_str)})
    }
}

/// Options of one point: listed, or between two numbers on a numeric point.
#[derive(Debug, Clone)]
pub enum Picks {
    /// The options by name.
    Listed(Vec<Name>, Span),
    /// All options of a numeric point from one number to another, both included.
    Between {
        /// The least number; none: no lower bound.
        from: Option<Num>,
        /// The greatest number; none: no upper bound.
        to: Option<Num>,
        /// Where it stands.
        span: Span,
    },
}

impl Picks {
    /// Where the options are stated.
    pub fn span(&self) -> Span {
        match self {
            Self::Listed(_, span) | Self::Between { span, .. } => *span,
        }
    }
}

impl Read for Picks {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let span = node.span;
        match &node.value {
            Value::List(items) if items.is_empty() => {
                cx.report(Code::Empty, span, "no option is listed");
                None
            }
            Value::List(items) => {
                let names: Vec<Name> = items.iter().filter_map(|n| Name::read(n, cx)).collect();
                (names.len() == items.len()).then_some(Self::Listed(names, span))
            }
            Value::Map(_) => {
                let entries = cx.mapping(node, &["from", "to"])?;
                let from: Option<Option<Num>> = cx.field(node, entries, "from");
                let to: Option<Option<Num>> = cx.field(node, entries, "to");
                let (from, to) = (from?, to?);
                if from.is_none() && to.is_none() {
                    cx.report(Code::Alternatives, span, "give `from`, `to` or both");
                    return None;
                }
                Some(Self::Between {
                    from,
                    to,
                    span: first_of(node),
                })
            }
            Value::Text(_) | Value::Number(_) | Value::Bool(_) => {
                Name::read(node, cx).map(|name| Self::Listed(vec![name], span))
            }
            Value::Null => {
                cx.wrong_kind(node, "a list of options");
                None
            }
        }
    }

    fn schema(defs: &mut Definitions) -> Json {
        let (name, number) = (Name::schema(defs), Num::schema(defs));
        defs.entry("Options".into()).or_insert_with(|| {
            json!({
                "description": "Options of a point: a list, a single option, or bounds on a numeric point.",
                "anyOf": [
                    {"type": "array", "minItems": 1, "items": name},
                    name,
                    {
                        "type": "object",
                        "properties": {"from": number, "to": number},
                        "minProperties": 1,
                        "additionalProperties": false,
                    },
                ],
            })
        });
        json!({"$ref": "#/$defs/Options"})
    }
}
