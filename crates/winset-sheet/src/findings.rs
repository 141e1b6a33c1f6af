//! What is told about a workbook.

use winset_model::characters::written_out;
use winset_model::document::Node;

/// What cannot be taken from a workbook, where it stands and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {message}; {remedy}")]
pub struct SheetFinding {
    /// The cell, `Positions!C4`, or the sheet, or `workbook`.
    pub place: String,
    /// What is wrong, in lower case, without a full stop.
    pub message: String,
    /// What to do.
    pub remedy: String,
}

/// What was taken from a workbook and is worth a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRemark {
    /// The cell, the sheet, or `workbook`.
    pub place: String,
    /// What was found, and how it was taken.
    pub message: String,
    /// What to do where it was meant otherwise.
    pub remedy: String,
}

/// What was taken from a cell that does not say so itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetGuess {
    /// The cell.
    pub place: String,
    /// What it was taken for, in words.
    pub message: String,
    /// What to do where it was meant otherwise.
    pub remedy: String,
}

/// What a workbook says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetReading {
    /// The document of the case.
    pub document: Node,
    /// The party whose workbook it says it is; none: the mediator's, or nobody's. Whoever had the file could
    /// have changed that: it is for the caller to know from whom the file came.
    pub own: Option<String>,
    /// What is worth a look.
    pub remarks: Vec<SheetRemark>,
    /// What was guessed.
    pub guesses: Vec<SheetGuess>,
}

impl SheetReading {
    /// What was guessed and what is worth a look, each with its place and what to do, without full stops.
    pub fn told(&self) -> Vec<String> {
        let told =
            |place: &str, message: &str, remedy: &str| format!("{place}: {message}; {remedy}");
        let guesses = self.guesses.iter();
        let guesses = guesses.map(|guess| told(&guess.place, &guess.message, &guess.remedy));
        let remarks = self.remarks.iter();
        let remarks = remarks.map(|remark| told(&remark.place, &remark.message, &remark.remedy));
        guesses.chain(remarks).collect()
    }
}

/// Why a workbook could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// The writer of workbooks refused it.
    #[error("write the workbook: use shorter texts or fewer entries, or write the case as YAML")]
    Write {
        /// Why.
        #[from]
        source: rust_xlsxwriter::XlsxError,
    },
}

/// Findings, remarks and guesses while a workbook is read.
#[derive(Debug, Default)]
pub(crate) struct Told {
    pub(crate) findings: Vec<SheetFinding>,
    pub(crate) remarks: Vec<SheetRemark>,
    pub(crate) guesses: Vec<SheetGuess>,
}

/// Most findings, and most remarks, that are listed.
const TOLD_MAX: usize = 200;

impl Told {
    pub(crate) fn finding(&mut self, place: &str, message: impl Into<String>, remedy: &str) {
        if self.findings.len() < TOLD_MAX {
            self.findings.push(finding(place, message, remedy));
        }
    }

    pub(crate) fn remark(&mut self, place: &str, message: impl Into<String>, remedy: &str) {
        if self.remarks.len() < TOLD_MAX {
            self.remarks.push(remark(place, message, remedy));
        }
    }

    pub(crate) fn guess(&mut self, place: &str, message: impl Into<String>, remedy: &str) {
        self.guesses.push(SheetGuess {
            place: place.to_owned(),
            message: message.into(),
            remedy: remedy.to_owned(),
        });
    }

    /// Says where a text that is taken has characters that nobody sees.
    pub(crate) fn unseen(&mut self, place: &str, text: &str) {
        let shown = written_out(text);
        if shown != text {
            let message = format!(
                "characters that nobody sees stand in this cell: `{}`",
                shown.trim()
            );
            self.remark(place, message, "type the words of the cell anew");
        }
    }

    /// The findings so far, if there are any.
    pub(crate) fn check(&mut self) -> Result<(), Vec<SheetFinding>> {
        if self.findings.is_empty() {
            Ok(())
        } else {
            Err(std::mem::take(&mut self.findings))
        }
    }
}

pub(crate) fn finding(place: &str, message: impl Into<String>, remedy: &str) -> SheetFinding {
    SheetFinding {
        place: place.to_owned(),
        message: message.into(),
        remedy: remedy.to_owned(),
    }
}

pub(crate) fn remark(place: &str, message: impl Into<String>, remedy: &str) -> SheetRemark {
    SheetRemark {
        place: place.to_owned(),
        message: message.into(),
        remedy: remedy.to_owned(),
    }
}
