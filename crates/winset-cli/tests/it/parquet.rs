//! Parquet files, read back: frontiers are held against the JSON, negotiations of tournaments against the table in CSV.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::Path;

use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::Field;
use serde_json::Value;
use winset::model::number::{self, Exact};

use crate::run::{folder, opened, run, run_with, scratch};
use crate::tournament::{CASE, cells, spec};

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
    let ties = fs::read_to_string(folder().join("ties.yaml")).unwrap();
    check(&["frontier", "-"], ties.as_bytes(), "www");
    let thirds = ties.replace("ada: {house: {values: [6,", "ada: {house: {values: [19/3,");
    assert_ne!(thirds, ties);
    check(&["frontier", "-"], thirds.as_bytes(), "tww");
    check(&["frontier", "price.yaml", "--time-limit", "0s"], b"", "ww");
    check(&["frontier", "dry-well.yaml"], b"", "");
}

/// The columns of negotiations in their order: whole numbers, doubles, truth values, texts.
const COLUMNS: &str = "wtwwttwttt wwwdbbbb ttt dddddd w";

/// Holds every cell of `details.parquet` to the one of `details.csv`: how many rows there are, in how many groups, and
/// the names of columns with empty cells.
fn details(results: &Path) -> (usize, usize, BTreeSet<String>) {
    let table = fs::read_to_string(results.join("details.csv")).unwrap();
    let mut lines = table.lines().map(cells);
    let head = lines.next().unwrap();
    let kinds: Vec<char> = COLUMNS.chars().filter(|kind| *kind != ' ').collect();
    assert_eq!(head.len(), kinds.len());
    let file = File::open(results.join("details.parquet")).unwrap();
    let reader = SerializedFileReader::new(file).unwrap();
    let (mut rows, mut empty) = (0, BTreeSet::new());
    for row in reader.get_row_iter(None).unwrap() {
        let (row, line) = (row.unwrap(), lines.next().unwrap());
        assert_eq!([row.len(), line.len()], [head.len(); 2]);
        for (place, (name, cell)) in row.get_column_iter().enumerate() {
            let text = &line[place];
            assert_eq!(name, &head[place]);
            let kind = match cell {
                Field::Long(number) => ('w', number.to_string() == *text),
                Field::Double(number) => ('d', text.parse() == Ok(*number)),
                Field::Bool(true) => ('b', text == "True"),
                Field::Bool(false) => ('b', text == "False"),
                Field::Str(found) => ('t', found == text && !text.is_empty()),
                Field::Null => {
                    empty.insert(name.clone());
                    (kinds[place], text.is_empty())
                }
                other => panic!("{other:?}"),
            };
            assert_eq!(kind, (kinds[place], true), "{name}: {cell:?}, {text}");
        }
        rows += 1;
    }
    assert_eq!(lines.next(), None);
    (rows, reader.num_row_groups(), empty)
}

/// The words of a tournament with a Parquet file.
fn with_parquet<'w>(words: &[&'w str], to: &'w Path) -> Vec<&'w str> {
    let to = to.to_str().unwrap();
    let asked = ["-o", to, "--tables", "parquet"];
    [&["tournament"], words, &asked].concat()
}

/// Talks with and without a deal, on scenarios with and without landmarks.
#[test]
fn every_cell_of_negotiations_is_that_of_the_table() {
    let folder = scratch("parquet-details");
    let spec = spec(&folder, 1);
    let none = CASE
        .replace("no_deal: 2", "no_deal: 8")
        .replace("no_deal: 1", "no_deal: 6")
        .replace("id: x, label: x", "id: x, label: \"x, d'un 'été'\"");
    fs::write(folder.join("two.yaml"), none.replace("CASE", "two")).unwrap();
    let text = fs::read_to_string(&spec).unwrap();
    fs::write(&spec, text.replace("\"micro\"", "\"hardliner\"")).unwrap();
    let to = folder.join("to");
    let ran = run(&with_parquet(&[&spec], &to));
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let (rows, groups, empty) = details(&to);
    assert_eq!([rows, groups], [2 * 9 * 2 * 2, 1]);
    let optimality = ["pareto", "nash", "kalai"].map(|of| format!("{of}_optimality"));
    let expected = BTreeSet::from(optimality);
    let agreement = BTreeSet::from(["agreement".to_owned()]);
    assert_eq!(empty, &expected | &agreement);
}

/// More rows than are kept at a time.
#[test]
fn rows_are_written_in_groups() {
    let folder = scratch("parquet-groups");
    let spec = spec(&folder, 2_100);
    let text = fs::read_to_string(&spec).unwrap();
    let text = text.replace(", \"random\", \"micro\"", "");
    fs::write(&spec, text.replace("[20, 50]", "[1, 2, 3, 4]")).unwrap();
    let to = folder.join("to");
    let ran = run(&with_parquet(&[&spec], &to));
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let (rows, groups, _) = details(&to);
    assert_eq!([rows, groups], [2 * 2 * 4 * 2_100, 2]);
}

#[test]
fn threads_and_shares_change_no_byte_of_it() {
    let folder = scratch("parquet-shares");
    let spec = spec(&folder, 4);
    let read = |words: &[&str], name: &str| {
        let to = folder.join(name);
        let ran = run(&with_parquet(words, &to));
        assert_eq!(ran.code, Some(0), "{ran:?}");
        fs::read(to.join("details.parquet")).ok()
    };
    let whole = read(&[&spec, "--threads", "1"], "1");
    assert!(whole.is_some());
    assert!(read(&[&spec, "--threads", "3"], "3") == whole, "threads");
    let place = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    for of in [1, 3] {
        let mut merged = vec!["merge".to_owned(), spec.clone()];
        for share in 1..=of {
            let (name, part) = (format!("share{share}of{of}"), format!("{share}/{of}"));
            assert_eq!(read(&[&spec, "--shard", &part], &name).is_some(), of == 1);
            merged.push(place(&name));
        }
        let words: Vec<&str> = merged.iter().map(String::as_str).collect();
        assert!(read(&words, &format!("merged{of}")) == whole, "{of} shares");
    }
}

/// Work that ends early leaves no file, and no part of one.
#[test]
fn nothing_of_it_is_left_half_written() {
    let folder = scratch("parquet-broken");
    let (spec, to) = (spec(&folder, 4), folder.join("to"));
    let words = with_parquet(&[&spec], &to);
    assert_eq!(run(&words).code, Some(0));
    let whole = fs::read(to.join("details.parquet")).unwrap();
    fs::remove_file(to.join("details.parquet")).unwrap();
    fs::remove_file(to.join("details.csv")).unwrap();
    let parts = fs::read_dir(to.join("parts")).unwrap();
    let parts = parts.map(|part| part.unwrap().path());
    let last = parts
        .filter(|part| part.extension().is_some())
        .max()
        .unwrap();
    let text = fs::read(&last).unwrap();
    fs::write(&last, &text[..text.len() - 3]).unwrap();
    assert_eq!(run(&words).code, Some(2));
    let names = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name();
    let left: BTreeSet<_> = fs::read_dir(&to).unwrap().map(names).collect();
    assert_eq!(
        left,
        ["parts", "scores.csv", "summary.html"]
            .map(Into::into)
            .into()
    );
    fs::write(&last, text).unwrap();
    assert_eq!(run(&words).code, Some(0));
    assert_eq!(fs::read(to.join("details.parquet")).unwrap(), whole);
}
