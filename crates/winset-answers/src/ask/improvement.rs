//! How a package on the table fares, and what would be better.

use winset_check::NoOverlap;
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::Package;
use winset_model::positions::Positions;
use winset_solve::{
    Better, Budget, Fares, Nearest, SettlementFound, Slack, Undecided, better, fares, nearest,
    slack, trade,
};

/// Nearest packages that are looked for.
const NEAREST_MAX: usize = 100;

/// The answers about the package on the table.
#[derive(Debug)]
pub struct ImprovementAnswer {
    /// Whether it is acceptable, and what it gives each party.
    pub fares: Fares,
    /// The most that each party could have, with nobody worse off.
    pub room: Slack,
    /// The smallest change that makes it acceptable.
    pub nearest: Answer<Nearest, NoOverlap, Undecided>,
    /// Packages that are better for somebody and worse for nobody.
    pub better: Better,
    /// Most points that the trade may change.
    pub change: usize,
    /// The best of those that change so few points.
    pub trade: Better,
}

/// The acceptable packages nearest to one, at most so many of them.
pub fn nearest_acceptable(
    case: &Case,
    positions: &Positions,
    package: &Package,
    packages_max: usize,
    budget: &Budget<'_>,
) -> Answer<Nearest, NoOverlap, Undecided> {
    nearest(case, positions, package, packages_max, budget)
}

/// Asks about a package; none where it does not fit the case.
pub fn improvement(
    case: &Case,
    positions: &Positions,
    package: &Package,
    change: usize,
    budget: &Budget<'_>,
) -> Option<ImprovementAnswer> {
    Some(ImprovementAnswer {
        fares: fares(case, positions, package).ok()?,
        room: slack(case, positions, package, budget),
        nearest: nearest_acceptable(case, positions, package, NEAREST_MAX, budget),
        better: better(case, positions, package, budget),
        change,
        trade: trade(case, positions, package, change, budget),
    })
}

impl ImprovementAnswer {
    /// Why the first part that is not known was stopped.
    pub fn reason(&self) -> Option<StopReason> {
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
