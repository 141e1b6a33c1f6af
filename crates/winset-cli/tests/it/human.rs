//! What people see: width, colours, and nothing that their terminal would obey.

use unicode_width::UnicodeWidthStr as _;

use crate::run::{SELLA, command, opened, raised, run, run_with};

fn narrow(text: &str) {
    for line in text.lines() {
        assert!(line.width() <= 80, "{} columns: {line}", line.width());
        assert_eq!(line, line.trim_end(), "a line ends in spaces");
    }
}

/// Commands that are looked at, a line each; `SELLA` is the demonstration.
const LOOKED_AT: &str = "
    solve SELLA
    show SELLA
    check SELLA
    solve SELLA --node-limit 0
    clashes SELLA --loops
    clashes SELLA --floors members --at-most 9
    status SELLA
    status well.yaml
    clashes --help
    status --help
    check wrong.yaml
    solve missing.yaml
    --help
    solve --help
    check --help
    show --help
    verify --help
    schema --help
    open --help
    what-if --help
    pressure --help
    improve --help
    settle --help
    new --template list
    new
    stats --help
    stats SELLA --offer 5
    stats orchard --semantics negmas
    settle orchard --rules all --normalise best
    improve SELLA --offer 5
    persons --help
    persons key --help
    persons encrypt --help
    persons decrypt --help
    persons check --help
    persons check ../persons/age.age --key ../persons/age.key
    persons check ../persons/age.age --key well.yaml
    persons check well.yaml --key ../persons/age.key
    exchange --help
    phases --help
    theory --help
    theory rubinstein --help
    theory stahl --help
    theory rubinstein --delta 2 --delta x
    settle SELLA
    settle SELLA --parties nobody-of-this-name
    settle ties.yaml
    pressure SELLA
    pressure rising-well.yaml --party hill
    pressure SELLA --party nobody-of-this-name
    requests --help
    exchange SELLA
    phases SELLA
";

#[test]
fn no_line_is_longer_than_80_columns() {
    let looked_at = LOOKED_AT.lines().map(str::trim);
    for line in looked_at.filter(|line| !line.is_empty()) {
        let words = line.split(' ');
        let words = words.map(|word| if word == "SELLA" { SELLA } else { word });
        let ran = run(&words.collect::<Vec<_>>());
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
