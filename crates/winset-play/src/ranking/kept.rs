//! The ranking of a party.

use winset_model::case::{Case, Scores};
use winset_model::options::PartyId;

use super::Estimate;
use super::listed::Listed;
use super::summed::Summed;
use crate::space::{Outcome, OutcomeSpace};

/// Most packages that are listed.
const LISTED_MAX: u64 = 1_000_000;

/// All packages by what they are worth to one party: the best first, those that are as good in the order of
/// their numbers. Places count from 0.
///
/// A package is worth the party's exact score, as the nearest float of 64 bits; levels that agents aim at
/// are compared with that.
#[derive(Debug, Clone)]
pub struct Ranking {
    count: u64,
    form: Form,
}

#[derive(Debug, Clone)]
enum Form {
    Listed(Listed),
    Summed(Summed),
}

/// Why packages are not ranked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotRanked {
    /// A party without scores has no ranking.
    #[error("rank packages for {0}, who has no scores; add them to the case")]
    NoScores(String),
    /// Neither can the packages be listed nor their sums.
    #[error(
        "rank more than {LISTED_MAX} packages for {0}: its scores have too many different sums; give them \
         fewer digits, or leave out points that are settled"
    )]
    TooMany(String),
}

impl Ranking {
    /// The ranking of a party of a case.
    ///
    /// # Errors
    /// The party has no scores, or there are too many packages and its scores have terms across points or
    /// too many sums.
    pub fn new(case: &Case, space: &OutcomeSpace, party: PartyId) -> Result<Self, NotRanked> {
        let named = || case.parties[party.index()].name.clone();
        let sheet = case.parties[party.index()].sheet.open();
        let scores = sheet
            .scores
            .as_ref()
            .ok_or_else(|| NotRanked::NoScores(named()))?;
        let utility = utility_on(sheet.scale);
        let mut count = space.count();
        let form = if count <= LISTED_MAX {
            let listed = Listed::new(space, &listed_scores(space, scores), utility);
            count = listed.count();
            Form::Listed(listed)
        } else if scores.bonuses.is_empty() {
            let summed = Summed::new(space, &scores.by_option, utility);
            Form::Summed(summed.ok_or_else(|| NotRanked::TooMany(named()))?)
        } else {
            return Err(NotRanked::TooMany(named()));
        };
        Ok(Self { count, form })
    }

    /// The ranking in which every package is worth 0: packages in the order of their numbers.
    pub fn flat(space: &OutcomeSpace) -> Self {
        let rows = (0..space.points()).map(|point| vec![0; space.options(point)]);
        let rows: Vec<Vec<i64>> = rows.collect();
        // One sum for each point: there is always room for the table.
        let summed = Summed::new(space, &rows, utility_on(1));
        let form = summed.map_or_else(
            || Form::Listed(Listed::new(space, &[0], utility_on(1))),
            Form::Summed,
        );
        Self {
            count: space.count(),
            form,
        }
    }

    /// How many packages there are.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The package at a place, which must be below [`Ranking::count`].
    pub fn at(&self, place: u64) -> Outcome {
        match &self.form {
            Form::Listed(listed) => listed.at(place),
            Form::Summed(summed) => summed.at(place),
        }
    }

    /// What the package at a place is worth.
    pub fn utility_at(&self, place: u64) -> f64 {
        match &self.form {
            Form::Listed(listed) => listed.utility_at(place),
            Form::Summed(summed) => summed.utility_at(place),
        }
    }

    /// What a package is worth.
    pub fn utility(&self, outcome: Outcome) -> f64 {
        match &self.form {
            Form::Listed(listed) => listed.utility(outcome),
            Form::Summed(summed) => summed.utility(outcome),
        }
    }

    /// How many packages are worth at least a level: the place after the last of them.
    pub fn at_least(&self, level: f64) -> u64 {
        match &self.form {
            Form::Listed(listed) => listed.at_least(level),
            Form::Summed(summed) => summed.at_least(level),
        }
    }

    /// The place of a package: among those that are as good they stand in the order of their numbers.
    pub fn place(&self, outcome: Outcome) -> u64 {
        let worth = self.utility(outcome);
        let (mut from, mut to) = (self.at_least(worth.next_up()), self.at_least(worth));
        while from < to {
            let middle = from + (to - from) / 2;
            if self.at(middle) < outcome {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }

    /// The first place of packages that are worth as much as that at a place.
    pub fn first_alike(&self, place: u64) -> u64 {
        // The next float above.
        self.at_least(self.utility_at(place).next_up())
    }

    /// The worst package that is worth at least a level, the first of those that are as good; none where
    /// none is.
    pub fn worst_at_least(&self, level: f64) -> Option<Outcome> {
        let last = self.at_least(level).checked_sub(1)?;
        Some(self.at(self.first_alike(last)))
    }

    /// The package that is best for another party, by an estimate, among those worth at least a level; of
    /// those that are as good the first by place. Where none is worth as much, the same among the best.
    ///
    /// `space` must be the space of the ranking. Listed, it takes a step for each package at the level; not
    /// listed, mostly microseconds, and never more than one for each sum, option and point.
    pub fn best_for(&self, space: &OutcomeSpace, estimate: &Estimate, level: f64) -> Outcome {
        let level = level.min(self.utility_at(0));
        match &self.form {
            Form::Listed(listed) => listed.best_for(space, estimate, level),
            Form::Summed(summed) => summed.best_for(estimate, level),
        }
    }

    /// The most and the least that a package is worth.
    pub fn reach(&self) -> (f64, f64) {
        (self.utility_at(0), self.utility_at(self.count - 1))
    }
}

/// What a scaled score means, as the nearest float.
#[expect(
    clippy::cast_precision_loss,
    reason = "sums are below 2^50 and scales below 2^41: both are exact as floats"
)]
pub(crate) fn utility_on(scale: i64) -> impl Fn(i64) -> f64 + Copy {
    move |score| score as f64 / scale as f64
}

/// The score of every package, by number.
fn listed_scores(space: &OutcomeSpace, scores: &Scores) -> Vec<i64> {
    let mut sums = vec![0_i64];
    for row in &scores.by_option {
        sums = sums
            .iter()
            .flat_map(|sum| row.iter().map(move |score| sum + score))
            .collect();
    }
    for bonus in &scores.bonuses {
        for (number, sum) in sums.iter_mut().enumerate() {
            let outcome = Outcome(number as u64);
            let counts = |(point, set): &(_, winset_model::options::OptionSet)| {
                set.contains(space.on(outcome, *point))
            };
            if bonus.when.iter().all(counts) {
                *sum += bonus.score;
            }
        }
    }
    sums
}
