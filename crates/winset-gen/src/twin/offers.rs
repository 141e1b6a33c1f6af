//! Offers: hidden ones come and go, whatever is in sight.

use serde_json::{Value, json};

use super::maker::Maker;
use crate::discreet::list_mut;

/// Changes the offers that the reader may not see, and the numbers of all of them.
pub(super) fn change(file: &mut Value, maker: &mut Maker<'_>) {
    let reader = maker.reader;
    let offers = list_mut(file, "offers").to_vec().into_iter();
    let seen = |offer: &Value| reader.sees(offer["by"].as_str(), offer, "public");
    let in_sight: Vec<Value> = offers.filter(seen).collect();
    let mut list: Vec<Value> = Vec::new();
    for place in 0..=in_sight.len() {
        for _ in 0..maker.rng.below(3) {
            list.extend(made(maker));
        }
        list.extend(in_sight.get(place).cloned());
    }
    let mut seq = 0;
    for offer in &mut list {
        seq += 1 + maker.rng.below(3);
        offer["seq"] = json!(seq);
    }
    file["offers"] = json!(list);
}

/// A hidden offer of somebody else: a package, or a statement about the last point at least.
fn made(maker: &mut Maker<'_>) -> Option<Value> {
    let by = maker.other()?;
    let key = ["package", "says", "change"][maker.rng.below(3)];
    let mut said = json!({});
    let points = maker.points.clone();
    for (place, (point, options)) in points.iter().enumerate() {
        let option = &options[maker.rng.below(options.len())];
        if key == "package" || place + 1 == points.len() || maker.rng.chance(1, 2) {
            said[point] = json!(option);
        }
    }
    Some(json!({"by": by, key: said, "visibility": maker.hidden()}))
}
