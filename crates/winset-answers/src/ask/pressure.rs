//! Whose no-deal value has to move, how far, by what and when.

use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{
    Alone, Budget, Certainty, CrossingDate, CrossingDates, DAYS_MAX, JointPressure, Levers,
    Pressure, PressureSteps, StepLimits, Unchanged, certainty, crossing_dates, joint_pressure,
    lever_alone, levers, overlap, steps, unchanged,
};

use super::Progress;

/// What is asked beyond what is always asked.
#[derive(Debug, Clone, Copy)]
pub struct PressureTerms {
    /// Whose step functions are wanted.
    pub party: Option<PartyId>,
    /// Most joint reductions, and most sets of levers, that are looked for.
    pub at_most: usize,
}

/// All that was found.
#[derive(Debug)]
pub struct PressureAnswer {
    /// What was asked.
    pub asked: PressureTerms,
    /// Whether there is an overlap at the declared positions.
    pub standing: DealAtDeclared,
    /// For each party, how far its value alone has to move.
    pub gaps: Vec<Pressure>,
    /// All values together.
    pub joint: JointPressure,
    /// What uncertain values leave open; `None` when all are certain.
    pub certainty: Option<Certainty>,
    /// What levers do; `None` when the case has none.
    pub levers: Option<Levers>,
    /// What each lever does alone, where there is an overlap.
    pub alone: Vec<Result<Alone, StopReason>>,
    /// What trends do; `None` when no value moves.
    pub time: Option<CrossingDates>,
    /// For each party, between which values nothing changes, where there is an overlap.
    pub unchanged: Vec<Result<Option<Unchanged>, StopReason>>,
    /// The step functions asked for.
    pub stepped: Option<PartySteps>,
}

/// The step functions of a party; `None` for a party without preferences.
#[derive(Debug)]
pub struct PartySteps {
    /// Whose.
    pub party: PartyId,
    /// The functions.
    pub steps: Result<Option<PressureSteps>, StopReason>,
}

/// Whether there is an overlap at the declared positions.
#[derive(Debug)]
pub enum DealAtDeclared {
    /// There is.
    Open,
    /// There is none.
    Closed,
    /// Not known.
    Stopped(StopReason),
}

/// Asks everything about pressure and time, at the declared positions.
pub fn pressure(
    case: &Case,
    asked: PressureTerms,
    budget: &Budget<'_>,
    progress: Progress<'_>,
) -> PressureAnswer {
    let declared = &Positions::declared(case);
    let parties = || (0..case.parties.len()).map(PartyId::at);
    progress.phase("looking for an overlap");
    let standing = match overlap(case, declared, budget) {
        Answer::Found(_) => DealAtDeclared::Open,
        Answer::Impossible(_) => DealAtDeclared::Closed,
        Answer::Stopped { reason, .. } => DealAtDeclared::Stopped(reason),
    };
    let open = matches!(standing, DealAtDeclared::Open);
    let most = Some(asked.at_most);
    progress.phase("looking at each party's no-deal value");
    let gaps = winset_solve::pressure(case, declared, budget);
    progress.phase("lowering no-deal values together");
    let joint = joint_pressure(case, declared, most, budget);
    let certainty = certainty(case, declared, budget);
    progress.phase("pulling levers");
    let has_levers = !case.levers.is_empty();
    let levers = has_levers.then(|| levers(case, declared, most, budget));
    let alone = if open {
        lever_alone(case, declared, budget)
    } else {
        Vec::new()
    };
    progress.phase("letting time pass");
    let time = crossing_dates(case, declared, DAYS_MAX, budget);
    progress.phase("looking where nothing changes");
    let unchanged = if open {
        let all = parties().map(|p| unchanged(case, declared, p, budget));
        all.collect()
    } else {
        Vec::new()
    };
    progress.phase("stepping through a no-deal value");
    let stepped = asked.party.map(|party| PartySteps {
        party,
        steps: steps(case, declared, party, StepLimits::default(), budget),
    });
    PressureAnswer {
        asked,
        standing,
        gaps,
        joint,
        certainty,
        levers,
        alone,
        time,
        unchanged,
        stepped,
    }
}

impl PressureAnswer {
    /// Why some answer was not finished, in the order of the page. Lists that are as long as asked
    /// for, and step functions too large to be whole, are answers.
    pub fn stopped(&self) -> Option<StopReason> {
        let enough = |reason: &StopReason, length: usize| {
            *reason != StopReason::NodeLimit || length < self.asked.at_most
        };
        let standing = match &self.standing {
            DealAtDeclared::Stopped(reason) => Some(*reason),
            DealAtDeclared::Open | DealAtDeclared::Closed => None,
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
