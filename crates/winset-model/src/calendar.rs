//! Days of the Gregorian calendar, also before it was introduced and after the year 9999.

use std::fmt;

/// Days in 400 years, after which the calendar repeats.
const ERA_DAYS: i64 = 146_097;
/// Years from 1 March to the next; a leap day is the last day of its year then.
const YEAR_MONTHS: i64 = 12;

/// A day, counted from 1 March of the year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i64);

impl Day {
    /// Reads a day such as `2031-03-14`; `None` when there is no such day.
    pub fn read(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let part = |range: std::ops::Range<usize>| -> Option<i64> {
            let mut digits = bytes[range].iter();
            digits.try_fold(0, |number, digit| {
                let value = i64::from(digit.wrapping_sub(b'0'));
                digit.is_ascii_digit().then_some(number * 10 + value)
            })
        };
        let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 0,
        };
        (1..=days)
            .contains(&day)
            .then(|| Self::of_civil(year, month, day))
    }

    /// The day so many days later.
    #[must_use]
    pub fn plus(self, days: u32) -> Self {
        Self(self.0.saturating_add(i64::from(days)))
    }

    /// Days since the last Monday: 0 on a Monday, 6 on a Sunday.
    pub fn since_monday(self) -> i64 {
        // 1 March of the year 0 was a Wednesday: weekdays repeat after 400 years.
        (self.0 + 2).rem_euclid(7)
    }

    /// The Monday of its week.
    #[must_use]
    pub fn monday(self) -> Self {
        Self(self.0 - self.since_monday())
    }

    /// The days since 1 March of the year 0.
    pub fn number(self) -> i64 {
        self.0
    }

    /// The day of a date that exists (method: Hinnant, "chrono-compatible low-level date
    /// algorithms").
    fn of_civil(year: i64, month: i64, day: i64) -> Self {
        let (year, month) = if month > 2 {
            (year, month - 3)
        } else {
            (year - 1, month + 9)
        };
        let era = year.div_euclid(400);
        let year = year.rem_euclid(400);
        let of_year = (153 * month + 2) / 5 + day - 1;
        Self(era * ERA_DAYS + 365 * year + year / 4 - year / 100 + of_year)
    }

    /// Year, month and day of the month.
    fn civil(self) -> (i64, i64, i64) {
        let era = self.0.div_euclid(ERA_DAYS);
        let day = self.0.rem_euclid(ERA_DAYS);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let of_year = day - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let year = era * 400 + year + i64::from(month + 3 > YEAR_MONTHS);
        (year, (month + 2) % YEAR_MONTHS + 1, day)
    }
}

/// `2031-03-14`; years after 9999 have more digits.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// A second of a day, in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub day: Day,
    /// Seconds since it began, below 86,400; in a leap second 86,400.
    pub second: u32,
}

impl Moment {
    /// Reads a time such as `2031-03-14T09:30:00Z`; `None` when there is no such time.
    pub fn read(text: &str) -> Option<Self> {
        let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
        let bytes = time.as_bytes();
        if bytes.len() != 8 || bytes[2] != b':' || bytes[5] != b':' {
            return None;
        }
        let part = |at: usize, max: u32| {
            let digits = time.get(at..at + 2)?;
            let digits = digits
                .bytes()
                .all(|b| b.is_ascii_digit())
                .then_some(digits)?;
            digits.parse::<u32>().ok().filter(|number| *number <= max)
        };
        let (hour, minute, second) = (part(0, 23)?, part(3, 59)?, part(6, 60)?);
        Some(Self {
            day: Day::read(day)?,
            second: (hour * 60 + minute) * 60 + second,
        })
    }

    /// Whole minutes since 1970; none before.
    pub fn minutes(self) -> u64 {
        let days = self.day.0 - Day::of_civil(1970, 1, 1).0;
        let days = u64::try_from(days).map(|days| days * 24 * 60);
        days.map_or(0, |minutes| minutes + u64::from(self.second / 60))
    }

    /// The time as calendars write it: `20310314T093000Z`.
    pub fn digits(self) -> String {
        let second = self.second.min(86_399);
        let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
        let day = self.day.to_string().replace('-', "");
        format!("{day}T{hour:02}{minute:02}{second:02}Z")
    }
}

/// A number of seconds since 1970 as a time in UTC: `2031-03-14T09:30:00Z`.
pub fn utc(seconds: u64) -> String {
    const DAY_S: u64 = 24 * 60 * 60;
    // 64 bits of seconds are fewer than 2^48 days.
    let days = (seconds / DAY_S).cast_signed();
    let day = Day(Day::of_civil(1970, 1, 1).0 + days);
    let of_day = seconds % DAY_S;
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    format!("{day}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_and_counted() {
        for (text, minutes, digits) in [
            ("1970-01-01T00:00:59Z", 0, "19700101T000059Z"),
            ("1970-01-02T01:01:00Z", 1_501, "19700102T010100Z"),
            ("2031-03-15T09:30:00Z", 32_188_890, "20310315T093000Z"),
            ("1969-12-31T23:59:59Z", 0, "19691231T235959Z"),
            ("2016-12-31T23:59:60Z", 24_720_480, "20161231T235959Z"),
        ] {
            let moment = Moment::read(text).map(|m| (m.minutes(), m.digits()));
            assert_eq!(moment, Some((minutes, digits.to_owned())), "{text}");
        }
        for text in [
            "",
            "2031-03-14",
            "2031-03-14T9:30:00Z",
            "2031-02-30T09:30:00Z",
            "2031-03-14T24:00:00Z",
            "2031-03-14T09:30:00",
        ] {
            assert_eq!(Moment::read(text), None, "{text}");
        }
    }

    #[test]
    fn seconds_become_times_in_utc() {
        for (seconds, expected) in [
            (0, "1970-01-01T00:00:00Z"),
            (86_399, "1970-01-01T23:59:59Z"),
            (86_400, "1970-01-02T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (951_868_799, "2000-02-29T23:59:59Z"),
            (1_931_333_400, "2031-03-15T09:30:00Z"),
            (1_931_333_445, "2031-03-15T09:30:45Z"),
            (4_102_444_799, "2099-12-31T23:59:59Z"),
        ] {
            assert_eq!(utc(seconds), expected, "{seconds}");
        }
    }

    fn day(text: &str) -> Day {
        match Day::read(text) {
            Some(day) => day,
            None => unreachable!("{text}"),
        }
    }

    /// Every day of 800 years follows the one before, by a calendar that counts months.
    #[test]
    fn days_follow_each_other() {
        let mut here = day("1700-01-01");
        for year in 1700..2500 {
            let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
            let february = if leap { 29 } else { 28 };
            let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
            for (month, days) in (1..).zip(months) {
                for of_month in 1..=days {
                    let text = format!("{year}-{month:02}-{of_month:02}");
                    assert_eq!(here.to_string(), text);
                    assert_eq!(Day::read(&text), Some(here));
                    here = here.plus(1);
                }
                let beyond = format!("{year}-{month:02}-{:02}", days + 1);
                assert_eq!(Day::read(&beyond), None);
            }
        }
    }

    #[test]
    fn known_spans_and_ends() {
        assert_eq!(day("2031-03-14").plus(0).to_string(), "2031-03-14");
        assert_eq!(day("1970-01-01").plus(20_000).to_string(), "2024-10-04");
        assert_eq!(day("0000-01-01").plus(146_097).to_string(), "0400-01-01");
        assert_eq!(day("9999-12-31").plus(1).to_string(), "10000-01-01");
        assert!(day("2031-03-14") < day("2031-03-15"));
        for text in [
            "2031-3-14",
            "2031/03/14",
            "2031-13-01",
            "2031-00-10",
            "2031-03-00",
            "",
            "20é1-03-1",
        ] {
            assert_eq!(Day::read(text), None, "{text}");
        }
    }
}
