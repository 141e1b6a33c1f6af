//! Random plans of carrying out an agreement.

use serde_json::{Map, Value, json};

use crate::rng::Rng;

/// A plan of one to five items, some of which wait for others, are handed over together, lapse, or are part of it
/// only for some packages.
pub(crate) fn plan(parties: &[String], points: &[(String, Vec<String>)], rng: &mut Rng) -> Value {
    let mut items: Vec<Value> = Vec::new();
    for place in 0..=rng.below(5) {
        let mut item = item(&format!("item-{place}"), parties, points, rng);
        if rng.chance(1, 3) {
            item["act"] = json!(["hand-over", "opening"][rng.below(2)]);
        } else if place > 0 && rng.chance(1, 2) {
            item["after"] = json!([items[rng.below(place)]["id"]]);
        }
        if place > 0 && rng.chance(1, 6) {
            let other = &items[rng.below(place)]["id"];
            item["lapses_unless"] = json!({"item": other, "within": 20 + rng.below(40)});
        }
        items.push(item);
    }
    json!({"signed": "2031-04-01", "bounds": numbers(parties, 12, rng), "items": items})
}

/// An item that names no other.
pub(crate) fn item(
    id: &str,
    parties: &[String],
    points: &[(String, Vec<String>)],
    rng: &mut Rng,
) -> Value {
    let mut item = json!({
        "id": id,
        "owner": parties[rng.below(parties.len())],
        "days": rng.below(6),
        "values": numbers(parties, 9, rng),
    });
    if rng.chance(1, 3) {
        item["verify"] = json!(rng.below(4));
    }
    if rng.chance(1, 4) {
        item["earliest"] = json!(rng.below(9));
    }
    if rng.chance(1, 4) {
        item["latest"] = json!(20 + rng.below(30));
    }
    if rng.chance(1, 5) {
        item["reversible"] = json!(true);
    }
    if rng.chance(1, 4) {
        let (point, options) = &points[rng.below(points.len())];
        let option = &options[rng.below(options.len())];
        item["when"] = json!({ point: [option] });
    }
    item
}

/// Numbers for some of the parties.
pub(crate) fn numbers(parties: &[String], below: usize, rng: &mut Rng) -> Value {
    let mut numbers = Map::new();
    for party in parties {
        if rng.chance(2, 3) {
            numbers.insert(party.clone(), json!(rng.below(below)));
        }
    }
    Value::Object(numbers)
}
