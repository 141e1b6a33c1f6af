//! How the number of acceptable packages falls as one no-deal value rises: a step function.

use std::fmt;

use num_bigint::BigUint;
use winset_check::Acceptable;
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use super::edges::Edges;
use super::nash::{NashSteps, nash_steps};
use crate::budget::Budget;
use crate::listing::listing;

/// How much work step functions may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepLimits {
    /// Up to so many packages are listed, which gives the whole function.
    pub packages_max: usize,
    /// With more of them, so many steps are looked for on either side of the present value.
    pub steps_max: usize,
}

impl Default for StepLimits {
    fn default() -> Self {
        Self {
            packages_max: 200_000,
            steps_max: 8,
        }
    }
}

/// What a party's no-deal value decides, everything else fixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PressureSteps {
    /// The number of acceptable packages.
    pub count: CountSteps,
    /// The Nash packages; or why they are not known.
    pub nash: Result<NashSteps, StopReason>,
}

/// The number of acceptable packages for each no-deal value of a party, on the party's scale.
#[derive(Clone, PartialEq, Eq)]
pub struct CountSteps {
    /// The steps, by rising values. The first one holds for all values above
    /// [`above`](Self::above), each other one from the end of the one before.
    pub steps: Vec<CountStep>,
    /// Nothing is said of values up to this one; `None` where the first step holds for all lower
    /// values.
    pub above: Option<i64>,
    /// Whether there is no package for any value above the last step; otherwise nothing is said of
    /// them.
    pub ends: bool,
    /// Why there are not as many steps as were looked for.
    pub stopped: Option<StopReason>,
}

/// A step: one number for a range of values.
#[derive(Clone, PartialEq, Eq)]
pub struct CountStep {
    /// The greatest value for which it holds.
    pub up_to: i64,
    /// How many packages are acceptable.
    pub packages: BigUint,
}

/// Shows the steps; values are confidential.
impl fmt::Debug for CountSteps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CountSteps")
            .field("steps", &self.steps)
            .field("stopped", &self.stopped)
            .finish_non_exhaustive()
    }
}

/// Shows the number; the value is confidential.
impl fmt::Debug for CountStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CountStep")
            .field("packages", &self.packages)
            .finish_non_exhaustive()
    }
}

/// The step functions of one party's no-deal value: the number of acceptable packages, and the Nash
/// packages. `None` for a party without preferences.
///
/// Where the packages that are acceptable without the party's floor can be listed, the functions
/// are whole; that the list is complete rests on the search. Where only those above its present
/// floor can, the functions are known from there upwards. Steps beyond a list are found one by one,
/// each end by a best value with its proof, and counted by the packages that end with them.
///
/// # Errors
/// The reason for which it was stopped.
pub fn steps(
    case: &Case,
    positions: &Positions,
    party: PartyId,
    limits: StepLimits,
    budget: &Budget<'_>,
) -> Result<Option<PressureSteps>, StopReason> {
    if case.parties[party.index()].sheet.open().scores.is_none() {
        return Ok(None);
    }
    let free = positions.clone().with_floor(party, None);
    let present = positions.floors[party.index()];
    if let Some(packages) = all(case, &free, limits, budget)? {
        return Ok(Some(PressureSteps {
            count: whole(party, &packages),
            nash: nash_steps(case, positions, party, packages, budget),
        }));
    }
    let listed = match present {
        Some(_) => all(case, positions, limits, budget)?,
        None => None,
    };
    let Some(packages) = listed else {
        return Ok(Some(PressureSteps {
            count: walk(case, positions, party, limits, budget),
            nash: Err(StopReason::NodeLimit),
        }));
    };
    let mut count = whole(party, &packages);
    count.above = present.and_then(|value| value.checked_sub(1));
    let below = Edges::new(case, positions, party, limits, budget);
    let below = below.and_then(|edges| count.downwards(&edges, present, limits.steps_max));
    count.stopped = below.err();
    let nash = nash_steps(case, positions, party, packages, budget);
    Ok(Some(PressureSteps {
        count,
        nash: nash.map(|nash| nash.from(present)),
    }))
}

/// All acceptable packages; `None` when there are too many to be listed.
fn all(
    case: &Case,
    positions: &Positions,
    limits: StepLimits,
    budget: &Budget<'_>,
) -> Result<Option<Vec<Acceptable>>, StopReason> {
    let listed = listing(case, positions, limits.packages_max, budget);
    match listed.stopped {
        None => Ok(Some(listed.packages)),
        Some(StopReason::NodeLimit) => Ok(None),
        Some(reason) => Err(reason),
    }
}

/// The whole function, from all packages that are acceptable without the party's floor; or what of
/// it is above a floor, from those above the floor.
fn whole(party: PartyId, packages: &[Acceptable]) -> CountSteps {
    let scores = packages.iter().filter_map(|p| p.scores()[party.index()]);
    let mut scores: Vec<i64> = scores.collect();
    scores.sort_unstable();
    let mut left = scores.len();
    let mut steps = Vec::new();
    for equal in scores.chunk_by(|a, b| a == b) {
        if let Some(up_to) = equal.first() {
            steps.push(CountStep {
                up_to: *up_to,
                packages: left.into(),
            });
        }
        left -= equal.len();
    }
    CountSteps {
        steps,
        above: None,
        ends: true,
        stopped: None,
    }
}

/// The steps next to the present value, those above it first; from the lowest one where the party
/// has no floor.
fn walk(
    case: &Case,
    positions: &Positions,
    party: PartyId,
    limits: StepLimits,
    budget: &Budget<'_>,
) -> CountSteps {
    let present = positions.floors[party.index()];
    let mut found = CountSteps {
        steps: Vec::new(),
        above: None,
        ends: false,
        stopped: None,
    };
    let edges = Edges::new(case, positions, party, limits, budget);
    let walked = edges.and_then(|edges| {
        // What is known so far begins at the present value.
        found.above = present.and_then(|value| value.checked_sub(1));
        found.upwards(&edges, present, limits.steps_max)?;
        found.downwards(&edges, present, limits.steps_max)
    });
    found.stopped = walked.err();
    found
}

impl CountSteps {
    /// The step of a value, and so many above it: each has as many packages fewer as end with the one
    /// before.
    fn upwards(
        &mut self,
        edges: &Edges<'_>,
        from: Option<i64>,
        steps_max: usize,
    ) -> Result<(), StopReason> {
        let mut next = edges.end(from)?;
        while let Some(up_to) = next {
            if self.steps.len() > steps_max {
                return Ok(());
            }
            let packages = match self.steps.last() {
                None => edges.count(up_to)?,
                Some(before) => &before.packages - edges.count_at(before.up_to)?,
            };
            self.steps.push(CountStep { up_to, packages });
            next = edges.end(up_to.checked_add(1))?;
        }
        self.ends = true;
        Ok(())
    }

    /// So many steps below that of a value: each has as many packages more as end with it.
    fn downwards(
        &mut self,
        edges: &Edges<'_>,
        from: Option<i64>,
        steps_max: usize,
    ) -> Result<(), StopReason> {
        let mut left = steps_max;
        let mut value = from;
        while let Some(above) = value {
            value = edges.end_below(above)?;
            self.above = value;
            let Some(up_to) = value.filter(|_| left > 0) else {
                return Ok(());
            };
            let mut packages = edges.count_at(up_to)?;
            if let Some(next) = self.steps.first() {
                packages += &next.packages;
            }
            self.steps.insert(0, CountStep { up_to, packages });
            self.above = up_to.checked_sub(1);
            left -= 1;
        }
        Ok(())
    }
}
