//! What flags name, all of them looked up before anything is said.

use std::borrow::Cow;
use std::path::Path;

use winset::SourceText;
use winset::ask::act::{ActFault, ActPart, ActProblem};
use winset::model::diagnostic::{Code, Diagnostic, Span};
use winset::model::document::Syntax;
use winset::sheet::SheetFinding;
use winset::told::messages::english;

use crate::failure::Failure;

/// The place of findings about all of a file.
pub(crate) const WHOLE_FILE: &str = "file";

/// Flags as they were given, with what is wrong in them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Flags {
    text: String,
    found: Vec<Diagnostic>,
}

impl Flags {
    /// A flag whose value has to be one of the names that are known. Returns whether it is.
    pub(crate) fn name<'a>(
        &mut self,
        flag: &str,
        value: &str,
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
    pub(crate) fn wrong(&mut self, flag: &str, value: &str, message: String, expected: &str) {
        let span = self.flag(flag, value);
        let finding = Diagnostic::new(Code::Malformed, span, "", message);
        self.found.push(finding.expected(expected));
    }

    /// What is wrong with a workbook, each finding at its cell.
    pub(crate) fn workbook(&mut self, path: &Path, found: &[SheetFinding]) {
        for finding in found {
            let place = format!("{}: {}", path.display(), finding.place);
            self.wrong("in", &place, finding.message.clone(), &finding.remedy);
        }
    }

    /// What is wrong with a file that is not shown, each finding by its place, which no long path hides.
    pub(crate) fn file(&mut self, path: &Path, found: &[SheetFinding]) {
        let name = path.file_name().unwrap_or(path.as_os_str()).display();
        for SheetFinding {
            place,
            message,
            remedy,
        } in found
        {
            let at = if place == WHOLE_FILE {
                name.to_string()
            } else {
                format!("{name}, {place}")
            };
            let message = format!("{at}: {message}");
            self.wrong("in", &path.display().to_string(), message, remedy);
        }
    }

    /// A flag that is not there and has to be.
    pub(crate) fn missing(&mut self, flag: &str, expected: &str) {
        let start = self.text.len();
        self.flag(flag, "...");
        let span = Span {
            start,
            end: start + flag.len(),
        };
        let message = format!("`{flag}` is missing");
        let finding = Diagnostic::new(Code::MissingKey, span, "", message);
        self.found.push(finding.expected(expected));
    }

    /// What is wrong with an act, at the flag that says it.
    pub(crate) fn problem(&mut self, problem: &ActProblem) {
        let (flag, value) = flag_of(problem);
        let span = self.flag(&flag, value);
        let code = match problem.fault {
            ActFault::Unknown { .. } => Code::UnknownEntry,
            _ => Code::Malformed,
        };
        let mut finding = Diagnostic::new(code, span, "", problem.message(english()));
        if let ActFault::Unknown { known, .. } = &problem.fault {
            finding = finding.nearest(value, known.iter().map(String::as_str));
        }
        finding.expected = problem.expected(english());
        self.found.push(finding);
    }

    /// Adds the flag, and returns where its value stands.
    fn flag(&mut self, flag: &str, value: &str) -> Span {
        self.text.push_str(flag);
        if !flag.ends_with(['=', ':']) {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(&value.replace('\n', " "));
        let end = self.text.len();
        self.text.push('\n');
        Span { start, end }
    }

    /// What is wrong with an act, as a failure.
    pub(crate) fn refused(mut self, problems: &[ActProblem]) -> Failure {
        for problem in problems {
            self.problem(problem);
        }
        self.failure()
    }

    /// Nothing, where nothing is wrong.
    pub(crate) fn checked(self) -> Result<(), Failure> {
        if self.found.is_empty() {
            return Ok(());
        }
        Err(self.failure())
    }

    fn failure(self) -> Failure {
        let text = SourceText {
            name: "command line".to_owned(),
            bytes: self.text.into_bytes(),
            syntax: Syntax::Yaml,
        };
        Failure::Changes(vec![(text, self.found)])
    }
}

/// The flag that says a part of an act, and its value.
fn flag_of(problem: &ActProblem) -> (Cow<'static, str>, &str) {
    let value = problem.value.as_str();
    let flag = match &problem.part {
        ActPart::Author => "--by",
        ActPart::At => "--at",
        ActPart::Date => "--date",
        ActPart::Version => "--version",
        ActPart::Clause => "--clause",
        ActPart::Option => "--option",
        ActPart::Words => "--accept-if",
        ActPart::Id => "--id",
        ActPart::Place => "--place after:",
        ActPart::Title => "--title",
        ActPart::Text => return ("--take-back".into(), ""),
        ActPart::Change(place) => return ("at".into(), place),
        ActPart::Line => "--line",
        ActPart::Visibility => return ("--visibility".into(), ""),
        ActPart::Whole => return ("--dry-run".into(), ""),
        ActPart::Point(_) | ActPart::Package => "--set",
        ActPart::OptionOn(point) => return (format!("--set {point}=").into(), value),
    };
    (flag.into(), value)
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
