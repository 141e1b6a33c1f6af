//! Cells that are not plain, in a table that nobody made for us.

use rust_xlsxwriter::{Color, Format, Formula, Note, Workbook as Book, Worksheet};

use super::{Odd, said};
use crate::support::{made, with_part};

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

fn in_sheet(write: impl Fn(&mut Worksheet), from: &str, to: &str) -> Vec<u8> {
    with_part(&with_cell(write), "xl/worksheets/sheet1.xml", |xml| {
        assert!(xml.contains(from), "{xml}");
        Some(xml.replace(from, to))
    })
}

#[expect(clippy::too_many_lines, reason = "a list, an entry for each workbook")]
pub(super) fn odd() -> Vec<Odd> {
    let of = |what, bytes: &[u8], place, remedy| Odd {
        what,
        said: said(bytes),
        place,
        remedy,
    };
    let odd = |what, write: &dyn Fn(&mut Worksheet), place, remedy| {
        of(what, &with_cell(write), place, remedy)
    };
    let number = |format: &str| {
        let format = Format::new().set_num_format(format);
        move |s: &mut Worksheet| {
            s.write_number_with_format(2, 1, 0.5, &format).unwrap();
        }
    };
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let looks = |format: Format| {
        move |s: &mut Worksheet| {
            s.write_string_with_format(1, 2, "Joint", &format).unwrap();
        }
    };
    let formula = |s: &mut Worksheet| {
        s.write_formula(2, 1, Formula::new("=1+1").set_result("2"))
            .unwrap();
    };
    let bare = |s: &mut Worksheet| {
        s.write_formula(2, 1, "=1+1").unwrap();
    };
    let merged = "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"B2:C2\"/></mergeCells>";
    vec![
        odd(
            "a formula",
            &formula,
            "Sheet1!B3: a formula stands here; its last value is taken",
            "type the value",
        ),
        of(
            "a formula without a value",
            &in_sheet(bare, "<v>0</v>", ""),
            "Sheet1!B3: the value of this cell is not known",
            "type what the party wants",
        ),
        of(
            "an error",
            &in_sheet(
                |s| {
                    s.write_number(2, 1, 7).unwrap();
                },
                "<c r=\"B3\"><v>7</v>",
                "<c r=\"B3\" t=\"e\"><v>#N/A</v>",
            ),
            "Sheet1!B3: the value of this cell is not known",
            "type what the party wants",
        ),
        odd(
            "a date",
            &|s| {
                s.write_number_with_format(2, 1, 45_000.0, &date).unwrap();
            },
            "Sheet1!B3: a date or time stands here; it is read as `2023-03-15`",
            "format the cell as text",
        ),
        odd(
            "a truth value",
            &|s| {
                s.write_boolean(2, 1, true).unwrap();
            },
            "Sheet1!B3: a truth value stands here; it is read as the word `true`",
            "type the word",
        ),
        odd(
            "a comment",
            &|s| {
                s.insert_note(1, 2, &Note::new("ask again")).unwrap();
            },
            "Sheet1!C2: a comment stands here; it is not read",
            "type what matters",
        ),
        odd(
            "a hidden row",
            &|s| {
                s.set_row_hidden(2).unwrap();
            },
            "Sheet1!A3: rows 3 to 3 are hidden",
            "show them",
        ),
        odd(
            "a hidden column",
            &|s| {
                s.set_column_hidden(2).unwrap();
            },
            "Sheet1!C1: columns C to C are hidden",
            "show them",
        ),
        of(
            "a merged cell that hides one",
            &in_sheet(|_| {}, "</sheetData>", merged),
            "Sheet1!C2: this cell lies under a merged one",
            "undo the merging",
        ),
        odd(
            "a coloured ground",
            &looks(Format::new().set_background_color(Color::Red)),
            "Sheet1!C2: colours stand here that may mean something; colours are not read (C2)",
            "in words",
        ),
        odd(
            "coloured letters",
            &looks(Format::new().set_font_color(Color::Green)),
            "Sheet1!C2: colours stand here",
            "in words",
        ),
        odd(
            "a coloured cell without a word",
            &|s| {
                s.write_blank(2, 4, &Format::new().set_background_color(Color::Yellow))
                    .unwrap();
            },
            "Sheet1!E3: colours stand here",
            "in words",
        ),
        odd(
            "many coloured cells",
            &|s| {
                for r in 1..40 {
                    s.write_blank(r, 3, &Format::new().set_background_color(Color::Red))
                        .unwrap();
                }
            },
            "Sheet1!D2: colours stand here that may mean something; colours are not read (D2, D3, D4, D5, D6, D7, D8, D9, D10, D11, D12, D13 and 27 more)",
            "in words",
        ),
        odd(
            "struck out",
            &looks(Format::new().set_font_strikethrough()),
            "Sheet1!C2: what is struck out here is read all the same",
            "delete what is not meant",
        ),
        odd(
            "a percentage",
            &number("0%"),
            "Sheet1!B3: a percentage is shown here; it is read as the number behind it",
            "type the number",
        ),
        odd(
            "a currency",
            &number("[$\u{20ac}-407] #,##0.00"),
            "Sheet1!B3: a number is shown with a unit here",
            "name the unit",
        ),
        odd(
            "a unit",
            &number("0.0\" ships\""),
            "Sheet1!B3: a number is shown with a unit here",
            "name the unit",
        ),
        odd(
            "a picture",
            &|s| {
                s.insert_shape(5, 5, &rust_xlsxwriter::Shape::textbox().set_text("x"))
                    .unwrap();
            },
            "Sheet1: pictures, charts or shapes lie on this sheet",
            "type what matters",
        ),
        odd(
            "characters that nobody sees",
            &looks_like("a\u{202e}b"),
            "Sheet1!C2: characters that nobody sees stand in this cell: `a[U+202E]b`",
            "type the words",
        ),
        odd(
            "a control character",
            &looks_like("a\u{1}b"),
            "Sheet1!C2: characters that nobody sees stand in this cell: `a[U+0001]b`",
            "type the words",
        ),
        odd(
            "a very long cell",
            &looks_like(&"x".repeat(32_767)),
            "Sheet1!C2: this cell is as full as a cell can be",
            "type less into one cell",
        ),
    ]
}

fn looks_like(text: &str) -> impl Fn(&mut Worksheet) + use<> {
    let text = text.to_owned();
    move |s| {
        s.write_string(1, 2, &text).unwrap();
    }
}
