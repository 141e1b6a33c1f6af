//! Whole negotiations that GENIUS 10.4 and `NegoLog` ran, without any draw: the same round, the same worths.

use serde_json::Value;
use winset_play::run::{play, seated};
use winset_play::session::{Clock, Deadline, Timing};
use winset_play::space::{Outcome, OutcomeSpace};
use winset_play::strategy::named;

use crate::domain::{Profile, sides};

const DOMAINS: &str = include_str!("replay_domains.json");

fn floats(value: &Value) -> Vec<f64> {
    let list = value.as_array().unwrap();
    list.iter().map(|number| number.as_f64().unwrap()).collect()
}

/// Weights and evaluations of each point of a party, as they are published.
fn published(domain: &str, party: usize) -> Vec<(f64, Vec<f64>)> {
    let domains: Value = serde_json::from_str(DOMAINS).unwrap();
    let points = domains["domains"][domain][party]["points"]
        .as_array()
        .unwrap()
        .clone();
    let point = |point: &Value| (point[0].as_f64().unwrap(), floats(&point[1]));
    // The last point first: `NegoLog` lists packages with the first point moving fastest.
    points.iter().rev().map(point).collect()
}

/// The worth of a package by the formula of both: weights times evaluations by the highest of each point, at
/// most 1.
fn worth(points: &[(f64, Vec<f64>)], space: &OutcomeSpace, outcome: Outcome) -> f64 {
    let parts = points
        .iter()
        .enumerate()
        .map(|(point, (weight, evaluations))| {
            let most = evaluations.iter().copied().fold(0.0, f64::max);
            weight * (evaluations[space.option(outcome, point)] / most)
        });
    // Summed in the order that they are published in.
    let parts: Vec<f64> = parts.collect();
    parts.iter().rev().sum::<f64>().min(1.0)
}

/// The same to eleven digits after the point, as a case has it.
fn profile(points: &[(f64, Vec<f64>)]) -> Profile {
    let points = points.iter().map(|(weight, evaluations)| {
        let most = evaluations.iter().copied().fold(0.0, f64::max);
        let digits = |e: &f64| (weight * e / most * 1e11).round() / 1e11;
        (1.0, evaluations.iter().map(digits).collect())
    });
    Profile {
        points: points.collect(),
        no_deal: None,
    }
}

/// Plays two strategies, each for a party of the domain: the round from 1 in which they agree,
/// how much was said, and what the package is worth to the party of either.
fn replay(domain: &str, names: [&str; 2], timing: Timing) -> (u32, u32, [f64; 2]) {
    let points = [0, 1].map(|party| published(domain, party));
    let profiles = points.each_ref().map(|points| profile(points));
    let (space, sides) = sides(&profiles);
    let programs: Vec<_> = names
        .iter()
        .zip(&sides)
        .map(|(name, own)| named(name).unwrap().begin(own, timing, 1_234))
        .collect();
    let mut acts = 0;
    let end = play(&space, timing, seated(&sides, programs), |_| acts += 1);
    let outcome = end.agreed.unwrap();
    let worths = points.map(|points| worth(&points, &space, outcome));
    (end.moment.round + 1, acts, worths)
}

fn timing(rounds: u32, clock: Clock) -> Timing {
    Timing {
        deadline: Deadline::rounds(rounds),
        clock,
    }
}

fn assert_same(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() < within, "{found} {expected}");
}

/// GENIUS counts time as round over rounds and one more, and its log says the round after that of the deal:
/// the discount of the deal shows the time.
#[test]
fn parties_of_genius_agree_as_they_did() {
    let (boulware, conceder) = ("genius-party:boulware", "genius-party:conceder");
    let (laptop, camera) = (0.424_410_38_f64, 0.890_596_104_f64);
    for (domain, names, logged, discount, worths, discounted) in [
        (
            "laptop",
            [boulware, conceder],
            6,
            laptop,
            [1.0, 0.815_105_395_169_690_5],
            [0.958_459_053_884_867_7, 0.781_245_145_870_792_7],
        ),
        (
            "laptop",
            [conceder, boulware],
            12,
            laptop,
            [0.725_620_106_089_855, 1.0],
            [0.660_953_869_215_311, 0.910_881_415_313_846_9],
        ),
        (
            "camera",
            [boulware, conceder],
            29,
            camera,
            [1.0, 0.484_621_428_571_428_65],
            [0.968_389_607_940_744_2, 0.469_302_355_213_969_2],
        ),
    ] {
        let (round, _, found) = replay(domain, names, timing(100, Clock::Negmas));
        assert_eq!(round + 1, logged, "{domain} {names:?}");
        let factor = discount.powf(f64::from(round) / 101.0);
        for party in 0..2 {
            assert_same(found[party], worths[party], 1e-15);
            assert_same(found[party] * factor, discounted[party], 1e-15);
        }
    }
}

/// `NegoLog` counts rounds from 0, and packages with the first point moving fastest. It logs four digits.
#[test]
fn agents_of_negolog_agree_as_they_did() {
    let (boulware, conceder) = ("negolog:boulware", "negolog:conceder");
    for (domain, names, logged, worths) in [
        ("negolog0", [conceder, boulware], 55, [0.6, 0.864]),
        ("negolog0", [boulware, conceder], 56, [0.864, 0.6]),
        ("negolog25", [conceder, boulware], 42, [0.7094, 0.8276]),
        ("negolog25", [boulware, conceder], 36, [0.926, 0.7216]),
    ] {
        let (round, acts, found) = replay(domain, names, timing(100, Clock::Negolog));
        assert_eq!(round, logged + 1, "{domain} {names:?}");
        let offers = acts - 1;
        if domain == "negolog0" {
            assert_eq!(offers, if logged == 55 { 111 } else { 112 });
        }
        for party in 0..2 {
            assert_same(found[party], worths[party], 1e-12);
        }
    }
}

/// Whatever `MiCRO` repeats, it agrees in these rounds on the package that is fairest.
#[test]
fn micro_agrees_with_agents_of_negolog_as_it_did() {
    let (boulware, conceder) = ("negolog:boulware", "negolog:conceder");
    for (names, logged) in [
        (["micro", boulware], 565),
        ([boulware, "micro"], 564),
        (["micro", conceder], 332),
        ([conceder, "micro"], 331),
    ] {
        let (round, _, found) = replay("negolog0", names, timing(1_000, Clock::Negolog));
        assert_eq!(round, logged + 1, "{names:?}");
        for worth in found {
            assert_same(worth, 0.7353, 1e-12);
        }
    }
}
