//! Workbooks of any make as tables of plain cells.

mod archive;
mod book;
mod csv_text;
mod cursor;
mod facts;
pub(crate) mod open;
mod scan_ods;
mod scan_xlsx;
pub(crate) mod table;
