//! What moves no-deal values: trends, levers, and how uncertain the values are.

use serde_json::{Value, json};
use winset_model::number::{self, Exact};

use super::shape::{Shape, number as written};
use crate::rng::Rng;

/// Above this, numbers of a case are near the largest that it may hold.
const SMALL_MAX: i128 = 1 << 20;

/// Adds trends, ranges and levers to some of the parties with no-deal values.
pub(super) fn add(file: &mut Value, shape: &Shape, rng: &mut Rng) {
    let mut targets = Vec::new();
    for (p, party) in shape.parties.iter().enumerate() {
        let Some(value) = value(&file["parties"][p]["no_deal"]) else {
            continue;
        };
        targets.push(*party);
        if *value.numer() > SMALL_MAX || *value.numer() < -SMALL_MAX {
            continue;
        }
        let mut known = json!({"score": written(&value)});
        if rng.chance(1, 3) {
            known["trend_per_month"] = written(&step(rng));
        }
        if rng.chance(1, 5) {
            let (mut below, mut above) = (size(rng), size(rng));
            if is_large(&file["preferences"][*party]) {
                // A finer scale could take the scores over their limit.
                (below, above) = (below.ceil(), above.ceil());
            }
            known["low"] = written(&(value - below));
            if rng.chance(1, 3) {
                // The floor is the upper end then.
                known["high"] = known["score"].take();
                known["score"] = Value::Null;
            } else {
                known["high"] = written(&(value + above));
            }
        }
        if known.as_object().is_some_and(|known| known.len() > 1) {
            file["parties"][p]["no_deal"] = known;
        }
    }
    if !targets.is_empty() && rng.chance(2, 5) {
        let levers: Vec<Value> = (0..=rng.below(5))
            .map(|l| lever(l, &targets, shape, rng))
            .collect();
        file["levers"] = json!(levers);
    }
}

/// Whether scores are near the largest that a case may hold.
fn is_large(sheet: &Value) -> bool {
    match sheet {
        Value::Number(number) => number
            .as_i64()
            .is_some_and(|n| i128::from(n).abs() > SMALL_MAX),
        Value::Array(items) => items.iter().any(is_large),
        Value::Object(entries) => entries.values().any(is_large),
        _ => false,
    }
}

/// The value of a no-deal entry.
fn value(entry: &Value) -> Option<Exact> {
    let stated = match entry {
        Value::Null => return None,
        Value::Object(known) => known.get("score")?,
        stated => stated,
    };
    let text = match stated {
        Value::String(text) => text.clone(),
        stated => stated.to_string(),
    };
    number::parse(&text).ok()
}

fn lever(l: usize, targets: &[&str], shape: &Shape, rng: &mut Rng) -> Value {
    json!({
        "id": format!("lever-{l}"),
        "by": shape.party(rng),
        "target": targets[rng.below(targets.len())],
        "no_deal_delta": written(&step(rng)),
        "cost_to_puller": rng.below(5),
        "delay_days": rng.below(60),
    })
}

/// By how much a value moves: mostly down.
fn step(rng: &mut Rng) -> Exact {
    let size = size(rng);
    if rng.chance(3, 4) { -size } else { size }
}

fn size(rng: &mut Rng) -> Exact {
    let whole = i128::from(rng.below(5) as u64);
    Exact::new(whole, [1, 1, 1, 2, 3, 10][rng.below(6)])
}
