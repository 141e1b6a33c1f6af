//! Models against numbers worked out by hand.

use super::*;
use crate::own::OwnSide;
use crate::session::TalkMoment;
use crate::strategy::tests::side;

const NOW: TalkMoment = TalkMoment {
    round: 0,
    time: 0.0,
    at_ms: 0,
};

/// Hears these packages of three points with two options each.
fn told(model: &mut dyn OpponentModel, own: &OwnSide, offers: &[[usize; 3]]) {
    for options in offers {
        model.heard(own, own.space().outcome(*options), NOW);
    }
}

/// What an option may be worth more than the first of its point.
fn worths(model: &dyn OpponentModel, own: &OwnSide) -> Vec<f64> {
    let space = own.space();
    let estimate = model.estimate(own);
    let worth = |outcome| estimate.worth(space, outcome);
    let all = space.outcome([0, 0, 0]);
    let mut worths = vec![worth(all)];
    worths.extend((0..3).map(|point| worth(space.with(all, point, 1))));
    worths
}

fn assert_near(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (one, two) in found.iter().zip(expected) {
        assert!((one - two).abs() < 1e-9, "{found:?} {expected:?}");
    }
}

fn own() -> OwnSide {
    side(&[&[1, 0], &[1, 0], &[1, 0]], None)
}

#[test]
fn frequencies_of_hardheaded() {
    let own = own();
    let mut model = HardHeadedFrequency::new(0.2);
    told(&mut model, &own, &[[0, 0, 0], [0, 1, 0]]);
    // Two points stay: each (1/3 + 1/15) / (1 + 2/15), the other (1/3) / (1 + 2/15).
    let (same, changed) = (6.0 / 17.0, 5.0 / 17.0);
    assert_near(model.weights(), &[same, changed, same]);
    // Counts are 2:1, 1:2, 2:1.
    let all = same + changed / 2.0 + same;
    assert_near(
        &worths(&model, &own),
        &[all, all - same / 2.0, all + changed / 2.0, all - same / 2.0],
    );
}

#[test]
fn frequencies_of_smith() {
    let own = own();
    let mut model = SmithFrequency::default();
    told(
        &mut model,
        &own,
        &[[0, 0, 0], [0, 1, 0], [0, 0, 1], [0, 1, 0]],
    );
    // Shares 1:0, 1/2:1/2, 3/4:1/4; weights 1, 1/2, 3/4 over 9/4.
    let (a, b, c) = (4.0 / 9.0, 2.0 / 9.0, 3.0 / 9.0);
    let all = a + b / 2.0 + c * 0.75;
    assert_near(&worths(&model, &own), &[all, all - a, all, all - c / 2.0]);
}

#[test]
fn first_appearances() {
    let own = own();
    let mut model = FirstAppearance::default();
    told(
        &mut model,
        &own,
        &[[0, 0, 0], [0, 1, 0], [0, 1, 0], [0, 0, 1]],
    );
    // Entropies 0, ln 2 and of 3/4 to 1/4: 0.8112781244591328 bits.
    let weights = [1.0, 1e-3, 1.0 - 0.811_278_124_459_132_8];
    let sum: f64 = weights.iter().sum();
    let [a, b, c] = weights.map(|weight| weight / sum);
    // Options in the order of their first appearance: 1.5 to 0, 1.5 to 3/4, 1.5 to 1/4.
    let all = 1.5;
    let expected = [
        all,
        all - a * (1.5 - 1e-6),
        all - b * (0.75 - 1e-6),
        all - c * (1.25 - 1e-6),
    ];
    assert_near(&worths(&model, &own), &expected);
}

/// With two options a shape is (1/1001, 1) or (1, 1/1001); the first offer is judged by shapes alone.
#[test]
fn scalable_bayesian_beliefs() {
    let own = own();
    let mut model = ScalableBayesian::default();
    told(&mut model, &own, &[[0, 0, 0]]);
    // Weights w_j = j/10 with probabilities as (10 - j)^3: 0 has 1000 of 3025.
    let mean: f64 = (0..=10)
        .map(|j| f64::from(j) / 10.0 * f64::from((10 - j) * (10 - j) * (10 - j)) / 3_025.0)
        .sum();
    let low = 1.0 / 1_001.0;
    let others = 2.0 * mean * f64::midpoint(1.0, low);
    let density = |worth: f64| (-(1.0 - worth) * (1.0 - worth) / 0.125).exp();
    let (rising, falling) = (density(others + mean * low), density(others + mean));
    let (rising, falling) = (rising / (rising + falling), falling / (rising + falling));
    let (first, second) = (rising * low + falling, rising + falling * low);
    let gap = (first - second) / 3.0;
    assert!(gap > 0.0);
    assert_near(
        &worths(&model, &own),
        &[first, first - gap, first - gap, first - gap],
    );
}

#[test]
fn who_concedes_late_on_a_point_is_seen_to_want_it() {
    // The other wants the second option of the last point most, of the first point least.
    let own = own();
    let course = [
        [1, 1, 1],
        [0, 1, 1],
        [1, 1, 1],
        [0, 1, 1],
        [0, 1, 1],
        [1, 0, 1],
        [0, 0, 1],
        [1, 1, 1],
    ];
    let models: [Box<dyn OpponentModel>; 4] = [
        Box::new(HardHeadedFrequency::new(0.2)),
        Box::new(SmithFrequency::default()),
        Box::new(FirstAppearance::default()),
        Box::new(ScalableBayesian::default()),
    ];
    for mut model in models {
        told(&mut *model, &own, &course);
        let found = worths(&*model, &own);
        let gains: Vec<f64> = found[1..].iter().map(|worth| worth - found[0]).collect();
        assert!(gains[2] > gains[0] && gains[2] > 0.0, "{model:?} {gains:?}");
    }
}
