//! Sealed acceptance: what enough accept is shown, and nothing else.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::run::{Ran, run, run_with, scratch};

/// Three parties over one point of four options, with what each accepts, and a file for each package.
fn ford(folder: &Path, accepts: [&[&str]; 3]) -> PathBuf {
    let ids = ["north", "south", "west"];
    let lines = ids.iter().zip(accepts).map(|(id, accept)| {
        json!({"id": format!("{id}-line"), "owner": id, "point": "ford", "visibility": "sealed",
            "ladder": [{"accept": accept, "cost": 0}]})
    });
    let options: Vec<Value> = ["a", "b", "c", "d"]
        .map(|id| json!({"id": id, "label": format!("Ford {id}")}))
        .to_vec();
    let file = json!({
        "format": "winset-case/1", "id": "ford", "title": "Ford",
        "parties": ids.map(|id| json!({"id": id, "name": id.to_uppercase()})),
        "points": [{"id": "ford", "title": "Ford", "options": options}],
        "lines": lines.collect::<Vec<_>>(),
    });
    for option in ["a", "b", "c", "d"] {
        fs::write(
            folder.join(format!("{option}.yaml")),
            format!("ford: {option}\n"),
        )
        .unwrap();
    }
    let path = folder.join("ford.json");
    fs::write(&path, file.to_string()).unwrap();
    path
}

/// The command with the packages a, b, c, and a again.
fn sealed(folder: &Path, more: &[&str]) -> Vec<String> {
    let mut args = vec!["talks".to_owned(), "sealed".to_owned()];
    args.push(folder.join("ford.json").display().to_string());
    for option in ["a", "b", "c", "a"] {
        args.push("--package".to_owned());
        args.push(folder.join(format!("{option}.yaml")).display().to_string());
    }
    args.extend(more.iter().map(|flag| (*flag).to_owned()));
    args
}

fn ran(folder: &Path, more: &[&str], said: &[u8]) -> Ran {
    let args = sealed(folder, more);
    run_with(&args.iter().map(String::as_str).collect::<Vec<_>>(), said)
}

/// The options that are shown.
fn shown(ran: &Ran) -> Vec<String> {
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let told: Value = serde_json::from_str(&ran.stdout).unwrap();
    let packages = told["packages"].as_array().unwrap();
    assert_eq!(packages.len(), 3, "each package once: {told}");
    let accepted = packages.iter().filter(|on| on["accepted"] == true);
    accepted
        .map(|on| on["package"]["ford"].as_str().unwrap().to_owned())
        .collect()
}

/// North accepts a and b, South b and c, West b, c and d: by hand.
#[test]
fn what_enough_accept_is_shown() {
    let folder = scratch("sealed-enough");
    ford(&folder, [&["a", "b"], &["b", "c"], &["b", "c", "d"]]);
    for (need, expected) in [
        ("all", vec!["b"]),
        ("3", vec!["b"]),
        ("2", vec!["b", "c"]),
        ("1", vec!["a", "b", "c"]),
        ("south,west", vec!["b", "c"]),
        ("north", vec!["a", "b"]),
    ] {
        let told = ran(&folder, &["--json", "--need", need], b"");
        assert_eq!(shown(&told), expected, "{need}");
    }
    let two = ran(&folder, &["--json", "--order", "north,south"], b"");
    assert_eq!(shown(&two), ["b"]);
    let page = ran(&folder, &[], b"");
    assert!(
        page.stdout
            .contains("1 of 3 packages was accepted by enough")
            && page.stdout.contains("Package 2, accepted"),
        "{page:?}"
    );
}

/// Whoever marks learns what all accept, and of the others' marks nothing more: worlds that differ in them alone look
/// the same.
#[test]
fn marks_that_are_not_enough_are_not_told() {
    let mut worlds = Vec::new();
    // South accepts nothing of the table in the first, c in the second, a and c in the third; North marks b alone.
    for (world, south) in [["d"].as_slice(), &["c"], &["a", "c"]].iter().enumerate() {
        let folder = scratch(&format!("sealed-worlds-{world}"));
        ford(&folder, [&["a"], south, &["a", "b"]]);
        let said = b"no\nshow\nyes\nperhaps\nno\n";
        let seen = [&["--as", "north"][..], &["--as", "north", "--json"]]
            .map(|flags| ran(&folder, flags, said))
            .map(|ran| (ran.code, ran.stdout, ran.stderr));
        worlds.push(seen);
    }
    assert_eq!(worlds[0], worlds[1]);
    assert_eq!(worlds[0], worlds[2]);
    assert!(
        worlds[0][0].1.contains("None of 3 packages"),
        "{:?}",
        worlds[0]
    );
}

#[test]
fn who_breaks_off_or_stops_leaves_nothing() {
    let folder = scratch("sealed-broken");
    ford(&folder, [&["a", "b"], &["b"], &["b"]]);
    let broken = ran(&folder, &["--as", "north", "--json"], b"yes\nyes\nbreak\n");
    assert_eq!(shown(&broken), Vec::<String>::new());
    let before: Vec<_> = fs::read_dir(&folder).unwrap().collect();
    let stopped = ran(&folder, &["--as", "north", "--json"], b"yes\nyes\n");
    assert_eq!((stopped.code, stopped.stdout.as_str()), (Some(3), ""));
    assert!(stopped.told().contains("nothing is kept"), "{stopped:?}");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), before.len());
}

#[test]
fn what_cannot_be_held_is_refused_with_a_reason() {
    let folder = scratch("sealed-refused");
    let case = ford(&folder, [&["a", "b"], &["b"], &["b"]]);
    for (flags, says) in [
        (vec!["--need", "0"], "from 1 to 3"),
        (vec!["--need", "4"], "from 1 to 3"),
        (vec!["--need", "nort"], "did you mean `north`"),
        (vec!["--order", "north,south", "--need", "west"], "--order"),
        (vec!["--order", "north", "--as", "south"], "--order"),
        (vec!["--offer", "3"], "no offer 3"),
    ] {
        let told = ran(&folder, &flags, b"");
        assert_eq!(told.code, Some(2), "{flags:?} {told:?}");
        assert!(told.told().contains(says), "{flags:?} {}", told.told());
    }
    let none = run(&["talks", "sealed", case.to_str().unwrap()]);
    assert_eq!(none.code, Some(2));
}
