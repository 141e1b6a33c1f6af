//! Time: the first day on which trends alone open an overlap, or close it.

use winset_check::{Acceptable, ClosedThrough, Days, NoOverlap, OpenThrough};
use winset_check::{closed_through, open_through};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;
use winset_model::trends::{TrendDirection, Trends};

use crate::budget::Budget;
use crate::parallel::each;
use crate::search::overlap;

/// How far ahead is looked: 100 years.
pub const DAYS_MAX: u32 = 36_525;

/// What becomes of the verdict as no-deal values move by their trends. Day 0 is the day of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CrossingDate {
    /// There is no overlap until one opens.
    Opens {
        /// The first day with an overlap.
        day: u32,
        /// A package that is acceptable on it.
        package: Acceptable,
        /// That there is none on any day before.
        before: ClosedThrough,
    },
    /// There is an overlap until it closes.
    Closes {
        /// The first day without one.
        day: u32,
        /// That there is none on it.
        proof: NoOverlap,
        /// That there is one on every day before.
        before: OpenThrough,
    },
    /// There is no overlap, ever: without the floors that fall, and with those that rise where they
    /// are on day 0, there is none.
    NeverOpens(NoOverlap),
    /// There is an overlap for ever: no floor rises.
    NeverCloses(Acceptable),
    /// There is no overlap as far as was looked.
    Closed(ClosedThrough),
    /// There is an overlap on every day as far as was looked.
    Open(OpenThrough),
    /// Stopped before it was decided.
    Stopped(StopReason),
}

/// What trends do: all of them together, and each alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrossingDates {
    /// All no-deal values move.
    pub together: CrossingDate,
    /// For each party, in the parties' order, what there is when its value alone moves; `None` for a
    /// party whose value stays.
    pub alone: Vec<Option<CrossingDate>>,
}

/// What becomes of the verdict by trends, within so many days. `None` when no value moves.
pub fn crossing_dates(
    case: &Case,
    positions: &Positions,
    days_max: u32,
    budget: &Budget<'_>,
) -> Option<CrossingDates> {
    let trends = Trends::new(case, positions);
    if trends.is_still() {
        return None;
    }
    let parties = (0..case.parties.len()).map(PartyId::at);
    let moves = |p: &PartyId| trends.direction(*p) != TrendDirection::Stays;
    let mut asked = vec![trends.clone()];
    asked.extend(parties.clone().filter(moves).map(|p| trends.only(p)));
    let each = each(budget.threads, &asked, |trends| {
        crossing_date(case, positions, trends, days_max, budget)
    });
    let mut found = each.into_iter();
    let together = found.next()?;
    let alone = parties.map(|p| moves(&p).then(|| found.next())?);
    Some(CrossingDates {
        together,
        alone: alone.collect(),
    })
}

/// The first day, within so many, on which the verdict changes as no-deal values move.
///
/// Spans of days are decided as a whole: without an overlap by the positions that ask the least on
/// any of the days, with one by those that ask the most. A span that cannot be decided so is halved,
/// the earlier half first. At most one search for each day, mostly some tens of them.
pub fn crossing_date(
    case: &Case,
    positions: &Positions,
    trends: &Trends,
    days_max: u32,
    budget: &Budget<'_>,
) -> CrossingDate {
    let course = Course {
        case,
        positions,
        trends,
        days_max,
        budget,
    };
    let turn = match overlap(case, &trends.on(positions, 0), budget) {
        Answer::Found(today) => course.closes(today),
        Answer::Impossible(_) => course.opens(),
        Answer::Stopped { reason, .. } => Err(reason),
    };
    turn.unwrap_or_else(CrossingDate::Stopped)
}

/// What cannot be said of a package that was found for a span of days.
const NO_DAY: &str = "a package found for some days is acceptable on none of them";

struct Course<'a> {
    case: &'a Case,
    positions: &'a Positions,
    trends: &'a Trends,
    days_max: u32,
    budget: &'a Budget<'a>,
}

impl Course<'_> {
    fn ask(&self, asked: &Positions) -> Result<Result<Acceptable, NoOverlap>, StopReason> {
        match overlap(self.case, asked, self.budget) {
            Answer::Found(package) => Ok(Ok(package)),
            Answer::Impossible(proof) => Ok(Err(proof)),
            Answer::Stopped { reason, .. } => Err(reason),
        }
    }

    /// There is no overlap on day 0.
    fn opens(&self) -> Result<CrossingDate, StopReason> {
        let ever = self.trends.least(self.positions, 0, None);
        if let Err(proof) = self.ask(&ever)? {
            return Ok(CrossingDate::NeverOpens(proof));
        }
        let mut refuted: Vec<Days<Vec<u8>>> = Vec::new();
        let mut first: Option<(u32, Package)> = None;
        let mut left = vec![(0, self.days_max)];
        while let Some((from, to)) = left.pop() {
            let asked = self.trends.least(self.positions, from, Some(to));
            let found = match self.ask(&asked)? {
                Ok(found) => found,
                Err(proof) => {
                    let shown = proof.bytes().to_vec();
                    refuted.push(Days { from, to, shown });
                    continue;
                }
            };
            if let Some((day, _)) = self.days_of(&found, from, to) {
                // Nothing later can come first.
                left.clear();
                first = Some((day, found.package().clone()));
                if day > from {
                    left.push((from, day - 1));
                }
            } else if from < to {
                let middle = from.midpoint(to);
                left.push((middle + 1, to));
                left.push((from, middle));
            } else {
                return Err(self.budget.check_failed(NO_DAY));
            }
        }
        let before = closed_through(self.case, self.positions, self.trends, refuted);
        let before = before.map_err(|why| self.budget.check_failed(why))?;
        let Some((day, package)) = first else {
            return Ok(CrossingDate::Closed(before));
        };
        let asked = self.trends.on(self.positions, day);
        match winset_check::accept(self.case, &asked, &package) {
            Ok(package) => Ok(CrossingDate::Opens {
                day,
                package,
                before,
            }),
            Err(why) => Err(self.budget.check_failed(why)),
        }
    }

    /// There is an overlap on day 0.
    fn closes(&self, today: Acceptable) -> Result<CrossingDate, StopReason> {
        let mut parties = (0..self.case.parties.len()).map(PartyId::at);
        if !parties.any(|p| self.trends.direction(p) == TrendDirection::Rises) {
            return Ok(CrossingDate::NeverCloses(today));
        }
        let mut kept: Vec<Days<Package>> = Vec::new();
        let (mut from, mut to) = (0, self.days_max);
        let end = loop {
            let asked = self.trends.most(self.positions, from, to);
            match self.ask(&asked)? {
                Ok(found) => {
                    let last = self.days_of(&found, from, self.days_max);
                    let (_, last) = last.ok_or_else(|| self.budget.check_failed(NO_DAY))?;
                    let shown = found.package().clone();
                    kept.push(Days {
                        from,
                        to: last,
                        shown,
                    });
                    if last == self.days_max {
                        break None;
                    }
                    (from, to) = (last + 1, self.days_max);
                }
                Err(proof) if from == to => break Some((from, proof)),
                Err(_) => to = from.midpoint(to),
            }
        };
        let before = open_through(self.case, self.positions, self.trends, kept);
        let before = before.map_err(|why| self.budget.check_failed(why))?;
        Ok(match end {
            Some((day, proof)) => CrossingDate::Closes { day, proof, before },
            None => CrossingDate::Open(before),
        })
    }

    /// The first and the last day of a span on which a package is acceptable that keeps the rules:
    /// it is on all days between them.
    fn days_of(&self, package: &Acceptable, from: u32, to: u32) -> Option<(u32, u32)> {
        let reached = |direction: TrendDirection, day: u32| {
            let asked = self.trends.on(self.positions, day);
            let mut floors = asked.floors.iter().enumerate();
            floors.all(|(p, floor)| {
                let moves = self.trends.direction(PartyId::at(p));
                moves != direction || floor.is_none_or(|f| package.utility(PartyId::at(p)) >= f)
            })
        };
        let stays = reached(TrendDirection::Stays, from);
        let first = first_day(from, to, |day| reached(TrendDirection::Falls, day))?;
        let beyond = first_day(from, to, |day| !reached(TrendDirection::Rises, day));
        let last = match beyond {
            None => to,
            Some(day) => day.checked_sub(1)?,
        };
        (stays && first <= last && last >= from).then_some((first, last))
    }
}

/// The first day of a span on which something holds that holds for good once it does.
fn first_day(from: u32, to: u32, holds: impl Fn(u32) -> bool) -> Option<u32> {
    let (mut low, mut high) = (from, to);
    if !holds(to) {
        return None;
    }
    while low < high {
        let middle = low.midpoint(high);
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(low)
}
