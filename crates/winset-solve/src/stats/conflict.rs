//! How far two parties rank packages in opposite order.

use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::PartyId;

use super::worths::{Worth, worths};
use crate::budget::Budget;
use crate::pressure::BigRatio;

/// How two parties rank the packages, in pairs.
#[derive(Clone, PartialEq, Eq)]
pub struct PairConflict {
    /// The two parties.
    pub parties: [PartyId; 2],
    /// Pairs of packages of which one party strictly prefers the first and the other the second.
    pub opposed: u128,
    /// Pairs of packages that are not worth the same to both.
    pub pairs: u128,
    /// The mean of what a package is worth to the first minus what it is worth to the second, unscaled.
    pub balance: BigRatio,
}

/// Shows whom it is about; the numbers are confidential.
impl std::fmt::Debug for PairConflict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PairConflict")
            .field("parties", &self.parties)
            .finish_non_exhaustive()
    }
}

impl PairConflict {
    /// The share of the pairs that are opposed; 1 where no two packages differ, as NegMAS says.
    pub fn level(&self) -> BigRatio {
        match self.pairs {
            0 => BigRatio::from_integer(1.into()),
            pairs => BigRatio::new(self.opposed.into(), pairs.into()),
        }
    }
}

/// How two parties rank all packages that keep the laws. NegMAS's conflict level is `opposed / pairs`
/// over a random sample of pairs; this is the exact value. NegoLog's balance score is the mean of the
/// differences.
///
/// `n log n` in the number `n` of different pairs of scores.
///
/// # Errors
/// That there are too many packages to look at ([`WORTHS_MAX`](super::WORTHS_MAX)), or the reason for
/// which it was stopped.
pub fn conflict(
    case: &Case,
    parties: [PartyId; 2],
    budget: &Budget<'_>,
) -> Result<PairConflict, StopReason> {
    let worths = worths(case, parties, budget)?;
    let all: u128 = worths.iter().map(|(_, count)| u128::from(*count)).sum();
    let same: u128 = worths
        .iter()
        .map(|(_, count)| pairs(u128::from(*count)))
        .sum();
    let [scale_one, scale_two] = parties.map(|p| case.parties[p.index()].sheet.open().scale);
    let sum = |of: fn(&Worth) -> i128| worths.iter().map(of).sum::<i128>();
    let one = sum(|((one, _), count)| i128::from(*one) * i128::from(*count));
    let two = sum(|((_, two), count)| i128::from(*two) * i128::from(*count));
    let mean = |sum: i128, scale: i64| {
        let under = num_bigint::BigInt::from(all.max(1)) * scale;
        BigRatio::new(sum.into(), under)
    };
    Ok(PairConflict {
        parties,
        opposed: opposed(&worths),
        pairs: pairs(all) - same,
        balance: mean(one, scale_one) - mean(two, scale_two),
    })
}

fn pairs(of: u128) -> u128 {
    of * of.saturating_sub(1) / 2
}

/// Pairs of packages of which one has more of the first score and less of the second.
fn opposed(worths: &[Worth]) -> u128 {
    let mut seconds: Vec<i64> = worths.iter().map(|((_, two), _)| *two).collect();
    seconds.sort_unstable();
    seconds.dedup();
    let place = |two: i64| seconds.partition_point(|other| *other < two);
    let mut below = Sums(vec![0; seconds.len() + 1]);
    let (mut before, mut opposed) = (0_u128, 0_u128);
    for group in worths.chunk_by(|((one, _), _), ((other, _), _)| one == other) {
        for ((_, two), count) in group {
            let not_above = below.up_to(place(*two) + 1);
            opposed += u128::from(*count) * (before - not_above);
        }
        for ((_, two), count) in group {
            below.add(place(*two), u128::from(*count));
            before += u128::from(*count);
        }
    }
    opposed
}

/// Numbers that are added to in places and summed up to a place (Fenwick 1994).
struct Sums(Vec<u128>);

impl Sums {
    fn add(&mut self, place: usize, more: u128) {
        let mut at = place + 1;
        while let Some(sum) = self.0.get_mut(at) {
            *sum += more;
            at += at & at.wrapping_neg();
        }
    }

    /// The sum of the first so many places.
    fn up_to(&self, places: usize) -> u128 {
        let (mut at, mut sum) = (places, 0);
        while at > 0 {
            sum += self.0[at];
            at &= at - 1;
        }
        sum
    }
}
