//! The package on the table.

use winset_model::options::Package;

/// A package that somebody put on the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CandidatePackage {
    /// What it is called: "offer 5 of Federation of Orvane".
    pub name: String,
    /// The package.
    pub package: Package,
}
