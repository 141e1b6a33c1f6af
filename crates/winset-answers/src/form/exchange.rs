//! The form of an exchange of prisoners.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_check::exchange::{CategoryTerms, ExchangeFacts, RunLoad};
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::register::PrisonerClaim;

use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::values::{Keyed, present};
use super::words::ReasonWord;
use crate::ask::{
    ClearedExchange, ExchangeAnswer, ExchangeEnd, ExchangePlan, MissedRuns, ThirdStatePart,
};

/// The answer to `winset exchange`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExchangeForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<ExchangeForm>,
    /// Identifier of the case.
    pub case: String,
    /// What each side claims and acknowledges.
    pub claims: Vec<ExchangeClaimForm>,
    /// Why nothing is worked out: what the case does not say; null where it is.
    #[serde(deserialize_with = "present")]
    pub unready: Option<String>,
    /// The two parties whose people are exchanged; null where nothing is worked out.
    #[serde(deserialize_with = "present")]
    pub between: Option<Vec<String>>,
    /// The day from which days count; null where none is stated.
    #[serde(deserialize_with = "present")]
    pub start: Option<String>,
    /// The categories in their order.
    pub categories: Vec<ExchangeCategoryForm>,
    /// Who is released when; null where that was not decided.
    #[serde(deserialize_with = "present")]
    pub plan: Option<ExchangePlanForm>,
    /// What was planned before runs were missed; null where none is.
    #[serde(deserialize_with = "present")]
    pub missed: Option<MissedRunsForm>,
    /// Why it was not decided; null when it was.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// Prisoners of one side held by another, in one category.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExchangeClaimForm {
    /// The party that holds them.
    pub held_by: String,
    /// The party whose people they are.
    pub of: String,
    /// The category.
    pub category: String,
    /// How many their own side says are held.
    pub claimed_by_owner: Number,
    /// How many the holder acknowledges: only they are released.
    pub acknowledged_by_holder: Number,
    /// How many are confirmed dead.
    pub confirmed_dead: Number,
    /// How many are in dispute: they stand in no phase.
    pub disputed: Number,
}

/// A category.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExchangeCategoryForm {
    /// Its name.
    pub category: String,
    /// What is given in return.
    pub terms: ExchangeTermsWord,
    /// Of a ratio the least in return; null without one.
    #[serde(deserialize_with = "present")]
    pub min: Option<String>,
    /// Of a ratio the most in return; null without one.
    #[serde(deserialize_with = "present")]
    pub max: Option<String>,
    /// Party to how many of its people are acknowledged.
    pub acknowledged: Keyed<Number>,
}

/// What is given in return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExchangeTermsWord {
    /// Nothing.
    Free,
    /// Each side releases all it holds.
    AllForAll,
    /// For so many of the first party so many of the second.
    Ratio,
}

/// Who is released when.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExchangePlanForm {
    /// The phases in their order.
    pub phases: Vec<ExchangePhaseForm>,
    /// What third states could add, and whether they do.
    pub third_states: Vec<ThirdStateForm>,
    /// The runs of carriers, in order; null when the case states no carriers.
    #[serde(deserialize_with = "present")]
    pub runs: Option<Vec<ExchangeRunForm>>,
}

/// A phase of releases.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExchangePhaseForm {
    /// Identifier; null for the only phase of a case that states none.
    #[serde(deserialize_with = "present")]
    pub phase: Option<String>,
    /// The first day, counted from the start.
    pub from: Number,
    /// The last day; null where it ends with the last release.
    #[serde(deserialize_with = "present")]
    pub to: Option<Number>,
    /// Who is released.
    pub released: Vec<ExchangePersonsForm>,
}

/// How many in a category.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExchangePersonsForm {
    /// The category.
    pub category: String,
    /// Party to how many of its people.
    pub persons: Keyed<Number>,
}

/// What a third state could add.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ThirdStateForm {
    /// Its name.
    pub state: String,
    /// The party whose people it would release.
    pub releases_of: String,
    /// The party that holds the people whom the state wants.
    pub wants_from: String,
    /// How many could go round at most.
    pub at_most: Number,
    /// How many do.
    pub used: Number,
    /// Why none does; null where some do.
    #[serde(deserialize_with = "present")]
    pub refused: Option<ThirdStateRefusalForm>,
}

/// Why nobody goes round with a third state.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ThirdStateRefusalForm {
    /// In a word.
    pub why: ThirdStateRefusalWord,
    /// The category in which one going round costs releases; null where it is not that.
    #[serde(deserialize_with = "present")]
    pub category: Option<String>,
    /// How many fewer are released in it; null where it is not that.
    #[serde(deserialize_with = "present")]
    pub fewer: Option<Number>,
}

/// Why nobody goes round with a third state, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ThirdStateRefusalWord {
    /// Nobody could be given in return who is not owed anyway.
    NothingToGive,
    /// One going round costs releases in a category that comes first.
    Costs,
    /// Not decided within the limits.
    Undecided,
}

/// A run of a carrier.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExchangeRunForm {
    /// The day.
    pub day: String,
    /// The carrier.
    pub carrier: String,
    /// The phase, by its place, from 0.
    pub phase: Number,
    /// Party to how many of its people it carries.
    pub persons: Keyed<Number>,
    /// The same by category; categories of which it carries nobody are left out.
    pub categories: Vec<ExchangePersonsForm>,
}

/// What missed runs do.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MissedRunsForm {
    /// The runs that are missed.
    pub runs: Vec<MissedRunForm>,
    /// What was planned with all runs.
    pub planned: ExchangePlanForm,
}

/// A run that does not take place.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MissedRunForm {
    /// The carrier.
    pub carrier: String,
    /// The day.
    pub day: String,
}

impl ExchangeForm {
    /// The form of an exchange.
    pub fn new(case: &Case, answer: &ExchangeAnswer) -> Self {
        let ExchangeAnswer { claims, exchange } = answer;
        let names = ExchangeNames(case);
        let whole = Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            claims: claims.iter().map(|claim| names.claim(claim)).collect(),
            unready: None,
            between: None,
            start: None,
            categories: Vec::new(),
            plan: None,
            missed: None,
            stopped: None,
        };
        let ClearedExchange { facts, end, missed } = match exchange {
            Ok(cleared) => cleared,
            Err(unready) => {
                return Self {
                    unready: Some(unready.to_string()),
                    ..whole
                };
            }
        };
        let (plan, stopped) = match end {
            ExchangeEnd::Cleared(plan) => (Some(names.plan(facts, plan)), None),
            ExchangeEnd::Stopped(reason) => (None, Some((*reason).into())),
        };
        Self {
            between: Some(facts.sides.iter().map(|side| names.party(*side)).collect()),
            start: facts.start.map(|day| day.to_string()),
            categories: names.categories(facts),
            missed: missed.as_ref().map(|missed| names.missed(missed)),
            plan,
            stopped,
            ..whole
        }
    }
}

struct ExchangeNames<'a>(&'a Case);

impl ExchangeNames<'_> {
    fn party(&self, party: PartyId) -> String {
        self.0.parties[party.index()].id.clone()
    }

    fn claim(&self, claim: &PrisonerClaim) -> ExchangeClaimForm {
        let PrisonerClaim {
            held_by,
            of,
            category,
            claimed_by_owner,
            acknowledged_by_holder,
            confirmed_dead,
            disputed,
        } = claim;
        ExchangeClaimForm {
            held_by: self.party(*held_by),
            of: self.party(*of),
            category: category.clone(),
            claimed_by_owner: Number::whole(*claimed_by_owner),
            acknowledged_by_holder: Number::whole(*acknowledged_by_holder),
            confirmed_dead: Number::whole(*confirmed_dead),
            disputed: Number::whole(*disputed),
        }
    }

    fn sides(&self, facts: &ExchangeFacts, counts: [u64; 2]) -> Keyed<Number> {
        let named = facts.sides.iter().zip(counts);
        Keyed(
            named
                .map(|(party, count)| (self.party(*party), Number::whole(count)))
                .collect(),
        )
    }

    fn categories(&self, facts: &ExchangeFacts) -> Vec<ExchangeCategoryForm> {
        let categories = facts.categories.iter();
        let form = |category: &winset_check::exchange::CategoryFacts| {
            let (terms, min, max) = match category.terms {
                CategoryTerms::Free => (ExchangeTermsWord::Free, None, None),
                CategoryTerms::AllForAll => (ExchangeTermsWord::AllForAll, None, None),
                CategoryTerms::Between { min, max } => (ExchangeTermsWord::Ratio, min, max),
            };
            ExchangeCategoryForm {
                category: category.name.clone(),
                terms,
                min: min.map(|ratio| ratio.to_string()),
                max: max.map(|ratio| ratio.to_string()),
                acknowledged: self.sides(facts, category.acknowledged),
            }
        };
        categories.map(form).collect()
    }

    fn plan(&self, facts: &ExchangeFacts, plan: &ExchangePlan) -> ExchangePlanForm {
        let ExchangePlan {
            cleared,
            schedule,
            third_states,
        } = plan;
        let released = |phase: usize| {
            let categories = facts.categories.iter().enumerate();
            let counted = categories.map(|(at, category)| ExchangePersonsForm {
                category: category.name.clone(),
                persons: self.sides(facts, [0, 1].map(|side| cleared.released(phase, at, side))),
            });
            counted.collect()
        };
        let phases = facts.phases.iter().enumerate();
        let third = facts.third_states.iter().zip(third_states);
        let runs = schedule.as_ref().map(|schedule| schedule.loads().iter());
        ExchangePlanForm {
            phases: phases
                .map(|(at, phase)| ExchangePhaseForm {
                    phase: phase.id.clone(),
                    from: Number::whole(phase.from),
                    to: phase.to.map(Number::whole),
                    released: released(at),
                })
                .collect(),
            third_states: third
                .map(|(third, part)| ThirdStateForm {
                    state: third.state.clone(),
                    releases_of: self.party(facts.sides[third.releases_of]),
                    wants_from: self.party(facts.sides[third.wants_from]),
                    at_most: Number::whole(third.most),
                    used: Number::whole(match part {
                        ThirdStatePart::Used(used) => *used,
                        _ => 0,
                    }),
                    refused: refusal(facts, *part),
                })
                .collect(),
            runs: runs.map(|loads| loads.map(|load| self.run(facts, load)).collect()),
        }
    }

    fn run(&self, facts: &ExchangeFacts, load: &RunLoad) -> ExchangeRunForm {
        let run = load.run_in(facts);
        let categories = facts.categories.iter().zip(&load.persons);
        let some = categories.filter(|(_, persons)| **persons != [0, 0]);
        ExchangeRunForm {
            day: run.map_or_else(String::new, |run| run.day.to_string()),
            carrier: run.map_or_else(String::new, |run| facts.carrier(run.carrier).to_owned()),
            phase: Number::size(load.phase),
            persons: self.sides(facts, [0, 1].map(|side| load.of_side(side))),
            categories: some
                .map(|(category, persons)| ExchangePersonsForm {
                    category: category.name.clone(),
                    persons: self.sides(facts, *persons),
                })
                .collect(),
        }
    }

    fn missed(&self, missed: &MissedRuns) -> MissedRunsForm {
        let MissedRuns {
            runs,
            planned,
            facts,
        } = missed;
        let runs = runs.iter().map(|run| MissedRunForm {
            carrier: facts.carrier(run.carrier).to_owned(),
            day: run.day.to_string(),
        });
        MissedRunsForm {
            runs: runs.collect(),
            planned: self.plan(facts, planned),
        }
    }
}

fn refusal(facts: &ExchangeFacts, part: ThirdStatePart) -> Option<ThirdStateRefusalForm> {
    let plain = |why| ThirdStateRefusalForm {
        why,
        category: None,
        fewer: None,
    };
    match part {
        ThirdStatePart::Used(_) => None,
        ThirdStatePart::NothingToGive => Some(plain(ThirdStateRefusalWord::NothingToGive)),
        ThirdStatePart::Costs { category, fewer } => Some(ThirdStateRefusalForm {
            category: Some(facts.categories[category].name.clone()),
            fewer: Some(Number::whole(fewer)),
            ..plain(ThirdStateRefusalWord::Costs)
        }),
        ThirdStatePart::Undecided => Some(plain(ThirdStateRefusalWord::Undecided)),
    }
}
