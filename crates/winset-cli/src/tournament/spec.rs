//! Files that say what a tournament plays.

use winset::model::diagnostic::{Code, Diagnostic, Span};
use winset::model::document::{Entry, Node, Value, parse};
use winset::play::session::{Clock, NoDealScore};
use winset::play::strategy::named;
use winset::play::tournament::TournamentSpec;
use winset::{LoadError, SourceText};

use crate::failure::Failure;

/// The format of this version.
const FORMAT: &str = "winset-tournament/1";
/// Keys of a spec.
const KEYS: [&str; 10] = [
    "format",
    "scenarios",
    "strategies",
    "rounds",
    "repetitions",
    "seed",
    "clock",
    "no_deal",
    "self_play",
    "rotate",
];

/// What a spec says.
#[derive(Debug)]
pub(super) struct SpecFile {
    pub(super) spec: TournamentSpec,
    /// The places of scenarios, as they are written.
    pub(super) scenarios: Vec<String>,
}

/// Reads a spec: every fault at once, each with its place.
pub(super) fn read(text: &SourceText) -> Result<SpecFile, Failure> {
    let found = match parse(&text.bytes, text.syntax) {
        Ok(root) => match spec(&root) {
            Ok(read) => return Ok(read),
            Err(found) => found,
        },
        Err(found) => found,
    };
    let text = text.clone();
    Err(LoadError::Refused { text, found }.into())
}

fn spec(root: &Node) -> Result<SpecFile, Vec<Diagnostic>> {
    let Value::Map(entries) = &root.value else {
        let message = format!("a tournament is a mapping, not {}", root.kind_name());
        let finding = Diagnostic::new(Code::WrongKind, root.span, "", message);
        return Err(vec![finding.expected(format!("keys: {}", KEYS.join(", ")))]);
    };
    let mut fields = Fields {
        root: root.span,
        entries,
        found: Vec::new(),
    };
    fields.known();
    fields.format();
    let scenarios = fields.texts("scenarios");
    let strategies = fields.texts("strategies");
    fields.strategies(&strategies);
    let rounds = fields.numbers("rounds", 100);
    let read = SpecFile {
        scenarios: scenarios.into_iter().map(|(text, _)| text).collect(),
        spec: TournamentSpec {
            seed: fields.number("seed", 1, 0, u64::MAX),
            strategies: strategies.into_iter().map(|(text, _)| text).collect(),
            repetitions: small(fields.number("repetitions", 1, 1, u64::from(u32::MAX))),
            rounds: rounds.into_iter().map(small).collect(),
            clock: fields.word("clock", &Clock::WORDS, Clock::Negmas),
            no_deal: fields.word("no_deal", &NoDealScore::WORDS, NoDealScore::Value),
            self_play: fields.truth("self_play"),
            rotate: fields.truth("rotate"),
        },
    };
    if fields.found.is_empty() {
        Ok(read)
    } else {
        Err(fields.found)
    }
}

fn small(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// What is wrong, and what was expected.
struct SpecFault {
    message: String,
    expected: String,
}

/// The keys of a spec while it is read, and what is wrong with them.
struct Fields<'n> {
    root: Span,
    entries: &'n [Entry],
    found: Vec<Diagnostic>,
}

impl<'n> Fields<'n> {
    fn under(&self, key: &str) -> Option<&'n Node> {
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.node)
    }

    fn wrong(&mut self, code: Code, at: Span, key: &str, fault: SpecFault) {
        let finding = Diagnostic::new(code, at, key, fault.message);
        self.found.push(finding.expected(fault.expected));
    }

    fn known(&mut self) {
        for entry in self.entries {
            if !KEYS.contains(&entry.key.as_str()) {
                let message = format!("`{}` has no meaning in a tournament", entry.key);
                let finding =
                    Diagnostic::new(Code::UnknownKey, entry.key_span, &entry.key, message);
                self.found.push(finding.nearest(&entry.key, KEYS));
            }
        }
    }

    fn format(&mut self) {
        let says = self.under("format").and_then(Node::written);
        if says != Some(FORMAT) {
            let at = self.under("format").map_or(self.root, |node| node.span);
            let message = match says {
                Some(says) => format!("the format is `{says}`"),
                None => "the format is missing".to_owned(),
            };
            self.wrong(
                Code::MissingKey,
                at,
                "format",
                SpecFault {
                    message,
                    expected: format!("`{FORMAT}`"),
                },
            );
        }
    }

    /// Texts in a list, with their places; at least one.
    fn texts(&mut self, key: &str) -> Vec<(String, Span)> {
        let expected = || "a list of texts, at least one".to_owned();
        let Some(node) = self.under(key) else {
            let message = format!("`{key}` is missing");
            self.wrong(
                Code::MissingKey,
                self.root,
                key,
                SpecFault {
                    message,
                    expected: expected(),
                },
            );
            return Vec::new();
        };
        let Value::List(members) = &node.value else {
            let message = format!("`{key}` is {}", node.kind_name());
            self.wrong(
                Code::WrongKind,
                node.span,
                key,
                SpecFault {
                    message,
                    expected: expected(),
                },
            );
            return Vec::new();
        };
        if members.is_empty() {
            let message = format!("`{key}` is empty");
            self.wrong(
                Code::Empty,
                node.span,
                key,
                SpecFault {
                    message,
                    expected: expected(),
                },
            );
        }
        let mut texts = Vec::new();
        for member in members {
            if let Value::Text(text) = &member.value {
                texts.push((text.clone(), member.span));
            } else {
                let message = format!("{} stands among `{key}`", member.kind_name());
                self.wrong(
                    Code::WrongKind,
                    member.span,
                    key,
                    SpecFault {
                        message,
                        expected: expected(),
                    },
                );
            }
        }
        texts
    }

    fn strategies(&mut self, texts: &[(String, Span)]) {
        for (place, (text, span)) in texts.iter().enumerate() {
            if let Err(refused) = named(text) {
                let message = format!("failed to {refused}");
                let expected = "a strategy that `winset talks strategies` lists".to_owned();
                self.wrong(
                    Code::UnknownWord,
                    *span,
                    "strategies",
                    SpecFault { message, expected },
                );
            }
            if texts[..place].iter().any(|(other, _)| other == text) {
                let message = format!("`{text}` is named twice");
                let expected = "each strategy once".to_owned();
                self.wrong(
                    Code::DuplicateKey,
                    *span,
                    "strategies",
                    SpecFault { message, expected },
                );
            }
        }
    }

    /// A whole number between two others, both taken in.
    fn number(&mut self, key: &str, default: u64, least: u64, most: u64) -> u64 {
        match self.under(key) {
            None => default,
            Some(node) => self.whole(node, key, (least, most)).unwrap_or(default),
        }
    }

    fn whole(&mut self, node: &Node, key: &str, range: (u64, u64)) -> Option<u64> {
        let digits = match &node.value {
            Value::Number(digits) => digits.parse().ok(),
            _ => None,
        };
        let number = digits.filter(|number| (range.0..=range.1).contains(number));
        if number.is_none() {
            let message = format!("`{key}` is no such number");
            let expected = format!("a whole number from {} to {}", range.0, range.1);
            self.wrong(
                Code::WrongKind,
                node.span,
                key,
                SpecFault { message, expected },
            );
        }
        number
    }

    /// Whole numbers in a list, or one by itself, from 1.
    fn numbers(&mut self, key: &str, default: u64) -> Vec<u64> {
        let range = (1, u64::from(u32::MAX));
        let Some(node) = self.under(key) else {
            return vec![default];
        };
        match &node.value {
            Value::List(members) if !members.is_empty() => {
                let numbers = members
                    .iter()
                    .filter_map(|node| self.whole(node, key, range));
                numbers.collect()
            }
            _ => self.whole(node, key, range).into_iter().collect(),
        }
    }

    fn word<T: Copy>(&mut self, key: &str, words: &[(&str, T)], default: T) -> T {
        let Some(node) = self.under(key) else {
            return default;
        };
        let says = node.written().unwrap_or_default();
        let known = words.iter().find(|(word, _)| *word == says);
        if let Some((_, meaning)) = known {
            return *meaning;
        }
        let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let message = format!("`{key}` is `{says}`");
        let expected = format!("one of {}", all.join(", "));
        self.wrong(
            Code::UnknownWord,
            node.span,
            key,
            SpecFault { message, expected },
        );
        default
    }

    /// A truth value; true where nothing is said.
    fn truth(&mut self, key: &str) -> bool {
        match self.under(key).map(|node| (&node.value, node.span)) {
            None => true,
            Some((Value::Bool(truth), _)) => *truth,
            Some((_, span)) => {
                let message = format!("`{key}` is no truth value");
                self.wrong(
                    Code::WrongKind,
                    span,
                    key,
                    SpecFault {
                        message,
                        expected: "true or false".to_owned(),
                    },
                );
                true
            }
        }
    }
}
