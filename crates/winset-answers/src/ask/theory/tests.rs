//! Published values, laws, and the same games played out on a grid of offers.

use num_bigint::BigInt;
use winset_model::number::Exact;
use winset_solve::BigRatio;

use super::*;

fn ratio(numer: i64, denom: i64) -> BigRatio {
    BigRatio::new(numer.into(), denom.into())
}

fn exact(numer: i128, denom: i128) -> Exact {
    Exact::new(numer, denom)
}

fn without_end(discounts: [Exact; 2], outside: [Exact; 2]) -> RubinsteinAnswer {
    rubinstein(&RubinsteinTerms { discounts, outside })
}

fn rounds(discounts: [Exact; 2], rounds: u32) -> StahlAnswer {
    stahl(&StahlTerms { discounts, rounds })
}

fn openers(shares: &[ShareWhenOpening; 2]) -> [BigRatio; 2] {
    shares.each_ref().map(|share| share.opener().clone())
}

const NONE: [Exact; 2] = [Exact::new_raw(0, 1), Exact::new_raw(0, 1)];

/// Every discount factor above 0 and below 1 with a small denominator.
fn factors(most: i128) -> Vec<Exact> {
    let all = (2..=most).flat_map(|below| (1..below).map(move |above| exact(above, below)));
    let lowest = all.filter(|d| *d.denom() <= most);
    let mut factors: Vec<_> = lowest.collect();
    factors.sort();
    factors.dedup();
    factors
}

#[test]
fn without_end_as_published() {
    // By hand from (1 - d2) / (1 - d1 d2), Rubinstein 1982.
    for (discounts, expected) in [
        ([exact(9, 10), exact(4, 5)], [ratio(5, 7), ratio(5, 14)]),
        ([exact(1, 2), exact(1, 2)], [ratio(2, 3), ratio(2, 3)]),
        // Equal factors: 1 / (1 + d), Osborne and Rubinstein 1990, section 3.10.
        ([exact(9, 10), exact(9, 10)], [ratio(10, 19), ratio(10, 19)]),
        ([exact(1, 3), exact(2, 3)], [ratio(3, 7), ratio(6, 7)]),
    ] {
        let answer = without_end(discounts, NONE);
        assert_eq!(openers(&answer.when_opening), expected, "{discounts:?}");
        assert_eq!(answer.outside_decides, [false, false]);
    }
    let other = without_end([exact(9, 10), exact(4, 5)], NONE).when_opening[0].other();
    assert_eq!(other, ratio(2, 7));
}

#[test]
fn rounds_as_by_hand() {
    let d = [exact(9, 10), exact(4, 5)];
    // 1; 1 - d2; 1 - d2 (1 - d1); 1 - d2 (1 - d1 (1 - d2)): Stahl 1972, chapter 4.
    for (n, first, second) in [
        (1, ratio(1, 1), ratio(1, 1)),
        (2, ratio(1, 5), ratio(1, 10)),
        (3, ratio(23, 25), ratio(41, 50)),
        (4, ratio(43, 125), ratio(43, 250)),
    ] {
        let answer = rounds(d, n);
        assert_eq!(openers(&answer.when_opening), [first, second], "{n}");
        assert_eq!(answer.opener_is_last(), n % 2 == 1);
    }
}

/// The rule as it is told, one share after the other, with fractions that reduce themselves.
fn plain(discounts: [Exact; 2], rounds: u32, opens: usize) -> BigRatio {
    let discounts = discounts.map(|d| BigRatio::new((*d.numer()).into(), (*d.denom()).into()));
    let one = ratio(1, 1);
    let mut proposes = (opens + rounds as usize - 1) % 2;
    let mut share = one.clone();
    for _ in 1..rounds {
        // The round before: the other offers, and must leave what refusing is worth.
        share = &one - &discounts[proposes] * share;
        proposes = 1 - proposes;
    }
    assert_eq!(proposes, opens);
    share
}

#[test]
fn long_fractions_stay_in_lowest_terms() {
    let ends = [exact(0, 1), exact(1, 1)];
    let all: Vec<Exact> = factors(6).into_iter().chain(ends).collect();
    let mut compared = 0;
    for first in &all {
        for second in &all {
            for n in [1, 2, 3, 4, 9, 24, 25] {
                let answer = rounds([*first, *second], n);
                for opens in 0..2 {
                    let share = answer.when_opening[opens].opener();
                    let expected = plain([*first, *second], n, opens);
                    assert_eq!(*share, expected, "{first} {second} {n}");
                    let lowest = (share.numer().clone(), share.denom().clone());
                    assert_eq!(lowest, (expected.numer().clone(), expected.denom().clone()));
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 2_000, "{compared}");
}

/// What A and B get in the game of so many rounds that begins with an offer of `opens`, in units of the
/// grid, by trying every offer: who answers takes it where that is no less than refusing.
fn played(discounts: [Exact; 2], rounds: u32, opens: usize, grid: i128) -> [Exact; 2] {
    let zero = Exact::from_integer(0);
    if rounds == 0 {
        return [zero, zero];
    }
    let later = played(discounts, rounds - 1, 1 - opens, grid);
    let refused = [0, 1].map(|party: usize| discounts[party] * later[party]);
    let answers = 1 - opens;
    let mut best = refused;
    for offered in 0..=grid {
        let mut taken = [zero; 2];
        taken[answers] = exact(offered, grid);
        taken[opens] = exact(grid - offered, grid);
        if taken[answers] >= refused[answers] && taken[opens] > best[opens] {
            best = taken;
        }
    }
    best
}

#[test]
fn trying_every_offer_comes_to_the_same() {
    let factors = [
        exact(1, 2),
        exact(1, 3),
        exact(2, 3),
        exact(1, 1),
        exact(0, 1),
    ];
    let mut compared = 0;
    for first in factors {
        for second in factors {
            for n in 1..=4 {
                let answer = rounds([first, second], n);
                for opens in 0..2 {
                    // All thresholds lie on multiples of 1/216.
                    let shares = played([first, second], n, opens, 216);
                    let share = &answer.when_opening[opens];
                    let told = [share.opener().clone(), share.other()];
                    let large = |s: Exact| BigRatio::new((*s.numer()).into(), (*s.denom()).into());
                    assert_eq!(told, [opens, 1 - opens].map(|party| large(shares[party])));
                    compared += 1;
                }
            }
        }
    }
    assert_eq!(compared, 200);
}

#[test]
fn many_rounds_come_near_to_offers_without_end() {
    for discounts in [
        [exact(9, 10), exact(4, 5)],
        [exact(1, 2), exact(1, 3)],
        [exact(99, 100), exact(99, 100)],
    ] {
        let limit = openers(&without_end(discounts, NONE).when_opening);
        let product = discounts[0] * discounts[1];
        let product = BigRatio::new((*product.numer()).into(), (*product.denom()).into());
        let gap = |n: u32, party: usize| {
            let share = openers(&rounds(discounts, n).when_opening)[party].clone();
            let gap = share - &limit[party];
            if n % 2 == 1 { gap } else { -gap }
        };
        for party in 0..2 {
            for n in [1, 2, 7, 8, 101, 102] {
                // An odd number of rounds gives the opener more, an even one less; two more rounds shrink
                // the difference by the product of the factors.
                assert!(gap(n, party) > ratio(0, 1), "{n}");
                assert_eq!(gap(n + 2, party), gap(n, party) * &product, "{n}");
            }
        }
        let answer = rounds(discounts, 5);
        assert_eq!(
            answer.without_end.map(|shares| openers(&shares)),
            Some(limit)
        );
    }
    assert_eq!(rounds([exact(1, 1), exact(1, 2)], 5).without_end, None);
}

#[test]
fn outside_options_as_published() {
    // Osborne and Rubinstein 1990, section 3.12: below d / (1 + d) nothing changes, above it is what B gets.
    let d = exact(3, 4);
    for (outside, opens, answers, decides) in [
        (exact(0, 1), ratio(4, 7), ratio(4, 7), false),
        (exact(3, 7), ratio(4, 7), ratio(4, 7), false),
        (exact(1, 2), ratio(1, 2), ratio(5, 8), true),
        (exact(4, 5), ratio(1, 5), ratio(17, 20), true),
    ] {
        let answer = without_end([d, d], [exact(0, 1), outside]);
        assert_eq!(openers(&answer.when_opening), [opens, answers], "{outside}");
        assert_eq!(answer.outside_decides, [false, decides]);
    }
}

#[test]
fn whoever_answers_is_offered_what_refusing_is_worth() {
    let discounts = [exact(1, 10), exact(1, 2), exact(4, 5), exact(99, 100)];
    let options: Vec<Exact> = (0..10).map(|tenth| exact(tenth, 10)).collect();
    let mut seen = [[0; 2]; 2];
    for a in discounts {
        for b in discounts {
            for out_a in &options {
                for out_b in options.iter().filter(|out_b| *out_a + *out_b < exact(1, 1)) {
                    let answer = without_end([a, b], [*out_a, *out_b]);
                    let [first, second] = openers(&answer.when_opening);
                    let large = |s: Exact| BigRatio::new((*s.numer()).into(), (*s.denom()).into());
                    let (keep_a, keep_b) = (large(a) * &first, large(b) * &second);
                    assert_eq!(first, ratio(1, 1) - keep_b.clone().max(large(*out_b)));
                    assert_eq!(second, ratio(1, 1) - keep_a.clone().max(large(*out_a)));
                    let decides = [large(*out_a) > keep_a, large(*out_b) > keep_b];
                    assert_eq!(answer.outside_decides, decides);
                    seen[usize::from(decides[0])][usize::from(decides[1])] += 1;
                }
            }
        }
    }
    assert!(seen.iter().flatten().all(|cases| *cases > 20), "{seen:?}");
}

#[test]
fn the_longest_game_is_answered_exactly() {
    let near_one = exact(999_999_999_999_999_989, 1_000_000_000_000_000_000);
    let answer = rounds(
        [
            near_one,
            exact(999_999_999_999_999_998, 999_999_999_999_999_999),
        ],
        2_000,
    );
    let share = answer.when_opening[0].opener();
    assert!(share.denom() > &BigInt::from(10).pow(35_000));
    assert!(*share > ratio(0, 1) && *share < ratio(1, 2));
}
