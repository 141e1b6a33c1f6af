//! Numbers of peers' files: exact, and not bound to what a case may hold.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_rational::Ratio;
use num_traits::{One as _, Signed as _, Zero as _};

use crate::number::{Exact, TERM_MAX};

/// An exact number of any size.
pub type Big = Ratio<BigInt>;

/// Most characters of a number in a peer's file.
pub const BIG_CHARS_MAX: usize = 64;
/// Largest power of ten in the exponent of a number in a peer's file.
pub const BIG_EXPONENT_MAX: i32 = 60;

/// Reads a decimal as programs print it: `12`, `-0.25`, `1.0E-4`, `.5`, `5.`, `+3`, blanks around
/// it. `None` for anything else, also for what is no finite number, or longer than
/// [`BIG_CHARS_MAX`], or with a larger exponent than [`BIG_EXPONENT_MAX`].
pub fn read(text: &str) -> Option<Big> {
    let text = text.trim();
    if text.len() > BIG_CHARS_MAX {
        return None;
    }
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        None => (text, 0),
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
    };
    if exponent.abs() > BIG_EXPONENT_MAX {
        return None;
    }
    let (sign, digits) = match mantissa.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{part}");
    if all.is_empty() || !all.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let value = BigInt::parse_bytes(all.as_bytes(), 10)? * sign;
    let power = exponent - i32::try_from(part.len()).ok()?;
    let ten = BigInt::from(10).pow(power.unsigned_abs());
    Some(if power < 0 {
        Big::new(value, ten)
    } else {
        Big::from_integer(value * ten)
    })
}

/// The same number as a case holds it, unless a term is above [`TERM_MAX`].
pub fn exact(value: &Big) -> Option<Exact> {
    let numer = i128::try_from(value.numer()).ok()?;
    let denom = i128::try_from(value.denom()).ok()?;
    let fits = numer.unsigned_abs() <= TERM_MAX.unsigned_abs() && denom <= TERM_MAX;
    fits.then(|| Exact::new(numer, denom))
}

/// A number of a case as one of any size.
pub fn from_exact(value: &Exact) -> Big {
    Big::new(BigInt::from(*value.numer()), BigInt::from(*value.denom()))
}

/// The nearest multiple of a step above 0; halves go up.
pub fn rounded(value: &Big, step: &Big) -> Big {
    let half = Big::new(BigInt::one(), BigInt::from(2));
    (value / step + half).floor() * step
}

/// Whether a difference is as small as the last digits of printed decimals leave it.
pub(super) fn is_dust(apart: &Big) -> bool {
    const APART_MAX: (i64, i64) = (1, 1_000_000_000);
    apart.abs() <= Big::new(APART_MAX.0.into(), APART_MAX.1.into())
}

/// Writes a number as a decimal, where it is one exactly.
pub fn decimal(value: &Big) -> Option<String> {
    let mut rest = value.denom().clone();
    let mut places = [0_usize; 2];
    for (prime, count) in [2, 5].map(BigInt::from).iter().zip(&mut places) {
        while rest.is_multiple_of(prime) {
            rest /= prime;
            *count += 1;
        }
    }
    if !rest.is_one() {
        return None;
    }
    let places = places[0].max(places[1]);
    let power = num_traits::pow(BigInt::from(10), places);
    let scaled = (value * Big::from_integer(power)).to_integer();
    let sign = if scaled.is_negative() { "-" } else { "" };
    let digits = scaled.abs().to_string();
    if places == 0 {
        return Some(format!("{sign}{digits}"));
    }
    let digits = format!("{digits:0>width$}", width = places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    Some(format!("{sign}{whole}.{part}"))
}

/// Writes a number for a reader: as a decimal where that is exact and short, else as a fraction
/// where that is short, else as the decimal of that many digits that is next above, in magnitude.
pub fn words(value: &Big) -> String {
    const SHOWN_CHARS_MAX: usize = 24;
    let fraction = || format!("{}/{}", value.numer(), value.denom());
    decimal(value)
        .filter(|text| text.len() <= SHOWN_CHARS_MAX)
        .or_else(|| Some(fraction()).filter(|text| text.len() <= SHOWN_CHARS_MAX))
        .unwrap_or_else(|| format!("about {}", scientific(value)))
}

/// A number with two significant digits, rounded away from 0: `3.2e-12`.
pub fn scientific(value: &Big) -> String {
    if value.is_zero() {
        return "0".to_owned();
    }
    let (ten, hundred) = (Big::from_integer(10.into()), Big::from_integer(100.into()));
    let sign = if value.is_negative() { "-" } else { "" };
    let mut size = value.abs();
    let mut power = 1_i64;
    while size >= hundred {
        size /= &ten;
        power += 1;
    }
    while size < ten {
        size *= &ten;
        power -= 1;
    }
    let mut digits = size.ceil().to_integer();
    if digits == BigInt::from(100) {
        digits = BigInt::from(10);
        power += 1;
    }
    let (first, second) = digits.div_rem(&BigInt::from(10));
    format!("{sign}{first}.{second}e{power}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, numer: i64, denom: i64) {
        let value = Big::new(numer.into(), denom.into());
        assert_eq!(read(text), Some(value), "{text}");
    }

    #[test]
    fn decimals_of_programs_are_exact() {
        check("12", 12, 1);
        check(" -0.25\n", -1, 4);
        check("1.0E-4", 1, 10_000);
        check(".5", 1, 2);
        check("5.", 5, 1);
        check("+3e+2", 300, 1);
        let long = read("0.00045060112163364070").unwrap();
        assert_eq!(decimal(&long).unwrap(), "0.0004506011216336407");
    }

    #[test]
    fn what_is_no_finite_decimal_is_refused() {
        for text in [
            "",
            ".",
            "NaN",
            "-Infinity",
            "1e",
            "1e61",
            "1,5",
            "--1",
            "0x1",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"1".repeat(65)), None);
    }

    #[test]
    fn writing_is_exact_or_says_about() {
        let third = Big::new(1.into(), 3.into());
        assert_eq!(decimal(&third), None);
        assert_eq!(words(&third), "1/3");
        assert_eq!(words(&read("-0.125").unwrap()), "-0.125");
        assert_eq!(words(&read("1e-40").unwrap()), "about 1.0e-40");
        assert_eq!(scientific(&read("0.00099999").unwrap()), "1.0e-3");
        assert_eq!(scientific(&read("123").unwrap()), "1.3e2");
    }

    #[test]
    fn rounding_goes_to_the_nearest_multiple() {
        let step = read("0.01").unwrap();
        for (from, to) in [("0.014", "0.01"), ("0.015", "0.02"), ("-0.015", "-0.01")] {
            assert_eq!(rounded(&read(from).unwrap(), &step), read(to).unwrap());
        }
    }
}
