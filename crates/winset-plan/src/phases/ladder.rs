//! The schedule that is wanted: fewest rounds, then least largest exposure, then the earliest end.

use winset_check::plan::{
    PlanQuestion, PlanSchedule, dates_contradict, no_schedule, plan_schedule,
};
use winset_model::answer::{Answer, StopReason};

use super::answer::{PhasesAnswer, PhasesBound, PhasesImpossible, PhasesPlan};
use super::deliveries::Deliveries;
use super::limit::PlanLimit;
use super::network::Network;
use super::ordering::Ordering;
use super::proofs::{no_order_at_all, no_order_in};
use super::trust::{Trust, trust};

/// The schedule that is wanted, or why there is none.
///
/// Ties: of schedules with equal rounds, largest exposure and duration the one whose first round that
/// differs holds the first item, in the order of the file, in which the two rounds differ. Every item
/// begins as early as the order lets it.
///
/// Exponential in the number of valued items; linear in the days. `limit` counts the deliveries tried.
pub fn plan_phases(question: &PlanQuestion<'_>, limit: &PlanLimit<'_>) -> PhasesAnswer {
    let network = Network::of(question);
    if let Some(rules) = network.circle() {
        return match dates_contradict(question, &rules) {
            Ok(proof) => Answer::Impossible(PhasesImpossible::Dates(proof)),
            Err(_) => stopped(StopReason::CheckFailed, None, 0),
        };
    }
    let Some(deliveries) = Deliveries::of(question) else {
        return stopped(StopReason::NumberLimit, None, 0);
    };
    let ladder = Ladder {
        question,
        network: &network,
        deliveries: &deliveries,
        limit,
    };
    if let Some(proof) = no_order_at_all(question) {
        return Answer::Impossible(PhasesImpossible::Bounds(proof));
    }
    ladder.climb()
}

/// An answer that was stopped before its number of rounds was known.
fn stopped(reason: StopReason, best: Option<PhasesPlan>, rounds_least: usize) -> PhasesAnswer {
    Answer::Stopped {
        reason,
        best,
        bound: PhasesBound {
            rounds_least,
            exposure_least: None,
            duration_least_days: None,
        },
    }
}

/// What a search found, and why it ended there.
enum Step {
    Lowest(PlanSchedule),
    Stopped(PlanSchedule, StopReason),
}

struct Ladder<'a> {
    question: &'a PlanQuestion<'a>,
    network: &'a Network,
    deliveries: &'a Deliveries,
    limit: &'a PlanLimit<'a>,
}

impl Ladder<'_> {
    /// The first order with at most so many rounds, within a cap on exposure and an end.
    fn first(
        &self,
        rounds_max: usize,
        cap: Option<u64>,
        end: Option<u64>,
    ) -> Result<Option<PlanSchedule>, StopReason> {
        let capped = cap.map(|cap| self.question.capped(cap));
        let made = capped.as_ref().and_then(Deliveries::of);
        let deliveries = made.as_ref().unwrap_or(self.deliveries);
        let end = end.and_then(|end| i64::try_from(end).ok());
        let mut search = Ordering::new(deliveries, self.network, self.limit, end);
        match search.first(rounds_max)? {
            None => Ok(None),
            Some(rounds) => self.checked(&rounds).map(Some),
        }
    }

    /// The schedule of an order, each item as early as can be.
    fn checked(&self, rounds: &[Vec<usize>]) -> Result<PlanSchedule, StopReason> {
        let valued = &self.deliveries.places;
        let begins = self.network.earliest(rounds, valued, None);
        let begins = begins.ok_or(StopReason::CheckFailed)?;
        let dated = self.network.dated(&begins);
        plan_schedule(self.question, rounds, &dated).map_err(|_| StopReason::CheckFailed)
    }

    /// Fewest rounds, then the rest.
    fn climb(&self) -> PhasesAnswer {
        let units = self.deliveries.units.len();
        let least = self.deliveries.rounds_least(0);
        for rounds in least..=units.max(least) {
            match self.first(rounds, None, None) {
                Ok(None) => {}
                Ok(Some(found)) => return self.lowered(found, rounds),
                Err(reason) => {
                    let best = self.any().map(|schedule| PhasesPlan {
                        schedule,
                        fewer_rounds: None,
                        less_exposure: None,
                    });
                    return stopped(reason, best, rounds);
                }
            }
        }
        // Every order was tried. The check tries them again.
        match no_schedule(self.question, None) {
            Ok(proof) => Answer::Impossible(PhasesImpossible::Together(proof)),
            Err(_) => stopped(StopReason::NodeLimit, None, units + 1),
        }
    }

    /// Some schedule, with however many rounds; looks at few deliveries only.
    fn any(&self) -> Option<PlanSchedule> {
        const PART_NODES_MAX: u64 = 50_000;
        let part = self.limit.part(PART_NODES_MAX);
        let mut search = Ordering::new(self.deliveries, self.network, &part, None);
        let rounds = search.first(self.deliveries.units.len()).ok().flatten()?;
        self.checked(&rounds).ok()
    }

    /// With the fewest rounds, the least exposure, then the earliest end, then the first of ties.
    fn lowered(&self, found: PlanSchedule, rounds: usize) -> PhasesAnswer {
        let fewer = rounds.checked_sub(1);
        let fewer_rounds = fewer.and_then(|fewer| no_order_in(self.question, fewer));
        let plan = |schedule, less_exposure| PhasesPlan {
            schedule,
            fewer_rounds: fewer_rounds.clone(),
            less_exposure,
        };
        let bound = |exposure_least, duration_least_days| PhasesBound {
            rounds_least: rounds,
            exposure_least,
            duration_least_days,
        };
        let floor = self.least_trust();
        let found = match self.least_exposure(found, rounds, floor) {
            Step::Lowest(schedule) => schedule,
            Step::Stopped(best, reason) => {
                return Answer::Stopped {
                    reason,
                    best: Some(plan(best, None)),
                    bound: bound(Some(floor), None),
                };
            }
        };
        let exposure = found.order().largest_exposure();
        let proven = exposure.checked_sub(1);
        let proven = proven.and_then(|less| {
            let capped = self.question.capped(less);
            no_order_in(&capped, rounds).or_else(|| no_order_at_all(&capped))
        });
        match self.earliest_end(found, rounds, exposure) {
            Step::Lowest(schedule) => Answer::Found(plan(schedule, proven)),
            Step::Stopped(best, reason) => {
                let earliest = self.network.earliest(&[], &[], None);
                let days = earliest.map(|begins| self.network.duration(&begins));
                Answer::Stopped {
                    reason,
                    best: Some(plan(best, proven)),
                    bound: bound(
                        Some(exposure),
                        days.and_then(|days| u64::try_from(days).ok()),
                    ),
                }
            }
        }
    }

    /// A largest exposure below which no order is, in however many rounds.
    fn least_trust(&self) -> u64 {
        const PART_NODES_MAX: u64 = 20_000;
        let part = self.limit.part(PART_NODES_MAX);
        match trust(self.question, None, &part) {
            Trust::Smallest(needed) => needed.bound(),
            Trust::AtLeast { bound, .. } => bound,
            Trust::NoBound(_) => 0,
        }
    }

    fn least_exposure(&self, found: PlanSchedule, rounds: usize, floor: u64) -> Step {
        let mut best = found;
        while let Some(less) = best.order().largest_exposure().checked_sub(1) {
            if less < floor {
                break;
            }
            match self.first(rounds, Some(less), None) {
                Ok(Some(better)) => best = better,
                Ok(None) => break,
                Err(reason) => return Step::Stopped(best, reason),
            }
        }
        Step::Lowest(best)
    }

    fn earliest_end(&self, found: PlanSchedule, rounds: usize, exposure: u64) -> Step {
        let mut best = found;
        while let Some(less) = best.duration_days().checked_sub(1) {
            match self.first(rounds, Some(exposure), Some(less)) {
                Ok(Some(better)) => best = better,
                Ok(None) => break,
                Err(reason) => return Step::Stopped(best, reason),
            }
        }
        let end = best.duration_days();
        match self.first(rounds, Some(exposure), Some(end)) {
            Ok(Some(first)) => Step::Lowest(first),
            Ok(None) => Step::Stopped(best, StopReason::CheckFailed),
            Err(reason) => Step::Stopped(best, reason),
        }
    }
}
