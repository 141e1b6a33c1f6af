//! A second opinion: the refutation of an overlap as a formula and a proof for the program VeriPB.
//!
//! The formula is written from the case and the positions, the proof from the certificate. Nothing
//! of the solver's own form of a case goes into either; what is wrong there is refused by VeriPB.

pub mod certificate;
pub mod circuit;
pub mod constraint;
mod export;
mod export_error;
pub mod opb;
pub mod proof;
pub mod random;
pub mod rows;
pub mod run;
mod sum;
#[cfg(test)]
mod tests;

pub use export::{Export, export};
pub use export_error::ExportError;
