//! The clock by which acts are dated: the one place that reads the time of day.

use std::time::{SystemTime, UNIX_EPOCH};

use winset::model::calendar::Day;

/// Seconds of a day.
const DAY_S: u64 = 24 * 60 * 60;

/// The time in UTC, as acts have it: `2031-03-14T09:30:00Z`.
#[expect(clippy::disallowed_methods, reason = "the command owns the clock")]
pub(crate) fn now() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    // A clock before 1970 is not set.
    written(since.map_or(0, |since| since.as_secs()))
}

fn written(seconds: u64) -> String {
    let days = u32::try_from(seconds / DAY_S).unwrap_or(u32::MAX);
    let day = Day::read("1970-01-01").map_or_else(String::new, |d| d.plus(days).to_string());
    let of_day = seconds % DAY_S;
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    format!("{day}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn seconds_become_times() {
        assert_eq!(written(0), "1970-01-01T00:00:00Z");
        assert_eq!(written(1_931_333_400), "2031-03-15T09:30:00Z");
        assert_eq!(written(951_868_799), "2000-02-29T23:59:59Z");
        assert!(winset::journal::is_time(&super::now()));
    }
}
