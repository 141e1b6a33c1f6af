//! The form of a scenario's figures.

use schemars::JsonSchema;
use serde::Serialize;
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_solve::{BigRatio, FrontierFound, PairConflict, Stats};

use super::answer::package;
use super::name::{FormatWord, NameOf};
use super::values::{Keyed, Number, Reason};
use super::variants::{VariantForm, variants};
use winset_told::decimals::{optimality, root};
use winset_told::standing;

use crate::ask::{CandidatePlace, StatisticsAnswer};

/// The answer to `winset stats`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct StatsForm {
    /// Name and version of this form.
    format: FormatWord,
    /// Which answer it is.
    answer: NameOf<StatsForm>,
    /// Identifier of the case.
    case: String,
    /// What the numbers of a scenario of another program were taken to mean; null for a case.
    #[schemars(extend("enum" = ["genius", "negmas", "raw", null]))]
    semantics: Option<&'static str>,
    /// The parties that it is about, in order.
    parties: Vec<String>,
    /// How many packages keep the laws; this and the next two null where not counted to the end.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    packages: Option<String>,
    /// How many are acceptable.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    acceptable: Option<String>,
    /// How many are acceptable and above the no-deal value of every party that has one.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    above: Option<String>,
    /// For each party its worst and its best among all packages that keep the laws; null where not known.
    scores: Option<Keyed<Range>>,
    /// The frontier.
    frontier: Size,
    /// How far the parties are opposed.
    opposition: Opposition,
    /// How each pair of parties ranks packages.
    pairs: Vec<Pair>,
    /// What each rule picks.
    rules: Vec<VariantForm>,
    /// Where the package on the table stands; null without one.
    package: Option<PackageForm>,
    /// Why the first part that is not known was stopped; null when all is known.
    stopped: Option<Reason>,
}

/// How far a party's scores reach.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Range {
    /// Its worst package.
    worst: Number,
    /// Its best package.
    best: Number,
    /// Its no-deal value; null where it has none.
    no_deal: Option<Number>,
}

/// The size of the frontier.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Size {
    /// Whether these are all.
    complete: bool,
    /// How many score vectors.
    points: usize,
    /// How many packages have them; null where they were not counted to the end.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    packages: Option<String>,
}

/// How far parties are opposed; each null where it is not known or there is none.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Opposition {
    /// NegMAS's opposition level.
    negmas: Option<Distance>,
    /// NegoLog's opposition.
    negolog: Option<Distance>,
}

/// A distance.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Distance {
    /// Its square, exactly.
    squared: Number,
    /// The distance to twelve digits behind the point.
    #[schemars(regex(pattern = r"^[0-9]+(\.[0-9]+)?$"))]
    value: String,
}

/// How two parties rank packages.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Pair {
    /// The two parties; null where it is not known of any pair.
    parties: Option<Vec<String>>,
    /// Pairs of packages that the two rank in opposite order.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    opposed: Option<String>,
    /// Pairs of packages that are not worth the same to both.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    pairs: Option<String>,
    /// NegMAS's conflict level: the share of the first in the second; 1 where there are none, as NegMAS
    /// says.
    conflict: Option<Number>,
    /// NegoLog's balance score.
    balance: Option<Number>,
    /// Why it is not known; null when it is. `memory-limit`: there are too many packages.
    stopped: Option<Reason>,
}

/// Where a package stands.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct PackageForm {
    /// The package.
    package: Keyed<String>,
    /// What it is worth to each of the parties; null for one without preferences.
    scores: Vec<Option<Number>>,
    /// The sum of these.
    welfare: Number,
    /// The largest sum on the frontier; null where it is not known.
    best_welfare: Option<Number>,
    /// Its distance to the frontier.
    frontier: To,
    /// Its distance to what each rule picks.
    rules: Keyed<To>,
}

/// How far a package is from some others.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct To {
    /// The distance to the nearest; null where there is none, or it is not known.
    distance: Option<Distance>,
    /// NegMAS's optimality: 1 less the distance as a share of that between worst and best for everybody,
    /// from 0, to twelve digits.
    #[schemars(regex(pattern = r"^[0-9]+(\.[0-9]+)?$"))]
    optimality: Option<String>,
}

impl StatsForm {
    /// The form of a scenario's figures.
    pub fn new(case: &Case, described: &StatisticsAnswer) -> Self {
        let StatisticsAnswer {
            stats,
            semantics,
            candidate,
        } = described;
        let exact = |count| standing::exact(count).map(ToString::to_string);
        let placed = candidate.as_ref();
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            semantics: *semantics,
            parties: stats.parties.iter().map(|p| id(case, *p)).collect(),
            packages: exact(&stats.possible),
            acceptable: exact(&stats.acceptable),
            above: exact(&stats.above),
            scores: scores(case, stats),
            frontier: size(&stats.variants.frontier),
            opposition: Opposition {
                negmas: stats.opposition.as_ref().map(Distance::of),
                negolog: stats.negolog_opposition.as_ref().map(Distance::of),
            },
            pairs: stats.conflicts.iter().map(|one| pair(case, one)).collect(),
            rules: variants(case, &stats.variants),
            package: placed.map(|place| PackageForm::new(case, stats, place)),
            stopped: described.reason().map(Reason::from),
        }
    }
}

fn id(case: &Case, party: PartyId) -> String {
    case.parties[party.index()].id.clone()
}

fn scores(case: &Case, stats: &Stats) -> Option<Keyed<Range>> {
    let sides = &stats.variants.sides;
    if sides.is_empty() {
        return None;
    }
    let sides = stats.parties.iter().zip(sides).map(|(party, side)| {
        let range = Range {
            worst: Number::of_big(&side.worst),
            best: Number::of_big(&side.best),
            no_deal: side.no_deal.as_ref().map(Number::of_big),
        };
        (id(case, *party), range)
    });
    Some(Keyed(sides.collect()))
}

fn size(frontier: &FrontierFound) -> Size {
    match frontier {
        FrontierFound::Complete {
            claim, packages, ..
        } => {
            let all = standing::total(packages);
            Size {
                complete: true,
                points: claim.points().len(),
                packages: all.map(|all| all.to_string()),
            }
        }
        FrontierFound::Stopped { points, .. } => Size {
            complete: false,
            points: points.len(),
            packages: None,
        },
        FrontierFound::Nobody => Size {
            complete: true,
            points: 0,
            packages: Some("0".to_owned()),
        },
    }
}

fn pair(case: &Case, found: &Result<PairConflict, StopReason>) -> Pair {
    match found {
        Ok(conflict) => Pair {
            parties: Some(conflict.parties.iter().map(|p| id(case, *p)).collect()),
            opposed: Some(conflict.opposed.to_string()),
            pairs: Some(conflict.pairs.to_string()),
            conflict: Some(Number::of_big(&conflict.level())),
            balance: Some(Number::of_big(&conflict.balance)),
            stopped: None,
        },
        Err(reason) => Pair {
            parties: None,
            opposed: None,
            pairs: None,
            conflict: None,
            balance: None,
            stopped: Some((*reason).into()),
        },
    }
}

impl Distance {
    fn of(squared: &BigRatio) -> Self {
        Self {
            squared: Number::of_big(squared),
            value: root(squared),
        }
    }
}

impl PackageForm {
    fn new(case: &Case, stats: &Stats, place: &CandidatePlace) -> Self {
        let CandidatePlace {
            candidate: table,
            placed,
        } = place;
        let to = |squared: &Option<BigRatio>| To {
            distance: squared.as_ref().map(Distance::of),
            optimality: squared
                .as_ref()
                .and_then(|d| optimality(d, &placed.diameter)),
        };
        let score = |party: &PartyId| {
            let score = case.score(*party, &table.package)?;
            Some(Number::of(&case.unscaled(*party, score)))
        };
        let rules = placed.rules.iter();
        let rules = rules.map(|(rule, squared)| (rule.name().to_owned(), to(squared)));
        let (welfare, best) = &placed.welfare;
        Self {
            package: package(case, &table.package),
            scores: stats.parties.iter().map(score).collect(),
            welfare: Number::of_big(welfare),
            best_welfare: best.as_ref().map(Number::of_big),
            frontier: to(&placed.frontier),
            rules: Keyed(rules.collect()),
        }
    }
}
