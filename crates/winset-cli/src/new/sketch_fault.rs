//! What is wrong with a part of a case that is being begun: the same checks for answers, flags and forms.

use winset::told::messages::Language;

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SketchFault {
    /// A name or a title without words.
    SaysNothing,
    /// A party of this name is there.
    PartyTwice(String),
    /// A party of this short name is there.
    ShortTwice(String),
    /// A point of this title is there.
    PointTwice(String),
    /// Fewer than two outcomes.
    FewOutcomes,
    /// This outcome is there twice.
    OutcomeTwice(String),
}

impl SketchFault {
    /// The same as a sentence.
    pub(super) fn sentence(&self, words: &Language) -> String {
        match self {
            Self::SaysNothing => words.get("sketch-says-nothing"),
            Self::PartyTwice(name) => words.with("sketch-party-twice", name),
            Self::ShortTwice(short) => words.with("sketch-short-twice", short),
            Self::PointTwice(title) => words.with("sketch-point-twice", title),
            Self::FewOutcomes => words.get("sketch-few-outcomes"),
            Self::OutcomeTwice(label) => words.with("sketch-outcome-twice", label),
        }
        .into_owned()
    }
}
