//! What a delay does to a schedule.

use winset_check::plan::{PlanQuestion, PlanRule, PlanSchedule};

/// What happens to a schedule when an item is verified later than planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DelayEffect {
    /// The item, by its place.
    pub item: usize,
    /// By how many days it is late.
    pub days: u64,
    /// What begins later than planned, in the order of the file.
    pub moved: Vec<MovedItem>,
    /// The rules of the case that are broken then, and by how many days.
    pub broken: Vec<(PlanRule, u64)>,
    /// The day on which the last item is verified, in days after signature.
    pub duration_days: u64,
}

/// An item that begins later than planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MovedItem {
    /// The item, by its place.
    pub item: usize,
    /// Days after signature on which it begins now.
    pub begins: u64,
    /// By how many days that is later.
    pub by_days: u64,
    /// The item that is verified just then, for which it waits; or the item of its act.
    pub because: usize,
}

/// What a delay of an item does, the order of rounds kept: whatever waits begins later, nothing begins
/// earlier than planned. `None` for an item that is not planned.
///
/// Items squared times items.
pub fn delayed(
    question: &PlanQuestion<'_>,
    schedule: &PlanSchedule,
    item: usize,
    days: u64,
) -> Option<DelayEffect> {
    schedule.begins().get(item).copied().flatten()?;
    let planned = question.planned();
    let verified = |begins: &[Option<u64>], place: usize| {
        let late = if place == item { days } else { 0 };
        begins[place].map(|begin| begin + question.item(place).span_days() + late)
    };
    let waits = waits(question, schedule);
    let mut begins = schedule.begins().to_vec();
    let mut because = vec![item; begins.len()];
    // Each pass settles at least one item more.
    for _ in 0..=planned.len() {
        for (place, other, together) in &waits {
            let least = if *together {
                begins[*other]
            } else {
                verified(&begins, *other)
            };
            if least > begins[*place] {
                begins[*place] = least;
                because[*place] = *other;
            }
        }
    }
    let moved = planned.iter().filter_map(|place| {
        let (now, before) = (begins[*place]?, schedule.begins()[*place]?);
        (now > before).then_some(MovedItem {
            item: *place,
            begins: now,
            by_days: now - before,
            because: because[*place],
        })
    });
    let moved = moved.collect();
    let ends = planned.iter().filter_map(|place| verified(&begins, *place));
    Some(DelayEffect {
        item,
        days,
        moved,
        duration_days: ends.max().unwrap_or(0),
        broken: broken(question, &begins, item, days),
    })
}

/// Who waits for whom: an item, the other, whether they begin together.
fn waits(question: &PlanQuestion<'_>, schedule: &PlanSchedule) -> Vec<(usize, usize, bool)> {
    let mut waits = Vec::new();
    for rule in PlanRule::all(question) {
        match rule {
            PlanRule::After { item, before } => waits.push((item, before, false)),
            PlanRule::Act { item, other } => waits.push((item, other, true)),
            _ => {}
        }
    }
    let rounds = schedule.order().rounds();
    for (number, round) in rounds.iter().enumerate() {
        for earlier in rounds[..number].iter().flatten() {
            waits.extend(round.iter().map(|item| (*item, *earlier, false)));
        }
    }
    waits
}

/// The rules that are broken by days, with one item verified later than it would be.
fn broken(
    question: &PlanQuestion<'_>,
    begins: &[Option<u64>],
    late: usize,
    days: u64,
) -> Vec<(PlanRule, u64)> {
    let mut broken = Vec::new();
    for rule in PlanRule::all(question) {
        let waits_for_late = match rule {
            PlanRule::Latest(item) => item == late,
            PlanRule::Lapse(item) => {
                question.item(item).lapses_unless.map(|l| l.item) == Some(late)
            }
            _ => false,
        };
        let by = if waits_for_late {
            broken_late(question, rule, begins, days)
        } else {
            rule.broken_by(question, begins)
        };
        if by > 0 {
            broken.push((rule, by));
        }
    }
    broken
}

/// By how many days a rule is broken whose item is verified so many days later than it says.
fn broken_late(
    question: &PlanQuestion<'_>,
    rule: PlanRule,
    begins: &[Option<u64>],
    days: u64,
) -> u64 {
    let Some((from, to, least)) = rule.asks(question) else {
        return 0;
    };
    let day = |place: Option<usize>| -> i64 {
        let day = place.map_or(Some(0), |place| begins[place]);
        day.and_then(|day| i64::try_from(day).ok()).unwrap_or(0)
    };
    let late = i64::try_from(days).unwrap_or(i64::MAX / 4);
    u64::try_from(day(from) + least + late - day(to)).unwrap_or(0)
}
