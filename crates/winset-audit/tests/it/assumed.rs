//! A case with assumptions answers exactly as the case with these values typed in as the party's own.

use serde_json::{Value, json};
use winset_audit::audit;
use winset_check::verify;
use winset_gen::rng::Rng;
use winset_gen::small::{PACKAGES_MAX, small};
use winset_model::answer::Answer;
use winset_model::audience::{Audience, for_audience, without_assumptions};
use winset_model::case::Case;
use winset_model::case_from_document;
use winset_model::document::{Node, Syntax, parse};
use winset_model::positions::Positions;
use winset_solve::{Budget, FloorMode, clashes, overlap};

use crate::read::read;

/// The same negotiation three times: what is stated, with the rest supposed, and with the rest typed in.
struct Written {
    stated: Value,
    supposed: Value,
    typed: Value,
    /// How many assumptions there are, and how many of them say something new.
    counts: [usize; 2],
}

/// Takes out of a case what one party states, and lets another suppose it.
fn written(file: &Value, rng: &mut Rng) -> Option<Written> {
    let parties = file["parties"].as_array()?.clone();
    if parties.len() < 2 {
        return None;
    }
    let about = rng.below(parties.len());
    let by = (about + 1 + rng.below(parties.len() - 1)) % parties.len();
    let [about_id, by_id] = [about, by].map(|p| parties[p]["id"].as_str().unwrap().to_owned());
    let mut made = Written {
        stated: file.clone(),
        supposed: Value::Null,
        typed: file.clone(),
        counts: [0, 0],
    };
    let mut supposed: Vec<Value> = Vec::new();
    let mut suppose = |what: &str, value: Value, rng: &mut Rng| {
        // Several entries, or one for all.
        let id = format!("A{}", supposed.len());
        match supposed.last_mut() {
            Some(last) if rng.chance(1, 2) && Value::is_null(&last[what]) => last[what] = value,
            _ => supposed.push(json!({"id": id, "by": by_id, "about": about_id, what: value})),
        }
    };
    values(&mut made, about, &about_id, &mut suppose, rng);
    lines(&mut made, &about_id, &mut suppose, rng);
    made.counts[1] = supposed.len();
    if rng.chance(1, 3) {
        // One that says again what is stated or supposed already.
        supposed.push(
            json!({"id": "again", "by": about_id, "about": by_id, "no_deal": 0, "scores": {}}),
        );
        let known = !made.stated["preferences"][&by_id].is_null();
        if !known || made.stated["parties"][by]["no_deal"].is_null() {
            supposed.pop();
        }
    }
    made.counts[0] = supposed.len();
    made.supposed = made.stated.clone();
    made.supposed["assumptions"] = json!(supposed);
    Some(made)
}

fn values(
    made: &mut Written,
    about: usize,
    id: &str,
    suppose: &mut impl FnMut(&str, Value, &mut Rng),
    rng: &mut Rng,
) {
    let levers = made.stated["levers"].as_array().into_iter().flatten();
    let is_moved = levers.into_iter().any(|lever| lever["target"] == id);
    if is_moved || made.stated["preferences"][id].is_null() || rng.chance(1, 5) {
        return;
    }
    for file in [&mut made.stated, &mut made.typed] {
        file["parties"][about]
            .as_object_mut()
            .unwrap()
            .remove("impasse");
    }
    let party = made.stated["parties"][about].as_object_mut().unwrap();
    let no_deal = party.remove("no_deal");
    let sheets = made.stated["preferences"].as_object_mut().unwrap();
    let sheet = sheets.remove(id).unwrap();
    let mut halves = [json!({}), json!({})];
    for (point, scores) in sheet.as_object().unwrap() {
        halves[rng.below(2)][point] = scores.clone();
    }
    for half in halves {
        if half != json!({}) || sheet == json!({}) {
            suppose("scores", half, rng);
        }
    }
    if let Some(no_deal) = no_deal {
        suppose("no_deal", no_deal, rng);
    }
}

fn lines(
    made: &mut Written,
    id: &str,
    suppose: &mut impl FnMut(&str, Value, &mut Rng),
    rng: &mut Rng,
) {
    let all = made.stated["lines"].as_array().cloned().unwrap_or_default();
    let is_own = |line: &Value| line["owner"] == id && line["kind"] != "law";
    let (mut stated, mut typed, mut moved) = (Vec::new(), Vec::new(), Vec::new());
    let points: Vec<&Value> = all
        .iter()
        .filter(|l| is_own(l))
        .map(|l| &l["point"])
        .collect();
    let gone: Vec<&Value> = points.into_iter().filter(|_| rng.chance(1, 2)).collect();
    for line in &all {
        if is_own(line) && gone.contains(&&line["point"]) {
            moved.push(line.clone());
            continue;
        }
        typed.push(line.clone());
        let mut line = line.clone();
        let ladder = line["ladder"].as_array().unwrap().clone();
        if is_own(&line) && ladder.len() > 1 && rng.chance(1, 2) {
            // As a party is shown it.
            line["ladder"] = json!(ladder[..1]);
            let more = json!([{"id": line["id"], "point": line["point"], "ladder": ladder}]);
            suppose("lines", more, rng);
        }
        stated.push(line);
    }
    for line in &moved {
        let mut line = line.clone();
        line["visibility"] = json!("sealed");
        typed.push(line.clone());
        let entry = line.as_object_mut().unwrap();
        entry.remove("owner");
        entry.remove("visibility");
        suppose("lines", json!([line]), rng);
    }
    made.stated["lines"] = json!(stated);
    made.typed["lines"] = json!(typed);
}

/// Everything of a case on which an answer rests.
fn content(case: &Case) -> String {
    let sheets = case.parties.iter().map(|party| party.sheet.open());
    let lines = case.lines.iter().map(|line| {
        let seen = (line.law, line.ladder.open());
        format!("{} {:?} {:?} {seen:?}\n", line.id, line.owner, line.point)
    });
    format!(
        "{:?}\n{}",
        sheets.collect::<Vec<_>>(),
        lines.collect::<String>()
    )
}

fn document(file: &Value) -> Node {
    parse(file.to_string().as_bytes(), Syntax::Json).unwrap()
}

#[test]
fn two_thousand_cases_with_assumptions_are_those_with_the_values_typed_in() {
    let (mut cases, mut impossible, mut counted) = (0, 0, 0);
    for seed in 0..2_000 {
        let mut rng = Rng::new(seed ^ 0x1ab7);
        let Some(written) = written(&small(seed), &mut rng) else {
            continue;
        };
        let [supposed, typed] = [&written.supposed, &written.typed].map(read);
        assert_eq!(
            content(&supposed),
            content(&typed),
            "seed {seed}\n{}",
            written.supposed
        );
        assert_eq!(supposed.assumptions.len(), written.counts[0], "seed {seed}");
        assert_eq!(supposed.assumed().count(), written.counts[1], "seed {seed}");
        let asked = Positions::declared(&supposed);
        let budget = Budget::unlimited();
        let found = audit(&supposed, &asked, &budget, PACKAGES_MAX as u64).unwrap();
        assert!(
            found.differences.is_empty(),
            "seed {seed}: {:?}",
            found.differences
        );
        let other = audit(&typed, &asked, &budget, PACKAGES_MAX as u64).unwrap();
        assert_eq!(found.census.count, other.census.count, "seed {seed}");
        if seed.is_multiple_of(8) {
            let [one, two] = [&supposed, &typed]
                .map(|case| clashes(case, &asked, FloorMode::Members, Some(20), &budget).list);
            assert_eq!(
                format!("{one:?}").len(),
                format!("{two:?}").len(),
                "seed {seed}"
            );
        }
        // A proof is about the file as it is written, and so is its hash.
        if let Answer::Impossible(proof) = overlap(&supposed, &asked, &budget) {
            assert!(verify(&supposed, proof.bytes()).is_ok(), "seed {seed}");
            assert!(verify(&typed, proof.bytes()).is_err(), "seed {seed}");
            impossible += 1;
        }
        cases += 1;
        counted += written.counts[1];
        audiences(&written, seed);
    }
    assert!(
        cases > 1_000 && impossible > 300 && counted > cases,
        "{cases} {impossible} {counted}"
    );
}

/// Whoever is not their party is shown what the case without assumptions shows.
fn audiences(written: &Written, seed: u64) {
    let [supposed, stated] = [&written.supposed, &written.stated].map(document);
    let mut readers = vec![Audience::Mediator, Audience::Public];
    let parties = written.stated["parties"].as_array().unwrap().iter();
    let ids = parties.map(|party| party["id"].as_str().unwrap().to_owned());
    readers.extend(ids.map(Audience::Party));
    for reader in readers {
        let shown = for_audience(&supposed, &reader);
        let case = case_from_document(&shown);
        let case = case
            .unwrap_or_else(|found| panic!("seed {seed}: {found:#?}"))
            .case;
        let own = |place: usize| reader == Audience::Party(case.parties[place].id.clone());
        assert!(
            case.assumptions.iter().all(|a| own(a.by.index())),
            "seed {seed}"
        );
        let without = without_assumptions(&shown).canonical_json();
        let plain = for_audience(&stated, &reader).canonical_json();
        assert_eq!(without, plain, "seed {seed}, {reader:?}");
        if case.assumptions.is_empty() {
            assert_eq!(shown.canonical_json(), plain, "seed {seed}, {reader:?}");
        }
    }
    let whole = for_audience(&supposed, &Audience::Holder);
    assert_eq!(whole.canonical_json(), supposed.canonical_json());
}
