//! `winset improve`: how a package on the table fares, and what would be better.

mod page;
mod trade;

use winset::check::NoOverlap;
use winset::model::answer::{Answer, StopReason};
use winset::model::case::Case;
use winset::model::positions::Positions;
use winset::solve::{
    Better, Budget, Fares, Nearest, SettlementFound, Slack, Undecided, better, fares, nearest,
    slack, trade,
};

use crate::args::ImproveArgs;
use crate::exit::{Failure, Outcome};
use crate::output::{self, Output};
use crate::progress::Watch;
use crate::table::{self, Table};
use crate::wire;

/// Nearest packages that are looked for.
const NEAREST_MAX: usize = 100;

/// The answers about the package on the table.
pub(crate) struct Improvement {
    pub(crate) fares: Fares,
    pub(crate) room: Slack,
    /// The smallest change that makes it acceptable.
    pub(crate) nearest: Answer<Nearest, NoOverlap, Undecided>,
    pub(crate) better: Better,
    /// Most points that the trade may change.
    pub(crate) change: usize,
    pub(crate) trade: Better,
}

/// Runs `winset improve`.
pub(crate) fn run(args: &ImproveArgs, output: Output) -> Result<Outcome, Failure> {
    table::well_used(&args.table, &args.case)?;
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let table = table::table(&args.table, case)?;
    let table = table.ok_or(Failure::Misuse("expected --package FILE or --offer N"))?;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let declared = Positions::declared(case);
    let found = watch.during("looking for better packages", || {
        improvement(case, &declared, &table, args.change, &budget)
    })?;
    if args.json {
        output::bytes(&wire::line(&wire::ImproveForm::new(case, &table, &found))?)?;
    } else {
        output.page(&page::page(case, &table, &found))?;
    }
    Ok(if found.reason().is_some() {
        Outcome::Stopped
    } else {
        Outcome::Answered
    })
}

fn improvement(
    case: &Case,
    positions: &Positions,
    table: &Table,
    change: usize,
    budget: &Budget<'_>,
) -> Result<Improvement, Failure> {
    let package = &table.package;
    let fares = fares(case, positions, package)
        .map_err(|_| Failure::Misuse("the package does not fit the case"))?;
    Ok(Improvement {
        fares,
        room: slack(case, positions, package, budget),
        nearest: nearest(case, positions, package, NEAREST_MAX, budget),
        better: better(case, positions, package, budget),
        change,
        trade: trade(case, positions, package, change, budget),
    })
}

impl Improvement {
    /// Why the first part that is not known was stopped.
    pub(crate) fn reason(&self) -> Option<StopReason> {
        let room = match &self.room {
            Slack::Stopped(reason) => Some(*reason),
            Slack::Most(_) | Slack::Nothing(_) => None,
        };
        let nearest = match &self.nearest {
            Answer::Found(nearest) => nearest.more,
            Answer::Impossible(_) => None,
            Answer::Stopped { reason, .. } => Some(*reason),
        };
        let rules = [&self.better.rule, &self.trade.rule];
        let rules = rules.into_iter().find_map(|rule| match rule {
            SettlementFound::Stopped { reason, .. } => Some(*reason),
            SettlementFound::Found { .. } | SettlementFound::None(_) => None,
        });
        room.or(nearest).or(rules)
    }
}
