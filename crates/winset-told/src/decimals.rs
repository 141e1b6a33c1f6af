//! Distances for a reader: square roots of exact numbers, as decimals.

use num_bigint::{BigInt, Sign};
use num_integer::Integer as _;
use winset_solve::BigRatio;

/// Digits behind the point.
const DIGITS: u32 = 12;
const PLACES: usize = DIGITS as usize;

/// The square root of a number from 0, to twelve digits behind the point, the nearest.
pub fn root(squared: &BigRatio) -> String {
    placed(&units(squared), PLACES)
}

/// NegMAS's optimality: 1 less a distance as a share of another, from 0; both squared. `None` where the
/// other is 0.
pub fn optimality(squared: &BigRatio, whole: &BigRatio) -> Option<String> {
    if *whole == BigRatio::default() {
        return None;
    }
    let short = BigInt::from(10).pow(DIGITS) - units(&(squared / whole));
    Some(placed(&short.max(BigInt::from(0)), PLACES))
}

/// The nearest whole number of units of the last digit to the square root.
fn units(squared: &BigRatio) -> BigInt {
    let one = BigInt::from(10).pow(DIGITS);
    // Twice as fine, so that the last half decides.
    let fine: BigInt = squared.numer() * &one * &one * 4 / squared.denom();
    let halves = if fine.sign() == Sign::Minus {
        BigInt::from(0)
    } else {
        fine.sqrt()
    };
    (halves + 1) / 2
}

/// A number of units of the last digit as a decimal.
fn placed(units: &BigInt, places: usize) -> String {
    let sign = if units.sign() == Sign::Minus { "-" } else { "" };
    let digits = format!(
        "{:0>width$}",
        units.magnitude().to_string(),
        width = places + 1
    );
    let (whole, part) = digits.split_at(digits.len() - places);
    let part = part.trim_end_matches('0');
    if part.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{part}")
    }
}

/// A number to so many digits behind the point, the nearest; halves go up.
pub fn decimal(value: &BigRatio, digits: u8) -> String {
    let one = BigInt::from(10).pow(u32::from(digits));
    let halves: BigInt = (value.numer() * one * 2_u8).div_floor(value.denom()) + 1;
    placed(&halves.div_floor(&2.into()), usize::from(digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(numer: i64, denom: i64) -> BigRatio {
        BigRatio::new(numer.into(), denom.into())
    }

    #[test]
    fn roots_are_the_nearest_of_twelve_digits() {
        for (squared, right) in [
            (ratio(0, 1), "0"),
            (ratio(9, 4), "1.5"),
            (ratio(2, 1), "1.414213562373"),
            (ratio(1, 3), "0.57735026919"),
            (ratio(1, 400), "0.05"),
        ] {
            assert_eq!(root(&squared), right);
        }
    }

    #[test]
    fn decimals_are_the_nearest() {
        for (value, right) in [
            (ratio(0, 1), "0"),
            (ratio(1, 3), "0.3333"),
            (ratio(-2, 3), "-0.6667"),
            (ratio(-1, 100_000), "0"),
            (ratio(12, 1), "12"),
        ] {
            assert_eq!(decimal(&value, 4), right);
        }
    }

    #[test]
    fn optimality_is_what_a_distance_leaves_of_one() {
        let check = |squared, whole| optimality(&squared, &whole);
        assert_eq!(check(ratio(0, 1), ratio(2, 1)).unwrap(), "1");
        assert_eq!(check(ratio(1, 2), ratio(2, 1)).unwrap(), "0.5");
        assert_eq!(check(ratio(9, 1), ratio(2, 1)).unwrap(), "0");
        assert_eq!(check(ratio(1, 1), ratio(0, 1)), None);
    }
}
