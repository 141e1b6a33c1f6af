//! Files of other programs as their programs read them: inputs of our own, with what these programs make
//! of them, worked out by hand or by plain enumeration.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::run::{run, run_with, scratch};

/// A folder of files, for the command.
fn folder(name: &str, files: &[(&str, &str)]) -> String {
    let path = scratch(name);
    for (file, text) in files {
        fs::write(path.join(file), text).unwrap();
    }
    path.to_str().unwrap().to_owned()
}

fn answer(args: &[&str]) -> Value {
    let ran = run(args);
    assert_eq!(ran.code, Some(0), "{args:?}: {}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

/// NegMAS: a third and a third reach a reservation of two thirds.
#[test]
fn sums_of_printed_thirds_reach_printed_two_thirds() {
    let domain = "type: CartesianOutcomeSpace\nissues:\n- {name: x, type: CategoricalIssue, values: [a, b]}\n- {name: y, type: CategoricalIssue, values: [c, d]}\n- {name: z, type: CategoricalIssue, values: [e, f]}\n";
    let party = |reserved: &str, weight: &str| {
        format!(
            "type: LinearAdditiveUtilityFunction\nreserved_value: {reserved}\nweights: [{weight}, {weight}, {weight}]\nvalues:\n- {{type: TableFun, mapping: {{a: 1, b: 0}}}}\n- {{type: TableFun, mapping: {{c: 1, d: 0}}}}\n- {{type: TableFun, mapping: {{e: 1, f: 0}}}}\n"
        )
    };
    for (name, reserved, weight) in [
        ("thirds", "0.6666666666666666", "0.3333333333333333"),
        ("short-thirds", "0.666666666666667", "0.333333333333333"),
        // No fractions: 0.2847361529384716 twice, as a float prints it.
        ("random", "0.5694723058769432", "0.2847361529384716"),
        // One step of a float above what two sum to.
        ("dust", "0.5694723058769433", "0.2847361529384716"),
    ] {
        let one = party(reserved, weight);
        let files = [
            ("d.yml", domain),
            ("u1.yml", one.as_str()),
            ("u2.yml", &party("0", "0.5")),
        ];
        let path = folder(name, &files);
        let said = answer(&["solve", &path, "--json", "--brief"]);
        assert_eq!(said["overlap"]["packages"], "4", "{name}");
        let told = run(&["solve", &path, "--brief"]).stderr;
        assert!(
            told.contains("packages at the no-deal value"),
            "{name}: {told}"
        );
    }
    let above = party("0.56947230588", "0.2847361529384716");
    let files = [
        ("d.yml", domain),
        ("u1.yml", above.as_str()),
        ("u2.yml", &party("0", "0.5")),
    ];
    let said = answer(&["solve", &folder("above", &files), "--json", "--brief"]);
    assert_eq!(said["overlap"]["packages"], "1");
}

fn yard(issues: usize, values: usize, weight: &str) -> [(&'static str, String); 3] {
    let each = |items: &dyn Fn(usize) -> String| -> String {
        let issue = |i| {
            let items: String = (1..=values).map(items).collect();
            format!(r#"<issue index="{i}" name="i{i}">{items}</issue>"#)
        };
        (1..=issues).map(issue).collect()
    };
    let profile = |weight: &str, up: bool| {
        let items = each(&|v| {
            let evaluation = if up { v } else { values + 1 - v };
            format!(r#"<item value="v{v}" evaluation="{evaluation}"/>"#)
        });
        let weights = (1..=issues).map(|i| format!(r#"<weight index="{i}" value="{weight}"/>"#));
        let weights: String = weights.collect();
        format!("<utility_space><objective>{items}{weights}</objective></utility_space>")
    };
    let items = each(&|v| format!(r#"<item value="v{v}"/>"#));
    let domain = format!(
        r#"<negotiation_template><objective name="Yard">{items}</objective></negotiation_template>"#
    );
    [
        ("d.xml", domain),
        ("p1.xml", profile(weight, true)),
        ("p2.xml", profile("0.25", false)),
    ]
}

/// GENIUS cuts a sum of 3 times 0.6 at 1. By hand: with the sum s of three values from 1 to 8, p1 has
/// min(1, 3 s / 40) and p2 (27 - s) / 32, so that nothing above s = 14 is efficient: 3 to 14 remain. 256
/// packages pass 1.
#[test]
fn sums_are_cut_at_one_where_a_case_can_say_so() {
    let files = yard(3, 8, "0.6");
    let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
    let said = answer(&["frontier", &folder("cut", &files), "--json"]);
    let points = said["frontier"]["points"].as_array().unwrap();
    assert_eq!((points.len(), &points[0]), (12, &json!([1, "13/32"])));
    assert_eq!(said["uncut"], json!([]));
}

#[test]
fn where_a_case_cannot_say_so_pages_json_and_csv_do() {
    let files = yard(4, 10, "0.5");
    let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
    let path = folder("uncut", &files);
    let table = format!("{path}/t.csv");
    let ran = run(&["frontier", &path, "--csv", &table]);
    assert!(
        ran.stdout.contains("the scores of p1 are not cut"),
        "{}",
        ran.stdout
    );
    assert!(
        fs::read_to_string(Path::new(&table))
            .unwrap()
            .starts_with("P1 (not cut at 1),P1 exact,P2,")
    );
    for command in ["frontier", "stats"] {
        assert_eq!(
            answer(&[command, &path, "--json"])["uncut"],
            json!(["p1"]),
            "{command}"
        );
    }
    assert!(
        run(&["stats", &path])
            .stdout
            .contains("the scores of p1 are not cut")
    );
}

/// All four packages have the sum 1.4: NegoLog's Kalai points, from (1, 0.4) to (0.8, 0.6).
#[test]
fn opposition_of_ties_is_a_range_and_the_case_is_named_after_its_folder() {
    let a = r#"{"reservationValue": 0.0, "issueWeights": {"x": 0.5, "y": 0.5}, "issues": {"x": {"p": 1.0, "q": 0.6}, "y": {"p": 1.0, "q": 0.2}}}"#;
    let b = r#"{"reservationValue": 0.0, "issueWeights": {"x": 0.5, "y": 0.5}, "issues": {"x": {"p": 0.6, "q": 1.0}, "y": {"p": 0.2, "q": 1.0}}}"#;
    let path = folder("ties", &[("a.json", a), ("b.json", b)]);
    let ran = run(&["stats", &path]);
    assert!(!ran.told().contains("W006"), "{}", ran.stderr);
    assert!(
        ran.stdout
            .contains("NegoLog 0.4472135955 to 0.6 (of 4 ties)"),
        "{}",
        ran.stdout
    );
    let said = answer(&["stats", &path, "--json"]);
    let named = ["case", "read_as", "semantics"].map(|key| said[key].clone());
    assert_eq!(named, [json!("ties"), json!("negolog"), Value::Null]);
    let (least, most) = (
        &said["opposition"]["negolog"],
        &said["opposition"]["negolog_ties"]["most"],
    );
    assert_eq!(
        (&least["squared"], &most["squared"]),
        (&json!("1/5"), &json!("9/25"))
    );
    assert_eq!(said["opposition"]["anl"]["squared"], "1/5");
}

#[test]
fn files_of_a_folder_are_chosen_and_a_domain_stands_for_its_folder() {
    let [(_, domain), (_, one), (_, two)] = yard(1, 2, "0.5");
    let broken = "<utility_space><objective>";
    let files = [
        ("A.xml", domain.as_str()),
        ("B.xml", &domain.replace("i1", "other")),
        ("p1.xml", &one),
        ("p2.xml", &two),
        ("q.xml", broken),
    ];
    let path = folder("chosen", &files);
    let (domain, profiles) = (["--domain", "A.xml"], ["--profiles", "p2.xml,p1.xml"]);
    for args in [
        [&["solve", &path][..], &domain, &profiles].concat(),
        [&["solve", &format!("{path}/A.xml")][..], &profiles].concat(),
        [&["frontier", &path][..], &domain, &profiles].concat(),
        [&["lint", &path][..], &domain, &profiles].concat(),
    ] {
        let said = answer(&[args.as_slice(), &["--json"]].concat());
        let named = if args[0] == "lint" {
            &said["scenario"]["name"]
        } else {
            &said["case"]
        };
        assert_eq!(named, "A", "{args:?}");
    }
    let refused = run(&["solve", &path]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.told().contains("--domain"), "{}", refused.stderr);
    let refused = run(&["solve", &format!("{path}/p1.xml")]);
    assert!(
        refused
            .stderr
            .contains("a profile of GENIUS alone is no scenario"),
        "{}",
        refused.stderr
    );
    let misused = run(&["solve", "price.yaml", "--domain", "A.xml"]);
    assert_eq!(misused.code, Some(2), "{}", misused.stderr);
}

/// What is no folder is read once: a pipe has nothing the second time.
#[cfg(unix)]
#[test]
fn a_case_may_come_through_a_pipe_with_a_name() {
    let case = fs::read(crate::run::folder().join("well.yaml")).unwrap();
    for args in [
        &["check", "/dev/stdin"][..],
        &["solve", "/dev/stdin", "--brief"],
        &["convert", "/dev/stdin", "-"],
    ] {
        let ran = run_with(args, &case);
        assert_eq!(ran.code, Some(0), "{args:?}: {}", ran.stderr);
    }
}
