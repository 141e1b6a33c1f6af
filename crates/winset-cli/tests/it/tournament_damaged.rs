//! Specs and parts of tournaments that were changed by chance: located errors, no panic, no other results.

use std::fs;
use std::path::Path;

use winset_gen::rng::Rng;

use crate::run::{Ran, run, scratch};

const SPEC: &str = r#"format = "winset-tournament/1"
scenarios = ["case.yaml"]
strategies = ["boulware", "time(e=0.5)", "offer=linear,accept=next,model=frequency"]
rounds = [3]
repetitions = 1
seed = 5
clock = "negmas"
no_deal = "value"
self_play = true
rotate = false
"#;

const CASE: &str = "
format: winset-case/1
id: two
title: Two
parties: [{id: a, name: A, no_deal: 1}, {id: b, name: B}]
points: [{id: p, title: P, options: [{id: x, label: x}, {id: y, label: y}, {id: z, label: z}]}]
preferences: {a: {p: {scores: [0, 1, 2]}}, b: {p: {scores: [2, 1, 0]}}}
";

/// A text with some bytes changed, left out or put in.
fn changed(text: &str, rng: &mut Rng) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=rng.below(3) {
        let at = rng.below(bytes.len());
        let other = b"\"[]{}=,:\n0aZ-\\\xff"[rng.below(15)];
        match rng.below(3) {
            0 => bytes[at] = other,
            1 => bytes.insert(at, other),
            _ => drop(bytes.remove(at)),
        }
    }
    bytes
}

fn played(folder: &Path, to: &Path) -> Ran {
    let spec = folder.join("league.toml");
    let words = [
        "tournament",
        spec.to_str().unwrap(),
        "-o",
        to.to_str().unwrap(),
    ];
    run(&[&words[..], &["--threads", "1"]].concat())
}

#[test]
fn changed_specs_are_refused_with_their_place_or_played() {
    let folder = scratch("tournament-specs");
    fs::write(folder.join("case.yaml"), CASE).unwrap();
    let (mut rng, mut refused) = (Rng::new(31), 0);
    for round in 0..150 {
        fs::write(folder.join("league.toml"), changed(SPEC, &mut rng)).unwrap();
        let to = folder.join(format!("to{round}"));
        let ran = played(&folder, &to);
        match ran.code {
            Some(0) => {}
            Some(2) => {
                refused += 1;
                // The spec with its place, or a scenario that it names.
                assert!(ran.told().contains("tournament-specs/"), "{ran:?}");
                assert!(!to.exists(), "{ran:?}");
            }
            _ => panic!("{round}: {ran:?}"),
        }
    }
    assert!(refused > 60, "{refused}");
}

#[test]
fn a_changed_part_is_never_taken() {
    let folder = scratch("tournament-parts");
    fs::write(folder.join("case.yaml"), CASE).unwrap();
    fs::write(folder.join("league.toml"), SPEC).unwrap();
    let to = folder.join("to");
    assert_eq!(played(&folder, &to).code, Some(0));
    let details = fs::read(to.join("details.csv")).unwrap();
    let part = to.join("parts/00000000.part");
    let text = fs::read_to_string(&part).unwrap();
    let mut rng = Rng::new(32);
    for round in 0..150 {
        let bytes = changed(&text, &mut rng);
        fs::write(&part, &bytes).unwrap();
        let ran = played(&folder, &to);
        let code = if bytes == text.as_bytes() { 0 } else { 2 };
        assert_eq!(ran.code, Some(code), "{round}: {ran:?}");
    }
    // A digit that is as good as another one: another package.
    let other = text.replacen("\n1 ", "\n2 ", 1);
    assert_ne!(other, text);
    fs::write(&part, other).unwrap();
    assert_eq!(played(&folder, &to).code, Some(2));
    fs::remove_file(&part).unwrap();
    assert_eq!(played(&folder, &to).code, Some(0));
    assert_eq!(fs::read(to.join("details.csv")).unwrap(), details);
}
