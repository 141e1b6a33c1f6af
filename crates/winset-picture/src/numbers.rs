//! Whole and rational numbers as words, and logarithms of counts.

/// A number of things in memory, signed.
pub(crate) fn count(of: usize) -> i64 {
    i64::try_from(of).expect("nothing in memory is counted beyond 63 bits")
}

/// Digits of decimals after the point, at most; what needs more is a fraction.
const DECIMALS_MAX: u32 = 6;

/// The value `numerator / denominator`, exactly: a whole number, a decimal, or a fraction in lowest
/// terms. A denominator below one counts as one.
pub(crate) fn number(numerator: i64, denominator: i64) -> String {
    let (top, bottom) = (i128::from(numerator), i128::from(denominator.max(1)));
    let millionths = top * 10_i128.pow(DECIMALS_MAX);
    if millionths % bottom == 0 {
        return decimal(millionths / bottom);
    }
    let common = gcd(top.unsigned_abs(), bottom.unsigned_abs());
    let sign = if top < 0 { "−" } else { "" };
    format!(
        "{sign}{}/{}",
        top.unsigned_abs() / common,
        bottom.unsigned_abs() / common
    )
}

/// Millionths as a decimal, without zeros at its end.
pub(crate) fn decimal(millionths: i128) -> String {
    let one = 10_u128.pow(DECIMALS_MAX);
    let sign = if millionths < 0 { "−" } else { "" };
    let value = millionths.unsigned_abs();
    let rest = format!("{:06}", value % one);
    let rest = rest.trim_end_matches('0');
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{rest}", value / one)
}

fn gcd(one: u128, other: u128) -> u128 {
    let (mut one, mut other) = (one, other);
    while other > 0 {
        (one, other) = (other, one % other);
    }
    one.max(1)
}

/// The digits of a count, without zeros before them; `None` if `count` is no whole number.
pub(crate) fn digits(count: &str) -> Option<&str> {
    let whole = !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit());
    let short = count.trim_start_matches('0');
    whole.then_some(if short.is_empty() { "0" } else { short })
}

/// Digits in groups of three.
pub(crate) fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (index, c) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// Round numbers of more digits than this are written with a power of ten.
const DIGITS_MAX: usize = 6;

/// A round number, short: digits in groups, or with a power of ten: 5·10⁷. Other words stay.
pub(crate) fn compact(words: &str) -> String {
    let whole = words.strip_prefix('−').unwrap_or(words);
    let Some(digits) = digits(whole) else {
        return words.to_owned();
    };
    let rest = digits.trim_end_matches('0');
    let power = digits.len() - rest.len();
    if digits.len() <= DIGITS_MAX || power < 3 {
        return words.to_owned();
    }
    let sign = if whole.len() < words.len() { "−" } else { "" };
    let factor = if rest == "1" {
        String::new()
    } else {
        format!("{rest}·")
    };
    let raised = |c: char| match c {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        digit => {
            let raised = char::from_u32(0x2070 + u32::from(digit) - u32::from('0'));
            raised.expect("every digit has a raised one")
        }
    };
    let raised: String = power.to_string().chars().map(raised).collect();
    format!("{sign}{factor}10{raised}")
}

/// A factor of ten in the scale of logarithms, in which a factor of two is 65,536: log2(10) is 3.321928...
pub(crate) const LOG_TEN: i64 = 217_706;

/// The binary logarithm of a count in its digits, in 65,536ths, rounded down; zero for 0 and 1. Digits after the 18th are not looked at.
pub(crate) fn log(digits: &str) -> i64 {
    let (head, rest) = digits.split_at(digits.len().min(18));
    let Some(head) = head.parse::<u64>().ok().filter(|head| *head > 0) else {
        return 0;
    };
    log_of(head) + count(rest.len()) * LOG_TEN
}

/// Bit by bit: the square of a number between one and two says the next bit of its logarithm.
fn log_of(value: u64) -> i64 {
    let whole = value.ilog2();
    let mut part = u128::from(value) << 64 >> whole;
    let mut log = i64::from(whole);
    for _ in 0..16 {
        part = (part >> 32) * (part >> 32);
        log *= 2;
        if part >= 2 << 64 {
            part >>= 1;
            log += 1;
        }
    }
    log
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact() {
        for (top, bottom, expected) in [
            (5, 1, "5"),
            (-1, 4, "−0.25"),
            (1, 3, "1/3"),
            (-2, 6, "−1/3"),
            (123, 100, "1.23"),
            (0, 7, "0"),
            (i64::MAX, 1, "9223372036854775807"),
            (3, 0, "3"),
        ] {
            assert_eq!(number(top, bottom), expected);
        }
        assert_eq!(grouped("1234567"), "1,234,567");
        assert_eq!(grouped("123"), "123");
        for (words, expected) in [
            ("50000000", "5·10⁷"),
            ("−1000000", "−10⁶"),
            ("1200000000000", "12·10¹¹"),
            ("500000", "500000"),
            ("0.25", "0.25"),
            ("1234567", "1234567"),
        ] {
            assert_eq!(compact(words), expected);
        }
        assert_eq!(
            (digits("007"), digits("0"), digits("1a")),
            (Some("7"), Some("0"), None)
        );
    }

    #[test]
    fn logarithms_are_close() {
        assert_eq!((log("0"), log("1"), log("1024")), (0, 0, 10 << 16));
        assert!((log("10") - LOG_TEN).abs() <= 1);
        let long = format!("1{}", "0".repeat(40));
        assert!((log(&long) - 40 * LOG_TEN).abs() <= 40);
        assert!(log("999999999999999999") <= log("1000000000000000000"));
    }
}
