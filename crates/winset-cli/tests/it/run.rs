//! Running the command.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The demonstration case, seen from [`folder`].
pub(crate) const SELLA: &str = "../../../../cases/sella-basin.yaml";

/// The folder of the cases that only these tests use; the command runs in it.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// A fresh folder for what a test writes.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // It is not there on the first run.
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// The command with these arguments, free of the caller's environment.
pub(crate) fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_winset"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM"] {
        command.env_remove(name);
    }
    command
        .env("TERM", "xterm-256color")
        .env("WINSET_NO_RECENT", "1")
        .current_dir(folder())
        .args(args);
    command
}

/// What a run left behind.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    /// What it said on standard error, in one line: where words stand in lines depends on the names
    /// of folders in them.
    pub(crate) fn told(&self) -> String {
        self.stderr.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// It is refused, each of these parts is said, and nobody is named: not one of those whose identifiers
    /// begin with CANARY.
    pub(crate) fn refuses_and_names_nobody(&self, parts: &[&str]) {
        assert_eq!((self.code, self.stdout.as_str()), (Some(2), ""), "{self:?}");
        let told = self.told();
        for part in parts {
            assert!(told.contains(part), "{part}: {told}");
        }
        assert!(!told.to_lowercase().contains("canary"), "{told}");
    }
}

/// Runs to the end.
pub(crate) fn run(args: &[&str]) -> Ran {
    ran(command(args).stdin(Stdio::null()).output().unwrap())
}

/// Runs to the end with a text on standard input.
pub(crate) fn run_with(args: &[&str], input: &[u8]) -> Ran {
    let mut command = command(args);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    ran(child.wait_with_output().unwrap())
}

fn ran(output: Output) -> Ran {
    Ran {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Ran {
    /// All of it, for a snapshot.
    pub(crate) fn transcript(&self) -> String {
        let code = self.code.map_or("none".to_owned(), |code| code.to_string());
        let (stdout, stderr) = (&self.stdout, &self.stderr);
        format!("exit code: {code}\n--- standard output\n{stdout}--- standard error\n{stderr}")
    }
}

/// The demonstration case with its cheapest opening taken: six steps on ladders, as its author
/// states them.
pub(crate) fn opened() -> String {
    let mut text = std::fs::read_to_string(folder().join(SELLA)).unwrap();
    for (declared, opened) in [
        (
            "{accept: [t4, t5], cost: 0}, {accept: [t3, t4, t5], cost: 4}",
            "{accept: [t3, t4, t5], cost: 0}",
        ),
        (
            "{accept: [t1, t2], cost: 0}, {accept: [t1, t2, t3], cost: 4}",
            "{accept: [t1, t2, t3], cost: 0}",
        ),
        (
            "{accept: [c4], cost: 0}, {accept: [c3, c4], cost: 2}, {accept: [c2, c3, c4], cost: 3}",
            "{accept: [c2, c3, c4], cost: 0}",
        ),
        (
            "{accept: [f1, f2], cost: 0}, {accept: [f1, f2, f3], cost: 2}",
            "{accept: [f1, f2, f3], cost: 0}",
        ),
        (
            "{accept: [n1, n2], cost: 0}, {accept: [n1, n2, n3], cost: 3}",
            "{accept: [n1, n2, n3], cost: 0}",
        ),
        (
            "{accept: [z3, z4], cost: 0}, {accept: [z2, z3, z4], cost: 3}",
            "{accept: [z2, z3, z4], cost: 0}",
        ),
    ] {
        assert_eq!(text.matches(declared).count(), 1, "{declared}");
        text = text.replace(declared, opened);
    }
    text
}

/// The opened demonstration case with higher, uncertain no-deal values, so that it is closed by them
/// alone.
pub(crate) fn raised() -> String {
    let mut text = opened();
    for (declared, raised) in [
        ("{score: 590,", "{score: 612, low: 592, high: 617,"),
        ("{score: 650,", "{score: 676, low: 656, high: 681,"),
        ("{score: 640,", "{score: 700, low: 680, high: 705,"),
        ("{score: 720,", "{low: 740, high: 760,"),
    ] {
        assert_eq!(text.matches(declared).count(), 1, "{declared}");
        text = text.replace(declared, raised);
    }
    text
}
