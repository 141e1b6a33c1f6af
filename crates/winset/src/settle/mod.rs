//! `winset settle`: the packages that settlement rules pick.

mod page;

use winset::check::NoOverlap;
use winset::model::answer::{Answer, StopReason};
use winset::model::case::Case;
use winset::model::positions::Positions;
use winset::solve::{
    Budget, Count, Settlement, Settlements, Terms, Ties, Undecided, Unsettled, count, overlap,
    settlements,
};

use crate::args::SettleArgs;
use crate::exit::{Failure, Outcome};
use crate::output::{self, Output};
use crate::progress::Watch;
use crate::{named, wire};

/// What the rules pick.
#[derive(Debug)]
pub(crate) struct Settling {
    pub(crate) terms: Terms,
    /// How many packages there are to pick from.
    pub(crate) packages: Answer<Count, NoOverlap, Undecided>,
    /// `None` where it is not known that there are any.
    pub(crate) found: Option<Settlements>,
}

/// How a rule ended.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Ended<'s> {
    Found(&'s Ties),
    None(&'s Unsettled),
    Stopped(StopReason),
}

/// Runs `winset settle`.
pub(crate) fn run(args: &SettleArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let terms = terms(case, args)?;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let settling = watch.during("looking for settlements", || {
        Settling::new(case, terms, &budget)
    });
    if args.json {
        output::bytes(&wire::line(&wire::SettleForm::new(case, &settling))?)?;
    } else {
        output.page(&page::page(case, &settling))?;
    }
    Ok(if settling.reason().is_some() {
        Outcome::Stopped
    } else {
        Outcome::Answered
    })
}

/// Who bargains, and whether their scores may be added up.
fn terms(case: &Case, args: &SettleArgs) -> Result<Terms, Failure> {
    let mut terms = Terms::of(case);
    terms.comparable |= args.comparable;
    terms.parties = named::bargaining(case, &args.parties)?;
    Ok(terms)
}

impl Settling {
    fn new(case: &Case, terms: Terms, budget: &Budget<'_>) -> Self {
        let positions = Positions::declared(case);
        let (packages, found) = match overlap(case, &positions, budget) {
            Answer::Impossible(proof) => (Answer::Impossible(proof), None),
            Answer::Stopped { reason, bound, .. } => {
                let stopped = Answer::Stopped {
                    reason,
                    best: None,
                    bound,
                };
                (stopped, None)
            }
            Answer::Found(_) => {
                let found = settlements(case, &positions, &terms, &[], budget);
                let packages = Answer::Found(count(case, &positions, budget));
                (packages, Some(found))
            }
        };
        Self {
            terms,
            packages,
            found,
        }
    }

    /// The rules with their names, in the order in which they are told.
    pub(crate) fn rules(&self) -> Vec<(&'static str, Ended<'_>)> {
        let Some(found) = &self.found else {
            return Vec::new();
        };
        vec![
            ("Nash", ended(&found.nash)),
            ("Kalai-Smorodinsky", ended(&found.kalai_smorodinsky)),
            ("egalitarian", ended(&found.egalitarian)),
            ("utilitarian", ended(&found.utilitarian)),
        ]
    }

    /// Why the first part that is not known was stopped.
    pub(crate) fn reason(&self) -> Option<StopReason> {
        let of_count = match &self.packages {
            Answer::Stopped { reason, .. } | Answer::Found(Count::Between { reason, .. }) => {
                Some(*reason)
            }
            Answer::Impossible(_) | Answer::Found(Count::Exact(_)) => None,
        };
        let of_rule = |(_, ended): (&'static str, Ended<'_>)| match ended {
            Ended::Stopped(reason) => Some(reason),
            Ended::Found(Ties {
                count: Count::Between { reason, .. },
                ..
            }) => Some(*reason),
            Ended::Found(_) | Ended::None(_) => None,
        };
        self.rules().into_iter().find_map(of_rule).or(of_count)
    }
}

/// How a rule ended.
pub(crate) fn ended<C>(settlement: &Settlement<C>) -> Ended<'_> {
    match settlement {
        Settlement::Found { ties, .. } => Ended::Found(ties),
        Settlement::None(why) => Ended::None(why),
        Settlement::Stopped { reason, .. } => Ended::Stopped(*reason),
    }
}
