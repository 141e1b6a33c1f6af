//! What people see: width, colours, and nothing that their terminal would obey.

use unicode_width::UnicodeWidthStr as _;

use crate::run::{SELLA, command, opened, raised, run, run_with};

fn narrow(text: &str) {
    for line in text.lines() {
        assert!(line.width() <= 80, "{} columns: {line}", line.width());
        assert_eq!(line, line.trim_end(), "a line ends in spaces");
    }
}

#[test]
fn no_line_is_longer_than_80_columns() {
    for args in [
        vec!["solve", SELLA],
        vec!["show", SELLA],
        vec!["check", SELLA],
        vec!["solve", SELLA, "--node-limit", "0"],
        vec!["clashes", SELLA, "--loops"],
        vec!["clashes", SELLA, "--floors", "members", "--at-most", "9"],
        vec!["status", SELLA],
        vec!["status", "well.yaml"],
        vec!["clashes", "--help"],
        vec!["status", "--help"],
        vec!["check", "wrong.yaml"],
        vec!["solve", "missing.yaml"],
        vec!["--help"],
        vec!["solve", "--help"],
        vec!["check", "--help"],
        vec!["show", "--help"],
        vec!["verify", "--help"],
        vec!["schema", "--help"],
        vec!["open", "--help"],
        vec!["what-if", "--help"],
        vec!["pressure", "--help"],
        vec!["improve", "--help"],
        vec!["settle", "--help"],
        vec!["new", "--template", "list"],
        vec!["new"],
        vec!["stats", "--help"],
        vec!["stats", SELLA, "--offer", "5"],
        vec!["stats", "orchard", "--semantics", "negmas"],
        vec!["settle", "orchard", "--rules", "all", "--normalise", "best"],
        vec!["improve", SELLA, "--offer", "5"],
        vec!["theory", "--help"],
        vec!["theory", "rubinstein", "--help"],
        vec!["theory", "stahl", "--help"],
        vec!["theory", "rubinstein", "--delta", "2", "--delta", "x"],
        vec!["settle", SELLA],
        vec!["settle", SELLA, "--parties", "nobody-of-this-name"],
        vec!["settle", "ties.yaml"],
        vec!["pressure", SELLA],
        vec!["pressure", "rising-well.yaml", "--party", "hill"],
        vec!["pressure", SELLA, "--party", "nobody-of-this-name"],
    ] {
        let ran = run(&args);
        narrow(&ran.stdout);
        narrow(&ran.stderr);
    }
    for asked in [
        vec!["solve", "-"],
        vec!["settle", "-", "--comparable"],
        vec!["open", "-"],
        vec!["improve", "-", "--package", "sella.package.yaml"],
    ] {
        narrow(&run_with(&asked, opened().as_bytes()).stdout);
    }
    for party in ["orvane", "lethia", "meridia", "compact"] {
        let asked = ["pressure", "-", "--party", party];
        narrow(&run_with(&asked, opened().as_bytes()).stdout);
        narrow(&run_with(&asked, raised().as_bytes()).stdout);
    }
}

#[test]
fn no_line_about_persons_and_phases_is_longer_than_80_columns() {
    const LIST: &str = "../persons/age.age";
    const KEY: &str = "../persons/age.key";
    for args in [
        &["persons", "--help"][..],
        &["persons", "key", "--help"],
        &["persons", "encrypt", "--help"],
        &["persons", "decrypt", "--help"],
        &["persons", "check", "--help"],
        &["persons", "check", LIST, "--key", KEY],
        &["persons", "check", LIST, "--key", "well.yaml"],
        &["persons", "check", "well.yaml", "--key", KEY],
        &["exchange", "--help"],
        &["phases", "--help"],
    ] {
        let ran = run(args);
        narrow(&ran.stdout);
        narrow(&ran.stderr);
    }
}

#[test]
fn colour_only_when_asked_for_or_on_a_terminal() {
    let escapes = |args: &[&str]| run(args).stdout.contains('\x1b');
    assert!(!escapes(&["solve", SELLA]));
    assert!(!escapes(&["solve", SELLA, "--color", "never"]));
    assert!(escapes(&["solve", SELLA, "--color", "always"]));
    assert!(escapes(&["--color", "always", "show", SELLA]));
    assert!(!escapes(&["solve", SELLA, "--color", "always", "--json"]));
    let asked = command(&["solve", SELLA])
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    assert!(!asked.stdout.contains(&0x1b));
}

/// Without the codes, a coloured text is the plain one: colour never says anything alone.
#[test]
fn colour_says_nothing_alone() {
    for args in [
        ["solve", SELLA],
        ["show", SELLA],
        ["status", SELLA],
        ["check", "wrong.yaml"],
    ] {
        let plain = run(&args);
        let coloured = run(&[&args[..], &["--color", "always"]].concat());
        assert_eq!(without_codes(&coloured.stdout), plain.stdout);
        assert_eq!(without_codes(&coloured.stderr), plain.stderr);
    }
}

fn without_codes(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        all + part.split_once('m').map_or("", |(_, rest)| rest)
    })
}

#[test]
fn a_case_cannot_speak_to_the_terminal() {
    for args in [
        vec!["show", "hostile.json"],
        vec!["solve", "hostile.json"],
        vec!["clashes", "hostile.json", "--loops"],
        vec!["status", "hostile.json"],
        vec!["settle", "hostile.json"],
        vec!["settle", "hostile.json", "--parties", "\x1b[31m\u{202e}"],
        vec!["open", "hostile.json"],
        vec!["check", "hostile.json"],
        vec!["check", "no\x1b[31msuch\u{202e}file"],
    ] {
        let ran = run(&args);
        for text in [ran.stdout, ran.stderr] {
            let obeyed = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
            assert!(!text.contains(obeyed), "{args:?}: {text:?}");
        }
    }
}
