//! A class: sheets that hold their own role's alone, forms that come back, and a debrief that names nobody.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use winset::model::document::Syntax;
use winset::model::read_case;

use crate::run::{Ran, run};

/// Two parties who divide three things, worth 5, 3 and 2 to North and 1, 3 and 6 to South.
const CASE: &str = "
format: winset-case/1
id: estate
title: An estate
parties: [{id: north, name: North, no_deal: 3}, {id: south, name: South, no_deal: 2}]
points:
  - {id: house, title: The house, options: [{id: n, label: To North}, {id: s, label: To South}]}
  - {id: land, title: The land, options: [{id: n, label: To North}, {id: s, label: To South}]}
  - {id: boat, title: The boat, options: [{id: n, label: To North}, {id: s, label: To South}]}
lines:
  - {id: keep, owner: south, point: boat, visibility: sealed, ladder: [{accept: s, cost: 0}]}
preferences:
  north: {house: {scores: [5, 0]}, land: {scores: [3, 0]}, boat: {scores: [2, 0]}}
  south: {house: {scores: [0, 1]}, land: {scores: [0, 3]}, boat: {scores: [0, 6]}}
";

fn folder(name: &str) -> (PathBuf, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let case = folder.join("estate.yaml");
    fs::write(&case, CASE).unwrap();
    let case = case.to_str().unwrap().to_owned();
    (folder, case)
}

/// Forms as CSV, filled in.
fn filled(folder: &Path, forms: &[[&str; 3]]) -> String {
    let to = folder.join("outcomes");
    fs::create_dir_all(&to).unwrap();
    for (number, agreed) in forms.iter().enumerate() {
        let rows = ["The house", "The land", "The boat"]
            .into_iter()
            .zip(agreed);
        let rows = rows.map(|(title, agreed)| format!("{title},{agreed},,\r\n"));
        let text = format!("Point,Agreed,Options,Code\r\n{}", rows.collect::<String>());
        fs::write(to.join(format!("g{number}.csv")), text).unwrap();
    }
    to.to_str().unwrap().to_owned()
}

fn debrief(folder: &Path, case: &str, forms: &str) -> Ran {
    let page = folder.join("debrief.html");
    let page = page.to_str().unwrap();
    run(&[
        "class",
        case,
        "--debrief",
        forms,
        "-o",
        page,
        "--json",
        "--force",
    ])
}

#[test]
fn a_debrief_says_what_was_agreed_and_what_could_have_been() {
    let (folder, case) = folder("class-debrief");
    let forms = filled(
        &folder,
        &[
            ["To North", "To North", "To South"], // 8 and 6: nobody can have more.
            ["to north", "n", "S"],               // The same, typed otherwise.
            ["To South", "To North", "To South"], // 3 and 7: the house and the land the other way round give 5 and 9.
            ["To North", "To South", "To North"], // 7 and 3: South gives up what it keeps.
            ["", "", ""],
        ],
    );
    let told = debrief(&folder, &case, &forms);
    assert_eq!(told.code, Some(0), "{told:?}");
    let answer: Value = serde_json::from_str(&told.stdout).unwrap();
    let package =
        |house: &str, land: &str, boat: &str| json!({"house": house, "land": land, "boat": boat});
    let outcomes = json!([
        {"groups": 2, "package": package("n", "n", "s"), "worth": {"north": 8, "south": 6},
         "acceptable": true, "breaks": [], "below_no_deal": [], "could_be_better": false},
        {"groups": 1, "package": package("n", "s", "n"), "worth": {"north": 7, "south": 3},
         "acceptable": false, "breaks": ["keep"], "below_no_deal": [], "could_be_better": true},
        {"groups": 1, "package": package("s", "n", "s"), "worth": {"north": 3, "south": 7},
         "acceptable": true, "breaks": [], "below_no_deal": [], "could_be_better": true},
    ]);
    assert_eq!(answer["outcomes"], outcomes);
    assert_eq!(
        (&answer["groups"], &answer["without_deal"]),
        (&json!(5), &json!(1))
    );
    let page = fs::read_to_string(folder.join("debrief.html")).unwrap();
    assert!(
        page.contains("4 of 5 groups agreed, on 3 packages."),
        "{page}"
    );
    assert!(page.contains("<svg") && page.contains("The boat"));
}

#[test]
fn what_was_not_decided_is_said() {
    let (folder, case) = folder("class-stopped");
    let forms = filled(&folder, &[["n", "n", "s"], ["s", "n", "s"]]);
    let page = folder.join("debrief.html");
    let words = [
        "class",
        &case,
        "--debrief",
        &forms,
        "-o",
        page.to_str().unwrap(),
    ];
    let ran = run(&[&words[..], &["--json", "--node-limit", "0"]].concat());
    assert_eq!(ran.code, Some(3), "{ran:?}");
    let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(answer["outcomes"][0]["could_be_better"], Value::Null);
    let page = fs::read_to_string(page).unwrap();
    assert!(
        page.contains("of 2 groups that was not decided")
            && page.contains("not all of this was decided")
    );
}

#[test]
fn which_group_agreed_what_shows_nowhere() {
    let (folder, case) = folder("class-anonymous");
    let all = [
        ["n", "n", "s"],
        ["s", "n", "s"],
        ["", "", ""],
        ["n", "s", "s"],
    ];
    let mut told = Vec::new();
    for turned in 0..4 {
        let mut forms = all;
        forms.rotate_left(turned);
        let forms = filled(&folder, &forms);
        let ran = debrief(&folder, &case, &forms);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        told.push((ran.stdout, fs::read(folder.join("debrief.html")).unwrap()));
    }
    assert!(told.windows(2).all(|two| two[0] == two[1]));
    let page = String::from_utf8_lossy(&told[0].1).into_owned();
    assert!(!page.contains("g0") && !page.contains("csv"));
}

#[test]
fn all_that_is_wrong_with_forms_is_told_at_once() {
    let (folder, case) = folder("class-wrong");
    let forms = filled(
        &folder,
        &[["To Nroth", "n", "n"], ["n", "", "s"], ["n", "n", "n"]],
    );
    let other = Path::new(&forms).join("g2.csv");
    let text = fs::read_to_string(&other).unwrap();
    fs::write(&other, text.replace("The boat", "The ship")).unwrap();
    let ran = debrief(&folder, &case, &forms);
    assert_eq!(ran.code, Some(2));
    for words in [
        "`To Nroth` is no option of the point `The house`",
        "perhaps `To North`",
        "nothing is chosen on `The land`",
        "the case has no point `The ship`",
    ] {
        assert!(ran.told().contains(words), "{words}: {ran:?}");
    }
    assert!(!folder.join("debrief.html").exists());
    fs::create_dir(folder.join("none")).unwrap();
    let none = debrief(&folder, &case, folder.join("none").to_str().unwrap());
    assert!(
        none.code == Some(2) && none.told().contains("it holds no form"),
        "{none:?}"
    );
    let both = run(&["class", &case, "--as", "north", "--groups", "2", "-o", "x"]);
    assert_eq!(both.code, Some(2), "{both:?}");
}

#[test]
fn forms_that_are_handed_out_come_back_and_sheets_hold_one_role_each() {
    let (folder, case) = folder("class-handed-out");
    let to = folder.join("class");
    let to_name = to.to_str().unwrap();
    let ran = run(&["class", &case, "--groups", "12", "-o", to_name]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    // Blank as they are, they are groups without a deal.
    let forms = to.join("outcomes");
    let told = debrief(&folder, &case, forms.to_str().unwrap());
    let answer: Value = serde_json::from_str(&told.stdout).unwrap();
    assert_eq!(
        (&answer["groups"], &answer["without_deal"]),
        (&json!(12), &json!(12))
    );
    // What is South's own stands on its sheet, and not on North's.
    let north = fs::read_to_string(to.join("roles/north.html")).unwrap();
    let south = fs::read_to_string(to.join("roles/south.html")).unwrap();
    assert!(south.contains("South accepts only") && !north.contains("South accepts only"));
    // Nothing is written over, and nothing of it changes then.
    let again = run(&["class", &case, "--groups", "2", "-o", to_name]);
    assert_eq!(again.code, Some(2), "{again:?}");
    assert_eq!(fs::read_dir(&forms).unwrap().count(), 12);
}

/// What South alone knows makes no difference to North's sheet.
#[test]
fn a_sheet_is_the_same_in_two_worlds_that_its_role_cannot_tell_apart() {
    let sheet = |name: &str, text: &str| {
        read_case(text.as_bytes(), Syntax::Yaml).unwrap();
        let (folder, case) = folder(name);
        fs::write(&case, text).unwrap();
        let to = folder.join("class");
        let ran = run(&["class", &case, "--groups", "1", "-o", to.to_str().unwrap()]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        fs::read_to_string(to.join("roles/north.html")).unwrap()
    };
    let other = CASE
        .replace("no_deal: 2", "no_deal: 5")
        .replace(
            "accept: s, cost: 0",
            "accept: [s], cost: 0}, {accept: [n, s], cost: 4",
        )
        .replace("boat: {scores: [0, 6]}", "boat: {scores: [2, 1]}");
    assert_eq!(sheet("class-one", CASE), sheet("class-two", &other));
}
