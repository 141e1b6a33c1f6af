//! Published bargaining problems. Those with discrete packages are read from a collection that stands
//! beside the repository, and where that is missing it is said. Continuous ones become cases whose packages
//! lie on the efficient edge, finely enough to hold the published answers.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::reference::{near, shared, value};
use crate::run::{run, run_with};

/// Most that a computed utility and a published one may differ.
const WITHIN: f64 = 1e-9;

/// What a command says of a case.
fn ask(args: &[&str], case: &Value) -> Value {
    let args = [args, &["--json", "--syntax", "json"]].concat();
    let ran = run_with(&args, case.to_string().as_bytes());
    assert_eq!(ran.code, Some(0), "{args:?}: {}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

fn settle(case: &Value) -> Value {
    let args = ["settle", "-", "--disagreement", "zero", "--comparable"];
    ask(&args, case)["settlements"].take()
}

/// The utilities of the first package that a rule picks, of the parties in some order.
fn utilities(settlements: &Value, rule: &str, order: &[usize]) -> Vec<f64> {
    let scores = &settlements[rule][0]["scores"];
    order.iter().map(|at| value(&scores[*at])).collect()
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(value).collect()
}

fn assert_near(what: &str, said: &[f64], right: &[f64]) {
    assert!(near(said, right), "{what}: {said:?}, not {right:?}");
}

/// The published problems with discrete packages.
fn discrete() -> Vec<(String, Value, PathBuf)> {
    let Some(folder) = shared() else {
        #[expect(clippy::print_stdout, reason = "who runs the tests should see it")]
        {
            println!("skipped: no published cases beside the repository, nor in WINSET_SHARED");
        }
        return Vec::new();
    };
    let cases = std::fs::read(folder.join("published-cases.json")).unwrap();
    let cases: Value = serde_json::from_slice(&cases).unwrap();
    let cases = cases["cases"].as_array().unwrap().iter();
    let discrete = cases.filter(|case| case["model"] == "bargaining_discrete");
    let named = discrete.map(|case| {
        let id = case["id"].as_str().unwrap().to_owned();
        (id, case.clone(), folder.join("scenarios"))
    });
    named.collect()
}

/// A scenario as a case without no-deal values: the published answers count from 0.
fn without_reservations(folder: &Path, semantics: &str) -> Value {
    let path = folder.to_str().unwrap();
    let args = ["convert", path, "-", "--semantics", semantics];
    let ran = run(&[&args[..], &["--round-scores", "1e-12", "--lossy"]].concat());
    assert_eq!(ran.code, Some(0), "{path}: {}", ran.stderr);
    let mut case: Value = serde_json::from_str(&ran.stdout).unwrap();
    for party in case["parties"].as_array_mut().unwrap() {
        party.as_object_mut().unwrap().remove("no_deal");
    }
    case
}

/// The labels of a package.
fn labels(case: &Value, package: &Value) -> Vec<String> {
    let points = case["points"].as_array().unwrap().iter();
    let label = |point: &Value| {
        let chosen = &package[point["id"].as_str().unwrap()];
        let options = point["options"].as_array().unwrap();
        let option = options.iter().find(|o| o["id"] == *chosen).unwrap();
        option["label"].as_str().unwrap().to_owned()
    };
    points.map(label).collect()
}

/// Where the files of a competition domain stand, and which of its parties come first. Two domains are
/// there in their later editions, which differ in reservations only.
fn files(id: &str) -> (&'static str, [usize; 2]) {
    match id {
        "anac-itexvscypress" => ("anac/y2010/ItexvsCypress", [1, 0]),
        "anac-englandzimbabwe" => ("anac/y2010/EnglandZimbabwe", [0, 1]),
        "anac-laptop" => ("anac/y2012/LaptopA", [0, 1]),
        "anac-grocery" => ("anac/y2011/Grocery", [0, 1]),
        "anac-amsterdam" => ("anac/y2012/AmsterdamA", [0, 1]),
        other => panic!("{other} is new: where are its files?"),
    }
}

#[test]
fn competition_domains() {
    let mut compared = 0;
    for (id, case, scenarios) in discrete() {
        if !id.starts_with("anac-") {
            continue;
        }
        let (folder, order) = files(&id);
        let expected = &case["expected"];
        let read = without_reservations(&scenarios.join(folder), "genius");
        let frontier = ask(&["frontier", "-"], &read);
        let size = frontier["frontier"]["points"].as_array().unwrap().len();
        assert_eq!(expected["pareto_size"], size, "{id}");
        let settled = settle(&read);
        for (rule, key) in [
            ("nash", "nash_utils"),
            ("egalitarian", "egalitarian_utils"),
            ("utilitarian", "utilitarian_utils"),
            ("kalai_smorodinsky", "ks_maxmin_utils"),
        ] {
            // GENIUS cuts utilities at 1; what was published of the laptop is not cut.
            let right: Vec<f64> = numbers(&expected[key]).iter().map(|u| u.min(1.0)).collect();
            assert_near(
                &format!("{id} {rule}"),
                &utilities(&settled, rule, &order),
                &right,
            );
        }
        for (rule, key) in [
            ("nash", "nash_package"),
            ("egalitarian", "egalitarian_package"),
        ] {
            let Some(right) = expected[key].as_array() else {
                continue;
            };
            let said = labels(&read, &settled[rule][0]["package"]);
            assert_eq!(Value::from(said), Value::from(right.clone()), "{id} {rule}");
        }
        let raw = &expected["nash_if_raw_weights_times_evaluation"];
        if raw.is_object() {
            let read = without_reservations(&scenarios.join(folder), "raw");
            let settled = settle(&read);
            assert_near(
                &id,
                &utilities(&settled, "nash", &order),
                &numbers(&raw["utils"]),
            );
        }
        compared += 1;
    }
    assert!(compared == 0 || compared == 5, "{compared}");
}

/// A published domain of NegoLog as a case.
fn negolog(id: &str, inputs: &Value) -> Value {
    let folder = crate::run::scratch(id);
    for profile in ["profileA", "profileB"] {
        let file = folder.join(format!("{profile}.json"));
        std::fs::write(file, inputs[profile].to_string()).unwrap();
    }
    let ran = run(&["convert", folder.to_str().unwrap(), "-"]);
    assert_eq!(ran.code, Some(0), "{id}: {}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

#[test]
fn domains_of_negolog() {
    let mut compared = 0;
    for (id, case, _) in discrete() {
        if !id.starts_with("negolog-") {
            continue;
        }
        let read = negolog(&id, &case["inputs"]);
        let expected = &case["expected"];
        let settled = settle(&read);
        let figures = ask(&["stats", "-"], &read);
        let rules = figures["rules"].as_array().unwrap();
        let picks = |name: &str| -> Vec<Vec<f64>> {
            let rule = rules.iter().find(|rule| rule["rule"] == name).unwrap();
            let points = rule["points"].as_array().unwrap().iter();
            points.map(|point| numbers(&point["scores"])).collect()
        };
        let nash = numbers(&expected["nash_utils_published"]);
        assert!(
            picks("negolog-nash").iter().any(|pick| near(pick, &nash)),
            "{id}"
        );
        assert_near(
            &id,
            &[nash.iter().product()],
            &[value(&expected["nash_product_published"])],
        );
        let kalai = numbers(&expected["what_the_file_calls_kalai"]);
        assert!(
            picks("negolog-kalai").iter().any(|pick| near(pick, &kalai)),
            "{id}"
        );
        let welfare: f64 = picks("negolog-kalai")[0].iter().sum();
        assert_near(
            &id,
            &[welfare],
            &[value(&expected["social_welfare_published"])],
        );
        let fair = numbers(&expected["true_maxmin_utils"]);
        let said = settled["egalitarian"].as_array().unwrap().iter();
        let mut said = said.map(|picked| numbers(&picked["scores"]));
        assert!(said.any(|pick| near(&pick, &fair)), "{id}");
        compared += 1;
    }
    assert!(compared == 0 || compared == 3, "{compared}");
}

/// A case whose packages are `x` from 0 to 1 in steps of 1/13,000 on a straight edge: the first party has
/// `x`, the second what the edge gives it, from its value at 0 to that at 1. Coarse and fine steps are two
/// points, and the last coarse step stands alone.
fn edge(id: &str, at_0: i64, at_1: i64) -> Value {
    const COARSE: i64 = 100;
    const FINE: i64 = 130;
    let steps = COARSE * FINE;
    let text = |above: i64, below: i64| json!(format!("{above}/{below}"));
    let row = |start: i64, slope: i64, count: i64, each: i64| -> Value {
        (0..count)
            .map(|k| text(start * steps + slope * k * each, 10 * steps))
            .collect()
    };
    let options = |name: &str, count: i64| -> Value {
        let one = |k| json!({"id": format!("{name}{k}"), "label": format!("{name}{k}")});
        (0..count).map(one).collect()
    };
    // Values are tenths.
    let slope = at_1 - at_0;
    json!({
        "format": "winset-case/1", "id": id, "title": id,
        "parties": [{"id": "one", "name": "One"}, {"id": "two", "name": "Two"}],
        "points": [
            {"id": "coarse", "title": "Coarse", "options": options("c", COARSE + 1)},
            {"id": "fine", "title": "Fine", "options": options("f", FINE)},
        ],
        "preferences": {
            "one": {
                "coarse": {"values": row(0, 10, COARSE + 1, FINE)},
                "fine": {"values": row(0, 10, FINE, 1)},
            },
            "two": {
                "coarse": {"values": row(at_0, slope, COARSE + 1, FINE)},
                "fine": {"values": row(0, slope, FINE, 1)},
            },
        },
        "links": [{
            "id": "end", "kind": "law",
            "if": {"coarse": [format!("c{COARSE}")]}, "then": {"fine": ["f0"]},
        }],
    })
}

/// Exact scores of the first package that a rule picks.
fn exactly(settled: &Value, rule: &str, right: &Value) {
    assert_eq!(settled[rule][0]["scores"], *right, "{rule}");
    assert_eq!(settled[rule].as_array().unwrap().len(), 1, "{rule}");
}

/// Kalai and Smorodinsky (1975), the example for monotonicity: the hull of (0, 0), (0, 1), (1, 0.7) and
/// (1, 0). The edge from (0, 1) to (1, 0.7) is efficient.
#[test]
fn kalai_and_smorodinsky_1975() {
    let settled = settle(&edge("ks-1975", 10, 7));
    exactly(&settled, "nash", &json!([1, "7/10"]));
    exactly(&settled, "kalai_smorodinsky", &json!(["10/13", "10/13"]));
    exactly(&settled, "egalitarian", &json!(["10/13", "10/13"]));
    exactly(&settled, "utilitarian", &json!([1, "7/10"]));
}

/// The triangle of (0, 0), (1, 0) and (0, 2). Two thirds are no step of the grid: the egalitarian package is
/// the nearest from below.
#[test]
fn a_triangle() {
    let settled = settle(&edge("triangle", 20, 0));
    exactly(&settled, "nash", &json!(["1/2", 1]));
    exactly(&settled, "kalai_smorodinsky", &json!(["1/2", 1]));
    exactly(&settled, "utilitarian", &json!([0, 2]));
    let level = numbers(&settled["egalitarian"][0]["scores"]);
    let least = level.iter().copied().fold(f64::INFINITY, f64::min);
    assert!((least - 2.0 / 3.0).abs() < 2.0 / 13_000.0, "{level:?}");
}

/// Binmore, Rubinstein and Wolinsky (1986): a pie of 1, weights 0.6 and 0.4, from (0.1, 0.2).
#[test]
fn weighted_nash() {
    let args = ["settle", "-", "--weights", "one=3,two=2", "--disagreement"];
    let args = [&args[..], &["one=0.1,two=0.2"]].concat();
    let said = ask(&args, &edge("asymmetric", 10, 0));
    let picked = &said["variants"][0];
    assert_eq!(picked["rule"], "weighted-nash");
    assert_eq!(picked["points"][0]["scores"], json!(["13/25", "12/25"]));
    assert_eq!(picked["packages"], "1");
}

/// How the published problems of leverage answer: the frontier of a domain as a case of one point.
#[test]
fn leverage_over_a_frontier() {
    let Some(folder) = shared() else { return };
    let cases = std::fs::read(folder.join("published-cases.json")).unwrap();
    let cases: Value = serde_json::from_slice(&cases).unwrap();
    let cases = cases["cases"].as_array().unwrap();
    let known = cases
        .iter()
        .find(|case| case["id"] == "leverage-itex")
        .unwrap();
    let points = known["inputs"]["frontier"].as_array().unwrap();
    let values =
        |side: usize| -> Value { points.iter().map(|p| json!(p[side].to_string())).collect() };
    let option = |place: usize| json!({"id": format!("o{place}"), "label": format!("{place}")});
    let options: Value = (0..points.len()).map(option).collect();
    for no_deal in known["inputs"]["itex_no_deal"].as_array().unwrap() {
        let case = json!({
            "format": "winset-case/1", "id": "leverage", "title": "Leverage",
            "parties": [
                {"id": "itex", "name": "Itex", "no_deal": no_deal},
                {"id": "cypress", "name": "Cypress", "no_deal": "1"},
            ],
            "points": [{"id": "deal", "title": "Deal", "options": options}],
            "preferences": {
                "itex": {"deal": {"values": values(0)}},
                "cypress": {"deal": {"values": values(1)}},
            },
        });
        let said = ask(&["pressure", "-"], &case);
        let right = value(&known["expected"]["max_cypress_utility"][no_deal.as_str().unwrap()]);
        let alone = &said["pressure"]["cypress"];
        let most = value(&alone["opens_at"]);
        assert!((most - right).abs() <= WITHIN, "{no_deal}: {alone}");
    }
}
