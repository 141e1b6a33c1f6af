//! Odd and damaged files: located messages, and no panic.

use std::io::{Cursor, Write as _};
use std::time::Instant;

use rust_xlsxwriter::{Format, Formula, Note, Workbook as Book, Worksheet};
use winset_gen::rng::Rng;
use winset_sheet::{
    SheetFinding, SheetReading, document_from, read_csv_tables, read_tables, to_csv, to_xlsx,
    workbook_of,
};
use zip::write::SimpleFileOptions;

use crate::support::{back, basin, edited, made, places, sheet, type_in, value};

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

/// The file with one of its parts rewritten, or left out.
fn with_part(bytes: &[u8], name: &str, change: impl Fn(String) -> Option<String>) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let path = part.name().unwrap().into_owned();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        let text = if path == name {
            change(text)
        } else {
            Some(text)
        };
        if let Some(text) = text {
            out.start_file(path, SimpleFileOptions::default()).unwrap();
            out.write_all(text.as_bytes()).unwrap();
        }
    }
    out.finish().unwrap().into_inner()
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn files_that_are_no_workbooks() {
    let whole = basin_xlsx();
    refused(b"", "workbook: the file is empty");
    refused(b"%PDF-1.7 and so on", "workbook: this is a PDF");
    refused(
        &[0xd0, 0xcf, 0x11, 0xe0, 1, 2],
        "workbook: this is a workbook of an older kind",
    );
    refused(b"a\0b", "workbook: this is no workbook");
    refused(b"PK\x03\x04", "workbook: the file is damaged");
    refused(&whole[..whole.len() / 2], "workbook: the file is damaged");
    refused(&whole[..whole.len() - 10], "workbook: the file is damaged");
    refused(
        &zipped(&[("word/document.xml", b"<w/>")]),
        "workbook: this is an archive, but no workbook",
    );
    refused(
        b"a,b\r\nc,\xff\r\n",
        "CSV!A2: this line is not text in UTF-8",
    );
    refused(&zipped(&[("content.xml", b"<a><b></a>")]), "workbook: ");
    refused(
        &zipped(&[("xl/workbook.xml", b"<workbook/>")]),
        "workbook: ",
    );
    let broken = with_part(&whole, "xl/worksheets/sheet2.xml", |xml| {
        Some(xml[..xml.len() / 2].to_owned() + "</x>")
    });
    refused(
        &broken,
        "workbook: the part xl/worksheets/sheet2.xml of the file is damaged",
    );
    let lost = with_part(&whole, "xl/worksheets/sheet3.xml", |_| None);
    assert!(read(&lost).is_err());
}

#[test]
fn wrong_content_types_do_not_matter() {
    let odd = with_part(&basin_xlsx(), "[Content_Types].xml", |xml| {
        Some(xml.replace("worksheet+xml", "nothing+xml"))
    });
    let same = read(&odd).map(|r| r.document.canonical_json() == basin().canonical_json());
    assert!(same != Ok(false));
}

#[test]
fn sheets_that_were_pulled_apart() {
    let told =
        |edit: &dyn Fn(&mut winset_sheet::Workbook)| places(&edited(None, edit).unwrap_err());
    let twice = told(&|book| {
        let positions = sheet(book, "Positions");
        let row = positions.rows[5].clone();
        positions.rows.push(row);
    });
    assert_eq!(
        twice,
        ["Positions!A98: a second row has the codes `territory t3`"]
    );
    let columns = told(&|book| sheet(book, "Positions").rows[2][5].value = value("orvane"));
    assert!(
        columns[0].starts_with("Positions!F3: a second column has the code `orvane`"),
        "{columns:?}"
    );
    let unknown = told(&|book| sheet(book, "Scores").rows[2][5].value = value("nobody"));
    assert!(
        unknown[0].starts_with("Scores!F3: `nobody` is no column of this sheet"),
        "{unknown:?}"
    );
    let codes = told(&|book| sheet(book, "Positions").rows[2][0].value = value(""));
    assert_eq!(
        codes,
        ["Positions!A3: the row of small grey codes is missing"]
    );
    let stray = told(&|book| sheet(book, "Positions").rows[5][2].value = value("t9"));
    assert!(
        stray[0].starts_with("Positions!A6: this row is about no option"),
        "{stray:?}"
    );
    let second = told(&|book| {
        let mut copy = sheet(book, "Points").clone();
        copy.name = "Points (2)".to_owned();
        book.sheets.push(copy);
    });
    assert!(
        second[0].starts_with("'Points (2)'!A1: this is a second sheet Points"),
        "{second:?}"
    );
    let offers =
        told(&|book| type_in(sheet(book, "Offers"), &[("seq", "1")], "date", "2031-01-01"));
    assert_eq!(offers, ["Offers!B4: this cell is not to be changed"]);
    let chunk = told(&|book| {
        sheet(book, "winset").rows.truncate(4);
        sheet(book, "winset").rows[3][0].value = value("{\"a\":");
    });
    assert!(
        chunk[0].starts_with("winset!A1: the hidden sheet cannot be read"),
        "{chunk:?}"
    );
    let wrong = told(&|book| {
        let on = [("body", "lethian-assembly"), ("id", "homeland")];
        type_in(sheet(book, "Bodies"), &on, "seats", "75");
    });
    assert!(wrong[0].starts_with("Bodies!E"), "{wrong:?}");
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

#[test]
fn what_is_not_plain_is_told_with_its_place() {
    let told = |write: &dyn Fn(&mut Worksheet)| {
        let reading = read(&with_cell(write)).unwrap_or_else(|e| panic!("{:#?}", places(&e)));
        let remarks = reading
            .remarks
            .iter()
            .map(|r| format!("{}: {}", r.place, r.message));
        remarks.collect::<Vec<String>>()
    };
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let formula = || Formula::new("=1+1").set_result("2");
    assert_eq!(
        told(&|s| {
            s.write_formula(2, 1, formula()).unwrap();
        }),
        ["Sheet1!B3: a formula stands here; its last value is taken"]
    );
    assert_eq!(
        told(&|s| {
            s.write_number_with_format(2, 1, 45_000.0, &date).unwrap();
        }),
        ["Sheet1!B3: a date or time stands here; it is read as `2023-03-15`"]
    );
    assert_eq!(
        told(&|s| {
            s.insert_note(1, 2, &Note::new("ask again")).unwrap();
        }),
        ["Sheet1!C2: a comment stands here; it is not read"]
    );
    assert_eq!(
        told(&|s| {
            s.set_row_hidden(2).unwrap();
        }),
        ["Sheet1!A3: rows 3 to 3 are hidden; they are read all the same"]
    );
    assert_eq!(
        told(&|s| {
            s.set_column_hidden(2).unwrap();
        }),
        ["Sheet1!C1: columns C to C are hidden; they are read all the same"]
    );
    let merged = with_part(&with_cell(|_| {}), "xl/worksheets/sheet1.xml", |xml| {
        Some(xml.replace(
            "</sheetData>",
            "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"B2:C2\"/></mergeCells>",
        ))
    });
    let remarks = read(&merged).unwrap().remarks;
    assert_eq!(remarks[0].place, "Sheet1!C2");
    assert!(
        remarks[0]
            .message
            .starts_with("this cell lies under a merged one")
    );
}

#[test]
fn values_that_are_not_known_are_not_taken() {
    let none = with_part(
        &with_cell(|s| {
            s.write_formula(2, 1, "=1+1").unwrap();
        }),
        "xl/worksheets/sheet1.xml",
        |xml| Some(xml.replace("<v>0</v>", "")),
    );
    refused(&none, "Sheet1!B3: the value of this cell is not known");
    let error = with_part(
        &with_cell(|s| {
            s.write_number(2, 1, 7).unwrap();
        }),
        "xl/worksheets/sheet1.xml",
        |xml| Some(xml.replace("<c r=\"B3\"><v>7</v>", "<c r=\"B3\" t=\"e\"><v>#N/A</v>")),
    );
    refused(&error, "Sheet1!B3: the value of this cell is not known");
    let own = with_part(&basin_xlsx(), "xl/worksheets/sheet4.xml", |xml| {
        let at = xml.find("<c r=\"E6\"").unwrap();
        let end = at + xml[at..].find("</c>").unwrap();
        let style = xml[at..].split('"').nth(3).unwrap();
        Some(format!(
            "{}<c r=\"E6\" s=\"{style}\"><f>1+1</f>{}",
            &xml[..at],
            &xml[end..]
        ))
    });
    refused(&own, "Scores!E6: the value of this cell is not known");
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
fn bombs_are_refused_at_once() {
    let rows: String = (1..=1_000_000)
        .map(|r| format!("<row r=\"{r}\"><c r=\"A{r}\"><v>1</v></c></row>"))
        .collect::<Vec<String>>()
        .concat();
    bomb(
        &book_with_sheet(&rows),
        "Sheet1!A20001: the sheet is too large",
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
    bomb(csv.as_bytes(), "CSV!A20001: the sheet is too large");
    bomb(
        ",".repeat(10_000).as_bytes(),
        "CSV!A1: the sheet is too large",
    );
}

#[test]
fn no_damage_makes_it_panic() {
    let whole = basin_xlsx();
    let csv = to_csv(&workbook_of(&basin(), None).unwrap());
    let mut rng = Rng::new(7);
    let mut refusals = 0;
    for _ in 0..300 {
        let mut bytes = whole.clone();
        for _ in 0..=rng.below(8) {
            let place = rng.below(bytes.len());
            bytes[place] = u8::try_from(rng.below(256)).unwrap();
        }
        bytes.truncate(bytes.len() - rng.below(2) * rng.below(bytes.len()));
        refusals += usize::from(read(&bytes).is_err());
        let mut files = csv.clone();
        let sheet = rng.below(files.len());
        let mut text = files[sheet].1.clone().into_bytes();
        for _ in 0..=rng.below(6) {
            let place = rng.below(text.len());
            text[place] = b",;\"\n'=0a "[rng.below(9)];
        }
        files[sheet].1 = String::from_utf8_lossy(&text).into_owned();
        let files: Vec<(&str, &[u8])> = files
            .iter()
            .map(|(n, t)| (n.as_str(), t.as_bytes()))
            .collect();
        if let Err(found) = read_csv_tables(&files).and_then(|t| document_from(&t, None)) {
            assert!(
                found
                    .iter()
                    .all(|f| !f.place.is_empty() && !f.remedy.is_empty())
            );
        }
    }
    assert!(refusals > 200, "{refusals}");
}

#[test]
fn a_workbook_without_the_hidden_sheet_is_no_matrix() {
    let mut workbook = workbook_of(&basin(), None).unwrap();
    workbook.sheets.truncate(3);
    assert!(
        back(&workbook).unwrap_err()[0]
            .message
            .contains("hidden sheet")
    );
}
