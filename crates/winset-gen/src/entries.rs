//! What sessions, statements and incidents say beyond what they must.

use serde_json::{Value, json};

use crate::discreet::list_mut;
use crate::rng::Rng;

/// The lists of the record, and what an entry of each says of who may know where it says nothing.
pub(crate) const LISTS: [(&str, &str); 3] = [
    ("sessions", "mediator"),
    ("statements", "public"),
    ("incidents", "mediator"),
];

const STANCES: [&str; 4] = ["asserts", "denies", "silent", "admits"];
const ESTABLISHED: [&str; 5] = [
    "unverified",
    "probable",
    "confirmed",
    "confirmed-unattributed",
    "refuted",
];

/// Adds to the entries of a case file what they may say; each replaces an earlier one at most.
pub(crate) fn fill(
    file: &mut Value,
    parties: &[String],
    points: &[(String, Vec<String>)],
    rng: &mut Rng,
) {
    for (list, _) in LISTS {
        let mut earlier: Vec<Value> = Vec::new();
        for entry in list_mut(file, list) {
            fill_one(list, entry, parties, points, rng);
            if !earlier.is_empty() && rng.chance(1, 3) {
                entry["supersedes"] = earlier[rng.below(earlier.len())].clone();
            }
            earlier.push(entry["id"].clone());
        }
    }
}

/// Adds to one entry what it may say without naming another.
pub(crate) fn fill_one(
    list: &str,
    entry: &mut Value,
    parties: &[String],
    points: &[(String, Vec<String>)],
    rng: &mut Rng,
) {
    let day = |rng: &mut Rng| json!(format!("2031-03-{:02}", 1 + rng.below(28)));
    if rng.chance(1, 3) {
        entry["precision"] = json!(["day", "week", "month", "about"][rng.below(4)]);
        entry["reported"] = day(rng);
    }
    if rng.chance(1, 3) {
        entry["clauses"] = json!([format!("clause-{}", rng.below(3))]);
    }
    if rng.chance(1, 4) {
        let (point, options) = &points[rng.below(points.len())];
        entry["about"] = json!([point]);
        if list != "statements" {
            entry["options"] = json!({point: [options[rng.below(options.len())]]});
        }
    }
    if rng.chance(1, 3) {
        let place = rng.below(parties.len() + 1);
        entry["entered_by"] = json!(parties.get(place).map_or("mediator", String::as_str));
    }
    if list == "sessions" {
        return;
    }
    if rng.chance(1, 2) {
        entry["stances"] = json!({});
        for party in parties {
            if rng.chance(1, 2) {
                entry["stances"][party] = stance(rng);
            }
        }
    }
    if rng.chance(1, 3) {
        entry["verification"] = json!({"status": ESTABLISHED[rng.below(5)], "by": "monitors"});
    }
    if list == "incidents" && rng.chance(1, 3) {
        entry["category"] = json!(["strike", "shelling", "access-denied"][rng.below(3)]);
        entry["counts"] = json!([{"what": "injured", "least": 1, "most": 1 + rng.below(5)}]);
    }
}

/// What a party says, with or without a word of who may know.
fn stance(rng: &mut Rng) -> Value {
    let word = STANCES[rng.below(4)];
    match rng.below(3) {
        0 => json!(word),
        1 => json!({"stance": word, "visibility": "mediator"}),
        _ => json!({"stance": word, "visibility": "public"}),
    }
}

/// What a party says in confidence.
pub(crate) fn hidden_stance(rng: &mut Rng) -> Value {
    let word = STANCES[rng.below(4)];
    if rng.chance(1, 2) {
        json!(word)
    } else {
        json!({"stance": word, "visibility": "sealed"})
    }
}
