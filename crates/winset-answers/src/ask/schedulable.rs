//! Whether packages can be carried out: which of them leave a plan that no schedule keeps.

use std::collections::BTreeMap;

use winset_check::holds;
use winset_check::plan::PlanQuestion;
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::condition::Condition;
use winset_model::derived::with_laws;
use winset_model::options::{OptionId, Package, PointId};
use winset_plan::phases::{PlanLimit, plan_phases};
use winset_solve::Budget;

/// Most combinations of options, on points that items of a plan ask for, that are gone through.
const COMBINATIONS_MAX: usize = 1_000_000;
/// Deliveries that are tried for each way of fixing the plan, where no limit is given.
const NODES_MAX: u64 = 200_000;

/// Whether what a package leaves of the plan can be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanFate {
    /// A schedule keeps dates and bounds.
    Schedulable,
    /// Proven: none does.
    Impossible,
    /// Not decided.
    Undecided(StopReason),
}

/// The ways in which packages fix the plan: which items are part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanWays {
    /// How many there are.
    pub all: usize,
    /// How many cannot be carried out, proven.
    pub impossible: usize,
    /// Of how many that was not decided: their packages are not left out.
    pub undecided: usize,
}

/// What the plan of a case means for a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanOfVerdict {
    /// Whether the package that is shown can be carried out; `None` where none is shown.
    pub shown: Option<PlanFate>,
    /// The ways of fixing the plan, where packages that cannot be carried out are left out of the overlap.
    pub left_out: Option<PlanWays>,
}

/// A case without the packages that cannot be carried out.
#[derive(Debug)]
pub struct SchedulableCase {
    /// The case, with a law against each way of fixing the plan that cannot be carried out.
    pub case: Case,
    /// The ways.
    pub ways: PlanWays,
}

/// Why a case is not cut down to packages that can be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSchedulable {
    /// The case has no plan, or none of it is in sight.
    NoPlan,
    /// The items of the plan ask for too many combinations of options.
    TooManyCombinations,
}

/// Whether a package can be carried out; `None` for a case without plan.
pub fn plan_fate(case: &Case, package: &Package, budget: &Budget<'_>) -> Option<PlanFate> {
    let question = PlanQuestion::of(case, Some(package))?;
    let stop = || (budget.stop)();
    let nodes = budget.nodes_max.unwrap_or(NODES_MAX);
    Some(
        match plan_phases(&question, &PlanLimit::new(nodes, &stop)) {
            Answer::Found(_) | Answer::Stopped { best: Some(_), .. } => PlanFate::Schedulable,
            Answer::Impossible(_) => PlanFate::Impossible,
            Answer::Stopped { reason, .. } => PlanFate::Undecided(reason),
        },
    )
}

/// Leaves out the packages that cannot be carried out. Goes through all combinations of options on the points
/// that items ask for, and asks for a schedule once for each set of planned items.
///
/// # Errors
/// When there is no plan, or there are too many combinations.
pub fn schedulable(case: &Case, budget: &Budget<'_>) -> Result<SchedulableCase, NotSchedulable> {
    let plan = case.register.plan.as_ref().ok_or(NotSchedulable::NoPlan)?;
    let asked = plan.items.iter().filter_map(|item| item.when.as_ref());
    let mut whens: Vec<&Condition> = Vec::new();
    for when in asked {
        if !whens.contains(&when) {
            whens.push(when);
        }
    }
    let mut ways = PlanWays {
        all: 0,
        impossible: 0,
        undecided: 0,
    };
    let mut laws = Vec::new();
    for (met, package) in ways_of(case, &whens)? {
        ways.all += 1;
        match plan_fate(case, &package, budget) {
            Some(PlanFate::Impossible) => {
                ways.impossible += 1;
                laws.push(but_not(&whens, &met));
            }
            Some(PlanFate::Undecided(_)) => ways.undecided += 1,
            Some(PlanFate::Schedulable) | None => {}
        }
    }
    Ok(SchedulableCase {
        case: with_laws(case, "plan-can-be-carried-out", laws),
        ways,
    })
}

/// Which conditions are met, and a package that meets these and no other, for each such set that occurs.
fn ways_of(
    case: &Case,
    whens: &[&Condition],
) -> Result<BTreeMap<Vec<bool>, Package>, NotSchedulable> {
    let mut points: Vec<PointId> = whens.iter().flat_map(|when| when.points()).collect();
    points.sort_unstable();
    points.dedup();
    let counts = points.iter().map(|p| case.points[p.index()].options.len());
    let all = counts.clone().try_fold(1_usize, usize::checked_mul);
    let all = all.filter(|all| *all <= COMBINATIONS_MAX);
    let all = all.ok_or(NotSchedulable::TooManyCombinations)?;
    let counts: Vec<usize> = counts.collect();
    let mut ways = BTreeMap::new();
    for mut number in 0..all {
        let mut package = Package(vec![OptionId(0); case.points.len()]);
        for (point, count) in points.iter().zip(&counts) {
            let option =
                u16::try_from(number % count).map_err(|_| NotSchedulable::TooManyCombinations)?;
            package.0[point.index()] = OptionId(option);
            number /= count;
        }
        let met = whens.iter().map(|when| holds(when, &package)).collect();
        ways.entry(met).or_insert(package);
    }
    Ok(ways)
}

/// Anything but just these conditions met.
fn but_not(whens: &[&Condition], met: &[bool]) -> Condition {
    let each = whens.iter().zip(met);
    let exactly = each.map(|(when, met)| {
        let when = Condition::clone(when);
        if *met { when } else { when.negated() }
    });
    Condition::all(exactly.collect()).negated()
}
