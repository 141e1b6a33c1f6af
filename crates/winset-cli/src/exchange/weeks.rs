//! The runs of an exchange, summed up by weeks.

use winset::check::exchange::{ExchangeFacts, Scheduled};
use winset::model::calendar::Day;

/// A week in which somebody is carried.
#[derive(Debug, Clone, Copy)]
pub(super) struct Week {
    /// The day of its first run.
    pub(super) first: Day,
    /// How many runs carry somebody.
    pub(super) runs: usize,
    /// How many people of each side come home.
    pub(super) home: [u64; 2],
    /// How many people of each side are still to come home after it.
    pub(super) still: [u64; 2],
}

/// The weeks of a schedule, from Monday on, in order.
pub(super) fn weeks(facts: &ExchangeFacts, schedule: &Scheduled) -> Vec<Week> {
    let loads = schedule.loads();
    let mut still = [0, 1].map(|side| loads.iter().map(|load| load.of_side(side)).sum::<u64>());
    let mut weeks: Vec<Week> = Vec::new();
    for load in loads {
        let Some(run) = load.run_in(facts) else {
            continue;
        };
        let home = [0, 1].map(|side| load.of_side(side));
        still = [still[0] - home[0], still[1] - home[1]];
        match weeks.last_mut() {
            Some(week) if week.first.monday() == run.day.monday() => {
                week.runs += 1;
                week.home = [week.home[0] + home[0], week.home[1] + home[1]];
                week.still = still;
            }
            _ => weeks.push(Week {
                first: run.day,
                runs: 1,
                home,
                still,
            }),
        }
    }
    weeks
}
