//! Offers: hidden ones come and go where no offer in sight counts on them.

use serde_json::{Value, json};

use super::maker::Maker;
use crate::discreet::list_mut;

/// Changes the offers that the reader may not see, and the numbers of all of them.
pub(super) fn change(file: &mut Value, maker: &mut Maker<'_>) {
    let reader = maker.reader;
    let offers = list_mut(file, "offers").to_vec();
    // An offer that states changes is in sight where its maker's offer before is.
    let mut in_sight: Vec<Value> = Vec::new();
    let mut hidden_last: Vec<Value> = Vec::new();
    for offer in offers {
        let by = offer["by"].clone();
        let whole = !offer["package"].is_null();
        let seen = reader.sees(by.as_str(), &offer, "public");
        if seen && (whole || !hidden_last.contains(&by)) {
            hidden_last.retain(|other| *other != by);
            in_sight.push(offer);
        } else {
            hidden_last.push(by);
        }
    }
    let mut list: Vec<Value> = Vec::new();
    for place in 0..=in_sight.len() {
        for _ in 0..maker.rng.below(3) {
            list.extend(made(maker, &in_sight[place..]));
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

/// A hidden offer of somebody whose next offer in sight is whole.
fn made(maker: &mut Maker<'_>, later: &[Value]) -> Option<Value> {
    let by = maker.other()?;
    let next = later
        .iter()
        .find(|offer| offer["by"].as_str() == Some(by.as_str()));
    if next.is_some_and(|next| next["package"].is_null()) {
        return None;
    }
    let mut package = json!({});
    let points = maker.points.clone();
    for (point, options) in points {
        package[point] = json!(options[maker.rng.below(options.len())]);
    }
    Some(json!({"by": by, "package": package, "visibility": maker.hidden()}))
}
