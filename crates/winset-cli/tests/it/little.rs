//! Every command on a case that says next to nothing, and on one whose laws contradict each other:
//! a clear answer with the right exit code.

use serde_json::Value;
use unicode_width::UnicodeWidthStr as _;

use crate::run::run;

/// A command on a case: the words behind the file, and the name of the snapshot.
const ASKED: [(&str, &[&str]); 13] = [
    ("check", &[]),
    ("show", &[]),
    ("solve", &[]),
    ("clashes", &["--loops"]),
    ("open", &["--all"]),
    ("pressure", &[]),
    ("status", &[]),
    ("settle", &["--comparable"]),
    ("settle", &[]),
    ("settle", &["--rules", "all"]),
    ("stats", &[]),
    ("solve", &["--brief"]),
    ("clashes", &["--floors", "members"]),
];

fn pages(case: &str, own: &[&[&str]]) {
    let file = format!("{case}.yaml");
    let asked = ASKED
        .iter()
        .map(|(command, words)| [&[*command, &file], *words].concat());
    let own = own
        .iter()
        .map(|words| [&[words[0], &file], &words[1..]].concat());
    let mut pages = String::new();
    for words in asked.chain(own) {
        let ran = run(&words);
        assert_eq!(ran.code, Some(0), "{words:?}: {}", ran.stderr);
        for line in ran.stdout.lines() {
            assert!(line.width() <= 80, "{words:?}: {line}");
        }
        pages.push_str(&format!("$ winset {}\n{}\n", words.join(" "), ran.stdout));
    }
    insta::assert_snapshot!(format!("little-{case}"), pages);
}

#[test]
fn a_case_that_says_next_to_nothing() {
    let own: [&[&str]; 3] = [
        &["pressure", "--party", "upper"],
        &["what-if", "--fix", "place=upper"],
        &["improve", "--package", "bare.package.yaml"],
    ];
    pages("bare", &own);
}

#[test]
fn a_case_whose_laws_contradict_each_other() {
    let own: [&[&str]; 3] = [
        &["pressure", "--party", "north"],
        &["what-if", "--drop", "N-toll"],
        &["improve", "--package", "lawless.package.yaml"],
    ];
    pages("lawless", &own);
    assert_eq!(run(&["solve", "lawless.yaml", "--exit-code"]).code, Some(1));
}

#[test]
fn the_same_for_programs() {
    let answer = |words: &[&str]| -> Value {
        let ran = run(&[words, &["--json"]].concat());
        assert_eq!(ran.code, Some(0), "{words:?}: {}", ran.stderr);
        serde_json::from_str(&ran.stdout).unwrap()
    };
    let nobody = |rules: &Value| {
        let rules = rules["terms"]["rules"].as_object().unwrap();
        assert_eq!(rules.len(), 4);
        assert!(
            rules
                .values()
                .all(|rule| rule["none"] == "nobody-takes-part")
        );
    };
    let bare = answer(&["solve", "bare.yaml"]);
    assert_eq!(bare["overlap"]["packages"], "10");
    nobody(&bare["settlements"]);
    nobody(&answer(&["open", "bare.yaml"])["openings"][0]["overlap"]["settlements"]);
    nobody(&answer(&["settle", "bare.yaml"])["settlements"]);
    let fixed = answer(&["what-if", "bare.yaml", "--fix", "place=upper"]);
    nobody(&fixed["branches"][0]["settlements"]);
    assert_eq!(
        answer(&["pressure", "bare.yaml"])["pressure"],
        serde_json::json!({})
    );
    assert_eq!(
        answer(&["status", "bare.yaml"])["status"]["counts"]["bracketed"],
        2
    );

    let lawless = answer(&["solve", "lawless.yaml"]);
    assert_eq!(lawless["verdict"], "no-overlap");
    assert_eq!(lawless["clashes"]["list"], serde_json::json!([[]]));
    assert_eq!(lawless["corrections"]["count"], 0);
    assert_eq!(lawless["openings"], serde_json::json!([]));
    assert_eq!(lawless["settlements"], Value::Null);
    let open = answer(&["open", "lawless.yaml"]);
    assert_eq!(
        (&open["reason"], &open["complete"]),
        (&"positions".into(), &true.into())
    );
    let settle = answer(&["settle", "lawless.yaml"]);
    assert_eq!(
        (&settle["verdict"], &settle["packages"]),
        (&"no-overlap".into(), &"0".into())
    );
    let dropped = answer(&["what-if", "lawless.yaml", "--drop", "N-toll"]);
    assert_eq!(dropped["branches"][0]["in_the_way"], "laws");
    assert_eq!(dropped["branches"][0]["settlements"], Value::Null);
}
