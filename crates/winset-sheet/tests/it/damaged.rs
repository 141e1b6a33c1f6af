//! Odd and damaged files: located messages, and no panic.

use std::time::Instant;

use rust_xlsxwriter::{Workbook as Book, Worksheet};
use winset_sheet::{
    ROWS_MAX, SheetFinding, SheetReading, document_from, read_tables, to_xlsx, workbook_of,
};

use crate::support::{basin, made, places, with_part, zipped};

fn read(bytes: &[u8]) -> Result<SheetReading, Vec<SheetFinding>> {
    read_tables(bytes).and_then(|tables| document_from(&tables, None))
}

/// The file is refused with this message first, and says what to do.
fn refused(bytes: &[u8], expected: &str) {
    let found = read(bytes).unwrap_err();
    let told = places(&found);
    assert!(told[0].starts_with(expected), "{told:#?}");
    assert!(
        found
            .iter()
            .all(|f| !f.remedy.is_empty() && !f.place.is_empty())
    );
}

fn basin_xlsx() -> Vec<u8> {
    to_xlsx(&workbook_of(&basin(), None).unwrap()).unwrap()
}

#[test]
fn wrong_content_types_do_not_matter() {
    let odd = with_part(&basin_xlsx(), "[Content_Types].xml", |xml| {
        Some(xml.replace("worksheet+xml", "nothing+xml"))
    });
    let same = read(&odd).map(|r| r.document.canonical_json() == basin().canonical_json());
    assert!(same != Ok(false));
}

/// A workbook of a table of two parties, in which one cell is written by hand.
fn with_cell(write: impl Fn(&mut Worksheet)) -> Vec<u8> {
    made(|book: &mut Book| {
        let sheet = book.add_worksheet();
        for (r, row) in (0_u32..).zip([
            ["Point", "North", "South"],
            ["Berths", "North", "Joint"],
            ["Fee", "5", "7"],
        ]) {
            for (c, text) in (0_u16..).zip(row) {
                sheet.write_string(r, c, text).unwrap();
            }
        }
        write(sheet);
    })
}

/// Refused in under a second, before it is unpacked.
#[expect(
    clippy::disallowed_methods,
    reason = "how long it takes is what is tested"
)]
fn bomb(bytes: &[u8], expected: &str) {
    let start = Instant::now();
    refused(bytes, expected);
    let took = start.elapsed();
    assert!(took.as_millis() < 1_000, "{expected}: {took:?}");
}

fn book_with_sheet(cells: &str) -> Vec<u8> {
    let whole = with_cell(|_| {});
    with_part(&whole, "xl/worksheets/sheet1.xml", |xml| {
        let at = xml.find("<sheetData>").unwrap() + "<sheetData>".len();
        let end = xml.find("</sheetData>").unwrap();
        Some(format!("{}{cells}{}", &xml[..at], &xml[end..]))
    })
}

#[test]
fn a_sheet_has_so_many_rows_at_most() {
    let read = |rows: usize| read_tables("x,y\n".repeat(rows).as_bytes());
    assert_eq!(read(ROWS_MAX).unwrap().tables[0].rows.len(), ROWS_MAX);
    assert!(read(ROWS_MAX + 1).is_err());
    let remedy = &read(ROWS_MAX + 1).unwrap_err()[0].remedy;
    assert_eq!(
        (ROWS_MAX, remedy.contains("25,000 rows")),
        (25_000, true),
        "{remedy}"
    );
}

#[test]
fn bombs_are_refused_at_once() {
    let rows: String = (1..=1_000_000)
        .map(|r| format!("<row r=\"{r}\"><c r=\"A{r}\"><v>1</v></c></row>"))
        .collect::<Vec<String>>()
        .concat();
    bomb(
        &book_with_sheet(&rows),
        "Sheet1!A25001: the sheet is too large",
    );
    let columns: String = std::iter::repeat_n("<c><v>1</v></c>", 10_000).collect();
    let columns = format!("<row r=\"1\">{columns}</row>");
    bomb(
        &book_with_sheet(&columns),
        "Sheet1!KO1: the sheet is too large",
    );
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    bomb(
        &book_with_sheet(far),
        "Sheet1!XFD1048576: the sheet is too large",
    );
    let zeros = vec![b' '; 50 << 20];
    bomb(
        &zipped(&[("xl/workbook.xml", &zeros)]),
        "workbook: the file would unpack into",
    );
    let many: Vec<(String, &[u8])> = (0..3_000)
        .map(|p| (format!("part{p}"), &b"x"[..]))
        .collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(n, b)| (n.as_str(), *b)).collect();
    bomb(&zipped(&many), "workbook: the file would unpack into");
    let ods = "<o xmlns:table=\"t\" xmlns:office=\"o\"><table:table table:name=\"T\">\
        <table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell office:value-type=\"float\" \
        office:value=\"1\" table:number-columns-repeated=\"10000\"/></table:table-row></table:table></o>";
    bomb(
        &zipped(&[("content.xml", ods.as_bytes())]),
        "T!NTP1000000: the sheet is too large",
    );
    let csv = "1\n".repeat(1_000_000);
    bomb(csv.as_bytes(), "CSV!A25001: the sheet is too large");
    bomb(
        ",".repeat(10_000).as_bytes(),
        "CSV!A1: the sheet is too large",
    );
}

#[test]
fn texts_that_grow_are_refused_at_once() {
    for table in [
        // A text in many cells, and spaces that are one element.
        format!(
            "<table:table-row table:number-rows-repeated=\"10000\"><table:table-cell \
             table:number-columns-repeated=\"100\"><text:p>{}</text:p></table:table-cell></table:table-row>",
            "x".repeat(30_000)
        ),
        "<table:table-row><table:table-cell><text:p>x<text:s text:c=\"99999999999\"/></text:p>\
         </table:table-cell></table:table-row>"
            .to_owned(),
    ] {
        let ods = format!(
            "<o xmlns:table=\"t\" xmlns:text=\"x\"><table:table table:name=\"T\">{table}</table:table></o>"
        );
        bomb(
            &zipped(&[("content.xml", ods.as_bytes())]),
            "workbook: the cells of this workbook hold more text",
        );
    }
    let shared = with_part(
        &book_with_sheet(
            &format!(
                "<row r=\"1\">{}</row>",
                "<c t=\"s\"><v>0</v></c>".repeat(290)
            )
            .repeat(100)
            .replace("<row r=\"1\">", "<row>"),
        ),
        "xl/sharedStrings.xml",
        |xml| Some(xml.replacen("<t>", &format!("<t>{}", "x".repeat(30_000)), 1)),
    );
    bomb(
        &shared,
        "workbook: the cells of this workbook hold more text",
    );
    let strings = with_part(&with_cell(|_| {}), "xl/sharedStrings.xml", |xml| {
        Some(xml.replace("</sst>", &("<si><t>a</t></si>".repeat(400_000) + "</sst>")))
    });
    bomb(
        &strings,
        "workbook: the cells of this workbook hold more text",
    );
}
