//! `winset check`: every mistake of a case file at once.

use winset::form;
use winset::model::case::Case;
use winset::model::diagnostic::Diagnostic;
use winset::{LoadError, SourceText};

use crate::args::CheckArgs;
use crate::diagnose;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::page::Page;
use crate::scenario_page::size;

/// Runs `winset check`.
pub(crate) fn run(args: &CheckArgs, output: Output) -> Result<Outcome, Failure> {
    match output::quiet_case(&args.case) {
        Ok(loaded) => {
            let (case, warnings) = (&loaded.reading.case, &loaded.reading.warnings);
            tell(args, output, &loaded.text, warnings)?;
            if !args.json {
                output.page(&valid(case, warnings))?;
            }
            Ok(Outcome::Answered)
        }
        Err(Failure::Load(error)) => match *error {
            LoadError::Refused { text, found } => {
                tell(args, output, &text, &found)?;
                Ok(Outcome::Unusable)
            }
            LoadError::Scenario { refused, .. } => {
                for (text, found) in &refused {
                    tell(args, output, text, found)?;
                }
                Ok(Outcome::Unusable)
            }
            unreadable @ (LoadError::Unreadable { .. } | LoadError::Journal(_)) => {
                Err(unreadable.into())
            }
        },
        Err(failure) => Err(failure),
    }
}

/// Findings as JSON on standard output, or for people on standard error.
fn tell(
    args: &CheckArgs,
    output: Output,
    text: &SourceText,
    found: &[Diagnostic],
) -> Result<(), Failure> {
    if args.json {
        return output::bytes(&form::line(&form::findings(&text.bytes, found))?);
    }
    let mut page = Page::default();
    diagnose::render(&mut page, text, found);
    output.remark(&page)
}

fn valid(case: &Case, warnings: &[Diagnostic]) -> Page {
    let mut page = Page::default();
    let found = match warnings.len() {
        0 => String::new(),
        _ => format!(", with {}", diagnose::summary(warnings)),
    };
    page.paragraph(&format!(
        "{} is a valid case{found}: {}.",
        case.id,
        size(case)
    ));
    page
}
