//! Prisoners claimed and held, and how they could be exchanged.

use std::fmt;

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
    /// Who carries how many persons on which days.
    pub carriers: Vec<ExchangeCarrier>,
    /// What is acceptable, category by category; each at most once.
    pub ratio_rules: Vec<CategoryRule>,
    /// The order of the categories.
    pub phase_order: Vec<String>,
    /// A third state that could close a cycle.
    pub third_party_cycle: Option<ThirdPartyCycle>,
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

/// So many prisoners of one side for so many of the other; both from 1 to 999,999.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExchangeRatio {
    given: u32,
    taken: u32,
}

impl ExchangeRatio {
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
