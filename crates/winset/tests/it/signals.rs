//! Closed pipes and interrupts.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use crate::run::{SELLA, command};

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
