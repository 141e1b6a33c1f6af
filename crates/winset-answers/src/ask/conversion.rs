//! Scenarios of other programs and cases, made into each other.

use std::path::PathBuf;

use winset_model::case::Case;
use winset_model::document::Node;
use winset_model::formats::peer::PeerFormat;
use winset_model::formats::{Loss, Scenario};

/// A case, and what reading it has lost already.
#[derive(Debug)]
pub struct ConversionSource {
    /// The case.
    pub case: Case,
    /// The case as text in JSON.
    pub text: String,
    /// The same as a tree, its keys in the order in which they were written.
    pub document: Node,
    /// What the case does not say of the files that it comes from.
    pub losses: Vec<Loss>,
    /// The scenario that it comes from, where it does.
    pub scenario: Option<Scenario>,
}

/// A conversion, done or refused.
#[derive(Debug)]
pub struct ConversionAnswer {
    /// What is converted.
    pub source: ConversionSource,
    /// The format of the files; `None` for a case.
    pub target: Option<PeerFormat>,
    /// Where the files are, or would be.
    pub paths: Vec<PathBuf>,
    /// What the files do not say of the case.
    pub lost: Vec<Loss>,
    /// Whether they were written.
    pub written: bool,
}
