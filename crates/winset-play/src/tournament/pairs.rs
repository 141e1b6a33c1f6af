//! Strategies side by side: the same opponents, the same sides, the same scenario, the same number of rounds.

use num_traits::Zero as _;
use winset_solve::BigRatio;

use super::Tournament;
use crate::statistics::{PairedDifference, SignedRank, holm, signed_rank};

/// Most differences over all pairs.
pub const DIFFERENCES_MAX: u64 = 30_000_000;

/// Two strategies side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairTest {
    /// The first, by its place.
    pub first: usize,
    /// The second.
    pub second: usize,
    /// By how much the first's advantage is above the second's in the mean of all blocks that both played; 0
    /// without any.
    pub difference: BigRatio,
    /// In how many blocks the first did better, worse and as well, and what the signed rank test says of that.
    pub test: SignedRank,
    /// The probability of the test, corrected for all pairs by Holm's method.
    pub corrected: BigRatio,
}

impl PairTest {
    /// Whether the two differ, at a chance of error of 5 % over all pairs.
    pub fn differs(&self) -> bool {
        self.corrected <= BigRatio::new(1.into(), 20.into())
    }
}

/// Tests all pairs on what each seat got in each block, over its repetitions, in the order of blocks.
pub(super) fn pair_tests(tournament: &Tournament, blocks: &[i128]) -> Vec<PairTest> {
    let count = tournament.spec().strategies.len();
    let pairs = (0..count).flat_map(|i| (i + 1..count).map(move |j| [i, j]));
    let mut tests: Vec<PairTest> = pairs
        .map(|[first, second]| {
            let mut differences = differences(tournament, blocks, [first, second]);
            let difference = mean(tournament, &differences);
            PairTest {
                first,
                second,
                difference,
                test: signed_rank(&mut differences),
                corrected: BigRatio::zero(),
            }
        })
        .collect();
    let found: Vec<BigRatio> = tests.iter().map(|pair| pair.test.p.clone()).collect();
    for (test, corrected) in tests.iter_mut().zip(holm(&found)) {
        test.corrected = corrected;
    }
    tests
}

/// The first's result less the second's in each block that both played, as sums over repetitions in parts of the
/// side's room.
fn differences(
    tournament: &Tournament,
    blocks: &[i128],
    pair: [usize; 2],
) -> Vec<PairedDifference> {
    let mut found = Vec::new();
    let mut from = 0;
    for scenario in tournament.scenarios() {
        let seats = scenario.scales().len();
        let within = tournament.blocks_of_tuple(seats);
        let tuples = tournament.tuples_of(seats);
        for tuple in 0..tuples {
            let first = tournament.seated(seats, tuple);
            for seat in (0..seats).filter(|seat| first[*seat] == pair[0]) {
                let mut second = first.clone();
                second[seat] = pair[1];
                let Some(other) = tournament.tuple_of(&second) else {
                    continue;
                };
                for block in 0..within {
                    let side = (seat + tournament.turned(seats, block)) % seats;
                    let got = |tuple: u64| {
                        let at = (tuple * within + block) * seats as u64 + seat as u64;
                        blocks[from + usize::try_from(at).unwrap_or(usize::MAX)]
                    };
                    let room = scenario.scales()[side].room;
                    found.push(PairedDifference {
                        above: room.map_or(0, |_| got(tuple) - got(other)),
                        below: room.unwrap_or(1),
                    });
                }
            }
        }
        from += usize::try_from(tuples * within).unwrap_or(usize::MAX) * seats;
    }
    found
}

/// The mean of differences for one repetition.
fn mean(tournament: &Tournament, differences: &[PairedDifference]) -> BigRatio {
    let mut sum = BigRatio::zero();
    // Differences of one side come one after the other, or nearly so: few fractions are added.
    let mut same: (i64, i128) = (1, 0);
    for difference in differences {
        match same.1.checked_add(difference.above) {
            Some(above) if difference.below == same.0 => same.1 = above,
            _ => {
                sum += BigRatio::new(same.1.into(), same.0.into());
                same = (difference.below, difference.above);
            }
        }
    }
    sum += BigRatio::new(same.1.into(), same.0.into());
    let count = differences.len().max(1) as u64 * u64::from(tournament.spec().repetitions);
    sum / BigRatio::from_integer(count.into())
}
