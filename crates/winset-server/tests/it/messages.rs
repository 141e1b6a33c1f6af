//! The messages of the catalogue: each that pages and narrations use is there, each that is there is used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

fn of_crate(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The placeholders of each message.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let text =
        fs::read_to_string(of_crate(&format!("../winset-told/messages/{language}.ftl"))).unwrap();
    if let Err((_, errors)) = FluentResource::try_new(text.clone()) {
        panic!("{language}: {errors:?}");
    }
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in text.lines() {
        let begins = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if let Some((id, _)) = line.split_once(" = ").filter(|_| begins) {
            let again = found.insert(id.to_owned(), BTreeSet::new());
            assert!(again.is_none(), "{language}: {id} is there twice");
            id.clone_into(&mut last);
        }
        for (_, rest) in line
            .match_indices("{ $")
            .map(|(at, _)| line.split_at(at + 3))
        {
            let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap();
            found.get_mut(&last).unwrap().insert(rest[..end].to_owned());
        }
    }
    found
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Templates and sources, without their tests.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    files(&of_crate("templates"), &mut found);
    files(&of_crate("src"), &mut found);
    files(&of_crate("../winset-told/src"), &mut found);
    files(&of_crate("../winset-answers/src/ask"), &mut found);
    found.push(of_crate("../winset-cli/src/run.rs"));
    found.push(of_crate("../winset-cli/src/lobby.rs"));
    files(&of_crate("../winset-cli/src/new"), &mut found);
    files(&of_crate("../winset-answers/src/drawn"), &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap().to_owned();
        (path, text)
    };
    found.into_iter().map(read).collect()
}

/// The identifiers that are asked for where they stand: `w.get("..")` and its like.
fn asked(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for call in [".get(", ".with(", ".count(", ".fill("] {
        for (at, _) in text.match_indices(call) {
            let rest = text[at + call.len()..].trim_start();
            let Some(rest) = rest.strip_prefix('"') else {
                continue;
            };
            found.push(rest.split('"').next().unwrap().to_owned());
        }
    }
    found
}

#[test]
fn every_message_that_is_asked_for_is_there() {
    let english = messages("en");
    let mut count = 0;
    for (path, text) in sources() {
        for id in asked(&text) {
            assert!(english.contains_key(&id), "{}: {id}", path.display());
            count += 1;
        }
    }
    assert!(count > 150, "{count}");
}

/// What changes of clauses are marked by; `winset-text` names them.
const MARKERS: [&str; 4] = ["ADD", "MOD", "NOC", "SUP"];

#[test]
fn every_message_is_used() {
    let sources = sources();
    let is_used = |id: &String| {
        let quoted = format!("\"{id}\"");
        sources.iter().any(|(_, text)| text.contains(&quoted))
    };
    let mut unused = messages("en");
    unused.retain(|id, _| !is_used(id) && !MARKERS.contains(&id.as_str()));
    assert!(unused.is_empty(), "nothing says {:?}", unused.keys());
}

#[test]
fn other_languages_say_nothing_that_english_does_not() {
    let english = messages("en");
    for (id, fields) in messages("ar") {
        let Some(expected) = english.get(&id) else {
            panic!("`{id}` is no message of en.ftl");
        };
        // A plural may leave its number out, as `[one] 1 point` does; nothing may ask for more.
        assert!(
            fields.is_subset(expected),
            "{id}: {fields:?}, not {expected:?}"
        );
        assert_eq!(fields.is_empty(), expected.is_empty(), "{id}");
    }
}

/// What is filled in is what the message asks for: a number as `n` and `shown`, a text as `what`.
#[test]
fn messages_ask_for_what_is_filled_in() {
    let english = messages("en");
    let set =
        |names: &[&str]| -> BTreeSet<String> { names.iter().map(|n| (*n).to_owned()).collect() };
    for (path, text) in sources() {
        for (call, given) in [
            ("get(\"", set(&[])),
            ("with(\"", set(&["what"])),
            ("count(\"", set(&["n", "shown"])),
        ] {
            for (at, _) in text.match_indices(call) {
                let id = text[at + call.len()..].split('"').next().unwrap();
                let Some(fields) = english.get(id) else {
                    continue;
                };
                assert!(
                    fields.is_subset(&given) && fields.is_empty() == given.is_empty(),
                    "{}: {call}{id}\") fills in {given:?}, not {fields:?}",
                    path.display()
                );
            }
        }
    }
}
