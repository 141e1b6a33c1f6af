//! The form of what programs read differently in a scenario.

use num_bigint::BigUint;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::case::Case;
use winset_model::formats::Way;
use winset_model::formats::peer::Semantics;
use winset_model::options::Package;

use super::answer::package;
use super::as_text::AsText;
use super::convert::AboutForm;
use super::frontier::FrontierPointsForm;
use super::name::{FormatWord, NameOf};
use super::settlements::{DisagreementForm, PickedForm, RuleForm, disagreement, told};
use super::values::{Keyed, present};
use super::words::{PeerFormatWord, ReasonWord};
use crate::ask::{LintAnswer, ReadingAnswer, ReadingDifference, ScenarioReading};
use winset_told::standing;

/// The answer to `winset lint`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LintForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<LintForm>,
    /// The scenario.
    pub scenario: ScenarioForm,
    /// What programs read differently, each with the party that it is about.
    pub findings: Vec<AboutForm>,
    /// What comes of each reading, the program's own first.
    pub readings: Vec<ReadingForm>,
    /// Why the first part that is not known was stopped; null when all is known.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// A scenario.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScenarioForm {
    /// Its format.
    pub format: PeerFormatWord,
    /// Its name: that of the domain's file, without its ending.
    pub name: String,
    /// Its parties, by the names of their files.
    pub parties: Vec<String>,
    /// The names of its issues.
    pub issues: Vec<String>,
}

/// A reading of a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReadingWord {
    /// As GENIUS does.
    Genius,
    /// As NegMAS does, without discounting.
    Negmas,
    /// As NegMAS does, with discounting.
    NegmasDiscounting,
    /// Evaluations times weights.
    Raw,
}

/// What comes of a reading.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadingForm {
    /// The reading.
    pub reading: ReadingWord,
    /// What it makes; null where it makes no case.
    #[serde(deserialize_with = "present")]
    pub made: Option<ReadingMadeForm>,
}

/// What a reading makes of a scenario.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadingMadeForm {
    /// Number of all packages.
    pub packages: AsText<BigUint>,
    /// How many of them reach every reservation; null when they were not counted to the end.
    #[serde(deserialize_with = "present")]
    pub acceptable: Option<AsText<BigUint>>,
    /// The frontier.
    pub frontier: FrontierPointsForm,
    /// The packages with the largest product of gains.
    pub nash: Vec<PickedForm>,
    /// How many these are, and why there are none.
    pub nash_rule: RuleForm,
    /// From what gains count.
    pub disagreement: Keyed<DisagreementForm>,
    /// Whether scores are rounded, to multiples of 10^-12 or somewhat more.
    pub rounded: bool,
    /// For parties of whom the scores are not cut at 1, as GENIUS cuts them: whether any passes 1,
    /// null where that is not known.
    pub uncut: Keyed<Option<bool>>,
    /// Differences from the first reading; null for that itself.
    #[serde(deserialize_with = "present")]
    pub against_first: Option<AgainstFirstForm>,
}

/// Differences from the first reading.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgainstFirstForm {
    /// Packages on this frontier and not on the first; null where not both are known.
    #[serde(deserialize_with = "present")]
    pub appear: Option<Vec<Keyed<String>>>,
    /// Packages on the first frontier and not on this one; null where not both are known.
    #[serde(deserialize_with = "present")]
    pub vanish: Option<Vec<Keyed<String>>>,
    /// Whether the Nash packages are the same; null where not both are known.
    #[serde(deserialize_with = "present")]
    pub nash_is_same: Option<bool>,
}

impl LintForm {
    /// The form of what is to be said of a scenario.
    pub fn new(linted: &LintAnswer) -> Self {
        let LintAnswer {
            peers,
            findings,
            readings,
        } = linted;
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            scenario: ScenarioForm {
                format: peers.format.into(),
                name: peers.name.clone(),
                parties: peers.profiles.iter().map(|p| p.name.clone()).collect(),
                issues: peers.domain.issues.iter().map(|i| i.name.clone()).collect(),
            },
            findings: findings.iter().map(AboutForm::from).collect(),
            readings: readings.iter().map(read).collect(),
            stopped: linted.reason().map(ReasonWord::from),
        }
    }
}

fn read(read: &ScenarioReading) -> ReadingForm {
    let ScenarioReading { way, made } = read;
    ReadingForm {
        reading: match way {
            Way::Plain(Semantics::Genius) => ReadingWord::Genius,
            Way::Plain(Semantics::Negmas) => ReadingWord::Negmas,
            Way::Plain(Semantics::Raw) => ReadingWord::Raw,
            Way::NegmasDiscounting => ReadingWord::NegmasDiscounting,
        },
        made: made.as_ref().map(self::made),
    }
}

fn made(made: &ReadingAnswer) -> ReadingMadeForm {
    let ReadingAnswer {
        scenario,
        acceptable,
        front,
        nash,
        terms,
        uncut,
        against,
    } = made;
    let case = made.case();
    let (nash, nash_rule) = told(case, nash);
    let id = |place: usize| case.parties[place].id.clone();
    ReadingMadeForm {
        packages: AsText(case.package_count()),
        acceptable: standing::exact(acceptable).cloned().map(AsText),
        frontier: FrontierPointsForm::new(case, &front.found),
        nash,
        nash_rule,
        disagreement: disagreement(case, terms),
        rounded: scenario.rounded.is_some(),
        uncut: Keyed(
            uncut
                .iter()
                .map(|(p, passes)| (id(p.index()), *passes))
                .collect(),
        ),
        against_first: against.as_ref().map(|against| differences(case, against)),
    }
}

fn differences(case: &Case, against: &ReadingDifference) -> AgainstFirstForm {
    let ReadingDifference {
        appear,
        vanish,
        nash_is_same,
    } = against;
    let named = |packages: &Vec<Package>| packages.iter().map(|p| package(case, p)).collect();
    AgainstFirstForm {
        appear: appear.as_ref().map(named),
        vanish: vanish.as_ref().map(named),
        nash_is_same: *nash_is_same,
    }
}
