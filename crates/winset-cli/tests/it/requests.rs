//! Requests for named persons: expected values worked by hand.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use crate::run::{Ran, run, scratch};

/// By hand: rows 2, 4 and 3 make a circle of three, rows 5 and 6 one of two, row 7 releases without return
/// to row 8, and whom row 9 wants nobody offers.
const LIST: &str = "holder,gives,wants\n\
    Hill,CANARY-H1;sick,CANARY-D1\n\
    Dale,CANARY-D1,CANARY-M1\n\
    Mere,CANARY-M1,canary h1\n\
    Dale,CANARY-D2,CANARY-H1;CANARY-H2\n\
    Hill,CANARY-H2,CANARY-D2\n\
    Mere,CANARY-M2,\n\
    Hill,CANARY-H3,CANARY-M2\n\
    Dale,CANARY-D3,CANARY-H9\n";

/// Runs the command on a list in a file of its own.
fn asked(list: &str, args: &[&str]) -> Ran {
    static LISTS: AtomicUsize = AtomicUsize::new(0);
    let folder = scratch(&format!(
        "requests-{}",
        LISTS.fetch_add(1, Ordering::Relaxed)
    ));
    let file = folder.join("requests.csv");
    fs::write(&file, list).unwrap();
    run(&[&["requests", file.to_str().unwrap()], args].concat())
}

fn answer(list: &str, args: &[&str]) -> Value {
    let ran = asked(list, &[args, &["--json"]].concat());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(!ran.stdout.to_lowercase().contains("canary"), "{ran:?}");
    serde_json::from_str(&ran.stdout).unwrap()
}

#[test]
fn circles_and_chains_are_those_found_by_hand() {
    let found = answer(LIST, &[]);
    let settled = &found["settled"];
    assert_eq!(settled["weight"], 6);
    assert_eq!(
        settled["rings"],
        json!([
            {"closed": true, "rows": [2, 4, 3]},
            {"closed": true, "rows": [5, 6]},
            {"closed": false, "rows": [7, 8]},
        ])
    );
    assert_eq!(
        settled["holders"],
        json!([
            {"holder": "Hill", "wants": 3, "met": 3, "releases": 2},
            {"holder": "Dale", "wants": 3, "met": 2, "releases": 2},
            {"holder": "Mere", "wants": 1, "met": 1, "releases": 2},
        ])
    );
    assert_eq!(found["wants_nobody_offers"], json!([9]));
    assert_eq!(found["gives_nobody_wants"], json!([8, 9]));
    let two = answer(LIST, &["--circle", "2", "--chain", "1"]);
    assert_eq!(
        two["settled"]["rings"],
        json!([{"closed": true, "rows": [5, 6]}])
    );
}

#[test]
fn a_request_of_more_weight_comes_first() {
    let list = "holder,gives,wants,weight\nHill,h1,d1;m1,\nDale,d1,h1,\nMere,m1,h1,5\n";
    let settled = &answer(list, &[])["settled"];
    assert_eq!(settled["weight"], 6);
    assert_eq!(settled["rings"], json!([{"closed": true, "rows": [2, 4]}]));
}

/// Of two ways with as much weight that which serves the worst-served holder better: Dale has two requests
/// and Mere one; row 2 can serve only one of them.
#[test]
fn shares_decide_between_equal_weights() {
    let list =
        "holder,gives,wants\nHill,h1,d1;m1\nMere,m1,h1\nDale,d1,h1\nHill,h2,d2\nDale,d2,h2\n";
    let settled = &answer(list, &[])["settled"];
    assert_eq!(
        settled["rings"],
        json!([
            {"closed": true, "rows": [2, 3]},
            {"closed": true, "rows": [5, 6]},
        ])
    );
}

#[test]
fn the_page_tells_rows_and_names_nobody() {
    let ran = asked(LIST, &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    insta::assert_snapshot!("requests-page", ran.stdout);
    let all = format!("{}{}", ran.stdout, ran.stderr).to_lowercase();
    assert!(!all.contains("canary"), "{all}");
    let none = asked("holder,gives,wants\n", &[]);
    assert!(none.stdout.starts_with("No row wants anybody"), "{none:?}");
}

#[test]
fn wrong_requests_are_told_by_rows_and_name_nobody() {
    let folder = scratch("requests-wrong");
    let file = folder.join("requests.csv");
    let check = |text: &str, expected: &[&str]| {
        fs::write(&file, text).unwrap();
        run(&["requests", file.to_str().unwrap()]).refuses_and_names_nobody(expected);
    };
    check(
        "holder,gives,wants,weight\n,CANARY-1,CANARY-2,\nHill,,CANARY-3,0\nHill,CANARY-4,,CANARY-5\n",
        &[
            "row 2, column holder: it is no name of a holder",
            "row 3, column gives: it names nobody",
            "row 3, column weight: it is no weight",
            "row 4, column weight: it is no weight",
            "4 errors",
        ],
    );
    check("gives,wants\n", &["no column is called `holder`"]);
    check("", &[]);
    let ran = run(&["requests", "no-such-file.csv"]);
    assert_eq!(ran.code, Some(2));
}

#[test]
fn encrypted_requests_are_read_with_their_key() {
    let folder = scratch("requests-encrypted");
    let [plain, list, key] = ["requests.csv", "requests.age", "mediator.key"]
        .map(|name| folder.join(name).display().to_string());
    fs::write(&plain, LIST).unwrap();
    assert_eq!(run(&["persons", "key", "-o", &key]).code, Some(0));
    let ran = run(&["persons", "encrypt", &plain, "-o", &list, "--key", &key]);
    let told = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("8 requests, for 1 recipient"), "{ran:?}");
    let found = run(&["requests", &list, "--persons-key", &key, "--json"]);
    assert_eq!(found.stdout, run(&["requests", &plain, "--json"]).stdout);
    let ran = run(&["requests", &list]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.told().contains("this list is encrypted"), "{ran:?}");
    fs::write(&plain, "holder,gives,wants\nHill,,CANARY-1\n").unwrap();
    let ran = run(&[
        "persons", "encrypt", &plain, "-o", &list, "--key", &key, "--force",
    ]);
    assert!(
        ran.told().contains("row 2, column gives: it names nobody"),
        "{ran:?}"
    );
}

#[test]
fn limits_stop_it_and_say_so() {
    let many = (0..30).flat_map(|at| {
        [
            format!("Hill,h{at};fit,sick\n"),
            format!("Dale,d{at};sick,fit\n"),
        ]
    });
    let list = format!("holder,gives,wants\n{}", many.collect::<String>());
    let ran = asked(&list, &["--circle", "5"]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    assert!(ran.stdout.contains("more than 200,000 circles"), "{ran:?}");
    let ran = asked(&list, &["--circle", "2", "--time-limit", "1ms"]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    assert!(ran.stdout.contains("are not decided"), "{ran:?}");
}
