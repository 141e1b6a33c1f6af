//! The schedule of an exchange: which run carries whom.

use winset_check::exchange::{
    CarrierRun, Cleared, ExchangeFacts, RunLoad, ScheduleRefusal, Scheduled, scheduled,
};

/// How loading ended.
#[derive(Debug, Clone)]
pub enum LoadEnd {
    /// The schedule, checked.
    Loaded(Scheduled),
    /// Nothing says who carries them.
    NoCarriers,
    /// The checker refused what was found: a fault of the program.
    Refused(ScheduleRefusal),
}

/// Loads the runs of each phase in order, as full as they go, until all are carried who are released in
/// it. Both sides go home at the same pace: after each run each side is as near to its part of the phase
/// as whole persons let it, the first side never ahead. Categories go in their order. Linear in runs times
/// categories.
pub fn load_runs(facts: &ExchangeFacts, cleared: &Cleared) -> LoadEnd {
    if facts.phases.iter().any(|phase| phase.runs.is_none()) {
        return LoadEnd::NoCarriers;
    }
    let phases = 0..facts.phases.len();
    let loads = phases.flat_map(|phase| phase_loads(facts, cleared, phase));
    match scheduled(facts, cleared, loads.collect()) {
        Ok(schedule) => LoadEnd::Loaded(schedule),
        Err(refusal) => LoadEnd::Refused(refusal),
    }
}

fn phase_loads(facts: &ExchangeFacts, cleared: &Cleared, phase: usize) -> Vec<RunLoad> {
    let categories = 0..facts.categories.len();
    let mut left: Vec<[u64; 2]> = categories
        .map(|category| [0, 1].map(|side| cleared.released(phase, category, side)))
        .collect();
    let all: [u64; 2] = [0, 1].map(|side| left.iter().map(|l| l[side]).sum());
    let mut gone = [0_u64; 2];
    let mut loads = Vec::new();
    let runs = facts.phases[phase].runs.as_deref().unwrap_or_default();
    let mut later = Capacity::of(runs);
    for (run, facts) in runs.iter().enumerate() {
        later.take(facts);
        let still = [all[0] - gone[0], all[1] - gone[1]];
        if still == [0, 0] {
            break;
        }
        let quota = if facts.each_way {
            still.map(|still| still.min(facts.persons))
        } else {
            shared(all, gone, facts.persons, later)
        };
        loads.push(RunLoad {
            phase,
            run,
            persons: taken(&mut left, quota),
        });
        gone = [gone[0] + quota[0], gone[1] + quota[1]];
    }
    loads
}

/// What runs can carry.
#[derive(Debug, Clone, Copy, Default)]
struct Capacity {
    /// In places that both sides share.
    shared: u64,
    /// Each way.
    each: u64,
}

impl Capacity {
    fn of(runs: &[CarrierRun]) -> Self {
        let mut whole = Self::default();
        for run in runs {
            *whole.kind(run) += run.persons;
        }
        whole
    }

    fn take(&mut self, run: &CarrierRun) {
        *self.kind(run) -= run.persons;
    }

    fn kind(&mut self, run: &CarrierRun) -> &mut u64 {
        if run.each_way {
            &mut self.each
        } else {
            &mut self.shared
        }
    }
}

/// How many of each side go next, where so many places are shared: each side's part, unless later runs
/// could not carry what is left of the other.
fn shared(all: [u64; 2], gone: [u64; 2], places: u64, later: Capacity) -> [u64; 2] {
    let total = u128::from(all[0]) + u128::from(all[1]);
    let still = [all[0] - gone[0], all[1] - gone[1]];
    let carried = places.min(still[0] + still[1]);
    let after = u128::from(gone[0]) + u128::from(gone[1]) + u128::from(carried);
    // What the first side's part of all who are then gone comes to, in whole persons.
    let part = u64::try_from(u128::from(all[0]) * after / total).unwrap_or(all[0]);
    let one_way = later.shared + later.each;
    let [least, other_least] = still.map(|still| still.saturating_sub(one_way));
    let least = least.max(carried.saturating_sub(still[1]));
    let most = still[0].min(carried.saturating_sub(other_least)).max(least);
    let first = part.saturating_sub(gone[0]).clamp(least, most);
    [first, carried - first]
}

/// Takes so many of each side out of what is left, categories in their order.
fn taken(left: &mut [[u64; 2]], mut quota: [u64; 2]) -> Vec<[u64; 2]> {
    let take = |left: &mut [u64; 2]| {
        let taken = [left[0].min(quota[0]), left[1].min(quota[1])];
        for side in 0..2 {
            left[side] -= taken[side];
            quota[side] -= taken[side];
        }
        taken
    };
    left.iter_mut().map(take).collect()
}
