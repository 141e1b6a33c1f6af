//! Statistics against numbers of others: `SciPy` 1.17.1 (`scipy.stats.wilcoxon`, `norm.sf`, `t.ppf`), published
//! examples, and games whose equilibria are known.

use winset_solve::BigRatio;

use super::float::exact;
use super::*;
use crate::random::Draws;

fn ratio(above: i64, below: i64) -> BigRatio {
    BigRatio::new(above.into(), below.into())
}

fn tested(differences: &[i128]) -> SignedRank {
    let paired = differences.iter().map(|above| PairedDifference {
        above: *above,
        below: 1,
    });
    signed_rank(&mut paired.collect())
}

fn near(found: f64, expected: f64, share: f64) {
    assert!(
        (found - expected).abs() <= share * expected.abs(),
        "{found} {expected}"
    );
}

/// `wilcoxon(d, mode="exact")`; the second are Darwin's plants in the documentation of `SciPy`.
#[test]
fn signed_ranks_are_counted_as_scipy_does() {
    let found = tested(&[6, -2, 10, 12, -4, 16, 1, -8]);
    assert_eq!((found.wins, found.losses, found.ties), (5, 3, 0));
    assert_eq!((found.p, found.exact), (ratio(3125, 10000), true));
    let plants = [6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75];
    near(nearest(&tested(&plants).p), 0.041_259_765_625, 0.0);
    // 0 is left out, and 2 of 4 signs are as one-sided.
    assert_eq!(tested(&[0, 5, 5]).p, ratio(1, 2));
    assert_eq!(tested(&[0, 0]).p, ratio(1, 1));
    assert_eq!(tested(&[]).p, ratio(1, 1));
}

/// `wilcoxon(d, mode="approx", zero_method="wilcox", correction=False)` of 80 differences, 77 not 0, with ties.
#[test]
fn many_signed_ranks_are_approximated_as_scipy_does() {
    let differences: Vec<i128> = (0..80).map(|i| i * 37 % 23 - 9).collect();
    let found = tested(&differences);
    assert!(!found.exact && found.ties == 3);
    near(nearest(&found.p), 0.026_888_353_572_111_65, 1e-12);
}

/// All signs of all small sets of differences, one by one.
#[test]
fn a_probability_is_a_share_of_signs() {
    let mut draws = Draws::new(3);
    for count in 1..10_usize {
        for _ in 0..20 {
            let sizes: Vec<i128> = (0..count).map(|_| i128::from(draws.below(5)) + 1).collect();
            let rank = |size: i128| -> i128 {
                let below = sizes.iter().filter(|s| **s < size).count() as i128;
                let alike = sizes.iter().filter(|s| **s == size).count() as i128;
                2 * below + alike + 1
            };
            let balance = |signs: u64| -> i128 {
                let signed = sizes.iter().enumerate();
                signed
                    .map(|(at, s)| {
                        if signs >> at & 1 == 1 {
                            rank(*s)
                        } else {
                            -rank(*s)
                        }
                    })
                    .sum()
            };
            let signs = draws.below(1 << count);
            let far = (0..1_u64 << count).filter(|s| balance(*s).abs() >= balance(signs).abs());
            let expected = ratio(i64::try_from(far.count()).unwrap(), 1 << count);
            let signed = sizes.iter().enumerate();
            let signed: Vec<i128> = signed
                .map(|(at, s)| if signs >> at & 1 == 1 { *s } else { -s })
                .collect();
            assert_eq!(tested(&signed).p, expected, "{signed:?}");
        }
    }
}

#[test]
fn fractions_are_ranked_by_size() {
    let of = |above, below| PairedDifference { above, below };
    // 1/3 < 1/2 < 2/3; the second is negative. Beyond 128 bits as well.
    let found = signed_rank(&mut vec![of(2, 3), of(-1, 2), of(1, 3)]);
    let large = i128::MAX / 8;
    let same = signed_rank(&mut vec![
        of(2 * large, 300),
        of(-large, 200),
        of(large, 300),
    ]);
    assert_eq!(found, same);
    assert_eq!(found.p, ratio(3, 4));
}

/// By hand: 4 x 0.01, 3 x 0.02, 2 x 0.03 raised to the one before, 0.5.
#[test]
fn many_tests_are_corrected() {
    let found = [ratio(3, 100), ratio(1, 100), ratio(1, 2), ratio(2, 100)];
    let expected = [ratio(6, 100), ratio(4, 100), ratio(1, 2), ratio(6, 100)];
    assert_eq!(holm(&found), expected);
    assert_eq!(
        holm(&[ratio(2, 3), ratio(3, 4)]),
        [ratio(1, 1), ratio(1, 1)]
    );
}

/// `2 * norm.sf(z)` and `t.ppf(0.975, n)`.
#[test]
fn tails_and_quantiles_are_those_of_scipy() {
    for (z, expected) in [
        (0.1, 0.920_344_325_445_942),
        (1.0, 0.317_310_507_862_914_15),
        (1.96, 0.049_995_790_296_440_87),
        (4.0, 6.334_248_366_623_973e-5),
        (4.3, 1.707_981_094_198_359e-5),
        (6.0, 1.973_175_290_075_389e-9),
        (20.0, 5.507_248_237_212_311e-89),
        (36.0, 8.365_248_131_593_616e-284),
    ] {
        near(two_sided(z), expected, 1e-10);
        near(two_sided(-z), expected, 1e-10);
    }
    for (freedom, expected) in [
        (1, 12.706_204_736),
        (5, 2.570_581_836),
        (30, 2.042_272_456),
        (31, 2.039_513_446),
        (60, 2.000_297_822),
        (1_000, 1.962_339_081),
    ] {
        near(t_975(freedom).unwrap(), expected, 1e-4 / 2.0);
    }
    assert_eq!(t_975(0), None);
}

#[test]
fn floats_are_the_nearest() {
    let third = nearest(&ratio(-1, 3));
    assert_eq!(third.to_bits(), (-1.0_f64 / 3.0).to_bits());
    let mut draws = Draws::new(9);
    for _ in 0..2_000 {
        let value = f64::from_bits(draws.bits() & !(1 << 62) | 1 << 61);
        let there = exact(value).unwrap();
        assert_eq!(nearest(&there).to_bits(), value.to_bits());
        let (a, b) = (draws.bits() >> 12, (draws.bits() >> 12) + 1);
        let quotient = BigRatio::new(a.into(), b.into());
        #[expect(clippy::cast_precision_loss, reason = "52 bits are exact")]
        let expected = a as f64 / b as f64;
        assert_eq!(nearest(&quotient).to_bits(), expected.to_bits());
    }
    assert_eq!(exact(f64::NAN), None);
}

fn game(rows: &[&[i64]]) -> MetaGame {
    let rows: Vec<Vec<BigRatio>> = rows
        .iter()
        .map(|row| row.iter().map(|pay| ratio(*pay, 1)).collect())
        .collect();
    meta_game(&rows).unwrap()
}

#[test]
fn known_games_have_their_equilibria() {
    // Hawk and dove, V = 2 and C = 4: hawks are V / C.
    let dove = game(&[&[-1, 2], &[0, 1]]);
    assert_eq!(dove.pure, [[0, 1]]);
    assert_eq!(
        (dove.mixed, dove.value),
        (vec![ratio(1, 2); 2], ratio(1, 2))
    );
    // Rock, paper, scissors.
    let rock = game(&[&[0, -1, 1], &[1, 0, -1], &[-1, 1, 0]]);
    assert_eq!((rock.pure.len(), rock.mixed), (0, vec![ratio(1, 3); 3]));
    // The prisoner's dilemma.
    let dilemma = game(&[&[3, 0], &[5, 1]]);
    assert_eq!((dilemma.pure, dilemma.value), (vec![[1, 1]], ratio(1, 1)));
    // All alike: every pair.
    assert_eq!(game(&[&[7, 7, 7][..]; 3]).pure.len(), 6);
    assert_eq!(game(&[&[2]]).mixed, [ratio(1, 1)]);
    assert_eq!(meta_game(&[]), None);
}

/// Random games, many with ties: an equilibrium is found of each, and one of an exact size is checked as such.
#[test]
fn every_game_has_a_mixed_equilibrium() {
    let mut draws = Draws::new(11);
    for round in 0..600_u64 {
        let count = usize::try_from(1 + draws.below(7)).unwrap();
        let reach = if round % 2 == 0 { 3 } else { 1_000 };
        let mut row = || {
            (0..count)
                .map(|_| ratio(i64::try_from(draws.below(reach)).unwrap(), 7))
                .collect()
        };
        let payoffs: Vec<Vec<BigRatio>> = (0..count).map(|_| row()).collect();
        let found = meta_game(&payoffs).unwrap_or_else(|| panic!("{payoffs:?}"));
        let brings = |i: usize| -> BigRatio {
            payoffs[i]
                .iter()
                .zip(&found.mixed)
                .map(|(pay, share)| pay * share)
                .sum()
        };
        for (place, share) in found.mixed.iter().enumerate() {
            assert!(brings(place) <= found.value);
            assert!(*share == ratio(0, 1) || brings(place) == found.value);
        }
        for [i, j] in found.pure {
            assert!(
                (0..count)
                    .all(|k| payoffs[k][j] <= payoffs[i][j] && payoffs[k][i] <= payoffs[j][i])
            );
        }
    }
}
