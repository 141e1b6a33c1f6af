//! How no-deal values move with time: each by its own trend, from the values that a question
//! asks about.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::Signed as _;

use crate::case::Case;
use crate::options::PartyId;
use crate::positions::Positions;

/// A month is a twelfth of a year of 365.2425 days: 48,699 / 1,600 days.
const MONTH_DAYS: (i64, i64) = (48_699, 1_600);

/// Where a no-deal value goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendDirection {
    /// It becomes smaller.
    Falls,
    /// It stays.
    Stays,
    /// It becomes larger.
    Rises,
}

/// A value that moves: by `rate / per` units of the party's scale each day.
#[derive(Clone, PartialEq, Eq)]
struct Rate {
    rate: BigInt,
    per: BigInt,
}

/// The trends of the no-deal values that are floors in a question. Day 0 is the day of the case.
#[derive(Clone, PartialEq, Eq)]
pub struct Trends {
    rates: Vec<Option<Rate>>,
}

/// Shows how many there are; trends are confidential.
impl std::fmt::Debug for Trends {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Trends")
            .field("moving", &self.rates.iter().flatten().count())
            .finish_non_exhaustive()
    }
}

impl Trends {
    /// The trends of all parties that have a floor in the positions.
    pub fn new(case: &Case, positions: &Positions) -> Self {
        let rate = |(p, floor): (usize, &Option<i64>)| {
            let sheet = case.parties.get(p)?.sheet.open();
            let trend = sheet.trend_per_month.filter(|_| floor.is_some())?;
            let rate = BigInt::from(*trend.numer()) * sheet.scale * MONTH_DAYS.1;
            let per = BigInt::from(*trend.denom()) * MONTH_DAYS.0;
            (*trend.numer() != 0).then_some(Rate { rate, per })
        };
        Self {
            rates: positions.floors.iter().enumerate().map(rate).collect(),
        }
    }

    /// The trend of one party; the values of the others stay.
    #[must_use]
    pub fn only(&self, party: PartyId) -> Self {
        let mut rates = vec![None; self.rates.len()];
        if let (Some(place), Some(rate)) =
            (rates.get_mut(party.index()), self.rates.get(party.index()))
        {
            place.clone_from(rate);
        }
        Self { rates }
    }

    /// Where a party's value goes.
    pub fn direction(&self, party: PartyId) -> TrendDirection {
        match self.rates.get(party.index()).and_then(Option::as_ref) {
            None => TrendDirection::Stays,
            Some(rate) if rate.rate.is_negative() => TrendDirection::Falls,
            Some(_) => TrendDirection::Rises,
        }
    }

    /// Whether no value moves.
    pub fn is_still(&self) -> bool {
        self.rates.iter().all(Option::is_none)
    }

    /// The positions of a day: every floor where its trend has brought it. A floor between two
    /// numbers of the party's scale is the upper one, which no package can tell from it.
    pub fn on(&self, positions: &Positions, day: u32) -> Positions {
        let mut moved = positions.clone();
        for (floor, rate) in moved.floors.iter_mut().zip(&self.rates) {
            if let (Some(floor), Some(rate)) = (floor, rate) {
                let value = BigInt::from(*floor) + (&rate.rate * day).div_ceil(&rate.per);
                *floor = within_64_bits(&value);
            }
        }
        moved
    }

    /// The positions that ask the least on any day of a span: a package that is refused by them is
    /// acceptable on none of the days. `None` as the end stands for all time: values that fall are
    /// no floor then.
    pub fn least(&self, positions: &Positions, from: u32, to: Option<u32>) -> Positions {
        let (first, last) = (
            self.on(positions, from),
            to.map(|day| self.on(positions, day)),
        );
        let mut least = first;
        for p in 0..least.floors.len() {
            if self.direction(PartyId::at(p)) == TrendDirection::Falls {
                least.floors[p] = last.as_ref().and_then(|last| last.floors[p]);
            }
        }
        least
    }

    /// The positions that ask the most on any day of a span: a package that they accept is
    /// acceptable on all of the days.
    pub fn most(&self, positions: &Positions, from: u32, to: u32) -> Positions {
        let (mut most, last) = (self.on(positions, from), self.on(positions, to));
        for (floor, last) in most.floors.iter_mut().zip(&last.floors) {
            *floor = (*floor).max(*last);
        }
        most
    }
}

/// No score is near the ends of 64 bits, so that a floor beyond them says the same at the end.
fn within_64_bits(value: &BigInt) -> i64 {
    let end = if value.is_negative() {
        i64::MIN
    } else {
        i64::MAX
    };
    i64::try_from(value).unwrap_or(end)
}
