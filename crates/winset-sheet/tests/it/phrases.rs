//! Phrases of random cases.

use serde_json::{Value, json};
use winset_gen::small::small;
use winset_model::case_from_document;
use winset_model::document::Node;
use winset_model::phrase::{condition_phrase, phrase_of, read_condition, read_phrase};

use crate::support::document;

fn as_json(node: &Node) -> Value {
    serde_json::from_str(&node.canonical_json()).unwrap()
}

/// Written as phrases and read again, links and vote rules are the same rules.
#[test]
fn phrases_read_back_as_the_same_rules() {
    let mut phrases = 0;
    for seed in 0..3_000 {
        let file = small(seed);
        let before = case_from_document(&document(&file.to_string()))
            .unwrap()
            .case;
        let mut after = file.clone();
        for link in after["links"].as_array_mut().unwrap() {
            let phrase = phrase_of(&document(&link.to_string()));
            let phrase = phrase.unwrap_or_else(|| panic!("seed {seed}: {link}"));
            let rule =
                read_phrase(&phrase).unwrap_or_else(|e| panic!("seed {seed}: {phrase}: {e}"));
            let again = phrase_of(&rule);
            assert_eq!(again.as_deref(), Some(phrase.as_str()), "seed {seed}");
            for key in ["if", "then", "require", "exclude"] {
                link.as_object_mut().unwrap().remove(key);
            }
            for (key, value) in as_json(&rule).as_object().unwrap() {
                link[key] = value.clone();
            }
            phrases += 1;
        }
        for body in after["ratification"].as_array_mut().unwrap() {
            for rule in body["rules"].as_array_mut().unwrap() {
                if rule["when"].is_null() {
                    continue;
                }
                let phrase = condition_phrase(&document(&rule["when"].to_string())).unwrap();
                rule["when"] = as_json(&read_condition(&phrase).unwrap());
            }
        }
        let after = case_from_document(&document(&json!(after).to_string()));
        let after = after.unwrap_or_else(|e| panic!("seed {seed}: {e:#?}")).case;
        for (one, other) in before.links.iter().zip(&after.links) {
            assert!(
                one.rule.open() == other.rule.open(),
                "seed {seed}: {}",
                one.id
            );
        }
        for (one, other) in before.bodies.iter().zip(&after.bodies) {
            for (one, other) in one.rules.iter().zip(&other.rules) {
                assert_eq!(one.when, other.when, "seed {seed}: {}", one.id);
            }
        }
    }
    assert!(phrases > 3_000, "{phrases}");
}
