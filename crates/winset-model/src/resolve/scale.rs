//! Sheets in integers: every number of a party brought to one scale.

use crate::case::{Bonus, SCALE_MAX, SCORE_SUM_MAX, Scores, Sheet};
use crate::number::Exact;
use crate::options::{OptionSet, PointId};

/// The points of a term, each with the options that count.
pub(crate) type When = Vec<(PointId, OptionSet)>;

/// Why numbers cannot be brought to one scale.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ScaleFault {
    /// Their common denominator is above [`SCALE_MAX`].
    TooFine,
    /// On their scale they sum to more than [`SCORE_SUM_MAX`].
    TooLarge,
}

impl ScaleFault {
    /// What is wrong with the numbers of a party, and what would do.
    pub(crate) fn told(self, party: &str) -> (String, &'static str) {
        match self {
            Self::TooFine => (
                format!("the numbers of `{party}` have no common denominator up to 2^40"),
                "fewer decimals, or fractions with smaller or fewer different denominators",
            ),
            Self::TooLarge => (
                format!("times their common denominator, the scores of `{party}` sum to over 2^50"),
                "smaller numbers, or fewer decimals",
            ),
        }
    }
}

/// A sheet before its numbers are brought to a common scale.
pub(crate) struct Raw {
    pub(crate) rows: Vec<Vec<Exact>>,
    pub(crate) bonuses: Vec<(When, Exact)>,
    pub(crate) no_deal: Option<Exact>,
    pub(crate) no_deal_range: Option<(Exact, Exact)>,
    pub(crate) impasse: Option<Exact>,
    pub(crate) trend_per_month: Option<Exact>,
}

impl Raw {
    /// The sheet in integers.
    pub(crate) fn scaled(self) -> Result<Sheet, ScaleFault> {
        let scale = self.scale().ok_or(ScaleFault::TooFine)?;
        self.on(scale).ok_or(ScaleFault::TooLarge)
    }

    /// The sheet on a scale, unless its numbers are too large.
    fn on(self, scale: i128) -> Option<Sheet> {
        let rows = self
            .rows
            .iter()
            .map(|row| row.iter().map(|v| scaled(v, scale)).collect());
        let by_option = rows.collect::<Option<Vec<Vec<i64>>>>()?;
        let bonus = |(when, score): (When, Exact)| {
            let score = scaled(&score, scale)?;
            Some(Bonus { when, score })
        };
        let bonuses = self.bonuses.into_iter().map(bonus);
        let scores = Scores {
            by_option,
            bonuses: bonuses.collect::<Option<Vec<Bonus>>>()?,
        };
        let end = |value: Option<Exact>| match value {
            None => Some(None),
            Some(value) => scaled(&value, scale).map(Some),
        };
        let (low, high) = self.no_deal_range.unzip();
        let fits = largest_sum(&scores) <= i128::from(SCORE_SUM_MAX);
        fits.then_some(Sheet {
            scale: i64::try_from(scale).expect("a scale is at most SCALE_MAX"),
            scores: Some(scores),
            no_deal: end(self.no_deal)?,
            no_deal_range: end(low)?.zip(end(high)?),
            trend_per_month: self.trend_per_month,
            impasse: end(self.impasse)?,
        })
    }

    /// The least common denominator of all numbers, unless it is over the limit.
    fn scale(&self) -> Option<i128> {
        let rows = self.rows.iter().flatten();
        let bonuses = self.bonuses.iter().map(|(_, s)| s);
        let range = self
            .no_deal_range
            .iter()
            .flat_map(|(low, high)| [low, high]);
        let ends = self.no_deal.iter().chain(range).chain(&self.impasse);
        let mut scale: i128 = 1;
        for value in rows.chain(bonuses).chain(ends) {
            // Both below 2^41 here, so that their product can be held.
            let fits = *value.denom() <= i128::from(SCALE_MAX) && scale <= i128::from(SCALE_MAX);
            if !fits {
                return None;
            }
            scale = num_integer::lcm(scale, *value.denom());
        }
        (scale <= i128::from(SCALE_MAX)).then_some(scale)
    }
}

/// A number on the scale, unless it is over the limit of sums.
fn scaled(value: &Exact, scale: i128) -> Option<i64> {
    let value = value.numer().checked_mul(scale / value.denom())?;
    let value = i64::try_from(value).ok()?;
    (value.unsigned_abs() <= SCORE_SUM_MAX.unsigned_abs()).then_some(value)
}

/// The sum of the largest magnitudes, which no package's score exceeds.
fn largest_sum(scores: &Scores) -> i128 {
    let largest = |row: &Vec<i64>| row.iter().map(|s| i128::from(s.abs())).max().unwrap_or(0);
    let points: i128 = scores.by_option.iter().map(largest).sum();
    let bonuses: i128 = scores
        .bonuses
        .iter()
        .map(|b| i128::from(b.score.abs()))
        .sum();
    points + bonuses
}
