//! The clock by which acts are dated: the one place of the command that reads the time of day.

use std::time::{SystemTime, UNIX_EPOCH};

use winset::model::calendar::{Moment, utc};

use crate::failure::Failure;

/// The time in UTC, as acts have it: `2031-03-14T09:30:00Z`.
#[expect(clippy::disallowed_methods, reason = "the command owns the clock")]
pub(crate) fn now() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    // A clock before 1970 is not set.
    utc(since.map_or(0, |since| since.as_secs()))
}

/// Milliseconds since 1970 in UTC, for programs that are told when talks began.
#[expect(clippy::disallowed_methods, reason = "the command owns the clock")]
pub(crate) fn since_1970_ms() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    })
}

/// The moment that a flag names, or now.
pub(crate) fn moment(at: Option<&str>) -> Result<Moment, Failure> {
    let at = at.map_or_else(now, str::to_owned);
    Moment::read(&at).ok_or(Failure::Misuse("--at names no time"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_time_is_one_that_acts_can_have() {
        assert!(winset::journal::is_time(&super::now()));
    }
}
