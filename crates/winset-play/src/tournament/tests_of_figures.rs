//! Figures against those that are made anew from every negotiation, the plain way.

#![expect(
    clippy::cast_precision_loss,
    reason = "small numbers, compared within a margin"
)]

use std::collections::BTreeMap;

use winset_solve::{BigRatio, Budget};

use super::tests::{case, cases, spec};
use super::*;
use crate::statistics::nearest;

fn ratio(above: i128, below: i64) -> BigRatio {
    BigRatio::new(above.into(), below.into())
}

fn held(tournament: &Tournament) -> Vec<NegotiationRow> {
    (0..tournament.count())
        .map(|number| tournament.hold(number))
        .collect()
}

fn figures(tournament: &Tournament) -> TournamentFigures {
    let landmarks: Vec<_> = tournament
        .scenarios()
        .iter()
        .map(|of| Landmarks::of(of.case(), of.scales(), &Budget::unlimited()))
        .collect();
    let mut sums = TournamentSums::new(tournament, &landmarks);
    for row in held(tournament) {
        sums.add(&row);
    }
    sums.end();
    TournamentFigures::of(tournament, sums)
}

/// What a seat got above no deal, as a share of its room.
fn advantage(tournament: &Tournament, row: &NegotiationRow, seat: usize) -> BigRatio {
    let scenario = &tournament.scenarios()[row.negotiation.scenario];
    let scale = scenario.scales()[row.negotiation.sides[seat]];
    let got = match row.end.agreed {
        Ok(outcome) => scenario.scores(outcome)[row.negotiation.sides[seat]],
        Err(_) => scale.no_deal,
    };
    scale.room.map_or_else(BigRatio::default, |room| {
        ratio(i128::from(got) - i128::from(scale.no_deal), room)
    })
}

fn mean(values: &[BigRatio]) -> BigRatio {
    values.iter().sum::<BigRatio>() / ratio(values.len().max(1) as i128, 1)
}

#[test]
fn means_and_intervals_are_those_of_all_rows() {
    for self_play in [true, false] {
        let spec = spec(&["boulware", "random", "micro"], self_play, true);
        let tournament = Tournament::new(spec, &cases()).unwrap();
        let found = figures(&tournament);
        let mut of_each = vec![Vec::new(); 3];
        let mut against = vec![vec![Vec::new(); 3]; 3];
        let mut blocks: Vec<BTreeMap<_, Vec<BigRatio>>> = vec![BTreeMap::new(); 3];
        for row in held(&tournament) {
            let now = &row.negotiation;
            for (seat, own) in now.strategies.iter().enumerate() {
                let got = advantage(&tournament, &row, seat);
                for (other_seat, other) in now.strategies.iter().enumerate() {
                    if other_seat != seat {
                        against[*own][*other].push(got.clone());
                    }
                }
                let block = (
                    now.scenario,
                    seat,
                    now.strategies.clone(),
                    now.sides.clone(),
                    now.rounds,
                );
                blocks[*own].entry(block).or_default().push(got.clone());
                of_each[*own].push(got);
            }
        }
        for (place, of) in found.strategies.iter().enumerate() {
            assert_eq!(of.advantage, mean(&of_each[place]));
            assert_eq!(of.seats, of_each[place].len() as u64);
            let means: Vec<f64> = blocks[place]
                .values()
                .map(|values| nearest(&mean(values)))
                .collect();
            assert_eq!(of.blocks, means.len() as u64);
            let n = means.len() as f64;
            let middle = means.iter().sum::<f64>() / n;
            let spread: f64 = means.iter().map(|value| (value - middle).powi(2)).sum();
            // Hundreds of blocks: the quantile is near that of the normal distribution.
            let half = 1.96 * (spread / (n - 1.0) / n).sqrt();
            assert!((of.advantage_95.unwrap() / half - 1.0).abs() < 0.05);
            for (other, values) in against[place].iter().enumerate() {
                let cell = &found.against.as_ref().unwrap()[place][other];
                assert_eq!(*cell, (!values.is_empty()).then(|| mean(values)));
            }
        }
        assert_eq!(found.meta_game, Err(NoFigure::NotOfTwo));
    }
}

#[test]
fn pairs_are_compared_block_by_block() {
    for (self_play, rotate) in [(true, true), (false, true), (false, false)] {
        let spec = spec(
            &["boulware", "random", "micro", "conceder"],
            self_play,
            rotate,
        );
        let tournament = Tournament::new(spec, &cases()).unwrap();
        let found = figures(&tournament).pairs.unwrap();
        assert_eq!(found.len(), 6);
        // By what is the same for both: scenario, seat, the others, sides, rounds.
        let mut blocks: BTreeMap<_, Vec<BigRatio>> = BTreeMap::new();
        for row in held(&tournament) {
            let now = &row.negotiation;
            for (seat, own) in now.strategies.iter().enumerate() {
                let mut others = now.strategies.clone();
                others[seat] = usize::MAX;
                let key = (
                    now.scenario,
                    seat,
                    others,
                    now.sides.clone(),
                    now.rounds,
                    *own,
                );
                let got = advantage(&tournament, &row, seat);
                blocks.entry(key).or_default().push(got);
            }
        }
        for pair in found {
            let mut differences = Vec::new();
            for (key, values) in blocks.iter().filter(|(key, _)| key.5 == pair.first) {
                let mut other = key.clone();
                other.5 = pair.second;
                if let Some(others) = blocks.get(&other) {
                    differences.push(mean(values) - mean(others));
                }
            }
            let zero = BigRatio::default();
            let count = |of: &dyn Fn(&BigRatio) -> bool| {
                differences
                    .iter()
                    .filter(|difference| of(difference))
                    .count() as u64
            };
            let counts = [
                count(&|d| *d > zero),
                count(&|d| *d < zero),
                count(&|d| *d == zero),
            ];
            assert_eq!([pair.test.wins, pair.test.losses, pair.test.ties], counts);
            assert_eq!(pair.difference, mean(&differences));
            assert!(!differences.is_empty() && pair.corrected >= pair.test.p);
        }
    }
}

/// The frontier of 27 packages by comparing all with all, and distances in floats.
#[test]
fn distances_are_those_to_the_nearest_point() {
    let tournament =
        Tournament::new(spec(&["random", "conceder"], true, true), &cases()[..1]).unwrap();
    let scenario = &tournament.scenarios()[0];
    let scales = scenario.scales();
    let landmarks = Landmarks::of(scenario.case(), scales, &Budget::unlimited()).unwrap();
    let all: Vec<Box<[i64]>> = (0..27)
        .map(|number| scenario.scores(crate::space::Outcome(number)))
        .collect();
    let fine = |one: &[i64]| {
        one.iter()
            .zip(scales)
            .all(|(score, scale)| *score >= scale.no_deal)
    };
    let beaten = |one: &[i64]| {
        all.iter()
            .any(|two| **two != *one && two.iter().zip(one).all(|(two, one)| two >= one))
    };
    let frontier: Vec<&Box<[i64]>> = all.iter().filter(|one| fine(one) && !beaten(one)).collect();
    assert!(frontier.len() > 2);
    let apart = |one: &[i64], two: &[i64]| -> f64 {
        let each = one.iter().zip(two).zip(scales);
        let each = each.map(|((one, two), of)| (((one - two) as f64) / of.scale as f64).powi(2));
        each.sum::<f64>().sqrt()
    };
    let ends = |end: fn(&SideScale) -> i64| scales.iter().map(end).collect::<Vec<i64>>();
    let diameter = apart(&ends(|of| of.best), &ends(|of| of.worst));
    let product = |one: &[i64]| -> i64 {
        one.iter()
            .zip(scales)
            .map(|(score, scale)| score - scale.no_deal)
            .product()
    };
    let most = frontier.iter().map(|one| product(one)).max().unwrap();
    let nash: Vec<_> = frontier.iter().filter(|one| product(one) == most).collect();
    for one in &all {
        let nearest = frontier
            .iter()
            .map(|point| apart(one, point))
            .fold(f64::MAX, f64::min);
        let to_nash = nash
            .iter()
            .map(|point| apart(one, point))
            .fold(f64::MAX, f64::min);
        let far = landmarks.distances(one).unwrap();
        for (far, expected) in [(far[0], nearest), (far[1], to_nash)] {
            let found = far as f64 / DISTANCE_UNITS as f64;
            assert!(
                (found - expected / diameter).abs() < 1e-9,
                "{found} {expected}"
            );
        }
    }
    let figures = figures(&tournament);
    assert!(
        figures
            .strategies
            .iter()
            .all(|of| of.distances.is_some() && of.measured > 0)
    );
}

#[test]
fn games_of_two_have_their_equilibrium() {
    let cases = [("two".to_owned(), case(2))];
    let names = ["boulware", "conceder", "hardliner"];
    let tournament = Tournament::new(spec(&names, true, true), &cases).unwrap();
    let game = figures(&tournament).meta_game.unwrap();
    assert_eq!(game.mixed.iter().sum::<BigRatio>(), ratio(1, 1));
    let without = Tournament::new(spec(&names, false, true), &cases).unwrap();
    assert_eq!(figures(&without).meta_game, Err(NoFigure::NoSelfPlay));
    let alone = Tournament::new(spec(&["micro"], true, true), &cases).unwrap();
    assert_eq!(figures(&alone).pairs, Err(NoFigure::OneStrategy));
}
