//! How high counts of any size are.

use crate::numbers::{LOG_TEN, compact, digits, grouped, log};
use crate::scale::Scale;

use super::data::{CountScale, Steps};

/// A factor between counts from which logarithms are clearer, in digits of the scale of logarithms.
const FITTING_LOG: i64 = LOG_TEN * 17 / 10;
/// Digits that an even scale looks at.
const DIGITS_EVEN: usize = 15;
/// In logarithms, nothing is at the bottom and one is this much above.
const ONE_ABOVE: i64 = 26;
/// Marks of an axis, at most.
const MARKS_MAX: i64 = 7;

/// A measure of counts between the bottom and the top of a field.
#[derive(Debug, Clone, Copy)]
pub(super) enum Height {
    /// The scale is of counts without their last digits.
    Even {
        scale: Scale,
        dropped: usize,
    },
    Log {
        most: i64,
        bottom: i64,
        top: i64,
    },
}

impl Height {
    pub(super) fn of(data: &Steps, bottom: i64, top: i64) -> Self {
        let counts = || data.pieces.iter().filter_map(|piece| digits(&piece.count));
        let logs = || counts().filter(|count| *count != "0").map(log);
        let most = logs().max().unwrap_or(0);
        let least = logs().min().unwrap_or(0);
        let by_log = match data.scale {
            CountScale::Fitting => most - least >= FITTING_LOG,
            CountScale::Linear => false,
            CountScale::Log => true,
        };
        if by_log {
            let most = most.max(LOG_TEN);
            return Self::Log { most, bottom, top };
        }
        let longest = counts().map(str::len).max().unwrap_or(1);
        let dropped = longest.saturating_sub(DIGITS_EVEN);
        let greatest = counts().map(|count| shortened(count, dropped)).max();
        let greatest = greatest.unwrap_or(1).max(1);
        let scale = Scale::between((0, greatest), 1, (bottom, top));
        Self::Even { scale, dropped }
    }

    pub(super) fn place(&self, count: &str) -> i64 {
        match self {
            Self::Even { scale, dropped } => scale.place(shortened(count, *dropped)),
            Self::Log { bottom, .. } if count == "0" => *bottom,
            Self::Log { .. } => self.place_of_log(log(count)),
        }
    }

    fn place_of_log(&self, log: i64) -> i64 {
        match self {
            Self::Even { scale, .. } => scale.place(0),
            Self::Log { most, bottom, top } => {
                let one = bottom - ONE_ABOVE;
                one - (one - top) * log.min(*most) / most
            }
        }
    }

    /// Places and words of round counts.
    pub(super) fn marks(&self) -> Vec<(i64, String)> {
        match self {
            Self::Even { scale, dropped } => {
                let zeros = "0".repeat(*dropped);
                let whole = |value: i128| match value {
                    0 => "0".to_owned(),
                    _ => short(&format!("{value}{zeros}")),
                };
                let marks = scale.marks_whole(MARKS_MAX).into_iter();
                marks.map(|(place, value)| (place, whole(value))).collect()
            }
            Self::Log { most, bottom, .. } => {
                // Logarithms are rounded down: a power of ten may be a little below its mark.
                let tens = (most + LOG_TEN / 1_000) / LOG_TEN;
                let step = usize::try_from(tens / MARKS_MAX + 1);
                let step = step.expect("no logarithm is below 0");
                let powers = (0..=tens).step_by(step);
                let mark = |power: i64| (self.place_of_log(power * LOG_TEN), power_of_ten(power));
                let zero = (*bottom, "0".to_owned());
                std::iter::once(zero).chain(powers.map(mark)).collect()
            }
        }
    }
}

/// A count without its last digits.
fn shortened(count: &str, dropped: usize) -> i64 {
    let kept = count.len().saturating_sub(dropped);
    count[..kept].parse().unwrap_or(0)
}

fn power_of_ten(power: i64) -> String {
    let zeros = usize::try_from(power).expect("no power is below 0");
    let zeros = "0".repeat(zeros);
    short(&format!("1{zeros}"))
}

/// Digits in groups, or a power of ten.
fn short(digits: &str) -> String {
    let words = compact(digits);
    if words == digits {
        grouped(digits)
    } else {
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::Piece;

    fn check(counts: &[&str], scale: CountScale, expected: &[&str]) {
        let piece = |count: &&str| Piece {
            from: 0,
            to: 1,
            count: (*count).to_owned(),
        };
        let pieces = counts.iter().map(piece).collect();
        let data = Steps {
            scale,
            pieces,
            ..Steps::default()
        };
        let height = Height::of(&data, 400, 100);
        let marks = height.marks();
        let words: Vec<&str> = marks.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(words, expected);
        assert!(
            counts
                .windows(2)
                .all(|pair| height.place(pair[0]) > height.place(pair[1]))
        );
        assert!(marks.iter().all(|(place, _)| (100..=400).contains(place)));
    }

    #[test]
    fn counts_of_any_size_have_places() {
        use CountScale::{Fitting, Linear, Log};
        check(
            &["0", "49", "240"],
            Fitting,
            &["0", "50", "100", "150", "200"],
        );
        check(
            &["0", "1", "49", "1764"],
            Fitting,
            &["0", "1", "10", "100", "1,000"],
        );
        check(&["1", "5"], Log, &["0", "1", "10"]);
        check(
            &["1", "100000000000000"],
            Fitting,
            &["0", "1", "1,000", "10⁶", "10⁹", "10¹²"],
        );
        let tenth = |digits: &str| format!("{digits}{}", "0".repeat(17));
        let halves = [
            "0",
            "5·10¹⁶",
            "10¹⁷",
            "15·10¹⁶",
            "2·10¹⁷",
            "25·10¹⁶",
            "3·10¹⁷",
        ];
        check(&[&tenth("1"), &tenth("3")], Linear, &halves);
    }
}
