//! The form of a scenario's figures.

use num_bigint::BigUint;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_solve::{BigRatio, FrontierFound, PairConflict, Stats, TiedDistance};

use super::answer::package;
use super::as_text::{AsText, Decimals};
use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::values::{Keyed, assumed_ids, present};
use super::variants::{VariantForm, variants};
use super::words::{PeerFormatWord, ReasonWord, SemanticsWord};
use winset_told::decimals::{optimality, root};
use winset_told::standing;

use crate::ask::{CandidatePlace, ScenarioSource, StatisticsAnswer};

/// The answer to `winset stats`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatsForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<StatsForm>,
    /// Identifier of the case.
    pub case: String,
    /// Identifiers of the assumptions under which this is the answer, in the order of the case; left out
    /// where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<String>,
    /// Of which program the files are; null for a case.
    #[serde(deserialize_with = "present")]
    pub read_as: Option<PeerFormatWord>,
    /// What the numbers of GENIUS files were taken to mean; null for others.
    #[serde(deserialize_with = "present")]
    pub semantics: Option<SemanticsWord>,
    /// Of a scenario as GENIUS reads it: parties whose scores are not cut at 1, as GENIUS cuts them.
    pub uncut: Vec<String>,
    /// The parties that it is about, in order.
    pub parties: Vec<String>,
    /// How many packages keep the laws; this and the next two null where not counted to the end.
    #[serde(deserialize_with = "present")]
    pub packages: Option<AsText<BigUint>>,
    /// How many are acceptable.
    #[serde(deserialize_with = "present")]
    pub acceptable: Option<AsText<BigUint>>,
    /// How many are acceptable and above the no-deal value of every party that has one.
    #[serde(deserialize_with = "present")]
    pub above: Option<AsText<BigUint>>,
    /// For each party its worst and its best among all packages that keep the laws; null where not known.
    #[serde(deserialize_with = "present")]
    pub scores: Option<Keyed<RangeForm>>,
    /// The frontier.
    pub frontier: FrontierSizeForm,
    /// How far the parties are opposed.
    pub opposition: OppositionForm,
    /// How each pair of parties ranks packages.
    pub pairs: Vec<PairForm>,
    /// What each rule picks.
    pub rules: Vec<VariantForm>,
    /// Where the package on the table stands; null without one.
    #[serde(deserialize_with = "present")]
    pub package: Option<PlacedPackageForm>,
    /// Why the first part that is not known was stopped; null when all is known.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// How far a party's scores reach.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RangeForm {
    /// Its worst package.
    pub worst: Number,
    /// Its best package.
    pub best: Number,
    /// Its no-deal value; null where it has none.
    #[serde(deserialize_with = "present")]
    pub no_deal: Option<Number>,
}

/// The size of the frontier.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FrontierSizeForm {
    /// Whether these are all.
    pub complete: bool,
    /// How many score vectors.
    pub points: usize,
    /// How many packages have them; null where they were not counted to the end.
    #[serde(deserialize_with = "present")]
    pub packages: Option<AsText<BigUint>>,
}

/// How far parties are opposed; each null where it is not known or there is none.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OppositionForm {
    /// NegMAS's opposition level.
    #[serde(deserialize_with = "present")]
    pub negmas: Option<DistanceForm>,
    /// NegoLog's opposition; of ties the least.
    #[serde(deserialize_with = "present")]
    pub negolog: Option<DistanceForm>,
    /// How far ties of it reach.
    #[serde(deserialize_with = "present")]
    pub negolog_ties: Option<TiesForm>,
    /// The opposition of ANL's scenarios; of ties the least.
    #[serde(deserialize_with = "present")]
    pub anl: Option<DistanceForm>,
    /// How far ties of it reach.
    #[serde(deserialize_with = "present")]
    pub anl_ties: Option<TiesForm>,
}

/// Ties of what a rule picks, which may be differently far from a point.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TiesForm {
    /// How many score vectors the rule picks.
    pub picked: usize,
    /// The most of their distances.
    pub most: DistanceForm,
}

/// A distance.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DistanceForm {
    /// Its square, exactly.
    pub squared: Number,
    /// The distance to twelve digits behind the point.
    pub value: Decimals,
}

/// How two parties rank packages.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PairForm {
    /// The two parties; null where it is not known of any pair.
    #[serde(deserialize_with = "present")]
    pub parties: Option<Vec<String>>,
    /// Pairs of packages that the two rank in opposite order.
    #[serde(deserialize_with = "present")]
    pub opposed: Option<AsText<BigUint>>,
    /// Pairs of packages that are not worth the same to both.
    #[serde(deserialize_with = "present")]
    pub pairs: Option<AsText<BigUint>>,
    /// NegMAS's conflict level: the share of the first in the second; 1 where there are none, as NegMAS
    /// says.
    #[serde(deserialize_with = "present")]
    pub conflict: Option<Number>,
    /// NegoLog's balance score.
    #[serde(deserialize_with = "present")]
    pub balance: Option<Number>,
    /// Why it is not known; null when it is. `memory-limit`: there are too many packages.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// Where a package stands.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacedPackageForm {
    /// The package.
    pub package: Keyed<String>,
    /// What it is worth to each of the parties; null for one without preferences.
    pub scores: Vec<Option<Number>>,
    /// The sum of these.
    pub welfare: Number,
    /// The largest sum on the frontier; null where it is not known.
    #[serde(deserialize_with = "present")]
    pub best_welfare: Option<Number>,
    /// Its distance to the frontier.
    pub frontier: DistanceToForm,
    /// Its distance to what each rule picks.
    pub rules: Keyed<DistanceToForm>,
}

/// How far a package is from some others.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DistanceToForm {
    /// The distance to the nearest; null where there is none, or it is not known.
    #[serde(deserialize_with = "present")]
    pub distance: Option<DistanceForm>,
    /// NegMAS's optimality: 1 less the distance as a share of that between worst and best for everybody,
    /// from 0, to twelve digits.
    #[serde(deserialize_with = "present")]
    pub optimality: Option<Decimals>,
}

impl StatsForm {
    /// The form of a scenario's figures.
    pub fn new(case: &Case, described: &StatisticsAnswer) -> Self {
        let StatisticsAnswer {
            stats,
            source,
            candidate,
        } = described;
        let exact = |count| standing::exact(count).cloned().map(AsText);
        let placed = candidate.as_ref();
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            assumptions: assumed_ids(case),
            read_as: source.as_ref().map(|source| source.format.into()),
            semantics: source
                .as_ref()
                .and_then(ScenarioSource::genius)
                .map(SemanticsWord::from),
            uncut: { source.iter() }
                .flat_map(|source| &source.uncut)
                .map(|party| id(case, *party))
                .collect(),
            parties: stats.parties.iter().map(|p| id(case, *p)).collect(),
            packages: exact(&stats.possible),
            acceptable: exact(&stats.acceptable),
            above: exact(&stats.above),
            scores: scores(case, stats),
            frontier: size(&stats.variants.frontier),
            opposition: OppositionForm {
                negmas: stats.opposition.as_ref().map(DistanceForm::of),
                negolog: least(stats.negolog_opposition.as_ref()),
                negolog_ties: stats.negolog_opposition.as_ref().map(ties),
                anl: least(stats.anl_opposition.as_ref()),
                anl_ties: stats.anl_opposition.as_ref().map(ties),
            },
            pairs: stats.conflicts.iter().map(|one| pair(case, one)).collect(),
            rules: variants(case, &stats.variants),
            package: placed.map(|place| PlacedPackageForm::new(case, stats, place)),
            stopped: described.reason().map(ReasonWord::from),
        }
    }
}

fn least(distance: Option<&TiedDistance>) -> Option<DistanceForm> {
    distance.map(|distance| DistanceForm::of(&distance.least))
}

fn ties(distance: &TiedDistance) -> TiesForm {
    TiesForm {
        picked: distance.picked,
        most: DistanceForm::of(&distance.most),
    }
}

fn id(case: &Case, party: PartyId) -> String {
    case.parties[party.index()].id.clone()
}

fn scores(case: &Case, stats: &Stats) -> Option<Keyed<RangeForm>> {
    let sides = &stats.variants.sides;
    if sides.is_empty() {
        return None;
    }
    let sides = stats.parties.iter().zip(sides).map(|(party, side)| {
        let range = RangeForm {
            worst: Number::of_big(&side.worst),
            best: Number::of_big(&side.best),
            no_deal: side.no_deal.as_ref().map(Number::of_big),
        };
        (id(case, *party), range)
    });
    Some(Keyed(sides.collect()))
}

fn size(frontier: &FrontierFound) -> FrontierSizeForm {
    match frontier {
        FrontierFound::Complete {
            claim, packages, ..
        } => {
            let all = standing::total(packages);
            FrontierSizeForm {
                complete: true,
                points: claim.points().len(),
                packages: all.map(AsText),
            }
        }
        FrontierFound::Stopped { points, .. } => FrontierSizeForm {
            complete: false,
            points: points.len(),
            packages: None,
        },
        FrontierFound::Nobody => FrontierSizeForm {
            complete: true,
            points: 0,
            packages: Some(AsText(BigUint::ZERO)),
        },
    }
}

fn pair(case: &Case, found: &Result<PairConflict, StopReason>) -> PairForm {
    match found {
        Ok(conflict) => PairForm {
            parties: Some(conflict.parties.iter().map(|p| id(case, *p)).collect()),
            opposed: Some(AsText(conflict.opposed.into())),
            pairs: Some(AsText(conflict.pairs.into())),
            conflict: Some(Number::of_big(&conflict.level())),
            balance: Some(Number::of_big(&conflict.balance)),
            stopped: None,
        },
        Err(reason) => PairForm {
            parties: None,
            opposed: None,
            pairs: None,
            conflict: None,
            balance: None,
            stopped: Some((*reason).into()),
        },
    }
}

impl DistanceForm {
    fn of(squared: &BigRatio) -> Self {
        Self {
            squared: Number::of_big(squared),
            value: Decimals(root(squared)),
        }
    }
}

impl PlacedPackageForm {
    fn new(case: &Case, stats: &Stats, place: &CandidatePlace) -> Self {
        let CandidatePlace {
            candidate: table,
            placed,
        } = place;
        let to = |squared: &Option<BigRatio>| DistanceToForm {
            distance: squared.as_ref().map(DistanceForm::of),
            optimality: squared
                .as_ref()
                .and_then(|d| optimality(d, &placed.diameter).map(Decimals)),
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
