//! Sums of the scores of several parties, as the score of one more party of a derived case.
//!
//! Where the sums in units of the parties' least common denominator fit one party, they are scored as
//! they are, and a certificate refutes any larger sum. Elsewhere each score is rounded up to a multiple
//! of a coarse unit. No rounded sum is then below the exact one: a package whose exact sum is as large
//! as the best known has a rounded sum of at least that, rounded up too. The packages that reach so far
//! and are not better are named, as cells, and excluded by laws; a certificate refutes the rest.

use num_bigint::BigInt;
use winset_model::case::{Bonus, Case, Scores};
use winset_model::condition::Condition;
use winset_model::derived::DerivedDraft;
use winset_model::options::{OptionId, OptionSet, Package, PartyId, PointId};

/// Bits of the largest sum in coarse units. Rounding up adds less than what is left to
/// [`DERIVED_SUM_MAX`](winset_model::derived::DERIVED_SUM_MAX).
const SUM_BITS: u64 = 57;

/// Packages that are worth the same: for each point that matters, options that do the same.
pub type SumCell = Vec<(PointId, OptionSet)>;

/// The sums of some parties' scores, exactly, in units of their least common denominator.
pub struct ExactSum {
    by_option: Vec<Vec<BigInt>>,
    bonuses: Vec<(Vec<(PointId, OptionSet)>, BigInt)>,
    /// How many low bits rounding takes.
    shift: u64,
}

/// Shows the size; scores are confidential.
impl std::fmt::Debug for ExactSum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ExactSum").finish_non_exhaustive()
    }
}

impl ExactSum {
    /// The sum of the scores of parties of a case. A party without preferences adds nothing.
    pub fn of(case: &Case, parties: &[PartyId]) -> Self {
        let sheet = |party: &PartyId| case.parties[party.index()].sheet.open();
        let common = parties.iter().fold(BigInt::from(1), |common, party| {
            common_multiple(common, sheet(party).scale)
        });
        let rows = case.points.iter();
        let rows = rows.map(|point| vec![BigInt::ZERO; point.options.len()]);
        let mut sum = Self {
            by_option: rows.collect(),
            bonuses: Vec::new(),
            shift: 0,
        };
        for party in parties {
            let weight = &common / sheet(party).scale;
            let Some(scores) = &sheet(party).scores else {
                continue;
            };
            for (sums, row) in sum.by_option.iter_mut().zip(&scores.by_option) {
                for (sum, score) in sums.iter_mut().zip(row) {
                    *sum += &weight * score;
                }
            }
            for bonus in &scores.bonuses {
                sum.bonuses
                    .push((bonus.when.clone(), &weight * bonus.score));
            }
        }
        sum.shift = sum.magnitude().bits().saturating_sub(SUM_BITS);
        sum
    }

    /// The largest magnitudes of points and bonuses, added up.
    fn magnitude(&self) -> BigInt {
        let largest = |row: &Vec<BigInt>| row.iter().map(|s| s.magnitude().clone()).max();
        let points = self.by_option.iter().filter_map(largest);
        let bonuses = self
            .bonuses
            .iter()
            .map(|(_, score)| score.magnitude().clone());
        points.chain(bonuses).map(BigInt::from).sum()
    }

    /// The sum of a package with an existing option for every point.
    pub fn total(&self, package: &Package) -> BigInt {
        let options = self.by_option.iter().zip(&package.0);
        let options = options.map(|(row, option)| &row[option.index()]);
        let bonuses = self.bonuses.iter();
        let counts = |when: &[(PointId, OptionSet)]| {
            let mut when = when.iter();
            when.all(|(point, set)| set.contains(package.0[point.index()]))
        };
        let bonuses = bonuses.filter(|(when, _)| counts(when));
        options.chain(bonuses.map(|(_, score)| score)).sum()
    }

    /// Whether the derived case scores the sums rounded up, not as they are.
    pub fn is_rounded(&self) -> bool {
        self.shift > 0
    }

    /// What a package scores in the derived case at least, if its sum is above a total, or, where sums
    /// are rounded, if it is the total at least.
    pub fn floor_beyond(&self, total: &BigInt) -> Option<i64> {
        let least = if self.is_rounded() {
            self.rounded_up(total)
        } else {
            total + 1
        };
        i64::try_from(least).ok()
    }

    fn rounded_up(&self, number: &BigInt) -> BigInt {
        // The shift of a negative number rounds down.
        -((-number) >> self.shift)
    }

    /// The packages that differ from one only by options that are worth the same whatever else is
    /// chosen: all of them have its sum.
    pub fn cell(&self, package: &Package) -> SumCell {
        let mut cell = SumCell::new();
        for (place, (row, chosen)) in self.by_option.iter().zip(&package.0).enumerate() {
            let point = PointId::at(place);
            let like = |option: OptionId| {
                let bonuses = self.bonuses.iter().flat_map(|(when, _)| when);
                let mut sets = bonuses.filter(|(of, _)| *of == point).map(|(_, set)| set);
                row[option.index()] == row[chosen.index()]
                    && sets.all(|set| set.contains(option) == set.contains(*chosen))
            };
            let mut options = OptionSet::EMPTY;
            for option in (0..row.len()).map(OptionId::at).filter(|o| like(*o)) {
                options.insert(option);
            }
            if options.len() < row.len() {
                cell.push((point, options));
            }
        }
        cell
    }

    /// The case with one more party, which scores the sum, rounded up where it is too large, and a law
    /// against every cell. `None` when it is too large nevertheless.
    pub fn derived(&self, case: &Case, cells: &[SumCell]) -> Option<Case> {
        let mut draft = DerivedDraft::of(case);
        let rounded = |number: &BigInt| i64::try_from(self.rounded_up(number)).ok();
        let row = |row: &Vec<BigInt>| row.iter().map(rounded).collect();
        let by_option: Option<Vec<Vec<i64>>> = self.by_option.iter().map(row).collect();
        let bonuses = self.bonuses.iter().map(|(when, score)| {
            Some(Bonus {
                when: when.clone(),
                score: rounded(score)?,
            })
        });
        let bonuses: Option<Vec<Bonus>> = bonuses.collect();
        let scores = Scores {
            by_option: by_option?,
            bonuses: bonuses?,
        };
        draft.add_party("sum", "Weighted sum", scores).ok()?;
        for cell in cells {
            draft.add_law("known", outside(cell));
        }
        Some(draft.finish())
    }
}

/// Some point of the cell is settled on another option.
fn outside(cell: &SumCell) -> Condition {
    let elsewhere = |(point, options): &(PointId, OptionSet)| {
        Condition::holds(*point, options.clone()).negated()
    };
    Condition::any(cell.iter().map(elsewhere).collect())
}

fn common_multiple(common: BigInt, scale: i64) -> BigInt {
    let (mut a, mut b) = (common.clone(), BigInt::from(scale));
    while b != BigInt::ZERO {
        (a, b) = (b.clone(), a % b);
    }
    common / a * scale
}
