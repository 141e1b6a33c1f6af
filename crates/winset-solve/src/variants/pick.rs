//! What a rule picks among points, in exact numbers.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{One as _, Signed as _, Zero as _};

use super::rule::{Aggregate, Formula, Moot, Origin, Rule, Unit};
use crate::pressure::BigRatio;

/// What a rule goes by for one party: its score `s` at a point means `s / scale`, and the other numbers
/// are unscaled.
#[derive(Clone, PartialEq, Eq)]
pub struct Side {
    /// The common denominator of its scores, above 0.
    pub scale: i64,
    /// Its no-deal value, where it has one.
    pub no_deal: Option<BigRatio>,
    /// What it has if nothing is agreed, where gains are counted from what was asked for.
    pub disagreement: BigRatio,
    /// Its worst among all packages.
    pub worst: BigRatio,
    /// Its best among all packages.
    pub best: BigRatio,
    /// Its weight where gains are weighted; from 1.
    pub weight: u32,
}

/// Shows nothing; the numbers are confidential.
impl std::fmt::Debug for Side {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Side(..)")
    }
}

impl Side {
    /// The no-deal value, or the worst package where that is better or there is none.
    pub(crate) fn floor(&self) -> BigRatio {
        let no_deal = self.no_deal.clone();
        no_deal.map_or_else(|| self.worst.clone(), |value| value.max(self.worst.clone()))
    }

    fn from(&self, from: Origin) -> BigRatio {
        match from {
            Origin::Disagreement => self.disagreement.clone(),
            Origin::Floor => self.floor(),
            Origin::NoDeal => self.no_deal.clone().unwrap_or_default(),
            Origin::Worst => self.worst.clone(),
            Origin::Zero => BigRatio::zero(),
        }
    }

    /// The unit; 1 where it would be 0, as NegMAS does.
    fn unit(&self, unit: Unit) -> BigRatio {
        let unit = match unit {
            Unit::Scores => BigRatio::one(),
            Unit::AboveFloor => &self.best - self.floor(),
            Unit::Best => self.best.clone(),
            Unit::Range => &self.best - &self.worst,
        };
        if unit.is_zero() {
            BigRatio::one()
        } else {
            unit
        }
    }
}

/// The points that a rule picks, by their places in order; all ties. A point holds a score for each
/// side, on its scale, and no point gives everybody more than another.
///
/// Linear in the points. Levels are brought to one common denominator first, so that the comparison of
/// points is one of integers.
pub fn pick(rule: Rule, points: &[Vec<i64>], sides: &[Side]) -> Vec<usize> {
    let formula = rule.formula();
    let every = || (0..points.len()).collect();
    if is_moot(formula.moot, sides) {
        return every();
    }
    let levels = Levels::new(formula, sides);
    let of = |point: &Vec<i64>| levels.of(point);
    match formula.of {
        Aggregate::Powers => powers(points, &levels, sides),
        Aggregate::Product => largest(points.iter().map(|p| of(p).iter().product::<BigInt>())),
        Aggregate::Sum => largest(points.iter().map(|p| of(p).iter().sum::<BigInt>())),
        Aggregate::Smallest => largest(points.iter().map(|p| of(p).into_iter().min())),
        Aggregate::Distance => largest(points.iter().map(|p| -distance(&of(p)))),
        Aggregate::Differences => largest(points.iter().map(|p| -differences(&of(p)))),
    }
}

fn is_moot(moot: Moot, sides: &[Side]) -> bool {
    sides.iter().any(|side| match moot {
        Moot::Never => false,
        Moot::NothingAboveFloor => side.best <= side.floor(),
        Moot::NoRange => side.best <= side.worst,
    })
}

/// Levels of parties as whole numbers of one small unit: `slope * score + start`.
struct Levels(Vec<(BigInt, BigInt)>);

impl Levels {
    fn new(formula: Formula, sides: &[Side]) -> Self {
        let lines = sides.iter().map(|side| {
            let unit = side.unit(formula.unit);
            let start = -side.from(formula.from) / &unit;
            let slope = BigRatio::from_integer(side.scale.into()) * unit;
            (slope.recip(), start)
        });
        let lines: Vec<(BigRatio, BigRatio)> = lines.collect();
        let common = lines.iter().fold(BigInt::one(), |common, (slope, start)| {
            common.lcm(slope.denom()).lcm(start.denom())
        });
        let whole = |value: &BigRatio| value.numer() * (&common / value.denom());
        let lines = lines.iter();
        Self(lines.map(|(a, b)| (whole(a), whole(b))).collect())
    }

    fn of(&self, point: &[i64]) -> Vec<BigInt> {
        let lines = self.0.iter().zip(point);
        lines
            .map(|((slope, start), score)| slope * *score + start)
            .collect()
    }
}

/// The places of the largest values.
fn largest<T: Ord>(values: impl Iterator<Item = T>) -> Vec<usize> {
    let mut most: Option<T> = None;
    let mut places = Vec::new();
    for (place, value) in values.enumerate() {
        let order = most.as_ref().map(|most| value.cmp(most));
        match order {
            Some(std::cmp::Ordering::Less) => {}
            Some(std::cmp::Ordering::Equal) => places.push(place),
            Some(std::cmp::Ordering::Greater) | None => {
                most = Some(value);
                places = vec![place];
            }
        }
    }
    places
}

/// The largest products of powers of gains, where nobody loses: of those who gain, where not all can,
/// and for each largest set of them by itself.
fn powers(points: &[Vec<i64>], levels: &Levels, sides: &[Side]) -> Vec<usize> {
    let mut groups: BTreeMap<Vec<bool>, Vec<(usize, BigInt)>> = BTreeMap::new();
    for (place, point) in points.iter().enumerate() {
        let gains = levels.of(point);
        if gains.iter().any(BigInt::is_negative) {
            continue;
        }
        let gainers: Vec<bool> = gains.iter().map(BigInt::is_positive).collect();
        let powers = gains
            .iter()
            .zip(sides)
            .filter(|(gain, _)| gain.is_positive());
        let product = powers.map(|(gain, side)| gain.pow(side.weight)).product();
        groups.entry(gainers).or_default().push((place, product));
    }
    let size = |gainers: &Vec<bool>| gainers.iter().filter(|gains| **gains).count();
    let most = groups.keys().map(size).max();
    let mut picked = Vec::new();
    for (_, group) in groups.iter().filter(|(set, _)| Some(size(set)) == most) {
        let best = largest(group.iter().map(|(_, product)| product));
        picked.extend(best.into_iter().map(|at| group[at].0));
    }
    picked.sort_unstable();
    picked
}

fn distance(levels: &[BigInt]) -> BigInt {
    let ends = levels.iter().max().zip(levels.iter().min());
    ends.map_or_else(BigInt::zero, |(most, least)| most - least)
}

fn differences(levels: &[BigInt]) -> BigInt {
    let pairs = levels.iter().enumerate().flat_map(|(place, one)| {
        let later = &levels[place + 1..];
        later.iter().map(move |other| (one - other).abs())
    });
    pairs.sum()
}
