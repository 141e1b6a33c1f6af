//! Whether one of two does better under the same circumstances.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::Zero as _;
use winset_model::number::Exact;
use winset_solve::BigRatio;

use super::float::{exact, nearest};
use super::two_sided;

/// Most differences whose probability is counted out; above it is that of the normal distribution.
pub const EXACT_MAX: usize = 60;

/// A difference of two results under the same circumstances, as a fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PairedDifference {
    /// Above the line.
    pub above: i128,
    /// Below it; above 0.
    pub below: i64,
}

/// What Wilcoxon's signed rank test says of differences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedRank {
    /// How many are above 0.
    pub wins: u64,
    /// How many are below 0.
    pub losses: u64,
    /// How many are 0; the test leaves them out.
    pub ties: u64,
    /// How likely differences of these sizes are as one-sided as these or more, if each could as well have had the
    /// other sign: two-sided.
    pub p: BigRatio,
    /// Whether that is exact, or by the normal approximation.
    pub exact: bool,
}

impl PairedDifference {
    fn cmp_size(&self, other: &Self) -> Ordering {
        let (one, two) = (self.above.abs(), other.above.abs());
        let across = [
            one.checked_mul(i128::from(other.below)),
            two.checked_mul(i128::from(self.below)),
        ];
        match across {
            [Some(one), Some(two)] => one.cmp(&two),
            // Compares without multiplying.
            _ => {
                Exact::new_raw(one, self.below.into()).cmp(&Exact::new_raw(two, other.below.into()))
            }
        }
    }
}

/// Wilcoxon's signed rank test (1945): differences of 0 are left out, equal ones share their ranks. Up to
/// [`EXACT_MAX`] differences the probability is counted over all signs, above it is by the normal
/// approximation with the correction for equal ranks and none for continuity.
pub fn signed_rank(differences: &mut Vec<PairedDifference>) -> SignedRank {
    let all = differences.len() as u64;
    differences.retain(|difference| difference.above != 0);
    differences.sort_unstable_by(PairedDifference::cmp_size);
    let ranks = doubled_ranks(differences);
    let mut sums = [0_u128; 2];
    let mut wins = 0;
    for (difference, rank) in differences.iter().zip(&ranks.of_each) {
        let won = difference.above > 0;
        wins += u64::from(won);
        sums[usize::from(won)] += u128::from(*rank);
    }
    let least = sums[0].min(sums[1]);
    let left = differences.len();
    let is_exact = left <= EXACT_MAX;
    let p = if is_exact {
        counted(&ranks.of_each, least)
    } else {
        approximated(left, least, ranks.ties)
    };
    SignedRank {
        wins,
        losses: left as u64 - wins,
        ties: all - left as u64,
        p,
        exact: is_exact,
    }
}

/// Ranks, twice as large so that shared ones are whole.
struct DoubledRanks {
    of_each: Vec<u64>,
    /// The sum of `t^3 - t` over groups of `t` equal differences.
    ties: u128,
}

fn doubled_ranks(sorted: &[PairedDifference]) -> DoubledRanks {
    let mut ranks = DoubledRanks {
        of_each: Vec::with_capacity(sorted.len()),
        ties: 0,
    };
    for group in sorted.chunk_by(|a, b| a.cmp_size(b).is_eq()) {
        let (before, size) = (ranks.of_each.len() as u64, group.len() as u64);
        // The mean of before + 1 .. before + size, doubled.
        let rank = 2 * before + size + 1;
        ranks.of_each.extend(std::iter::repeat_n(rank, group.len()));
        let size = u128::from(size);
        ranks.ties += size * size * size - size;
    }
    ranks
}

/// In how many of all ways to give signs the smaller sum of ranks is at most this, as a share.
fn counted(ranks: &[u64], least: u128) -> BigRatio {
    let bound = usize::try_from(least).unwrap_or(usize::MAX - 1);
    // ways[s]: sets of ranks with the sum s. At most 2^60.
    let mut ways = vec![0_u64; bound + 1];
    ways[0] = 1;
    for rank in ranks {
        let rank = usize::try_from(*rank).unwrap_or(usize::MAX);
        for sum in (rank..=bound).rev() {
            ways[sum] += ways[sum - rank];
        }
    }
    let below: u128 = ways.iter().map(|ways| u128::from(*ways)).sum();
    let all = BigInt::from(1) << ranks.len();
    let p = BigRatio::new(BigInt::from(below) * 2, all);
    p.min(BigRatio::from_integer(1.into()))
}

/// The same by the normal distribution.
fn approximated(count: usize, least: u128, ties: u128) -> BigRatio {
    let n = BigInt::from(count);
    // In doubled ranks: the mean is n (n + 1) / 2, the variance n (n + 1) (2 n + 1) / 6 less ties / 12.
    let mean = BigRatio::new(&n * (&n + 1), 2.into());
    let variance = BigRatio::new(&n * (&n + 1) * (2 * &n + 1), 6.into())
        - BigRatio::new(ties.into(), 12.into());
    let away = mean - BigRatio::from_integer(least.into());
    if variance.is_zero() {
        return BigRatio::from_integer(1.into());
    }
    let squared = nearest(&(&away * &away / variance));
    exact(two_sided(squared.sqrt())).unwrap_or_default()
}
