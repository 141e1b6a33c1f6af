//! Prisoners claimed and held, and how they could be exchanged.

use std::fmt;

use crate::calendar::Day;
use crate::options::PartyId;

/// Prisoners claimed and held, and how they could be exchanged.
#[derive(Debug, Clone)]
pub struct PrisonerExchange {
    /// What each side claims and acknowledges, by category.
    pub claims: Vec<PrisonerClaim>,
    /// How an exchange could be carried out.
    pub clearing: Option<ExchangeClearing>,
}

/// Prisoners of one side held by another, in one category.
#[derive(Debug, Clone)]
pub struct PrisonerClaim {
    /// The party that holds them.
    pub held_by: PartyId,
    /// The party whose people they are.
    pub of: PartyId,
    /// The category.
    pub category: String,
    /// How many their own side says are held.
    pub claimed_by_owner: u64,
    /// How many the holder acknowledges.
    pub acknowledged_by_holder: u64,
    /// How many are confirmed dead.
    pub confirmed_dead: u64,
    /// How many remain in dispute: claimed, less acknowledged, less dead.
    pub disputed: u64,
}

/// How an exchange could be carried out.
#[derive(Debug, Clone)]
pub struct ExchangeClearing {
    /// The two parties whose people are exchanged, in the order in which ratios name them; `None` when
    /// there are no claims to take them from.
    pub between: Option<[PartyId; 2]>,
    /// The day on which days of release phases begin to count.
    pub start: Option<Day>,
    /// What is given in return in categories without a rule of their own.
    pub terms: ReturnTerms,
    /// Who carries how many persons on which days.
    pub carriers: Vec<ExchangeCarrier>,
    /// What is acceptable, category by category; each at most once.
    pub ratio_rules: Vec<CategoryRule>,
    /// The order of the categories.
    pub phase_order: Vec<String>,
    /// When how many are released; without any, all are released as soon as they can be carried.
    pub release_phases: Vec<ReleasePhase>,
    /// How far the two sides' releases may differ after each phase, all phases before it counted.
    pub parity: Option<u64>,
    /// A third state that could close a cycle.
    pub third_party_cycle: Option<ThirdPartyCycle>,
}

/// What is given in return in categories without a rule of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReturnTerms {
    /// Each side releases all it holds.
    #[default]
    AllForAll,
    /// As many of the one side as of the other.
    OneForOne,
}

/// A span of days in which prisoners are released.
#[derive(Debug, Clone)]
pub struct ReleasePhase {
    /// Identifier, unique among release phases.
    pub id: String,
    /// The first day, counted from the start.
    pub from: u64,
    /// The last day, counted from the start; `None`: as long as it takes.
    pub to: Option<u64>,
    /// The categories that are released in it; none: all.
    pub categories: Vec<String>,
    /// Most persons in it, both sides together.
    pub most: Option<u64>,
    /// How far the two sides' releases may differ within it.
    pub parity: Option<u64>,
}

/// A way of carrying persons.
#[derive(Debug, Clone)]
pub struct ExchangeCarrier {
    /// Identifier, unique among carriers.
    pub id: String,
    /// Persons on a day.
    pub persons_per_day: u64,
    /// The days on which it runs, as listed.
    pub days: Vec<Weekday>,
    /// Whether it carries so many each way, not in all.
    pub each_way: bool,
    /// Days on which it does not run.
    pub not_on: Vec<Day>,
}

/// What is acceptable in a category.
#[derive(Debug, Clone)]
pub struct CategoryRule {
    /// The category.
    pub category: String,
    /// What is given in return.
    pub terms: ExchangeTerms,
}

/// What is given in return for the prisoners of a category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExchangeTerms {
    /// Nothing: they are released.
    Free,
    /// Prisoners of the other side; at least one bound is stated.
    Ratio {
        /// The least ratio.
        min: Option<ExchangeRatio>,
        /// The greatest ratio.
        max: Option<ExchangeRatio>,
    },
}

/// A third state that could close a cycle of exchanges.
#[derive(Debug, Clone)]
pub struct ThirdPartyCycle {
    /// Its name.
    pub state: String,
    /// Whose people it holds, and how many.
    pub holds_of: Vec<(PartyId, u64)>,
    /// From whom it wants people, and how many.
    pub wants_from: Vec<(PartyId, u64)>,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weekday {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

impl Weekday {
    /// The weekday of a day.
    pub fn of(day: Day) -> Self {
        match day.since_monday() {
            0 => Self::Mon,
            1 => Self::Tue,
            2 => Self::Wed,
            3 => Self::Thu,
            4 => Self::Fri,
            5 => Self::Sat,
            _ => Self::Sun,
        }
    }
}

/// So many prisoners of one side for so many of the other; both from 1 to 999,999.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExchangeRatio {
    given: u32,
    taken: u32,
}

impl ExchangeRatio {
    /// How many of the side that is named first.
    pub fn given(self) -> u32 {
        self.given
    }

    /// How many of the other side.
    pub fn taken(self) -> u32 {
        self.taken
    }

    /// Whether it asks for more of the other side than another ratio does.
    pub fn asks_more_than(self, other: Self) -> bool {
        u64::from(self.taken) * u64::from(other.given)
            > u64::from(other.taken) * u64::from(self.given)
    }

    /// Reads a ratio such as `1:2`; `None` when it is none.
    pub fn read(text: &str) -> Option<Self> {
        let side = |digits: &str| {
            let plain = digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
            let fits = plain && (1..=6).contains(&digits.len());
            fits.then(|| digits.parse::<u32>().ok())?
        };
        let (given, taken) = text.split_once(':')?;
        Some(Self {
            given: side(given)?,
            taken: side(taken)?,
        })
    }
}

/// `1:2`.
impl fmt::Display for ExchangeRatio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.given, self.taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_weekdays() {
        let of = |text: &str| Day::read(text).map(Weekday::of);
        assert_eq!(of("2000-03-01"), Some(Weekday::Wed));
        assert_eq!(of("1969-07-20"), Some(Weekday::Sun));
        assert_eq!(of("2031-03-14"), Some(Weekday::Fri));
        assert_eq!(of("2024-02-29"), Some(Weekday::Thu));
    }

    #[test]
    fn ratios_are_compared_as_fractions() {
        let ratio = |text: &str| ExchangeRatio::read(text).unwrap();
        assert!(ratio("1:2").asks_more_than(ratio("1:1")));
        assert!(ratio("2:3").asks_more_than(ratio("3:4")));
        assert!(!ratio("2:4").asks_more_than(ratio("1:2")));
        assert!(!ratio("2:1").asks_more_than(ratio("1:1")));
    }

    #[test]
    fn ratios_are_of_small_whole_numbers() {
        for text in ["1:1", "1:2", "999999:12"] {
            let ratio = ExchangeRatio::read(text).map(|ratio| ratio.to_string());
            assert_eq!(ratio.as_deref(), Some(text));
        }
        for text in [
            "",
            "1",
            "1:",
            ":1",
            "0:1",
            "01:1",
            "1:1000000",
            "1:2:3",
            "-1:1",
            "+1:1",
        ] {
            assert_eq!(ExchangeRatio::read(text), None, "{text}");
        }
    }
}
