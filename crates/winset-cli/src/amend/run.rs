//! The commands that change the case, tell how it changed, and take acts back.

use winset::Loaded;
use winset::ask::ActWritten;
use winset::export::acts::{ActKind, ActTold, acts};
use winset::form;
use winset::journal::{Author, Deed, SeenCase};
use winset::model::amendment::difference;

use super::changes::FlagChanges;
use super::edit;
use crate::acting::{ActWriting, act_page, counts, write_act};
use crate::args::{ActArgs, AmendArgs, CaseArgs, HistoryArgs, UndoArgs};
use crate::failure::{Failure, Outcome};
use crate::journal::acts_page;
use crate::output::{self, Output, is_dash};
use crate::page::Page;
use crate::seen::seen;

/// Runs `winset amend`.
pub(crate) fn run(args: &AmendArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = loaded(&args.case, output)?;
    let file = seen(&loaded, &args.case.reader)?.document;
    let changes = if args.edit || args.like.is_some() {
        let wanted = match &args.like {
            Some(path) => edit::read(path)?,
            None => edit::edited(&file, &args.case.case)?,
        };
        difference(&file, &wanted)
    } else {
        let made = FlagChanges::of(args, &file);
        made.flags.checked()?;
        made.changes
    };
    if args.edit && changes.is_empty() {
        let mut page = Page::default();
        page.paragraph("Nothing was changed, and nothing was written.");
        output.page(&page)?;
        return Ok(Outcome::Answered);
    }
    let deed = Deed::Amend {
        reason: args.reason.clone(),
        changes,
    };
    let writing = ActWriting {
        case: &args.case,
        how: &args.act,
    };
    let written = write_act(&writing, &loaded, Author::named(&args.by), deed, counts)?;
    told(&written, args.act.writing.json, output)
}

/// Runs `winset undo`.
pub(crate) fn undo(args: &UndoArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = loaded(&args.case, output)?;
    let by = Author::named(&args.by);
    let seen = seen(&loaded, &args.case.reader)?;
    let line = args.line.or_else(|| last_own(&seen, &by));
    let Some(line) = line else {
        return Err(Failure::Misuse(
            "nothing of theirs still counts that could be taken back; `winset history CASE --all` lists the acts",
        ));
    };
    let deed = Deed::Withdraw {
        line,
        reason: args.reason.clone(),
    };
    let how = ActArgs {
        visibility: None,
        once: args.once.clone(),
        writing: args.writing.clone(),
    };
    let writing = ActWriting {
        case: &args.case,
        how: &how,
    };
    let written = write_act(&writing, &loaded, by, deed, counts)?;
    told(&written, args.writing.json, output)
}

/// The last act of an author that counts and may be taken back.
fn last_own(seen: &SeenCase, by: &Author) -> Option<usize> {
    let may = |deed: &Deed| !matches!(deed, Deed::Draft(_) | Deed::Withdraw { .. });
    let own = seen.entries.iter().rev();
    let mut own = own.filter(|entry| entry.act.by == *by && may(&entry.act.deed));
    own.next().map(|entry| entry.line)
}

fn told(written: &ActWritten, json: bool, output: Output) -> Result<Outcome, Failure> {
    if json {
        output::bytes(&form::line(&form::AmendForm::new(written))?)?;
    } else {
        output.page(&act_page(written))?;
    }
    Ok(Outcome::Answered)
}

/// The case of a file that can have a journal.
fn loaded(args: &CaseArgs, output: Output) -> Result<Loaded, Failure> {
    if is_dash(&args.case) || args.case.is_dir() {
        let why = "a change is written beside a case file: name the file";
        return Err(Failure::Misuse(why));
    }
    output::case(args, output)
}

/// Runs `winset history`.
pub(crate) fn history(args: &HistoryArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case_for_reader(&args.case, output)?;
    let audience = loaded.audience.clone();
    let seen = seen(&loaded, &args.case.reader)?;
    let told = acts(&seen).into_iter().filter(|act| {
        let changes = matches!(act.kind, ActKind::Amendment | ActKind::Withdrawal);
        (args.all || changes) && args.since.as_ref().is_none_or(|day| act.at >= *day)
    });
    let told: Vec<ActTold> = told.collect();
    if args.json {
        let form = form::ActsForm::new(&seen.case, &audience, &told);
        output::bytes(&form::line(&form)?)?;
    } else {
        output.page(&acts_page(&seen.case, &audience, &told))?;
    }
    Ok(Outcome::Answered)
}
