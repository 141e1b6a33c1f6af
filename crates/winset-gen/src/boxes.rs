//! Random cases whose scores are boxes: two parties over numbers from 0 to 9, each with terms that
//! count where some of the numbers lie in a range (Ito, Klein and Hattori 2008). A box looks at one
//! to four points.

use serde_json::{Map, Value, json};

use crate::rng::Rng;

/// Numbers that each point can be settled on.
const OPTIONS: usize = 10;
/// Most points of a box.
const WIDTH_MAX: usize = 4;

/// The size of a case of boxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoxesSize {
    /// Number of points.
    pub points: usize,
    /// Number of boxes of each party.
    pub boxes: usize,
}

/// A random case of a size, as JSON text, without no-deal values.
pub fn boxes(size: BoxesSize, seed: u64) -> Value {
    let mut rng = Rng::new(seed);
    let options: Vec<Value> = (0..OPTIONS)
        .map(|o| json!({"id": format!("o{o}"), "label": format!("{o}")}))
        .collect();
    let points: Vec<Value> = (0..size.points)
        .map(|p| json!({"id": format!("x{p}"), "title": format!("Point {p}"), "options": options}))
        .collect();
    let mut preferences = Map::new();
    for party in ["p0", "p1"] {
        let all = (0..size.boxes).map(|_| one(size, &mut rng));
        preferences.insert(
            party.to_owned(),
            json!({"bonuses": all.collect::<Vec<_>>()}),
        );
    }
    json!({
        "format": "winset-case/1",
        "id": format!("boxes-{}x{}-{seed}", size.points, size.boxes),
        "title": "A random case of boxes",
        "parties": [{"id": "p0", "name": "Party 0"}, {"id": "p1", "name": "Party 1"}],
        "points": points,
        "preferences": preferences,
    })
}

fn one(size: BoxesSize, rng: &mut Rng) -> Value {
    let width = 1 + rng.below(WIDTH_MAX);
    let mut when = Map::new();
    for point in rng.some(width, size.points) {
        let (from, to) = (rng.below(OPTIONS), rng.below(OPTIONS));
        let inside = from.min(to)..=from.max(to);
        let inside: Vec<String> = inside.map(|o| format!("o{o}")).collect();
        when.insert(format!("x{point}"), json!(inside));
    }
    json!({"when": when, "score": 10 + rng.below(91)})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_one_case() {
        let size = BoxesSize {
            points: 10,
            boxes: 20,
        };
        assert_eq!(boxes(size, 1), boxes(size, 1));
        assert_ne!(boxes(size, 1), boxes(size, 2));
        let case = boxes(size, 1);
        assert_eq!(case["points"].as_array().map(Vec::len), Some(10));
        let bonuses = &case["preferences"]["p1"]["bonuses"];
        assert_eq!(bonuses.as_array().map(Vec::len), Some(20));
    }
}
