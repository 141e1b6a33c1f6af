//! Workbooks as ODS, written as spreadsheet programs write them: several spaces as an element, rows and cells repeated.

use winset_gen::small::small;
use winset_model::document::Node;
use winset_sheet::{
    SheetCellValue, SheetFinding, SheetReading, Workbook, document_from, read_tables, workbook_of,
};

use crate::support::{self, basin, document, places, sheet, type_in};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    office:version="1.3"><office:body><office:spreadsheet>"#;
const FOOT: &str = "</office:spreadsheet></office:body></office:document-content>";
const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?><manifest:manifest
    xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry
    manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>"#;

fn zipped(content: &str) -> Vec<u8> {
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    support::zipped(&[
        ("mimetype", kind.as_bytes()),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", MANIFEST.as_bytes()),
    ])
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Paragraphs of a text; a second space in a row is an element.
fn paragraphs(text: &str) -> String {
    let line = |line: &str| {
        let text = escaped(line)
            .replace("  ", " <text:s/>")
            .replace('\t', "<text:tab/>");
        let text = text
            .strip_prefix(' ')
            .map_or(text.clone(), |rest| format!("<text:s/>{rest}"));
        format!("<text:p>{text}</text:p>")
    };
    text.split('\n').map(line).collect()
}

pub(crate) fn to_ods(workbook: &Workbook) -> Vec<u8> {
    let mut content = HEAD.to_owned();
    for sheet in &workbook.sheets {
        content.push_str(&format!(
            "<table:table table:name=\"{}\">",
            escaped(&sheet.name)
        ));
        content.push_str("<table:table-column table:number-columns-repeated=\"16384\"/>");
        for row in &sheet.rows {
            content.push_str("<table:table-row>");
            for cell in row {
                content.push_str(&match &cell.value {
                    SheetCellValue::Empty => "<table:table-cell/>".to_owned(),
                    SheetCellValue::Text(text) => format!(
                        "<table:table-cell office:value-type=\"string\" calcext:value-type=\"string\">{}</table:table-cell>",
                        paragraphs(text)
                    ),
                    SheetCellValue::Number(number) => format!(
                        "<table:table-cell office:value-type=\"float\" office:value=\"{number}\" \
                         calcext:value-type=\"float\"><text:p>{number}</text:p></table:table-cell>"
                    ),
                });
            }
            content.push_str(
                "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>",
            );
        }
        content.push_str(
            "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell \
            table:number-columns-repeated=\"16384\"/></table:table-row></table:table>",
        );
    }
    zipped(&(content + FOOT))
}

fn read(bytes: &[u8]) -> Result<SheetReading, Vec<SheetFinding>> {
    read_tables(bytes).and_then(|tables| document_from(&tables, None))
}

fn check(document: &Node, what: &str) {
    let reading = read(&to_ods(&workbook_of(document, None).unwrap()));
    let reading = reading.unwrap_or_else(|e| panic!("{what}: {:#?}", places(&e)));
    assert_eq!(
        reading.document.canonical_json(),
        document.canonical_json(),
        "{what}"
    );
    assert_eq!(
        (reading.remarks, reading.guesses),
        (vec![], vec![]),
        "{what}"
    );
}

#[test]
fn ods_comes_back() {
    check(&basin(), "the demonstration");
    for seed in 0..200 {
        check(&document(&small(seed).to_string()), &format!("seed {seed}"));
    }
}

#[test]
fn an_edit_in_ods_is_one_change() {
    let mut workbook = workbook_of(&basin(), None).unwrap();
    let on = [("point", "territory"), ("option", "t3")];
    type_in(sheet(&mut workbook, "Points"), &on, "label", "A  zone");
    let reading = read(&to_ods(&workbook)).unwrap();
    let expected = basin().canonical_json().replacen(
        "t2 plus demilitarised economic zone on both sides",
        "A  zone",
        1,
    );
    assert_eq!(reading.document.canonical_json(), expected);
}

#[test]
fn what_is_not_plain_in_ods_is_told() {
    let text = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let table = [
        "<table:table table:name=\"T\"><table:table-column/><table:table-column table:visibility=\"collapse\"/>".to_owned(),
        row(&[text("Point"), text("North"), text("South")].concat()),
        row(&[text("Berths"), text("North"), "<table:table-cell office:value-type=\"string\">\
            <office:annotation><text:p>ask</text:p></office:annotation><text:p>Joint</text:p></table:table-cell>".to_owned()].concat()),
        row(&[text("Fee"), "<table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" \
            office:value=\"2\"><text:p>2</text:p></table:table-cell>".to_owned(), text("5")].concat())
            .replace("<table:table-row>", "<table:table-row table:visibility=\"filter\">"),
        row(&[text("Day"), "<table:table-cell office:value-type=\"date\" office:date-value=\"2031-03-14\">\
            <text:p>14/03/31</text:p></table:table-cell>".to_owned(), text("later")].concat()),
        row(&[text("Place"), "<table:table-cell table:number-columns-spanned=\"2\" office:value-type=\"string\">\
            <text:p>Brenn</text:p></table:table-cell>".to_owned(),
            text("Kessin").replace("table:table-cell", "table:covered-table-cell")].concat()),
        "</table:table>".to_owned(),
    ];
    let reading = read(&zipped(&format!("{HEAD}{}{FOOT}", table.concat())));
    let reading = reading.unwrap_or_else(|e| panic!("{:#?}", places(&e)));
    let told: Vec<String> = reading
        .remarks
        .iter()
        .map(|r| format!("{}: {}", r.place, r.message))
        .collect();
    for expected in [
        "T!B4: a date or time stands here; it is read as `2031-03-14`",
        "T!B3: a formula stands here; its last value is taken",
        "T!C2: a comment stands here; it is not read",
        "T!A3: rows 3 to 3 are hidden; they are read all the same",
        "T!B1: columns B to B are hidden; they are read all the same",
        "T!C5: this cell lies under a merged one, which hides it; it is read all the same",
    ] {
        assert!(told.iter().any(|t| t == expected), "{expected}: {told:#?}");
    }
    let error = text("#N/A").replace(
        "office:value-type=\"string\"",
        "table:formula=\"of:=X\" office:value-type=\"string\" \
        office:string-value=\"\" calcext:value-type=\"error\"",
    );
    let rows = [
        row(&[text("Point"), text("North"), text("South")].concat()),
        row(&[text("Fee"), error, text("5")].concat()),
    ];
    let found = read(&zipped(&format!(
        "{HEAD}<table:table table:name=\"T\">{}</table:table>{FOOT}",
        rows.concat()
    )))
    .unwrap_err();
    assert!(
        places(&found)[0].starts_with("T!B2: the value of this cell is not known"),
        "{found:#?}"
    );
}

/// Places beyond all bounds are no reason to stop in the middle of counting.
#[test]
fn damaged_places_in_ods_are_no_trouble() {
    let cell = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>";
    let far = "table:number-columns-repeated=\"18446744073709551615\"";
    for table in [
        cell.to_owned(),
        format!("<table:table-column {far} table:visibility=\"collapse\"/><table:table-column {far} table:visibility=\"collapse\"/>"),
        format!("<table:table-row>{}</table:table-row>", cell.replace("/>", " table:number-rows-spanned=\"18446744073709551615\" table:number-columns-spanned=\"9\"/>")),
        format!("<table:table-row>{}</table:table-row>", cell.replace("/>", &format!(" {far}/>"))),
    ] {
        let found = read(&zipped(&format!("{HEAD}<table:table table:name=\"T\">{table}</table:table>{FOOT}")));
        assert!(found.is_err(), "{table}");
    }
}
