//! The sheet of what is agreed: it says what the talks' standing says, and what is changed in it is told.

use winset_gen::small::small;
use winset_model::case::Case;
use winset_model::case_from_document;
use winset_model::document::Node;
use winset_sheet::{Workbook, document_from, read_tables, to_xlsx, with_agreed, workbook_of};
use winset_solve::{PointStanding, status};

use crate::support::{basin, document, sheet, type_in};

fn book_of(document: &Node) -> (Case, Workbook) {
    let case = case_from_document(document).unwrap().case;
    let book = with_agreed(workbook_of(document, None).unwrap(), &case);
    (case, book)
}

/// What a column of the sheet says on each point.
fn column(book: &mut Workbook, code: &str) -> Vec<String> {
    let agreed = sheet(book, "Agreed");
    let codes = &agreed.rows[2];
    let at = codes.iter().position(|c| c.value.as_text() == code);
    let rows = agreed.rows[3..].iter();
    rows.map(|row| row[at.unwrap()].value.as_text().to_owned())
        .collect()
}

#[test]
fn it_says_what_the_standing_of_the_talks_says() {
    let mut seen = [0; 3];
    for seed in 0..300 {
        let (case, mut book) = book_of(&document(&small(seed).to_string()));
        let standings = column(&mut book, "standing");
        let options = column(&mut book, "option");
        for (p, point) in status(&case).points.iter().enumerate() {
            let (kind, word, option) = match point.standing {
                PointStanding::Agreed(o) => {
                    let agreed = &case.points[p].options[o.index()];
                    (0, "agreed", agreed.id.as_str())
                }
                PointStanding::Bracketed => (1, "bracketed", ""),
                PointStanding::Blocked => (2, "blocked", ""),
            };
            seen[kind] += 1;
            assert_eq!((standings[p].as_str(), options[p].as_str()), (word, option));
        }
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}

#[test]
fn all_of_it_is_locked_and_labels_come_first() {
    let (_, mut book) = book_of(&basin());
    let agreed = sheet(&mut book, "Agreed");
    let cells = agreed.rows.iter().flatten();
    assert!(cells.into_iter().all(|cell| cell.look.is_locked()));
    let said = column(&mut book, "said").join("\n");
    assert!(said.contains("Federation of Orvane: "), "{said}");
}

#[test]
fn what_is_changed_in_it_is_told_and_not_taken() {
    let (_, mut book) = book_of(&basin());
    let on = [("point", "territory")];
    type_in(sheet(&mut book, "Agreed"), &on, "standing", "agreed");
    type_in(
        sheet(&mut book, "Agreed"),
        &[("point", "vote")],
        "point",
        "veto",
    );
    let read = read_tables(&to_xlsx(&book).unwrap()).and_then(|t| document_from(&t, None));
    let read = read.unwrap();
    assert_eq!(read.document.canonical_json(), basin().canonical_json());
    let told = read.told();
    let begins = |line: &str| told.iter().any(|told| told.starts_with(line));
    assert!(begins("Agreed!C4: this is told and not read"), "{told:#?}");
    assert!(begins("Agreed: the row of `vote` is missing"), "{told:#?}");
    assert_eq!(told.len(), 3, "{told:#?}");
}
