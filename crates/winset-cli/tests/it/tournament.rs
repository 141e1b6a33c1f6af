//! Tournaments: the same bytes on any number of threads and shares, and after being killed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::Value;

use crate::run::{command, run, scratch};

pub(crate) const CASE: &str = r"
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

/// The file of a tournament of two scenarios, which are written beside it.
pub(crate) fn spec(folder: &Path, repetitions: u32) -> String {
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
    ["details.csv", "scores.csv", "summary.html"]
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

/// One JSON answer: what it says agrees with the table of negotiations, and with itself.
#[test]
fn what_is_said_is_what_the_table_says() {
    let folder = scratch("tournament-said");
    let spec = spec(&folder, 3);
    let to = folder.join("to");
    let ran = run(&["tournament", &spec, "-o", to.to_str().unwrap(), "--json"]);
    let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
    let details = fs::read_to_string(to.join("details.csv")).unwrap();
    let rows: Vec<Vec<String>> = details.lines().map(cells).collect();
    let column = |name: &str| rows[0].iter().position(|cell| cell == name).unwrap();
    let list = |text: &str| -> Vec<String> {
        let inner = &text[1..text.len() - 1];
        inner
            .split(", ")
            .map(|item| item.trim_matches('\'').to_owned())
            .collect()
    };
    let mut sums: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    let mut against: BTreeMap<(String, String), (f64, f64)> = BTreeMap::new();
    for row in &rows[1..] {
        let partners = list(&row[column("partners")]);
        let got: Vec<f64> = list(&row[column("neg_advantage")])
            .iter()
            .map(|n| n.parse().unwrap())
            .collect();
        for (seat, partner) in partners.iter().enumerate() {
            let sum = sums.entry(partner.clone()).or_default();
            *sum = (sum.0 + got[seat], sum.1 + 1.0);
            let key = (partner.clone(), partners[1 - seat].clone());
            let sum = against.entry(key).or_default();
            *sum = (sum.0 + got[seat], sum.1 + 1.0);
        }
        // Of two scales of 8 and 6 no package is better for both than (6, 4), say: optimalities are shares.
        let near: f64 = row[column("pareto_optimality")].parse().unwrap();
        assert!((0.0..=1.0).contains(&near));
    }
    let strategies = answer["strategies"].as_array().unwrap();
    let names: Vec<&str> = strategies
        .iter()
        .map(|s| s["strategy"].as_str().unwrap())
        .collect();
    for (place, line) in strategies.iter().enumerate() {
        let (sum, count) = sums[names[place]];
        assert!((line["advantage"].as_f64().unwrap() - sum / count).abs() < 1e-12);
        for (other, name) in names.iter().enumerate() {
            let (sum, count) = against[&(names[place].to_owned(), (*name).to_owned())];
            let cell = answer["against"][place][other].as_f64().unwrap();
            assert!((cell - sum / count).abs() < 1e-12);
        }
    }
    let scores = fs::read_to_string(to.join("scores.csv")).unwrap();
    let ranked: Vec<String> = scores
        .lines()
        .skip(1)
        .map(|line| cells(line)[1].clone())
        .collect();
    assert_eq!(ranked, names);
    assert_eq!(answer["pairs"].as_array().unwrap().len(), 3);
    let mixed = answer["equilibrium"]["mixed"].as_array().unwrap();
    assert!(!mixed.is_empty() && answer["left_out"].as_array().unwrap().is_empty());
}

/// The cells of a line of CSV without line breaks in cells.
pub(crate) fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            letter => cells.last_mut().unwrap().push(letter),
        }
    }
    cells
}

/// The report loads nothing and runs nothing, whatever scenarios are called.
#[test]
fn the_report_stands_alone() {
    let folder = scratch("tournament-report");
    let spec = spec(&folder, 1);
    let name = "<script>alert(1)</script>";
    fs::write(
        folder.join("odd.yaml"),
        CASE.replace("CASE", "odd")
            .replace("a, name: A", &format!("a, name: \"{name}\"")),
    )
    .unwrap();
    let text = fs::read_to_string(&spec).unwrap();
    let odd = folder.join(format!("{}.yaml", name.replace('/', "-")));
    fs::copy(folder.join("odd.yaml"), &odd).unwrap();
    let odd = odd.file_name().unwrap().to_str().unwrap();
    fs::write(&spec, text.replace("two.yaml", odd)).unwrap();
    let to = folder.join("to");
    let ran = run(&["tournament", &spec, "-o", to.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let page = fs::read_to_string(to.join("summary.html")).unwrap();
    assert!(!page.contains("<script") && page.contains("script&#62;"));
    assert!(
        !page
            .replace("http://www.w3.org/2000/svg", "")
            .contains("://")
    );
    assert!(
        !page.contains("src=") && !page.contains("@import") && page.contains("@page { size: A4")
    );
    assert!(page.matches("<svg").count() == 3 && page.contains("boulware"));
    for title in [
        "How each strategy did",
        "Advantage of rows",
        "Pairs under",
        "Which strategies",
        "Scenarios",
    ] {
        assert!(page.contains(title), "{title}");
    }
}

#[test]
fn what_cannot_be_worked_out_is_left_out_by_name() {
    let folder = scratch("tournament-left-out");
    let spec = spec(&folder, 1);
    let none = CASE
        .replace("no_deal: 2", "no_deal: 8")
        .replace("no_deal: 1", "no_deal: 6");
    fs::write(folder.join("two.yaml"), none.replace("CASE", "two")).unwrap();
    let text = fs::read_to_string(&spec).unwrap();
    fs::write(&spec, format!("{text}self_play = false\n")).unwrap();
    let to = folder.join("to");
    let ran = run(&["tournament", &spec, "-o", to.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let said = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for says in [
        "distances on two.yaml",
        "no package is acceptable",
        "equilibria",
        "self_play = false",
    ] {
        assert!(said.contains(says), "{says}: {said}");
    }
}

#[cfg(not(feature = "parquet"))]
#[test]
fn without_the_feature_a_parquet_file_is_refused_before_anything_is_played() {
    let folder = scratch("tournament-no-parquet");
    let (spec, to) = (spec(&folder, 1), folder.join("to"));
    let to = to.to_str().unwrap();
    for words in [
        &["tournament", &spec, "-o", to][..],
        &["tournament", "merge", &spec, to, "-o", to],
    ] {
        let ran = run(&[words, &["--tables", "genius,parquet"]].concat());
        assert_eq!(ran.code, Some(2));
        assert!(ran.told().contains("--features parquet"), "{}", ran.stderr);
        assert!(!Path::new(to).exists());
    }
}

/// Tables of other programs: as many lines as negotiations, each as wide as its head, with the same utilities.
#[test]
fn tables_of_other_programs_say_the_same() {
    let folder = scratch("tournament-tables");
    let spec = spec(&folder, 1);
    let to = folder.join("to");
    let ran = run(&[
        "tournament",
        &spec,
        "-o",
        to.to_str().unwrap(),
        "--tables",
        "negolog,genius",
    ]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let read = |name: &str| fs::read_to_string(to.join(name)).unwrap();
    let (details, negolog, genius) = (read("details.csv"), read("negolog.csv"), read("genius.csv"));
    let rows: Vec<Vec<String>> = details.lines().map(cells).collect();
    let negolog: Vec<Vec<String>> = negolog.lines().map(cells).collect();
    let mut lines = genius.lines();
    assert_eq!(lines.next(), Some("sep=;"));
    let genius: Vec<Vec<&str>> = lines.map(|line| line.split(';').collect()).collect();
    assert_eq!([negolog.len(), genius.len()], [rows.len(); 2]);
    let at = |head: &[String], name: &str| head.iter().position(|cell| cell == name).unwrap();
    let of_genius: Vec<String> = genius[0].iter().map(|cell| (*cell).to_owned()).collect();
    for (place, row) in rows.iter().enumerate().skip(1) {
        let got = &row[at(&rows[0], "utilities")];
        let number = |text: &str| text.parse::<f64>().unwrap();
        let got: Vec<f64> = got[1..got.len() - 1].split(", ").map(number).collect();
        let (ours, theirs) = (&negolog[place], &genius[place]);
        assert_eq!(ours.len(), negolog[0].len());
        assert_eq!(theirs.len(), genius[0].len());
        let named = |name: &str| &ours[at(&negolog[0], name)];
        assert!((number(named("ProductScore")) - got[0] * got[1]).abs() < 1e-9);
        let same = |found: f64, seat: usize| (found - got[seat]).abs() < 1e-12;
        assert!(same(number(named("AgentAUtility")), 0) && same(number(named("AgentBUtility")), 1));
        let agreed = named("Result") == "Acceptance";
        assert_eq!(agreed, !row[at(&rows[0], "agreement")].is_empty());
        let cell = |name: &str| theirs[at(&of_genius, name)];
        assert_eq!(cell("Agreement"), if agreed { "Yes" } else { "No" });
        assert!(same(number(cell("Utility 1")), 0) && same(number(cell("Utility 2")), 1));
        assert!((number(cell("Social Welfare")) - got[0] - got[1]).abs() < 1e-5);
    }
}
