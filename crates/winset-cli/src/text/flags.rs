//! What flags name, all of them looked up before anything is said.

use winset::Text;
use winset::model::diagnostic::{Code, Diagnostic, Span};
use winset::model::document::Syntax;

use crate::failure::Failure;

/// Flags as they were given, with what is wrong in them.
#[derive(Debug, Default)]
pub(super) struct Flags {
    text: String,
    found: Vec<Diagnostic>,
}

impl Flags {
    /// A flag whose value has to be one of the names that are known. Returns whether it is.
    pub(super) fn name<'a>(
        &mut self,
        (flag, value): (&str, &str),
        kind: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> bool {
        let span = self.flag(flag, value);
        let known: Vec<&str> = known.into_iter().collect();
        let there = known.contains(&value);
        if !there {
            let message = format!("`{value}` is no {kind}");
            let finding = Diagnostic::new(Code::UnknownEntry, span, "", message);
            let finding = finding.expected(shortened(&known));
            self.found.push(finding.nearest(value, known));
        }
        there
    }

    /// A flag whose value is wrong, whatever is known.
    pub(super) fn wrong(&mut self, (flag, value): (&str, &str), message: String, expected: &str) {
        let span = self.flag(flag, value);
        let finding = Diagnostic::new(Code::Malformed, span, "", message);
        self.found.push(finding.expected(expected));
    }

    /// Adds the flag, and returns where its value stands.
    fn flag(&mut self, flag: &str, value: &str) -> Span {
        self.text.push_str(flag);
        self.text.push(' ');
        let start = self.text.len();
        self.text.push_str(&value.replace('\n', " "));
        let end = self.text.len();
        self.text.push('\n');
        Span { start, end }
    }

    /// Nothing, where nothing is wrong.
    pub(super) fn checked(self) -> Result<(), Failure> {
        if self.found.is_empty() {
            return Ok(());
        }
        let text = Text {
            name: "command line".to_owned(),
            bytes: self.text.into_bytes(),
            syntax: Syntax::Yaml,
        };
        Err(Failure::Changes(vec![(text, self.found)]))
    }
}

/// The first names of a list, and how many more there are.
fn shortened(known: &[&str]) -> String {
    const SHOWN_MAX: usize = 24;
    let shown: Vec<String> = known
        .iter()
        .take(SHOWN_MAX)
        .map(|id| format!("`{id}`"))
        .collect();
    match (known.len(), known.len().saturating_sub(SHOWN_MAX)) {
        (0, _) => "nothing: there is none yet".to_owned(),
        (_, 0) => format!("one of {}", shown.join(", ")),
        (_, more) => format!("one of {} and {more} more", shown.join(", ")),
    }
}
