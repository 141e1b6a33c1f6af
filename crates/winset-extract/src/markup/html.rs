//! Visible text of HTML. The tokenizer is `html5gum`; its spans lead back to the source.

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::readable::Readable;

/// No name of a character reference is longer.
const REFERENCE_BYTES_MAX: usize = 40;

/// Elements whose content no reader takes for the report.
fn is_dropped(name: &[u8]) -> bool {
    matches!(
        name,
        b"head"
            | b"script"
            | b"style"
            | b"nav"
            | b"footer"
            | b"aside"
            | b"template"
            | b"noscript"
            | b"textarea"
            | b"svg"
    )
}

/// Elements that run on within a line.
fn is_inline(name: &[u8]) -> bool {
    matches!(
        name,
        b"a" | b"abbr"
            | b"b"
            | b"bdi"
            | b"bdo"
            | b"cite"
            | b"code"
            | b"data"
            | b"del"
            | b"dfn"
            | b"em"
            | b"font"
            | b"i"
            | b"img"
            | b"ins"
            | b"kbd"
            | b"mark"
            | b"q"
            | b"s"
            | b"samp"
            | b"small"
            | b"span"
            | b"strong"
            | b"sub"
            | b"sup"
            | b"u"
            | b"var"
            | b"wbr"
    )
}

/// What a reader sees of an HTML source.
pub(super) fn readable(source: &str) -> Readable {
    let mut page = Page {
        source,
        dropped: Vec::new(),
        readable: Readable::default(),
    };
    let emitter = CallbackEmitter::new(
        |event: CallbackEvent<'_>, span: Span<usize>| -> Option<Infallible> {
            page.take(&event, span);
            None
        },
    );
    Tokenizer::new_with_emitter(source, emitter).for_each(|_| ());
    page.readable
}

struct Page<'a> {
    source: &'a str,
    /// For each dropped element by name: how many are open.
    dropped: Vec<(Vec<u8>, usize)>,
    readable: Readable,
}

impl Page<'_> {
    fn take(&mut self, event: &CallbackEvent<'_>, span: Span<usize>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                if is_dropped(name) {
                    self.open(name);
                } else if *name == b"body" {
                    // A head that was never closed ends here.
                    self.close(b"head");
                }
                self.block(name);
            }
            CallbackEvent::EndTag { name } => {
                if is_dropped(name) {
                    self.close(name);
                }
                self.block(name);
            }
            CallbackEvent::String { .. } if self.dropped.is_empty() => self.words(span),
            _ => {}
        }
    }

    fn block(&mut self, name: &[u8]) {
        if !is_inline(name) {
            self.readable.break_paragraph();
        }
    }

    fn open(&mut self, name: &[u8]) {
        match self.dropped.iter_mut().find(|(open, _)| open == name) {
            Some((_, depth)) => *depth += 1,
            None => self.dropped.push((name.to_vec(), 1)),
        }
    }

    fn close(&mut self, name: &[u8]) {
        for (open, depth) in &mut self.dropped {
            if open == name {
                *depth -= 1;
            }
        }
        self.dropped.retain(|(_, depth)| *depth > 0);
    }

    /// Adds the characters of one run of text, references replaced by what they stand for.
    fn words(&mut self, span: Span<usize>) {
        let mut at = boundary(self.source, span.start);
        let end = boundary(self.source, span.end);
        while at < end {
            let rest = &self.source[at..end];
            let literal = rest.find('&').unwrap_or(rest.len());
            if literal > 0 {
                let shown: String = rest[..literal]
                    .chars()
                    .map(|c| {
                        if matches!(c, '\n' | '\r' | '\t' | '\0' | '\u{b}' | '\u{c}') {
                            ' '
                        } else {
                            c
                        }
                    })
                    .collect();
                self.readable.push(&shown, at, literal);
                at += literal;
                continue;
            }
            let (shown, length) = reference(rest);
            self.readable.push(&shown, at, length);
            at += length;
        }
    }
}

/// The nearest character boundary at or before `byte`.
fn boundary(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// What the character reference at the start of `rest` stands for, and how many bytes it takes; a
/// lone `&` stands for itself.
fn reference(rest: &str) -> (String, usize) {
    let named = rest[1..]
        .bytes()
        .take(REFERENCE_BYTES_MAX)
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'#');
    let mut length = 1 + named.count();
    if rest.as_bytes().get(length) == Some(&b';') {
        length += 1;
    }
    if length == 1 {
        return ("&".to_owned(), 1);
    }
    let piece = &rest[..length];
    let mut decoded = String::new();
    let emitter = CallbackEmitter::new(
        |event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
            if let CallbackEvent::String { value } = event {
                decoded.push_str(&String::from_utf8_lossy(value));
            }
            None
        },
    );
    Tokenizer::new_with_emitter(piece, emitter).for_each(|_| ());
    if decoded.is_empty() {
        return ("&".to_owned(), 1);
    }
    let shown = decoded
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    (shown, length)
}
