//! What an audience is shown depends on nothing that it may not see.

use std::path::Path;

use serde_json::Value;
use winset_gen::discreet;
use winset_gen::twin::{Reader, twin};
use winset_model::audience::{Audience, for_audience};
use winset_model::case::Case;
use winset_model::document::{self, Node, Syntax};
use winset_model::read_case;

fn node(text: &str) -> Node {
    document::parse(text.as_bytes(), Syntax::Json).unwrap()
}

fn case(text: &str) -> Case {
    match read_case(text.as_bytes(), Syntax::Json) {
        Ok(reading) => reading.case,
        Err(found) => panic!("{found:#?}\n{text}"),
    }
}

/// A case and its twins give each audience the same; what they give is a case.
fn check(file: &Value, parties: &[String], seeds: std::ops::Range<u64>) -> usize {
    let text = file.to_string();
    let whole = node(&text);
    let holders = for_audience(&whole, &Audience::Holder);
    assert_eq!(holders.canonical_json(), whole.canonical_json());
    let mut stated = file.clone();
    stated.as_object_mut().unwrap().remove("assumptions");
    let mediators = for_audience(&whole, &Audience::Mediator).canonical_json();
    assert_eq!(mediators, node(&stated.to_string()).canonical_json());
    // What somebody supposes of a party is not its own.
    let full = case(&mediators);
    let mut different = 0;
    let readers = parties.iter().map(|id| Some(id.as_str())).chain([None]);
    for reader in readers {
        let audience = reader.map_or(Audience::Public, |id| Audience::Party(id.to_owned()));
        let shown = for_audience(&whole, &audience);
        let written = shown.canonical_json();
        let seen = case(&written);
        for seed in seeds.clone() {
            let twin = twin(file, Reader(reader), seed).to_string();
            case(&twin);
            let other = node(&twin);
            let twins = for_audience(&other, &audience);
            assert_eq!(
                twins.canonical_json(),
                written,
                "{audience:?}\n{text}\n{twin}"
            );
            assert_eq!(twins, shown, "{audience:?}");
            different += usize::from(other.canonical_json() != whole.canonical_json());
        }
        // What is shown is shown again: nothing more is taken out of it.
        assert_eq!(for_audience(&shown, &audience), shown);
        if let Some(id) = reader {
            own(&full, &seen, id);
        }
    }
    different
}

/// A party sees all of what is its own, and exactly that of it.
fn own(full: &Case, seen: &Case, id: &str) {
    let party = full.party_named(id).unwrap();
    assert_eq!(seen.party_named(id), Some(party));
    let sheet = |case: &Case| case.parties[party.index()].sheet.open().clone();
    assert!(sheet(full) == sheet(seen), "{id}");
    let lines = |case: &Case| -> Vec<_> {
        let lines = case.lines.iter().filter(|line| line.owner == party);
        lines
            .map(|l| {
                (
                    l.id.clone(),
                    l.point,
                    l.law,
                    l.seen,
                    l.ladder.open().clone(),
                )
            })
            .collect()
    };
    assert_eq!(lines(full), lines(seen));
    let links = |case: &Case| -> Vec<_> {
        let links = case.links.iter().filter(|link| link.owner == Some(party));
        links
            .map(|l| {
                (
                    l.id.clone(),
                    l.law,
                    l.seen,
                    l.relax_cost,
                    l.rule.open().clone(),
                )
            })
            .collect()
    };
    assert_eq!(links(full), links(seen));
    let votes = |case: &Case| -> Vec<_> {
        let bodies = case.bodies.iter().filter(|body| body.party == party);
        let rules = bodies.flat_map(|b| b.rules.iter().map(|r| (b.id.clone(), r.clone())));
        rules
            .map(|(b, r)| (b, r.id, r.need, r.seen, r.when))
            .collect()
    };
    assert_eq!(votes(full), votes(seen));
    let offers = |case: &Case| -> Vec<_> {
        let offers = case.offers.iter().filter(|offer| offer.by == party);
        offers
            .map(|o| (o.kind, o.says.clone(), o.stand.clone()))
            .collect()
    };
    assert_eq!(offers(full), offers(seen));
    // What others entered of its statements is theirs.
    let said = |case: &Case| -> Vec<String> {
        let said = case.register.statements.iter().filter(|s| s.by == party);
        let said = said.filter(|s| s.entry.entered_by.is_none());
        said.map(|s| format!("{} {}", s.id, s.says)).collect()
    };
    assert_eq!(said(full), said(seen));
}

fn parties(file: &Value) -> Vec<String> {
    let parties = file["parties"].as_array().unwrap().iter();
    parties
        .map(|party| party["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn two_thousand_small_cases_and_their_twins_look_alike() {
    let (mut pairs, mut different) = (0, 0);
    for seed in 0..2_000 {
        let file = discreet(seed);
        let parties = parties(&file);
        different += check(&file, &parties, seed..seed + 1);
        pairs += parties.len() + 1;
    }
    assert!(
        different * 10 > pairs * 9,
        "{different} of {pairs} twins differ"
    );
    println!("{pairs} twins, {different} of them different");
}

#[test]
fn the_demonstration_case_and_its_twins_look_alike() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/sella-basin.yaml");
    let root = document::parse(&std::fs::read(path).unwrap(), Syntax::Yaml).unwrap();
    let file: Value = serde_json::from_str(&root.canonical_json()).unwrap();
    assert_eq!(check(&file, &parties(&file), 0..20), 100);
}

/// Names that look like numbers or truth values are names all the same.
#[test]
fn owners_are_known_however_they_are_written() {
    let text = "
format: winset-case/1
id: names
title: Names
parties: [{id: 7, name: Seven, no_deal: 1}, {id: true, name: True, no_deal: 2}]
points: [{id: fee, title: Fee, options: [{id: low, label: Low}, {id: high, label: High}]}]
preferences: {7: {fee: {scores: [1, 3]}}, true: {fee: {scores: [4, 2]}}}
lines: [{id: a, owner: 7, point: fee, visibility: sealed, ladder: [{accept: low, cost: 0}]}]
offers:
  - {seq: 1, by: 7, visibility: sealed, package: {fee: low}}
  - {seq: 2, by: true, package: {fee: low}}
  - {seq: 3, by: true, says: {fee: high}}
";
    let root = document::parse(text.as_bytes(), Syntax::Yaml).unwrap();
    let seen = |id: &str| {
        let shown = for_audience(&root, &Audience::Party(id.to_owned()));
        let case = case(&shown.canonical_json());
        let known = case.parties.iter().map(|p| p.sheet.open().scores.is_some());
        (
            known.collect::<Vec<bool>>(),
            case.lines.len(),
            case.offers.len(),
        )
    };
    assert_eq!(seen("7"), (vec![true, false], 1, 3));
    assert_eq!(seen("true"), (vec![false, true], 0, 2));
}

#[test]
fn audiences_have_names() {
    let text = r#"{"format": "winset-case/1", "id": "n", "title": "N",
        "parties": [{"id": "public", "name": "P"}, {"id": "north", "name": "N"}],
        "points": [{"id": "p", "title": "P", "options": [{"id": "o", "label": "O"}]}]}"#;
    let case = case(text);
    let party = |id: &str| Audience::Party(id.to_owned());
    for (name, audience) in [
        ("mediator", Some(Audience::Mediator)),
        ("public", Some(Audience::Public)),
        ("party:public", Some(party("public"))),
        ("north", Some(party("north"))),
        ("south", None),
    ] {
        assert_eq!(Audience::named(&case, name), audience, "{name}");
        if let Some(audience) = audience {
            assert_eq!(audience.name(), name);
        }
    }
    assert_eq!(Audience::named(&case, "party:north"), Some(party("north")));
}
