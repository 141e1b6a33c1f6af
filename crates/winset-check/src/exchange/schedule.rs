//! A schedule of runs that is checked: it carries what is cleared, and no run carries more than it can.

use thiserror::Error;

use super::cleared::Cleared;
use super::facts::ExchangeFacts;
use super::runs::CarrierRun;

/// What a run carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunLoad {
    /// The phase.
    pub phase: usize,
    /// The run, by its place in the phase.
    pub run: usize,
    /// For each category, how many people of each side.
    pub persons: Vec<[u64; 2]>,
}

impl RunLoad {
    /// The run that is loaded; `None` where the case has no such run.
    pub fn run_in<'f>(&self, facts: &'f ExchangeFacts) -> Option<&'f CarrierRun> {
        facts.phases.get(self.phase)?.runs.as_ref()?.get(self.run)
    }

    /// How many people of a side.
    pub fn of_side(&self, side: usize) -> u64 {
        self.persons.iter().map(|persons| persons[side]).sum()
    }
}

/// Why a schedule was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ScheduleRefusal {
    /// A load names a phase, run or category that there is not.
    #[error("a load names a run that there is not")]
    Unknown,
    /// Loads are not in order, or a run is loaded twice.
    #[error("loads are out of order, or a run is loaded twice")]
    Order,
    /// A run carries more than it can.
    #[error("a run carries more than it can")]
    Overloaded,
    /// What is carried in a phase is not what is released in it.
    #[error("what is carried in a phase is not what is released in it")]
    Sums,
}

/// A checked schedule. Only [`scheduled`] makes one.
#[derive(Debug, Clone)]
pub struct Scheduled(Vec<RunLoad>);

impl Scheduled {
    /// The loads, by phase and run.
    pub fn loads(&self) -> &[RunLoad] {
        &self.0
    }
}

/// Checks loads of runs: each run at most once and in order, none with more than it carries, and in each
/// phase with carriers all that is released in it. Linear in loads times categories.
///
/// # Errors
/// When any of this does not hold.
pub fn scheduled(
    facts: &ExchangeFacts,
    cleared: &Cleared,
    loads: Vec<RunLoad>,
) -> Result<Scheduled, ScheduleRefusal> {
    let categories = facts.categories.len();
    let mut sums = vec![vec![[0_u64; 2]; categories]; facts.phases.len()];
    let mut last = None;
    for load in &loads {
        let run = load.run_in(facts).ok_or(ScheduleRefusal::Unknown)?;
        if load.persons.len() != categories {
            return Err(ScheduleRefusal::Unknown);
        }
        let place = (load.phase, load.run);
        if last.replace(place).is_some_and(|last| last >= place) {
            return Err(ScheduleRefusal::Order);
        }
        let [first, second] = [0, 1].map(|side| load.of_side(side));
        let fits = if run.each_way {
            first <= run.persons && second <= run.persons
        } else {
            first.saturating_add(second) <= run.persons
        };
        if !fits {
            return Err(ScheduleRefusal::Overloaded);
        }
        for (sum, persons) in sums[load.phase].iter_mut().zip(&load.persons) {
            for (sum, count) in sum.iter_mut().zip(persons) {
                *sum = sum.saturating_add(*count);
            }
        }
    }
    for (phase, sums) in sums.iter().enumerate() {
        let carried = facts.phases[phase].runs.is_some();
        for (category, sums) in sums.iter().enumerate() {
            let sides = sums.iter().enumerate();
            let mut sides =
                sides.map(|(side, sum)| (cleared.released(phase, category, side), *sum));
            if carried && sides.any(|(released, sum)| released != sum) {
                return Err(ScheduleRefusal::Sums);
            }
        }
    }
    Ok(Scheduled(loads))
}
