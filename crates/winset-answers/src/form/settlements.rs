//! The form of settlements.

use num_bigint::BigUint;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_check::Acceptable;
use winset_model::case::{Case, Point};
use winset_model::options::{OptionSet, PartyId};
use winset_solve::{SettlementFound, SettlementTerms, Settlements, Ties, Unsettled};

use super::answer::package;
use super::as_text::AsText;
use super::number::Number;
use super::values::{Keyed, present};
use super::words::{BasisWord, ReasonWord};
use crate::ask::OverlapSettlements;
use winset_told::standing;

/// Packages picked by rules, with all ties.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SettlementsForm {
    /// The largest product of gains.
    pub nash: Vec<PickedForm>,
    /// The best share of what each party could gain at best, for the worst-off first.
    pub kalai_smorodinsky: Vec<PickedForm>,
    /// The best gain for the worst-off first.
    pub egalitarian: Vec<PickedForm>,
    /// The largest sum of scores; empty unless the case says that scores can be compared.
    pub utilitarian: Vec<PickedForm>,
    /// What the rules go by, and what they do not pick.
    pub terms: SettlementTermsForm,
}

/// A package that a rule picks.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PickedForm {
    /// An option for every point.
    pub package: Keyed<String>,
    /// What it gives each party, in the file's order; null for a party without preferences.
    pub scores: Vec<Option<Number>>,
}

/// What the rules go by.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SettlementTermsForm {
    /// For each party that takes part what it has if nothing is agreed.
    pub disagreement: Keyed<DisagreementForm>,
    /// Whether scores may be added up.
    pub comparable: bool,
    /// For Nash: the parties that gain; where not all can, each largest set that can.
    pub gain: Vec<Vec<String>>,
    /// What is said of each rule.
    pub rules: Keyed<RuleForm>,
}

/// A disagreement value.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DisagreementForm {
    /// The value.
    pub value: Number,
    /// Where it comes from.
    pub basis: BasisWord,
}

/// How a rule ended.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleForm {
    /// How many packages it picks; null where they were not counted to the end.
    #[serde(deserialize_with = "present")]
    pub packages: Option<AsText<BigUint>>,
    /// Whether all of them are listed.
    pub complete: bool,
    /// For each point the options that they hold, all of them together: one where the rule settles the
    /// point, several where it leaves it open. Null where that is not known, or it picks none.
    #[serde(deserialize_with = "present")]
    pub points: Option<Keyed<Vec<String>>>,
    /// Why it picks none; null when it picks some, or was stopped.
    #[serde(deserialize_with = "present")]
    pub none: Option<UnsettledWord>,
    /// Why it was stopped; null when it was not.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// Why a rule picks nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum UnsettledWord {
    /// There is no overlap.
    NoOverlap,
    /// No party that takes part states preferences.
    NobodyTakesPart,
    /// Every acceptable package leaves some party below its disagreement value.
    SomebodyLoses,
    /// No acceptable package gives any party more than that.
    NobodyGains,
    /// Scores may not be added up.
    NotComparable,
}

impl SettlementsForm {
    /// The form of what the rules pick.
    pub(super) fn new(case: &Case, terms: &SettlementTerms, found: &Settlements) -> Self {
        let gain = match &found.nash {
            SettlementFound::Found { claim, .. } => {
                let ids = |parties: &[PartyId]| {
                    let ids = parties.iter().map(|p| case.parties[p.index()].id.clone());
                    ids.collect()
                };
                claim.groups().iter().map(|g| ids(g.parties())).collect()
            }
            SettlementFound::None(_) | SettlementFound::Stopped { .. } => Vec::new(),
        };
        let (nash, nash_rule) = told(case, &found.nash);
        let (kalai_smorodinsky, kalai_rule) = told(case, &found.kalai_smorodinsky);
        let (egalitarian, egalitarian_rule) = told(case, &found.egalitarian);
        let (utilitarian, utilitarian_rule) = told(case, &found.utilitarian);
        let rules = [
            ("nash", nash_rule),
            ("kalai_smorodinsky", kalai_rule),
            ("egalitarian", egalitarian_rule),
            ("utilitarian", utilitarian_rule),
        ];
        Self {
            nash,
            kalai_smorodinsky,
            egalitarian,
            utilitarian,
            terms: SettlementTermsForm {
                disagreement: disagreement(case, terms),
                comparable: terms.comparable,
                gain,
                rules: Keyed(rules.map(|(name, rule)| (name.to_owned(), rule)).into()),
            },
        }
    }
}

/// The form of settlements in an overlap.
pub(super) fn settlements(case: &Case, settled: &OverlapSettlements) -> SettlementsForm {
    let OverlapSettlements { terms, found } = settled;
    SettlementsForm::new(case, terms, found)
}

/// What each party has if nothing is agreed.
pub(super) fn disagreement(case: &Case, terms: &SettlementTerms) -> Keyed<DisagreementForm> {
    let of_party = |party: &PartyId| {
        let value = terms.disagreement.value(*party)?;
        let basis = terms.disagreement.basis(*party)?.into();
        let value = Number::of(&value);
        Some((
            case.parties[party.index()].id.clone(),
            DisagreementForm { value, basis },
        ))
    };
    Keyed(terms.parties.iter().filter_map(of_party).collect())
}

/// The packages of a rule, and how it ended.
pub(super) fn told<C>(case: &Case, found: &SettlementFound<C>) -> (Vec<PickedForm>, RuleForm) {
    let empty = RuleForm {
        packages: None,
        complete: false,
        points: None,
        none: None,
        stopped: None,
    };
    match found {
        SettlementFound::Found { ties, .. } => (listed(case, &ties.packages), counted(case, ties)),
        SettlementFound::None(why) => {
            let rule = RuleForm {
                packages: Some(AsText(BigUint::ZERO)),
                complete: true,
                none: Some(reason(why)),
                ..empty
            };
            (Vec::new(), rule)
        }
        SettlementFound::Stopped { reason, .. } => {
            let rule = RuleForm {
                stopped: Some((*reason).into()),
                ..empty
            };
            (Vec::new(), rule)
        }
    }
}

fn counted(case: &Case, ties: &Ties) -> RuleForm {
    let count = standing::exact(&ties.count);
    let held = ties.occurring.as_ref().map(|held| {
        let points = case.points.iter().zip(held);
        let ids = |point: &Point, set: &OptionSet| {
            let ids = set.iter().map(|o| point.options[o.index()].id.clone());
            ids.collect()
        };
        points.map(move |(point, set)| (point.id.clone(), ids(point, set)))
    });
    RuleForm {
        points: held.map(|held| Keyed(held.collect())),
        complete: count == Some(&BigUint::from(ties.packages.len())),
        packages: count.cloned().map(AsText),
        none: None,
        stopped: None,
    }
}

fn reason(why: &Unsettled) -> UnsettledWord {
    match why {
        Unsettled::NoOverlap(_) => UnsettledWord::NoOverlap,
        Unsettled::Nobody => UnsettledWord::NobodyTakesPart,
        Unsettled::SomebodyLoses(_) => UnsettledWord::SomebodyLoses,
        Unsettled::NobodyGains(_) => UnsettledWord::NobodyGains,
        Unsettled::NotComparable => UnsettledWord::NotComparable,
    }
}

/// Packages with their scores.
pub(super) fn listed(case: &Case, packages: &[Acceptable]) -> Vec<PickedForm> {
    let one = |found: &Acceptable| PickedForm {
        package: package(case, found.package()),
        scores: scores(case, found.scores()),
    };
    packages.iter().map(one).collect()
}

/// Scores in the parties' order.
pub(super) fn scores(case: &Case, scores: &[Option<i64>]) -> Vec<Option<Number>> {
    let number = |(place, value): (usize, &Option<i64>)| {
        value.map(|v| Number::of(&case.unscaled(PartyId::at(place), v)))
    };
    scores.iter().enumerate().map(number).collect()
}
