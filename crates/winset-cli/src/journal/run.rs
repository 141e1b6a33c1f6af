//! The commands that check a journal and tell its acts.

use winset::ask;
use winset::export::acts::acts;
use winset::form;

use super::page;
use crate::args::{JournalArgs, JournalCommand, JournalShowArgs, JournalVerifyArgs};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::seen::{audience, seen};

/// Runs `winset journal`.
pub(crate) fn run(args: &JournalArgs, output: Output) -> Result<Outcome, Failure> {
    match &args.what {
        JournalCommand::Verify(args) => verify(args, output),
        JournalCommand::Show(args) => show(args, output),
    }
}

fn verify(args: &JournalVerifyArgs, output: Output) -> Result<Outcome, Failure> {
    if is_dash(&args.case.case) || args.case.case.is_dir() {
        let why = "a journal stands beside a case file: name the file";
        return Err(Failure::Misuse(why));
    }
    let loaded = output::quiet_case(&args.case)?;
    let path = winset::journal::path_of(&args.case.case);
    let kept = loaded.journal.as_ref().map(|journal| &journal.kept);
    let name = path.display().to_string();
    let found = ask::journal_check(&loaded.reading.case, name, kept, args.head.as_ref());
    if args.json {
        output::bytes(&form::line(&form::JournalForm::new(
            &loaded.reading.case,
            &found,
        ))?)?;
    } else {
        output.page(&page::verified(&loaded.reading.case, &found))?;
    }
    Ok(if found.holds() {
        Outcome::Answered
    } else {
        Outcome::No
    })
}

fn show(args: &JournalShowArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let audience = audience(&loaded.reading.case, &args.reader.audience)?;
    let seen = seen(&loaded, &audience)?;
    let told = acts(&seen);
    if args.json {
        output::bytes(&form::line(&form::ActsForm::new(
            &seen.case, &audience, &told,
        ))?)?;
    } else {
        output.page(&page::acts(&seen.case, &audience, &told))?;
    }
    Ok(Outcome::Answered)
}
