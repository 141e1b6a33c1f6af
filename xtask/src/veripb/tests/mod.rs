//! The formula against every package of small cases, and proofs replayed by a plain checker.

mod models;
mod proofs;
mod replay;

use serde_json::{Value, json};
use winset_model::case::Case;
use winset_model::document::Syntax;

/// A case from the JSON of its file.
fn case(file: &Value) -> Case {
    winset_model::read_case(file.to_string().as_bytes(), Syntax::Json)
        .unwrap()
        .case
}

/// A case of four points with every kind of rule, bonus and score.
fn sample() -> Case {
    let options = |n: usize| -> Vec<Value> {
        let option = |o| json!({"id": format!("o{o}"), "label": "an option"});
        (0..n).map(option).collect()
    };
    case(&json!({
        "format": "winset-case/1",
        "id": "sample",
        "title": "A sample",
        "parties": [
            {"id": "ada", "name": "Ada", "no_deal": 2},
            {"id": "moss", "name": "Moss", "no_deal": "-1/2"},
            {"id": "rook", "name": "Rook"},
        ],
        "points": [
            {"id": "aid", "title": "Aid", "options": options(3)},
            {"id": "border", "title": "Border", "options": options(2)},
            {"id": "calm", "title": "Calm", "options": options(3)},
            {"id": "debt", "title": "Debt", "options": options(2)},
        ],
        "preferences": {
            "ada": {
                "aid": {"scores": [3, 0, 1]}, "calm": {"scores": [0, 4, 2]},
                "bonuses": [
                    {"when": {"aid": ["o0", "o1"], "debt": ["o1"]}, "score": 2},
                    {"when": {"border": ["o0"], "calm": ["o1", "o2"]}, "score": -3},
                ],
            },
            "moss": {"border": {"scores": ["1/2", -1]}, "debt": {"scores": [0, "1/4"]}},
        },
        "lines": [{
            "id": "no-second", "owner": "moss", "point": "aid",
            "ladder": [{"accept": ["o0", "o2"], "cost": 0}],
        }],
        "links": [
            {"id": "if", "kind": "law",
             "if": {"any": [{"aid": ["o0"]}, {"calm": ["o2"], "debt": ["o0"]}]},
             "then": {"not": {"border": ["o1"], "debt": ["o1"]}}},
            {"id": "two", "kind": "law", "require": {"at_least": 2, "of": [
                {"aid": ["o2"]}, {"border": ["o0"]}, {"not": {"calm": ["o0"]}}]}},
            {"id": "one", "kind": "law", "exclude": [
                {"aid": ["o0"], "calm": ["o1"]}, {"border": ["o1"]}, {"debt": ["o1"]}]},
        ],
        "ratification": [{
            "id": "assembly", "body": "Assembly", "for_party": "ada", "seats": 10,
            "rules": [{"id": "most", "need": 5, "when": {"border": ["o0"]}}],
            "blocs": [
                {"id": "left", "seats": 5, "accepts": {"aid": ["o0", "o2"], "calm": ["o1"]}},
                {"id": "right", "seats": 4, "accepts": {"debt": ["o1"]}},
                {"id": "rest", "seats": 1, "accepts": {"calm": ["o1", "o2"]}},
            ],
        }],
    }))
}
