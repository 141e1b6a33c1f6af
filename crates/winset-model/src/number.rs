//! Exact numbers: read from decimals and fractions, written back without loss.

use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, One, Signed as _, Zero as _};

/// An exact rational number.
pub type Exact = Ratio<i128>;

/// Largest numerator and denominator that a file may write, each side.
pub const TERM_MAX: i128 = 1_000_000_000_000_000_000;
/// Largest power of ten in the exponent of a number.
pub const EXPONENT_MAX: i32 = 30;
/// Most characters that a number may have.
pub const NUMBER_CHARS_MAX: usize = 64;

/// Why a text is not a number that can be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// It is not written as a number.
    NotANumber,
    /// A term of its reduced fraction is above [`TERM_MAX`], or it has too many digits.
    TooLarge,
    /// Its denominator is zero.
    DividesByZero,
}

/// Reads `12`, `-0.25`, `+.5`, `1e-3` or `1/3` exactly.
pub fn parse(text: &str) -> Result<Exact, NumberFault> {
    if text.len() > NUMBER_CHARS_MAX {
        let digits = text
            .bytes()
            .all(|b| b.is_ascii_digit() || b"+-./eE".contains(&b));
        return Err(if digits {
            NumberFault::TooLarge
        } else {
            NumberFault::NotANumber
        });
    }
    let value = match text.split_once('/') {
        None => decimal(text)?,
        Some((above, below)) => {
            let below = decimal(below.trim())?;
            if below == Exact::from_integer(0) {
                return Err(NumberFault::DividesByZero);
            }
            decimal(above.trim())?
                .checked_mul(&below.recip())
                .ok_or(NumberFault::TooLarge)?
        }
    };
    fitting(value)
}

/// Reads a number as [`parse`] does, or a percentage such as `12.5%`, which is a hundredth of its number.
pub fn parse_or_percent(text: &str) -> Result<Exact, NumberFault> {
    let Some(percent) = text.strip_suffix('%') else {
        return parse(text);
    };
    let value = parse(percent.trim_end())?.checked_mul(&Exact::new(1, 100));
    fitting(value.ok_or(NumberFault::TooLarge)?)
}

fn fitting(value: Exact) -> Result<Exact, NumberFault> {
    let fits =
        value.numer().unsigned_abs() <= TERM_MAX.unsigned_abs() && *value.denom() <= TERM_MAX;
    if fits {
        Ok(value)
    } else {
        Err(NumberFault::TooLarge)
    }
}

fn decimal(text: &str) -> Result<Exact, NumberFault> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        None => (text, 0),
        Some((mantissa, exponent)) => (mantissa, whole_exponent(exponent)?),
    };
    let (negative, digits) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(part) || (whole.is_empty() && part.is_empty()) {
        return Err(NumberFault::NotANumber);
    }
    let part = part.trim_end_matches('0');
    let mut value: i128 = 0;
    for digit in whole.bytes().chain(part.bytes()) {
        value = value
            .checked_mul(10)
            .and_then(|v| v.checked_add(i128::from(digit - b'0')))
            .filter(|v| *v <= TERM_MAX * TERM_MAX)
            .ok_or(NumberFault::TooLarge)?;
    }
    let places = i32::try_from(part.len()).map_err(|_| NumberFault::TooLarge)?;
    let value = Exact::from_integer(if negative { -value } else { value });
    scale_by_ten(value, exponent - places)
}

fn whole_exponent(text: &str) -> Result<i32, NumberFault> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NumberFault::NotANumber);
    }
    let value: i32 = text.parse().map_err(|_| NumberFault::TooLarge)?;
    if value.abs() > EXPONENT_MAX {
        Err(NumberFault::TooLarge)
    } else {
        Ok(value)
    }
}

fn scale_by_ten(value: Exact, power: i32) -> Result<Exact, NumberFault> {
    let ten = 10_i128
        .checked_pow(power.unsigned_abs())
        .ok_or(NumberFault::TooLarge)?;
    let factor = if power < 0 {
        Exact::new(1, ten)
    } else {
        Exact::from_integer(ten)
    };
    value.checked_mul(&factor).ok_or(NumberFault::TooLarge)
}

/// The sum, unless it cannot be held.
pub fn add(a: Exact, b: Exact) -> Option<Exact> {
    a.checked_add(&b)
}

/// The difference, unless it cannot be held.
pub fn sub(a: Exact, b: Exact) -> Option<Exact> {
    a.checked_sub(&b)
}

/// The product, unless it cannot be held.
pub fn mul(a: Exact, b: Exact) -> Option<Exact> {
    a.checked_mul(&b)
}

/// The quotient, unless it cannot be held or the divisor is 0.
pub fn div(a: Exact, b: Exact) -> Option<Exact> {
    a.checked_div(&b)
}

/// Writes a number as `p` or `p/q`, in lowest terms.
pub fn to_fraction(value: &Exact) -> String {
    if value.denom().is_one() {
        value.numer().to_string()
    } else {
        format!("{}/{}", value.numer(), value.denom())
    }
}

/// Writes a number for a reader: as a decimal where that is exact within twelve places, else as a
/// fraction.
pub fn to_words(value: &Exact) -> String {
    const PLACES_MAX: u32 = 12;
    for places in 0..=PLACES_MAX {
        let ten = 10_i128.pow(places);
        if let Some(scaled) = value.checked_mul(&Exact::from_integer(ten))
            && scaled.denom().is_one()
        {
            let sign = if *scaled.numer() < 0 { "-" } else { "" };
            let digits = scaled.numer().unsigned_abs();
            let (whole, part) = (digits / ten.unsigned_abs(), digits % ten.unsigned_abs());
            if places == 0 {
                return format!("{sign}{whole}");
            }
            return format!("{sign}{whole}.{part:0>width$}", width = places as usize);
        }
    }
    to_fraction(value)
}

/// Writes a number as a decimal: exact where twelve places do, else rounded to these, half away from
/// zero; a number below 1 has twelve digits behind its zeros. Only for readers that take no fractions.
pub fn to_decimal(value: &Exact) -> String {
    const DIGITS: usize = 12;
    const PLACES_MAX: usize = 60;
    let (above, below) = (BigInt::from(*value.numer()), BigInt::from(*value.denom()));
    let scaled = |places: usize| BigInt::from(10).pow(u32::try_from(places).unwrap_or(0));
    let least = scaled(DIGITS - 1);
    let mut places = DIGITS;
    while places < PLACES_MAX && !above.is_zero() && above.abs() * scaled(places) < &least * &below
    {
        places += 1;
    }
    let twice = above.abs() * scaled(places) * 2_u8;
    let rounded: BigInt = (twice + &below) / (below * 2_u8);
    let digits = format!("{:0>width$}", rounded.to_string(), width = places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    let part = part.trim_end_matches('0');
    let sign = if above.is_negative() { "-" } else { "" };
    match part {
        "" => format!("{sign}{whole}"),
        part => format!("{sign}{whole}.{part}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, numer: i128, denom: i128) {
        assert_eq!(parse(text), Ok(Exact::new(numer, denom)), "{text}");
    }

    #[test]
    fn decimals_are_rounded_to_twelve_digits() {
        for (above, below, expected) in [
            (0, 1, "0"),
            (5, 6, "0.833333333333"),
            (-2, 3, "-0.666666666667"),
            (1, 4, "0.25"),
            (1_000, 3, "333.333333333333"),
            (1, 3_000_000, "0.000000333333333333"),
            (1, 1_000_000_000_000_000, "0.000000000000001"),
            (1_999_999_999_999_999, 1_000_000_000_000_000, "2"),
            (1_000_000_000_000_000_000, 1, "1000000000000000000"),
        ] {
            assert_eq!(to_decimal(&Exact::new(above, below)), expected);
        }
    }

    #[test]
    fn decimals_and_fractions_are_exact() {
        check("0", 0, 1);
        check("-0.25", -1, 4);
        check("1e-3", 1, 1000);
        check("2.50E+2", 250, 1);
        check("1/3", 1, 3);
        check("-2 / 6", -1, 3);
        check("0.1/0.3", 1, 3);
        check("1000000000000000000", TERM_MAX, 1);
        check("+3", 3, 1);
        check(".5", 1, 2);
        check("-.5", -1, 2);
        check("5.", 5, 1);
        check("+.5e+1 / 2.", 5, 2);
    }

    #[test]
    fn percentages_are_hundredths() {
        for (text, numer, denom) in [
            ("90%", 9, 10),
            ("12.5 %", 1, 8),
            ("1/3%", 1, 300),
            ("0.5", 1, 2),
        ] {
            assert_eq!(
                parse_or_percent(text),
                Ok(Exact::new(numer, denom)),
                "{text}"
            );
        }
        for text in ["%", "90%%", "% 90", "9%0"] {
            assert_eq!(
                parse_or_percent(text),
                Err(NumberFault::NotANumber),
                "{text}"
            );
        }
        assert_eq!(parse_or_percent("1e-17%"), Err(NumberFault::TooLarge));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "", "-", "+", ".", "-.", "+-1", "1.2.3", ".e1", "1e", "e3", "1//2", "NaN", "0x10",
            "1_000", "ten",
        ] {
            assert_eq!(parse(text), Err(NumberFault::NotANumber), "{text}");
        }
        assert_eq!(parse("1/0"), Err(NumberFault::DividesByZero));
        for text in ["1e31", "1000000000000000001", "1e-19", "1e99999999999"] {
            assert_eq!(parse(text), Err(NumberFault::TooLarge), "{text}");
        }
        assert_eq!(parse(&"9".repeat(70)), Err(NumberFault::TooLarge));
        // Exactly the least number that 128 bits hold.
        let least = "-664613997892457936451903530140172288/0.00390625";
        assert_eq!(parse(least), Err(NumberFault::TooLarge));
    }

    #[test]
    fn writing_keeps_the_value() {
        assert_eq!(to_fraction(&Exact::new(-2, 6)), "-1/3");
        assert_eq!(to_words(&Exact::new(-5, 4)), "-1.25");
        assert_eq!(to_words(&Exact::new(1, 3)), "1/3");
        assert_eq!(to_words(&Exact::from_integer(590)), "590");
    }
}
