//! What the command returns: the one place that turns outcomes and failures into exit codes.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::{ColorChoice, Parser as _};
use thiserror::Error;
use winset::journal::JournalError;
use winset::model::diagnostic::Diagnostic;
use winset::{LoadError, Text};

use crate::args::{Args, Command};
use crate::diagnose;
use crate::output::Output;
use crate::page::{ERROR, Page, WIDTH, plain, wrap};
use crate::{
    check, clashes, convert, desk, export, frontier, improve, journal, lint, offer, open, pressure,
    report, settle, show, solve, stats, status, text, verify, what_if, wire,
};

/// Exit code of a process that a second Ctrl-C ended.
pub(crate) const KILLED: i32 = 130;

/// How a command ended that did its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The question is answered.
    Answered,
    /// Proven that there is none, where that is to be told by the exit code.
    No,
    /// Stopped undecided, or interrupted.
    Stopped,
    /// The file cannot be used; the findings are already printed.
    Unusable,
}

/// Why a command could not do its work.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Usage(#[from] clap::Error),
    #[error("{0}; see --help")]
    Misuse(&'static str),
    #[error("`{flag}` names `{found}`, which is not there; expected {expected}{}", meant(.nearest.as_deref()))]
    UnknownName {
        flag: &'static str,
        found: String,
        expected: String,
        nearest: Option<String>,
    },
    #[error("`{flag}` names `{found}`, which states no preferences; expected {expected}")]
    WithoutPreferences {
        flag: &'static str,
        found: String,
        expected: String,
    },
    #[error("`{flag}` says `{found}`; expected {expected}{}", meant(.nearest.as_deref()))]
    BadValue {
        flag: &'static str,
        found: String,
        expected: String,
        nearest: Option<String>,
    },
    #[error("failed to count the offer among those of the case: {0}")]
    NotCounted(String),
    #[error("failed to add the act to the text: {0}")]
    Unfit(String),
    #[error(
        "failed to make a clean text: no words for {0} are the mediator's own or shared by all; give \
         a package, or words with `winset text wording --by mediator`"
    )]
    NotClean(String),
    #[error("failed to measure scores: {0}")]
    Scale(String),
    #[error("failed to {0}")]
    Load(Box<LoadError>),
    #[error("failed to use the changes: texts with findings: {}", .0.len())]
    Changes(Vec<(Text, Vec<Diagnostic>)>),
    #[error("failed to read {name}: {source}")]
    Read { name: String, source: io::Error },
    #[error("failed to write {what} to {name}: {source}")]
    Write {
        what: &'static str,
        name: String,
        source: io::Error,
    },
    #[error("failed to write the output: {source}")]
    Output { source: io::Error },
    #[error("failed to listen for Ctrl-C: {0}")]
    Interrupts(#[from] ctrlc::Error),
    #[error("failed to write the answer as JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("failed to {doing}: {source}")]
    Desk {
        doing: &'static str,
        source: io::Error,
    },
    #[error("failed to lay out the report: {0}")]
    Report(askama::Error),
}

impl From<JournalError> for Failure {
    fn from(error: JournalError) -> Self {
        LoadError::Journal(error).into()
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        Self::Load(Box::new(error))
    }
}

/// The name that may have been meant.
fn meant(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!("; did you mean `{name}`?"))
}

/// Runs the command.
pub(crate) fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(words) {
        Ok(args) => args,
        Err(error) => return tell(&Failure::Usage(error), Output::new(ColorChoice::Auto)),
    };
    let output = Output::new(args.color);
    let outcome = match &args.command {
        Command::Solve(args) => solve::run(args, output),
        Command::Clashes(args) => clashes::run(args, output),
        Command::Pressure(args) => pressure::run(args, output),
        Command::Open(args) => open::run(args, output),
        Command::WhatIf(args) => what_if::run(args, output),
        Command::Improve(args) => improve::run(args, output),
        Command::Settle(args) => settle::run(args, output),
        Command::Frontier(args) => frontier::run(args, output),
        Command::Stats(args) => stats::run(args, output),
        Command::Status(args) => status::run(args, output),
        Command::Text(args) => text::run(args, output),
        Command::Report(args) => report::run(args, output),
        Command::Desk(args) => desk::run(args, output),
        Command::Offer(args) => offer::run(args, output),
        Command::Journal(args) => journal::run(args, output),
        Command::Export(args) => export::run(args, output),
        Command::Check(args) => check::run(args, output),
        Command::Convert(args) => convert::run(args, output),
        Command::Lint(args) => lint::run(args, output),
        Command::Show(args) => show::run(args, output),
        Command::Verify(args) => verify::run(args, output),
        Command::Schema(args) => wire::schema(args),
    };
    match outcome {
        Ok(Outcome::Answered) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Ok(Outcome::Unusable) => ExitCode::from(2),
        Ok(Outcome::Stopped) => ExitCode::from(3),
        Err(failure) => tell(&failure, output),
    }
}

/// Tells of a failure on standard error. Help and version come as usage errors with code 0.
fn tell(failure: &Failure, output: Output) -> ExitCode {
    let mut page = Page::default();
    match failure {
        Failure::Usage(error) => {
            // Nobody is left to tell when this cannot be written.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
        Failure::Load(error) => match error.as_ref() {
            LoadError::Refused { text, found } => diagnose::render(&mut page, text, found),
            LoadError::Scenario { refused, .. } => diagnose::render_each(&mut page, refused),
            LoadError::Unreadable { .. } | LoadError::Journal(_) => message(&mut page, failure),
        },
        Failure::Changes(refused) => diagnose::render_each(&mut page, refused),
        _ => message(&mut page, failure),
    }
    // As above.
    let _ = output.remark(&page);
    ExitCode::from(2)
}

fn message(page: &mut Page, failure: &Failure) {
    let text = plain(&failure.to_string());
    for (place, line) in wrap(&text, WIDTH - 7).iter().enumerate() {
        let label = if place == 0 { "error:" } else { "      " };
        page.line(&[
            (ERROR, label),
            (clap::builder::styling::Style::new(), &format!(" {line}")),
        ]);
    }
}
