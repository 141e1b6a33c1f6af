//! Plans of phases in words.

use winset_check::plan::PlanRule;
use winset_model::case::Case;
use winset_model::register::PlanItem;

use crate::words::counted;

/// An item of the plan of a case.
fn item(case: &Case, place: usize) -> Option<&PlanItem> {
    case.register.plan.as_ref()?.items.get(place)
}

/// What readers call an item of the plan: its title in quotes.
pub fn item_told(case: &Case, place: usize) -> String {
    let label = item(case, place).map_or("an item", PlanItem::label);
    format!("“{label}”")
}

/// What a rule about days asks, as words that follow "because".
pub fn rule_told(case: &Case, rule: PlanRule) -> String {
    let of = |place: usize| item_told(case, place);
    let found = |place: usize| item(case, place);
    let days = |place: usize| found(place).map_or(0, PlanItem::span_days);
    match rule {
        PlanRule::Signature(place) => format!("{} begins after signature", of(place)),
        PlanRule::PhaseDay(place) => {
            let phase = found(place).and_then(|item| case.register.phases.get(item.phase?));
            let (id, day) = phase.map_or(("", 0), |phase| (phase.id.as_str(), phase.day));
            format!("{} belongs to {id}, which begins on day {day}", of(place))
        }
        PlanRule::Earliest(place) => {
            let day = found(place).and_then(|item| item.earliest).unwrap_or(0);
            format!("{} does not begin before day {day}", of(place))
        }
        PlanRule::Latest(place) => {
            let day = found(place).and_then(|item| item.latest).unwrap_or(0);
            format!(
                "{} takes {} and is verified by day {day}",
                of(place),
                counted(days(place), "day")
            )
        }
        PlanRule::After {
            item: place,
            before,
        } => format!(
            "{} begins when {} is verified, which takes {}",
            of(place),
            of(before),
            counted(days(before), "day")
        ),
        PlanRule::Act { item: place, other } => {
            format!("{} begins together with {}", of(place), of(other))
        }
        PlanRule::Lapse(place) => {
            let lapse = found(place).and_then(|item| item.lapses_unless);
            let (other, within) = lapse.map_or((place, 0), |l| (l.item, l.within));
            format!(
                "{} lapses unless {}, which takes {}, is verified within {} of its beginning",
                of(place),
                of(other),
                counted(days(other), "day"),
                counted(within, "day")
            )
        }
    }
}

/// How a rule is broken, as a sentence without its full stop.
pub fn broken_told(case: &Case, rule: PlanRule, by_days: u64) -> String {
    let by = counted(by_days, "day");
    match rule {
        PlanRule::Latest(place) => {
            let day = item(case, place).and_then(|item| item.latest).unwrap_or(0);
            let named = item_told(case, place);
            format!("{named} is verified {by} after day {day}, its latest")
        }
        PlanRule::Lapse(place) => {
            let lapse = item(case, place).and_then(|item| item.lapses_unless);
            let (other, within) = lapse.map_or((place, 0), |l| (l.item, l.within));
            format!(
                "{} lapses: {} is verified {by} later than the {} that it has",
                item_told(case, place),
                item_told(case, other),
                counted(within, "day")
            )
        }
        other => format!("{by} are missing: {}", rule_told(case, other)),
    }
}
