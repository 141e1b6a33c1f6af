//! The commands that check a journal and tell its acts.

use winset::Loaded;
use winset::ask::{self, PaperHash};
use winset::export::acts::acts;
use winset::form;
use winset::journal::path_of;

use super::page;
use crate::args::{
    CaseArgs, JournalArgs, JournalCommand, JournalRepairArgs, JournalShowArgs, JournalVerifyArgs,
};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::page::Page;
use crate::seen::seen;

/// Runs `winset journal`.
pub(crate) fn run(args: &JournalArgs, output: Output) -> Result<Outcome, Failure> {
    match &args.what {
        JournalCommand::Verify(args) => verify(args, output),
        JournalCommand::Repair(args) => repair(args, output),
        JournalCommand::Show(args) => show(args, output),
    }
}

fn verify(args: &JournalVerifyArgs, output: Output) -> Result<Outcome, Failure> {
    check_file(&args.case)?;
    let loaded = output::quiet_case(&args.case)?;
    told(&args.case, &loaded, args.head.as_ref(), args.json, output)
}

fn repair(args: &JournalRepairArgs, output: Output) -> Result<Outcome, Failure> {
    check_file(&args.case)?;
    // The case first: a journal is repaired beside a case that can be read.
    output::quiet_case(&args.case)?;
    let repaired = winset::journal::repair(&path_of(&args.case.case))?;
    let mut page = Page::default();
    page.paragraph(&page::repaired(&repaired));
    page.blank();
    output.remark(&page)?;
    let loaded = output::quiet_case(&args.case)?;
    told(&args.case, &loaded, None, args.json, output)
}

fn check_file(args: &CaseArgs) -> Result<(), Failure> {
    if args.reader.audience.is_some() {
        let why = "a journal is verified and repaired as a whole, by whoever holds it: leave out --as; `winset journal show --as` shows a reader's part";
        return Err(Failure::Misuse(why));
    }
    if is_dash(&args.case) || args.case.is_dir() {
        let why = "a journal stands beside a case file: name the file";
        return Err(Failure::Misuse(why));
    }
    Ok(())
}

/// Tells whether the journal of a case holds.
fn told(
    args: &CaseArgs,
    loaded: &Loaded,
    paper: Option<&PaperHash>,
    json: bool,
    output: Output,
) -> Result<Outcome, Failure> {
    let case = &loaded.reading.case;
    let kept = loaded.journal.as_ref().map(|journal| &journal.kept);
    let name = path_of(&args.case).display().to_string();
    let found = ask::journal_check(case, name, kept, paper);
    if json {
        output::bytes(&form::line(&form::JournalForm::new(case, &found))?)?;
    } else {
        output.page(&page::verified(case, &found))?;
    }
    Ok(if found.holds() {
        Outcome::Answered
    } else {
        Outcome::No
    })
}

fn show(args: &JournalShowArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case_for_reader(&args.case, output)?;
    let audience = loaded.audience.clone();
    let seen = seen(&loaded, &args.case.reader)?;
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
