//! Forms as a browser sends them, against the files that they are about.

use std::path::Path;

use winset_model::amendment::{CaseChange, apply};
use winset_model::document::{Node, Syntax, parse};
use winset_told::messages::english;

use super::*;

/// The case files of the repository.
fn files() -> Vec<Node> {
    let folders = ["cases", "crates/winset-cli/templates"];
    let mut files = Vec::new();
    for folder in folders {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .join(folder);
        for entry in std::fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|kind| kind == "yaml") {
                files.push(parse(&std::fs::read(path).unwrap(), Syntax::Yaml).unwrap());
            }
        }
    }
    assert!(files.len() >= 6, "{}", files.len());
    files
}

/// What a browser sends of fields that nobody touched.
fn sent(fields: &[FieldView]) -> FieldValues {
    let mut sent = FieldValues::new();
    let mut send = |name: &str, value: &str| {
        let values: &mut Vec<String> = sent.entry(name.to_owned()).or_default();
        values.push(value.replace('\n', "\r\n"));
    };
    let mut all: Vec<&FieldView> = fields.iter().collect();
    for row in fields.iter().flat_map(|field| &field.rows) {
        send(&row.was, &row.before);
        all.extend(&row.fields);
    }
    for field in all {
        match field.drawn {
            "rows" => {}
            "checks" => field
                .choices
                .iter()
                .filter(|choice| choice.chosen)
                .for_each(|choice| send(&field.name, &choice.value)),
            "choice" => {
                let chosen = field.choices.iter().find(|choice| choice.chosen);
                send(&field.name, chosen.map_or("", |choice| &choice.value));
            }
            "bounds" => {
                send(&format!("{}.from", field.name), &field.value);
                send(&format!("{}.to", field.name), &field.upper);
            }
            _ => send(&field.name, &field.value),
        }
    }
    sent
}

fn form(file: &Node, kind: &EntryKind, entry: &Node) -> FieldValues {
    let fields = kind.fields_for(FormReader::Mediator);
    let values = values_of(&fields, entry);
    sent(&fields_of(english(), file, &fields, &values, &[]))
}

#[test]
fn a_form_that_nobody_touched_changes_nothing() {
    let mut forms = 0;
    for file in files() {
        for kind in &KINDS {
            let entries = match kind.list {
                "" => std::slice::from_ref(&file),
                list => file.members_under(list),
            };
            for entry in entries {
                let at = entry.text_under("id").filter(|_| !kind.list.is_empty());
                let changes = edited(
                    &file,
                    kind,
                    FormReader::Mediator,
                    at,
                    &form(&file, kind, entry),
                );
                assert_eq!(changes, Ok(Vec::new()), "{} {at:?}", kind.list);
                forms += 1;
            }
        }
        for party in file.members_under("parties") {
            let id = party.text_under("id").unwrap();
            let mut values = FieldValues::new();
            for point in score_table(&file, id, None, &[]) {
                let ends = point.ends.into_iter().flatten();
                let pairs = [point.weight].into_iter().chain(ends).chain(point.pieces);
                let options = point
                    .options
                    .into_iter()
                    .map(|(_, name, value)| (name, value));
                for (name, value) in pairs.chain(options) {
                    values.insert(name, vec![value]);
                }
            }
            assert_eq!(scored(&file, id, &values), Ok(Vec::new()), "{id}");
            forms += 1;
        }
    }
    assert!(forms > 150, "{forms}");
}

/// The file that a form makes of another one.
fn after(file: &Node, list: &str, at: Option<&str>, values: &FieldValues) -> Node {
    let changes = edited(
        file,
        kind_of(list).unwrap(),
        FormReader::Mediator,
        at,
        values,
    )
    .unwrap();
    apply(file, &changes).unwrap()
}

fn values(pairs: &[(&str, &str)]) -> FieldValues {
    let mut values = FieldValues::new();
    for (name, value) in pairs {
        let of = values.entry((*name).to_owned()).or_default();
        of.push((*value).to_owned());
    }
    values
}

fn small() -> Node {
    small_with("if: {land: leave}, then: {fee: {from: 7}}")
}

/// A small file with this rule in its only link.
fn small_with(rule: &str) -> Node {
    let text = "
format: winset-case/1
id: ford
title: The ford
parties: [{id: ann, name: Ann, short: A, no_deal: 4}, {id: bob, name: Bob}]
points:
  - {id: land, title: Land, options: [{id: keep, label: Keep}, {id: leave, label: Leave}]}
  - {id: fee, title: Fee, range: {from: 0, to: 10, step: 1}}
preferences: {ann: {land: {weight: 2, scores: [1, 0]}}}
lines:
  - {id: A-land, owner: ann, point: land, ladder: [{accept: [keep], cost: 0}]}
  - {id: A-fee, owner: ann, point: fee, ladder: [{accept: {from: 5}, cost: 0}]}
links:
  - {id: A-if, owner: ann, RULE, relax_cost: 3}
";
    parse(text.replace("RULE", rule).as_bytes(), Syntax::Yaml).unwrap()
}

fn told(changes: &[CaseChange], file: &Node) -> Vec<String> {
    winset_told::amended::changes_told(changes, file, None)
}

#[test]
fn an_option_that_is_split_and_one_that_is_reworded_are_two_changes() {
    let file = small();
    let point = kind_of("points").unwrap();
    let mut form = form(&file, point, &file.members_under("points")[0]);
    form.insert(
        "options.1.label".to_owned(),
        vec!["Leave in spring".to_owned()],
    );
    form.insert(
        "options.2.label".to_owned(),
        vec!["Leave in autumn".to_owned()],
    );
    let changes = edited(&file, point, FormReader::Mediator, Some("land"), &form).unwrap();
    assert_eq!(
        told(&changes, &file),
        [
            "adds the option “Leave in autumn” to “Land”",
            "rewords the option “Leave” to “Leave in spring”",
        ]
    );
    let now = apply(&file, &changes).unwrap();
    let ids: Vec<Option<&str>> = now.members_under("points")[0]
        .members_under("options")
        .iter()
        .map(|option| option.text_under("id"))
        .collect();
    assert_eq!(ids, [Some("keep"), Some("leave"), Some("leave-in-autumn")]);
}

#[test]
fn whatever_names_a_renamed_entry_follows() {
    let file = small();
    let party = kind_of("parties").unwrap();
    let mut form = form(&file, party, &file.members_under("parties")[0]);
    form.insert("id".to_owned(), vec!["anna".to_owned()]);
    form.insert("name".to_owned(), vec!["Anna".to_owned()]);
    let now = after(&file, "parties", Some("ann"), &form);
    assert_eq!(
        now.members_under("parties")[0].text_under("name"),
        Some("Anna")
    );
    let owners = now.members_under("lines").iter();
    assert!(
        owners
            .clone()
            .all(|line| line.text_under("owner") == Some("anna"))
    );
    assert!(score_table(&now, "anna", None, &[])[0].weight.1 == "2");
}

#[test]
fn a_new_entry_gets_a_name_of_its_own() {
    let file = small();
    let point = values(&[
        ("title", "Who may fish?"),
        ("options.0.label", "Both"),
        ("options.1.label", "Both"),
        ("options.2.label", " "),
    ]);
    let now = after(&file, "points", None, &point);
    let new = &now.members_under("points")[2];
    assert_eq!(new.text_under("id"), Some("who-may-fish"));
    let options = new.members_under("options").iter();
    let ids: Vec<Option<&str>> = options.map(|option| option.text_under("id")).collect();
    assert_eq!(ids, [Some("both"), Some("both-2")]);

    let line = values(&[
        ("owner", "ann"),
        ("point", "land"),
        ("ladder.0.accept", "keep"),
        ("ladder.0.accept", "leave"),
        ("ladder.0.cost", "0"),
    ]);
    let now = after(&file, "lines", None, &line);
    assert_eq!(
        now.members_under("lines")[2].text_under("id"),
        Some("a-land")
    );
}

#[test]
fn values_grow_and_shrink_and_what_is_emptied_goes() {
    let file = small();
    let party = kind_of("parties").unwrap();
    let mut form = form(&file, party, &file.members_under("parties")[0]);
    form.insert("no_deal.low".to_owned(), vec!["3".to_owned()]);
    form.insert("no_deal.high".to_owned(), vec!["5".to_owned()]);
    let ranged = after(&file, "parties", Some("ann"), &form);
    let json = ranged.members_under("parties")[0].canonical_json();
    assert!(
        json.contains(r#""no_deal":{"high":5,"low":3,"score":4}"#),
        "{json}"
    );
    for emptied in ["no_deal.low", "no_deal.high"] {
        form.insert(emptied.to_owned(), vec![String::new()]);
    }
    let plain = after(&ranged, "parties", Some("ann"), &form);
    assert_eq!(plain.canonical_json(), file.canonical_json());
    form.insert("no_deal.score".to_owned(), vec![String::new()]);
    let none = after(&file, "parties", Some("ann"), &form);
    assert!(
        !none.members_under("parties")[0]
            .canonical_json()
            .contains("no_deal")
    );
}

#[test]
fn phrases_are_read_and_what_cannot_be_read_is_told_at_its_field() {
    let file = small();
    let link = kind_of("links").unwrap();
    let mut form = form(&file, link, &file.members_under("links")[0]);
    assert_eq!(form["rule"], ["if land = leave then fee from 7"]);
    form.insert("rule".to_owned(), vec!["require land = keep".to_owned()]);
    let now = after(&file, "links", Some("A-if"), &form);
    let json = now.members_under("links")[0].canonical_json();
    assert_eq!(
        json,
        r#"{"id":"A-if","owner":"ann","relax_cost":3,"require":{"land":"keep"}}"#
    );
    // A phrase that the file has itself gives way to the one that is typed.
    let said = small_with("rule: 'if land = leave then fee from 7'");
    let typed = after(&said, "links", Some("A-if"), &form);
    assert_eq!(typed.members_under("links")[0].canonical_json(), json);
    form.insert("rule".to_owned(), vec!["if land then".to_owned()]);
    let problems = edited(&file, link, FormReader::Mediator, Some("A-if"), &form).unwrap_err();
    assert_eq!(problems[0].field, "rule");
    assert!(
        problems[0].what.starts_with("at character 9:"),
        "{problems:?}"
    );
}

#[test]
fn scores_are_given_for_every_option_or_for_none() {
    let file = small();
    let some = values(&[("p.0.weight", "2"), ("p.0.s.0", "1"), ("p.0.s.1", "")]);
    let problems = scored(&file, "ann", &some).unwrap_err();
    assert_eq!(problems[0].field, "p.0.weight");
    let all = values(&[
        ("p.0.weight", ""),
        ("p.0.s.0", "3"),
        ("p.0.s.1", "1/2"),
        ("p.1.from", "0"),
        ("p.1.to", "10"),
    ]);
    let changes = scored(&file, "bob", &all).unwrap();
    let now = apply(&file, &changes).unwrap().canonical_json();
    let bob = r#""bob":{"fee":{"linear":{"from":0,"to":10}},"land":{"scores":[3,"1/2"]}}"#;
    assert!(now.contains(bob), "{now}");
    let gone = scored(&apply(&file, &changes).unwrap(), "bob", &FieldValues::new()).unwrap();
    assert_eq!(gone.len(), 2);
}

#[test]
fn what_is_wrong_is_told_at_the_field_that_it_is_about() {
    let party = kind_of("parties").unwrap();
    assert_eq!(party.field_named("no_deal.low"), "no_deal.low");
    assert_eq!(party.field_named("no_deal"), "no_deal.score");
    assert_eq!(party.field_named("decides"), "");
    let point = kind_of("points").unwrap();
    assert_eq!(point.field_named("options[1].label"), "options");
    let link = kind_of("links").unwrap();
    assert_eq!(link.field_named("then.fee[0]"), "rule");
    assert_eq!(
        score_field(&small(), "preferences.ann.fee.linear.to", "ann").as_deref(),
        Some("p.1.weight")
    );
}
