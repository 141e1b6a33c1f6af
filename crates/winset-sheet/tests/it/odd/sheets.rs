//! Workbooks of ours that were pulled apart, or filled in otherwise than meant.

use winset_sheet::{CellLook, Sheet, SheetCell, Workbook, to_xlsx, workbook_of};

use super::{Odd, said};
use crate::support::{basin, sheet, type_in, value};

fn edited(edit: &dyn Fn(&mut Workbook)) -> Vec<String> {
    let mut workbook = workbook_of(&basin(), None).unwrap();
    edit(&mut workbook);
    said(&to_xlsx(&workbook).unwrap())
}

fn odd(
    what: &'static str,
    edit: &dyn Fn(&mut Workbook),
    place: &'static str,
    remedy: &'static str,
) -> Odd {
    let said = edited(edit);
    Odd {
        what,
        said,
        place,
        remedy,
    }
}

fn copy_of(book: &mut Workbook, name: &str, to: &str) {
    let mut copy = sheet(book, name).clone();
    to.clone_into(&mut copy.name);
    book.sheets.push(copy);
}

fn without(book: &mut Workbook, name: &str) {
    book.sheets.retain(|sheet| sheet.name != name);
}

fn without_column(sheet: &mut Sheet, column: usize) {
    for row in sheet.rows.iter_mut().filter(|row| row.len() > column) {
        row.remove(column);
    }
}

/// Sheets, rows and columns that are gone, doubled or not ours.
#[expect(clippy::too_many_lines, reason = "a list, an entry for each workbook")]
pub(super) fn odd_structure() -> Vec<Odd> {
    let head = |name: &'static str, column: usize, code: &'static str| {
        move |book: &mut Workbook| sheet(book, name).rows[2][column].value = value(code)
    };
    let note = |book: &mut Workbook| {
        let mut notes = sheet(book, "Offers").clone();
        "Notes".clone_into(&mut notes.name);
        notes.rows = vec![vec![SheetCell {
            value: value("remember"),
            look: CellLook::Free,
        }]];
        book.sheets.push(notes);
    };
    let hidden = |row: usize, text: &'static str| {
        move |book: &mut Workbook| sheet(book, "winset").rows[row][0].value = value(text)
    };
    vec![
        odd(
            "a row twice",
            &|book| {
                let row = sheet(book, "Positions").rows[5].clone();
                sheet(book, "Positions").rows.push(row);
            },
            "Positions!A98: a second row has the codes `territory t3`",
            "keep one of the two",
        ),
        odd(
            "a column twice",
            &head("Positions", 5, "orvane"),
            "Positions!F3: a second column has the code `orvane`",
            "keep one of the two",
        ),
        odd(
            "a party that is not in the case",
            &head("Scores", 5, "nobody"),
            "Scores!F3: `nobody` is no column of this sheet",
            "orvane, lethia",
        ),
        odd(
            "a column without its code",
            &head("Scores", 5, ""),
            "Scores!F4: this column has no code, and is not read",
            "a column of the table",
        ),
        odd(
            "no row of codes",
            &head("Positions", 0, ""),
            "Positions!A3: the row of small grey codes is missing",
            "copy it from the workbook",
        ),
        odd(
            "an option that is not in the case",
            &|book| sheet(book, "Positions").rows[5][2].value = value("t9"),
            "Positions!A6: this row is about no option",
            "as on the sheet Points",
        ),
        odd(
            "a row that is gone",
            &|book| drop(sheet(book, "Positions").rows.remove(5)),
            "Positions: the row of `territory t3` is missing",
            "put it back",
        ),
        odd(
            "a column that is gone",
            &|book| without_column(sheet(book, "Scores"), 4),
            "Scores!A3: the column `orvane` is missing",
            "put it back",
        ),
        odd(
            "a sheet that is gone",
            &|book| without(book, "Links"),
            "Links: this sheet is missing",
            "put it back",
        ),
        odd(
            "a copy of a sheet",
            &|book| copy_of(book, "Points", "Points (2)"),
            "'Points (2)'!A1: this is a second sheet Points",
            "keep one of the two",
        ),
        odd(
            "a sheet of notes",
            &note,
            "Notes: this sheet is none of the workbook's",
            "into the sheets of the workbook",
        ),
        odd(
            "two workbooks in one",
            &|book| copy_of(book, "winset", "winset (2)"),
            "'winset (2)'!A1: this is a second hidden sheet",
            "of one workbook only",
        ),
        odd(
            "no hidden sheet",
            &|book| without(book, "winset"),
            "workbook: the hidden sheet `winset` is missing",
            "onto the case",
        ),
        odd(
            "another hash",
            &hidden(1, "0000"),
            "winset!A1: the hidden sheet was changed since it was written",
            "look at all that has changed",
        ),
        odd(
            "a hidden sheet that is cut",
            &|book| {
                sheet(book, "winset").rows.truncate(4);
                sheet(book, "winset").rows[3][0].value = value("{\"a\":");
            },
            "winset!A1: the hidden sheet cannot be read",
            "onto the case",
        ),
        odd(
            "a hidden sheet of a later kind",
            &hidden(0, "winset-workbook/9"),
            "winset!A1: the hidden sheet cannot be read: its first cell does not say winset-workbook/1",
            "onto the case",
        ),
        odd(
            "another code of a point",
            &|book| sheet(book, "Points").rows[5][0].value = value("terri\u{0301}tory"),
            "Points: the row of `territory t3` is missing",
            "put it back",
        ),
    ]
}

/// Cells that were filled in otherwise than meant.
#[expect(clippy::too_many_lines, reason = "a list, an entry for each workbook")]
pub(super) fn odd_entries() -> Vec<Odd> {
    let on = [("point", "territory"), ("option", "t3")];
    let typed = |name: &'static str, column: &'static str, text: &'static str| {
        move |book: &mut Workbook| type_in(sheet(book, name), &on, column, text)
    };
    let homeland = [("body", "lethian-assembly"), ("id", "homeland")];
    let both = |book: &mut Workbook| {
        type_in(sheet(book, "Scores"), &on, "label", "something else");
        type_in(sheet(book, "Scores"), &on, "lethia", "plenty");
        type_in(sheet(book, "Positions"), &on, "orvane", "perhaps");
        type_in(sheet(book, "Points"), &on, "label", "");
    };
    let long = "x".repeat(32_767);
    let mut all = vec![
        odd(
            "a locked cell",
            &typed("Positions", "title", "Land"),
            "Positions!B6: the words of this row are not those of its codes",
            "on the sheet Points",
        ),
        odd(
            "an offer",
            &|book| type_in(sheet(book, "Offers"), &[("seq", "1")], "date", "2031-01-01"),
            "Offers!B4: this cell is not to be changed",
            "offers are made in the program",
        ),
        odd(
            "words instead of a score",
            &typed("Scores", "lethia", "plenty"),
            "Scores!F6: `plenty` is not a number",
            "type a number such as",
        ),
        odd(
            "a comma",
            &typed("Scores", "lethia", "1,250"),
            "Scores!F6: the comma in `1,250` may stand",
            "type a decimal point",
        ),
        odd(
            "a huge score",
            &typed("Scores", "lethia", "99999999999999999999999"),
            "Scores!F6: the number is too large",
            "type a smaller number",
        ),
        odd(
            "perhaps",
            &typed("Positions", "orvane", "perhaps"),
            "Positions!E6: `perhaps` does not say",
            "yes",
        ),
        odd(
            "a step without its cost",
            &typed("Positions", "orvane", "step 9"),
            "Positions!E6: ",
            "step 9 (cost 5)",
        ),
        odd(
            "no label",
            &typed("Points", "label", ""),
            "Points!D6: an option needs a label",
            "type a label; it was",
        ),
        odd(
            "no title",
            &typed("Points", "title", ""),
            "Points!B6: the point `territory` needs a title",
            "type a title; it was",
        ),
        odd(
            "a control character",
            &typed("Points", "label", "a\u{1}b"),
            "Points!D6: characters that nobody sees stand in this cell: `a[U+0001]b`",
            "type the words",
        ),
        odd(
            "letters that run the other way",
            &typed("Points", "label", "a\u{202e}b"),
            "Points!D6: characters that nobody sees stand in this cell: `a[U+202E]b`",
            "type the words",
        ),
        odd(
            "a formula as text",
            &typed("Scores", "lethia", "=1+1"),
            "Scores!F6: `=1+1` is not a number",
            "type a number",
        ),
        odd(
            "an apostrophe",
            &typed("Scores", "lethia", "'7"),
            "Scores!F6: `'7` is not a number",
            "type a number",
        ),
        odd(
            "a percentage as text",
            &typed("Scores", "lethia", "50%"),
            "Scores!F6: `50%` is not a number",
            "type a number",
        ),
        odd(
            "a currency as text",
            &typed("Scores", "lethia", "\u{20ac} 5"),
            "Scores!F6: `\u{20ac} 5` is not a number",
            "type a number",
        ),
        odd(
            "seats that do not add up",
            &|book| type_in(sheet(book, "Bodies"), &homeland, "seats", "75"),
            "Bodies!E",
            "",
        ),
        odd(
            "a very long cell",
            &|book| type_in(sheet(book, "Points"), &on, "label", &long),
            "Points!D6: this cell is as full as a cell can be",
            "type less into one cell",
        ),
    ];
    // All at once, also beside a locked one.
    for (place, remedy) in [
        (
            "Scores!D6: the words of this row are not those of its codes",
            "put back",
        ),
        ("Scores!F6: `plenty` is not a number", "type a number"),
        ("Positions!E6: `perhaps` does not say", "yes"),
        ("Points!D6: an option needs a label", "type a label"),
    ] {
        all.push(odd("four cells at once", &both, place, remedy));
    }
    all
}
