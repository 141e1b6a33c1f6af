//! What reads pages, tables and documents for bare codes.

use super::case::CODE;

/// The bare codes of a text: all that do not stand in parentheses, each with what is around it.
pub fn bare_in_text(text: &str) -> Vec<String> {
    let mut bare = Vec::new();
    for (at, _) in text.match_indices(CODE) {
        let rest = &text[at + CODE.len()..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let begins = !text[..at].ends_with(|c: char| c.is_alphanumeric());
        let within = text[..at].ends_with('(') && rest[digits..].starts_with(')');
        if digits > 0 && begins && !within {
            bare.push(around(text, at));
        }
    }
    bare
}

/// What stands around a place.
fn around(text: &str, at: usize) -> String {
    let before: Vec<char> = text[..at].chars().rev().take(60).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[at..].chars().take(40).collect();
    format!("{before}{after}").replace('\n', "⏎")
}

/// The bare codes of a page or picture: those of its text, and of the attributes that are read out.
pub fn bare_in_html(html: &str) -> Vec<String> {
    let mut text = String::new();
    let mut rest = html;
    // The tag inside which codes are in their place, and how deep it is in tags of its name.
    let mut inside: Option<(String, usize)> = None;
    while let Some(open) = rest.find('<') {
        if inside.is_none() {
            text.push_str(&rest[..open]);
        }
        let Some(close) = rest[open..].find('>') else {
            break;
        };
        let tag = &rest[open + 1..open + close];
        rest = &rest[open + close + 1..];
        let name = tag.trim_start_matches('/');
        let name = name.split([' ', '\n', '/']).next().unwrap_or_default();
        match &mut inside {
            Some((within, depth)) if within == name => {
                *depth = if tag.starts_with('/') {
                    *depth - 1
                } else {
                    *depth + 1
                };
                if *depth == 0 {
                    inside = None;
                }
            }
            Some(_) => {}
            None if tag.starts_with('/') => text.push(' '),
            None => {
                let kept = matches!(name, "code" | "pre" | "kbd" | "samp" | "style" | "textarea");
                let classes = attribute(tag, "class").unwrap_or_default();
                if kept || classes.split(' ').any(|class| class == "code") {
                    inside = Some((name.to_owned(), 1));
                }
                for read in [
                    "title",
                    "aria-label",
                    "alt",
                    "label",
                    "placeholder",
                    "data-head",
                ] {
                    if let Some(words) = attribute(tag, read) {
                        text.push_str(&format!(" {words} "));
                    }
                }
                text.push(' ');
            }
        }
    }
    text.push_str(rest);
    bare_in_text(&text)
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split('"').next()
}

/// The bare codes of a table of values (RFC 4180): those outside the columns of codes.
pub fn bare_in_csv(csv: &str) -> Vec<String> {
    let records = records(csv);
    let Some((heads, rows)) = records.split_first() else {
        return Vec::new();
    };
    let of_codes = |head: &String| {
        let ends = ["code", "codes"].iter().any(|end| head.ends_with(end));
        // Which file a table was made of, and for whom, is for machines.
        ends || head == "audience"
    };
    let head_code = |head: &&String| !of_codes(head);
    let mut bare: Vec<String> = heads
        .iter()
        .filter(head_code)
        .flat_map(|head| bare_in_text(head))
        .collect();
    for row in rows {
        let cells = row.iter().zip(heads);
        let cells = cells.filter(|(_, head)| !of_codes(head));
        bare.extend(cells.flat_map(|(cell, head)| {
            let found = bare_in_text(cell).into_iter();
            found.map(move |what| format!("{head}: {what}"))
        }));
    }
    bare
}

fn records(csv: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    for letter in csv.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            '\r' if !quoted => {}
            letter => cell.push(letter),
        }
    }
    records
}

/// The bare codes of a calendar; what it was made of is for machines.
pub fn bare_in_ics(ics: &str) -> Vec<String> {
    let lines = ics.replace("\r\n ", "");
    let read = lines.lines().filter(|line| !line.starts_with("X-WINSET-"));
    bare_in_text(&read.collect::<Vec<_>>().join("\n"))
}

/// The bare codes of a word processor's file (DOCX): of all its parts, with who is said to have made
/// changes and remarks.
///
/// # Panics
///
/// If a part is compressed, or what was read is no such file.
pub fn bare_in_docx(bytes: &[u8]) -> Vec<String> {
    let mut bare = Vec::new();
    for (name, xml) in stored(bytes) {
        let found = bare_in_text(&text_of_part(&xml)).into_iter();
        bare.extend(found.map(|what| format!("{name}: {what}")));
    }
    bare
}

/// The files of an archive without compression, by their names.
fn stored(archive: &[u8]) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut rest = archive;
    while let Some(entry) = rest.strip_prefix(b"PK\x03\x04") {
        let number = |at: usize| usize::from(u16::from_le_bytes([entry[at], entry[at + 1]]));
        assert_eq!(number(4), 0, "a part is compressed");
        let (size, name, extra) = (number(14) + (number(16) << 16), number(22), number(24));
        let begin = 26 + name + extra;
        let text = |from: usize, to: usize| String::from_utf8_lossy(&entry[from..to]).into_owned();
        files.push((text(26, 26 + name), text(begin, begin + size)));
        rest = &entry[begin + size..];
    }
    assert!(rest.starts_with(b"PK\x01\x02"), "no archive of files");
    files
}

/// What is read of a part: its words, where runs of one paragraph join, and who made changes.
fn text_of_part(xml: &str) -> String {
    let mut text = String::new();
    let mut rest = xml;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('>') else {
            break;
        };
        let tag = &rest[open + 1..open + close];
        rest = &rest[open + close + 1..];
        for read in [
            "w:author",
            "w:initials",
            "w:val",
            "w:name",
            "title",
            "descr",
        ] {
            if let Some(words) = attribute(tag, read) {
                text.push_str(&format!("\n{words}\n"));
            }
        }
        let joins = [
            "w:r>",
            "w:r ",
            "w:t>",
            "w:t ",
            "w:ins",
            "w:del",
            "w:delText",
        ];
        let name = tag.trim_start_matches('/');
        let name = format!("{name}>");
        if !joins.iter().any(|begin| name.starts_with(begin)) {
            text.push('\n');
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: &[String], expected: usize) {
        assert_eq!(found.len(), expected, "{found:?}");
    }

    #[test]
    fn codes_are_bare_unless_they_stand_behind_a_label() {
        check(&bare_in_text("Freeze (qz007), or qz008; xqz9, qz"), 1);
        check(&bare_in_text("(see qz007)"), 1);
    }

    #[test]
    fn pages_have_a_place_for_codes() {
        let page = "<p>A <small class=\"n code\">qz1 <b>qz2</b></small> <pre>qz3</pre> qz4</p>\
                    <a href=\"/qz5\" title=\"qz6\">B (qz7)</a><option value=\"qz8\">qz9</option>";
        check(&bare_in_html(page), 3);
    }

    #[test]
    fn tables_have_columns_for_codes() {
        let table = "point,point code,qz1 offer\r\n\"A, qz2\",qz3,B (qz4)\r\n";
        check(&bare_in_csv(table), 2);
    }

    #[test]
    fn calendars_are_read_without_what_machines_need() {
        let calendar = "X-WINSET-CASE:qz2\r\nSUMMARY:Freeze (qz\r\n 3) or q\r\n z4\r\n";
        check(&bare_in_ics(calendar), 1);
    }

    #[test]
    fn documents_are_read_part_by_part() {
        let file = |name: &str, text: &str| {
            let mut entry = b"PK\x03\x04".to_vec();
            entry.extend([0; 14]);
            for size in [text.len(), text.len()] {
                entry.extend(u32::try_from(size).unwrap().to_le_bytes());
            }
            entry.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
            entry.extend([0; 2]);
            [entry.as_slice(), name.as_bytes(), text.as_bytes()].concat()
        };
        let body = "<w:p><w:r><w:t>Freeze (</w:t></w:r><w:r><w:t>qz1</w:t></w:r><w:r><w:t>) or \
                    qz2</w:t></w:r></w:p><w:ins w:author=\"qz3\"/>";
        let archive = [
            file("word/document.xml", body),
            file("docProps/core.xml", "<dc:title>qz4</dc:title>"),
            b"PK\x01\x02".to_vec(),
        ]
        .concat();
        let found = bare_in_docx(&archive);
        check(&found, 3);
        assert!(found[2].starts_with("docProps/core.xml: "), "{found:?}");
    }
}
