//! Writing a case as a workbook, and reading it again.

use winset_model::document::{Syntax, parse};
use winset_sheet::{document_from, read_csv_tables, read_tables, to_csv, to_xlsx, workbook_of};

use crate::measure::{median_of, ms, peak_kb};

/// Prints how long the ways of a random case with ladders into workbooks and back take.
pub(crate) fn run(case: &str, runs: usize) -> Result<(), String> {
    let found = |what: &dyn std::fmt::Debug| format!("{what:?}");
    let document = parse(case.as_bytes(), Syntax::Json).map_err(|e| found(&e))?;
    let book = workbook_of(&document, None).map_err(|e| found(&e))?;
    let bytes = to_xlsx(&book).map_err(|e| e.to_string())?;
    let files = to_csv(&book);
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    let tables = read_tables(&bytes).map_err(|e| found(&e))?;
    let read = document_from(&tables, None).map_err(|e| found(&e))?;
    if read.document.canonical_json() != document.canonical_json() {
        return Err("the workbook says another case".to_owned());
    }
    let rows: usize = book.sheets.iter().map(|sheet| sheet.rows.len()).sum();
    println!(
        "{rows} rows, {} bytes of XLSX, medians of {runs} runs",
        bytes.len()
    );
    let lay = median_of(runs, || workbook_of(&document, None));
    let write = median_of(runs, || to_xlsx(&book));
    let unpack = median_of(runs, || read_tables(&bytes));
    let compare = median_of(runs, || document_from(&tables, None));
    let csv = median_of(runs, || {
        read_csv_tables(&files).map(|t| document_from(&t, None))
    });
    for (what, time) in [
        ("case to workbook", lay),
        ("workbook to XLSX", write),
        ("XLSX to tables", unpack),
        ("tables to case", compare),
        ("CSV to case", csv),
    ] {
        println!("{what}: {}", ms(time));
    }
    if let Some(peak) = peak_kb() {
        println!("memory at most: {peak} kB");
    }
    Ok(())
}

/// Prints what is said of a file, how long that took, and how much memory.
pub(crate) fn look(path: &str) -> Result<(), String> {
    let bytes = std::fs::read(path).map_err(|e| format!("{path}: {e}"))?;
    let (read, took) = crate::measure::timed(|| {
        read_tables(&bytes).and_then(|tables| document_from(&tables, None))
    });
    match read {
        Ok(read) => println!("read, with {} remarks and guesses", read.told().len()),
        Err(found) => found
            .iter()
            .for_each(|finding| println!("refused: {finding}")),
    }
    println!(
        "{}, memory at most: {} kB",
        ms(took),
        peak_kb().unwrap_or(0)
    );
    Ok(())
}
