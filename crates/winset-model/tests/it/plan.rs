//! Plans of phases: mistakes are all found, and readers see their part.

use winset_model::audience::{Audience, for_audience};
use winset_model::document::{self, Syntax};
use winset_model::{case_from_document, read_case};

const HEAD: &str = "format: winset-case/1
id: pier
title: Pier
parties:
  - {id: ann, name: Ann}
  - {id: bob, name: Bob, visibility: public}
  - {id: cyd, name: Cyd}
points:
  - id: land
    title: Land
    options: [{id: keep, label: Keep}, {id: sell, label: Sell}]
phases:
  - {id: P0, name: First, day: 3}
";

fn found(plan: &str) -> Vec<String> {
    let text = format!("{HEAD}plan:\n{plan}");
    match read_case(text.as_bytes(), Syntax::Yaml) {
        Ok(_) => Vec::new(),
        Err(found) => found
            .iter()
            .map(|finding| {
                let path = finding.path.trim_start_matches("plan.");
                format!("{} {path}: {}", finding.code.as_str(), finding.message)
            })
            .collect(),
    }
}

#[test]
fn every_mistake_is_found_at_once() {
    let plan = "  bounds: {ann: 3, dan: 4}
  items:
    - {id: a, owner: ann, values: {ann: 2000000000, eve: 1}, phase: P9}
    - {id: a, owner: bob}
    - {id: b, owner: bob, after: [b]}
    - {id: c, owner: cyd, earliest: 5, days: 2, verify: 1, latest: 7}
    - {id: d, owner: ann, when: {land: [rent]}, lapses_unless: {item: z, within: 40000}}
";
    let expected = [
        "E021 bounds.dan: unknown party `dan`",
        "E030 items[0].values.ann: this number is out of range",
        "E021 items[0].values.eve: unknown party `eve`",
        "E024 items[0].phase: unknown phase `P9`",
        "E020 items[1].id: item `a` exists already",
        "E061 items[2].after[0]: item `b` waits for itself",
        "E061 items[3].latest: item `c` cannot be verified so early",
        "E023 items[4].when.land[0]: unknown option `rent` of point `land`",
        "E024 items[4].lapses_unless.item: unknown item `z`",
        "E030 items[4].lapses_unless.within: this number is out of range",
    ];
    assert_eq!(found(plan), expected);
}

#[test]
fn a_circle_is_named_whole() {
    let circle = "  items:
    - {id: a, owner: ann, after: [c]}
    - {id: b, owner: bob, after: [a]}
    - {id: c, owner: cyd, after: [b]}
    - {id: d, owner: cyd, after: [c]}
";
    let found_there = found(circle);
    assert_eq!(
        found_there,
        ["E061 items[0].id: items wait for each other: a after c after b after a"]
    );
    let act = "  items:
    - {id: a, owner: ann, act: swap}
    - {id: b, owner: bob, act: swap, after: [c]}
    - {id: c, owner: cyd, after: [a]}
";
    let found_there = found(act);
    assert_eq!(found_there.len(), 1, "{found_there:?}");
    assert!(found_there[0].contains("those of act `swap` are handed over together"));
    let inside = "  items:
    - {id: a, owner: ann, act: swap}
    - {id: b, owner: bob, act: swap, after: [a]}
";
    assert_eq!(found(inside).len(), 1);
}

/// The plan of a file as a reader sees it.
fn seen(plan: &str, reader: &str) -> String {
    let text = format!("{HEAD}plan:\n{plan}");
    let root = document::parse(text.as_bytes(), Syntax::Yaml).unwrap();
    let audience = match reader {
        "public" => Audience::Public,
        party => Audience::Party(party.to_owned()),
    };
    let cut = for_audience(&root, &audience);
    case_from_document(&cut).unwrap();
    cut.canonical_json()
}

#[test]
fn readers_see_items_and_numbers_that_are_theirs() {
    let plan = "  bounds: {ann: 30, bob: 40, cyd: 50}
  items:
    - {id: a, owner: ann, values: {ann: 11, bob: 12, cyd: 13}, act: swap}
    - {id: hidden, owner: cyd, visibility: sealed, act: swap}
    - {id: b, owner: bob, after: [hidden, a], values: {cyd: 14}, lapses_unless: {item: hidden, within: 3}}
    - {id: c, owner: bob, after: [hidden]}
";
    for (reader, sees, not) in [
        (
            "public",
            &["40", "12"][..],
            &["30", "50", "11", "13", "14", "hidden", "swap"][..],
        ),
        (
            "ann",
            &["30", "40", "11", "12"],
            &["50", "13", "14", "hidden", "swap"],
        ),
        (
            "cyd",
            &["40", "50", "13", "14", "hidden", "swap"],
            &["30", "11"],
        ),
    ] {
        let told = seen(plan, reader);
        for word in sees {
            assert!(told.contains(word), "{reader} {word}: {told}");
        }
        for word in not {
            assert!(!told.contains(word), "{reader} {word}: {told}");
        }
    }
    // In a world without the hidden item and with other numbers a reader sees the same, to the byte.
    let other = "  bounds: {ann: 7, bob: 40}
  items:
    - {id: a, owner: ann, values: {ann: 1, bob: 12}}
    - {id: b, owner: bob, after: [a]}
    - {id: c, owner: bob}
";
    assert_eq!(seen(plan, "public"), seen(other, "public"));
    let all_hidden = "  signed: 2031-04-01
  items:
    - {id: hidden, owner: cyd, visibility: mediator}
";
    assert!(!seen(all_hidden, "ann").contains("plan"));
}
