//! Cases as workbooks that people fill in, and back: bytes in, bytes out.
//!
//! ```text
//! document -> Workbook -> XLSX, CSV          workbook_of, with_agreed, to_xlsx, to_csv
//! XLSX, ODS, CSV -> Tables -> document       read_tables, document_from
//! case -> Workbook, Tables -> package        outcome_workbook, read_outcome (a group's outcome in a class)
//! ```
//!
//! A workbook says what a person would write down: points, positions, scores, links, bodies, offers, what is agreed. What
//! sheets cannot say travels in a hidden sheet that holds the whole document. Reading a workbook makes it
//! anew from that document and compares the two cell by cell: what was not touched is exactly as it was,
//! and each cell that was is one change. Nothing is taken or dropped in silence; whatever is not plain is
//! told with its place, `Positions!C4`.

mod applied;
mod codes;
mod colours;
mod findings;
mod known;
mod laid;
mod matrix;
mod numbers;
mod outcome;
mod place;
mod read;
mod tables;
mod tree;
mod workbook;
mod write_csv;
mod write_xlsx;

pub use findings::{SheetError, SheetFinding, SheetGuess, SheetReading, SheetRemark};
pub use laid::make::{with_agreed, workbook_of};
pub use outcome::{outcome_workbook, read_outcome};
pub use read::document_from;
pub use tables::open::{read_csv_tables, read_tables};
pub use tables::table::{BYTES_MAX, COLUMNS_MAX, MergedCells, ROWS_MAX, ReadTable, Tables};
pub use workbook::{CellLook, ChoiceList, Sheet, SheetCell, SheetCellValue, Workbook};
pub use write_csv::to_csv;
pub use write_xlsx::to_xlsx;
