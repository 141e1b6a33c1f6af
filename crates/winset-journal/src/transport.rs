//! What programs do to the bytes of a journal on its way, without touching an act.

use std::borrow::Cow;
use std::fmt;

const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Changes that carry no meaning: git, mail, an editor make them. The acts are those that were written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Transport {
    /// A byte order mark stands in front.
    pub byte_order_mark: bool,
    /// How many lines end in CR LF, where a journal has LF.
    pub cr_lf: usize,
    /// How many lines are empty.
    pub empty_lines: usize,
}

impl Transport {
    /// Whether nothing was changed.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// A sentence without its full stop: "2 lines end in CR LF, as git or an editor writes them".
impl fmt::Display for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            byte_order_mark,
            cr_lf,
            empty_lines,
        } = *self;
        let mut said = Vec::new();
        if byte_order_mark {
            said.push("a byte order mark stands in front".to_owned());
        }
        match cr_lf {
            0 => {}
            1 => said.push("1 line ends in CR LF".to_owned()),
            more => said.push(format!("{more} lines end in CR LF")),
        }
        match empty_lines {
            0 => {}
            1 => said.push("there is an empty line".to_owned()),
            more => said.push(format!("there are {more} empty lines")),
        }
        let [all @ .., last] = &said[..] else {
            return f.write_str("the bytes are as they were written");
        };
        if !all.is_empty() {
            write!(f, "{} and ", all.join(", "))?;
        }
        write!(f, "{last}, as git, mail or an editor leaves it")
    }
}

/// The bytes as they were written, and what was undone for it: a byte order mark in front, CR before
/// the end of a line, empty lines. Acts hold none of these: a line's text writes them as escapes.
///
/// Linear in the length.
pub(crate) fn undone(bytes: &[u8]) -> (Cow<'_, [u8]>, Transport) {
    let text = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let mut found = Transport {
        byte_order_mark: text.len() < bytes.len(),
        ..Transport::default()
    };
    for (content, _) in lines(text) {
        let plain = without_cr(content);
        found.empty_lines += usize::from(plain.is_empty());
        found.cr_lf += usize::from(!plain.is_empty() && plain.len() < content.len());
    }
    // As almost always; a journal is read often, and may be long.
    if found.is_none() {
        return (Cow::Borrowed(bytes), found);
    }
    let mut kept = Vec::with_capacity(text.len());
    for (content, end) in lines(text) {
        let plain = without_cr(content);
        if !plain.is_empty() {
            kept.extend_from_slice(plain);
            kept.extend_from_slice(end);
        }
    }
    (Cow::Owned(kept), found)
}

/// The lines, each with its end, which the last may lack.
fn lines(text: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let lines = text.split_inclusive(|byte| *byte == b'\n');
    lines.map(|line| line.split_at(line.strip_suffix(b"\n").unwrap_or(line).len()))
}

fn without_cr(content: &[u8]) -> &[u8] {
    content.strip_suffix(b"\r").unwrap_or(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_carries_no_meaning_is_undone() {
        let read = |bytes: &'static [u8]| undone(bytes);
        assert_eq!(
            read(b"{a}\n{b}\n"),
            (Cow::Borrowed(&b"{a}\n{b}\n"[..]), Transport::default())
        );
        assert_eq!(read(b"").1, Transport::default());
        // What a crash left of a line stays what it is.
        assert_eq!(read(b"{a}\n{b").1, Transport::default());
        let (bytes, found) = read(b"\xEF\xBB\xBF{a}\r\n\r\n\n{ b\r c }\r\n");
        assert_eq!(&bytes[..], b"{a}\n{ b\r c }\n");
        let all = Transport {
            byte_order_mark: true,
            cr_lf: 2,
            empty_lines: 2,
        };
        assert_eq!(found, all);
        let (bytes, found) = read(b"{a}\r\n{b}\r");
        assert_eq!((&bytes[..], found.cr_lf), (&b"{a}\n{b}"[..], 2));
    }

    #[test]
    fn the_cause_is_named() {
        let said = |byte_order_mark, cr_lf, empty_lines| {
            Transport {
                byte_order_mark,
                cr_lf,
                empty_lines,
            }
            .to_string()
        };
        assert_eq!(
            said(false, 1, 0),
            "1 line ends in CR LF, as git, mail or an editor leaves it"
        );
        assert_eq!(
            said(true, 3, 1),
            "a byte order mark stands in front, 3 lines end in CR LF and there is an empty line, as \
             git, mail or an editor leaves it"
        );
    }
}
