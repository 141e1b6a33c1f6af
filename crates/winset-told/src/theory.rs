//! What theory says of bargaining, in words.

use num_bigint::BigInt;
use winset_solve::BigRatio;

use crate::decimals::decimal;

/// Digits behind the point.
const DIGITS: u8 = 6;
/// Most digits of a number that is written out.
const WRITTEN_MAX: usize = 24;
/// Digits at either end of a number that is not.
const ENDS: usize = 6;

/// A number for a reader: the fraction, in lowest terms, and what it is as a decimal. Of a term with more than
/// 24 digits only its ends stand there, and how many digits it has.
pub fn share(value: &BigRatio) -> String {
    if value.is_integer() {
        return value.to_string();
    }
    let near = decimal(value, DIGITS);
    let scaled = value.numer() * BigInt::from(10).pow(u32::from(DIGITS));
    let about = if (scaled % value.denom()) == BigInt::default() {
        ""
    } else {
        "about "
    };
    let [above, below] = [value.numer(), value.denom()].map(ToString::to_string);
    let digits = above.len().max(below.len());
    let size = if digits > WRITTEN_MAX {
        format!(", a fraction of {} digits", crate::words::grouped(digits))
    } else {
        String::new()
    };
    format!("{}/{} ({about}{near}{size})", ends(&above), ends(&below))
}

fn ends(digits: &str) -> String {
    if digits.len() <= WRITTEN_MAX {
        return digits.to_owned();
    }
    let (first, last) = (&digits[..ENDS], &digits[digits.len() - ENDS..]);
    format!("{first}...{last}")
}

/// What two parties agree on at once.
pub fn agreed_at_once(opener: &str, other: &str, share: &BigRatio, rest: &BigRatio) -> String {
    let [share, rest] = [share, rest].map(self::share);
    format!(
        "When {opener} opens, {opener} gets {share} and {other} gets {rest}, agreed in the first round."
    )
}

/// Under what this is so, without end.
pub const WITHOUT_END: &str = "\
It is a theorem about a game, not a forecast: one unit to divide, two parties who each want as much of it as \
they can get, offers in turn with no last round, and discount factors that both parties know. A party that is \
no worse off by accepting accepts. No other division is stable round by round (subgame perfect). \
Rubinstein 1982; Osborne and Rubinstein 1990, chapter 3.";

/// Under what outside options count.
pub const OUTSIDE: &str = "\
Outside options can be taken only instead of answering an offer, by who is to answer, and end the talks: the \
other then has its own. Osborne and Rubinstein 1990, section 3.12; for both parties Muthoo 1999, chapter 5.";

/// Under what this is so, in so many rounds.
pub const IN_ROUNDS: &str = "\
It is a theorem about a game, not a forecast: one unit to divide, two parties who each want as much of it as \
they can get, offers in turn up to a last round after which neither gets anything, and discount factors that \
both parties know. A party that is no worse off by accepting accepts. Found from the last round backwards: \
who makes the last offer would keep all. Stahl 1972; Osborne and Rubinstein 1990, chapter 3.";

#[cfg(test)]
mod tests {
    use super::*;

    fn check(numer: i128, denom: i128, told: &str) {
        assert_eq!(share(&BigRatio::new(numer.into(), denom.into())), told);
    }

    #[test]
    fn fractions_stand_beside_their_decimals() {
        check(5, 7, "5/7 (about 0.714286)");
        check(9, 10, "9/10 (0.9)");
        check(1, 1_000_000, "1/1000000 (0.000001)");
        check(1, 10_000_000, "1/10000000 (about 0)");
        check(1, 1, "1");
        check(0, 1, "0");
        check(-1, 3, "-1/3 (about -0.333333)");
        let long = 10_i128.pow(30);
        check(
            long - 1,
            long,
            "999999...999999/100000...000000 (about 1, a fraction of 31 digits)",
        );
    }
}
