//! The packages that settlement rules pick.

use winset_check::NoOverlap;
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{
    Budget, Count, Normalise, Picked, Rule, SettlementFound, SettlementTerms, Settlements, Ties,
    Undecided, Unsettled, Variant, Variants, count, overlap, variants,
};

use super::OverlapSettlements;

/// What is asked.
#[derive(Debug, Clone)]
pub struct SettlementsTerms {
    /// The parties, the disagreement point, and whether scores may be added up.
    pub terms: SettlementTerms,
    /// To which scale scores were brought.
    pub normalise: Normalise,
    /// Rules besides those that are always asked.
    pub rules: Vec<Rule>,
    /// Weights for the weighted Nash rule, in the order of the parties.
    pub weights: Vec<u32>,
}

/// What the rules pick.
#[derive(Debug)]
pub struct SettlementsAnswer {
    /// The parties, the disagreement point, and whether scores may be added up.
    pub terms: SettlementTerms,
    /// To which scale scores were brought.
    pub normalise: Normalise,
    /// How many packages there are to pick from.
    pub packages: Answer<Count, NoOverlap, Undecided>,
    /// `None` where it is not known that there are any.
    pub found: Option<Settlements>,
    /// What other rules pick, where they were asked for and it is known that there is an overlap.
    pub variants: Option<Variants>,
}

/// How a rule ended.
#[derive(Debug, Clone, Copy)]
pub enum RuleEnd<'s> {
    /// It picks these.
    Found(&'s Ties),
    /// It picks none.
    None(&'s Unsettled),
    /// It was stopped.
    Stopped(StopReason),
}

/// What the rules pick of the packages that are acceptable at the declared positions of a case, whose
/// scores stand on the scale that was asked for.
pub fn settlements(
    case: &Case,
    asked: &SettlementsTerms,
    budget: &Budget<'_>,
) -> SettlementsAnswer {
    let SettlementsTerms {
        terms,
        normalise,
        rules,
        weights,
    } = asked;
    let positions = Positions::declared(case);
    let (packages, found) = match overlap(case, &positions, budget) {
        Answer::Impossible(proof) => (Answer::Impossible(proof), None),
        Answer::Stopped { reason, bound, .. } => {
            let stopped = Answer::Stopped {
                reason,
                best: None,
                bound,
            };
            (stopped, None)
        }
        Answer::Found(_) => {
            let found = winset_solve::settlements(case, &positions, terms, &[], budget);
            let packages = Answer::Found(count(case, &positions, budget).with_one_known());
            (packages, Some(found))
        }
    };
    let by = (terms.parties.as_slice(), &terms.disagreement);
    let some = found.is_some() && !rules.is_empty() && !terms.parties.is_empty();
    SettlementsAnswer {
        terms: terms.clone(),
        normalise: *normalise,
        packages,
        found,
        variants: some.then(|| variants(case, by, weights, rules, budget)),
    }
}

/// What the rules that are always asked pick at some positions, between some parties, from the
/// disagreement point of the case.
pub fn settlements_between(
    case: &Case,
    positions: &Positions,
    parties: Vec<PartyId>,
    budget: &Budget<'_>,
) -> OverlapSettlements {
    let terms = SettlementTerms {
        parties,
        ..SettlementTerms::of(case)
    };
    let found = winset_solve::settlements(case, positions, &terms, &[], budget);
    OverlapSettlements { terms, found }
}

impl SettlementsAnswer {
    /// Stopped before scores were measured.
    pub fn stopped(case: &Case, normalise: Normalise, reason: StopReason) -> Self {
        Self {
            terms: SettlementTerms::of(case),
            normalise,
            packages: Answer::Stopped {
                reason,
                best: None,
                bound: Undecided {
                    at_most: case.package_count(),
                },
            },
            found: None,
            variants: None,
        }
    }

    /// The rules with their names, in the order in which they are told.
    pub fn rules(&self) -> Vec<(&'static str, RuleEnd<'_>)> {
        self.found.as_ref().map_or_else(Vec::new, rules_of)
    }

    /// Why the first part that is not known was stopped.
    pub fn reason(&self) -> Option<StopReason> {
        let of_count = match &self.packages {
            Answer::Stopped { reason, .. } | Answer::Found(Count::Between { reason, .. }) => {
                Some(*reason)
            }
            Answer::Impossible(_) | Answer::Found(Count::Exact(_)) => None,
        };
        let of_variant = |picked: &Picked| match &picked.found {
            Variant::Stopped(reason) => Some(*reason),
            Variant::Found(_) | Variant::Nothing => None,
        };
        let variants = self.variants.iter().flat_map(|variants| &variants.picked);
        let found = self.found.as_ref();
        found
            .and_then(rules_stopped)
            .or(variants.into_iter().find_map(of_variant))
            .or(of_count)
    }
}

/// The rules that are always asked, with their names.
fn rules_of(found: &Settlements) -> Vec<(&'static str, RuleEnd<'_>)> {
    vec![
        ("Nash", rule_end(&found.nash)),
        ("Kalai-Smorodinsky", rule_end(&found.kalai_smorodinsky)),
        ("egalitarian", rule_end(&found.egalitarian)),
        ("utilitarian", rule_end(&found.utilitarian)),
    ]
}

/// Why the first of these rules that is not known to the end was stopped.
pub(super) fn rules_stopped(found: &Settlements) -> Option<StopReason> {
    let mut rules = rules_of(found).into_iter();
    rules.find_map(|(_, ended)| match ended {
        RuleEnd::Stopped(reason) => Some(reason),
        RuleEnd::Found(Ties {
            count: Count::Between { reason, .. },
            ..
        }) => Some(*reason),
        RuleEnd::Found(_) | RuleEnd::None(_) => None,
    })
}

/// How a rule ended.
pub fn rule_end<C>(settlement: &SettlementFound<C>) -> RuleEnd<'_> {
    match settlement {
        SettlementFound::Found { ties, .. } => RuleEnd::Found(ties),
        SettlementFound::None(why) => RuleEnd::None(why),
        SettlementFound::Stopped { reason, .. } => RuleEnd::Stopped(*reason),
    }
}
