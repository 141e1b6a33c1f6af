//! Odd and damaged workbooks: each says where it is odd, what is wrong there and what to do.

use winset_sheet::{Tables, document_from, read_tables, to_xlsx, workbook_of};

use crate::support::basin;

mod cells;
mod files;
mod same;
mod sheets;
mod tables;

/// An odd workbook: all that is said of it, and what is to be among that.
struct Odd {
    what: &'static str,
    said: Vec<String>,
    /// The place and how the message begins, `Positions!C4: this cell`.
    place: &'static str,
    /// A part of what to do.
    remedy: &'static str,
}

/// All that is said of a file, whether it is refused or read.
fn said(bytes: &[u8]) -> Vec<String> {
    match read_tables(bytes) {
        Ok(tables) => said_of(&tables),
        Err(found) => found.iter().map(ToString::to_string).collect(),
    }
}

fn said_of(tables: &Tables) -> Vec<String> {
    match document_from(tables, None) {
        Ok(reading) => reading.told(),
        Err(found) => found.iter().map(ToString::to_string).collect(),
    }
}

fn basin_xlsx() -> Vec<u8> {
    to_xlsx(&workbook_of(&basin(), None).unwrap()).unwrap()
}

/// The workbooks that do not say what they are to say, with what they say.
fn amiss(all: &[Odd]) -> Vec<(&str, &str, &[String])> {
    let fits = |odd: &Odd| {
        let mut said = odd.said.iter();
        said.any(|line| line.starts_with(odd.place) && line.contains(odd.remedy))
    };
    let amiss = all.iter().filter(|odd| !fits(odd));
    amiss
        .map(|odd| (odd.what, odd.place, odd.said.as_slice()))
        .collect()
}

#[test]
fn odd_workbooks_say_where_and_what_to_do() {
    let groups = [
        files::odd(),
        cells::odd(),
        tables::odd(),
        sheets::odd_structure(),
        sheets::odd_entries(),
    ];
    let amiss: Vec<_> = groups.iter().flat_map(|group| amiss(group)).collect();
    assert!(amiss.is_empty(), "{amiss:#?}");
    let count: usize = groups.iter().map(Vec::len).sum();
    assert!(count >= 60, "{count}");
}
