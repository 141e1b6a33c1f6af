//! Other programs' own scenarios, against their numbers and those of an independent enumeration. They
//! stand beside the repository, not in it: where they are missing, that is said and nothing is
//! compared.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::run::run;

/// Utilities are compared within this.
const WITHIN: f64 = 1e-9;
/// Scenarios that must be there where any are.
const SCENARIOS_MIN: usize = 20;

/// The folder of references: `WINSET_SHARED`, else `shared` beside the repository.
pub(crate) fn shared() -> Option<PathBuf> {
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
pub(crate) fn value(number: &Value) -> f64 {
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

/// Score vectors, each once: those of other programs can stand there twice, a rounding apart.
fn distinct(mut list: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    list.dedup_by(|one, two| near(one, two));
    list
}

pub(crate) fn near(one: &[f64], two: &[f64]) -> bool {
    one.len() == two.len()
        && one
            .iter()
            .zip(two)
            .all(|(a, b)| (a - b).abs() <= 2.0 * WITHIN)
}

fn assert_same(what: &str, said: Vec<Vec<f64>>, right: &Value) {
    let right = distinct(vectors(right));
    let said = distinct(said);
    let same = said.len() == right.len() && said.iter().zip(&right).all(|(a, b)| near(a, b));
    assert!(same, "{what}: {said:?}, not {right:?}");
}

/// What a command says of a scenario.
fn answer(command: &str, scenario: &Path, semantics: Option<&str>) -> Value {
    let path = scenario.to_str().unwrap();
    let mut args = vec![command, path, "--json"];
    args.extend(semantics.iter().flat_map(|s| ["--semantics", *s]));
    let ran = run(&args);
    assert_eq!(ran.code, Some(0), "{path}: {}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

/// The score vectors that a rule picks.
fn picks(figures: &Value, rule: &str) -> Vec<Vec<f64>> {
    let rules = figures["rules"].as_array().unwrap();
    let rule = rules.iter().find(|one| one["rule"] == rule).unwrap();
    let points = rule["points"].as_array().unwrap().iter();
    let points: Vec<Value> = points.map(|point| point["scores"].clone()).collect();
    vectors(&Value::Array(points))
}

/// The scenarios with numbers, each with its folder.
fn scenarios() -> Vec<(String, PathBuf, Value)> {
    let Some(folder) = shared() else {
        #[expect(clippy::print_stdout, reason = "who runs the tests should see it")]
        {
            println!("skipped: no reference scenarios beside the repository, nor in WINSET_SHARED");
        }
        return Vec::new();
    };
    let stats = std::fs::read(folder.join("peer-stats.json")).unwrap();
    let stats: Value = serde_json::from_slice(&stats).unwrap();
    let known = stats["scenarios"].as_object().unwrap().iter();
    let found = known.map(|(name, known)| {
        let parts: Vec<&str> = name.split('/').collect();
        let tails = (1..=3).map(|count| parts[parts.len().saturating_sub(count)..].join("/"));
        let mut folders = tails.map(|tail| folder.join("scenarios").join(tail));
        let nested = folder
            .join("scenarios/geniusweb")
            .join(parts.last().unwrap());
        let folder = folders.find(|folder| folder.is_dir()).unwrap_or(nested);
        assert!(folder.is_dir(), "{name}");
        (name.clone(), folder, known.clone())
    });
    let found: Vec<_> = found.collect();
    assert!(found.len() >= SCENARIOS_MIN, "{}", found.len());
    found
}

/// Compares what rules pick, by the names of the numbers.
fn compare_rules(name: &str, figures: &Value, known: &Value, rules: &[(&str, &str)]) {
    for (rule, key) in rules {
        assert!(known[*key].is_array(), "{name}: {key}");
        assert_same(
            &format!("{name} {rule}"),
            picks(figures, rule),
            &known[*key],
        );
    }
}

/// Compares the frontier: as many points, and the points where they are listed; whether they are.
fn compare_frontier(name: &str, answer: &Value, size: &Value, points: &Value) -> bool {
    let said = vectors(&answer["frontier"]["points"]);
    assert_eq!(answer["frontier"]["complete"], true, "{name}");
    if points.is_null() {
        assert_eq!(said.len() as u64, size.as_u64().unwrap(), "{name}");
        return false;
    }
    let listed = distinct(vectors(points));
    assert_eq!(listed.len() as u64, size.as_u64().unwrap(), "{name}");
    let right = undominated(&listed);
    let same = said.len() == right.len() && said.iter().zip(&right).all(|(a, b)| near(a, b));
    assert!(same, "{name}: {said:?}, not {right:?}");
    true
}

/// The points that no other dominates, where what a rounding sets apart counts as equal: without that
/// a point stays that gives one party less than another point and the others the same.
fn undominated(points: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let below = |one: &[f64], other: &[f64]| {
        let pairs = || one.iter().zip(other);
        pairs().all(|(a, b)| *a <= b + WITHIN) && pairs().any(|(a, b)| a + WITHIN < *b)
    };
    let kept = points
        .iter()
        .filter(|p| !points.iter().any(|other| below(p, other)));
    kept.cloned().collect()
}

#[test]
fn scenarios_as_genius_reads_them() {
    let (mut compared, mut listed) = (0, 0);
    for (name, folder, known) in scenarios() {
        let known = &known["genius_semantics"];
        if known.is_null() {
            continue;
        }
        let figures = answer("stats", &folder, None);
        assert_eq!(figures["semantics"], "genius");
        assert_eq!(
            figures["packages"],
            known["n_outcomes"].to_string(),
            "{name}"
        );
        assert_eq!(
            figures["acceptable"],
            known["n_rational"].to_string(),
            "{name}"
        );
        let rules = [
            ("negmas-nash", "nash"),
            ("negmas-kalai", "kalai"),
            ("negmas-ks", "ks_min_spread"),
            ("textbook-ks", "ks_max_min_ratio"),
            ("negmas-max-welfare", "max_welfare"),
        ];
        compare_rules(&name, &figures, known, &rules);
        let welfare: f64 = picks(&figures, "negmas-max-welfare")[0].iter().sum();
        let right = value(&known["welfare"]);
        assert!(
            (welfare - right).abs() <= WITHIN,
            "{name}: {welfare} {right}"
        );
        let frontier = answer("frontier", &folder, None);
        let size = &known["pareto_size_rational"];
        listed += usize::from(compare_frontier(
            &name,
            &frontier,
            size,
            &known["pareto_rational"],
        ));
        compared += 1;
    }
    assert!(
        compared == 0 || compared >= 19 && listed >= 10,
        "{compared} {listed}"
    );
}

#[test]
fn scenarios_as_negmas_reads_them() {
    let (mut compared, mut listed) = (0, 0);
    for (name, folder, known) in scenarios() {
        let (known, semantics) = match &known["negmas_0_16_0_ignore_discount"] {
            Value::Null => (&known["geniusweb_via_negmas"], None),
            known => (known, Some("negmas")),
        };
        let figures = answer("stats", &folder, semantics);
        let rules = [
            ("negmas-nash", "nash"),
            ("negmas-kalai", "kalai"),
            ("negmas-ks", "ks"),
            ("negmas-max-welfare", "max_welfare"),
        ];
        compare_rules(&name, &figures, known, &rules);
        if known["max_relative_welfare"].is_array() {
            let rule = ("negmas-max-relative-welfare", "max_relative_welfare");
            compare_rules(&name, &figures, known, &[rule]);
        }
        let frontier = answer("frontier", &folder, semantics);
        let size = match &known["pareto_size_dedup_1e9"] {
            Value::Null => &known["pareto_size"],
            size => size,
        };
        listed += usize::from(compare_frontier(&name, &frontier, size, &known["pareto"]));
        compared += 1;
    }
    assert!(
        compared == 0 || compared >= 20 && listed >= 10,
        "{compared} {listed}"
    );
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
