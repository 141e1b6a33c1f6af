//! What `winset settle` is asked: on which scale, from where gains are counted, by which rules.

use winset::ask::{SettlementsTerms, floor_disagreement, normalised};
use winset::model::answer::StopReason;
use winset::model::case::Case;
use winset::model::diagnostic::nearest;
use winset::model::disagreement::Disagreement;
use winset::model::number::{self, Exact};
use winset::model::options::PartyId;
use winset::solve::{Budget, Normalise, NotNormal, Rule, SettlementTerms};

use crate::args::SettleArgs;
use crate::failure::Failure;
use crate::named;

/// The flags that name parties with values.
const DISAGREEMENT: &str = "--disagreement";
const WEIGHTS: &str = "--weights";
/// Largest weight of a party.
const WEIGHT_MAX: u32 = 1_000;
/// Ways to say where gains are counted from, besides values of parties.
const POINTS: [&str; 4] = ["case", "no-deal", "floor", "zero"];

/// What is asked.
#[derive(Debug)]
pub(super) struct Asked {
    /// The case, on the scale that was asked for.
    pub(super) case: Case,
    pub(super) terms: SettlementsTerms,
}

/// Why nothing can be asked.
pub(super) enum NotAsked {
    /// The arguments do not fit the case.
    Wrong(Failure),
    /// It was stopped before scores were measured.
    Stopped(StopReason),
}

impl From<Failure> for NotAsked {
    fn from(failure: Failure) -> Self {
        Self::Wrong(failure)
    }
}

impl Asked {
    /// What the arguments ask for these parties.
    pub(super) fn new(
        case: &Case,
        args: &SettleArgs,
        parties: Vec<PartyId>,
        budget: &Budget<'_>,
    ) -> Result<Self, NotAsked> {
        let normalise = Normalise::from(args.normalise);
        let scaled = normalised(case, &parties, normalise, budget);
        let comparable = case.comparable || args.comparable || normalise != Normalise::None;
        let case = scaled.map_err(|why| not_normal(case, why))?;
        let weights = weights(&case, &parties, &args.weights)?;
        let mut rules = rules(&args.rules);
        if !args.weights.is_empty() && !rules.contains(&Rule::WeightedNash) {
            rules.insert(0, Rule::WeightedNash);
        }
        let terms = SettlementsTerms {
            terms: SettlementTerms {
                disagreement: disagreement(&case, &parties, &args.disagreement, budget)?,
                parties,
                comparable,
            },
            normalise,
            rules,
            weights,
        };
        Ok(Self { case, terms })
    }
}

/// The rules that are named, each once, in the order in which they are told.
fn rules(names: &[String]) -> Vec<Rule> {
    let named = |rule: &Rule| {
        names
            .iter()
            .any(|name| name == "all" || name == rule.name())
    };
    Rule::ALL.into_iter().filter(named).collect()
}

fn not_normal(case: &Case, why: NotNormal) -> NotAsked {
    NotAsked::Wrong(Failure::Scale(match why {
        NotNormal::NoPackage => "the laws leave no package".to_owned(),
        NotNormal::Flat(party) => format!(
            "what `{}` has at best is not above 0, or all its packages are worth the same",
            case.parties[party.index()].id
        ),
        NotNormal::Stopped(reason) => return NotAsked::Stopped(reason),
    }))
}

fn disagreement(
    case: &Case,
    parties: &[PartyId],
    words: &[String],
    budget: &Budget<'_>,
) -> Result<Disagreement, NotAsked> {
    let zero = Exact::from_integer(0);
    match words {
        [] => return Ok(Disagreement::of(case)),
        [word] if word == "case" => return Ok(Disagreement::of(case)),
        [word] if word == "no-deal" => return Ok(Disagreement::from_no_deal(case)),
        [word] if word == "zero" => {
            let all = parties.iter().map(|party| (*party, zero));
            return Ok(all.fold(Disagreement::of(case), |at, (party, value)| {
                at.with(party, value)
            }));
        }
        [word] if word == "floor" => {
            let at = floor_disagreement(case, parties, budget);
            return at.map_err(|why| not_normal(case, why));
        }
        _ => {}
    }
    let mut at = Disagreement::of(case);
    for word in words {
        let (party, text) = of_party(case, DISAGREEMENT, word, &POINTS)?;
        let value = number::parse(text).map_err(|_| Failure::BadValue {
            flag: DISAGREEMENT,
            found: word.clone(),
            expected: "a number behind `=`, such as 12, 0.5 or 1/3".to_owned(),
            nearest: None,
        })?;
        at = at.with(party, value);
    }
    Ok(at)
}

fn weights(case: &Case, parties: &[PartyId], words: &[String]) -> Result<Vec<u32>, Failure> {
    let mut weights = vec![1; parties.len()];
    for word in words {
        let (party, text) = of_party(case, WEIGHTS, word, &[])?;
        let weight = text.parse().ok().filter(|n| (1..=WEIGHT_MAX).contains(n));
        let place = parties.iter().position(|other| *other == party);
        match (weight, place) {
            (Some(weight), Some(place)) => weights[place] = weight,
            _ => {
                return Err(Failure::BadValue {
                    flag: WEIGHTS,
                    found: word.clone(),
                    expected: format!(
                        "a party that bargains, and a whole number from 1 to {WEIGHT_MAX}"
                    ),
                    nearest: None,
                });
            }
        }
    }
    Ok(weights)
}

/// The party in front of `=`, and what stands behind it. `words` can be said instead.
fn of_party<'w>(
    case: &Case,
    flag: &'static str,
    word: &'w str,
    words: &[&str],
) -> Result<(PartyId, &'w str), Failure> {
    let Some((name, value)) = word.split_once('=') else {
        let mut expected = words.join(", ");
        if !words.is_empty() {
            expected.push_str(", or ");
        }
        expected.push_str("PARTY=VALUE");
        return Err(Failure::BadValue {
            flag,
            found: word.to_owned(),
            expected,
            nearest: nearest(word, words.iter().copied()),
        });
    };
    Ok((named::party(case, flag, name)?, value))
}
