//! What parties value: scores, no-deal values, levers on them.

use serde_json::{Map, Value, json};

use super::maker::Maker;
use crate::discreet::list_mut;

/// Changes the values that the reader may not see, and the remarks on those of others.
pub(super) fn change(file: &mut Value, maker: &mut Maker<'_>) {
    levers(file, maker);
    let targets: Vec<Value> = list_mut(file, "levers")
        .iter()
        .map(|l| l["target"].clone())
        .collect();
    if !file["preferences"].is_object() {
        file["preferences"] = json!({});
    }
    let mut sheets = file["preferences"].take();
    for party in list_mut(file, "parties") {
        let id = id_of(party);
        if maker.reader.owns(Some(&id)) {
            continue;
        }
        if !maker.reader.sees_values(party) {
            let needed = targets.iter().any(|t| t.as_str() == Some(id.as_str()));
            hidden(party, &mut sheets, needed, maker);
            continue;
        }
        if let Some(value) = party.get_mut("no_deal").filter(|value| value.is_object()) {
            maker.remark(value);
        }
        if let Some(sheet) = sheets.get_mut(&id) {
            list_mut(sheet, "bonuses")
                .iter_mut()
                .for_each(|bonus| maker.remark(bonus));
        }
    }
    file["preferences"] = sheets;
}

/// The identifier of a party of a file that was written here.
fn id_of(party: &Value) -> String {
    let id = party["id"].as_str();
    id.expect("a party has an identifier").to_owned()
}

/// Other values of a party; a no-deal value in any case where levers need one.
fn hidden(party: &mut Value, sheets: &mut Value, needed: bool, maker: &mut Maker<'_>) {
    let id = id_of(party);
    let (Some(party), Some(sheets)) = (party.as_object_mut(), sheets.as_object_mut()) else {
        return;
    };
    for key in ["visibility", "no_deal", "impasse"] {
        party.remove(key);
    }
    sheets.remove(&id);
    if maker.rng.chance(2, 3) {
        let word = maker.hidden();
        party.insert("visibility".to_owned(), word);
    }
    if !needed && maker.rng.chance(1, 4) {
        return;
    }
    sheets.insert(id, sheet(maker));
    if needed || maker.rng.chance(2, 3) {
        let value = maker.rng.below(20);
        let value = match maker.rng.below(3) {
            0 => json!(value),
            1 => json!({"score": value, "trend_per_month": "-1/3", "note": "otherwise"}),
            _ => json!({"low": value, "high": value + 2}),
        };
        party.insert("no_deal".to_owned(), value);
    }
    if maker.rng.chance(1, 4) {
        party.insert("impasse".to_owned(), json!(maker.rng.below(20)));
    }
}

fn sheet(maker: &mut Maker<'_>) -> Value {
    let mut sheet = Map::new();
    let points = maker.points.clone();
    for (point, options) in points {
        if maker.rng.chance(3, 4) {
            let scores: Vec<usize> = options.iter().map(|_| maker.rng.below(11)).collect();
            sheet.insert(point, json!({"values": scores}));
        }
    }
    if maker.rng.chance(1, 3) {
        let when = maker.condition();
        let bonus = json!({"when": when, "score": maker.rng.below(9), "note": "otherwise"});
        sheet.insert("bonuses".to_owned(), json!([bonus]));
    }
    Value::Object(sheet)
}

/// Levers that are hidden, or move a value that is: most are taken out. Costs of others change.
fn levers(file: &mut Value, maker: &mut Maker<'_>) {
    let reader = maker.reader;
    let parties = list_mut(file, "parties").to_vec();
    let in_sight = |lever: &Value| {
        let target = parties.iter().find(|party| party["id"] == lever["target"]);
        let target = target.is_some_and(|party| reader.sees_values(party));
        target && reader.sees(lever["by"].as_str(), lever, "public")
    };
    // New ones move values that are there: of parties in sight that have one.
    let targets: Vec<Value> = parties
        .iter()
        .filter(|party| !party["no_deal"].is_null())
        .map(|party| party["id"].clone())
        .collect();
    maker.shuffle(file, "levers", in_sight, |maker| {
        let target = targets.get(maker.rng.below(targets.len().max(1)))?.clone();
        Some(json!({
            "id": maker.name("lever"),
            "by": maker.other()?,
            "target": target,
            "no_deal_delta": maker.rng.below(9),
            "cost_to_puller": maker.rng.below(9),
            "delay_days": maker.rng.below(9),
            "visibility": maker.hidden(),
        }))
    });
    for lever in list_mut(file, "levers") {
        if !reader.owns(lever["by"].as_str()) {
            lever["cost_to_puller"] = json!(maker.rng.below(1_000));
        }
    }
}
