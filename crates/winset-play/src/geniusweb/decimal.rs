//! Shares as decimals.

/// Digits after the point: what a share of whole numbers up to 2^50 can be told apart by.
const DIGITS: usize = 20;
/// One, in units of the last digit.
pub(super) const ONE: i128 = 100_000_000_000_000_000_000;

/// A share `part / whole`, from 0 to 1, in units of the last digit, rounded down; `whole` is from 1 up to
/// 2^50. Whether it is exact.
pub(super) fn share(part: i64, whole: i64) -> (i128, bool) {
    let scaled = i128::from(part) * ONE;
    let whole = i128::from(whole);
    (scaled / whole, scaled % whole == 0)
}

/// The decimal of so many units, without zeros that say nothing.
pub(super) fn decimal(units: i128) -> String {
    let digits = format!("{:0width$}", units % ONE, width = DIGITS);
    let digits = digits.trim_end_matches('0');
    let dot = if digits.is_empty() { "" } else { "." };
    format!("{}{dot}{digits}", units / ONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_exact_where_they_can_be() {
        let check = |part: i64, whole: i64, text: &str, is_exact: bool| {
            let (units, exact) = share(part, whole);
            assert_eq!((decimal(units).as_str(), exact), (text, is_exact));
        };
        check(0, 7, "0", true);
        check(7, 7, "1", true);
        check(3, 8, "0.375", true);
        check(1, 20, "0.05", true);
        check(2, 3, "0.66666666666666666666", false);
        check(1, 1 << 20, "0.00000095367431640625", true);
        check((1 << 50) - 1, 1 << 50, "0.99999999999999911182", false);
    }
}
