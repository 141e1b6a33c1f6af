//! Every answer about pressure and time against enumeration: random small cases, and cases that
//! values close.

use serde_json::json;
use winset_audit::audit_pressure;
use winset_check::every_package;
use winset_gen::rng::Rng;
use winset_gen::small::{PACKAGES_MAX, positions, small};
use winset_model::case::Case;
use winset_model::positions::Positions;
use winset_solve::{Budget, CrossingDate, Pressure, crossing_dates, pressure};

use crate::read::{read, read_seed};

/// The declared positions for even seeds, random ones for odd seeds.
fn asked(case: &Case, seed: u64) -> Positions {
    if seed.is_multiple_of(2) {
        Positions::declared(case)
    } else {
        positions(case, &mut Rng::new(seed))
    }
}

/// A case closed by values alone, where its demands can be met.
fn pressed(case: &Case, rng: &mut Rng) -> Option<(Case, Positions)> {
    let open = Positions::declared(case).without_floors();
    let all = every_package(case, &open, PACKAGES_MAX as u64).unwrap();
    let from = all.get(rng.below(all.len().max(1)))?;
    Some(winset_gen::pressed(case, from.scores(), rng))
}

#[test]
fn cases_closed_by_values_agree() {
    for seed in 0..600 {
        let Some((case, asked)) = pressed(&read_seed(seed), &mut Rng::new(seed)) else {
            continue;
        };
        let differences = audit_pressure(&case, &asked, &Budget::unlimited());
        assert_eq!(differences, [""; 0], "seed {seed}\n{asked:?}");
    }
}

/// Compares every answer about pressure and time with enumeration on a range of seeds, every other
/// one with random positions.
fn agree(seeds: std::ops::Range<u64>) {
    for seed in seeds {
        let case = read_seed(seed);
        let asked = asked(&case, seed);
        let differences = audit_pressure(&case, &asked, &Budget::unlimited());
        assert_eq!(
            differences,
            [""; 0],
            "seed {seed}\n{asked:?}\n{}",
            small(seed)
        );
    }
}

#[test]
fn seeds_up_to_400() {
    agree(0..400);
}

#[test]
fn seeds_up_to_800() {
    agree(400..800);
}

#[test]
fn seeds_up_to_1_200() {
    agree(800..1_200);
}

#[test]
fn seeds_up_to_1_600() {
    agree(1_200..1_600);
}

/// With few nodes, what is said is still right, and what was stopped says so.
#[test]
fn stopped_answers_are_right_as_far_as_they_go() {
    let mut stopped = 0;
    for seed in 0..600 {
        let case = read_seed(seed);
        let mut questions = vec![(case.clone(), asked(&case, seed))];
        questions.extend(pressed(&case, &mut Rng::new(seed)));
        let budget = Budget {
            nodes_max: Some(seed % 5),
            ..Budget::unlimited()
        };
        for (case, asked) in questions {
            let differences = audit_pressure(&case, &asked, &budget);
            assert_eq!(differences, [""; 0], "seed {seed}\n{asked:?}");
            let gaps = pressure(&case, &asked, &budget);
            stopped += gaps
                .iter()
                .filter(|g| matches!(g, Pressure::Stopped(_)))
                .count();
        }
    }
    assert!(stopped > 100, "{stopped}");
}

/// One point whose options give one party what they take from the other, as one value falls and the
/// other rises: each package is acceptable for a span of days of its own, or for none.
#[test]
fn windows_of_days_are_found_in_their_order() {
    let (mut opens, mut closes) = (0, 0);
    for seed in 0..400 {
        let mut rng = Rng::new(seed);
        let mut table =
            |base: usize| -> Vec<usize> { (0..9).map(|_| base + rng.below(40)).collect() };
        let (a, b) = (table(0), table(0));
        let options: Vec<_> = (0..9)
            .map(|o| json!({"id": format!("o{o}"), "label": ""}))
            .collect();
        let party = |id: &str, score: usize, trend: i64| json!({"id": id, "name": id, "no_deal": {"score": score, "trend_per_month": trend}});
        let (falls, rises) = (1 + rng.below(4), 1 + rng.below(4));
        let (high, low) = (20 + rng.below(40), rng.below(30));
        let text = json!({
            "format": "winset-case/1",
            "id": "windows",
            "title": "Windows",
            "parties": [
                party("a", high, -i64::try_from(falls).unwrap()),
                party("b", low, i64::try_from(rises).unwrap()),
            ],
            "points": [{"id": "p", "title": "P", "options": options}],
            "preferences": {"a": {"p": {"values": a}}, "b": {"p": {"values": b}}},
        });
        let case = read(&text);
        let asked = Positions::declared(&case);
        let differences = audit_pressure(&case, &asked, &Budget::unlimited());
        assert_eq!(differences, [""; 0], "{text}");
        match crossing_dates(&case, &asked, 400, &Budget::unlimited()).map(|t| t.together) {
            Some(CrossingDate::Opens { .. }) => opens += 1,
            Some(CrossingDate::Closes { .. }) => closes += 1,
            _ => {}
        }
    }
    assert!(opens > 50 && closes > 50, "{opens} open, {closes} close");
}
