//! The form of a conversion.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::formats::Loss;
use winset_model::formats::peer::PeerFormat;

use super::name::{FormatWord, NameOf};
use super::values::present;
use super::words::SemanticsWord;
use crate::ask::ConversionAnswer;

/// The answer to `winset convert`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConvertForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<ConvertForm>,
    /// Identifier of the case.
    pub case: String,
    /// What was read.
    pub from: ConvertedFromForm,
    /// What was to be written.
    pub to: ConvertedToForm,
    /// What the case does not hold of the files, or holds in its own way.
    pub facts: Vec<AboutForm>,
    /// Where the case differs from what the files mean.
    pub differs: Vec<AboutForm>,
    /// What the written files do not say of the case.
    pub lost: Vec<AboutForm>,
}

/// A format of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FileFormatWord {
    /// A case file.
    Case,
    /// GENIUS.
    Genius,
    /// `GeniusWeb`.
    #[serde(rename = "geniusweb")]
    GeniusWeb,
    /// NegMAS.
    Negmas,
    /// NegoLog.
    Negolog,
}

impl From<PeerFormat> for FileFormatWord {
    fn from(format: PeerFormat) -> Self {
        match format {
            PeerFormat::Genius => Self::Genius,
            PeerFormat::GeniusWeb => Self::GeniusWeb,
            PeerFormat::Negmas => Self::Negmas,
            PeerFormat::Negolog => Self::Negolog,
        }
    }
}

/// What was read.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConvertedFromForm {
    /// Its format.
    pub format: FileFormatWord,
    /// The reading of GENIUS files; null for others.
    #[serde(deserialize_with = "present")]
    pub semantics: Option<SemanticsWord>,
}

/// What was to be written.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConvertedToForm {
    /// Its format.
    pub format: FileFormatWord,
    /// The paths of the files.
    pub files: Vec<String>,
    /// Whether they were written.
    pub written: bool,
}

/// Something that is said of a party, a point or a demand.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AboutForm {
    /// What it is about.
    pub about: String,
    /// What is said.
    pub what: String,
}

impl From<&Loss> for AboutForm {
    fn from(loss: &Loss) -> Self {
        let Loss { about, what } = loss;
        Self {
            about: about.clone(),
            what: what.clone(),
        }
    }
}

impl ConvertForm {
    /// The form of a conversion.
    pub fn new(converted: &ConversionAnswer) -> Self {
        let ConversionAnswer {
            source,
            target,
            paths,
            lost,
            written,
        } = converted;
        let word =
            |format: Option<PeerFormat>| format.map_or(FileFormatWord::Case, FileFormatWord::from);
        let scenario = source.scenario.as_ref();
        let about = |losses: &[Loss]| losses.iter().map(AboutForm::from).collect();
        let genius = scenario.filter(|scenario| scenario.format == PeerFormat::Genius);
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: source.case.id.clone(),
            from: ConvertedFromForm {
                format: word(scenario.map(|scenario| scenario.format)),
                semantics: genius.map(|scenario| scenario.semantics.into()),
            },
            to: ConvertedToForm {
                format: word(*target),
                files: paths
                    .iter()
                    .map(|path| path.display().to_string())
                    .collect(),
                written: *written,
            },
            facts: scenario.map_or_else(Vec::new, |scenario| about(&scenario.facts)),
            differs: about(&source.losses),
            lost: about(lost),
        }
    }
}
