//! A DOCX file (Office Open XML) with tracked changes.
//!
//! What came and what went are `w:ins` and `w:del`, so that whoever opens the file in a word
//! processor can accept or reject each. The order of elements is that of the schema (ECMA-376,
//! part 1), which Word insists on.

use super::docx_paragraphs::{Laid, Paragraph, Style, laid};
use super::docx_parts::{self as parts, NAMESPACES};
use super::printable::{escaped, one_line};
use super::zip;
use crate::document::{Direction, Document, change_of};
use crate::run::{Change, Role, Run};

/// A document as a DOCX file, the same bytes for the same document.
pub fn docx(document: &Document) -> Vec<u8> {
    let banner = one_line(&document.banner);
    let mut body = Body::new(document);
    body.text("Title", &document.title);
    body.text("Subtitle", &document.subtitle);
    for (name, value) in &document.facts {
        body.text("Facts", &format!("{name}: {value}"));
    }
    laid(&document.blocks)
        .iter()
        .for_each(|laid| body.laid(laid));
    let xml = format!(
        "<w:document {NAMESPACES}><w:body>{}{}</w:body></w:document>",
        body.xml,
        parts::section(document)
    );
    let mut header = Body::new(document);
    header.text("Facts", &format!("{banner}. {}", document.subtitle));
    let mut footer = Body::new(document);
    footer.page_number();
    zip::archive(&[
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", parts::package_relations()),
        ("docProps/core.xml", parts::core_properties(document)),
        ("word/_rels/document.xml.rels", parts::document_relations()),
        ("word/document.xml", parts::part(&xml)),
        ("word/styles.xml", parts::styles(document)),
        ("word/settings.xml", parts::settings()),
        (
            "word/header1.xml",
            parts::part(&format!("<w:hdr {NAMESPACES}>{}</w:hdr>", header.xml)),
        ),
        (
            "word/footer1.xml",
            parts::part(&format!("<w:ftr {NAMESPACES}>{}</w:ftr>", footer.xml)),
        ),
    ])
}

/// Width of the text on a page, in twentieths of a point.
const WIDTH: usize = 9_298;

/// Widths of columns: by their longest cells, within limits.
fn widths(head: &[String], rows: &[Vec<String>]) -> Vec<usize> {
    const CHARS_MIN: usize = 8;
    const CHARS_MAX: usize = 26;
    let longest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        let chars = cells
            .chain(&head[column..=column])
            .map(|cell| cell.chars().count() + 2);
        chars.max().unwrap_or(0).clamp(CHARS_MIN, CHARS_MAX)
    };
    let longest: Vec<usize> = (0..head.len()).map(longest).collect();
    let all: usize = longest.iter().sum();
    longest
        .iter()
        .map(|chars| WIDTH * chars / all.max(1))
        .collect()
}

/// Letters of Hebrew, Arabic and their neighbours.
fn from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// A sign that parts two texts of a run.
fn between(element: &str, sign: &str) -> String {
    format!("</w:{element}>{sign}<w:{element} xml:space=\"preserve\">")
}

/// Paragraphs, one after the other.
struct Body<'d> {
    document: &'d Document,
    /// How the paragraphs that are written run.
    direction: Direction,
    xml: String,
    /// Changes so far; each has a number of its own.
    changes: usize,
}

impl<'d> Body<'d> {
    fn new(document: &'d Document) -> Self {
        Self {
            document,
            direction: document.direction,
            xml: String::new(),
            changes: 0,
        }
    }

    fn laid(&mut self, laid: &Laid<'_>) {
        match laid {
            Laid::Paragraph(paragraph) => {
                // The sign of a clause that came or went as a whole comes or goes with it.
                let change = change_of(&paragraph.runs);
                let sign = paragraph.marker.map_or_else(String::new, |marker| {
                    self.changed("Marker", &format!("{}  ", marker.as_str()), change)
                });
                let style = match paragraph.style {
                    Style::Heading => "Heading1",
                    Style::Words => "Normal",
                };
                self.paragraph(style, &sign, paragraph);
            }
            Laid::Note(note) => self.text("Note", note),
            Laid::Table { head, rows } => self.table(head, rows),
        }
    }

    /// A paragraph of one line that is no part of the text. Without a letter that runs from right to
    /// left it runs from left to right.
    fn text(&mut self, style: &str, text: &str) {
        let direction = self.direction;
        if !text.chars().any(from_right) {
            self.direction = Direction::Ltr;
        }
        self.plain(style, Run::words(one_line(text)));
        self.direction = direction;
    }

    /// A paragraph that was not changed.
    fn plain(&mut self, style: &str, run: Run) {
        let paragraph = Paragraph {
            style: Style::Words,
            marker: None,
            runs: vec![run],
            end: Change::Kept,
        };
        self.paragraph(style, "", &paragraph);
    }

    /// A paragraph and what became of its end.
    fn paragraph(&mut self, style: &str, before: &str, paragraph: &Paragraph) {
        let mark = match paragraph.end {
            Change::Kept => String::new(),
            Change::Inserted => format!("<w:rPr><w:ins {}/></w:rPr>", self.attributes()),
            Change::Deleted => format!("<w:rPr><w:del {}/></w:rPr>", self.attributes()),
        };
        let bidi = self.if_rtl("<w:bidi/>");
        let runs = paragraph.runs.iter();
        let runs: String = runs.map(|run| self.words(run)).collect();
        self.xml.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{bidi}{mark}</w:pPr>{before}{runs}</w:p>"
        ));
    }

    fn words(&mut self, run: &Run) -> String {
        let style = match run.role {
            Role::Words => "",
            Role::Bracket => "Bracket",
            Role::Owner => "Owner",
        };
        self.changed(style, &run.text, run.change)
    }

    /// Text in a style, and what became of it.
    fn changed(&mut self, style: &str, text: &str, change: Change) -> String {
        let text = self.run(style, text, change);
        let element = match change {
            Change::Kept => return text,
            Change::Inserted => "ins",
            Change::Deleted => "del",
        };
        format!("<w:{element} {}>{text}</w:{element}>", self.attributes())
    }

    /// Text in a style, its line ends as breaks, its tabs as tabs.
    fn run(&self, style: &str, text: &str, change: Change) -> String {
        let style = match style {
            "" => String::new(),
            style => format!("<w:rStyle w:val=\"{style}\"/>"),
        };
        let rtl = self.if_rtl("<w:rtl/>");
        let looks = match (style.as_str(), rtl) {
            ("", "") => String::new(),
            _ => format!("<w:rPr>{style}{rtl}</w:rPr>"),
        };
        let element = match change {
            Change::Deleted => "delText",
            Change::Kept | Change::Inserted => "t",
        };
        let text = escaped(text)
            .replace('\t', &between(element, "<w:tab/>"))
            .replace('\n', &between(element, "<w:br/>"));
        format!("<w:r>{looks}<w:{element} xml:space=\"preserve\">{text}</w:{element}></w:r>")
    }

    /// Whose a change is, from when, and its number.
    fn attributes(&mut self) -> String {
        self.changes += 1;
        let author = escaped(&one_line(&self.document.author));
        let date = parts::moment(self.document);
        let date = date.map_or_else(String::new, |date| format!(" w:date=\"{date}\""));
        format!("w:id=\"{}\" w:author=\"{author}\"{date}", self.changes)
    }

    fn if_rtl(&self, element: &'static str) -> &'static str {
        match self.direction {
            Direction::Ltr => "",
            Direction::Rtl => element,
        }
    }

    fn table(&mut self, head: &[String], rows: &[Vec<String>]) {
        let border = |side: &str| {
            format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BBBBBB\"/>")
        };
        let borders: String = ["top", "bottom", "insideH"]
            .into_iter()
            .map(border)
            .collect();
        let bidi = self.if_rtl("<w:bidiVisual/>");
        let widths = widths(head, rows);
        let column = |width: &usize| format!("<w:gridCol w:w=\"{width}\"/>");
        let grid: String = widths.iter().map(column).collect();
        self.xml.push_str(&format!(
            "<w:tbl><w:tblPr>{bidi}<w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/>\
             <w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr>\
             <w:tblGrid>{grid}</w:tblGrid>"
        ));
        let header = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
        self.row(head, &widths, header, Role::Bracket);
        for row in rows {
            self.row(row, &widths, "<w:trPr><w:cantSplit/></w:trPr>", Role::Words);
        }
        self.xml.push_str("</w:tbl>");
        // A table has to be followed by a paragraph.
        self.text("Normal", "");
    }

    fn row(&mut self, cells: &[String], widths: &[usize], properties: &str, role: Role) {
        self.xml.push_str(&format!("<w:tr>{properties}"));
        for (cell, width) in cells.iter().zip(widths) {
            self.xml.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
            ));
            self.plain("Cell", Run::kept(role, one_line(cell)));
            self.xml.push_str("</w:tc>");
        }
        self.xml.push_str("</w:tr>");
    }

    /// The number of the page and of all pages.
    fn page_number(&mut self) {
        let field = |name: &str| {
            format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
        };
        let slash = "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>";
        self.xml.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Facts\"/><w:jc w:val=\"center\"/></w:pPr>{}{slash}{}</w:p>",
            field("PAGE"),
            field("NUMPAGES")
        ));
    }
}
