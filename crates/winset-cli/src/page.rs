//! Text for a reader: wrapped at 80 columns, and free of anything that a terminal would obey.
//!
//! Every text that reaches a page is escaped here, so that no case file can move the cursor, change
//! colours or turn the direction of a line. Colour only repeats what the words say.

use std::fmt::Write as _;

use clap::builder::styling::{AnsiColor, Style};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};
use winset::model::audience::Audience;
use winset::model::case::Case;
use winset::model::characters::written_out;
use winset::told::assumed;
use winset::told::messages::english;

use crate::seen::for_whom;

/// Columns of a line.
pub(crate) const WIDTH: usize = 80;

/// The first lines of verdicts, and headings.
pub(crate) const STRONG: Style = Style::new().bold();
/// What matters less.
pub(crate) const FAINT: Style = Style::new().dimmed();
/// The word "error".
pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();
/// The word "warning".
pub(crate) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const PLAIN: Style = Style::new();

/// Lines of text, written from top to bottom.
#[derive(Debug, Default)]
pub(crate) struct Page {
    text: String,
    /// Where it begins to say for whom it is.
    sealed_from: Option<usize>,
}

impl Page {
    /// The text, with codes for colours.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Says at its end that it holds what some hold back.
    pub(crate) fn sealed(&mut self) {
        self.sealed_from = Some(self.text.len());
        self.styled(FAINT, "Confidential: contains sealed values.");
    }

    /// The page of an answer as the reader of a case is given it: under what is supposed in the case, and
    /// with words of its own for whom it is.
    pub(crate) fn for_reader(mut self, case: &Case, audience: &Audience) -> Self {
        if let Some(place) = self.sealed_from.filter(|_| !audience.is_mediator()) {
            self.text.truncate(place);
            self.styled(FAINT, &for_whom(case, audience));
        }
        let mut page = Self::default();
        for told in assumed(english(), case) {
            page.paragraph(&told);
        }
        if !page.text.is_empty() {
            page.blank();
        }
        page.text.push_str(&self.text);
        page
    }

    /// An empty line.
    pub(crate) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A paragraph.
    pub(crate) fn paragraph(&mut self, text: &str) {
        self.styled(PLAIN, text);
    }

    /// A paragraph in a style.
    pub(crate) fn styled(&mut self, style: Style, text: &str) {
        for line in wrap(&plain(text), WIDTH) {
            self.line(&[(style, &line)]);
        }
    }

    /// A paragraph after an indent.
    pub(crate) fn indented(&mut self, indent: usize, text: &str) {
        for line in wrap(&plain(text), WIDTH.saturating_sub(indent)) {
            self.line(&[(PLAIN, &format!("{:indent$}{line}", ""))]);
        }
    }

    /// A heading, after an empty line.
    pub(crate) fn heading(&mut self, text: &str) {
        self.blank();
        self.styled(STRONG, text);
    }

    /// One line of pieces, each in its style, as it is: not wrapped.
    pub(crate) fn line(&mut self, pieces: &[(Style, &str)]) {
        for (style, piece) in pieces {
            let piece = plain(piece);
            let written = if *style == PLAIN {
                write!(self.text, "{piece}")
            } else {
                write!(self.text, "{style}{piece}{style:#}")
            };
            debug_assert!(written.is_ok(), "writing to a String cannot fail");
        }
        let end = self.text.trim_end_matches(' ').len();
        self.text.truncate(end);
        self.text.push('\n');
    }

    /// Two columns: the left one of `width` columns after `indent`, the right one up to the end;
    /// both wrap.
    pub(crate) fn entry(&mut self, indent: usize, width: usize, left: &str, right: &str) {
        self.cells(indent, &[(width, left)], right);
    }

    /// Cells of so many columns after `indent`, and a last one up to the end; all of them wrap.
    pub(crate) fn cells(&mut self, indent: usize, cells: &[(usize, &str)], last: &str) {
        const GAP: usize = 2;
        let taken: usize = cells.iter().map(|(width, _)| width + GAP).sum();
        let rest = WIDTH.saturating_sub(indent + taken).max(1);
        let last = wrap(&plain(last), rest);
        let cells: Vec<(usize, Vec<String>)> = cells
            .iter()
            .map(|(width, text)| (*width, wrap(&plain(text), *width)))
            .collect();
        let rows = cells.iter().map(|(_, lines)| lines.len());
        for row in 0..rows.max().unwrap_or(0).max(last.len()) {
            let line_of = |lines: &[String]| lines.get(row).cloned().unwrap_or_default();
            let mut line = " ".repeat(indent);
            for (width, lines) in &cells {
                line.push_str(&padded(&line_of(lines), width + GAP));
            }
            line.push_str(&line_of(&last));
            self.line(&[(PLAIN, &line)]);
        }
    }

    /// Rows of the same number of cells below each other: the first column to the left, the others
    /// to the right. The first column gives way when the line would be too long.
    pub(crate) fn table(&mut self, indent: usize, rows: &[Vec<String>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let width_of = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| plain(cell).width()).max().unwrap_or(0)
        };
        let others: Vec<usize> = (1..columns).map(width_of).collect();
        let taken = indent + others.iter().map(|w| w + 2).sum::<usize>();
        let first = width_of(0).min(WIDTH.saturating_sub(taken).max(12));
        for row in rows {
            let mut cells = row.iter();
            let name = wrap(&plain(cells.next().map_or("", String::as_str)), first);
            let mut numbers = String::new();
            for (cell, width) in cells.zip(&others) {
                let cell = plain(cell);
                let pad = width.saturating_sub(cell.width());
                numbers.push_str(&" ".repeat(2 + pad));
                numbers.push_str(&cell);
            }
            for (place, part) in name.iter().enumerate() {
                let end = if place == 0 { numbers.as_str() } else { "" };
                let part = padded(part, first);
                self.line(&[(PLAIN, &format!("{:indent$}{part}{end}", ""))]);
            }
        }
    }
}

/// The text with spaces behind it up to `width` columns.
fn padded(text: &str, width: usize) -> String {
    let pad = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(pad))
}

/// Columns of a text.
pub(crate) fn columns(text: &str) -> usize {
    plain(text).width()
}

/// The text as a terminal may see it: line ends and tabs as spaces, what hides or turns a line written
/// out.
pub(crate) fn plain(text: &str) -> String {
    written_out(text).replace(['\n', '\t'], " ")
}

/// The text in lines of at most `width` columns, broken at spaces; a longer word is broken inside.
/// At least one line.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let gap = usize::from(used > 0);
        if used + gap + word.width() > width && used > 0 {
            lines.push(String::new());
            used = 0;
        } else if gap == 1 {
            push(&mut lines, " ");
            used += 1;
        }
        for c in word.chars() {
            let columns = c.width().unwrap_or(0);
            if used + columns > width && used > 0 {
                lines.push(String::new());
                used = 0;
            }
            push(&mut lines, c.encode_utf8(&mut [0; 4]));
            used += columns;
        }
    }
    lines
}

fn push(lines: &mut [String], text: &str) {
    if let Some(last) = lines.last_mut() {
        last.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_long_words_inside() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("a abcdef", 3), ["a", "abc", "def"]);
        assert_eq!(wrap("", 3), [""]);
        assert_eq!(wrap("水水 水", 4), ["水水", "水"]);
    }

    #[test]
    fn nothing_that_a_terminal_obeys_comes_through() {
        assert_eq!(
            plain("a\x1b[31m\u{9b}b\u{202E}\nc"),
            "a[U+001B][31m[U+009B]b[U+202E] c"
        );
    }

    #[test]
    fn columns_stand_below_each_other() {
        let mut page = Page::default();
        page.entry(2, 5, "a", "one two");
        page.table(
            0,
            &[vec!["x".into(), "1".into()], vec!["yy".into(), "22".into()]],
        );
        assert_eq!(page.as_str(), "  a      one two\nx    1\nyy  22\n");
    }
}
