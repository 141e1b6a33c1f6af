//! The search for the largest product of gains.
//!
//! A box holds nothing as good as the best so far where the weighted sum of its scores cannot reach
//! what any such product needs: no arithmetic mean is below the geometric one. The weights are those
//! of a tangent to the surface of that product; the exact condition is the checker's.

use std::cmp::Ordering;

use num_bigint::{BigInt, BigUint};
use winset_check::{Acceptable, Cut, LowerCorner, Sum, with_sums};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::Package;

use super::ask::{Aim, Asker, Told, rule_out};
use super::level::Level;
use super::leximin::at;
use super::seeds::Seeds;
use super::tangent::{stretched, tangent};
use crate::boxes::Boxes;
use crate::numbers::magnitude;

/// A product that is larger by less than one part in 2 to the power of this is not looked for before
/// boxes are: rounded weights could not tell it apart.
const CLOSE_BITS: u32 = 14;

/// The best product so far and who has it.
pub(super) struct Products {
    gains: Vec<Level>,
    /// The largest magnitude of a score of each axis.
    reach: Vec<i64>,
    best: BigUint,
    winners: Vec<(Vec<i64>, Acceptable)>,
    /// Planes that touch the surface of some product, each by its weights.
    planes: Vec<Vec<i64>>,
    /// The case with the sums of all planes, once there is a question for it.
    derived: Option<Case>,
    /// Whether every package in question is known from the start.
    all_known: bool,
}

/// Shows how many there are; the rest is confidential.
impl std::fmt::Debug for Products {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Products")
            .field("winners", &self.winners.len())
            .finish_non_exhaustive()
    }
}

/// Finds the packages with the largest product of the gains of the axes among those in question, in
/// which all of them gain. `Err` holds why it was stopped.
pub(super) fn products(
    asker: &mut Asker<'_>,
    boxes: &mut Boxes,
    gains: Vec<Level>,
    seeds: &Seeds,
) -> (Products, Result<(), StopReason>) {
    let reach = asker.axes.iter().map(|axis| {
        let sheet = asker.case.parties[axis.index()].sheet.open();
        sheet.scores.as_ref().map_or(0, |scores| {
            let points: i64 = scores.by_option.iter().map(|row| magnitude(row)).sum();
            points + scores.bonuses.iter().map(|b| b.score.abs()).sum::<i64>()
        })
    });
    let mut aim = Products {
        gains,
        reach: reach.collect(),
        best: BigUint::ZERO,
        winners: Vec::new(),
        planes: Vec::new(),
        derived: None,
        all_known: seeds.complete,
    };
    let done = aim.search(asker, boxes, seeds);
    (aim, done)
}

impl Products {
    fn search(
        &mut self,
        asker: &mut Asker<'_>,
        boxes: &mut Boxes,
        seeds: &Seeds,
    ) -> Result<(), StopReason> {
        for seed in &seeds.packages {
            self.learn(asker, seed)?;
        }
        if !seeds.complete {
            self.improve(asker)?;
        }
        self.tied().try_for_each(|(cut, _)| boxes.cut(&cut))?;
        rule_out(self, asker, boxes)
    }

    /// Looks for better packages until there is none, or none that planes tell apart from the best.
    fn improve(&mut self, asker: &mut Asker<'_>) -> Result<(), StopReason> {
        let root = asker.root();
        loop {
            let target = &self.best + (&self.best >> CLOSE_BITS) + 1_u8;
            let told = match self.separate(asker, &root, &target)? {
                None => self.ask_above(asker, &root, &target)?,
                Some(_) => return Ok(()),
            };
            match told {
                Told::Found(found) => drop(self.learn(asker, &found)?),
                Told::Refuted(_) => return Ok(()),
            }
        }
    }

    /// What was found, for the claim.
    pub(super) fn winners(&self) -> Vec<Package> {
        let packages = self.winners.iter().map(|(_, a)| a.package().clone());
        packages.collect()
    }

    /// For each combination of scores with the largest product the floors that only it reaches, and
    /// a package.
    pub(super) fn tied(&self) -> impl Iterator<Item = (LowerCorner, &Acceptable)> {
        let winners = self.winners.iter();
        winners.map(|(scores, package)| (at(scores), package))
    }

    /// The first of the best packages so far.
    pub(super) fn holder(&self) -> Option<&Acceptable> {
        self.winners.first().map(|(_, package)| package)
    }

    fn product(&self, scores: &[i64]) -> Result<BigUint, StopReason> {
        let gains = self.gains.iter().zip(scores);
        gains.map(|(gain, score)| gain.units(*score)).product()
    }

    /// Takes note of a package in which all gain; says how it compares with the best before it.
    fn learn(&mut self, asker: &Asker<'_>, package: &Acceptable) -> Result<Ordering, StopReason> {
        let scores = asker.scores(package);
        let product = self.product(&scores)?;
        let order = product.cmp(&self.best);
        if order == Ordering::Greater {
            self.best = product;
            self.winners = vec![(scores, package.clone())];
        } else if order == Ordering::Equal
            && self.best > BigUint::ZERO
            && self.winners.iter().all(|(s, _)| *s != scores)
        {
            self.winners.push((scores, package.clone()));
        }
        Ok(order)
    }

    /// The largest floor of a weighted sum that every package with so large a product reaches.
    ///
    /// With gains `a x + b` in their smallest units, `n` axes and weights `w`: the sum of
    /// `w (x + b / a)` is at least `n` times the `n`-th root of the product of all `w` and gains, over
    /// that of all `a`.
    fn sum_floor(&self, weights: &[i64], product: &BigUint) -> Option<i64> {
        let count = u32::try_from(weights.len()).ok()?;
        let slopes = || self.gains.iter().map(|gain| gain.line().0);
        let common: BigInt = slopes().product();
        // The sum of `w b / a`, times `common`.
        let mut start = BigInt::ZERO;
        let mut factors: BigInt = BigInt::from(count).pow(count) * BigInt::from(product.clone());
        for (gain, weight) in self.gains.iter().zip(weights) {
            let (slope, from) = gain.line();
            start += &common / slope * from * *weight;
            factors *= *weight;
        }
        // The largest `m` with `m^n * common < factors * common^n`: `floor - 1` is the largest number
        // whose distance from the start, times `common`, is at most `m`.
        let power: BigInt = factors * common.pow(count.checked_sub(1)?) - 1;
        let root = power.nth_root(count);
        let last = floor_div(&(root - start), &common);
        i64::try_from(last + 1).ok()
    }

    /// The sums of all planes, none of which a package with so large a product falls short of.
    fn sums(&self, product: &BigUint) -> Result<Vec<Sum>, StopReason> {
        let sum = |weights: &Vec<i64>| {
            let floor = self.sum_floor(weights, product);
            let floor = floor.ok_or(StopReason::NumberLimit)?;
            let weights = weights.clone();
            Ok(Sum { weights, floor })
        };
        self.planes.iter().map(sum).collect()
    }

    /// A sum that these scores fall short of, and no package with so large a product does.
    fn sum_above(&self, scores: &[i64], product: &BigUint) -> Option<Sum> {
        let weights = tangent(&self.gains, &self.reach, scores)?;
        let floor = self.sum_floor(&weights, product)?;
        let sum = Sum { weights, floor };
        is_short_of(scores, &sum).then_some(sum)
    }

    /// Adds planes until every known package of a box is below one of them; gives the first for
    /// which there is none.
    fn separate(
        &mut self,
        asker: &Asker<'_>,
        floors: &LowerCorner,
        product: &BigUint,
    ) -> Result<Option<Acceptable>, StopReason> {
        let mut sums = self.sums(product)?;
        let mut left = None;
        for package in asker.known(floors) {
            let scores = asker.scores(package);
            if sums.iter().any(|sum| is_short_of(&scores, sum)) {
                continue;
            }
            match self.sum_above(&scores, product) {
                Some(sum) => {
                    self.planes.push(sum.weights.clone());
                    self.derived = None;
                    sums.push(sum);
                }
                None => left = left.or(Some(package.clone())),
            }
        }
        Ok(left)
    }

    /// Asks for a package of a box that is below no plane.
    fn ask_above(
        &mut self,
        asker: &mut Asker<'_>,
        floors: &LowerCorner,
        product: &BigUint,
    ) -> Result<Told, StopReason> {
        if self.planes.is_empty() {
            return asker.at(floors);
        }
        if self.derived.is_none() {
            let planes = self.planes.iter().map(Vec::as_slice);
            self.derived = with_sums(asker.case, asker.axes, planes);
        }
        let derived = self.derived.as_ref().ok_or(StopReason::NumberLimit)?;
        asker.with_sums(floors, derived, self.sums(product)?)
    }

    /// A cut that holds the scores and nothing as good as the best: the scores stretched towards its
    /// surface, as far as integers go.
    fn worse(&self, scores: &[i64]) -> Result<Cut, StopReason> {
        let mut limits = stretched(&self.gains, scores, &self.winners[0].0);
        if self.product(&limits)? >= self.best {
            limits = scores.to_vec();
        }
        Ok(at(&limits))
    }
}

fn is_short_of(scores: &[i64], sum: &Sum) -> bool {
    let pairs = sum.weights.iter().zip(scores);
    let total: i128 = pairs.map(|(w, s)| i128::from(*w) * i128::from(*s)).sum();
    total < i128::from(sum.floor)
}

/// The largest integer that is not above a fraction; the denominator is positive.
fn floor_div(above: &BigInt, below: &BigInt) -> BigInt {
    let quotient = above / below;
    if above < &(&quotient * below) {
        quotient - 1
    } else {
        quotient
    }
}

impl Aim for Products {
    fn ask(&mut self, asker: &mut Asker<'_>, floors: &LowerCorner) -> Result<Told, StopReason> {
        let lowest: Option<Vec<i64>> = floors.iter().copied().collect();
        let beyond = match &lowest {
            Some(lowest) => self.product(lowest)? >= self.best,
            None => true,
        };
        let unknown = self.all_known && asker.known(floors).next().is_none();
        if beyond || unknown || self.winners.is_empty() {
            return asker.at(floors);
        }
        let product = self.best.clone();
        match self.separate(asker, floors, &product)? {
            Some(known) => Ok(Told::Found(known)),
            None => self.ask_above(asker, floors, &product),
        }
    }

    fn meet(
        &mut self,
        asker: &mut Asker<'_>,
        boxes: &mut Boxes,
        found: Acceptable,
    ) -> Result<(), StopReason> {
        let scores = asker.scores(&found);
        match self.learn(asker, &found)? {
            // A plane tells it apart before the next question, if one can.
            Ordering::Less if self.sum_above(&scores, &self.best).is_some() => Ok(()),
            Ordering::Less => boxes.cut(&self.worse(&scores)?),
            Ordering::Equal => boxes.cut(&at(&scores)),
            // The next question asks for more.
            Ordering::Greater => Ok(()),
        }
    }
}
