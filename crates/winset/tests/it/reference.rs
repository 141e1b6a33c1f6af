//! Frontiers of other programs' own scenarios, against numbers from an independent enumeration. They
//! stand beside the repository, not in it: where they are missing, that is said and nothing is
//! compared.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::run::run;

/// Utilities are compared within this.
const WITHIN: f64 = 1e-9;

/// The folder of references: `WINSET_SHARED`, else `shared` beside the repository.
fn shared() -> Option<PathBuf> {
    #[expect(
        clippy::disallowed_methods,
        reason = "where the references are is the reader's to say"
    )]
    let named = std::env::var("WINSET_SHARED").ok().map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = named.unwrap_or(beside).join("reference");
    folder.join("peer-stats.json").is_file().then_some(folder)
}

/// The value of a number as JSON has it: a number, or a fraction in a string.
fn value(number: &Value) -> f64 {
    let text = number
        .as_str()
        .map_or_else(|| number.to_string(), str::to_owned);
    match text.split_once('/') {
        Some((over, under)) => over.parse::<f64>().unwrap() / under.parse::<f64>().unwrap(),
        None => text.parse().unwrap(),
    }
}

fn vectors(list: &Value) -> Vec<Vec<f64>> {
    let vectors = list.as_array().unwrap().iter();
    let vector = |v: &Value| v.as_array().unwrap().iter().map(value).collect();
    let mut vectors: Vec<Vec<f64>> = vectors.map(vector).collect();
    vectors.sort_by(|a, b| b.partial_cmp(a).unwrap());
    vectors
}

#[test]
fn frontiers_of_other_programs_scenarios() {
    let Some(folder) = shared() else {
        println!("skipped: no reference scenarios beside the repository, nor in WINSET_SHARED");
        return;
    };
    let stats = std::fs::read(folder.join("peer-stats.json")).unwrap();
    let stats: Value = serde_json::from_slice(&stats).unwrap();
    let (mut compared, mut counted) = (0, 0);
    for (name, known) in stats["scenarios"].as_object().unwrap() {
        let known = &known["genius_semantics"];
        let name = name.trim_start_matches("tests/data/scenarios/");
        let scenario = folder.join("scenarios").join(name);
        if !scenario.is_dir() || known["pareto_size_rational"].is_null() {
            continue;
        }
        let ran = run(&["frontier", scenario.to_str().unwrap(), "--json"]);
        assert_eq!(ran.code, Some(0), "{name}: {}", ran.stderr);
        let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
        let points = vectors(&answer["frontier"]["points"]);
        assert_eq!(answer["frontier"]["complete"], true);
        let size = known["pareto_size_rational"].as_u64().unwrap();
        assert_eq!(points.len() as u64, size, "{name}");
        counted += 1;
        if known["pareto_rational"].is_null() {
            continue;
        }
        for (said, right) in points.iter().zip(vectors(&known["pareto_rational"])) {
            let near = said
                .iter()
                .zip(&right)
                .all(|(a, b)| (a - b).abs() <= WITHIN);
            assert!(near, "{name}: {said:?}, {right:?}");
        }
        compared += 1;
    }
    assert!(counted >= 15 && compared >= 10, "{counted} {compared}");
}

/// NegMAS keeps points that tie with a better one but for the last digit of a float; others must be
/// the same.
#[test]
fn lint_says_of_negmas_what_negmas_says() {
    let Some(folder) = shared() else {
        println!("skipped: no reference scenarios beside the repository, nor in WINSET_SHARED");
        return;
    };
    let stats = std::fs::read(folder.join("peer-stats.json")).unwrap();
    let stats: Value = serde_json::from_slice(&stats).unwrap();
    let near = |a: &f64, b: &f64| (a - b).abs() <= WITHIN;
    let mut compared = 0;
    for (name, known) in stats["scenarios"].as_object().unwrap() {
        let known = &known["negmas_0_16_0_ignore_discount"];
        let name = name.trim_start_matches("tests/data/scenarios/");
        let scenario = folder.join("scenarios").join(name);
        if !scenario.is_dir() || known["pareto"].is_null() || name.contains("geniusweb") {
            continue;
        }
        let ran = run(&["lint", scenario.to_str().unwrap(), "--json"]);
        assert_eq!(ran.code, Some(0), "{name}: {}", ran.stderr);
        let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
        let mut readings = answer["readings"].as_array().unwrap().iter();
        let made = &readings.find(|r| r["reading"] == "negmas").unwrap()["made"];
        let ours = vectors(&made["frontier"]["points"]);
        let theirs = vectors(&known["pareto"]);
        let alike = |a: &Vec<f64>, b: &Vec<f64>| a.iter().zip(b).all(|(a, b)| near(a, b));
        let at_least = |a: &Vec<f64>, b: &Vec<f64>| a.iter().zip(b).all(|(a, b)| *a >= b - WITHIN);
        for point in &ours {
            assert!(
                theirs.iter().any(|their| alike(their, point)),
                "{name}: {point:?}"
            );
        }
        for point in &theirs {
            assert!(
                ours.iter().any(|our| at_least(our, point)),
                "{name}: {point:?}"
            );
        }
        let nash: Vec<Value> = made["nash"].as_array().unwrap().clone();
        let nash = nash.iter().map(|picked| picked["scores"].clone());
        let nash = vectors(&Value::Array(nash.collect()));
        let right = vectors(&known["nash"]);
        assert!(
            nash.iter().any(|our| alike(our, &right[0])),
            "{name}: {nash:?} {right:?}"
        );
        compared += 1;
    }
    assert!(compared >= 10, "{compared}");
}
