//! A workbook in the place of a case file.

use std::path::Path;

use winset_model::diagnostic::{Code, Diagnostic, Span};
use winset_model::document::{Node, Syntax};
use winset_sheet::{SheetFinding, document_from, read_tables};

use crate::load::{LoadError, SourceText};

/// What was made of a workbook.
#[derive(Debug, Clone)]
pub struct WorkbookCase {
    /// The case file that says the same.
    pub document: Node,
    /// What is worth a look, each with its cell: what was taken for what, and what was left alone.
    pub remarks: Vec<String>,
}

/// Whether a file is a workbook, by its name.
pub fn is_workbook(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| {
        ["xlsx", "ods"]
            .iter()
            .any(|e| ending.eq_ignore_ascii_case(e))
    })
}

/// The case file that a workbook, or a sheet as CSV, says.
///
/// # Errors
/// What is wrong with it, each with its cell.
pub fn workbook_case(name: &str, bytes: &[u8]) -> Result<WorkbookCase, LoadError> {
    let read = read_tables(bytes).and_then(|tables| document_from(&tables, None));
    let read = read.map_err(|found| refused(name, &found))?;
    Ok(WorkbookCase {
        remarks: read.told(),
        document: read.document,
    })
}

/// What is wrong with a workbook, as findings of a file that has no lines: each names its cell, unless it is about
/// the whole file and its place is empty.
pub fn workbook_findings(name: &str, found: &[SheetFinding]) -> (SourceText, Vec<Diagnostic>) {
    let text = SourceText {
        name: name.to_owned(),
        bytes: Vec::new(),
        syntax: Syntax::Yaml,
    };
    let found = found.iter().map(|finding| {
        let message = match finding.place.as_str() {
            "" => finding.message.clone(),
            place => format!("{place}: {}", finding.message),
        };
        Diagnostic::new(Code::Format, Span::default(), "", message).expected(finding.remedy.clone())
    });
    (text, found.collect())
}

fn refused(name: &str, found: &[SheetFinding]) -> LoadError {
    let (text, found) = workbook_findings(name, found);
    LoadError::Refused { text, found }
}
