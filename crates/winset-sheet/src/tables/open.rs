//! Files of any kind.

use super::book::read_book;
use super::csv_text::csv_table;
use super::table::{BYTES_MAX, Tables};
use crate::findings::{SheetFinding, finding};

/// Reads a file: XLSX or ODS, or CSV with commas, semicolons or tabs, in UTF-8.
///
/// What is not plain in it is told: formulas, errors, merged cells, hidden rows and columns, comments,
/// dates.
///
/// # Errors
/// A file that is none of these, is damaged, or is over a limit: on its bytes, packed or unpacked, on the
/// number of its parts, and on its used rows and columns. That is found before the file is unpacked into
/// memory.
pub fn read_tables(bytes: &[u8]) -> Result<Tables, Vec<SheetFinding>> {
    if bytes.len() > BYTES_MAX {
        let message = format!("the file has {} bytes", bytes.len());
        let remedy =
            "take out pictures and what does not belong to the case: at most 32 MiB are read";
        return Err(vec![finding("workbook", message, remedy)]);
    }
    if bytes.starts_with(b"PK") {
        return read_book(bytes);
    }
    let other = match bytes {
        [] => Some("the file is empty"),
        [0xd0, 0xcf, 0x11, 0xe0, ..] if is_encrypted(bytes) => {
            let message = "this workbook has a password";
            let remedy =
                "open it in a spreadsheet program, take the password off and save it again";
            return Err(vec![finding("workbook", message, remedy)]);
        }
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some("this is a workbook of an older kind (XLS)"),
        [b'%', b'P', b'D', b'F', ..] => Some("this is a PDF"),
        _ if bytes.contains(&0) => Some("this is no workbook, and no CSV in UTF-8"),
        _ => None,
    };
    if let Some(message) = other {
        let remedy = "open it in a spreadsheet program and save it as XLSX, ODS, or CSV in UTF-8";
        return Err(vec![finding("workbook", message, remedy)]);
    }
    read_csv_tables(&[("CSV", bytes)])
}

/// Whether a file of the older container holds a newer one that is encrypted: it names its stream so.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// Reads CSV files as the sheets of one workbook, by their names.
///
/// # Errors
/// As [`read_tables`].
pub fn read_csv_tables(files: &[(&str, &[u8])]) -> Result<Tables, Vec<SheetFinding>> {
    let mut tables = Vec::new();
    let mut findings = Vec::new();
    for (name, bytes) in files {
        match csv_table(name, bytes) {
            Ok(table) => tables.push(table),
            Err(found) => findings.push(found),
        }
    }
    if findings.is_empty() {
        let remarks = Vec::new();
        Ok(Tables { tables, remarks })
    } else {
        Err(findings)
    }
}
