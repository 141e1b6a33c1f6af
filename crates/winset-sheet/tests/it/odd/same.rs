//! What people do to a workbook that changes nothing.

use winset_sheet::{Workbook, document_from, read_tables, to_xlsx, workbook_of};

use crate::support::{basin, places, sheet, type_in};

/// The workbook says what it said, and there is nothing to tell.
fn check(what: &str, edit: &dyn Fn(&mut Workbook)) {
    let mut workbook = workbook_of(&basin(), None).unwrap();
    edit(&mut workbook);
    let read = read_tables(&to_xlsx(&workbook).unwrap()).and_then(|t| document_from(&t, None));
    let read = read.unwrap_or_else(|e| panic!("{what}: {:#?}", places(&e)));
    assert_eq!(read.told(), Vec::<String>::new(), "{what}");
    assert_eq!(
        read.document.canonical_json(),
        basin().canonical_json(),
        "{what}"
    );
}

#[test]
fn what_people_do_to_a_workbook_changes_nothing() {
    check("sheets in another order", &|book| book.sheets.reverse());
    check("a sheet with another name", &|book| {
        "Standpunkte".clone_into(&mut sheet(book, "Positions").name);
    });
    check("a column at another place", &|book| {
        for row in &mut sheet(book, "Scores").rows {
            if row.len() > 5 {
                row.swap(4, 5);
            }
        }
    });
    check("rows in another order", &|book| {
        sheet(book, "Positions").rows[3..40].reverse();
    });
    check("an empty row between", &|book| {
        let row = sheet(book, "Points").rows.last().unwrap().clone();
        sheet(book, "Points").rows.insert(6, row);
    });
    check("spaces around words", &|book| {
        let on = [("point", "territory"), ("option", "t3")];
        let cell = |book: &mut Workbook, text: &str| {
            type_in(sheet(book, "Positions"), &on, "orvane", text);
        };
        let was = sheet(book, "Positions").rows[5][4]
            .value
            .as_text()
            .to_owned();
        cell(book, &format!("  {was} "));
    });
}
