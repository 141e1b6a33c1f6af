//! What the case says of the days of a plan, rule by rule.

use super::question::PlanQuestion;

/// One rule about days. Items are named by their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanRule {
    /// Nothing begins before signature.
    Signature(usize),
    /// An item does not begin before the day of its phase.
    PhaseDay(usize),
    /// An item does not begin before its earliest day.
    Earliest(usize),
    /// An item is verified by its latest day.
    Latest(usize),
    /// An item begins when another one is verified.
    After {
        /// The item.
        item: usize,
        /// The one that is verified before.
        before: usize,
    },
    /// An item begins no earlier than another one of its act, which begins with it.
    Act {
        /// The item.
        item: usize,
        /// The other one.
        other: usize,
    },
    /// An item lapses unless another one is verified in time.
    Lapse(usize),
}

/// A rule as a difference: one begins so many days after the other, or later. `None` stands for the
/// signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) from: Option<usize>,
    pub(super) to: Option<usize>,
    pub(super) days: i64,
}

/// What a rule asks; `None` where the case does not say it.
pub(super) fn difference(question: &PlanQuestion<'_>, rule: PlanRule) -> Option<Difference> {
    let planned = |place: usize| {
        let is_there = place < question.plan.items.len() && question.is_planned(place);
        is_there.then(|| question.item(place))
    };
    let whole = |days: u64| i64::try_from(days).ok();
    let since = |place: usize, days: i64| Difference {
        from: None,
        to: Some(place),
        days,
    };
    Some(match rule {
        PlanRule::Signature(place) => {
            planned(place)?;
            since(place, 0)
        }
        PlanRule::PhaseDay(place) => {
            let phase = planned(place)?.phase?;
            since(place, whole(question.case.register.phases[phase].day)?)
        }
        PlanRule::Earliest(place) => since(place, whole(planned(place)?.earliest?)?),
        PlanRule::Latest(place) => {
            let item = planned(place)?;
            Difference {
                from: Some(place),
                to: None,
                days: whole(item.span_days())? - whole(item.latest?)?,
            }
        }
        PlanRule::After { item, before } => {
            planned(item)?.after.contains(&before).then_some(())?;
            Difference {
                from: Some(before),
                to: Some(item),
                days: whole(planned(before)?.span_days())?,
            }
        }
        PlanRule::Act { item, other } => {
            let act = planned(item)?.act.as_ref()?;
            let same = planned(other)?.act.as_ref() == Some(act) && item != other;
            same.then_some(Difference {
                from: Some(other),
                to: Some(item),
                days: 0,
            })?
        }
        PlanRule::Lapse(place) => {
            let lapse = planned(place)?.lapses_unless?;
            Difference {
                from: Some(lapse.item),
                to: Some(place),
                days: whole(planned(lapse.item)?.span_days())? - whole(lapse.within)?,
            }
        }
    })
}

impl PlanRule {
    /// All rules that the case states about the planned items.
    pub fn all(question: &PlanQuestion<'_>) -> Vec<Self> {
        let mut rules = Vec::new();
        let planned = question.planned();
        for place in &planned {
            let (place, item) = (*place, question.item(*place));
            rules.extend([
                Self::Signature(place),
                Self::PhaseDay(place),
                Self::Earliest(place),
                Self::Latest(place),
                Self::Lapse(place),
            ]);
            let before = item.after.iter();
            rules.extend(before.map(|before| Self::After {
                item: place,
                before: *before,
            }));
            let others = planned.iter().filter(|other| **other != place);
            rules.extend(others.map(|other| Self::Act {
                item: place,
                other: *other,
            }));
        }
        rules.retain(|rule| difference(question, *rule).is_some());
        rules
    }

    /// By how many days the beginning of one item follows another's, or the signature, at least: from
    /// which item, to which, days; `None` where the case does not say this.
    pub fn asks(self, question: &PlanQuestion<'_>) -> Option<(Option<usize>, Option<usize>, i64)> {
        let Difference { from, to, days } = difference(question, self)?;
        Some((from, to, days))
    }

    /// By how many days begin dates break it, by place; 0 when they keep it.
    pub fn broken_by(self, question: &PlanQuestion<'_>, begins: &[Option<u64>]) -> u64 {
        let Some(Difference { from, to, days }) = difference(question, self) else {
            return 0;
        };
        let day = |place: Option<usize>| {
            let day = place.map_or(Some(0), |place| begins.get(place).copied().flatten());
            day.and_then(|day| i64::try_from(day).ok())
        };
        match (day(from), day(to)) {
            (Some(from), Some(to)) => u64::try_from(from + days - to).unwrap_or(0),
            _ => 0,
        }
    }
}
