//! Offers and statements.

use serde_json::{Map, Value, json};

use super::shape::Shape;
use crate::rng::Rng;

/// Adds offers and statements to one case in three.
pub(super) fn add(file: &mut Value, shape: &Shape, rng: &mut Rng) {
    if !rng.chance(1, 3) {
        return;
    }
    file["offers"] = offers(shape, rng);
    let statements: Vec<Value> = (0..rng.below(4))
        .map(|s| statement(s, shape, rng))
        .collect();
    file["statements"] = json!(statements);
}

/// Offers: packages, and statements about one point at least.
fn offers(shape: &Shape, rng: &mut Rng) -> Value {
    let mut seq = 0;
    let mut offers = Vec::new();
    for _ in 0..rng.below(13) {
        seq += 1 + rng.below(3);
        let by = rng.below(shape.parties.len());
        let key = ["package", "says", "change"][rng.below(3)];
        let sure = rng.below(shape.points.len());
        let mut settled = Map::new();
        for (place, field) in shape.points.iter().enumerate() {
            let option = &field.options[rng.below(field.options.len())];
            if key == "package" || place == sure || rng.chance(1, 3) {
                settled.insert(field.id.to_owned(), json!(option));
            }
        }
        let mut offer = json!({"seq": seq, "by": shape.parties[by]});
        offer[key] = Value::Object(settled);
        offers.push(offer);
    }
    json!(offers)
}

fn statement(s: usize, shape: &Shape, rng: &mut Rng) -> Value {
    let points = rng.below(3);
    json!({
        "id": format!("said-{s}"),
        "date": format!("2031-01-{:02}", 1 + s),
        "by": shape.party(rng),
        "says": "Something.",
        "reads_as": shape.settled(points, rng),
    })
}
