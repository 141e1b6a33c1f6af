//! What must not change the answer, and what may change it in one direction only.

use serde_json::{Map, Value, json};
use winset_gen::rng::Rng;
use winset_gen::small::{positions, small};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::number::{self, Exact, to_fraction};
use winset_model::positions::Positions;
use winset_solve::{Budget, Count, count, overlap};

const SEEDS: std::ops::Range<u64> = 0..600;

pub(crate) fn read(file: &Value) -> Option<Case> {
    let reading = winset_model::read_case(file.to_string().as_bytes(), Syntax::Json);
    reading.ok().map(|r| r.case)
}

fn counted(case: &Case, positions: &Positions) -> num_bigint::BigUint {
    match count(case, positions, &Budget::unlimited()) {
        Count::Exact(count) => count,
        stopped @ Count::Between { .. } => panic!("{stopped:?}"),
    }
}

fn feasible(case: &Case, positions: &Positions) -> bool {
    match overlap(case, positions, &Budget::unlimited()) {
        Answer::Found(_) => true,
        Answer::Impossible(_) => false,
        Answer::Stopped { reason, .. } => panic!("{reason:?}"),
    }
}

/// Holds a change of files to changing neither verdict nor counts; a change that makes a file
/// invalid or leaves it as it is says nothing, but most must say something.
fn check_unchanged(change: impl Fn(&Value) -> Value) {
    let mut compared = 0;
    for seed in SEEDS {
        let file = small(seed);
        let changed = change(&file);
        let (Some(case), Some(other)) = (read(&file), read(&changed)) else {
            continue;
        };
        if file == changed {
            continue;
        }
        compared += 1;
        let (asked, asked_other) = (Positions::declared(&case), Positions::declared(&other));
        let verdicts = (feasible(&case, &asked), feasible(&other, &asked_other));
        assert_eq!(verdicts.0, verdicts.1, "{file}\n{changed}");
        let counts = (counted(&case, &asked), counted(&other, &asked_other));
        assert_eq!(counts.0, counts.1, "{file}\n{changed}");
        let open = counted(&case, &asked.without_floors());
        let open_other = counted(&other, &asked_other.without_floors());
        assert_eq!(open, open_other, "{file}\n{changed}");
    }
    assert!(compared > 300, "{compared} compared");
}

pub(crate) fn reversed(file: &Value, key: &str) -> Value {
    let mut changed = file.clone();
    if let Some(list) = changed[key].as_array_mut() {
        list.reverse();
    }
    changed
}

#[test]
fn the_order_of_parties_means_nothing() {
    check_unchanged(|file| reversed(file, "parties"));
}

#[test]
fn the_order_of_points_means_nothing() {
    check_unchanged(|file| reversed(file, "points"));
}

#[test]
fn the_order_of_rules_means_nothing() {
    check_unchanged(|file| {
        let keys = ["lines", "links", "ratification"];
        keys.iter()
            .fold(file.clone(), |file, key| reversed(&file, key))
    });
}

#[test]
fn the_order_of_options_means_nothing() {
    check_unchanged(|file| {
        let mut changed = file.clone();
        let mut listed = Vec::new();
        for point in changed["points"].as_array_mut().unwrap() {
            if let Some(options) = point.get_mut("options").and_then(Value::as_array_mut) {
                options.reverse();
                listed.push(point["id"].as_str().unwrap().to_owned());
            }
        }
        for sheet in changed["preferences"].as_object_mut().unwrap().values_mut() {
            for point in &listed {
                for form in ["scores", "values"] {
                    let table = sheet.get_mut(point).and_then(|p| p.get_mut(form));
                    if let Some(table) = table.and_then(Value::as_array_mut) {
                        table.reverse();
                    }
                }
            }
        }
        changed
    });
}

/// Every text and key that is one of the names, changed.
fn renamed(value: &Value, names: &[&str]) -> Value {
    let name = |text: &str| match names.iter().position(|n| *n == text) {
        Some(place) => format!("{}-{text}", char::from(b'z' - u8::try_from(place).unwrap())),
        None => text.to_owned(),
    };
    match value {
        Value::String(text) => json!(name(text)),
        Value::Array(items) => items.iter().map(|i| renamed(i, names)).collect(),
        Value::Object(map) => {
            let entries = map.iter().map(|(k, v)| (name(k), renamed(v, names)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

#[test]
fn names_mean_nothing() {
    let names = [
        "ada", "moss", "rook", "zeal", "aid", "border", "k.3", "m", "t-1", "x/2", "low", "mid",
        "yes",
    ];
    check_unchanged(|file| renamed(file, &names));
}

/// Multiplies every number of a value.
fn scaled(value: &Value, factor: &Exact) -> Value {
    match value {
        Value::Number(_) | Value::String(_) => {
            let text = value.as_str().map_or(value.to_string(), str::to_owned);
            json!(to_fraction(&(number::parse(&text).unwrap() * factor)))
        }
        Value::Array(items) => items.iter().map(|i| scaled(i, factor)).collect(),
        Value::Object(map) => {
            let entries = map.iter().map(|(k, v)| (k.clone(), scaled(v, factor)));
            Value::Object(entries.collect())
        }
        other => other.clone(),
    }
}

fn scaled_preference(preference: &Value, factor: &Exact) -> Value {
    let mut preference = preference.clone();
    for form in ["scores", "values", "linear"] {
        if let Some(scores) = preference.get_mut(form) {
            *scores = scaled(scores, factor);
        }
    }
    if let Some(knots) = preference
        .get_mut("piecewise")
        .and_then(Value::as_array_mut)
    {
        knots.iter_mut().for_each(|k| k[1] = scaled(&k[1], factor));
    }
    preference
}

/// The first party's scores and values, multiplied.
pub(crate) fn with_first_party_scaled(file: &Value, factor: &Exact) -> Value {
    let mut changed = file.clone();
    let entry = &mut changed["parties"][0];
    let id = entry["id"].as_str().unwrap().to_owned();
    if let Some(no_deal) = entry.get_mut("no_deal") {
        *no_deal = scaled(no_deal, factor);
    }
    if let Some(impasse) = entry.get_mut("impasse") {
        *impasse = scaled(impasse, factor);
    }
    let Some(sheet) = changed["preferences"]
        .get_mut(&id)
        .and_then(Value::as_object_mut)
    else {
        return changed;
    };
    for (key, entry) in sheet {
        if key == "bonuses" {
            let bonuses = entry.as_array_mut().unwrap();
            bonuses
                .iter_mut()
                .for_each(|b| b["score"] = scaled(&b["score"], factor));
        } else {
            *entry = scaled_preference(entry, factor);
        }
    }
    changed
}

#[test]
fn the_scale_of_a_party_means_nothing() {
    check_unchanged(|file| with_first_party_scaled(file, &Exact::new(5, 3)));
}

#[test]
fn giving_way_never_narrows_the_overlap() {
    let mut widened = 0;
    for seed in SEEDS {
        let case = read(&small(seed)).unwrap();
        let mut rng = Rng::new(seed);
        let asked = positions(&case, &mut rng);
        let all = counted(&case, &asked);
        let check = |wider: &Positions| {
            let count = counted(&case, wider);
            assert!(count >= all, "seed {seed}: {asked:?} {wider:?}");
            assert!(
                feasible(&case, wider) || !feasible(&case, &asked),
                "seed {seed}"
            );
            u32::from(count > all)
        };
        for (place, line) in case.lines.iter().enumerate() {
            if asked.steps[place] + 1 < line.ladder.open().len() {
                let mut wider = asked.clone();
                wider.steps[place] += 1;
                widened += check(&wider);
            }
        }
        for demand in case.demands() {
            if !case.is_law(demand) {
                let mut wider = asked.clone();
                wider.dropped.insert(demand);
                widened += check(&wider);
            }
        }
        for party in 0..case.parties.len() {
            let mut wider = asked.clone();
            wider.floors[party] = wider.floors[party].map(|f| f - 1);
            widened += check(&wider);
        }
    }
    assert!(widened > 100, "{widened}");
}
