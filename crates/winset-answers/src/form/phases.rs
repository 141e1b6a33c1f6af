//! The form of a plan of phases.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_check::plan::PlanRule;
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::register::ImplementationPlan;
use winset_plan::phases::{DelayEffect, PhasesImpossible, PhasesPlan, Trust};
use winset_told::phases::rule_told;

use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::values::{Keyed, assumed_ids, present};
use super::words::ReasonWord;
use crate::ask::{ImplementationAnswer, PlanAnswer};

/// The answer to `winset phases`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PhasesForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<PhasesForm>,
    /// Identifier of the case.
    pub case: String,
    /// Identifiers of the assumptions under which this is the answer; left out where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<String>,
    /// The day from which days count; null where nothing says it.
    #[serde(deserialize_with = "present")]
    pub signed: Option<String>,
    /// Whether that is the day of the case, as the plan says none.
    pub signed_is_assumed: bool,
    /// The phases, in the file's order.
    pub phases: Vec<PhaseGatesForm>,
    /// The plan; null where the case has none in sight.
    #[serde(deserialize_with = "present")]
    pub plan: Option<PlanForm>,
    /// Why the search ended early; null when it did not.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// A phase with its gates.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PhaseGatesForm {
    /// Identifier of the phase.
    pub phase: String,
    /// Days after signature on which it may begin.
    pub day: Number,
    /// What must be so before it begins.
    pub opens_when: Vec<String>,
    /// What is delivered in it.
    pub deliver: Vec<String>,
    /// What undoes it.
    pub rollback: Vec<String>,
    /// The planned items of it.
    pub items: Vec<String>,
}

/// What was found of a plan.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanForm {
    /// The items that are part of it.
    pub planned: Vec<String>,
    /// The items that are not, as the package does not ask for them.
    pub left_out: Vec<String>,
    /// Whether a package says which items are part of it; without one all are.
    pub of_package: bool,
    /// The most that parties may have given without return, of bounded parties in sight.
    pub bounds: Keyed<Number>,
    /// Parties whose values the reader does not see: their exposure is not known.
    pub not_in_sight: Vec<String>,
    /// Found, impossible or stopped.
    pub verdict: PlanVerdictWord,
    /// The schedule; null where there is none, or none is known.
    #[serde(deserialize_with = "present")]
    pub schedule: Option<ScheduleForm>,
    /// Why there is none; null where there is one, or it is not known.
    #[serde(deserialize_with = "present")]
    pub impossible: Option<PlanImpossibleForm>,
    /// What is proven where the search was stopped; null where it was not.
    #[serde(deserialize_with = "present")]
    pub bound: Option<PlanBoundForm>,
    /// The smallest bounds that would do, whatever the days: for all parties at once, then of each bounded
    /// party in sight.
    pub trust: Vec<TrustForm>,
    /// What delays do.
    pub delays: Vec<DelayForm>,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PlanVerdictWord {
    /// The schedule that is wanted.
    Found,
    /// Proven: there is none.
    Impossible,
    /// Not decided.
    Stopped,
}

/// A schedule.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduleForm {
    /// The planned items, in the file's order.
    pub items: Vec<ScheduledItemForm>,
    /// The rounds, in order.
    pub rounds: Vec<RoundForm>,
    /// The largest exposure of a party in sight after any round.
    pub largest_exposure: Number,
    /// The last day on which something is verified, in days after signature.
    pub duration_days: Number,
    /// Whether a checked proof says that no order keeps the bounds in fewer rounds.
    pub rounds_proven: bool,
    /// Whether a checked proof says that no order of as many rounds has a smaller largest exposure.
    pub exposure_proven: bool,
    /// For each party in sight the deposit that makes going on no worse than stopping.
    pub bonds: Keyed<Number>,
    /// For each party in sight its largest exposure.
    pub guarantees: Keyed<Number>,
}

/// An item with its days.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduledItemForm {
    /// Identifier of the item.
    pub item: String,
    /// Who delivers it.
    pub owner: String,
    /// Its round, from 1; null for what is delivered in none.
    #[serde(deserialize_with = "present")]
    pub round: Option<Number>,
    /// The day on which it begins, after signature.
    pub begins: Number,
    /// The day on which it is verified.
    pub verified: Number,
}

/// A round.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoundForm {
    /// What is delivered.
    pub items: Vec<String>,
    /// What each party in sight has given without return after it, by its own values.
    pub exposure: Keyed<Number>,
}

/// Why there is no schedule.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanImpossibleForm {
    /// Dates that contradict each other, bounds that no order keeps, or both together.
    pub why: PlanObstacleWord,
    /// The rules that contradict each other, one after the other; none for bounds.
    pub rules: Vec<String>,
    /// By how many days they cannot be met; null for bounds.
    #[serde(deserialize_with = "present")]
    pub excess_days: Option<Number>,
}

/// What stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PlanObstacleWord {
    /// Dates contradict each other, whatever the order.
    Dates,
    /// No order keeps the bounds, whatever the days.
    Bounds,
    /// No order keeps bounds and dates together.
    Together,
}

/// What is proven where the search was stopped.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanBoundForm {
    /// No schedule has fewer rounds.
    pub rounds_least: Number,
    /// With as many rounds as the best one, none has a smaller largest exposure; null where the number of
    /// rounds is open.
    #[serde(deserialize_with = "present")]
    pub exposure_least: Option<Number>,
    /// With its rounds and exposure none ends earlier; null where these are open.
    #[serde(deserialize_with = "present")]
    pub duration_least_days: Option<Number>,
}

/// A smallest bound.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrustForm {
    /// Whose bound it is; null for one bound for every party.
    #[serde(deserialize_with = "present")]
    pub party: Option<String>,
    /// The smallest that would do; null where none would, or it is not known.
    #[serde(deserialize_with = "present")]
    pub bound: Option<Number>,
    /// Where it is not known: smaller ones are proven to be too small; else null.
    #[serde(deserialize_with = "present")]
    pub at_least: Option<Number>,
}

/// What a delay does.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DelayForm {
    /// The item that is late.
    pub item: String,
    /// By how many days.
    pub days: Number,
    /// What begins later.
    pub moved: Vec<MovedForm>,
    /// What is broken, in words.
    pub broken: Vec<String>,
    /// The last day on which something is verified then.
    pub duration_days: Number,
}

/// An item that begins later.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MovedForm {
    /// The item.
    pub item: String,
    /// The day on which it begins then.
    pub begins: Number,
    /// By how many days that is later.
    pub by_days: Number,
    /// The item for which it waits.
    pub because: String,
}

impl PhasesForm {
    /// The form of an answer, of a case as its reader sees it.
    pub fn new(case: &Case, answer: &ImplementationAnswer) -> Self {
        let ImplementationAnswer {
            signed,
            signed_is_assumed,
            plan,
        } = answer;
        let stated = case.register.plan.as_ref();
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            assumptions: assumed_ids(case),
            signed: signed.map(|day| day.to_string()),
            signed_is_assumed: *signed_is_assumed,
            phases: gates(case, stated, plan.as_ref()),
            plan: stated
                .zip(plan.as_ref())
                .map(|(stated, plan)| plan_form(case, stated, plan)),
            stopped: answer.reason().map(Into::into),
        }
    }
}

fn gates(
    case: &Case,
    stated: Option<&ImplementationPlan>,
    found: Option<&PlanAnswer>,
) -> Vec<PhaseGatesForm> {
    let phases = case.register.phases.iter().enumerate();
    let items_of = |phase: usize| {
        let both = stated.zip(found).into_iter();
        both.flat_map(move |(stated, found)| {
            let planned = found.planned.iter().map(|place| &stated.items[*place]);
            let of_phase = planned.filter(|item| item.phase == Some(phase));
            of_phase.map(|item| item.id.clone()).collect::<Vec<_>>()
        })
    };
    phases
        .map(|(place, phase)| PhaseGatesForm {
            phase: phase.id.clone(),
            day: Number::whole(phase.day),
            opens_when: phase.opens_when.clone(),
            deliver: phase.deliver.clone(),
            rollback: phase.rollback.clone(),
            items: items_of(place).collect(),
        })
        .collect()
}

fn plan_form(case: &Case, stated: &ImplementationPlan, answer: &PlanAnswer) -> PlanForm {
    let ids = |places: &[usize]| -> Vec<String> {
        let places = places.iter();
        places
            .map(|place| stated.items[*place].id.clone())
            .collect()
    };
    let all = 0..stated.items.len();
    let left_out: Vec<usize> = all.filter(|p| !answer.planned.contains(p)).collect();
    let parties = || (0..case.parties.len()).map(PartyId::at);
    let id = |party: PartyId| case.parties[party.index()].id.clone();
    let bounded = parties()
        .filter(|party| answer.sees(*party))
        .filter_map(|party| {
            let bound = answer.bounds[party.index()]?;
            Some((id(party), Number::whole(bound)))
        });
    let (verdict, impossible, bound) = match &answer.found {
        Answer::Found(_) => (PlanVerdictWord::Found, None, None),
        Answer::Impossible(why) => (PlanVerdictWord::Impossible, Some(obstacle(case, why)), None),
        Answer::Stopped { bound, .. } => {
            let bound = PlanBoundForm {
                rounds_least: Number::size(bound.rounds_least),
                exposure_least: bound.exposure_least.map(Number::whole),
                duration_least_days: bound.duration_least_days.map(Number::whole),
            };
            (PlanVerdictWord::Stopped, None, Some(bound))
        }
    };
    let mut trust = vec![trust_form(None, &answer.common_trust)];
    let seen = answer.trust.iter().filter(|(party, _)| answer.sees(*party));
    trust.extend(seen.map(|(party, needed)| trust_form(Some(id(*party)), needed)));
    PlanForm {
        planned: ids(&answer.planned),
        left_out: ids(&left_out),
        of_package: answer.of_package,
        bounds: Keyed(bounded.collect()),
        not_in_sight: parties()
            .filter(|party| !answer.sees(*party))
            .map(id)
            .collect(),
        verdict,
        schedule: answer
            .best()
            .map(|plan| schedule(case, stated, answer, plan)),
        impossible,
        bound,
        trust,
        delays: answer
            .delays
            .iter()
            .map(|effect| delay(case, stated, effect))
            .collect(),
    }
}

fn trust_form(party: Option<String>, trust: &Trust) -> TrustForm {
    let (bound, at_least) = match trust {
        Trust::Smallest(needed) => (Some(Number::whole(needed.bound())), None),
        Trust::NoBound(_) => (None, None),
        Trust::AtLeast { bound, reason: _ } => (None, Some(Number::whole(*bound))),
    };
    TrustForm {
        party,
        bound,
        at_least,
    }
}

fn obstacle(case: &Case, why: &PhasesImpossible) -> PlanImpossibleForm {
    let (why, rules, excess_days) = match why {
        PhasesImpossible::Dates(circle) => {
            let told = circle.rules().iter().map(|rule| rule_told(case, *rule));
            let excess = Number::whole(circle.excess_days());
            (PlanObstacleWord::Dates, told.collect(), Some(excess))
        }
        PhasesImpossible::Bounds(_) => (PlanObstacleWord::Bounds, Vec::new(), None),
        PhasesImpossible::Together(_) => (PlanObstacleWord::Together, Vec::new(), None),
    };
    PlanImpossibleForm {
        why,
        rules,
        excess_days,
    }
}

/// Numbers of the parties whose values are in sight.
fn by_party(case: &Case, answer: &PlanAnswer, numbers: &[u64]) -> Keyed<Number> {
    let parties = case.parties.iter().zip(numbers).enumerate();
    let seen = parties.filter(|(place, _)| answer.sees(PartyId::at(*place)));
    Keyed(
        seen.map(|(_, (party, number))| (party.id.clone(), Number::whole(*number)))
            .collect(),
    )
}

fn schedule(
    case: &Case,
    stated: &ImplementationPlan,
    answer: &PlanAnswer,
    plan: &PhasesPlan,
) -> ScheduleForm {
    let order = plan.schedule.order();
    let days = plan.schedule.begins().iter().zip(plan.schedule.verified());
    let items = days.enumerate().filter_map(|(place, (begins, verified))| {
        let round = order
            .rounds()
            .iter()
            .position(|round| round.contains(&place));
        Some(ScheduledItemForm {
            item: stated.items[place].id.clone(),
            owner: case.parties[stated.items[place].owner.index()].id.clone(),
            round: round.map(|round| Number::size(round + 1)),
            begins: Number::whole((*begins)?),
            verified: Number::whole((*verified)?),
        })
    });
    let rounds = order.rounds().iter().zip(order.exposures());
    ScheduleForm {
        items: items.collect(),
        rounds: rounds
            .map(|(round, exposure)| RoundForm {
                items: round
                    .iter()
                    .map(|place| stated.items[*place].id.clone())
                    .collect(),
                exposure: by_party(case, answer, exposure),
            })
            .collect(),
        largest_exposure: Number::whole(order.largest_exposure()),
        duration_days: Number::whole(plan.schedule.duration_days()),
        rounds_proven: plan.fewer_rounds.is_some(),
        exposure_proven: plan.less_exposure.is_some() || order.largest_exposure() == 0,
        bonds: by_party(case, answer, &answer.bonds),
        guarantees: by_party(case, answer, &answer.guarantees),
    }
}

fn delay(case: &Case, stated: &ImplementationPlan, effect: &DelayEffect) -> DelayForm {
    let DelayEffect {
        item,
        days,
        moved,
        broken,
        duration_days,
    } = effect;
    let id = |place: usize| stated.items[place].id.clone();
    let told = |(rule, by): &(PlanRule, u64)| winset_told::phases::broken_told(case, *rule, *by);
    DelayForm {
        item: id(*item),
        days: Number::whole(*days),
        moved: moved
            .iter()
            .map(|moved| MovedForm {
                item: id(moved.item),
                begins: Number::whole(moved.begins),
                by_days: Number::whole(moved.by_days),
                because: id(moved.because),
            })
            .collect(),
        broken: broken.iter().map(told).collect(),
        duration_days: Number::whole(*duration_days),
    }
}
