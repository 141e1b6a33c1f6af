//! Bytes to text, and offsets to lines and columns.

use super::limits::Stop;
use crate::diagnostic::{Code, Diagnostic, Span};

/// The text of a file, a byte order mark at its start included.
///
/// # Errors
/// A finding with [`Code::Encoding`] at the first byte that is not text: a byte order mark of
/// another encoding, a sequence that is not UTF-8, or a control character (Unicode category Cc)
/// other than tab, line feed and carriage return.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, Stop> {
    if let Some((mark, encoding)) = foreign_mark(bytes) {
        let span = Span {
            start: 0,
            end: mark,
        };
        return Err(encoding_error(
            span,
            format!("the file is {encoding}, not UTF-8: save it as UTF-8"),
        ));
    }
    if let Some(order) = unmarked_utf16(bytes) {
        let message = format!("the file is UTF-16 ({order}), not UTF-8: save it as UTF-8");
        return Err(encoding_error(Span { start: 0, end: 2 }, message));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let start = error.valid_up_to();
        let length = error.error_len().unwrap_or(bytes.len() - start);
        let span = Span {
            start,
            end: start + length,
        };
        encoding_error(span, "these bytes are not UTF-8".to_owned())
    })?;
    match text
        .char_indices()
        .find(|&(_, c)| c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
    {
        None => Ok(text),
        Some((start, c)) => {
            let span = Span {
                start,
                end: start + c.len_utf8(),
            };
            let message = format!(
                "the control character U+{:04X} is not allowed",
                u32::from(c)
            );
            Err(encoding_error(span, message))
        }
    }
}

/// Length and encoding of a byte order mark other than that of UTF-8.
fn foreign_mark(bytes: &[u8]) -> Option<(usize, &'static str)> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Some((4, "UTF-32")),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some((2, "UTF-16")),
        _ => None,
    }
}

/// Whether every second byte at the start is zero, as in letters of UTF-16 without a mark.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static str> {
    const LOOKED_AT: usize = 16;
    let head = bytes.get(..LOOKED_AT)?;
    let zero = |first: usize| head.iter().skip(first).step_by(2).all(|byte| *byte == 0);
    match (zero(0), zero(1)) {
        (false, true) => Some("little-endian"),
        (true, false) => Some("big-endian"),
        _ => None,
    }
}

fn encoding_error(span: Span, message: String) -> Stop {
    Diagnostic::new(Code::Encoding, span, "", message)
        .expected("text in UTF-8")
        .into()
}

/// The span of the character at `start`; empty at or after the end of the text.
pub(super) fn char_span(text: &str, start: usize) -> Span {
    let start = text.floor_char_boundary(start);
    let length = text
        .get(start..)
        .and_then(|rest| rest.chars().next())
        .map_or(0, char::len_utf8);
    Span {
        start,
        end: start + length,
    }
}

/// `span`, or where that is empty the character that it stands before.
pub(super) fn visible(text: &str, span: Span) -> Span {
    if span.start < span.end {
        span
    } else {
        char_span(text, span.start)
    }
}

/// Turns byte offsets into lines and columns.
///
/// Lines end at a line feed, at a carriage return, or at both together.
#[derive(Debug, Clone)]
pub struct LineIndex<'t> {
    bytes: &'t [u8],
    starts: Vec<usize>,
}

impl<'t> LineIndex<'t> {
    /// Reads where the lines start, in one pass. Takes bytes, so that places in a file that is
    /// not UTF-8 can be shown too.
    pub fn new(bytes: &'t [u8]) -> Self {
        let mut starts = vec![if bytes.starts_with(BOM) { BOM.len() } else { 0 }];
        for (at, byte) in bytes.iter().enumerate() {
            let ends_line = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends_line {
                starts.push(at + 1);
            }
        }
        Self { bytes, starts }
    }

    /// Line and column of a byte offset, both from 1; the column counts characters, without a
    /// byte order mark. An offset past the end stands for the end. Costs one pass over the line.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let offset = offset.min(self.bytes.len());
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        // A place inside of a byte order mark is before the first line begins.
        let start = self.starts[line - 1].min(offset);
        let before = &self.bytes[start..offset];
        let continued = self
            .bytes
            .get(offset)
            .is_some_and(|&byte| is_continuation(byte));
        let chars = before
            .iter()
            .filter(|&&byte| !is_continuation(byte))
            .count();
        (
            line,
            (chars + 1).saturating_sub(usize::from(continued)).max(1),
        )
    }
}

/// UTF-8's byte order mark.
pub(super) const BOM: &[u8] = "\u{FEFF}".as_bytes();

/// Whether a byte continues a character of UTF-8.
fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}
