//! The form of a conversion.

use schemars::JsonSchema;
use serde::Serialize;
use winset_model::formats::Loss;
use winset_model::formats::peer::Format;

use super::name::{FormatWord, NameOf};
use crate::ask::ConversionAnswer;

/// The answer to `winset convert`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ConvertForm {
    /// Name and version of this form.
    format: FormatWord,
    /// Which answer it is.
    answer: NameOf<ConvertForm>,
    /// Identifier of the case.
    case: String,
    /// What was read.
    from: FromForm,
    /// What was to be written.
    to: ToForm,
    /// What the case does not hold of the files, or holds in its own way.
    facts: Vec<About>,
    /// Where the case differs from what the files mean.
    differs: Vec<About>,
    /// What the written files do not say of the case.
    lost: Vec<About>,
}

/// What was read.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct FromForm {
    /// Its format.
    #[schemars(extend("enum" = ["case", "genius", "geniusweb", "negmas", "negolog"]))]
    format: &'static str,
    /// The reading of GENIUS files; null for others.
    #[schemars(extend("enum" = ["genius", "negmas", "raw", null]))]
    semantics: Option<&'static str>,
}

/// What was to be written.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ToForm {
    /// Its format.
    #[schemars(extend("enum" = ["case", "genius", "geniusweb", "negmas", "negolog"]))]
    format: &'static str,
    /// The paths of the files.
    files: Vec<String>,
    /// Whether they were written.
    written: bool,
}

/// Something that is said of a party, a point or a demand.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct About {
    /// What it is about.
    about: String,
    /// What is said.
    what: String,
}

impl From<&Loss> for About {
    fn from(loss: &Loss) -> Self {
        let Loss { about, what } = loss;
        Self {
            about: about.clone(),
            what: what.clone(),
        }
    }
}

/// A format as the command line names it.
pub(super) fn format_word(format: Format) -> &'static str {
    match format {
        Format::Genius => "genius",
        Format::GeniusWeb => "geniusweb",
        Format::Negmas => "negmas",
        Format::Negolog => "negolog",
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
        let word = |format: Option<Format>| format.map_or("case", format_word);
        let scenario = source.scenario.as_ref();
        let about = |losses: &[Loss]| losses.iter().map(About::from).collect();
        let genius = scenario.filter(|scenario| scenario.format == Format::Genius);
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: source.case.id.clone(),
            from: FromForm {
                format: word(scenario.map(|scenario| scenario.format)),
                semantics: genius.map(|scenario| scenario.semantics.name()),
            },
            to: ToForm {
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
