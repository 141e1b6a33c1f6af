//! A second opinion: the refutation of an overlap as a formula and a proof for the program VeriPB.
//!
//! The formula is written from the case and the positions, the proof from the certificate. Nothing
//! of the solver's own form of a case goes into either; what is wrong there is refused by VeriPB.

pub mod certificate;
pub mod circuit;
pub mod constraint;
pub mod opb;
pub mod proof;
pub mod random;
pub mod rows;
pub mod run;
mod sum;
#[cfg(test)]
mod tests;

use thiserror::Error;
use winset_check::NoOverlap;
use winset_model::case::Case;

use certificate::Certificate;
use circuit::Circuit;
use opb::Formula;
use proof::Ground;

/// Why a refutation cannot be written for VeriPB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ExportError {
    /// The certificate is not one that the checker accepts for the case.
    #[error("read the certificate: it does not fit the case")]
    Certificate,
    /// A sum that does not fit 128 bits.
    #[error("add up the weights: a sum does not fit 128 bits")]
    TooLarge,
}

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
        proof: proof::text(&ground, &certificate)?,
    })
}
