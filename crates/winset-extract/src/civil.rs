//! Dates of the proleptic Gregorian calendar, as days that can be counted.

use std::fmt;

const DAYS_PER_ERA: i64 = 146_097;
const YEAR_MAX: i32 = 9999;

/// A day of the proleptic Gregorian calendar, years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDate {
    year: i32,
    month: u8,
    day: u8,
}

impl CivilDate {
    /// The day, if the calendar has it.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let known = (1..=YEAR_MAX).contains(&year) && (1..=12).contains(&month);
        let date = Self { year, month, day };
        (known && day >= 1 && day <= days_of_month(year, month)).then_some(date)
    }

    /// Reads `2031-03-04`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 March of the year 0.
    fn days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
    }

    fn from_days(days: i64) -> Option<Self> {
        let era = days.div_euclid(DAYS_PER_ERA);
        let day_of_era = days.rem_euclid(DAYS_PER_ERA);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = (month_from_march + 2) % 12 + 1;
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self::new(
            i32::try_from(year).ok()?,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        )
    }

    /// The day `days` later, earlier if negative; none beyond the years 1 to 9999.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        Self::from_days(self.days().checked_add(days)?)
    }

    /// Days from `other` to this day, negative if this day is earlier.
    pub fn days_since(self, other: Self) -> i64 {
        self.days() - other.days()
    }

    /// The day of the week: 0 is Monday, 6 is Sunday.
    pub fn weekday(self) -> u8 {
        // 1 March of the year 0 was a Wednesday.
        u8::try_from((self.days() + 2).rem_euclid(7)).unwrap_or(0)
    }

    /// The first day of the month `months` later.
    pub(crate) fn month_start(self, months: i32) -> Option<Self> {
        let index = self.year * 12 + i32::from(self.month) - 1 + months;
        let month = u8::try_from(index.rem_euclid(12) + 1).ok()?;
        Self::new(index.div_euclid(12), month, 1)
    }

    /// The last day of this day's month.
    pub(crate) fn month_end(self) -> Self {
        Self {
            day: days_of_month(self.year, self.month),
            ..self
        }
    }
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_of_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::CivilDate;

    #[test]
    fn days_follow_each_other_and_weekdays_are_right() {
        let mut date = CivilDate::parse("1599-12-30").expect("a day");
        for _ in 0..200_000 {
            let next = date.plus_days(1).expect("the next day");
            assert!(next > date);
            assert_eq!(next.days_since(date), 1);
            assert_eq!((date.weekday() + 1) % 7, next.weekday());
            date = next;
        }
        let known = CivilDate::parse("2024-02-29").expect("a leap day");
        assert_eq!(known.weekday(), 3);
        assert_eq!(
            known.plus_days(366).expect("a day").to_string(),
            "2025-03-01"
        );
        assert!(CivilDate::parse("2023-02-29").is_none());
    }
}
