//! Step functions, value by value.

use num_bigint::BigInt;
use num_rational::Ratio;
use winset_check::Acceptable;
use winset_model::options::{Package, PartyId};
use winset_solve::{CountSteps, NashSteps, StepLimits, Unchanged, steps, unchanged};

use super::audit::{Audit, reaches, score};

/// Steps on either side that are asked for when the whole function is not.
const STEPS_MAX: usize = 2;
/// Scores at which Nash packages are looked at besides the ends of their steps.
const SCORES_MAX: usize = 16;

impl Audit<'_> {
    pub(super) fn steps(&mut self) {
        for p in 0..self.case.parties.len() {
            let mut floors = self.positions.floors.clone();
            floors[p] = None;
            let free = self.packages.iter().filter(|x| reaches(x, &floors));
            let free: Vec<Acceptable> = free.cloned().collect();
            self.whole(p, &free);
            self.part(p, &free);
            self.unchanged(p, &free);
        }
    }

    fn whole(&mut self, p: usize, free: &[Acceptable]) {
        let what = format!("steps of party number {p}");
        let party = PartyId::at(p);
        let limits = StepLimits::default();
        let scored = self.case.parties[p].sheet.open().scores.is_some();
        match steps(self.case, self.positions, party, limits, self.budget) {
            Ok(None) => self.same(&what, &scored, &false),
            Ok(Some(found)) => {
                self.same(&what, &scored, &true);
                let whole = found.count.above.is_none() && found.count.ends;
                let nash = found.nash.as_ref();
                let listed = nash.is_ok_and(|nash| nash.above.is_none());
                self.same(&format!("{what}, whole"), &(whole || !listed), &true);
                if let Some(reason) = found.count.stopped {
                    self.stopped(&what, reason);
                }
                self.count(p, free, &found.count);
                match found.nash {
                    Ok(nash) => self.nash(p, free, &nash),
                    Err(reason) => self.stopped(&what, reason),
                }
            }
            Err(reason) => self.stopped(&what, reason),
        }
    }

    /// The steps from the present value upwards, and some below it; the steps next to it only.
    fn part(&mut self, p: usize, free: &[Acceptable]) {
        let what = format!("some steps of party number {p}");
        let present = self.positions.floors[p].map_or(0, |floor| {
            let reached = free.iter().filter(|x| score(x, p) >= floor);
            reached.count()
        });
        for packages_max in [present, 0] {
            let limits = StepLimits {
                packages_max,
                steps_max: STEPS_MAX,
            };
            match steps(
                self.case,
                self.positions,
                PartyId::at(p),
                limits,
                self.budget,
            ) {
                Ok(None) => {}
                Ok(Some(found)) => {
                    if let Some(reason) = found.count.stopped {
                        self.stopped(&what, reason);
                    }
                    self.count(p, free, &found.count);
                    match found.nash {
                        Ok(nash) => self.nash(p, free, &nash),
                        Err(reason) => self.stopped(&what, reason),
                    }
                    let few = found.count.steps.len() <= 2 * STEPS_MAX + 1;
                    self.same(&what, &(few || packages_max > 0), &true);
                }
                Err(reason) => self.stopped(&what, reason),
            }
        }
    }

    /// The number of packages at every value at which it could change, and next to it.
    fn count(&mut self, p: usize, free: &[Acceptable], said: &CountSteps) {
        let mut values: Vec<i64> = free.iter().map(|x| score(x, p)).collect();
        values.extend(self.positions.floors[p]);
        values.extend(said.steps.iter().map(|step| step.up_to));
        let mut next: Vec<i64> = values.iter().map(|v| v.saturating_add(1)).collect();
        next.extend(values.iter().map(|v| v.saturating_sub(1)));
        values.append(&mut next);
        values.sort_unstable();
        values.dedup();
        for value in values {
            if said.above.is_some_and(|above| value <= above) {
                continue;
            }
            let right = free.iter().filter(|x| score(x, p) >= value).count();
            let step = said.steps.iter().find(|step| value <= step.up_to);
            let said = match step {
                Some(step) => step.packages.clone(),
                None if said.ends => 0_u32.into(),
                None => continue,
            };
            let what = format!("packages at {value} of party number {p}");
            self.same(&what, &said, &right.into());
        }
        let rises = said
            .steps
            .windows(2)
            .all(|pair| pair[0].up_to < pair[1].up_to);
        let falls = said
            .steps
            .windows(2)
            .all(|pair| pair[0].packages > pair[1].packages);
        self.same(
            &format!("steps of party number {p} in order"),
            &(rises && falls),
            &true,
        );
    }

    fn unchanged(&mut self, p: usize, free: &[Acceptable]) {
        let what = format!("what leaves the count unchanged of party number {p}");
        let scored = self.case.parties[p].sheet.open().scores.is_some();
        let right = self.positions.floors[p].filter(|_| scored).map(|present| {
            let scores = || free.iter().map(|x| score(x, p));
            Unchanged {
                above: scores().filter(|s| *s < present).max(),
                up_to: scores().filter(|s| *s >= present).min(),
            }
        });
        match unchanged(self.case, self.positions, PartyId::at(p), self.budget) {
            Ok(said) => {
                let ends = |around: Option<Unchanged>| around.map(|u| (u.above, u.up_to));
                self.same(&what, &ends(said), &ends(right));
            }
            Err(reason) => self.stopped(&what, reason),
        }
    }

    /// The Nash packages at every end of a step, between two of them and beyond the outer ones.
    fn nash(&mut self, p: usize, free: &[Acceptable], said: &NashSteps) {
        let one = || Ratio::from_integer(BigInt::from(1));
        let two = || Ratio::from_integer(BigInt::from(2));
        let ends: Vec<Ratio<BigInt>> = said.steps.iter().map(|s| s.up_to.clone()).collect();
        let mut values = ends.clone();
        values.extend(ends.windows(2).map(|pair| (&pair[0] + &pair[1]) / two()));
        values.extend(ends.first().map(|first| first - one()));
        values.extend(ends.last().map(|last| last + one()));
        let some = free.iter().step_by(free.len() / SCORES_MAX + 1);
        values.extend(some.map(|x| Ratio::from_integer(BigInt::from(score(x, p)))));
        values.extend(self.positions.floors[p].map(|f| Ratio::from_integer(BigInt::from(f))));
        values.sort();
        values.dedup();
        let above = said
            .above
            .map(|above| Ratio::from_integer(BigInt::from(above)));
        for value in values {
            if above.as_ref().is_some_and(|above| value <= *above) {
                continue;
            }
            let step = said.steps.iter().find(|step| value <= step.up_to);
            let said = step.map_or_else(Vec::new, |step| {
                if step.up_to == value {
                    step.at_end.clone()
                } else {
                    step.packages.clone()
                }
            });
            let right = self.nash_at(p, free, &value);
            self.same(
                &format!("Nash packages at {value} of party number {p}"),
                &said,
                &right,
            );
        }
        let rises = ends.windows(2).all(|pair| pair[0] < pair[1]);
        let different = said
            .steps
            .windows(2)
            .all(|pair| pair[0].packages != pair[1].packages);
        let what = format!("Nash steps of party number {p} in order");
        self.same(&what, &(rises && different), &true);
    }

    /// The packages with the greatest product of gains, each above 0, at one no-deal value. The gain
    /// from a value of `n / d` is counted in parts of `d`, for every package alike.
    fn nash_at(&self, p: usize, free: &[Acceptable], value: &Ratio<BigInt>) -> Vec<Package> {
        let mut most = BigInt::ZERO;
        let mut packages = Vec::new();
        for package in free {
            let own = BigInt::from(score(package, p)) * value.denom() - value.numer();
            if own < BigInt::ZERO {
                // It is below the value, and not acceptable.
                continue;
            }
            let impasse = self.case.parties[p].sheet.open().impasse;
            let mut product = impasse.map_or(own, |i| BigInt::from(score(package, p)) - i);
            let mut all_gain = product > BigInt::ZERO;
            for (q, party) in self.case.parties.iter().enumerate() {
                let sheet = party.sheet.open();
                if q == p || sheet.scores.is_none() {
                    continue;
                }
                let from = match (sheet.impasse, self.positions.floors[q]) {
                    (Some(impasse), _) => impasse,
                    (None, Some(floor)) => floor,
                    (None, None) => 0,
                };
                let gain = BigInt::from(score(package, q)) - from;
                all_gain &= gain > BigInt::ZERO;
                product *= gain;
            }
            if !all_gain || product < most {
                continue;
            }
            if product > most {
                most = product;
                packages.clear();
            }
            packages.push(package.package().clone());
        }
        packages
    }
}
