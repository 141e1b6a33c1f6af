//! The single negotiating text as it is asked for.

use winset_text::Version;

/// A version, and the one that it is compared with.
#[derive(Debug, Clone)]
pub struct TextAnswer {
    /// The text.
    pub version: Version,
    /// What it is compared with.
    pub from: Option<Version>,
}
