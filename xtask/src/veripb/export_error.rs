//! Why a refutation cannot be written.

use thiserror::Error;

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
