//! Closed pipes and interrupts.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use crate::run::{SELLA, command, run, scratch};

#[test]
fn a_closed_pipe_ends_the_command_quietly() {
    for args in [
        vec!["show", SELLA],
        vec!["schema"],
        vec!["--help"],
        vec!["show", SELLA, "--json"],
    ] {
        let mut command = command(&args);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
    }
}

#[test]
fn a_reader_who_stops_after_a_line_has_that_line() {
    let mut command = command(&["show", SELLA]);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    reader.read_line(&mut first).unwrap();
    drop(reader);
    assert!(first.starts_with("The Sella Basin plan"));
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

/// A case that nobody decides soon: with each of two pairs of opposed parties one sum of even
/// scores would have to be an odd number, which no weighting of the parties shows.
fn endless() -> String {
    const POINTS: usize = 16;
    const OPTIONS: usize = 6;
    // Any numbers without a pattern will do: a linear congruence.
    let mut state: u64 = 5;
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(state >> 38).unwrap() * 2
    };
    let (mut parties, mut sheets) = (Vec::new(), Vec::new());
    for pair in 0..2 {
        let mut row = || (0..OPTIONS).map(|_| next()).collect();
        let scores: Vec<Vec<i64>> = (0..POINTS).map(|_| row()).collect();
        let mean = scores.iter().flatten().sum::<i64>() / 6;
        for (side, sign) in [("a", 1), ("b", -1)] {
            let (id, floor) = (format!("{side}{pair}"), sign * (mean | 1));
            let names = format!("id: {id}, name: {id}, short: {id}");
            parties.push(format!("  - {{{names}, no_deal: {{score: {floor}}}}}"));
            sheets.push(format!("  {id}:"));
            for (point, row) in scores.iter().enumerate() {
                let row: Vec<i64> = row.iter().map(|score| sign * score).collect();
                sheets.push(format!("    p{point}: {{weight: 1, scores: {row:?}}}"));
            }
        }
    }
    let options: Vec<String> = (0..OPTIONS)
        .map(|o| format!("{{id: o{o}, label: o{o}}}"))
        .collect();
    let options = options.join(", ");
    let point = |p: usize| format!("  - {{id: p{p}, title: p{p}, options: [{options}]}}");
    let points: Vec<String> = (0..POINTS).map(point).collect();
    [
        "format: winset-case/1\nid: split\ntitle: Split\nparties:",
        &parties.join("\n"),
        "points:",
        &points.join("\n"),
        "preferences:",
        &sheets.join("\n"),
        "",
    ]
    .join("\n")
}

fn endless_file(name: &str) -> String {
    let path = scratch(name).join("split.yaml");
    std::fs::write(&path, endless()).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_time_limit_ends_a_long_search() {
    let path = endless_file("time-limit");
    let ran = run(&["solve", &path, "--time-limit", "300ms"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(3), ""));
    assert!(
        ran.stdout
            .starts_with("Undecided: stopped by the time limit"),
        "{}",
        ran.stdout
    );
}

#[cfg(unix)]
#[test]
fn an_interrupt_prints_what_is_known() {
    let path = endless_file("interrupt");
    for (json, first) in [
        (None, "Undecided: interrupted"),
        (Some("--json"), "{\"format\""),
    ] {
        let mut command = command(&["solve", &path, "--time-limit", "60s"]);
        let child = command.args(json).stdout(Stdio::piped()).spawn().unwrap();
        // Until it listens: reading the case takes a few milliseconds.
        std::thread::sleep(std::time::Duration::from_secs(1));
        let sent = Command::new("kill")
            .args(["-INT", &child.id().to_string()])
            .status()
            .unwrap();
        assert!(sent.success());
        let output = child.wait_with_output().unwrap();
        let stdout = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(3), "{stdout}");
        assert!(stdout.starts_with(first), "{stdout}");
        assert!(stdout.contains("interrupted"), "{stdout}");
    }
}
