//! Tournaments: the same bytes on any number of threads and shares, and after being killed.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::run::{command, run, scratch};

const CASE: &str = r"
format: winset-case/1
id: CASE
title: Case
parties: [{id: a, name: A, no_deal: 2}, {id: b, name: B, no_deal: 1}]
points:
  - {id: p, title: P, options: [{id: x, label: x}, {id: y, label: y}, {id: z, label: z}]}
  - {id: q, title: Q, options: [{id: x, label: x}, {id: y, label: y}, {id: z, label: z}]}
preferences:
  a: {p: {weight: 3, scores: [0, 1, 2]}, q: {weight: 1, scores: [0, 1, 2]}}
  b: {p: {weight: 1, scores: [2, 1, 0]}, q: {weight: 2, scores: [2, 1, 0]}}
";

fn spec(folder: &Path, repetitions: u32) -> String {
    for name in ["one", "two"] {
        fs::write(
            folder.join(format!("{name}.yaml")),
            CASE.replace("CASE", name),
        )
        .unwrap();
    }
    let text = format!(
        "format = \"winset-tournament/1\"\nscenarios = [\"one.yaml\", \"two.yaml\"]\n\
         strategies = [\"boulware\", \"random\", \"micro\"]\nrounds = [20, 50]\n\
         repetitions = {repetitions}\nseed = 5\n"
    );
    let path = folder.join("league.toml");
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// What a folder of results holds, but for its parts.
fn results(folder: &Path) -> Vec<String> {
    ["details.csv", "scores.csv"]
        .map(|name| fs::read_to_string(folder.join(name)).unwrap())
        .to_vec()
}

#[test]
fn threads_and_shares_change_no_byte() {
    let folder = scratch("tournament-shares");
    let spec = spec(&folder, 10);
    let place = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let mut all = Vec::new();
    for threads in ["1", "2", "8"] {
        let to = place(threads);
        let ran = run(&[
            "tournament",
            &spec,
            "-o",
            &to,
            "--threads",
            threads,
            "--json",
        ]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        all.push((results(Path::new(&to)), ran.stdout));
    }
    for of in [1, 3, 7] {
        let mut shares = Vec::new();
        for share in 1..=of {
            let to = place(&format!("share-{share}-of-{of}"));
            let part = format!("{share}/{of}");
            let ran = run(&["tournament", &spec, "-o", &to, "--shard", &part]);
            assert_eq!(ran.code, Some(0), "{ran:?}");
            shares.push(to);
        }
        let to = place(&format!("merged-{of}"));
        let mut words = vec!["tournament", "merge", &spec, "-o", &to, "--json"];
        if of > 1 {
            let missing = run(&[&words[..], &[&shares[0]]].concat());
            assert!(
                missing.code == Some(2) && missing.told().contains("missing"),
                "{missing:?}"
            );
        }
        words.extend(shares.iter().map(String::as_str));
        let ran = run(&words);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        all.push((results(Path::new(&to)), ran.stdout));
    }
    assert!(all.windows(2).all(|two| two[0] == two[1]));
    // 2 scenarios, 9 tuples, 2 rotations, 2 lengths, 10 repetitions, and the head.
    assert_eq!(all[0].0[0].lines().count(), 2 * 9 * 2 * 2 * 10 + 1);
}

/// Killed at moments that fall anywhere, and begun again until it is whole.
#[test]
fn a_tournament_that_was_killed_goes_on_to_the_same_bytes() {
    let folder = scratch("tournament-killed");
    let spec = spec(&folder, 60);
    let place = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let whole = place("whole");
    assert_eq!(run(&["tournament", &spec, "-o", &whole]).code, Some(0));
    let broken = place("broken");
    let mut killed = 0;
    for moment in 0..50_u64 {
        let mut child = command(&["tournament", &spec, "-o", &broken, "--threads", "2"]);
        child
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null());
        let mut child = child.spawn().unwrap();
        std::thread::sleep(Duration::from_millis(3 + moment * 7 % 40));
        child.kill().unwrap();
        killed += u32::from(!child.wait().unwrap().success());
    }
    assert_eq!(run(&["tournament", &spec, "-o", &broken]).code, Some(0));
    assert_eq!(results(Path::new(&broken)), results(Path::new(&whole)));
    assert!(killed > 0, "nothing was killed");
}

#[test]
fn other_tournaments_and_damaged_parts_are_refused() {
    let folder = scratch("tournament-refused");
    let first = spec(&folder, 1);
    let to = folder.join("to").to_str().unwrap().to_owned();
    assert_eq!(run(&["tournament", &first, "-o", &to]).code, Some(0));
    let second = spec(&folder, 2);
    let other = run(&["tournament", &second, "-o", &to]);
    assert!(
        other.code == Some(2) && other.told().contains("another tournament"),
        "{other:?}"
    );
    spec(&folder, 1);
    let part = Path::new(&to).join("parts/00000000.part");
    let text = fs::read_to_string(&part).unwrap();
    fs::write(&part, &text[..text.len() - 10]).unwrap();
    let damaged = run(&["tournament", &first, "-o", &to]);
    assert!(
        damaged.code == Some(2) && damaged.told().contains("damaged"),
        "{damaged:?}"
    );
}

#[test]
fn every_fault_of_a_spec_is_told_with_its_place() {
    let folder = scratch("tournament-spec");
    let path = folder.join("bad.toml");
    let text = "format = \"winset-tournament/1\"\nscenarios = []\nstrategies = [\"boulwar\", 3, \"micro\", \"micro\"]\n\
                rounds = [0]\nrepetition = 2\nclock = \"moon\"\nself_play = 1\n";
    fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap();
    let ran = run(&[
        "tournament",
        path,
        "-o",
        folder.join("to").to_str().unwrap(),
    ]);
    assert_eq!(ran.code, Some(2));
    for says in [
        "scenarios",
        "boulware",
        "twice",
        "rounds",
        "repetition",
        "moon",
        "self_play",
    ] {
        assert!(ran.told().contains(says), "{says}: {}", ran.stderr);
    }
    assert!(!folder.join("to").exists());
}
