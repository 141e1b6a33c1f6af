//! Workbooks of any make as tables of plain cells.

mod archive;
mod book;
mod csv_text;
mod cursor;
mod facts;
mod looks;
mod looks_ods;
mod looks_xlsx;
pub(crate) mod open;
mod scan_ods;
mod scan_xlsx;
pub(crate) mod table;
mod tally;
mod texts;
mod walk_xlsx;
