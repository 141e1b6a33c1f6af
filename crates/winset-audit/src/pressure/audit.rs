//! The question with all its packages, and what pressure on one party, on several and on uncertain
//! values does.

use winset_check::{Acceptable, accept};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::{OptionId, Package};
use winset_model::positions::Positions;
use winset_solve::{
    Budget, Certainty, JointPressure, Pressure, certainty, joint_pressure, pressure,
};

/// Days ahead that are looked at one by one.
pub(super) const DAYS: u32 = 400;

/// Asks every question about pressure and time on a small case, and compares the answers with what
/// looking at every package shows: a sentence for each difference, as confidential as the case.
///
/// The work is the number of all packages times the number of days looked at. Answers that the
/// budget stopped are passed over.
pub fn audit_pressure(case: &Case, positions: &Positions, budget: &Budget<'_>) -> Vec<String> {
    let mut audit = Audit {
        case,
        positions,
        budget,
        packages: every_package(case, positions),
        differences: Vec::new(),
    };
    audit.gaps();
    audit.joint();
    audit.certainty();
    audit.steps();
    audit.levers();
    audit.crossing_dates();
    audit.differences
}

/// A question, and every package that is acceptable in it without floors.
pub(super) struct Audit<'a> {
    pub(super) case: &'a Case,
    pub(super) positions: &'a Positions,
    pub(super) budget: &'a Budget<'a>,
    pub(super) packages: Vec<Acceptable>,
    differences: Vec<String>,
}

/// The packages inside all rules, in point-then-option order.
fn every_package(case: &Case, positions: &Positions) -> Vec<Acceptable> {
    let open = positions.clone().without_floors();
    let mut packages = vec![Package(Vec::new())];
    for point in &case.points {
        let longer = packages.iter().flat_map(|package| {
            (0..point.options.len()).map(|o| {
                let mut longer = package.clone();
                longer.0.push(OptionId::at(o));
                longer
            })
        });
        packages = longer.collect();
    }
    let kept = packages.iter().map(|p| accept(case, &open, p));
    kept.filter_map(Result::ok).collect()
}

/// What a package is worth to a party, 0 to one without preferences.
pub(super) fn score(package: &Acceptable, party: usize) -> i64 {
    package.scores()[party].unwrap_or(0)
}

/// Whether a package reaches floors.
pub(super) fn reaches(package: &Acceptable, floors: &[Option<i64>]) -> bool {
    let mut floors = floors.iter().enumerate();
    floors.all(|(p, floor)| floor.is_none_or(|f| score(package, p) >= f))
}

impl Audit<'_> {
    pub(super) fn same<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, said: &T, right: &T) {
        if said != right {
            let difference = format!("{what}: {said:?} said, {right:?} by enumeration");
            self.differences.push(difference);
        }
    }

    /// An answer that was stopped is no difference when the budget stopped it.
    pub(super) fn stopped(&mut self, what: &str, reason: StopReason) {
        match reason {
            StopReason::TimeLimit | StopReason::NodeLimit | StopReason::Interrupted => {}
            StopReason::MemoryLimit | StopReason::NumberLimit | StopReason::CheckFailed => {
                let reason = reason.as_str();
                self.differences.push(format!("{what}: {reason}"));
            }
        }
    }

    pub(super) fn is_open(&self, floors: &[Option<i64>]) -> bool {
        self.packages.iter().any(|p| reaches(p, floors))
    }

    fn gaps(&mut self) {
        let found = pressure(self.case, self.positions, self.budget);
        for (p, found) in found.iter().enumerate() {
            let mut floors = self.positions.floors.clone();
            floors[p] = None;
            let most = self.packages.iter().filter(|x| reaches(x, &floors));
            let most = most.map(|x| score(x, p)).max();
            let what = format!("value of party number {p}");
            match found {
                Pressure::OpensAt(best) => self.same(&what, &Some(best.value()), &most),
                Pressure::Never(_) => self.same(&what, &None, &most),
                Pressure::NoFloor => {
                    let scored = self.case.parties[p].sheet.open().scores.is_some();
                    let none = self.positions.floors[p].is_none() || !scored;
                    self.same(&what, &none, &true);
                }
                Pressure::Stopped(reason) => self.stopped(&what, *reason),
            }
        }
    }

    fn joint(&mut self) {
        let asked = &self.positions.floors;
        let mut needed: Vec<Vec<i128>> = Vec::new();
        for package in &self.packages {
            let falls = asked.iter().enumerate().filter_map(|(p, floor)| {
                let fall = i128::from((*floor)?) - i128::from(score(package, p));
                Some(fall.max(0))
            });
            needed.push(falls.collect());
        }
        needed.sort();
        needed.dedup();
        let no_more = |a: &[i128], b: &[i128]| a.iter().zip(b).all(|(a, b)| a <= b);
        let least = |one: &&Vec<i128>| {
            let mut others = needed.iter().filter(|other| other != one);
            !others.any(|other| no_more(other, one))
        };
        let right: Vec<Vec<i128>> = needed.iter().filter(least).cloned().collect();
        let falls_of = |floors: &[Option<i64>]| -> Vec<i128> {
            let falls = asked.iter().zip(floors);
            let fall = |(from, to): (&Option<i64>, &Option<i64>)| {
                Some(i128::from((*from)?) - i128::from((*to)?))
            };
            falls.filter_map(fall).collect()
        };
        match joint_pressure(self.case, self.positions, None, self.budget) {
            JointPressure::Complete(joint) => {
                let said = joint.least().iter().map(|way| falls_of(way.floors()));
                let said: Vec<Vec<i128>> = said.collect();
                self.same("ways of lowering floors together", &said, &right);
            }
            JointPressure::Stopped { reason, known } => {
                self.stopped("ways of lowering floors together", reason);
                let mut known = known.iter().map(|way| falls_of(way.floors()));
                let all_right = known.all(|way| right.contains(&way));
                self.same("ways known when stopped", &all_right, &true);
            }
        }
    }

    fn certainty(&mut self) {
        let mut ends = [self.positions.floors.clone(), self.positions.floors.clone()];
        let mut uncertain = false;
        for (p, party) in self.case.parties.iter().enumerate() {
            let sheet = party.sheet.open();
            let asked = self.positions.floors[p];
            if let Some((low, high)) = sheet.no_deal_range
                && asked.is_some()
                && asked == sheet.no_deal
            {
                uncertain |= low < high;
                ends[0][p] = Some(low);
                ends[1][p] = Some(high);
            }
        }
        let open = ends.map(|floors| self.is_open(&floors));
        let said = match certainty(self.case, self.positions, self.budget) {
            None => None,
            Some(Certainty::Certain(_)) => Some([true, true]),
            Some(Certainty::Possible { .. }) => Some([true, false]),
            Some(Certainty::Impossible(_)) => Some([false, false]),
            Some(Certainty::Stopped(reason)) => return self.stopped("certainty", reason),
        };
        self.same("certainty", &said, &uncertain.then_some(open));
    }
}
