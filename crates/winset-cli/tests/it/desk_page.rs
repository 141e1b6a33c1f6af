//! The browser is led to the desk by a page that nobody else can read.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::run::{command, scratch};

/// Waits for a file that another program writes.
fn waited(path: &std::path::Path) -> String {
    for _ in 0..500 {
        if let Ok(text) = fs::read_to_string(path)
            && text.ends_with('\n')
        {
            return text;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("{} is not written", path.display());
}

#[test]
fn the_token_stands_in_no_argument() {
    let folder = scratch("desk-page");
    // It keeps its argument, the page as it finds it, and who may read that.
    let browser = folder.join("xdg-open");
    let script =
        "#!/bin/sh\ncp -p \"$1\" \"$WINSET_SEEN/page\"\necho \"$1\" > \"$WINSET_SEEN/argument\"\n";
    fs::write(&browser, script).unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = format!("{}:{}", folder.display(), path.to_string_lossy());
    let mut asked = command(&["desk", "well.yaml", "--open"]);
    asked
        .env("PATH", path)
        .env("WINSET_SEEN", &folder)
        .env("TMPDIR", &folder);
    let mut desk = asked
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let argument = waited(&folder.join("argument"));
    let argument = PathBuf::from(argument.trim());
    assert!(argument.starts_with(&folder), "{}", argument.display());
    assert!(!argument.to_string_lossy().contains("token"));
    let page = fs::read_to_string(folder.join("page")).unwrap();
    assert!(
        page.contains("url=http://127.0.0.1:") && page.contains("token="),
        "{page}"
    );
    let mode = fs::metadata(folder.join("page"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    let interrupted = Command::new("kill")
        .args(["-INT", &desk.id().to_string()])
        .status();
    assert!(interrupted.unwrap().success());
    assert!(desk.wait().unwrap().success());
    assert!(!argument.exists(), "the page goes with the desk");
}

/// The page in the terminal says under which assumptions a desk works, and which it leaves out.
#[test]
fn a_desk_says_what_it_supposes() {
    let folder = scratch("desk-supposed");
    let case = folder.join("pier.yaml");
    fs::write(&case, PIER).unwrap();
    let case = case.to_str().unwrap();
    for (reader, expected) in [
        (
            &[][..],
            "The mediator's desk leaves out what North supposes of others; --as north opens its own.",
        ),
        (
            &["--as", "north"],
            "Under 1 assumption of North about South: guess.",
        ),
        (&["--as", "south"], ""),
        (&["--without-assumptions"], ""),
    ] {
        let mut desk = command(&[&["desk", case, "--color", "never"], reader].concat())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(desk.stdout.take().unwrap()).lines();
        let mut told = String::new();
        // The address, and how to end it, in two lines.
        for line in lines.by_ref().map(Result::unwrap).take(3) {
            told += &format!("{line} ");
        }
        let interrupted = Command::new("kill")
            .args(["-INT", &desk.id().to_string()])
            .status();
        assert!(interrupted.unwrap().success());
        for line in lines.map(Result::unwrap) {
            told += &format!("{line} ");
        }
        assert!(desk.wait().unwrap().success());
        assert!(told.contains(expected), "{reader:?}: {told}");
        assert_eq!(
            told.contains("suppose") || told.contains("Under"),
            !expected.is_empty()
        );
    }
}

const PIER: &str = "
format: winset-case/1
id: pier
title: The pier
parties: [{id: north, name: North, no_deal: 1}, {id: south, name: South}]
points: [{id: fee, title: Fee, options: [{id: low, label: Low}, {id: high, label: High}]}]
preferences: {north: {fee: {scores: [0, 2]}}}
assumptions: [{id: guess, by: north, about: south, scores: {fee: {scores: [2, 0]}}}]
";
