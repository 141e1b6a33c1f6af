//! What kind of file bytes are, where they are of another kind than what is read here.

/// How far into a file its kind is looked for.
const HEAD_BYTES: usize = 4_096;
/// Lines of which a table has to have two, and that are looked at.
const TABLE_LINES: usize = 6;

/// The kind of a file that people have beside their cases and that is no text which can be read here, by
/// its first bytes: `a DOCX file, a document of a word processor`. An archive is looked through for what
/// it holds.
pub fn file_kind(bytes: &[u8]) -> Option<&'static str> {
    let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    let starts: [(&[u8], &str); 13] = [
        (b"%PDF-", "a PDF file"),
        (b"\x89PNG\r\n\x1A\n", "a PNG file, a picture"),
        (b"\xFF\xD8\xFF", "a JPEG file, a picture"),
        (b"GIF8", "a GIF file, a picture"),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            "a DOC, XLS or MSG file, of an older office program",
        ),
        (b"{\\rtf", "an RTF file, a document of a word processor"),
        (b"\x1F\x8B", "a GZIP file, an archive"),
        (b"7z\xBC\xAF\x27\x1C", "a 7z file, an archive"),
        (b"Rar!\x1A\x07", "a RAR file, an archive"),
        (b"SQLite format 3\0", "an SQLite file, a database"),
        (b"PAR1", "a Parquet file, a table"),
        (b"winset-certificate/", "a certificate"),
        (b"{\"journal\":\"winset-journal/", "a journal"),
    ];
    if let Some((_, kind)) = starts.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(kind);
    }
    if !bytes.starts_with(b"PK\x03\x04") && !bytes.starts_with(b"PK\x05\x06") {
        return None;
    }
    let parts: [(&[u8], &str); 6] = [
        (
            b"word/document.xml",
            "a DOCX file, a document of a word processor",
        ),
        (b"xl/workbook", "an XLSX file, a workbook"),
        (b"ppt/presentation", "a PPTX file, slides"),
        (
            b"application/vnd.oasis.opendocument.text",
            "an ODT file, a document of a word processor",
        ),
        (
            b"application/vnd.oasis.opendocument.spreadsheet",
            "an ODS file, a workbook",
        ),
        (
            b"application/vnd.oasis.opendocument",
            "a file of an office program",
        ),
    ];
    let part = parts.iter().find(|(part, _)| holds(part));
    Some(part.map_or("a ZIP file, an archive", |(_, kind)| *kind))
}

/// The kind of a text that is neither YAML, JSON nor TOML: markup, or a table.
pub(super) fn text_kind(text: &str) -> Option<&'static str> {
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let head = &text[..text.floor_char_boundary(HEAD_BYTES)];
    if text.starts_with('<') && !text.starts_with("<<") {
        let lower = head.to_ascii_lowercase();
        return Some(if lower.contains("<html") {
            "an HTML file, a page"
        } else if head.contains("<negotiation_template") {
            "a GENIUS domain, which is read with its profiles: name the folder that holds them"
        } else if head.contains("<utility_space") {
            "a GENIUS profile, which is read with its domain: name the folder that holds them"
        } else {
            "an XML file"
        });
    }
    if head.starts_with("BEGIN:VCALENDAR") {
        return Some("an ICS file, a calendar");
    }
    is_table(head).then_some("a CSV file, a table")
}

/// Whether the first lines of a text have the same number of commas, semicolons or tabs each, one or
/// more.
fn is_table(text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let lines: Vec<&str> = lines.take(TABLE_LINES).collect();
    // The last line that is looked at may be cut.
    let lines = &lines[..lines.len().min(TABLE_LINES - 1)];
    let cells = |line: &str, sign: char| {
        let outside = line.split('"').step_by(2);
        outside
            .map(|part| part.matches(sign).count())
            .sum::<usize>()
    };
    let begins = |line: &&str| line.starts_with(|c: char| c.is_alphanumeric() || c == '"');
    let maps =
        |line: &&str| line.contains(": ") || line.contains(" = ") || line.trim_end().ends_with(':');
    lines.len() > 1
        && lines.iter().all(begins)
        && !lines.iter().any(maps)
        && [',', ';', '\t'].into_iter().any(|sign| {
            let first = cells(lines[0], sign);
            first > 0 && lines.iter().all(|line| cells(line, sign) == first)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_kinds_are_known() {
        for (bytes, expected) in [
            (&b"PK\x03\x04....word/document.xml"[..], "a DOCX file"),
            (b"PK\x03\x04....xl/workbook.xml", "an XLSX file"),
            (
                b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
                "an ODS file",
            ),
            (
                b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text",
                "an ODT file",
            ),
            (b"PK\x05\x06", "a ZIP file"),
            (b"%PDF-1.7\n%\xE2\xE3", "a PDF file"),
            (b"\x89PNG\r\n\x1A\nIHDR", "a PNG file"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0", "a DOC, XLS"),
            (b"{\\rtf1\\ansi", "an RTF file"),
            (b"{\"journal\":\"winset-journal/1\",\"n\":1", "a journal"),
        ] {
            let kind = file_kind(bytes).unwrap_or_default();
            assert!(kind.starts_with(expected), "{expected}: {kind}");
        }
        for bytes in [
            &b"format: winset-case/1"[..],
            b"{\"format\": 1}",
            b"",
            b"PK",
            b"\xFF\xFE",
        ] {
            assert_eq!(file_kind(bytes), None);
        }
    }

    #[test]
    fn texts_of_other_kinds_are_known() {
        for (text, expected) in [
            ("<?xml version=\"1.0\"?>\n<a/>", "an XML file"),
            ("\u{FEFF}\n <!DOCTYPE html><html>", "an HTML file"),
            ("<!-- x --><negotiation_template>", "a GENIUS domain"),
            ("<utility_space>", "a GENIUS profile"),
            ("point,title\np,\"a, b\"\n", "a CSV file"),
            ("a;b;c\r\n1,5;2;3\r\n", "a CSV file"),
            ("a\tb\n1\t2\n", "a CSV file"),
            ("BEGIN:VCALENDAR\r\nVERSION:2.0", "an ICS file"),
        ] {
            let kind = text_kind(text).unwrap_or_default();
            assert!(kind.starts_with(expected), "{expected}: {kind}");
        }
        for text in [
            "format: winset-case/1\nid: a, b",
            "{a: 1, b: 2}\n{a: 1, b: 2}",
            "a: [1, 2]\nb: [1, 2]",
            "a = [1, 2]\nb = [1, 2]",
            "<<: *a",
            "Dear all,\nwe meet again.",
            "a, b",
            "",
        ] {
            assert_eq!(text_kind(text), None, "{text}");
        }
    }
}
