//! Going through the text of an XML file: names, attributes, what is passed over.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::limits::TEXT_BYTES_MAX;
use crate::document::{Entry, Node, Value};
use crate::file::context::shown;

/// A place in a text, and what was not well-formed before it.
#[derive(Debug)]
pub(super) struct Scan<'t> {
    text: &'t str,
    at: usize,
    /// The first piece that is not well-formed, and what is wrong with it.
    first: Option<(Span, &'static str)>,
    /// How many pieces are not.
    count: usize,
}

/// The attributes of an element.
#[derive(Debug)]
pub(super) struct Attributes {
    pub(super) entries: Vec<Entry>,
    /// Whether the element ends with them.
    pub(super) ends: bool,
}

impl<'t> Scan<'t> {
    /// Begins after declarations, comments, document types, blanks and byte order marks, in any order.
    pub(super) fn after_prolog(text: &'t str) -> Self {
        let mut scan = Self {
            text,
            at: 0,
            first: None,
            count: 0,
        };
        let mut passed = false;
        loop {
            scan.blanks();
            let here = scan.here();
            let is_late = passed && scan.left().starts_with("<?xml ");
            if !scan.pass_over() {
                return scan;
            }
            if is_late {
                scan.note(here, "an XML declaration after something else");
            }
            passed = true;
        }
    }

    /// The byte that comes next.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The character that comes next.
    pub(super) fn here(&self) -> Span {
        let width = self.left().chars().next().map_or(0, char::len_utf8);
        Span {
            start: self.at,
            end: self.at + width,
        }
    }

    /// The remark that something was not well-formed, where something was.
    pub(super) fn remark(&self) -> Option<Diagnostic> {
        let (span, what) = self.first?;
        let more = match self.count {
            1 => String::new(),
            count => format!(" (the first of {count} places)"),
        };
        let message =
            format!("not well-formed XML, {what}{more}; read as GENIUS's own parser does");
        Some(Diagnostic::new(Code::ReadLeniently, span, "", message))
    }

    /// Steps over a piece, when it comes next.
    pub(super) fn take(&mut self, piece: &str) -> bool {
        let comes = self.left().starts_with(piece);
        if comes {
            self.at += piece.len();
        }
        comes
    }

    /// Goes to the next tag of an element; `false` where the text ends before.
    pub(super) fn find_tag(&mut self) -> bool {
        loop {
            let Some(ahead) = self.left().find('<') else {
                self.at = self.text.len();
                return false;
            };
            self.at += ahead;
            if !self.pass_over() {
                return self.at < self.text.len();
            }
        }
    }

    /// Looks at what follows the outermost element.
    pub(super) fn rest(&mut self) {
        loop {
            self.blanks();
            if self.at == self.text.len() {
                return;
            }
            if !self.pass_over() {
                return self.note(self.here(), "something follows the outermost element");
            }
        }
    }

    /// The characters that make a name.
    pub(super) fn name(&mut self) -> &'t str {
        let left = self.left();
        let ends = |c: char| c.is_whitespace() || "<>/=\"'".contains(c);
        let name = &left[..left.find(ends).unwrap_or(left.len())];
        self.at += name.len();
        name
    }

    /// The end of a tag that closes an element.
    pub(super) fn close(&mut self, tag: Span) -> Result<(), Box<Diagnostic>> {
        self.blanks();
        if self.take(">") {
            return Ok(());
        }
        let found = Diagnostic::new(Code::Syntax, tag, "", "this tag does not end");
        Err(found.expected("`>`").into())
    }

    /// All attributes of an element, to the end of its tag. Of one that stands twice the last counts.
    pub(super) fn attributes(
        &mut self,
        element: &str,
        tag: Span,
    ) -> Result<Attributes, Box<Diagnostic>> {
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            let blank = self.blanks();
            if self.take("/>") {
                return Ok(Attributes {
                    entries,
                    ends: true,
                });
            }
            if self.take(">") {
                return Ok(Attributes {
                    entries,
                    ends: false,
                });
            }
            if self.at == self.text.len() {
                let message = format!("the tag of `{}` does not end", shown(element));
                let found = Diagnostic::new(Code::Syntax, tag, "", message);
                return Err(found.expected("`>` or `/>`").into());
            }
            if !blank {
                self.note(self.here(), "attributes without a blank between them");
            }
            let entry = self.attribute()?;
            match entries.iter_mut().find(|known| known.key == entry.key) {
                Some(known) => {
                    self.note(
                        entry.key_span,
                        "an attribute stands twice, and the last counts",
                    );
                    *known = entry;
                }
                None => entries.push(entry),
            }
        }
    }

    fn attribute(&mut self) -> Result<Entry, Box<Diagnostic>> {
        let start = self.at;
        let key = self.name();
        let key_span = Span {
            start,
            end: self.at,
        };
        self.blanks();
        if key.is_empty() || !self.take("=") {
            let span = if key.is_empty() {
                self.here()
            } else {
                key_span
            };
            let found = Diagnostic::new(Code::Syntax, span, "", "this is no attribute");
            return Err(found.expected("a name, `=` and a value in quotes").into());
        }
        self.blanks();
        let (span, value) = self.value(key_span)?;
        if value.len() > TEXT_BYTES_MAX {
            let message = format!("more than {TEXT_BYTES_MAX} bytes in a text");
            return Err(Diagnostic::new(Code::FileLimit, span, "", message).into());
        }
        Ok(Entry {
            key: key.to_owned(),
            key_span,
            node: Node {
                span,
                value: Value::Text(value),
            },
        })
    }

    /// The value of an attribute, in quotes or to the next blank.
    fn value(&mut self, key: Span) -> Result<(Span, String), Box<Diagnostic>> {
        let quote = ['"', '\'']
            .into_iter()
            .find(|q| self.left().starts_with(*q));
        self.at += quote.map_or(0, char::len_utf8);
        let left = self.left();
        let end = match quote {
            Some(quote) => left.find(quote),
            None => left.find(|c: char| c.is_whitespace() || c == '>' || c == '/'),
        };
        let Some(end) = end else {
            let message = "the value of this attribute does not end";
            let found = Diagnostic::new(Code::Syntax, key, "", message);
            return Err(found.expected("the quote with which it begins").into());
        };
        let span = Span {
            start: self.at,
            end: self.at + end,
        };
        if quote.is_none() {
            self.note(span, "a value without quotes");
        }
        let value = self.resolved(span);
        self.at = span.end + quote.map_or(0, char::len_utf8);
        Ok((span, value))
    }

    /// The text of a value: entities of XML resolved, others and bare signs as they are written.
    fn resolved(&mut self, span: Span) -> String {
        let mut left = &self.text[span.start..span.end];
        let mut value = String::new();
        while let Some(c) = left.chars().next() {
            let place = Span {
                start: span.end - left.len(),
                end: span.end - left.len() + c.len_utf8(),
            };
            left = &left[c.len_utf8()..];
            match c {
                '&' => {
                    if let Some((meant, length)) = entity(left) {
                        value.push(meant);
                        left = &left[length..];
                    } else {
                        self.note(place, "a bare `&`, or an entity that is not XML's");
                        value.push('&');
                    }
                }
                '<' => {
                    self.note(place, "a bare `<` in a value");
                    value.push('<');
                }
                '\r' if left.starts_with('\n') => {}
                '\t' | '\n' | '\r' => value.push(' '),
                other => value.push(other),
            }
        }
        value
    }

    /// Steps over a comment, an instruction, character data or a document type, when one comes next.
    /// One that does not end takes all that is left.
    fn pass_over(&mut self) -> bool {
        let left = self.left();
        let ends = [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")];
        let length = match ends
            .into_iter()
            .find(|(begins, _)| left.starts_with(*begins))
        {
            Some((begins, end)) => {
                let found = left[begins.len()..].find(end);
                found.map_or(left.len(), |at| begins.len() + at + end.len())
            }
            None if left.starts_with("<!") => declaration(left),
            None => return false,
        };
        self.at += length;
        true
    }

    /// Steps over blanks and byte order marks; whether there were any.
    fn blanks(&mut self) -> bool {
        let left = self.left();
        let rest = left.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
        self.at = self.text.len() - rest.len();
        rest.len() < left.len()
    }

    fn left(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn note(&mut self, span: Span, what: &'static str) {
        self.first.get_or_insert((span, what));
        self.count += 1;
    }
}

/// The length of a declaration that begins with `<!`: to the `>` that no other `<` inside waits for.
fn declaration(text: &str) -> usize {
    let mut open = 0_usize;
    let mut at = 0;
    while let Some(ahead) = text[at..].find(['<', '>']) {
        at += ahead;
        if text[at..].starts_with("<!--") && at > 0 {
            let end = text[at..].find("-->");
            at = end.map_or(text.len(), |end| at + end + 3);
            continue;
        }
        open = if text[at..].starts_with('<') {
            open + 1
        } else {
            open.saturating_sub(1)
        };
        at += 1;
        if open == 0 {
            return at;
        }
    }
    text.len()
}

/// What the entity after a `&` stands for, and its length; `None` for what XML does not know.
fn entity(text: &str) -> Option<(char, usize)> {
    const LENGTH_MAX: usize = 12;
    let end = text.bytes().take(LENGTH_MAX).position(|b| b == b';')?;
    let name = text.get(..end)?;
    let meant = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => digits.parse(),
            };
            char::from_u32(code.ok()?).filter(|c| !c.is_control() || c.is_whitespace())?
        }
    };
    Some((meant, end + 1))
}
