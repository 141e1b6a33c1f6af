//! `cargo xtask`: the chores of the repository. [`xtask`] does the work; this prints.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use xtask::tidy;

const USAGE: &str = "\
Chores of the winset repository.

Usage: cargo xtask <chore>

Chores:
  tidy    check crate edges, licences, file sizes, forgotten files, texts and links

Examples:
  cargo xtask tidy      list every finding as file:line; exit 1 if there is one
  cargo xtask --help    print this text

Exit codes: 0 all is well, 1 findings, 2 wrong usage or the chore could not run.
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(code) => code,
        // A closed pipe (`cargo xtask tidy | head`) is the reader's wish, not a failure.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}

fn run(args: &[&str]) -> io::Result<ExitCode> {
    match args {
        ["tidy"] => run_tidy(&workspace_root()),
        ["-h" | "--help" | "help"] => {
            write!(io::stdout().lock(), "{USAGE}")?;
            Ok(ExitCode::SUCCESS)
        }
        [] => wrong_usage("which chore?"),
        ["tidy", extra, ..] => wrong_usage(&format!("tidy takes no argument, found '{extra}'")),
        [other, ..] => wrong_usage(&format!("no such chore: '{other}'")),
    }
}

fn wrong_usage(what: &str) -> io::Result<ExitCode> {
    write!(io::stderr().lock(), "error: {what}\n\n{USAGE}")?;
    Ok(ExitCode::from(2))
}

fn run_tidy(root: &Path) -> io::Result<ExitCode> {
    let findings = match tidy::run(root) {
        Ok(findings) => findings,
        Err(error) => {
            writeln!(io::stderr().lock(), "error: failed to {error}")?;
            return Ok(ExitCode::from(2));
        }
    };
    let mut out = io::stdout().lock();
    for finding in &findings {
        writeln!(out, "{finding}")?;
    }
    if findings.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(out, "tidy: {} finding(s)", findings.len())?;
    Ok(ExitCode::from(1))
}

/// The folder above this crate, fixed when it was compiled.
fn workspace_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
