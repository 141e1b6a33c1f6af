//! The form of what programs read differently in a scenario.

use schemars::JsonSchema;
use serde::Serialize;
use winset_model::case::Case;
use winset_model::formats::Way;
use winset_model::formats::peer::Semantics;
use winset_model::options::Package;

use super::answer::package;
use super::convert::{About, format_word};
use super::frontier::Frontier;
use super::name::{FormatWord, NameOf};
use super::settlements::{Picked, Rule, Value, disagreement, told};
use super::values::{Keyed, Reason};
use crate::ask::{LintAnswer, ReadingAnswer, ReadingDifference, ScenarioReading};
use winset_told::standing;

/// The answer to `winset lint`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LintForm {
    /// Name and version of this form.
    format: FormatWord,
    /// Which answer it is.
    answer: NameOf<LintForm>,
    /// The scenario.
    scenario: ScenarioForm,
    /// What programs read differently, each with the party that it is about.
    findings: Vec<About>,
    /// What comes of each reading, the program's own first.
    readings: Vec<ReadForm>,
    /// Why the first part that is not known was stopped; null when all is known.
    stopped: Option<Reason>,
}

/// A scenario.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ScenarioForm {
    /// Its format.
    #[schemars(extend("enum" = ["genius", "geniusweb", "negmas", "negolog"]))]
    format: &'static str,
    /// Its name: that of the domain's file, without its ending.
    name: String,
    /// Its parties, by the names of their files.
    parties: Vec<String>,
    /// The names of its issues.
    issues: Vec<String>,
}

/// What comes of a reading.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ReadForm {
    /// The reading.
    #[schemars(extend("enum" = ["genius", "negmas", "negmas-discounting", "raw"]))]
    reading: &'static str,
    /// What it makes; null where it makes no case.
    made: Option<MadeForm>,
}

/// What a reading makes of a scenario.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct MadeForm {
    /// Number of all packages.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    packages: String,
    /// How many of them reach every reservation; null when they were not counted to the end.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    acceptable: Option<String>,
    /// The frontier.
    frontier: Frontier,
    /// The packages with the largest product of gains.
    nash: Vec<Picked>,
    /// How many these are, and why there are none.
    nash_rule: Rule,
    /// From what gains count.
    disagreement: Keyed<Value>,
    /// Whether scores are rounded to multiples of 10^-12.
    rounded: bool,
    /// For parties of whom the scores are not cut at 1, as GENIUS cuts them: whether any passes 1,
    /// null where that is not known.
    uncut: Keyed<Option<bool>>,
    /// Differences from the first reading; null for that itself.
    against_first: Option<AgainstForm>,
}

/// Differences from the first reading.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct AgainstForm {
    /// Packages on this frontier and not on the first; null where not both are known.
    appear: Option<Vec<Keyed<String>>>,
    /// Packages on the first frontier and not on this one; null where not both are known.
    vanish: Option<Vec<Keyed<String>>>,
    /// Whether the Nash packages are the same; null where not both are known.
    nash_is_same: Option<bool>,
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
                format: format_word(peers.format),
                name: peers.name.clone(),
                parties: peers.profiles.iter().map(|p| p.name.clone()).collect(),
                issues: peers.domain.issues.iter().map(|i| i.name.clone()).collect(),
            },
            findings: findings.iter().map(About::from).collect(),
            readings: readings.iter().map(read).collect(),
            stopped: linted.reason().map(Reason::from),
        }
    }
}

fn read(read: &ScenarioReading) -> ReadForm {
    let ScenarioReading { way, made } = read;
    ReadForm {
        reading: match way {
            Way::Plain(Semantics::Genius) => "genius",
            Way::Plain(Semantics::Negmas) => "negmas",
            Way::Plain(Semantics::Raw) => "raw",
            Way::NegmasDiscounting => "negmas-discounting",
        },
        made: made.as_ref().map(self::made),
    }
}

fn made(made: &ReadingAnswer) -> MadeForm {
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
    MadeForm {
        packages: case.package_count().to_string(),
        acceptable: standing::exact(acceptable).map(ToString::to_string),
        frontier: Frontier::new(case, &front.found),
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

fn differences(case: &Case, against: &ReadingDifference) -> AgainstForm {
    let ReadingDifference {
        appear,
        vanish,
        nash_is_same,
    } = against;
    let named = |packages: &Vec<Package>| packages.iter().map(|p| package(case, p)).collect();
    AgainstForm {
        appear: appear.as_ref().map(named),
        vanish: vanish.as_ref().map(named),
        nash_is_same: *nash_is_same,
    }
}
