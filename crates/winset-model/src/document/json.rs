//! Reads JSON (RFC 8259), strictly: no comments, no trailing commas, nothing after the value.
//!
//! The reader is our own: it is short, keeps the digits of numbers, and has no recursion.

use super::Value;
use super::builder::{Builder, Takes};
use super::findings::{syntax, syntax_expecting};
use super::limits::Stop;
use super::number::is_number;
use super::text::{BOM, char_span};
use crate::diagnostic::Span;

/// Reads all of `text` into `builder`.
pub(super) fn read(text: &str, builder: &mut Builder) -> Result<(), Stop> {
    let at = if text.as_bytes().starts_with(BOM) {
        BOM.len()
    } else {
        0
    };
    let mut reader = Reader { text, at, builder };
    reader.skip_space();
    loop {
        if reader.value()? && reader.after_value()? {
            return Ok(());
        }
    }
}

struct Reader<'t, 'b> {
    text: &'t str,
    at: usize,
    builder: &'b mut Builder,
}

impl Reader<'_, '_> {
    /// Reads a scalar, or the opening of a list or mapping. True when a whole value was read.
    fn value(&mut self) -> Result<bool, Stop> {
        let start = self.at;
        match self.peek() {
            Some(b'[') => {
                self.at += 1;
                self.builder.open_list(self.since(start))?;
                Ok(self.close_empty(b']'))
            }
            Some(b'{') => {
                self.at += 1;
                self.builder.open_map(self.since(start))?;
                let closed = self.close_empty(b'}');
                if !closed {
                    self.key()?;
                }
                Ok(closed)
            }
            Some(b'"') => {
                let text = self.string()?;
                self.builder.scalar(Value::Text(text), self.since(start))?;
                Ok(true)
            }
            _ => {
                let value = self.word()?;
                self.builder.scalar(value, self.since(start))?;
                Ok(true)
            }
        }
    }

    /// Reads what stands between values: closings and commas. True at the end of the file.
    fn after_value(&mut self) -> Result<bool, Stop> {
        loop {
            self.skip_space();
            let (close, expected) = match self.builder.in_map() {
                None if self.at == self.text.len() => return Ok(true),
                None => return Err(self.unexpected("the end of the file")),
                Some(true) => (b'}', "\",\" or \"}\""),
                Some(false) => (b']', "\",\" or \"]\""),
            };
            match self.peek() {
                Some(byte) if byte == close => {
                    self.at += 1;
                    self.builder.close(Some(self.at));
                }
                Some(b',') => {
                    self.at += 1;
                    self.skip_space();
                    if self.builder.takes() == Takes::Key {
                        self.key()?;
                    }
                    return Ok(false);
                }
                _ => return Err(self.unexpected(expected)),
            }
        }
    }

    /// Closes the list or mapping just opened if `close` comes next.
    fn close_empty(&mut self, close: u8) -> bool {
        self.skip_space();
        let closed = self.peek() == Some(close);
        if closed {
            self.at += 1;
            self.builder.close(Some(self.at));
        }
        closed
    }

    fn key(&mut self) -> Result<(), Stop> {
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.unexpected("a key in double quotes"));
        }
        let key = self.string()?;
        self.builder.key(key, self.since(start))?;
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(self.unexpected("\":\""));
        }
        self.at += 1;
        self.skip_space();
        Ok(())
    }

    /// Reads `null`, `true`, `false` or a number.
    fn word(&mut self) -> Result<Value, Stop> {
        let rest = &self.text[self.at..];
        let in_word = |byte: u8| byte.is_ascii_alphanumeric() || b"+-._".contains(&byte);
        let end = rest
            .bytes()
            .position(|byte| !in_word(byte))
            .unwrap_or(rest.len());
        let word = &rest[..end];
        let value = match word {
            "" => return Err(self.unexpected("a value")),
            "null" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            number if is_number(number) => Value::Number(number.to_owned()),
            _ => {
                let span = Span {
                    start: self.at,
                    end: self.at + end,
                };
                let expected = "null, true, false, a number, or text in double quotes";
                return Err(syntax_expecting(
                    span,
                    "this is not a value of JSON",
                    expected,
                ));
            }
        };
        self.at += end;
        Ok(value)
    }

    /// Reads a string, its opening quote next.
    fn string(&mut self) -> Result<String, Stop> {
        let start = self.at;
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = &self.text[self.at..];
            let plain = rest
                .bytes()
                .position(|byte| byte < b' ' || byte == b'"' || byte == b'\\');
            let Some(plain) = plain else {
                return Err(syntax(
                    char_span(self.text, start),
                    "this text has no closing quote",
                ));
            };
            text.push_str(&rest[..plain]);
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') if rest.len() > plain + 1 => text.push(self.escape()?),
                Some(b'\\') => self.at += 1,
                _ => {
                    let span = char_span(self.text, self.at);
                    return Err(syntax(
                        span,
                        "a tab or line break must be written as an escape",
                    ));
                }
            }
        }
    }

    /// Reads one escape, a surrogate pair counting as one; the backslash is next.
    fn escape(&mut self) -> Result<char, Stop> {
        let start = self.at;
        let letter = self.text.as_bytes().get(start + 1).copied();
        self.at += 2;
        let simple = match letter {
            Some(c @ (b'"' | b'\\' | b'/')) => char::from(c),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(start),
            _ => {
                let end = char_span(self.text, start + 1).end;
                return Err(syntax(Span { start, end }, "JSON has no such escape"));
            }
        };
        Ok(simple)
    }

    fn unicode_escape(&mut self, start: usize) -> Result<char, Stop> {
        let high = self.hex_digits(start)?;
        let mut code = u32::from(high);
        if (0xD800..0xDC00).contains(&high) && self.followed_by("\\u") {
            let second = self.at;
            self.at += 2;
            let low = self.hex_digits(second)?;
            if (0xDC00..0xE000).contains(&low) {
                code = 0x1_0000 + ((code - 0xD800) << 10) + (u32::from(low) - 0xDC00);
            }
        }
        // A surrogate alone is no character: the conversion refuses it.
        char::from_u32(code).ok_or_else(|| {
            let span = Span {
                start,
                end: start + 6,
            };
            syntax(span, "half of a surrogate pair stands alone")
        })
    }

    /// Reads the four digits of the escape that began at `start`.
    fn hex_digits(&mut self, start: usize) -> Result<u16, Stop> {
        // None where the file ends, or a longer character stands.
        let digits = self.text.get(self.at..self.at + 4).unwrap_or("");
        let is_hex = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        match u16::from_str_radix(digits, 16) {
            Ok(unit) if is_hex => {
                self.at += 4;
                Ok(unit)
            }
            _ => {
                let span = Span {
                    start,
                    end: start + 2,
                };
                Err(syntax(span, "four hexadecimal digits must follow \"\\u\""))
            }
        }
    }

    fn followed_by(&self, prefix: &str) -> bool {
        self.text
            .get(self.at..)
            .is_some_and(|rest| rest.starts_with(prefix))
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn since(&self, start: usize) -> Span {
        Span {
            start,
            end: self.at,
        }
    }

    fn unexpected(&self, expected: &str) -> Stop {
        let span = char_span(self.text, self.at);
        let found = &self.text[span.start..span.end];
        let message = match found {
            "" => "the file ends too early".to_owned(),
            "\n" | "\r" => "the line ends too early".to_owned(),
            found => format!("unexpected character \"{found}\""),
        };
        syntax_expecting(span, message, expected)
    }
}
