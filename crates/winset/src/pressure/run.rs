//! Asks all questions about pressure and time.

use winset::model::answer::{Answer, StopReason};
use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::model::positions::Positions;
use winset::solve::{
    Alone, Budget, Certainty, CrossingDate, CrossingDates, DAYS_MAX, JointPressure, Levers,
    Pressure, PressureSteps, StepLimits, Unchanged, certainty, crossing_dates, joint_pressure,
    lever_alone, levers, overlap, pressure, steps, unchanged,
};

use super::page::page;
use crate::args::PressureArgs;
use crate::exit::{Failure, Outcome};
use crate::output::{self, Output};
use crate::progress::Watch;
use crate::{named, wire};

/// What is asked beyond what is always asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    /// Whose step functions are wanted.
    pub(crate) party: Option<PartyId>,
    /// Most joint reductions, and most sets of levers, that are looked for.
    pub(crate) at_most: usize,
}

/// All that was found.
#[derive(Debug)]
pub(crate) struct Found {
    /// Whether there is an overlap at the declared positions.
    pub(crate) standing: Standing,
    /// For each party, how far its value alone has to move.
    pub(crate) gaps: Vec<Pressure>,
    /// All values together.
    pub(crate) joint: JointPressure,
    /// What uncertain values leave open; `None` when all are certain.
    pub(crate) certainty: Option<Certainty>,
    /// What levers do; `None` when the case has none.
    pub(crate) levers: Option<Levers>,
    /// What each lever does alone, where there is an overlap.
    pub(crate) alone: Vec<Result<Alone, StopReason>>,
    /// What trends do; `None` when no value moves.
    pub(crate) time: Option<CrossingDates>,
    /// For each party, between which values nothing changes, where there is an overlap.
    pub(crate) unchanged: Vec<Result<Option<Unchanged>, StopReason>>,
    /// The step functions asked for.
    pub(crate) stepped: Option<Stepped>,
}

/// The step functions of a party; `None` for a party without preferences.
#[derive(Debug)]
pub(crate) struct Stepped {
    /// Whose.
    pub(crate) party: PartyId,
    /// The functions.
    pub(crate) steps: Result<Option<PressureSteps>, StopReason>,
}

/// Whether there is an overlap at the declared positions.
#[derive(Debug)]
pub(crate) enum Standing {
    /// There is.
    Open,
    /// There is none.
    Closed,
    /// Not known.
    Stopped(StopReason),
}

/// Runs `winset pressure`.
pub(crate) fn run(args: &PressureArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let asked = Asked {
        party: match &args.party {
            Some(name) => Some(named::party(case, "--party", name)?),
            None => None,
        },
        at_most: args.at_most,
    };
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let found = find(case, asked, watch, &budget);
    if args.json {
        output::bytes(&wire::line(&wire::PressureForm::new(case, asked, &found))?)?;
    } else {
        output.page(&page(case, asked, &found))?;
    }
    Ok(if found.stopped(asked).is_some() {
        Outcome::Stopped
    } else {
        Outcome::Answered
    })
}

/// Asks everything.
pub(crate) fn find(case: &Case, asked: Asked, watch: Watch, budget: &Budget<'_>) -> Found {
    let declared = &Positions::declared(case);
    let parties = || (0..case.parties.len()).map(PartyId::at);
    let standing = watch.during("looking for an overlap", || {
        match overlap(case, declared, budget) {
            Answer::Found(_) => Standing::Open,
            Answer::Impossible(_) => Standing::Closed,
            Answer::Stopped { reason, .. } => Standing::Stopped(reason),
        }
    });
    let open = matches!(standing, Standing::Open);
    let most = Some(asked.at_most);
    let has_levers = !case.levers.is_empty();
    Found {
        standing,
        gaps: watch.during("looking at each party's no-deal value", || {
            pressure(case, declared, budget)
        }),
        joint: watch.during("lowering no-deal values together", || {
            joint_pressure(case, declared, most, budget)
        }),
        certainty: certainty(case, declared, budget),
        levers: has_levers
            .then(|| watch.during("pulling levers", || levers(case, declared, most, budget))),
        alone: if open {
            lever_alone(case, declared, budget)
        } else {
            Vec::new()
        },
        time: watch.during("letting time pass", || {
            crossing_dates(case, declared, DAYS_MAX, budget)
        }),
        unchanged: if open {
            watch.during("looking where nothing changes", || {
                parties()
                    .map(|p| unchanged(case, declared, p, budget))
                    .collect()
            })
        } else {
            Vec::new()
        },
        stepped: asked.party.map(|party| Stepped {
            party,
            steps: watch.during("stepping through a no-deal value", || {
                steps(case, declared, party, StepLimits::default(), budget)
            }),
        }),
    }
}

impl Found {
    /// Why some answer was not finished, in the order of the page. Lists that are as long as asked
    /// for, and step functions too large to be whole, are answers.
    pub(crate) fn stopped(&self, asked: Asked) -> Option<StopReason> {
        let enough = |reason: &StopReason, length: usize| {
            *reason != StopReason::NodeLimit || length < asked.at_most
        };
        let standing = match &self.standing {
            Standing::Stopped(reason) => Some(*reason),
            Standing::Open | Standing::Closed => None,
        };
        let gaps = self.gaps.iter().find_map(|gap| match gap {
            Pressure::Stopped(reason) => Some(*reason),
            _ => None,
        });
        let certainty = self.certainty.as_ref().and_then(|c| match c {
            Certainty::Stopped(reason) => Some(*reason),
            _ => None,
        });
        let joint = match &self.joint {
            JointPressure::Stopped { reason, known } => {
                Some(*reason).filter(|r| enough(r, known.len()))
            }
            JointPressure::Complete(_) => None,
        };
        let levers = self.levers.as_ref();
        let levers = levers.and_then(|l| l.stopped.filter(|r| enough(r, l.sets.len())));
        let alone = self.alone.iter().find_map(|a| a.as_ref().err().copied());
        let turns = self.time.iter().flat_map(|t| {
            let alone = t.alone.iter().flatten();
            std::iter::once(&t.together).chain(alone)
        });
        let time = turns.into_iter().find_map(|turn| match turn {
            CrossingDate::Stopped(reason) => Some(*reason),
            _ => None,
        });
        let unchanged = self
            .unchanged
            .iter()
            .find_map(|u| u.as_ref().err().copied());
        let stepped = self.stepped.as_ref();
        let stepped = stepped.and_then(|s| match &s.steps {
            Ok(Some(steps)) => {
                let nash = steps.nash.as_ref().err().copied();
                let nash = nash.filter(|reason| *reason != StopReason::NodeLimit);
                steps.count.stopped.or(nash)
            }
            Ok(None) => None,
            Err(reason) => Some(*reason),
        });
        standing
            .or(gaps)
            .or(certainty)
            .or(joint)
            .or(levers)
            .or(alone)
            .or(time)
            .or(unchanged)
            .or(stepped)
    }
}
