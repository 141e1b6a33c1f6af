//! The one way in which findings about a file are shown.

use winset::model::diagnostic::{Diagnostic, Severity, Span};
use winset::model::document::{LineIndex, file_kind};

use crate::failure::Failure;
use crate::page::{ERROR, FAINT, Page, STRONG, WARNING, WIDTH, columns, plain, wrap};
use clap::builder::styling::Style;
use unicode_width::UnicodeWidthChar as _;
use winset::told::words::counted;
use winset::{Journal, LoadError, SourceText};

/// Findings that are shown in full; the rest is counted.
const SHOWN_MAX: usize = 50;

/// Shows findings: what, where with the line of the file, what was expected; then how many.
/// Nothing when there are none.
pub(crate) fn render(page: &mut Page, text: &SourceText, found: &[Diagnostic]) {
    let index = LineIndex::new(&text.bytes);
    for finding in found.iter().take(SHOWN_MAX) {
        one(page, text, &index, finding);
        page.blank();
    }
    if found.len() > SHOWN_MAX {
        let more = found.len() - SHOWN_MAX;
        page.paragraph(&format!("... and {more} more; check --json lists all"));
    }
    if !found.is_empty() {
        page.paragraph(&summary(found));
    }
}

/// The same for several files, one after the other.
pub(crate) fn render_each(page: &mut Page, files: &[(SourceText, Vec<Diagnostic>)]) {
    for (place, (text, found)) in files.iter().enumerate() {
        if place > 0 {
            page.blank();
        }
        render(page, text, found);
    }
}

/// What is wrong, for a page of the desk: a sentence for each finding, with its line.
pub(crate) fn sentences(failure: &Failure) -> Vec<String> {
    let Failure::Load(error) = failure else {
        return vec![capitalised(&failure.to_string())];
    };
    match error.as_ref() {
        LoadError::Refused { text, found } => sentences_of(text, found),
        LoadError::Scenario { refused, .. } => {
            let files = refused.iter();
            files
                .flat_map(|(text, found)| sentences_of(text, found))
                .collect()
        }
        LoadError::Unreadable { .. } | LoadError::Journal(_) => {
            vec![capitalised(&failure.to_string())]
        }
    }
}

fn sentences_of(text: &SourceText, found: &[Diagnostic]) -> Vec<String> {
    let index = LineIndex::new(&text.bytes);
    let errors = found
        .iter()
        .filter(|finding| finding.code.severity() == Severity::Error);
    let sentence = |finding: &Diagnostic| {
        let mut said = finding.message.clone();
        // A workbook has cells instead, which its messages name.
        if !text.bytes.is_empty() {
            let (line, _) = index.position(finding.span.start);
            said = format!("line {line}: {said}");
        }
        if let Some(name) = &finding.suggestion {
            said.push_str(&format!("; did you mean `{name}`?"));
        }
        if let Some(expected) = &finding.expected {
            said.push_str(&format!("; expected: {expected}"));
        }
        plain(&capitalised(&said))
    };
    let mut told: Vec<String> = errors.clone().take(SHOWN_MAX).map(sentence).collect();
    let more = errors.count().saturating_sub(SHOWN_MAX);
    if more > 0 {
        told.push(format!("... and {more} more."));
    }
    told
}

/// A fragment as a sentence begins.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// Shows what of a journal does not count.
pub(crate) fn journal(page: &mut Page, journal: &Journal) {
    let name = journal.path.display();
    let mut warn = |line: usize, message: &str, note_text: &str| {
        head(page, (WARNING, "warning[journal]"), message);
        note(page, 2, &format!("{name}, line {line}"));
        note(page, 2, note_text);
        page.blank();
    };
    if let Some(fault) = &journal.kept.fault {
        let remark = "only what stands before it counts; see winset journal verify";
        warn(fault.line, &fault.what, remark);
    }
    if !journal.kept.touched.is_none() {
        let message = journal.kept.touched.to_string();
        let remark = "the acts are unchanged and count; before the next one: winset journal repair";
        warn(1, &message, remark);
    }
    if journal.kept.chain.torn > 0 {
        let line = journal.kept.chain.entries.len() + 1;
        let remark = "it does not count; the next act cuts it off";
        warn(line, "the last line was not written to its end", remark);
    }
    for aside in &journal.aside {
        let remark = if aside.partly {
            "the rest of the act counts"
        } else {
            "the act does not fit the case and does not count"
        };
        warn(aside.line, &aside.why, remark);
    }
}

/// How many errors and warnings: "2 errors, 1 warning".
pub(crate) fn summary(found: &[Diagnostic]) -> String {
    let of = |severity| {
        found
            .iter()
            .filter(|f| f.code.severity() == severity)
            .count()
    };
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    match (errors, warnings) {
        (_, 0) => counted(errors, "error"),
        (0, _) => counted(warnings, "warning"),
        _ => format!(
            "{}, {}",
            counted(errors, "error"),
            counted(warnings, "warning")
        ),
    }
}

fn one(page: &mut Page, text: &SourceText, index: &LineIndex<'_>, finding: &Diagnostic) {
    let (word, style) = match finding.code.severity() {
        Severity::Error => ("error", ERROR),
        Severity::Warning => ("warning", WARNING),
    };
    let label = format!("{word}[{}]", finding.code.as_str());
    let meant = match &finding.suggestion {
        None => String::new(),
        Some(name) => format!("; did you mean `{name}`?"),
    };
    head(
        page,
        (style, &label),
        &format!("{}{meant}", finding.message),
    );
    let gutter = place(page, text, index, finding.span, (style, '^'));
    if let Some(expected) = &finding.expected {
        note(page, gutter, &format!("expected: {expected}"));
    }
    if !finding.path.is_empty() {
        note(page, gutter, &format!("at: {}", finding.path));
    }
    if let Some((span, why)) = &finding.related {
        head(page, (STRONG, "note"), why);
        place(page, text, index, *span, (STRONG, '-'));
    }
}

/// A label and a text behind it, wrapped.
fn head(page: &mut Page, label: (Style, &str), text: &str) {
    let (style, word) = label;
    let lines = wrap(&plain(&format!("{word}: {text}")), WIDTH - 4);
    for (place, line) in lines.iter().enumerate() {
        match line.strip_prefix(word).filter(|_| place == 0) {
            Some(rest) => page.line(&[(style, word), (STRONG, rest)]),
            None => page.line(&[(STRONG, &format!("    {line}"))]),
        }
    }
}

/// A remark, wrapped, behind a gutter.
fn note(page: &mut Page, gutter: usize, text: &str) {
    for (place, line) in wrap(&plain(text), WIDTH - gutter - 4).iter().enumerate() {
        let sign = if place == 0 { '=' } else { ' ' };
        let mark = format!("{:gutter$} {sign} ", "");
        page.line(&[(FAINT, &mark), (Style::new(), line)]);
    }
}

/// File, line and column, and the line itself with the place marked. Returns the columns of the
/// line's number, or of what stands in its place.
fn place(
    page: &mut Page,
    text: &SourceText,
    index: &LineIndex<'_>,
    span: Span,
    mark: (Style, char),
) -> usize {
    let (line, column) = index.position(span.start);
    // A workbook, like an empty file, has no lines to name or show.
    if text.bytes.is_empty() {
        page.line(&[(FAINT, "  --> "), (Style::new(), &text.name)]);
        return 1;
    }
    let arrow = format!("{}:{line}:{column}", text.name);
    page.line(&[(FAINT, "  --> "), (Style::new(), &arrow)]);
    let number = line.to_string();
    let gutter = format!("{:width$} |", "", width = number.len());
    // A file that is no text has no lines to show.
    if text.bytes.iter().take(LOOKED_AT).any(|byte| *byte == 0) || file_kind(&text.bytes).is_some()
    {
        return number.len();
    }
    let excerpt = Excerpt::of(&text.bytes, span, WIDTH - gutter.len() - 1);
    page.line(&[(FAINT, &gutter)]);
    let shown = format!(" {}", excerpt.line);
    page.line(&[(FAINT, &format!("{number} |")), (Style::new(), &shown)]);
    let blank = " ".repeat(excerpt.before + 1);
    let marks = mark.1.to_string().repeat(excerpt.marked);
    page.line(&[(FAINT, &gutter), (mark.0, &format!("{blank}{marks}"))]);
    number.len()
}

/// A line of a file, cut around a place.
#[derive(Debug, PartialEq, Eq)]
struct Excerpt {
    line: String,
    /// Columns before the place.
    before: usize,
    /// Columns of the place, at least 1.
    marked: usize,
}

/// Bytes on either side of a place that are looked at: more than a line of the screen can show.
const LOOKED_AT: usize = 1_000;

impl Excerpt {
    fn of(bytes: &[u8], span: Span, room: usize) -> Self {
        const CUT: &str = "...";
        let ends = |b: &u8| *b == b'\n' || *b == b'\r';
        let start = span.start.min(bytes.len());
        let near = start.saturating_sub(LOOKED_AT)..bytes.len().min(start + LOOKED_AT);
        let line_start = bytes[near.start..start].iter().rposition(ends);
        let from = line_start.map_or(near.start, |place| near.start + place + 1);
        let to = bytes[start..near.end]
            .iter()
            .position(ends)
            .map_or(near.end, |p| start + p);
        let end = span.end.clamp(start, to);
        let shown = |part: &[u8]| plain(&String::from_utf8_lossy(part));
        let start_of_line = bytes[from..start].strip_prefix(b"\xEF\xBB\xBF");
        let mut before = shown(start_of_line.unwrap_or(&bytes[from..start]));
        let mut marked = shown(&bytes[start..end]);
        let mut after = shown(&bytes[end..to]);
        let all = columns(&before) + columns(&marked) + columns(&after);
        if all > room {
            if columns(&before) > room / 3 {
                before = format!("{CUT}{}", tail(&before, room / 3 - CUT.len()));
            }
            let rest = room - columns(&before);
            if columns(&marked) > rest {
                marked = format!("{}{CUT}", head_of(&marked, rest - CUT.len()));
                after.clear();
            }
            let rest = rest - columns(&marked);
            if columns(&after) > rest {
                let dots = CUT.get(..rest.min(CUT.len())).unwrap_or(CUT);
                after = format!("{}{dots}", head_of(&after, rest - dots.len()));
            }
        }
        Self {
            before: columns(&before),
            marked: columns(&marked).max(1),
            line: format!("{before}{marked}{after}"),
        }
    }
}

/// The first characters of a text, as many as fit.
fn head_of(text: &str, room: usize) -> String {
    fitting(text.chars(), room)
}

/// The last characters of a text, as many as fit.
fn tail(text: &str, room: usize) -> String {
    fitting(text.chars().rev(), room).chars().rev().collect()
}

fn fitting(chars: impl Iterator<Item = char>, room: usize) -> String {
    let mut used = 0;
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used <= room
    };
    chars.take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, (start, end): (usize, usize), room: usize, shown: &str, marks: &str) {
        let excerpt = Excerpt::of(line.as_bytes(), Span { start, end }, room);
        let under = " ".repeat(excerpt.before) + &"^".repeat(excerpt.marked);
        assert_eq!((excerpt.line.as_str(), under.as_str()), (shown, marks));
        assert!(columns(&excerpt.line) <= room);
    }

    #[test]
    fn the_place_is_marked_and_long_lines_are_cut_around_it() {
        check(
            "a: b\nkey: value\n",
            (10, 15),
            30,
            "key: value",
            "     ^^^^^",
        );
        check("one", (3, 3), 30, "one", "   ^");
        let long = format!("{}HERE{}", "<".repeat(50), ">".repeat(50));
        check(&long, (50, 54), 21, "...<<<<HERE>>>>>>>...", "       ^^^^");
        check(
            &long,
            (0, 104),
            20,
            "<<<<<<<<<<<<<<<<<...",
            "^^^^^^^^^^^^^^^^^^^^",
        );
        check(
            "\ta\x1b[31m b",
            (7, 8),
            40,
            " a[U+001B][31m b",
            "              ^",
        );
    }
}
