//! Phrases of random cases.

use serde_json::{Value, json};
use winset_gen::small::small;
use winset_model::case_from_document;
use winset_model::document::Node;
use winset_model::phrase::{condition_phrase, phrase_of, read_condition, read_phrase};
use winset_sheet::{document_from, read_tables, to_xlsx, workbook_of};

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

/// Every rule of a case file as a phrase: the same case, which comes back from a workbook as it was.
#[test]
fn a_case_in_phrases_is_the_same_case() {
    let mut phrases = 0;
    for seed in 0..1_000 {
        let file = small(seed);
        let mut said = file.clone();
        for link in said["links"].as_array_mut().unwrap() {
            let phrase = phrase_of(&document(&link.to_string())).unwrap();
            let keys = link.as_object_mut().unwrap();
            if phrase.starts_with("if ") && seed % 2 == 0 {
                for key in ["if", "then"] {
                    let condition = condition_phrase(&document(&keys[key].to_string())).unwrap();
                    keys[key] = json!(condition);
                }
                continue;
            }
            for key in ["if", "then", "require", "exclude"] {
                keys.remove(key);
            }
            link["rule"] = json!(phrase);
            phrases += 1;
        }
        for body in said["ratification"].as_array_mut().unwrap() {
            for rule in body["rules"].as_array_mut().unwrap() {
                if !rule["when"].is_null() {
                    let when = condition_phrase(&document(&rule["when"].to_string())).unwrap();
                    rule["when"] = json!(when);
                }
            }
        }
        let documents = [&file, &said].map(|file| document(&file.to_string()));
        let [one, other] = documents.each_ref().map(|document| {
            let read = case_from_document(document);
            read.unwrap_or_else(|e| panic!("seed {seed}: {e:#?}")).case
        });
        for (one, other) in one.links.iter().zip(&other.links) {
            assert!(
                one.rule.open() == other.rule.open(),
                "seed {seed}: {}",
                one.id
            );
            assert_eq!((one.law, one.relax_cost), (other.law, other.relax_cost));
        }
        for (one, other) in one.bodies.iter().zip(&other.bodies) {
            for (one, other) in one.rules.iter().zip(&other.rules) {
                assert_eq!(one.when, other.when, "seed {seed}: {}", one.id);
            }
        }
        if seed < 100 {
            // What nobody touched comes back in the words in which it was written.
            let [_, said] = documents;
            let workbook = to_xlsx(&workbook_of(&said, None).unwrap()).unwrap();
            let read = document_from(&read_tables(&workbook).unwrap(), Some(&said)).unwrap();
            assert_eq!(
                read.document.canonical_json(),
                said.canonical_json(),
                "seed {seed}"
            );
        }
    }
    assert!(phrases > 500, "{phrases}");
}
