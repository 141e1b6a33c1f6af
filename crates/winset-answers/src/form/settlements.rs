//! The form of settlements.

use schemars::JsonSchema;
use serde::Serialize;
use winset_check::Acceptable;
use winset_model::case::Case;
use winset_model::disagreement::Basis;
use winset_model::options::PartyId;
use winset_solve::{SettlementFound, SettlementTerms, Settlements, Ties, Unsettled};

use super::answer::package;
use super::values::{Keyed, Number, Reason};
use crate::ask::OverlapSettlements;
use winset_told::standing;

/// Packages picked by rules, with all ties.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct SettlementsForm {
    /// The largest product of gains.
    nash: Vec<Picked>,
    /// The best share of what each party could gain at best, for the worst-off first.
    kalai_smorodinsky: Vec<Picked>,
    /// The best gain for the worst-off first.
    egalitarian: Vec<Picked>,
    /// The largest sum of scores; empty unless the case says that scores can be compared.
    utilitarian: Vec<Picked>,
    /// What the rules go by, and what they do not pick.
    terms: TermsForm,
}

/// A package that a rule picks.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Picked {
    /// An option for every point.
    package: Keyed<String>,
    /// What it gives each party, in the file's order; null for a party without preferences.
    scores: Vec<Option<Number>>,
}

/// What the rules go by.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct TermsForm {
    /// For each party that takes part what it has if nothing is agreed.
    disagreement: Keyed<Value>,
    /// Whether scores may be added up.
    comparable: bool,
    /// For Nash: the parties that gain; where not all can, each largest set that can.
    gain: Vec<Vec<String>>,
    /// What is said of each rule.
    rules: Keyed<Rule>,
}

/// A disagreement value.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Value {
    /// The value.
    value: Number,
    /// Where it comes from.
    #[schemars(extend("enum" = ["impasse", "no-deal", "assumed", "given"]))]
    basis: &'static str,
}

/// How a rule ended.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Rule {
    /// How many packages it picks; null where they were not counted to the end.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    packages: Option<String>,
    /// Whether all of them are listed.
    complete: bool,
    /// Why it picks none; null when it picks some, or was stopped.
    #[schemars(extend("enum" = [
        "no-overlap", "nobody-takes-part", "somebody-loses", "nobody-gains", "not-comparable", null
    ]))]
    none: Option<&'static str>,
    /// Why it was stopped; null when it was not.
    stopped: Option<Reason>,
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
            terms: TermsForm {
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
pub(super) fn disagreement(case: &Case, terms: &SettlementTerms) -> Keyed<Value> {
    let of_party = |party: &PartyId| {
        let value = terms.disagreement.value(*party)?;
        let basis = match terms.disagreement.basis(*party)? {
            Basis::Impasse => "impasse",
            Basis::NoDeal => "no-deal",
            Basis::Assumed => "assumed",
            Basis::Given => "given",
        };
        let value = Number::of(&value);
        Some((
            case.parties[party.index()].id.clone(),
            Value { value, basis },
        ))
    };
    Keyed(terms.parties.iter().filter_map(of_party).collect())
}

/// The packages of a rule, and how it ended.
pub(super) fn told<C>(case: &Case, found: &SettlementFound<C>) -> (Vec<Picked>, Rule) {
    let empty = Rule {
        packages: None,
        complete: false,
        none: None,
        stopped: None,
    };
    match found {
        SettlementFound::Found { ties, .. } => (listed(case, &ties.packages), counted(ties)),
        SettlementFound::None(why) => {
            let rule = Rule {
                packages: Some("0".to_owned()),
                complete: true,
                none: Some(reason(why)),
                ..empty
            };
            (Vec::new(), rule)
        }
        SettlementFound::Stopped { reason, .. } => {
            let rule = Rule {
                stopped: Some((*reason).into()),
                ..empty
            };
            (Vec::new(), rule)
        }
    }
}

fn counted(ties: &Ties) -> Rule {
    let packages = standing::exact(&ties.count).map(ToString::to_string);
    Rule {
        complete: packages.as_deref() == Some(&ties.packages.len().to_string()),
        packages,
        none: None,
        stopped: None,
    }
}

fn reason(why: &Unsettled) -> &'static str {
    match why {
        Unsettled::NoOverlap(_) => "no-overlap",
        Unsettled::Nobody => "nobody-takes-part",
        Unsettled::SomebodyLoses(_) => "somebody-loses",
        Unsettled::NobodyGains(_) => "nobody-gains",
        Unsettled::NotComparable => "not-comparable",
    }
}

/// Packages with their scores.
pub(super) fn listed(case: &Case, packages: &[Acceptable]) -> Vec<Picked> {
    let one = |found: &Acceptable| Picked {
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
