//! The form of what would be better than a package on the table.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_check::Acceptable;
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_solve::{Better, SettlementFound, Slack};

use super::answer::package;
use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::settlements::scores;
use super::values::{Keyed, assumed_ids, present};
use super::words::ReasonWord;
use crate::ask::{CandidatePackage, ImprovementAnswer};

/// The answer to `winset improve`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImproveForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<ImproveForm>,
    /// Identifier of the case.
    pub case: String,
    /// Identifiers of the assumptions under which this is the answer, in the order of the case; left out
    /// where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<String>,
    /// The package on the table and what would be better.
    pub improve: ImprovementForm,
    /// Why a part is not known; null when all is.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// A package on the table and what would be better.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImprovementForm {
    /// The package on the table: an option for every point.
    pub package: Keyed<String>,
    /// What it gives each party, in the file's order; null for a party without preferences.
    pub scores: Vec<Option<Number>>,
    /// Whether it is acceptable at the declared positions.
    pub acceptable: bool,
    /// The demands that it breaks.
    pub breaks: Vec<String>,
    /// The parties that it leaves below their no-deal values.
    pub below_no_deal: Vec<String>,
    /// For each party the most that it can have while nobody gets less than the package gives; null
    /// when no acceptable package gives everybody as much, or when it is not known.
    #[serde(deserialize_with = "present")]
    pub most: Option<Keyed<Number>>,
    /// The smallest change that makes it acceptable; null when no package is acceptable, or when it
    /// is not known.
    #[serde(deserialize_with = "present")]
    pub nearest: Option<NearestForm>,
    /// The best package that nobody likes less; null when there is none, or when it is not known.
    #[serde(deserialize_with = "present")]
    pub better: Option<BetterForm>,
    /// The same with so few points changed.
    pub trade: TradeForm,
}

/// The smallest change that makes a package acceptable.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NearestForm {
    /// How many points change.
    pub changes: usize,
    /// Whether the list holds all packages that change so few.
    pub complete: bool,
    /// The packages.
    pub packages: Vec<ChangedPackageForm>,
}

/// Packages that nobody likes less.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BetterForm {
    /// The parties that gain; none when the package on the table is on the frontier.
    pub gain: Vec<String>,
    /// Of the packages with the largest product of gains, those that change the fewest points.
    pub packages: Vec<ChangedPackageForm>,
}

/// The best trade that changes few points.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TradeForm {
    /// Most points that may change.
    pub change: usize,
    /// The best trade; null when there is none, or when it is not known.
    #[serde(deserialize_with = "present")]
    pub best: Option<BetterForm>,
}

/// A package with what it gives.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangedPackageForm {
    /// An option for every point.
    pub package: Keyed<String>,
    /// What it gives each party, in the file's order.
    pub scores: Vec<Option<Number>>,
    /// The points that differ from the package on the table.
    pub changed: Vec<String>,
}

impl ImproveForm {
    /// The form of what was found.
    pub fn new(case: &Case, table: &CandidatePackage, found: &ImprovementAnswer) -> Self {
        let unmet = &found.fares.unmet;
        let breaks = unmet
            .demands
            .iter()
            .map(|d| case.demand_name(*d).to_owned());
        let below = unmet.below_floor.iter();
        let below = below.map(|p| case.parties[p.index()].id.clone());
        let nearest = match &found.nearest {
            Answer::Found(nearest) => Some(NearestForm {
                changes: nearest.changes,
                complete: nearest.more.is_none(),
                packages: nearest
                    .packages
                    .iter()
                    .map(|p| settled(case, table, p))
                    .collect(),
            }),
            Answer::Impossible(_) | Answer::Stopped { .. } => None,
        };
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            assumptions: assumed_ids(case),
            stopped: found.reason().map(ReasonWord::from),
            improve: ImprovementForm {
                package: package(case, &table.package),
                scores: scores(case, &found.fares.scores),
                acceptable: found.fares.acceptable(),
                breaks: breaks.collect(),
                below_no_deal: below.collect(),
                most: most(case, &found.room),
                nearest,
                better: better(case, table, &found.better),
                trade: TradeForm {
                    change: found.change,
                    best: better(case, table, &found.trade),
                },
            },
        }
    }
}

fn most(case: &Case, room: &Slack) -> Option<Keyed<Number>> {
    let Slack::Most(most) = room else { return None };
    let of_party = most.iter().flatten().map(|best| {
        let party = best.party();
        let id = case.parties[party.index()].id.clone();
        (id, Number::of(&case.unscaled(party, best.value())))
    });
    Some(Keyed(of_party.collect()))
}

fn better(case: &Case, table: &CandidatePackage, found: &Better) -> Option<BetterForm> {
    let SettlementFound::Found { claim, .. } = &found.rule else {
        return None;
    };
    let mut gain: Vec<PartyId> = claim
        .groups()
        .iter()
        .flat_map(|group| group.parties().iter().copied())
        .collect();
    gain.sort_unstable();
    gain.dedup();
    Some(BetterForm {
        gain: gain
            .iter()
            .map(|p| case.parties[p.index()].id.clone())
            .collect(),
        packages: found
            .fewest
            .iter()
            .map(|p| settled(case, table, p))
            .collect(),
    })
}

fn settled(case: &Case, table: &CandidatePackage, found: &Acceptable) -> ChangedPackageForm {
    ChangedPackageForm {
        package: package(case, found.package()),
        scores: scores(case, found.scores()),
        changed: changed(case, &table.package, found.package()),
    }
}

fn changed(case: &Case, from: &Package, to: &Package) -> Vec<String> {
    let pairs = case.points.iter().zip(from.0.iter().zip(&to.0));
    let differ = pairs.filter(|(_, (a, b))| a != b);
    differ.map(|(point, _)| point.id.clone()).collect()
}
