//! How the number of acceptable packages falls as one no-deal value rises: a step function.

use std::fmt;

use num_bigint::BigUint;
use winset_check::Acceptable;
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::derived::Draft;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use super::nash::{NashSteps, nash_steps};
use crate::budget::Budget;
use crate::count::{Count, count};
use crate::listing::listing;
use crate::search::overlap;
use crate::survey::best;

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
pub struct Steps {
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
) -> Result<Option<Steps>, StopReason> {
    if case.parties[party.index()].sheet.open().scores.is_none() {
        return Ok(None);
    }
    let free = positions.clone().with_floor(party, None);
    let present = positions.floors[party.index()];
    if let Some(packages) = all(case, &free, limits, budget)? {
        return Ok(Some(Steps {
            count: whole(party, &packages),
            nash: nash_steps(case, positions, party, packages, budget),
        }));
    }
    let listed = match present {
        Some(_) => all(case, positions, limits, budget)?,
        None => None,
    };
    let Some(packages) = listed else {
        return Ok(Some(Steps {
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
    Ok(Some(Steps {
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

/// Where the number of acceptable packages does not change around the present value of a party.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Unchanged {
    /// The value down to which, not included, nothing changes; `None`: however low.
    pub above: Option<i64>,
    /// The greatest value for which nothing changes; `None` where there is no overlap, however high.
    pub up_to: Option<i64>,
}

/// Shows nothing: values are confidential.
impl fmt::Debug for Unchanged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unchanged").finish_non_exhaustive()
    }
}

/// Where the acceptable packages stay the same as one party's no-deal value moves, everything else
/// fixed: from the most that a package below the present value gives the party to the least that an
/// acceptable one does, both proven. `None` for a party without preferences or without a floor.
///
/// # Errors
/// The reason for which it was stopped.
pub fn unchanged(
    case: &Case,
    positions: &Positions,
    party: PartyId,
    budget: &Budget<'_>,
) -> Result<Option<Unchanged>, StopReason> {
    let scored = case.parties[party.index()].sheet.open().scores.is_some();
    let (true, Some(present)) = (scored, positions.floors[party.index()]) else {
        return Ok(None);
    };
    let edges = Edges::new(case, positions, party, StepLimits::default(), budget)?;
    Ok(Some(Unchanged {
        above: edges.end_below(present)?,
        up_to: edges.end(Some(present))?,
    }))
}

/// Finds the values at which the number of acceptable packages changes.
struct Edges<'a> {
    /// The case with a party that scores minus what the party does.
    case: Case,
    mirror: PartyId,
    /// The positions without the party's floor.
    free: Positions,
    party: PartyId,
    /// Packages up to which a step is counted by listing those that end with it.
    listed_max: usize,
    budget: &'a Budget<'a>,
}

impl<'a> Edges<'a> {
    fn new(
        case: &Case,
        positions: &Positions,
        party: PartyId,
        limits: StepLimits,
        budget: &'a Budget<'a>,
    ) -> Result<Self, StopReason> {
        let mut draft = Draft::of(case);
        let id = format!("minus/{}", case.parties[party.index()].id);
        let name = format!("Minus {}", case.parties[party.index()].name);
        let mirror = draft.add_sum(&id, &name, &[(party, -1)]);
        let mirror = mirror.map_err(|_| StopReason::NumberLimit)?;
        let mut free = positions.clone().with_floor(party, None);
        free.floors.push(None);
        Ok(Self {
            case: draft.finish(),
            mirror,
            free,
            party,
            listed_max: limits.packages_max,
            budget,
        })
    }

    /// The greatest value from this one on that leaves the same packages: the least that they give
    /// the party. `None` when there is no package.
    fn end(&self, from: Option<i64>) -> Result<Option<i64>, StopReason> {
        let asked = self.free.clone().with_floor(self.party, from);
        Ok(self.most(&asked, self.mirror)?.map(|minus| -minus))
    }

    /// The greatest value below this one that leaves more packages: the most that one of those that
    /// it rules out gives the party.
    fn end_below(&self, value: i64) -> Result<Option<i64>, StopReason> {
        // Minus a score is above minus the value exactly when the score is below the value.
        let Some(above) = value.checked_neg().and_then(|v| v.checked_add(1)) else {
            return Ok(None);
        };
        let asked = self.free.clone().with_floor(self.mirror, Some(above));
        self.most(&asked, self.party)
    }

    fn most(&self, asked: &Positions, party: PartyId) -> Result<Option<i64>, StopReason> {
        let witness = match overlap(&self.case, asked, self.budget) {
            Answer::Found(witness) => witness,
            Answer::Impossible(_) => return Ok(None),
            Answer::Stopped { reason, .. } => return Err(reason),
        };
        let best = best(&self.case, asked, party, &witness, self.budget)?;
        Ok(best.map(|best| best.value()))
    }

    /// How many packages give the party at least so much.
    fn count(&self, value: i64) -> Result<BigUint, StopReason> {
        let asked = self.free.clone().with_floor(self.party, Some(value));
        self.exactly(&asked)
    }

    /// How many packages give the party exactly so much: mostly few, so that they are listed.
    fn count_at(&self, value: i64) -> Result<BigUint, StopReason> {
        let minus = value.checked_neg().ok_or(StopReason::NumberLimit)?;
        let asked = self.free.clone().with_floor(self.party, Some(value));
        let asked = asked.with_floor(self.mirror, Some(minus));
        let listed = listing(&self.case, &asked, self.listed_max, self.budget);
        match listed.stopped {
            None => Ok(listed.packages.len().into()),
            Some(StopReason::NodeLimit) => self.exactly(&asked),
            Some(reason) => Err(reason),
        }
    }

    fn exactly(&self, asked: &Positions) -> Result<BigUint, StopReason> {
        match count(&self.case, asked, self.budget) {
            Count::Exact(count) => Ok(count),
            Count::Between { reason, .. } => Err(reason),
        }
    }
}
