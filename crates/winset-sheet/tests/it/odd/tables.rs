//! Tables that people make in their own way.

use winset_sheet::{Tables, read_tables};

use super::{Odd, said_of};
use crate::support::{made, matrix};

/// Two tables, and one that is hidden.
fn three() -> Tables {
    let bytes = made(|book| {
        for (name, hidden) in [("First", false), ("Second", false), ("Third", true)] {
            let sheet = book
                .add_worksheet()
                .set_name(name)
                .unwrap()
                .set_hidden(hidden);
            for (r, row) in (0_u32..).zip([["Point", "North"], ["Berths", "Joint"], ["Fee", "low"]])
            {
                for (c, text) in (0_u16..).zip(row) {
                    sheet.write_string(r, c, text).unwrap();
                }
            }
        }
    });
    read_tables(&bytes).unwrap()
}

#[expect(clippy::too_many_lines, reason = "a list, an entry for each workbook")]
pub(super) fn odd() -> Vec<Odd> {
    let of = |what, tables: &Tables, place, remedy| Odd {
        what,
        said: said_of(tables),
        place,
        remedy,
    };
    let odd = |what, rows: &[&[&str]], place, remedy| of(what, &matrix(rows), place, remedy);
    let scores = |cell: &str, place, remedy, what| {
        let rows: &[&[&str]] = &[
            &["Issue", "Option", "North", "South"],
            &["Berths", "Joint", "4", "1"],
            &["", "Split", cell, "3"],
            &["Fee", "Low", "2", "3"],
            &["", "High", "1", "5"],
        ];
        odd(what, rows, place, remedy)
    };
    vec![
        scores(
            "2,5",
            "Sheet1!C3: `2,5` is read as 2.5",
            "type a decimal point",
            "a decimal comma",
        ),
        scores(
            "1,250",
            "Sheet1!C3: the comma in `1,250` may stand before decimals",
            "type a decimal point",
            "thousands",
        ),
        scores(
            "plenty",
            "Sheet1!C3: `plenty` is not a number",
            "type a number",
            "a word among scores",
        ),
        scores(
            " 7 ",
            "Sheet1!C3: the text `7` is read as a number",
            "write words around it",
            "a number as text",
        ),
        scores(
            "",
            "Sheet1!C3: an empty cell among scores is taken as 0",
            "type the score",
            "an empty score",
        ),
        scores(
            "1e300",
            "Sheet1!C3: the number is too large",
            "type a smaller number",
            "a huge number",
        ),
        odd(
            "a row of sums",
            &[
                &["Issue", "Option", "North", "South"],
                &["Berths", "Joint", "4", "1"],
                &["", "Split", "2", "3"],
                &["Total", "", "6", "4"],
            ],
            "Sheet1!A4: this row is taken for one of sums, and not read",
            "rename it, if it is a point",
        ),
        odd(
            "two rows of headings",
            &[
                &["Harbour talks", "", "", ""],
                &["", "Parties", "", ""],
                &["Issue", "Option", "North", "South"],
                &["Berths", "Joint", "4", "1"],
                &["", "Split", "2", "3"],
            ],
            "Sheet1!A1: `Harbour talks` is taken for the title",
            "delete the row",
        ),
        odd(
            "two columns of one name",
            &[
                &["Point", "North", "North"],
                &["Berths", "Joint", "Split"],
                &["Fee", "low", "high"],
            ],
            "Sheet1!C1: a second column `North`, which is not read",
            "rename it, if it is another party",
        ),
        odd(
            "two rows of one point",
            &[
                &["Point", "North", "South"],
                &["Berths", "Joint", "Split"],
                &["Berths", "low", "high"],
            ],
            "Sheet1!B1: the options in this column are not read",
            "type scores, or `yes` and `no`",
        ),
        odd(
            "no party",
            &[&["Point", ""], &["Berths", ""], &["Fee", "x"]],
            "workbook: no sheet holds a table",
            "write points down",
        ),
        of(
            "a second table",
            &three(),
            "Second: this sheet is not read",
            "move it to the front",
        ),
        of(
            "a hidden sheet",
            &three(),
            "Third: this sheet is hidden",
            "look at it",
        ),
    ]
}
