//! The runs of carriers within a span of days.

use winset_model::calendar::Day;
use winset_model::register::{ExchangeCarrier, Weekday};

use super::facts::{MissedRun, PERSONS_MAX};

/// The last day of any schedule, counted from the start: ten years.
pub const HORIZON_DAYS: u64 = 3_653;

/// A run of a carrier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CarrierRun {
    /// The day.
    pub day: Day,
    /// The carrier, by its place in the case.
    pub carrier: usize,
    /// Most persons: in all, or each way.
    pub persons: u64,
    /// Whether so many are carried each way.
    pub each_way: bool,
}

/// The runs from a first to a last day, counted from the start, by day and then in the order of the
/// carriers. Without a last day they go on until so many persons could be carried one way. None is later
/// than [`HORIZON_DAYS`]. Linear in days times carriers.
pub(super) fn runs(
    carriers: &[ExchangeCarrier],
    start: Day,
    span: (u64, Option<u64>),
    missed: &[MissedRun],
    persons: u64,
) -> Vec<CarrierRun> {
    let (from, to) = span;
    let last = to.map_or(HORIZON_DAYS, |to| to.min(HORIZON_DAYS));
    let mut found = Vec::new();
    let mut carried = 0_u64;
    for offset in from..=last {
        if to.is_none() && carried >= persons {
            break;
        }
        let Ok(offset) = u32::try_from(offset) else {
            break;
        };
        let day = start.plus(offset);
        for (carrier, facts) in carriers.iter().enumerate() {
            let out = missed
                .iter()
                .any(|run| run.carrier == carrier && run.day == day);
            let runs = facts.days.contains(&Weekday::of(day)) && !facts.not_on.contains(&day);
            if runs && !out && facts.persons_per_day > 0 {
                carried = carried.saturating_add(facts.persons_per_day);
                found.push(CarrierRun {
                    day,
                    carrier,
                    persons: facts.persons_per_day.min(PERSONS_MAX),
                    each_way: facts.each_way,
                });
            }
        }
    }
    found
}
