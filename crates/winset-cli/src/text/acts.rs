//! Acts on the text, written to the journal.

use winset::form;
use winset::journal::{Author, Deed, IssuedDraft, Mode, Place, SeenCase};
use winset::model::case::Visibility;
use winset::text::{DraftFault, DraftText, DraftWanted, Text, issue};
use winset::{LoadError, Loaded};

use super::asked;
use crate::acting::{ActWriting, act_page, held, write_act};
use crate::args::{AnswerArgs, CaseArgs, ClauseArgs, DraftArgs, ModeArg, WordingArgs};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::seen::seen;
use crate::table;

pub(super) fn draft(args: &DraftArgs, output: Output) -> Result<Outcome, Failure> {
    table::well_used(&args.table, &args.case)?;
    if args
        .case
        .reader
        .audience
        .as_deref()
        .is_some_and(|who| who != "mediator")
    {
        let why = "a version is issued by the mediator, for each reader as that reader sees it: leave out --as";
        return Err(Failure::Misuse(why));
    }
    let loaded = loaded(&args.case, output)?;
    let seen = seen(&loaded, &args.case.reader)?;
    let package = table::table(&args.table, &seen.case)?.map(|table| table.package);
    if package.is_some() && matches!(args.mode, ModeArg::Compilation) {
        let why = "a package is for the mediator's proposal: say --mode chair";
        return Err(Failure::Misuse(why));
    }
    let wanted = DraftWanted {
        mode: Mode::from(args.mode),
        package,
        visibility: args
            .act
            .visibility
            .map_or(Visibility::Public, Visibility::from),
    };
    let made = issue(&loaded.document, &held(&loaded)?, &wanted);
    let DraftText { clauses, editions } = made.map_err(|fault| match fault {
        DraftFault::NotClean(open) => asked::not_clean(&seen.case, &open),
        DraftFault::NoCase(found) => {
            let text = loaded.text.clone();
            Failure::from(LoadError::Refused { text, found })
        }
    })?;
    let deed = Deed::Draft(IssuedDraft {
        version: args.version.clone(),
        date: args.date.clone(),
        mode: Mode::from(args.mode),
        clauses: Some(clauses),
        editions,
    });
    let how = ActWriting {
        case: &args.case,
        how: &args.act,
    };
    written(&how, &loaded, Author::Mediator, deed, output)
}

pub(super) fn answer(args: &AnswerArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = loaded(&args.case, output)?;
    let (reply, words) = args.reply();
    let deed = Deed::Answer {
        version: args.version.clone(),
        clause: args.clause.clone(),
        reply,
        words: words.map(str::to_owned),
    };
    let by = Author::named(&args.by);
    let how = ActWriting {
        case: &args.case,
        how: &args.act,
    };
    written(&how, &loaded, by, deed, output)
}

pub(super) fn wording(args: &WordingArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = loaded(&args.case, output)?;
    let deed = Deed::Wording {
        clause: args.clause.clone(),
        option: args.option.clone(),
        text: said(args.text.as_deref())?,
    };
    let how = ActWriting {
        case: &args.case,
        how: &args.act,
    };
    written(&how, &loaded, Author::named(&args.by), deed, output)
}

pub(super) fn clause(args: &ClauseArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = loaded(&args.case, output)?;
    // What is taken out stands where it was put in, under the title that it had.
    let (there, titled) = put_in(&loaded, &args.id).unwrap_or((Place::Annex, args.id.clone()));
    let deed = Deed::Clause {
        id: args.id.clone(),
        place: args.place.clone().unwrap_or(there),
        title: args.title.clone().unwrap_or(titled),
        text: said(args.text.as_deref())?,
    };
    let how = ActWriting {
        case: &args.case,
        how: &args.act,
    };
    written(&how, &loaded, Author::named(&args.by), deed, output)
}

/// Where a clause was put in last, and under which title.
fn put_in(loaded: &Loaded, clause: &str) -> Option<(Place, String)> {
    let entries = loaded.journal.as_ref()?.kept.chain.entries.iter();
    entries.rev().find_map(|entry| match &entry.act.deed {
        Deed::Clause {
            id, place, title, ..
        } if id == clause => Some((place.clone(), title.clone())),
        _ => None,
    })
}

/// The case of a file that can have a journal.
fn loaded(args: &CaseArgs, output: Output) -> Result<Loaded, Failure> {
    if is_dash(&args.case) || args.case.is_dir() {
        let why = "what is added to the text is written beside a case file: name the file";
        return Err(Failure::Misuse(why));
    }
    output::case(args, output)
}

/// The words; those of standard input, where `-` asks for it.
fn said(text: Option<&str>) -> Result<Option<String>, Failure> {
    let Some(text) = text else { return Ok(None) };
    if text != output::DASH {
        return Ok(Some(text.to_owned()));
    }
    let read = output::text(text.as_ref(), None)?;
    let words = String::from_utf8_lossy(&read.bytes);
    Ok(Some(words.trim_end().to_owned()))
}

/// Writes an act on the text, where it is to be written, and tells it.
fn written(
    writing: &ActWriting<'_>,
    loaded: &Loaded,
    by: Author,
    deed: Deed,
    output: Output,
) -> Result<Outcome, Failure> {
    let written = write_act(writing, loaded, by, deed, fits)?;
    if writing.how.writing.json {
        output::bytes(&form::line(&form::TextActForm::new(&written))?)?;
    } else {
        output.page(&act_page(&written))?;
    }
    Ok(Outcome::Answered)
}

/// Why the act of a line does not fit the text, where it does not.
fn fits(seen: &SeenCase, line: usize) -> Result<(), Failure> {
    let text = Text::new(&seen.case, &seen.entries);
    let unfit = text.aside().iter().find(|aside| aside.line == line);
    match unfit {
        Some(aside) => Err(Failure::Unfit(aside.why.clone())),
        None => Ok(()),
    }
}
