//! Dispatch: the one place that turns outcomes and failures into exit codes and messages.

use std::ffi::OsString;
use std::fmt::Display;
use std::process::ExitCode;

use clap::{ColorChoice, Parser as _};
use winset::LoadError;
use winset::solve::CheckRefusal;
use winset::told::messages::english;

use crate::args::{Args, Command, FIRST_STEPS};
use crate::diagnose;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::page::{ERROR, Page, WIDTH, plain, wrap};
use crate::{
    amend, case_file, check, clashes, class, convert, desk, exchange, export, frontier, helps,
    improve, journal, lint, new, offer, open, persons, phases, pressure, progress, record, report,
    requests, schema, settle, sheet, show, solve, stats, status, talks, text, theory, tournament,
    verify, what_if,
};

/// Runs the command.
pub(crate) fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(words) {
        Ok(args) => args,
        Err(error) => return tell(&Failure::Usage(error), Output::new(ColorChoice::Auto)),
    };
    let output = Output::new(args.color);
    let Some(command) = &args.command else {
        return match output::bytes(FIRST_STEPS.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => tell(&failure, output),
        };
    };
    let outcome = match command {
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
        Command::Talks(args) => talks::run(args, output),
        Command::Phases(args) => phases::run(args, output),
        Command::Tournament(args) => tournament::run(args, output),
        Command::Class(args) => class::run(args, output),
        Command::Exchange(args) => exchange::run(args, output),
        Command::Requests(args) => requests::run(args, output),
        Command::Persons(args) => persons::run(args, output),
        Command::Report(args) => report::run(args, output),
        Command::Desk(args) => desk::run(args, output),
        Command::Offer(args) => offer::run(args, output),
        Command::Amend(args) => amend::run(args, output),
        Command::History(args) => amend::history(args, output),
        Command::Undo(args) => amend::undo(args, output),
        Command::Record(args) => record::run(args, output),
        Command::Case(args) => case_file::run(args, output),
        Command::Sheet(args) => sheet::run(args, output),
        Command::Journal(args) => journal::run(args, output),
        Command::Export(args) => export::run(args, output),
        Command::New(args) => new::run(args, output),
        Command::Check(args) => check::run(args, output),
        Command::Convert(args) => convert::run(args, output),
        Command::Lint(args) => lint::run(args, output),
        Command::Theory(args) => theory::run(args, output),
        Command::Show(args) => show::run(args, output),
        Command::Verify(args) => verify::run(args, output),
        Command::Schema(args) => schema::run(args),
        Command::Completions(args) => helps::completions(args),
        Command::Man(args) => helps::man(args, output),
    };
    // The answer says that a part was stopped by its check; nobody is left to tell why when this
    // cannot be written.
    let _ = output.remark(&refused(&progress::refusals()));
    match outcome {
        Ok(Outcome::Answered) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Ok(Outcome::Unusable) => ExitCode::from(2),
        Ok(Outcome::Stopped) => ExitCode::from(3),
        Err(failure) => tell(&failure, output),
    }
}

/// Most refusals of the checker that are told.
const REFUSALS_MAX: usize = 5;

/// Tells why the checker refused what was found; nothing where it refused nothing.
fn refused(refusals: &[CheckRefusal]) -> Page {
    let mut page = Page::default();
    for refusal in refusals.iter().take(REFUSALS_MAX) {
        message(&mut page, english().with("refused-by-check", refusal));
    }
    if refusals.len() > REFUSALS_MAX {
        let more = refusals.len() - REFUSALS_MAX;
        message(&mut page, english().count("refused-more", more));
    }
    page
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
        Failure::Trace { name, faults } => {
            for fault in faults {
                message(&mut page, format!("{name}:{}: {}", fault.line, fault.what));
            }
        }
        Failure::Changes(refused) => diagnose::render_each(&mut page, refused),
        Failure::Terms(faults) => faults.iter().for_each(|fault| message(&mut page, fault)),
        _ => message(&mut page, failure),
    }
    // As above.
    let _ = output.remark(&page);
    ExitCode::from(2)
}

fn message(page: &mut Page, text: impl Display) {
    let text = plain(&text.to_string());
    for (place, line) in wrap(&text, WIDTH - 7).iter().enumerate() {
        let label = if place == 0 { "error:" } else { "      " };
        page.line(&[
            (ERROR, label),
            (clap::builder::styling::Style::new(), &format!(" {line}")),
        ]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::LimitArgs;

    #[test]
    fn what_the_checker_refuses_is_told_with_its_reason() {
        let limits = LimitArgs {
            time_limit: None,
            node_limit: None,
            threads: None,
        };
        let budget = limits.budget(&|| None);
        let reasons = (1..=7).map(|line| format!("line {line} does not follow"));
        for reason in reasons.chain(["line 1 does not follow".to_owned()]) {
            (budget.refused)(CheckRefusal::new(reason));
        }
        let told = refused(&progress::refusals());
        let words = told.as_str().split_whitespace();
        let told: Vec<&str> = words.filter(|word| !word.contains('\u{1b}')).collect();
        let told = told.join(" ");
        for line in 1..=5 {
            let reason = format!("line {line} does not follow");
            assert_eq!(told.matches(&reason).count(), 1, "{told}");
        }
        assert!(
            told.contains("2 more") && !told.contains("line 6"),
            "{told}"
        );
        assert_eq!(refused(&progress::refusals()).as_str(), "");
    }
}
