//! Text as a reader sees it, and the way back to the source.

use super::html;
use crate::reading::SourcePlace;

/// How to read a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Markup {
    /// HTML if it begins like HTML, plain text otherwise.
    #[default]
    Auto,
    /// Plain text.
    Text,
    /// HTML.
    Html,
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    visible: usize,
    visible_len: usize,
    source: usize,
    source_len: usize,
}

/// Text as a reader sees it. Paragraphs end with a line feed.
#[derive(Debug, Clone, Default)]
pub struct Readable {
    text: String,
    pieces: Vec<Piece>,
}

impl Readable {
    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The range of the source that covers the bytes `start..end` of the text.
    pub fn place(&self, start: usize, end: usize) -> SourcePlace {
        let place = SourcePlace {
            start: self.source_start(start),
            end: self.source_end(end),
        };
        SourcePlace {
            end: place.end.max(place.start),
            ..place
        }
    }

    fn piece_at(&self, byte: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.visible <= byte);
        self.pieces.get(after.checked_sub(1)?)
    }

    fn source_start(&self, byte: usize) -> usize {
        self.piece_at(byte).map_or(0, |piece| {
            let inside = byte - piece.visible;
            if piece.source_len == piece.visible_len {
                piece.source + inside
            } else {
                piece.source
            }
        })
    }

    fn source_end(&self, byte: usize) -> usize {
        let Some(last) = byte.checked_sub(1) else {
            return 0;
        };
        self.piece_at(last).map_or(0, |piece| {
            let inside = (byte - piece.visible).min(piece.visible_len);
            if piece.source_len == piece.visible_len {
                piece.source + inside
            } else {
                piece.source + piece.source_len
            }
        })
    }

    pub(super) fn push(&mut self, visible: &str, source: usize, source_len: usize) {
        if visible.is_empty() {
            return;
        }
        self.pieces.push(Piece {
            visible: self.text.len(),
            visible_len: visible.len(),
            source,
            source_len,
        });
        self.text.push_str(visible);
    }

    /// Ends the paragraph, unless it is empty.
    pub(super) fn break_paragraph(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}

/// What a reader sees of `source`.
pub fn readable(source: &str, markup: Markup) -> Readable {
    let as_html = match markup {
        Markup::Auto => looks_like_html(source),
        Markup::Text => false,
        Markup::Html => true,
    };
    if as_html {
        html::readable(source)
    } else {
        plain(source)
    }
}

fn looks_like_html(source: &str) -> bool {
    const NAMES: [&str; 9] = [
        "!doctype", "html", "head", "body", "article", "main", "div", "p>", "?xml",
    ];
    let start = source.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let Some(tag) = start.strip_prefix('<') else {
        return false;
    };
    if tag.starts_with("!--") {
        return true;
    }
    NAMES.iter().any(|name| {
        tag.get(..name.len())
            .is_some_and(|t| t.eq_ignore_ascii_case(name))
    })
}

/// Same bytes, with line ends inside of wrapped paragraphs as spaces.
fn plain(source: &str) -> Readable {
    let mut text = source
        .replace('\r', " ")
        .replace(['\0', '\t', '\u{b}', '\u{c}'], " ");
    if is_wrapped(&text) {
        text = joined_lines(&text);
    }
    let mut readable = Readable::default();
    readable.push(&text, 0, source.len());
    readable
}

const WRAPPED_LINE_MIN: usize = 50;
const WRAPPED_LINE_MAX: usize = 100;

/// Whether paragraphs run over several lines: most lines have the length of a typed line.
fn is_wrapped(text: &str) -> bool {
    let (mut lines, mut typed, mut long) = (0_usize, 0_usize, 0_usize);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        lines += 1;
        typed += usize::from((WRAPPED_LINE_MIN..=WRAPPED_LINE_MAX).contains(&line.len()));
        long += usize::from(line.len() > WRAPPED_LINE_MAX);
    }
    lines >= 4 && typed * 2 > lines && long * 10 < lines
}

fn joined_lines(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        joined.push_str(line);
        let Some(next) = lines.peek() else { break };
        let bullet = next
            .trim_start()
            .starts_with(['-', '*', '+', '•', '(', '–']);
        let joins = line.trim().len() >= WRAPPED_LINE_MIN && !next.trim().is_empty() && !bullet;
        joined.push(if joins { ' ' } else { '\n' });
    }
    joined
}
