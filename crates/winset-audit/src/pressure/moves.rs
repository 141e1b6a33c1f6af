//! Levers and trends: every set of levers, every day.

use std::collections::BTreeSet;

use num_bigint::BigInt;
use num_rational::Ratio;
use winset_model::case::Sheet;
use winset_model::number::Exact;
use winset_solve::{Alone, CrossingDate, LeverSet, crossing_dates, lever_alone, levers};

use super::audit::{Audit, DAYS};

/// A set of levers: together cost, size, members, cost to each party, delay.
type Pulled = (u64, usize, BTreeSet<usize>, Vec<u64>, u64);

/// The no-deal value of each party as its owner means it.
type Values = Vec<Option<Ratio<BigInt>>>;

fn exact(value: &Exact) -> Ratio<BigInt> {
    Ratio::new(BigInt::from(*value.numer()), BigInt::from(*value.denom()))
}

/// The least score, on a party's scale, that is worth a value; no score is near the ends of 64 bits.
fn least(value: &Ratio<BigInt>, sheet: &Sheet) -> i64 {
    let least = (value * BigInt::from(sheet.scale)).ceil().to_integer();
    let beyond = if least < BigInt::ZERO {
        i64::MIN
    } else {
        i64::MAX
    };
    i64::try_from(least).unwrap_or(beyond)
}

impl Audit<'_> {
    /// The no-deal values asked about, unscaled.
    fn values(&self) -> Values {
        let value = |(p, floor): (usize, &Option<i64>)| {
            let scale = self.case.parties[p].sheet.open().scale;
            floor.map(|f| Ratio::new(BigInt::from(f), BigInt::from(scale)))
        };
        self.positions
            .floors
            .iter()
            .enumerate()
            .map(value)
            .collect()
    }

    /// Whether a package reaches all values.
    fn is_open_at(&self, values: &Values) -> bool {
        let sheets = self.case.parties.iter().map(|party| party.sheet.open());
        let floors = values.iter().zip(sheets);
        let floors = floors.map(|(value, sheet)| value.as_ref().map(|v| least(v, sheet)));
        let floors: Vec<Option<i64>> = floors.collect();
        self.is_open(&floors)
    }

    fn after(&self, set: &BTreeSet<usize>) -> Values {
        let mut values = self.values();
        for lever in set {
            let lever = &self.case.levers[*lever];
            if let Some(value) = &mut values[lever.target.index()] {
                *value += exact(&lever.no_deal_delta);
            }
        }
        values
    }

    pub(super) fn levers(&mut self) {
        let count = self.case.levers.len();
        let set = |bits: usize| -> BTreeSet<usize> {
            (0..count).filter(|l| bits >> l & 1 == 1).collect()
        };
        let all: Vec<BTreeSet<usize>> = (0..1_usize << count).map(set).collect();
        let opening: Vec<&BTreeSet<usize>> = all
            .iter()
            .filter(|set| self.is_open_at(&self.after(set)))
            .collect();
        let minimal = |set: &&&BTreeSet<usize>| {
            let mut others = opening.iter().filter(|other| other != set);
            !others.any(|other| other.is_subset(set))
        };
        let mut right: Vec<Pulled> = opening
            .iter()
            .filter(minimal)
            .map(|set| self.pulled(set))
            .collect();
        right.sort();
        let found = levers(self.case, self.positions, None, self.budget);
        let said = |set: &LeverSet| {
            (
                set.cost(),
                set.levers.len(),
                set.levers.clone(),
                set.costs.clone(),
                set.delay_days,
            )
        };
        let said: Vec<Pulled> = found.sets.iter().map(said).collect();
        match found.stopped {
            None => {
                self.same("sets of levers", &said, &right);
                self.same("the rest is refuted", &found.rest.is_some(), &true);
            }
            Some(reason) => {
                self.stopped("sets of levers", reason);
                let all_right = said.iter().all(|set| right.contains(set));
                self.same("sets known when stopped", &all_right, &true);
            }
        }
        for (l, alone) in lever_alone(self.case, self.positions, self.budget)
            .iter()
            .enumerate()
        {
            let right = self.is_open_at(&self.after(&BTreeSet::from([l])));
            let what = format!("lever number {l} alone");
            match alone {
                Ok(Alone::Open(_)) => self.same(&what, &true, &right),
                Ok(Alone::Closed(_)) => self.same(&what, &false, &right),
                Err(reason) => self.stopped(&what, *reason),
            }
        }
    }

    fn pulled(&self, set: &BTreeSet<usize>) -> Pulled {
        let mut costs = vec![0; self.case.parties.len()];
        let mut delay = 0;
        for lever in set {
            let lever = &self.case.levers[*lever];
            costs[lever.by.index()] += lever.cost_to_puller;
            delay = delay.max(lever.delay_days);
        }
        (costs.iter().sum(), set.len(), set.clone(), costs, delay)
    }

    pub(super) fn crossing_dates(&mut self) {
        let every = |p: usize| {
            let sheet = self.case.parties[p].sheet.open();
            let trend = sheet.trend_per_month.filter(|t| *t.numer() != 0);
            trend.is_some() && self.positions.floors[p].is_some()
        };
        let moving: Vec<usize> = (0..self.case.parties.len()).filter(|p| every(*p)).collect();
        let found = crossing_dates(self.case, self.positions, DAYS, self.budget);
        self.same("whether values move", &found.is_some(), &!moving.is_empty());
        let Some(found) = found else { return };
        self.turn("all together", &found.together, &moving);
        for (p, alone) in found.alone.iter().enumerate() {
            let what = format!("party number {p} alone");
            let moves = moving.contains(&p);
            self.same(&what, &alone.is_some(), &moves);
            if let Some(turn) = alone {
                self.turn(&what, turn, &[p]);
            }
        }
    }

    /// The values of a day, of which those of some parties move.
    fn on_day(&self, moving: &[usize], day: u32) -> Values {
        let mut values = self.values();
        for p in moving {
            let trend = self.case.parties[*p].sheet.open().trend_per_month;
            if let (Some(value), Some(trend)) = (&mut values[*p], trend) {
                // Days in a month: 365.2425 / 12.
                let month = Ratio::new(BigInt::from(3_652_425), BigInt::from(120_000));
                *value += exact(&trend) * BigInt::from(day) / month;
            }
        }
        values
    }

    fn turn(&mut self, what: &str, said: &CrossingDate, moving: &[usize]) {
        let today = self.is_open_at(&self.on_day(moving, 0));
        let changes = |day: &u32| self.is_open_at(&self.on_day(moving, *day)) != today;
        let right = (1..=DAYS).find(changes);
        let falls = |p: usize| {
            let trend = self.case.parties[p].sheet.open().trend_per_month;
            moving.contains(&p) && trend.is_some_and(|t| *t.numer() < 0)
        };
        let mut ever = self.values();
        (0..ever.len())
            .filter(|p| falls(*p))
            .for_each(|p| ever[p] = None);
        let never = if today {
            moving.iter().all(|p| falls(*p))
        } else {
            !self.is_open_at(&ever)
        };
        let answer = match said {
            CrossingDate::Opens { day, before, .. } => {
                (false, Some(*day), Some(before.last()), false)
            }
            CrossingDate::Closes { day, before, .. } => {
                (true, Some(*day), Some(before.last()), false)
            }
            CrossingDate::NeverOpens(_) => (false, None, None, true),
            CrossingDate::NeverCloses(_) => (true, None, None, true),
            CrossingDate::Closed(before) => (false, None, Some(before.last()), false),
            CrossingDate::Open(before) => (true, None, Some(before.last()), false),
            CrossingDate::Stopped(reason) => return self.stopped(what, *reason),
        };
        let shown = right.map_or(DAYS, |day| day - 1);
        let right = (today, right, (!never).then_some(shown), never);
        self.same(what, &answer, &right);
    }
}
