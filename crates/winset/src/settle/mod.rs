//! `winset settle`: the packages that settlement rules pick.

mod asked;
mod page;

use winset::check::NoOverlap;
use winset::model::answer::{Answer, StopReason};
use winset::model::case::Case;
use winset::model::positions::Positions;
use winset::solve::{
    Budget, Count, Normalise, Picked, SettlementFound, SettlementTerms, Settlements, Ties,
    Undecided, Unsettled, Variant, Variants, count, overlap, settlements, variants,
};

use crate::args::SettleArgs;
use crate::exit::{Failure, Outcome};
use crate::output::{self, Output};
use crate::progress::Watch;
use crate::{named, wire};

use asked::{Asked, NotAsked};

/// What the rules pick.
#[derive(Debug)]
pub(crate) struct Settling {
    pub(crate) terms: SettlementTerms,
    /// To which scale scores were brought.
    pub(crate) normalise: Normalise,
    /// How many packages there are to pick from.
    pub(crate) packages: Answer<Count, NoOverlap, Undecided>,
    /// `None` where it is not known that there are any.
    pub(crate) found: Option<Settlements>,
    /// What other rules pick, where they were asked for and it is known that there is an overlap.
    pub(crate) variants: Option<Variants>,
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
    let parties = named::bargaining(&loaded.reading.case, &args.parties)?;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let stated = &loaded.reading.case;
    let asked = watch.during("measuring scores", || {
        Asked::new(stated, args, parties, &budget)
    });
    let (settling, case) = match asked {
        Ok(asked) => {
            let work = || Settling::new(&asked, &budget);
            (watch.during("looking for settlements", work), asked.case)
        }
        Err(NotAsked::Stopped(reason)) => (Settling::stopped(stated, args, reason), stated.clone()),
        Err(NotAsked::Wrong(failure)) => return Err(failure),
    };
    if args.json {
        output::bytes(&wire::line(&wire::SettleForm::new(&case, &settling))?)?;
    } else {
        output.page(&page::page(&case, &settling))?;
    }
    Ok(if settling.reason().is_some() {
        Outcome::Stopped
    } else {
        Outcome::Answered
    })
}

impl Settling {
    fn new(asked: &Asked, budget: &Budget<'_>) -> Self {
        let Asked {
            case,
            terms,
            normalise,
            rules,
            weights,
        } = asked;
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
                let found = settlements(case, &positions, terms, &[], budget);
                let packages = Answer::Found(count(case, &positions, budget));
                (packages, Some(found))
            }
        };
        let by = (terms.parties.as_slice(), &terms.disagreement);
        let some = found.is_some() && !rules.is_empty() && !terms.parties.is_empty();
        Self {
            terms: terms.clone(),
            normalise: *normalise,
            packages,
            found,
            variants: some.then(|| variants(case, by, weights, rules, budget)),
        }
    }

    /// Stopped before scores were measured.
    fn stopped(case: &Case, args: &SettleArgs, reason: StopReason) -> Self {
        Self {
            terms: SettlementTerms::of(case),
            normalise: args.normalise.into(),
            packages: Answer::Stopped {
                reason,
                best: None,
                bound: Undecided {
                    at_most: case.package_count(),
                },
            },
            found: None,
            variants: None,
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
        let of_variant = |picked: &Picked| match &picked.found {
            Variant::Stopped(reason) => Some(*reason),
            Variant::Found(_) | Variant::Nothing => None,
        };
        let variants = self.variants.iter().flat_map(|variants| &variants.picked);
        self.rules()
            .into_iter()
            .find_map(of_rule)
            .or(variants.into_iter().find_map(of_variant))
            .or(of_count)
    }
}

/// How a rule ended.
pub(crate) fn ended<C>(settlement: &SettlementFound<C>) -> Ended<'_> {
    match settlement {
        SettlementFound::Found { ties, .. } => Ended::Found(ties),
        SettlementFound::None(why) => Ended::None(why),
        SettlementFound::Stopped { reason, .. } => Ended::Stopped(*reason),
    }
}
