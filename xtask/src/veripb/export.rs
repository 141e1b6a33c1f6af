//! A refutation as the two texts that VeriPB reads.

use winset_check::NoOverlap;
use winset_model::case::Case;

use super::certificate::Certificate;
use super::circuit::Circuit;
use super::export_error::ExportError;
use super::opb::Formula;
use super::proof::{Ground, text};

/// What VeriPB reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The formula, in the OPB form.
    pub formula: String,
    /// The proof that it has no solution.
    pub proof: String,
}

/// Writes a checked refutation for VeriPB. Both texts hold scores and floors: as confidential as
/// the certificate and the case.
pub fn export(case: &Case, refutation: &NoOverlap) -> Result<Export, ExportError> {
    let positions = refutation.positions();
    let circuit = Circuit::new(case, positions);
    let formula = Formula::new(case, positions, &circuit);
    let certificate = Certificate::read(refutation.bytes(), case.parties.len())
        .ok_or(ExportError::Certificate)?;
    let ground = Ground {
        case,
        positions,
        circuit,
        formula,
    };
    Ok(Export {
        formula: ground.formula.text(case),
        proof: text(&ground, &certificate)?,
    })
}
