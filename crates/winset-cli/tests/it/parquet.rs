//! Frontiers as Parquet files, read back and held against the JSON.

use std::fs::File;

use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::Field;
use serde_json::Value;
use winset::model::number::{self, Exact};

use crate::run::{folder, opened, run_with, scratch};

/// What a cell holds as a number, or else as text.
fn told(field: &Field) -> Result<Exact, String> {
    match field {
        Field::Long(whole) => Ok(Exact::from_integer(i128::from(*whole))),
        Field::Decimal(decimal) => {
            let bytes: [u8; 8] = decimal.data().try_into().unwrap();
            let units = i128::from(i64::from_be_bytes(bytes));
            let scale = u32::try_from(decimal.scale()).unwrap();
            Ok(Exact::new(units, 10_i128.pow(scale)))
        }
        Field::Str(text) => Err(text.clone()),
        Field::Null => Err("null".to_owned()),
        other => panic!("{other:?}"),
    }
}

/// Writes the frontier of a case, reads it, and compares every cell. `kinds` are those of the
/// columns of scores: whole numbers, decimals or text.
fn check(args: &[&str], input: &[u8], kinds: &str) {
    let file = scratch("parquet").join("f.parquet");
    let asked = [args, &["--parquet", file.to_str().unwrap(), "--json"]].concat();
    let ran = run_with(&asked, input);
    let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
    let frontier = &answer["frontier"];
    let reader = SerializedFileReader::new(File::open(&file).unwrap()).unwrap();
    let about = reader
        .metadata()
        .file_metadata()
        .key_value_metadata()
        .unwrap();
    let complete = about
        .iter()
        .find(|entry| entry.key == "winset.complete")
        .unwrap();
    assert_eq!(
        complete.value.as_deref().unwrap(),
        frontier["complete"].to_string()
    );
    let points = frontier["points"].as_array().unwrap();
    let mut rows = 0;
    for (place, row) in reader.get_row_iter(None).unwrap().enumerate() {
        let row = row.unwrap();
        let cells: Vec<(&String, &Field)> = row.get_column_iter().collect();
        let scores = points[place].as_array().unwrap();
        for (column, score) in scores.iter().enumerate() {
            let (name, cell) = cells[column];
            assert_eq!(name, frontier["parties"][column].as_str().unwrap());
            let text = score
                .as_str()
                .map_or_else(|| score.to_string(), str::to_owned);
            let kind = match cell {
                Field::Long(_) => 'w',
                Field::Decimal(_) => 'd',
                _ => 't',
            };
            assert_eq!(kinds.chars().nth(column), Some(kind), "{name}");
            let told = told(cell).or_else(|text| number::parse(&text));
            assert_eq!(told, number::parse(&text), "{name}");
        }
        let (name, count) = cells[scores.len()];
        assert_eq!(name, "packages");
        let counted = &frontier["counts"][place];
        match told(count) {
            Ok(count) => assert_eq!(count.to_string(), counted.as_str().unwrap()),
            Err(null) => assert_eq!((null.as_str(), counted), ("null", &Value::Null)),
        }
        let package = frontier["shown"][place]["package"].as_object().unwrap();
        assert_eq!(cells.len(), scores.len() + 1 + package.len());
        for (name, option) in &cells[scores.len() + 1..] {
            let shown = package[name.as_str()].as_str().unwrap();
            assert_eq!(told(option), Err(shown.to_owned()), "{name}");
        }
        rows += 1;
    }
    assert_eq!(rows, points.len());
}

#[test]
fn every_cell_is_that_of_the_answer() {
    check(&["frontier", "-"], opened().as_bytes(), "wwww");
    check(&["frontier", "orchard"], b"", "dd");
    let ties = std::fs::read_to_string(folder().join("ties.yaml")).unwrap();
    check(&["frontier", "-"], ties.as_bytes(), "www");
    let thirds = ties.replace("ada: {house: {values: [6,", "ada: {house: {values: [19/3,");
    assert_ne!(thirds, ties);
    check(&["frontier", "-"], thirds.as_bytes(), "tww");
    check(&["frontier", "price.yaml", "--time-limit", "0s"], b"", "ww");
    check(&["frontier", "dry-well.yaml"], b"", "");
}
