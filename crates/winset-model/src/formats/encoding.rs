//! Encodings of XML files, which name their own: UTF-8, UTF-16, and Latin as Windows writes it.

use std::borrow::Cow;

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::limits::FILE_BYTES_MAX;
use crate::file::context::shown;

/// What the bytes from 0x80 to 0x9F mean in Windows-1252; 0 for none.
const WINDOWS_1252: [u16; 32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
];
/// Where a declaration of the encoding is looked for: so many bytes from the beginning.
const DECLARED_BYTES_MAX: usize = 1_024;

/// A file in UTF-8.
#[derive(Debug)]
pub(super) struct Decoded<'b> {
    pub(super) bytes: Cow<'b, [u8]>,
    /// That the file is not in the encoding that it names.
    pub(super) remark: Option<Diagnostic>,
}

impl<'b> Decoded<'b> {
    fn clean(bytes: impl Into<Cow<'b, [u8]>>) -> Self {
        Self {
            bytes: bytes.into(),
            remark: None,
        }
    }
}

/// The bytes of an XML file in UTF-8, in which its findings have their places. Bytes of other files,
/// and of those in an encoding that is not read, are as they are.
pub fn utf8_of<'b>(name: &str, bytes: &'b [u8]) -> Cow<'b, [u8]> {
    if !is_xml(name) {
        return Cow::Borrowed(bytes);
    }
    decoded(bytes).map_or(Cow::Borrowed(bytes), |decoded| decoded.bytes)
}

/// Whether a file is XML, by its name.
pub(super) fn is_xml(name: &str) -> bool {
    let ending = std::path::Path::new(name).extension();
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("xml"))
}

/// The file in UTF-8. A file that says nothing, or UTF-8, and is not, is read as Windows-1252.
///
/// # Errors
/// An encoding that is not read.
pub(super) fn decoded(bytes: &[u8]) -> Result<Decoded<'_>, Diagnostic> {
    // The limit on files is for who reads the text.
    if bytes.len() > FILE_BYTES_MAX {
        return Ok(Decoded::clean(bytes));
    }
    match bytes {
        [0xFF, 0xFE, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        [b'<', 0, ..] => return utf16(bytes, u16::from_le_bytes),
        [0, b'<', ..] => return utf16(bytes, u16::from_be_bytes),
        _ => {}
    }
    let (name, span) = declared(bytes).unwrap_or_default();
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    match name.to_ascii_lowercase().as_str() {
        "iso-8859-1" | "iso8859-1" | "iso_8859-1" | "latin1" | "latin-1" | "windows-1252"
        | "cp1252" => Ok(Decoded::clean(windows_1252(bytes))),
        // Text that was saved anew, under the declaration that it had.
        _ if is_utf8 => Ok(Decoded::clean(bytes)),
        "" | "utf-8" | "utf8" | "us-ascii" | "ascii" | "utf-16" => Ok(Decoded {
            bytes: Cow::Owned(windows_1252(bytes)),
            remark: Some(Diagnostic::new(
                Code::ReadLeniently,
                Span::default(),
                "",
                "the file is not UTF-8, and is read as Windows-1252",
            )),
        }),
        _ => {
            let message = format!("files in the encoding `{}` are not read", shown(&name));
            let found = Diagnostic::new(Code::Encoding, span, "", message);
            Err(found.expected("the file saved as UTF-8, with `encoding=\"utf-8\"`"))
        }
    }
}

/// The encoding that a declaration near the beginning names, and its place.
fn declared(bytes: &[u8]) -> Option<(String, Span)> {
    let head = &bytes[..bytes.len().min(DECLARED_BYTES_MAX)];
    let find = |from: usize, piece: &[u8]| {
        let windows = head.get(from..)?.windows(piece.len());
        Some(from + { windows }.position(|window| window == piece)?)
    };
    let start = find(0, b"<?xml")?;
    let end = find(start, b"?>")?;
    let from = find(start, b"encoding").filter(|from| *from < end)?;
    let quote = |b: &u8| *b == b'"' || *b == b'\'';
    let open = from + head[from..end].iter().position(quote)? + 1;
    let close = open + head[open..end].iter().position(quote)?;
    let name = String::from_utf8_lossy(&head[open..close]).into_owned();
    Some((
        name,
        Span {
            start: open,
            end: close,
        },
    ))
}

fn windows_1252(bytes: &[u8]) -> Vec<u8> {
    let meant = |byte: &u8| match byte {
        0x80..=0x9F => {
            let code = WINDOWS_1252[usize::from(byte - 0x80)];
            char::from_u32(code.into()).filter(|c| *c != '\0')
        }
        _ => Some(char::from(*byte)),
    };
    let text = bytes.iter().map(|b| meant(b).unwrap_or('\u{FFFD}'));
    text.collect::<String>().into_bytes()
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Decoded<'static>, Diagnostic> {
    let pairs = bytes.chunks_exact(2);
    let whole = pairs.remainder().is_empty();
    let units: Vec<u16> = pairs.map(|pair| unit([pair[0], pair[1]])).collect();
    match String::from_utf16(&units) {
        Ok(text) if whole => Ok(Decoded::clean(text.into_bytes())),
        _ => {
            let message = "the file begins as UTF-16 and is not";
            let found = Diagnostic::new(Code::Encoding, Span::default(), "", message);
            Err(found.expected("the file saved as UTF-8, with `encoding=\"utf-8\"`"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, remarked: bool) {
        let decoded = decoded(bytes).unwrap();
        assert_eq!(std::str::from_utf8(&decoded.bytes).unwrap(), text);
        assert_eq!(decoded.remark.is_some(), remarked, "{text}");
    }

    #[test]
    fn declared_encodings_are_read() {
        let latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a b=\"";
        let bytes = [latin.as_bytes(), b"caf\xE9 \x80\"/>"].concat();
        check(&bytes, &format!("{latin}café €\"/>"), false);
        let wide = "<?xml version='1.0' encoding='UTF-16'?><a b='é𝄞'/>";
        let little: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = wide.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&little, wide, false);
        check(&big, wide, false);
        check(&[&[0xFF, 0xFE], little.as_slice()].concat(), wide, false);
        check(&[&[0xFE, 0xFF], big.as_slice()].concat(), wide, false);
        // Saved anew as UTF-8, under its old declaration.
        check(wide.as_bytes(), wide, false);
    }

    #[test]
    fn latin_under_another_name_is_read_with_a_remark() {
        check(b"<a b='\xE9'/>", "<a b='é'/>", true);
        check(
            b"<!-- x --><?xml encoding='utf-8'?><a b='\x97'/>",
            "<!-- x --><?xml encoding='utf-8'?><a b='—'/>",
            true,
        );
    }

    #[test]
    fn other_encodings_are_refused_by_name() {
        let found = decoded(b"<?xml version='1.0' encoding='Shift_JIS'?><a b='\x83\x41'/>");
        let found = found.unwrap_err();
        assert!(found.message.contains("`Shift_JIS`"), "{found:?}");
        assert!(decoded(b"<\0a\0/").is_err());
    }
}
