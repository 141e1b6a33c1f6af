//! Dispatch: the one place that turns outcomes and failures into exit codes and messages.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ColorChoice, Parser as _};
use winset::LoadError;

use crate::args::{Args, Command};
use crate::diagnose;
use crate::failure::{Failure, Outcome};
use crate::output::Output;
use crate::page::{ERROR, Page, WIDTH, plain, wrap};
use crate::{
    check, clashes, convert, desk, export, frontier, improve, journal, lint, offer, open, pressure,
    report, schema, settle, show, solve, stats, status, text, verify, what_if,
};

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
        Command::Schema(args) => schema::run(args),
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
