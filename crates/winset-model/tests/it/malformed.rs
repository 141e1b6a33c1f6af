//! Files with mistakes, each with the findings that its author should read.
//!
//! `corpus/malformed` holds a file per mistake, or per deliberate combination, and next to it
//! what is to be said about it. Large files are made here. To write the expectations anew, run
//! the test with `WINSET_UPDATE=1`, and read every change before keeping it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use winset_model::diagnostic::{Code, Diagnostic, Span};
use winset_model::document::{LineIndex, Syntax};
use winset_model::read_case;

use crate::large;

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/malformed");
const FILES_MIN: usize = 100;
/// Codes of findings about what-ifs, files of packages and files of other programs, which have tests of
/// their own.
const OF_OTHER_FILES: [Code; 5] = [
    Code::ReadLeniently,
    Code::Contradiction,
    Code::StepBeyond,
    Code::OtherCase,
    Code::OfferPoints,
];

#[test]
fn every_mistake_is_told_as_expected() {
    let mut wrong = String::new();
    let mut codes: BTreeSet<Code> = BTreeSet::new();
    let mut files = 0;
    let stored = stored().into_iter().map(|path| {
        let bytes = std::fs::read(&path).unwrap();
        (path, bytes)
    });
    let made = large::files().into_iter();
    let made = made.map(|(name, bytes)| (Path::new(CORPUS).join(name), bytes));
    for (path, bytes) in stored.chain(made) {
        let syntax = Syntax::of_file_name(path.to_str().unwrap()).unwrap();
        let findings = findings(&bytes, syntax);
        codes.extend(findings.iter().map(|d| d.code));
        for finding in &findings {
            let inside = finding.span.start <= finding.span.end && finding.span.end <= bytes.len();
            assert!(inside, "{}: {:?}", path.display(), finding.span);
        }
        compare(&path, &told(&findings, &bytes), &mut wrong);
        files += 1;
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(files >= FILES_MIN, "only {files} files");
    let unmet: Vec<&str> = Code::ALL
        .iter()
        .filter(|c| !codes.contains(c) && !OF_OTHER_FILES.contains(c))
        .map(|c| c.as_str())
        .collect();
    assert!(unmet.is_empty(), "no file shows {unmet:?}");
}

/// Each expectation belongs to a file.
#[test]
fn no_expectation_is_left_over() {
    let made: BTreeSet<PathBuf> = large::files()
        .into_iter()
        .map(|(name, _)| Path::new(CORPUS).join(name))
        .collect();
    let mut files: BTreeSet<PathBuf> = stored().into_iter().chain(made).collect();
    files = files
        .into_iter()
        .map(|f| f.with_extension("expected"))
        .collect();
    for entry in std::fs::read_dir(CORPUS).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "expected") {
            assert!(files.contains(&path), "{} has no file", path.display());
        }
    }
}

fn stored() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(CORPUS).unwrap();
    let mut paths: Vec<PathBuf> = entries
        .map(|e| e.unwrap().path())
        .filter(|p| Syntax::of_file_name(p.to_str().unwrap()).is_some())
        .collect();
    paths.sort();
    paths
}

fn findings(bytes: &[u8], syntax: Syntax) -> Vec<Diagnostic> {
    match read_case(bytes, syntax) {
        Ok(reading) => {
            assert!(!reading.warnings.is_empty(), "nothing is found");
            reading.warnings
        }
        Err(errors) => errors,
    }
}

pub(crate) fn compare(path: &Path, told: &str, wrong: &mut String) {
    #[expect(
        clippy::disallowed_methods,
        reason = "the way to write expectations anew"
    )]
    let update = std::env::var("WINSET_UPDATE").is_ok();
    let stored = path.with_extension("expected");
    if update {
        std::fs::write(&stored, told).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&stored).unwrap_or_default();
    if expected != told {
        let name = path.file_name().unwrap_or_default().display();
        writeln!(wrong, "{name}: expected\n{expected}\nbut told\n{told}").unwrap();
    }
}

/// The findings as their reader sees them; of very many, the first and the last.
pub(crate) fn told(findings: &[Diagnostic], bytes: &[u8]) -> String {
    const TOLD_MAX: usize = 30;
    let lines = LineIndex::new(bytes);
    let mut text = String::new();
    for (place, finding) in findings.iter().enumerate() {
        let left = findings.len() - place;
        if findings.len() > TOLD_MAX && (3..findings.len() - 2).contains(&place) {
            if place == 3 {
                writeln!(text, "({} more)", left - 2).unwrap();
            }
            continue;
        }
        let (line, column) = lines.position(finding.span.start);
        let code = finding.code.as_str();
        let path = &finding.path;
        let colon = if path.is_empty() { "" } else { ": " };
        write!(
            text,
            "{code} {line}:{column} {path}{colon}{}",
            finding.message
        )
        .unwrap();
        if let Some(expected) = &finding.expected {
            write!(text, " | expected {expected}").unwrap();
        }
        if let Some(name) = &finding.suggestion {
            write!(text, " | did you mean `{name}`?").unwrap();
        }
        text.push('\n');
        excerpt(&mut text, bytes, finding.span);
        if let Some((span, why)) = &finding.related {
            let (line, column) = lines.position(span.start);
            writeln!(text, "  {line}:{column}: {why}").unwrap();
        }
    }
    text
}

/// The line in which a span begins, cut to what is around it, and marks under the span.
fn excerpt(text: &mut String, bytes: &[u8], span: Span) {
    const BEFORE_MAX: usize = 50;
    const WIDTH_MAX: usize = 90;
    let start = bytes[..span.start]
        .iter()
        .rposition(|b| b"\r\n".contains(b));
    let start = start.map_or(0, |at| at + 1);
    let length = bytes[start..].iter().position(|b| b"\r\n".contains(b));
    let end = length.map_or(bytes.len(), |length| start + length);
    let before = String::from_utf8_lossy(&bytes[start..span.start]).into_owned();
    let marked =
        String::from_utf8_lossy(&bytes[span.start..span.end.min(end).max(span.start)]).into_owned();
    let after =
        String::from_utf8_lossy(&bytes[span.end.min(end).max(span.start)..end]).into_owned();
    let skipped = before.chars().count().saturating_sub(BEFORE_MAX);
    let shown: String = before.chars().skip(skipped).collect();
    let visible = |c: char| if c.is_control() { '\u{FFFD}' } else { c };
    let line: String = [shown.as_str(), &marked, &after].concat();
    let line: String = line.chars().map(visible).take(WIDTH_MAX).collect();
    let room = WIDTH_MAX - shown.chars().count();
    let marks = "^".repeat(marked.chars().count().clamp(1, room));
    let indent = " ".repeat(shown.chars().count());
    writeln!(text, "    {}\n    {indent}{marks}", line.trim_end()).unwrap();
}
