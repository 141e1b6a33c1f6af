//! The forms of levers and of time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::case::Case;
use winset_solve::{Alone, CrossingDate, CrossingDates, LeverSet, Levers};

use super::super::answer::package;
use super::super::number::Number;
use super::super::values::{Keyed, present};
use super::super::words::ReasonWord;

use crate::ask::PressureAnswer;

/// What levers could do.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeversForm {
    /// Whether the list of sets is complete.
    pub complete: bool,
    /// Sets of levers that open an overlap and hold none that could be kept, the cheapest first.
    /// Empty and complete: no set opens one. One without levers: there is an overlap.
    pub sets: Vec<LeverSetForm>,
    /// Levers that close an overlap when they are pulled alone; null when there is no overlap.
    #[serde(deserialize_with = "present")]
    pub closing: Option<Vec<String>>,
    /// Why there may be more sets; null when there are not.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// Levers that open an overlap together.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeverSetForm {
    /// The levers.
    pub levers: Vec<String>,
    /// What they cost each party that pulls one, by its own estimate.
    pub costs: Keyed<Number>,
    /// These estimates added up, which puts the cheapest first and means no more.
    pub cost_sum: Number,
    /// Days until the last of them works: they work side by side.
    pub delay_days: Number,
    /// A package that is acceptable then: an option for every point.
    pub package: Keyed<String>,
}

/// What trends do.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TimeForm {
    /// The date of day 0, the day that the case describes; null when it states none.
    #[serde(deserialize_with = "present")]
    pub day_0: Option<String>,
    /// All no-deal values move by their trends.
    pub together: TurnForm,
    /// For each party whose value moves: it moves alone.
    pub alone: Keyed<TurnForm>,
}

/// What becomes of the verdict.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TurnForm {
    /// In one word.
    pub turn: TurnWord,
    /// The first day on which the verdict is another one; null when there is none, or it is not
    /// known.
    #[serde(deserialize_with = "present")]
    pub day: Option<u32>,
    /// Its date; null without a day, or a date of day 0.
    #[serde(deserialize_with = "present")]
    pub date: Option<String>,
    /// The last day through which the verdict was shown to stay; null when it stays for ever, or
    /// that is not known.
    #[serde(deserialize_with = "present")]
    pub stays_through: Option<u32>,
}

/// What becomes of the verdict, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TurnWord {
    /// There is no overlap until one opens.
    Opens,
    /// There is an overlap until it closes.
    Closes,
    /// There is no overlap, ever.
    NeverOpens,
    /// There is an overlap for ever.
    NeverCloses,
    /// There is no overlap as far as was looked.
    StaysClosed,
    /// There is an overlap as far as was looked.
    StaysOpen,
    /// Stopped before it was decided.
    Undecided,
}

impl LeversForm {
    pub(super) fn new(case: &Case, levers: &Levers, found: &PressureAnswer) -> Self {
        let closing = found.alone.iter().enumerate();
        let closing = closing.filter(|(_, alone)| matches!(alone, Ok(Alone::Closed(_))));
        let closing: Vec<String> = closing.map(|(l, _)| case.levers[l].id.clone()).collect();
        Self {
            complete: levers.stopped.is_none(),
            sets: levers.sets.iter().map(|set| lever_set(case, set)).collect(),
            closing: (!found.alone.is_empty()).then_some(closing),
            stopped: levers.stopped.map(ReasonWord::from),
        }
    }
}

fn lever_set(case: &Case, set: &LeverSet) -> LeverSetForm {
    let levers = || set.levers.iter().map(|l| &case.levers[*l]);
    let costs = set.costs.iter().enumerate();
    let costs = costs.filter(|(p, _)| levers().any(|l| l.by.index() == *p));
    let costs = costs.map(|(p, cost)| (case.parties[p].id.clone(), Number::whole(*cost)));
    LeverSetForm {
        levers: levers().map(|l| l.id.clone()).collect(),
        costs: Keyed(costs.collect()),
        cost_sum: Number::whole(set.cost()),
        delay_days: Number::whole(set.delay_days),
        package: package(case, set.package.package()),
    }
}

impl TimeForm {
    pub(super) fn new(case: &Case, time: &CrossingDates) -> Self {
        let alone = case.parties.iter().zip(&time.alone);
        let alone = alone.filter_map(|(party, turn)| {
            let form = TurnForm::new(case, turn.as_ref()?);
            Some((party.id.clone(), form))
        });
        Self {
            day_0: case.register.as_of.map(|day| day.to_string()),
            together: TurnForm::new(case, &time.together),
            alone: Keyed(alone.collect()),
        }
    }
}

impl TurnForm {
    fn new(case: &Case, turn: &CrossingDate) -> Self {
        let (turn, day, stays_through) = match turn {
            CrossingDate::Opens { day, before, .. } => {
                (TurnWord::Opens, Some(*day), Some(before.last()))
            }
            CrossingDate::Closes { day, before, .. } => {
                (TurnWord::Closes, Some(*day), Some(before.last()))
            }
            CrossingDate::NeverOpens(_) => (TurnWord::NeverOpens, None, None),
            CrossingDate::NeverCloses(_) => (TurnWord::NeverCloses, None, None),
            CrossingDate::Closed(through) => (TurnWord::StaysClosed, None, Some(through.last())),
            CrossingDate::Open(through) => (TurnWord::StaysOpen, None, Some(through.last())),
            CrossingDate::Stopped(_) => (TurnWord::Undecided, None, None),
        };
        let date = day.and_then(|day| Some(case.register.as_of?.plus(day).to_string()));
        Self {
            turn,
            day,
            date,
            stays_through,
        }
    }
}
