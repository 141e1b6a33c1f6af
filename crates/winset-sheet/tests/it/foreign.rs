//! Matrices that nobody made for us.

use serde_json::{Value, json};
use winset_sheet::{SheetReading, Tables, document_from, read_tables};

use crate::support::{made, matrix, places};

fn read(tables: &Tables) -> (Value, SheetReading) {
    let reading = document_from(tables, None).unwrap_or_else(|e| panic!("{:#?}", places(&e)));
    let json = serde_json::from_str(&reading.document.canonical_json()).unwrap();
    (json, reading)
}

fn told(reading: &SheetReading) -> Vec<String> {
    let remarks = reading
        .remarks
        .iter()
        .map(|r| format!("{}: {}", r.place, r.message));
    let guesses = reading
        .guesses
        .iter()
        .map(|g| format!("{}: {}", g.place, g.message));
    remarks.chain(guesses).collect()
}

#[test]
fn points_down_and_parties_across() {
    let (case, reading) = read(&matrix(&[
        &["Harbour talks"],
        &[],
        &["Issue", "Northern Port", "Southern Fleet", "Notes"],
        &[
            "Who assigns berths",
            "North alone",
            "A joint office; South alone",
            "open since May",
        ],
        &["Fee per ship", "7,5", "5"],
        &[],
        &["Night traffic", "none", "north ALONE."],
        &["Total", "3", "3"],
    ]));
    assert_eq!(case["title"], "Harbour talks");
    assert_eq!(
        case["parties"],
        json!([{"id": "northern-port", "name": "Northern Port"}, {"id": "southern-fleet", "name": "Southern Fleet"}])
    );
    assert_eq!(
        case["points"],
        json!([
            {"id": "who-assigns-berths", "title": "Who assigns berths", "options": [
                {"id": "o1", "label": "North alone"}, {"id": "o2", "label": "A joint office"},
                {"id": "o3", "label": "South alone"}]},
            {"id": "fee-per-ship", "title": "Fee per ship", "options": [
                {"id": "o1", "label": "7.5"}, {"id": "o2", "label": "5"}]},
            {"id": "night-traffic", "title": "Night traffic", "options": [{"id": "o1", "label": "north ALONE."}]},
        ])
    );
    assert_eq!(case["lines"].as_array().unwrap().len(), 5);
    assert_eq!(
        case["lines"][1]["ladder"],
        json!([{"accept": ["o2", "o3"], "cost": 0}])
    );
    let told = told(&reading);
    for expected in [
        "Sheet1!A1: `Harbour talks` is taken for the title of the case",
        "Sheet1!B3: the column `Northern Port` is taken for a party, and called `northern-port`",
        "Sheet1!D3: the column `Notes` is taken for none of a party, and not read",
        "Sheet1!B5: `7,5` is read as the number 7.5",
        "Sheet1!A8: this row is taken for one of sums, and not read",
        "Sheet1!A6: empty rows are passed over",
        "Sheet1!B7: the party says nothing on this point",
    ] {
        assert!(told.iter().any(|t| t == expected), "{expected}: {told:#?}");
    }
}

#[test]
fn options_down_with_scores_merged_cells_and_two_headings() {
    let bytes = made(|book| {
        let sheet = book.add_worksheet();
        let plain = rust_xlsxwriter::Format::new();
        sheet.merge_range(0, 2, 0, 3, "Scores", &plain).unwrap();
        for (c, text) in [(0, "Point"), (1, "Option")] {
            sheet.write_string(0, c, text).unwrap();
        }
        for (c, text) in [(2, "North"), (3, "South"), (4, "Sum")] {
            sheet.write_string(1, c, text).unwrap();
        }
        sheet.merge_range(2, 0, 3, 0, "Berths", &plain).unwrap();
        let rows = [
            ("North alone", "3", "0,5"),
            ("Joint", "1", "2"),
            ("None", "0", "4"),
            ("High", "2,5", ""),
        ];
        for (r, (label, north, south)) in (2_u32..).zip(rows) {
            sheet.write_string(r, 1, label).unwrap();
            sheet.write_string(r, 2, north).unwrap();
            sheet.write_string(r, 3, south).unwrap();
        }
        sheet.write_string(4, 0, "Fee").unwrap();
        sheet.write_string(6, 0, "BATNA").unwrap();
        sheet.write_number(6, 2, 2.0).unwrap();
        sheet.write_number(6, 3, 1.5).unwrap();
    });
    let (case, reading) = read(&read_tables(&bytes).unwrap());
    assert_eq!(
        case["parties"],
        json!([{"id": "north", "name": "North", "no_deal": 2}, {"id": "south", "name": "South", "no_deal": 1.5}])
    );
    assert_eq!(
        case["preferences"],
        json!({"north": {"berths": {"values": [3, 1]}, "fee": {"values": [0, 2.5]}},
            "south": {"berths": {"values": [0.5, 2]}, "fee": {"values": [4, 0]}}})
    );
    let told = told(&reading);
    for expected in [
        "Sheet1!A2: the table has two rows of headings: the lower one is taken for the names of the parties",
        "Sheet1!A3: `Berths` stands in a merged cell: it is taken for all cells under it",
        "Sheet1!D3: `0,5` is read as 0.5",
        "Sheet1!D6: an empty cell among scores is taken as 0",
        "Sheet1!A7: this row is taken for the no-deal values of the parties",
    ] {
        assert!(told.iter().any(|t| t == expected), "{expected}: {told:#?}");
    }
}

#[test]
fn acceptance_under_sections_and_semicolons() {
    let csv = "Talks;North;South\r\nBerths;;\r\nNorth alone;yes;no\r\nJoint;yes;yes\r\nFee;;\r\nLow;x;x\r\n";
    let (case, _) = read(&read_tables(csv.as_bytes()).unwrap());
    assert_eq!(case["points"][0]["title"], "Berths");
    assert_eq!(
        case["points"][1]["options"],
        json!([{"id": "o1", "label": "Low"}])
    );
    assert_eq!(case["lines"][1]["ladder"][0]["accept"], json!(["o2"]));
}

#[test]
fn what_is_no_matrix_is_told() {
    for (rows, expected) in [
        (
            &[&["only", "one row"][..]][..],
            "workbook: no sheet holds a table",
        ),
        (
            &[&["", ""][..], &["a", "b"], &["Total", "1"]],
            "Sheet1!A2: no row says what any party wants",
        ),
        (
            &[&["Point", "Notes"][..], &["a", "b"]],
            "Sheet1!A1: no column of this table is headed by a party",
        ),
        (
            &[&["Point", "N", "S"][..], &["fee", "1,234", "2"]],
            "Sheet1!B2: the comma in `1,234`",
        ),
    ] {
        let found = document_from(&matrix(rows), None).unwrap_err();
        let told = places(&found);
        assert!(told[0].starts_with(expected), "{told:#?}");
    }
}
