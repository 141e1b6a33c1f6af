//! `cargo xtask`: the chores of the repository. [`xtask`] does the work; this prints.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use xtask::measure;
use xtask::tidy::{self, Finding, TidyError, Tree, circles_text, source_files};
use xtask::veripb;
use xtask::veripb::run::{Cases, Request};

const USAGE: &str = "\
Chores of the winset repository.

Usage: cargo xtask <chore>

Chores:
  tidy      check crate edges, licences, file sizes, forgotten files, texts, links, and how code is
            laid out: circles of modules, what faces name, tuples as parameters, code in mod.rs,
            names of types
  circles   list for each crate how many modules it has, and the largest set of them each of which
            leads to all others; a path counts for the module that defines what it names, those in
            tests and macros do not count
  measure   count lines, functions, names and circles; --json; measure --help says what is counted
  veripb    write the refutation of a case for VeriPB, and ask veripb if it is installed

Examples:
  cargo xtask tidy
      list every finding as file:line; exit 1 if there is one
  cargo xtask measure --json
      the figures of the code as one JSON object
  cargo xtask veripb cases/sella-basin.yaml --out target/veripb
      write formula.opb and proof.pbp for the declared positions; exit 1 if veripb refuses them
  cargo xtask veripb --random 20 --seed 1 --out target/veripb
      the same for 20 random cases without an overlap
  cargo xtask --help
      print this text

Exit codes: 0 all is well, or veripb is not installed; 1 findings, or a proof was refused; 2 wrong
usage, the chore could not run, or the case has an overlap.
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
        ["circles"] => list_circles(&workspace_root()),
        ["veripb", args @ ..] => match veripb_request(args) {
            Ok(request) => run_veripb(&request),
            Err(what) => wrong_usage(&what),
        },
        ["-h" | "--help" | "help"] | ["tidy" | "circles", "-h" | "--help"] => {
            write!(io::stdout().lock(), "{USAGE}")?;
            Ok(ExitCode::SUCCESS)
        }
        [] => wrong_usage("which chore?"),
        ["tidy", extra, ..] => wrong_usage(&format!("tidy takes no argument, found '{extra}'")),
        ["measure"] => run_measure(&workspace_root(), Printed::Text),
        ["measure", "--json"] => run_measure(&workspace_root(), Printed::Json),
        ["measure", "-h" | "--help"] => {
            write!(io::stdout().lock(), "{}", measure::HELP)?;
            Ok(ExitCode::SUCCESS)
        }
        ["measure", extra, ..] => {
            wrong_usage(&format!("measure takes --json or nothing, found '{extra}'"))
        }
        ["circles", extra, ..] => {
            wrong_usage(&format!("circles takes no argument, found '{extra}'"))
        }
        [other, ..] => wrong_usage(&format!("no such chore: '{other}'")),
    }
}

fn wrong_usage(what: &str) -> io::Result<ExitCode> {
    write!(io::stderr().lock(), "error: {what}\n\n{USAGE}")?;
    Ok(ExitCode::from(2))
}

fn run_tidy(root: &Path) -> io::Result<ExitCode> {
    match tidy::run(root) {
        Ok(findings) if findings.is_empty() => Ok(ExitCode::SUCCESS),
        Ok(findings) => {
            write_findings(&findings)?;
            Ok(ExitCode::from(1))
        }
        Err(error) => cannot_run(&error),
    }
}

fn write_findings(findings: &[Finding]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for finding in findings {
        writeln!(out, "{finding}")?;
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.rule).or_default() += 1;
    }
    let counts: Vec<String> = counts
        .iter()
        .map(|(rule, count)| format!("{rule} {count}"))
        .collect();
    writeln!(
        out,
        "tidy: {} finding(s): {}",
        findings.len(),
        counts.join(", ")
    )
}

fn list_circles(root: &Path) -> io::Result<ExitCode> {
    match Tree::read(root) {
        Ok(tree) => {
            let circles = tidy::crate_circles(&source_files(&tree));
            write!(io::stdout().lock(), "{}", circles_text(&circles))?;
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => cannot_run(&error),
    }
}

/// How figures are printed.
#[derive(Clone, Copy)]
enum Printed {
    Text,
    Json,
}

fn run_measure(root: &Path, printed: Printed) -> io::Result<ExitCode> {
    match Tree::read(root) {
        Ok(tree) => {
            let figures = measure::code_figures(&source_files(&tree));
            let text = match printed {
                Printed::Text => measure::figures_text(&figures),
                Printed::Json => format!("{:#}\n", measure::figures_json(&figures)),
            };
            write!(io::stdout().lock(), "{text}")?;
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => cannot_run(&error),
    }
}

fn cannot_run(error: &TidyError) -> io::Result<ExitCode> {
    writeln!(io::stderr().lock(), "error: failed to {error}")?;
    Ok(ExitCode::from(2))
}

/// Reads the arguments of `veripb`.
fn veripb_request(args: &[&str]) -> Result<Request, String> {
    let mut out = PathBuf::from("target/veripb");
    let (mut file, mut count, mut seed) = (None, None, 1);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} takes a value"));
        let number = |text: &str| {
            text.parse()
                .map_err(|_| format!("{arg}: '{text}' is no number"))
        };
        match *arg {
            "--out" => out = PathBuf::from(*value()?),
            "--random" => count = Some(number(value()?)?),
            "--seed" => seed = number(value()?)?,
            flag if flag.starts_with('-') => return Err(format!("no such flag: '{flag}'")),
            path if file.is_none() => file = Some(PathBuf::from(path)),
            extra => return Err(format!("veripb takes one case, found '{extra}' too")),
        }
    }
    let cases = match (file, count) {
        (Some(path), None) => Cases::File(path),
        (None, Some(count)) => Cases::Random { count, seed },
        _ => return Err("veripb takes a case file or --random".to_owned()),
    };
    Ok(Request { cases, out })
}

fn run_veripb(request: &Request) -> io::Result<ExitCode> {
    match veripb::run::run(request, &mut io::stdout().lock()) {
        Ok(code) => Ok(code),
        Err(error) => {
            let mut text = format!("failed to {error}");
            let mut source = std::error::Error::source(&error);
            while let Some(cause) = source {
                text = format!("{text}: {cause}");
                source = cause.source();
            }
            writeln!(io::stderr().lock(), "error: {text}")?;
            Ok(ExitCode::from(2))
        }
    }
}

/// The folder above this crate, fixed when it was compiled.
fn workspace_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
