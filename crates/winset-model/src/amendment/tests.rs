//! Changes of a small case, each with what it must give.

use super::{CaseChange, CasePath, apply, difference};
use crate::document::{Node, Syntax, parse};
use crate::resolve::case_from_document;

const CASE: &str = "
format: winset-case/1
id: berths
title: Berths
parties: [{id: north, name: North, no_deal: 1}, {id: south, name: South}]
points:
  - {id: fee, title: Fee, options: [{id: low, label: Low}, {id: high, label: High}]}
  - {id: port, title: Port, options: [{id: a, label: A}, {id: b, label: B}, {id: c, label: C}]}
preferences:
  north: {port: {scores: [3, 2, 1]}, bonuses: [{when: {port: [a, b], fee: low}, score: 1}]}
lines:
  - {id: S-port, owner: south, point: port, ladder: [{accept: [b, c], cost: 0}]}
links:
  - {id: N-fee, owner: north, if: {port: c}, then: {fee: [low, high]}, relax_cost: 2}
offers:
  - {seq: 1, by: south, says: {port: c}}
  - {seq: 2, by: north, package: {port: a, fee: low}}
";

fn file() -> Node {
    parse(CASE.as_bytes(), Syntax::Yaml).unwrap()
}

fn tree(text: &str) -> Node {
    parse(text.as_bytes(), Syntax::Yaml).unwrap()
}

fn at(place: &str) -> CasePath {
    CasePath::read(&file(), place).unwrap()
}

/// The file after a change, read as a case, with a part of it as text.
fn after(change: CaseChange) -> String {
    let made = apply(&file(), &[change]).unwrap();
    case_from_document(&made).unwrap();
    made.json_as_written()
}

#[test]
fn a_renamed_option_is_renamed_wherever_it_is_named() {
    let at = at("points.port.options.c");
    let to = "sea".to_owned();
    let made = after(CaseChange::Rename { at, to });
    for part in [
        "{\"id\":\"sea\",\"label\":\"C\"}",
        "\"accept\":[\"b\",\"sea\"]",
        "\"if\":{\"port\":\"sea\"}",
        "\"says\":{\"port\":\"sea\"}",
    ] {
        assert!(made.contains(part), "{part}: {made}");
    }
    assert!(!made.contains("\"c\""));
}

#[test]
fn a_renamed_party_is_renamed_wherever_it_is_named() {
    let at = at("parties.north");
    let made = after(CaseChange::Rename {
        at,
        to: "harbour".to_owned(),
    });
    assert!(!made.contains("\"north\""), "{made}");
    assert_eq!(made.matches("\"harbour\"").count(), 4);
}

#[test]
fn scores_follow_their_options() {
    let at = at("points.port.options");
    let added = CaseChange::Add {
        list: at.clone(),
        entry: tree("{id: d, label: D}"),
        after: Some("a".to_owned()),
    };
    assert!(after(added).contains("\"scores\":[3,0,2,1]"));
    let names = ["c", "a", "b"].map(str::to_owned).to_vec();
    let ordered = CaseChange::Order { list: at, names };
    assert!(after(ordered).contains("\"scores\":[1,3,2]"));
}

#[test]
fn what_names_a_retired_option_alone_is_told_by_the_reader() {
    let at = at("points.port.options.c");
    let made = apply(&file(), &[CaseChange::Retire { at }]).unwrap();
    let text = made.json_as_written();
    // Out of lists with others, scores, and offers; not out of a condition that is about it alone.
    assert!(text.contains("\"accept\":[\"b\"]") && text.contains("\"scores\":[3,2]"));
    assert!(text.contains("\"if\":{\"port\":\"c\"}") && !text.contains("\"says\""));
    let found = case_from_document(&super::placed(&made)).unwrap_err();
    assert_eq!(found[0].path, "links[0].if.port");
}

#[test]
fn changes_that_cannot_be_made_say_what_is_there() {
    let file = file();
    let unknown = CasePath::read(&file, "points.prt.title").unwrap_err();
    assert_eq!(
        unknown.to_string(),
        "points: `prt` is not there; there is fee, port; did you mean `port`?"
    );
    let twice = CaseChange::Add {
        list: at("points"),
        entry: tree("{id: fee, title: Fee}"),
        after: None,
    };
    let id = CaseChange::Set {
        at: CasePath::of(vec!["id".to_owned()]).unwrap(),
        to: Some(tree("other")),
    };
    let order = CaseChange::Order {
        list: at("points"),
        names: vec!["fee".to_owned()],
    };
    for (change, why) in [
        (twice, "points: `fee` is there already"),
        (
            id,
            "id: it stays as it is: the journal of the case rests on it",
        ),
        (order, "points: an order names each entry once: fee, port"),
    ] {
        let fault = apply(&file, &[change]).unwrap_err();
        assert_eq!(fault.to_string(), why);
    }
}

#[test]
fn a_change_that_cannot_be_made_touches_nothing() {
    let path = |place: &[&str]| {
        let names = place.iter().map(|name| (*name).to_owned());
        CasePath::of(names.collect()).unwrap()
    };
    let with_leftovers = CASE.replace("{id: port, title: Port", "{id: quay, title: Quay");
    let file = crate::audience::without_places(&tree(&with_leftovers));
    for change in [
        CaseChange::Retire {
            at: path(&["points", "port"]),
        },
        CaseChange::Retire {
            at: path(&["parties", "east"]),
        },
        CaseChange::Rename {
            at: path(&["points", "port"]),
            to: "sea".to_owned(),
        },
        CaseChange::Order {
            list: path(&["points", "quay", "options"]),
            names: vec!["a".to_owned()],
        },
        CaseChange::Order {
            list: path(&["levers"]),
            names: Vec::new(),
        },
        CaseChange::Add {
            list: path(&["levers"]),
            entry: tree("{id: l}"),
            after: Some("k".to_owned()),
        },
        CaseChange::Set {
            at: path(&["points", "port", "title"]),
            to: Some(tree("x")),
        },
    ] {
        let mut made = file.clone();
        let fault = super::apply_in_place(&mut made, std::slice::from_ref(&change));
        assert!(fault.is_err() && made == file, "{change:?}");
    }
}

#[test]
fn an_entry_with_another_identifier_alone_was_renamed() {
    let edited = CASE
        .replace("id: port, title", "id: harbour, title")
        .replace("port: ", "harbour: ")
        .replace("point: port", "point: harbour");
    let changes = difference(&file(), &tree(&edited));
    let renamed = CaseChange::Rename {
        at: at("points.port"),
        to: "harbour".to_owned(),
    };
    assert_eq!(changes, [renamed]);
}

/// A case in which links speak in phrases, and a party supposes something of another.
const SUPPOSED: &str = "
format: winset-case/1
id: berths
title: Berths
parties: [{id: north, name: North}, {id: south, name: South}]
points:
  - {id: fee, title: Fee, options: [{id: low, label: Low}, {id: high, label: High}]}
  - {id: port, title: Port, options: [{id: a, label: A}, {id: b, label: B}, {id: c, label: C}]}
links:
  - {id: K1, rule: if port = b or c then fee = low}
  - {id: K2, if: port = a, then: {any: [fee = high, {not: port = b or c}]}}
  - {id: K3, rule: require fee = low or high}
assumptions:
  - {id: A1, by: north, about: south, scores: {port: {scores: [3, 2, 1]}, fee: {scores: [1, 2]}}, no_deal: 2}
  - {id: A2, by: north, about: south, lines: [{id: S-port, point: port, ladder: [{accept: [b, c], cost: 0}]}]}
";

fn supposed_after(changes: &[(&str, Option<&str>)]) -> String {
    let mut file = tree(SUPPOSED);
    for (place, to) in changes {
        let at = CasePath::read(&file, place).unwrap();
        let change = match to {
            Some(to) => CaseChange::Rename {
                at,
                to: (*to).to_owned(),
            },
            None => CaseChange::Retire { at },
        };
        file = apply(&file, &[change]).unwrap();
    }
    let read = case_from_document(&file);
    read.unwrap_or_else(|found| panic!("{found:#?}"));
    file.json_as_written()
}

#[test]
fn names_in_phrases_and_assumptions_follow() {
    let made = supposed_after(&[
        ("points.port", Some("harbour")),
        ("points.harbour.options.c", Some("or")),
        ("parties.south", Some("fleet")),
    ]);
    for part in [
        r#""rule":"if harbour = b or \"or\" then fee = low""#,
        r#""if":"harbour = a","then":{"any":["fee = high",{"not":"harbour = b or \"or\""}]}"#,
        // What does not name it stays as it is written.
        r#""rule":"require fee = low or high""#,
        r#""about":"fleet","scores":{"harbour":{"scores":[3,2,1]}"#,
        r#""point":"harbour","ladder":[{"accept":["b","or"]"#,
    ] {
        assert!(made.contains(part), "{part}\n{made}");
    }
}

#[test]
fn what_is_retired_goes_from_phrases_and_assumptions() {
    let made = supposed_after(&[("points.port.options.b", None)]);
    for part in [
        r#""rule":"if port = c then fee = low""#,
        r#"{"not":"port = c"}"#,
        r#""scores":{"port":{"scores":[3,1]}"#,
        r#""accept":["c"]"#,
    ] {
        assert!(made.contains(part), "{part}\n{made}");
    }
    let made = supposed_after(&[
        ("links.K1", None),
        ("links.K2", None),
        ("points.port", None),
    ]);
    assert!(
        made.contains(r#""scores":{"fee":{"scores":[1,2]}}"#),
        "{made}"
    );
    assert!(!made.contains("A2") && !made.contains("port"), "{made}");
    let made = supposed_after(&[("parties.south", None)]);
    assert!(!made.contains("A1") && !made.contains("A2"), "{made}");
}

#[test]
fn differences_of_assumptions_are_changes_of_them() {
    let (old, new) = (
        tree(SUPPOSED),
        tree(&SUPPOSED.replace("no_deal: 2", "no_deal: 3")),
    );
    let changes = difference(&old, &new);
    assert_eq!(changes.len(), 1);
    assert!(changes[0].is_assumption());
    assert_eq!(changes[0].place().to_string(), "assumptions.A1.no_deal");
}
