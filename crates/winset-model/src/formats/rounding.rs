//! Utilities whose numbers have no common scale: what can be exact stays so, the rest is rounded on one
//! scale, and packages at the no-deal value stay on their side of it.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{One as _, Signed as _, ToPrimitive as _, Zero as _};

use super::big::{self, Big};
use super::worth::Worth;
use crate::case::SCALE_MAX;
use crate::number::Exact;

/// A printed float is taken for a fraction that is nearer than this share of it: 15 digits print so.
const PRINTED_APART: (i64, i64) = (1, 200_000_000_000_000);
/// Largest denominator of such a fraction. Hardly one random float in 10,000 is as near to one.
const DENOMINATOR_MAX: i64 = 100_000;
/// Numbers on a scale of up to 10^12 are no printed floats.
const PRINTED_DENOMINATOR_MIN: i64 = 1_000_000_000_000;
/// Sums of floats that are no further apart count as equal, as they may be to the program that wrote
/// them: 10^-14.
const FLOATS_APART: (i64, i64) = (1, 100_000_000_000_000);
/// Least power of ten in the scale to which fractions may narrow it.
const TENS_MIN: u32 = 10;
/// Packages near the no-deal value that are looked at one by one.
const HANGING_MAX: usize = 1_000;
/// Beginnings of packages that are looked at, at most, to find these.
const LOOKED_AT_MAX: usize = 2_000_000;

/// Whether and how scores are rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rounding {
    /// Scores are exact, or an error.
    #[default]
    Never,
    /// All are rounded to multiples of a step, above 0.
    ToStep(Exact),
    /// Of a party whose numbers have no common scale, long decimals are taken as the simplest fractions
    /// that print so; where that is not enough, what does not fit a scale is rounded on it.
    WhereNeeded,
}

/// Utilities with some numbers moved.
#[derive(Debug)]
pub(super) struct Rounded {
    pub(super) worth: Worth,
    /// The step to which numbers are rounded; `None` where they are fractions that print so.
    pub(super) step: Option<Big>,
    /// How far the score of a package moves at most, against the no-deal value.
    pub(super) error: Big,
}

impl Rounded {
    /// The same, with the most that it moves against other numbers.
    pub(super) fn against(self, written: &Worth) -> Self {
        let largest = |one: &[Big], other: &[Big]| {
            let apart = one
                .iter()
                .zip(other)
                .map(|(one, other)| (one - other).abs());
            apart.max().unwrap_or_default()
        };
        let rows = self.worth.rows.iter().zip(&written.rows);
        let rows = rows.map(|(one, other)| largest(one, other));
        let terms = self.worth.terms.iter().zip(&written.terms);
        let terms = terms.map(|(one, other)| (&one.adds - &other.adds).abs());
        let reserved = self.worth.reserved.iter().zip(&written.reserved);
        let reserved = reserved.map(|(one, other)| (one - other).abs());
        let error = rows.chain(terms).chain(reserved).sum();
        Self { error, ..self }
    }
}

/// Packages whose being acceptable rounding could decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Hanging {
    /// These, with their places of values; the written numbers decide.
    Decided(Vec<Vec<usize>>),
    /// These too, but some that fall short are counted as acceptable, by less than rounding moves.
    Blurred(Vec<Vec<usize>>),
    /// Not known which; those that fall short by no more than rounding moves count as acceptable.
    Unknown,
}

/// Long decimals as the simplest fractions that print so.
pub(super) fn simple(worth: &Worth) -> Rounded {
    moved(
        worth,
        |number| simplest(number).unwrap_or_else(|| number.clone()),
        None,
    )
}

/// Numbers that fit a scale as they are, others rounded to a power of ten on the same scale.
pub(super) fn on_one_scale(worth: &Worth) -> Rounded {
    let mut denominators: Vec<i64> = Vec::new();
    each(worth, |number| denominators.extend(number.denom().to_i64()));
    denominators.sort_unstable();
    denominators.dedup();
    let mut whole = 1_i64;
    for denominator in denominators.into_iter().filter(|d| *d <= SCALE_MAX) {
        let both = i128::from(whole).lcm(&denominator.into());
        let both = i64::try_from(both).unwrap_or(i64::MAX);
        if both <= SCALE_MAX && tens(scale(both)) >= TENS_MIN {
            whole = both;
        }
    }
    let scale = scale(whole);
    let step = Big::new(BigInt::one(), BigInt::from(10).pow(tens(scale)));
    let fits = |number: &Big| number.denom().to_i64().is_some_and(|d| scale % d == 0);
    let round = |number: &Big| {
        if fits(number) {
            number.clone()
        } else {
            big::rounded(number, &step)
        }
    };
    moved(worth, round, Some(step.clone()))
}

/// All numbers rounded to multiples of a step.
pub(super) fn to_step(worth: &Worth, step: &Big) -> Rounded {
    moved(
        worth,
        |number| big::rounded(number, step),
        Some(step.clone()),
    )
}

/// A scale that a number divides, with as many tens in it as fit.
fn scale(whole: i64) -> i64 {
    let enlarged = |mut scale: i64| {
        while scale <= SCALE_MAX / 10 {
            scale *= 10;
        }
        scale
    };
    // The tens hold the twos and fives of the number, where they are not too many.
    let mut core = whole;
    for prime in [2, 5] {
        while core % prime == 0 {
            core /= prime;
        }
    }
    let scale = enlarged(core);
    if scale % whole == 0 {
        scale
    } else {
        enlarged(whole)
    }
}

/// The power of ten in a number above 0.
fn tens(mut number: i64) -> u32 {
    let mut tens = 0;
    while number % 10 == 0 {
        number /= 10;
        tens += 1;
    }
    tens
}

fn each(worth: &Worth, mut see: impl FnMut(&Big)) {
    let rows = worth.rows.iter().flatten();
    let terms = worth.terms.iter().map(|term| &term.adds);
    rows.chain(terms).chain(&worth.reserved).for_each(&mut see);
}

fn moved(worth: &Worth, round: impl Fn(&Big) -> Big, step: Option<Big>) -> Rounded {
    let mut rounded = worth.clone();
    let mut error = Big::zero();
    let replace = |number: &mut Big| {
        let new = round(number);
        let apart = (&new - &*number).abs();
        *number = new;
        apart
    };
    for row in &mut rounded.rows {
        error += row.iter_mut().map(replace).max().unwrap_or_default();
    }
    for term in &mut rounded.terms {
        error += replace(&mut term.adds);
    }
    if let Some(reserved) = &mut rounded.reserved {
        error += replace(reserved);
    }
    Rounded {
        worth: rounded,
        step,
        error,
    }
}

/// The simplest fraction that prints as a long decimal does, where it is simple.
fn simplest(number: &Big) -> Option<Big> {
    if *number.denom() <= PRINTED_DENOMINATOR_MIN.into() {
        return None;
    }
    let size = number.abs();
    let apart = &size * Big::new(PRINTED_APART.0.into(), PRINTED_APART.1.into());
    let found = between(&(&size - &apart), &(&size + &apart));
    let is_simple = *found.denom() <= DENOMINATOR_MAX.into() && !found.is_zero();
    is_simple.then(|| if number.is_negative() { -found } else { found })
}

/// The fraction with the least denominator from `low` to `high`, by continued fractions; 0 < `low`.
fn between(low: &Big, high: &Big) -> Big {
    let (mut low, mut high) = (low.clone(), high.clone());
    let mut whole: Vec<BigInt> = Vec::new();
    loop {
        let floor = low.floor();
        if floor == low || floor < high.floor() {
            whole.push(low.ceil().to_integer());
            break;
        }
        whole.push(floor.to_integer());
        (low, high) = ((&high - &floor).recip(), (&low - &floor).recip());
    }
    let mut parts = whole.into_iter().rev().map(Big::from_integer);
    let last = parts.next().unwrap_or_default();
    parts.fold(last, |inner, part| part + inner.recip())
}

/// Moves the no-deal value so that packages near it stay on the side on which the written numbers have
/// them; which packages these are. Without a no-deal value, or with none near it, there are none.
pub(super) fn settle_floor(written: &Worth, rounded: &mut Rounded) -> Option<Hanging> {
    let (exact, floor) = (written.reserved.as_ref()?, rounded.worth.reserved.clone()?);
    let all_reach = *exact <= written.least() && floor <= rounded.worth.least();
    if rounded.error.is_zero() || all_reach {
        return None;
    }
    let near = near(
        &rounded.worth,
        &(&floor - &rounded.error),
        &(&floor + &rounded.error),
    );
    let Some(near) = near else {
        // Where numbers are rounded coarsely on purpose, the no-deal value is too.
        if big::is_dust(&rounded.error) {
            rounded.worth.reserved =
                Some(lowered(&(floor - &rounded.error), rounded.step.as_ref()));
        }
        return Some(Hanging::Unknown);
    };
    if near.is_empty() {
        return None;
    }
    let apart = Big::new(FLOATS_APART.0.into(), FLOATS_APART.1.into());
    let meets = |package: &Vec<usize>| written.sum(package) + &apart >= *exact;
    let score = |package: &Vec<usize>| rounded.worth.sum(package);
    let least = near.iter().filter(|p| meets(p)).map(score).min();
    let most = near.iter().filter(|p| !meets(p)).map(score).max();
    let blurred = matches!((&least, &most), (Some(least), Some(most)) if most >= least);
    let new = match (least, most) {
        (Some(least), Some(most)) if blurred || floor > least || floor <= most => least,
        (Some(least), None) if floor > least => least,
        (None, Some(most)) if floor <= most => {
            most + rounded.step.clone().unwrap_or_else(|| apart.clone())
        }
        _ => floor,
    };
    rounded.worth.reserved = Some(new);
    Some(if blurred {
        Hanging::Blurred(near)
    } else {
        Hanging::Decided(near)
    })
}

/// The multiple of a step next below.
fn lowered(value: &Big, step: Option<&Big>) -> Big {
    step.map_or_else(|| value.clone(), |step| (value / step).floor() * step)
}

/// The packages that sum to a number from `low` to `high`; `None` when they are many, or hard to find.
fn near(worth: &Worth, low: &Big, high: &Big) -> Option<Vec<Vec<usize>>> {
    if !worth.terms.is_empty() {
        return None;
    }
    let mut scale = BigInt::one();
    each(worth, |number| scale = scale.lcm(number.denom()));
    let scaled = |number: &Big| {
        (number * Big::from_integer(scale.clone()))
            .to_integer()
            .to_i128()
    };
    let rows = worth
        .rows
        .iter()
        .map(|row| row.iter().map(scaled).collect());
    let rows: Vec<Vec<i128>> = rows.collect::<Option<_>>()?;
    let whole = Big::from_integer(scale.clone());
    let low = (low * &whole).ceil().to_integer().to_i128()?;
    let high = (high * &whole).floor().to_integer().to_i128()?;
    // The least and the most that the issues from one on add.
    let mut rest = vec![[0_i128; 2]];
    for row in rows.iter().rev() {
        let [least, most] = *rest.last()?;
        rest.push([least + row.iter().min()?, most + row.iter().max()?]);
    }
    rest.reverse();
    let mut found = Vec::new();
    let mut open = vec![(Vec::new(), 0_i128)];
    let mut looked_at = 0;
    while let Some((package, sum)) = open.pop() {
        looked_at += 1;
        if looked_at > LOOKED_AT_MAX {
            return None;
        }
        let Some(row) = rows.get(package.len()) else {
            if found.len() == HANGING_MAX {
                return None;
            }
            found.push(package);
            continue;
        };
        let [least, most] = rest[package.len() + 1];
        for (value, adds) in row.iter().enumerate().rev() {
            let sum = sum + adds;
            if sum + most >= low && sum + least <= high {
                let mut longer = package.clone();
                longer.push(value);
                open.push((longer, sum));
            }
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;

    fn big(text: &str) -> Big {
        big::read(text).unwrap()
    }

    #[test]
    fn printed_floats_are_the_fractions_that_print_so() {
        let check = |text: &str, numer: i64, denom: i64| {
            let found = simplest(&big(text));
            assert_eq!(found, Some(Big::new(numer.into(), denom.into())), "{text}");
        };
        check("0.3333333333333333", 1, 3);
        check("0.333333333333333", 1, 3);
        check("0.6666666666666666", 2, 3);
        check("-0.14285714285714285", -1, 7);
        check("0.30000000000000004", 3, 10);
        check("0.7000000000000001", 7, 10);
        check("13.333333333333334", 40, 3);
        check("0.013449203393337472", 65, 4833);
        for random in ["0.2847361529384716", "0.9102837465102938", "0.125", "1e-30"] {
            assert_eq!(simplest(&big(random)), None, "{random}");
        }
    }

    #[test]
    fn what_fits_the_scale_is_not_rounded() {
        let third = Big::new(1.into(), 3.into());
        let worth = Worth {
            rows: vec![
                vec![third.clone(), big("0.25")],
                vec![big("0.2847361529384716"), third],
            ],
            spans: vec![Span::default(); 2],
            terms: Vec::new(),
            cap: None,
            reserved: None,
        };
        let rounded = on_one_scale(&worth);
        assert_eq!(rounded.step, Some(big("1e-11")));
        assert_eq!(rounded.worth.rows[0], worth.rows[0]);
        assert_eq!(rounded.worth.rows[1][0], big("0.28473615294"));
        assert_eq!(rounded.worth.rows[1][1], worth.rows[1][1]);
        assert_eq!(rounded.error, big("0.0000000000015284"));
    }

    /// By hand: 0.1 + 0.2 as floats is 0.30000000000000004, which the package at the floor reaches; the
    /// other one is 10^-13 short of it, which rounding to 10^-12 would forgive.
    #[test]
    fn packages_at_the_floor_stay_on_their_side() {
        let worth = Worth {
            rows: vec![
                vec![big("0.1"), big("0.2847361529384716")],
                vec![big("0.2"), big("0.1999999999999")],
            ],
            spans: vec![Span::default(); 2],
            terms: Vec::new(),
            cap: None,
            reserved: Some(big("0.30000000000000004")),
        };
        let mut rounded = on_one_scale(&worth);
        let hanging = settle_floor(&worth, &mut rounded);
        assert_eq!(
            hanging,
            Some(Hanging::Blurred(vec![vec![0, 0], vec![0, 1]]))
        );
        let mut short = worth.clone();
        short.rows[1][0] = big("0.1");
        let mut rounded = on_one_scale(&short);
        let hanging = settle_floor(&short, &mut rounded);
        assert_eq!(hanging, Some(Hanging::Decided(vec![vec![0, 1]])));
        assert_eq!(rounded.worth.reserved, Some(big("0.300000000001")));
    }
}
