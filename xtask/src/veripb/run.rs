//! The chore: solve, export, and ask the program `veripb`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use thiserror::Error;
use winset_check::NoOverlap;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::positions::Positions;

use super::export::export;
use super::export_error::ExportError;
use super::random::{Stopped, infeasible, refuted};

/// What was asked on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Which cases.
    pub cases: Cases,
    /// Where formula and proof are written.
    pub out: PathBuf,
}

/// Which cases are exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cases {
    /// A case file, at its declared positions.
    File(PathBuf),
    /// Random cases without an overlap.
    Random {
        /// How many.
        count: u64,
        /// The first seed.
        seed: u64,
    },
}

/// Why nothing was exported.
#[derive(Debug, Error)]
pub enum ChoreError {
    /// Reading or writing a file.
    #[error("access {path}")]
    File {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A case file that is no case.
    #[error("read {path} as a case: line {line}: {message}")]
    Case {
        /// The file.
        path: PathBuf,
        /// The line of the first finding.
        line: usize,
        /// The first finding.
        message: String,
    },
    /// There is nothing to refute.
    #[error("refute the case: it has an overlap at its declared positions")]
    Overlap,
    /// The solver stopped.
    #[error(transparent)]
    Stopped(#[from] Stopped),
    /// The refutation cannot be written.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The program could not be started.
    #[error("run veripb")]
    Program(#[source] io::Error),
}

/// What `veripb` said.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Opinion {
    Accepted(Duration),
    Refused(String),
    NotAsked,
}

/// The line that `veripb` prints when a proof shows that the formula has no solution.
const ACCEPTED: &str = "s VERIFIED UNSATISFIABLE";

/// Exports and asks; writes a line for each case. Exit code 0: all accepted, or `veripb` is not
/// installed; 1: one was refused.
pub fn run(request: &Request, report: &mut dyn Write) -> Result<ExitCode, ChoreError> {
    let version = version()?;
    let mut refused = 0;
    let mut done = 0;
    match &request.cases {
        Cases::File(path) => {
            let case = read(path)?;
            let declared = Positions::declared(&case);
            let refutation = refuted(&case, &declared)?.ok_or(ChoreError::Overlap)?;
            refused += second(&case, &refutation, &request.out, report, version.as_deref())?;
            done = 1;
        }
        Cases::Random { count, seed } => {
            for seed in *seed.. {
                if done == *count {
                    break;
                }
                let Some((case, refutation)) = infeasible(seed)? else {
                    continue;
                };
                let out = request.out.join(&case.id);
                refused += second(&case, &refutation, &out, report, version.as_deref())?;
                done += 1;
            }
        }
    }
    let summary = match version {
        Some(version) => format!("{} of {done} accepted by {version}", done - refused),
        None => format!(
            "{done} written; veripb is not installed (cargo install veripb --locked), so nothing was checked"
        ),
    };
    say(report, &summary);
    Ok(ExitCode::from(u8::from(refused > 0)))
}

/// A report that nobody reads any more is no failure.
fn say(report: &mut dyn Write, line: &str) {
    let _closed = writeln!(report, "{line}");
}

fn read(path: &Path) -> Result<Case, ChoreError> {
    let file = |source| ChoreError::File {
        path: path.to_owned(),
        source,
    };
    let bytes = std::fs::read(path).map_err(file)?;
    let syntax = Syntax::of_file_name(&path.to_string_lossy()).unwrap_or(Syntax::Yaml);
    match winset_model::read_case(&bytes, syntax) {
        Ok(reading) => Ok(reading.case),
        Err(findings) => {
            let first = findings.first();
            let start = first.map_or(0, |f| f.span.start).min(bytes.len());
            Err(ChoreError::Case {
                path: path.to_owned(),
                line: 1 + String::from_utf8_lossy(&bytes[..start])
                    .matches('\n')
                    .count(),
                message: first.map(|f| f.message.clone()).unwrap_or_default(),
            })
        }
    }
}

/// Exports one refutation and has it checked; gives 1 if it was refused, else 0.
fn second(
    case: &Case,
    refutation: &NoOverlap,
    out: &Path,
    report: &mut dyn Write,
    version: Option<&str>,
) -> Result<u64, ChoreError> {
    let text = export(case, refutation)?;
    let file = |path: &Path, source| ChoreError::File {
        path: path.to_owned(),
        source,
    };
    std::fs::create_dir_all(out).map_err(|e| file(out, e))?;
    let formula = out.join("formula.opb");
    let proof = out.join("proof.pbp");
    std::fs::write(&formula, &text.formula).map_err(|e| file(&formula, e))?;
    std::fs::write(&proof, &text.proof).map_err(|e| file(&proof, e))?;
    let opinion = match version {
        Some(_) => ask(&formula, &proof)?,
        None => Opinion::NotAsked,
    };
    let what = format!(
        "{}: {} points, {} parties, {} nodes, certificate {} bytes, formula {} bytes, proof {} bytes",
        case.id,
        case.points.len(),
        case.parties.len(),
        refutation.nodes(),
        refutation.bytes().len(),
        text.formula.len(),
        text.proof.len(),
    );
    let (said, refused) = match opinion {
        Opinion::Accepted(time) => (format!("accepted in {:.3} s", time.as_secs_f64()), 0),
        Opinion::Refused(why) => (format!("REFUSED: {why}"), 1),
        Opinion::NotAsked => (format!("written to {}", out.display()), 0),
    };
    say(report, &format!("{what}: {said}"));
    Ok(refused)
}

/// The name and version of `veripb`; `None` if it is not installed.
fn version() -> Result<Option<String>, ChoreError> {
    match Command::new("veripb").arg("--version").output() {
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            let last = text.lines().last().unwrap_or("veripb");
            Ok(Some(last.to_owned()))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ChoreError::Program(error)),
    }
}

#[expect(clippy::disallowed_methods, reason = "a chore may look at the clock")]
fn ask(formula: &Path, proof: &Path) -> Result<Opinion, ChoreError> {
    let begin = Instant::now();
    let output = Command::new("veripb")
        .args(["--opb".as_ref(), formula.as_os_str(), proof.as_os_str()])
        .output()
        .map_err(ChoreError::Program)?;
    let time = begin.elapsed();
    let said = String::from_utf8_lossy(&output.stdout);
    if output.status.success() && said.lines().any(|line| line == ACCEPTED) {
        return Ok(Opinion::Accepted(time));
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    let why: Vec<&str> = errors
        .lines()
        .take_while(|l| !l.starts_with("Stack"))
        .collect();
    Ok(Opinion::Refused(why.join(" ")))
}
