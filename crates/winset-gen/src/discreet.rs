//! Random small cases with everything that not everybody may see.

use serde_json::{Value, json};

use winset_model::case::Case;

use crate::entries::fill;
use crate::plans::plan;
use crate::rng::Rng;
use crate::small::small;

/// A random small case of a seed with visibilities, remarks, sessions and incidents, as the JSON of
/// a valid case file. A third of the entries say nothing of who may see them.
pub fn discreet(seed: u64) -> Value {
    let mut rng = Rng::new(seed ^ 0xd15c);
    let mut file = small(seed);
    for list in [
        "parties",
        "lines",
        "links",
        "levers",
        "offers",
        "statements",
    ] {
        for entry in list_mut(&mut file, list) {
            seen(entry, &mut rng);
            if list != "statements" {
                remark(entry, &mut rng);
            }
        }
    }
    for body in list_mut(&mut file, "ratification") {
        for rule in list_mut(body, "rules") {
            seen(rule, &mut rng);
            remark(rule, &mut rng);
        }
    }
    list_mut(&mut file, "points")
        .iter_mut()
        .for_each(|point| remark(point, &mut rng));
    values(&mut file, &mut rng);
    record(&mut file, &mut rng);
    said_of_entries(&mut file, &mut Rng::new(seed ^ 0x4ec0));
    planned(&mut file, &mut Rng::new(seed ^ 0x91a7));
    suppositions(&mut file, &mut Rng::new(seed ^ 0xa55e));
    if rng.chance(1, 3) {
        file["expected"] = json!({"overlap": rng.below(9)});
    }
    file
}

/// The entries of a list; none where it is not there.
pub(crate) fn list_mut<'v>(file: &'v mut Value, key: &str) -> &'v mut [Value] {
    file.get_mut(key)
        .and_then(Value::as_array_mut)
        .map_or(&mut [], Vec::as_mut_slice)
}

fn seen(entry: &mut Value, rng: &mut Rng) {
    match rng.below(6) {
        0 | 1 => {}
        2 | 3 => entry["visibility"] = json!("public"),
        4 => entry["visibility"] = json!("mediator"),
        _ => entry["visibility"] = json!("sealed"),
    }
}

fn remark(entry: &mut Value, rng: &mut Rng) {
    if rng.chance(1, 3) {
        entry["note"] = json!(format!("remark {}", rng.below(1_000)));
    }
}

/// Remarks on no-deal values and bonuses.
fn values(file: &mut Value, rng: &mut Rng) {
    for party in list_mut(file, "parties") {
        let Some(value) = party.get("no_deal").cloned().filter(|_| rng.chance(1, 2)) else {
            continue;
        };
        let mut value = if value.is_object() {
            value
        } else {
            json!({ "score": value })
        };
        value["note"] = json!(format!("remark {}", rng.below(1_000)));
        party["no_deal"] = value;
    }
    let sheets = file["preferences"].as_object_mut();
    for sheet in sheets.into_iter().flat_map(|sheets| sheets.values_mut()) {
        list_mut(sheet, "bonuses")
            .iter_mut()
            .for_each(|bonus| remark(bonus, rng));
    }
}

fn record(file: &mut Value, rng: &mut Rng) {
    let parties: Vec<String> = ids(file, "parties");
    let delegations = parties
        .iter()
        .map(|p| json!({"id": format!("{p}-d"), "party": p}));
    file["delegations"] = delegations.collect();
    let delegations = ids(file, "delegations");
    if rng.chance(2, 3) {
        let sessions = (0..rng.below(4)).map(|s| session(&format!("S{s}"), &delegations, rng));
        file["sessions"] = sessions.collect();
    }
    if rng.chance(2, 3) {
        let incidents = (0..rng.below(4)).map(|i| incident(&format!("I{i}"), &parties, rng));
        file["incidents"] = incidents.collect();
    }
    for list in ["sessions", "incidents"] {
        list_mut(file, list)
            .iter_mut()
            .for_each(|entry| seen(entry, rng));
    }
}

/// The points of a file with their options, where it is a case.
fn points_of(file: &Value) -> Option<Vec<(String, Vec<String>)>> {
    let text = file.to_string();
    let syntax = winset_model::document::Syntax::Json;
    let read = winset_model::read_case(text.as_bytes(), syntax).ok()?;
    Some(options_by_point(&read.case))
}

/// What entries of the record say beyond what they must, in two cases of three.
fn said_of_entries(file: &mut Value, rng: &mut Rng) {
    if rng.chance(1, 3) {
        return;
    }
    let Some(points) = points_of(file) else {
        return;
    };
    let parties = ids(file, "parties");
    fill(file, &parties, &points, rng);
}

/// A plan, in two cases of three.
fn planned(file: &mut Value, rng: &mut Rng) {
    if rng.chance(1, 3) {
        return;
    }
    let Some(points) = points_of(file) else {
        return;
    };
    let parties = ids(file, "parties");
    let mut made = plan(&parties, &points, rng);
    list_mut(&mut made, "items")
        .iter_mut()
        .for_each(|item| seen(item, rng));
    file["plan"] = made;
}

/// What some parties suppose of others.
fn suppositions(file: &mut Value, rng: &mut Rng) {
    let Some(points) = points_of(file) else {
        return;
    };
    let parties = ids(file, "parties");
    let made = (0..rng.below(4)).filter_map(|place| {
        let by = rng.below(parties.len());
        assumption(&format!("A{place}"), by, &parties, &points, rng)
    });
    let made: Vec<Value> = made.collect();
    if !made.is_empty() {
        file["assumptions"] = json!(made);
    }
}

/// The identifiers of the points of a case, each with those of its options.
pub(crate) fn options_by_point(case: &Case) -> Vec<(String, Vec<String>)> {
    let points = case.points.iter().map(|point| {
        let options = point.options.iter().map(|option| option.id.clone());
        (point.id.clone(), options.collect())
    });
    points.collect()
}

/// What a party, by its place, supposes of another: scores, a no-deal value, a line. None where it is
/// alone.
pub(crate) fn assumption(
    id: &str,
    by: usize,
    parties: &[String],
    points: &[(String, Vec<String>)],
    rng: &mut Rng,
) -> Option<Value> {
    if parties.len() < 2 {
        return None;
    }
    let about = (by + 1 + rng.below(parties.len() - 1)) % parties.len();
    let mut made = json!({"id": id, "by": parties[by], "about": parties[about]});
    let what = 1 + rng.below(7);
    if what & 1 > 0 {
        let mut scores = json!({});
        for (point, options) in points {
            if rng.chance(1, 3) {
                continue;
            }
            let values: Vec<usize> = options.iter().map(|_| rng.below(9)).collect();
            scores[point] = json!({ "values": values });
        }
        made["scores"] = scores;
    }
    if what & 2 > 0 {
        made["no_deal"] = json!(rng.below(12));
    }
    if what & 4 > 0 {
        let (point, options) = &points[rng.below(points.len())];
        let first = rng.below(options.len());
        let mut ladder = vec![json!({"accept": [options[first]], "cost": 0})];
        if options.len() > 1 && rng.chance(1, 2) {
            ladder.push(json!({"accept": options, "cost": rng.below(5)}));
        }
        made["lines"] = json!([{"id": format!("{id}-line"), "point": point, "ladder": ladder}]);
    }
    remark(&mut made, rng);
    Some(made)
}

/// The identifiers of the entries of a list.
pub(crate) fn ids(file: &Value, key: &str) -> Vec<String> {
    let entries = file[key].as_array().into_iter().flatten();
    let ids = entries.filter_map(|entry| entry["id"].as_str());
    ids.map(str::to_owned).collect()
}

/// A meeting, without a word of who may know.
pub(crate) fn session(id: &str, delegations: &[String], rng: &mut Rng) -> Value {
    let party = |rng: &mut Rng| delegations[rng.below(delegations.len())].clone();
    let format = ["shuttle", "bilateral"][rng.below(2)];
    json!({
        "id": id,
        "date": format!("2031-02-{:02}", 1 + rng.below(28)),
        "format": format,
        "with": [party(rng)],
        "by": party(rng),
        "outcome": format!("outcome {}", rng.below(1_000)),
    })
}

/// An incident, without a word of who may know.
pub(crate) fn incident(id: &str, parties: &[String], rng: &mut Rng) -> Value {
    let party = parties[rng.below(parties.len())].clone();
    json!({
        "id": id,
        "date": format!("2031-02-{:02}", 1 + rng.below(28)),
        "place": format!("place {}", rng.below(1_000)),
        "kind": "strike",
        "claimed_by": party,
        "attributed_to": "unknown",
        "sources": [{"kind": "party", "grade": "C3", "note": format!("remark {}", rng.below(9))}],
    })
}
