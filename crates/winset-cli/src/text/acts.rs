//! Acts on the text, written to the journal.

use winset::ask::TextActWritten;
use winset::ask::act::{ActWanted, propose};
use winset::form;
use winset::journal::{
    Author, Deed, IssuedDraft, JournalEntry, Mode, Place, SeenCase, append, as_seen_by,
};
use winset::model::audience::Audience;
use winset::model::case::Visibility;
use winset::text::{DraftFault, DraftText, DraftWanted, Text, issue};
use winset::{LoadError, Loaded};

use super::{asked, page};
use crate::args::{ActArgs, AnswerArgs, CaseArgs, ClauseArgs, DraftArgs, ModeArg, WordingArgs};
use crate::failure::{Failure, Outcome};
use crate::flags::Flags;
use crate::offer::held;
use crate::output::{self, Output, is_dash};
use crate::seen::seen;
use crate::{clock, table};

pub(super) fn draft(args: &DraftArgs, output: Output) -> Result<Outcome, Failure> {
    table::well_used(&args.table, &args.case)?;
    let loaded = loaded(&args.case, output)?;
    let seen = of_mediator(&loaded)?;
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
    let how = Writing::new(&args.case, &args.act);
    how.written(&loaded, Author::Mediator, deed, output)
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
    Writing::new(&args.case, &args.act).written(&loaded, by, deed, output)
}

pub(super) fn wording(args: &WordingArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = loaded(&args.case, output)?;
    let deed = Deed::Wording {
        clause: args.clause.clone(),
        option: args.option.clone(),
        text: said(args.text.as_deref())?,
    };
    Writing::new(&args.case, &args.act).written(&loaded, Author::named(&args.by), deed, output)
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
    Writing::new(&args.case, &args.act).written(&loaded, Author::named(&args.by), deed, output)
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

/// A case as the mediator sees it, for those who write.
fn of_mediator(loaded: &Loaded) -> Result<SeenCase, Failure> {
    seen(loaded, &Audience::Mediator)
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

/// Where an act is written, and how it is told.
struct Writing<'a> {
    case: &'a CaseArgs,
    how: &'a ActArgs,
}

impl<'a> Writing<'a> {
    fn new(case: &'a CaseArgs, how: &'a ActArgs) -> Self {
        Self { case, how }
    }

    /// Writes an act, where it is to be written, and tells it.
    fn written(
        &self,
        loaded: &Loaded,
        by: Author,
        deed: Deed,
        output: Output,
    ) -> Result<Outcome, Failure> {
        let how = self.how;
        let wanted = ActWanted {
            at: how.writing.at.clone().unwrap_or_else(clock::now),
            by,
            visibility: how.visibility.map(Visibility::from),
            once: how.once.clone(),
            deed,
        };
        let mut entries = held(loaded)?;
        let act = propose(&of_mediator(loaded)?, &Audience::Mediator, wanted)
            .map_err(|problems| Flags::default().refused(&problems))?;
        let line = entries.len() + 1;
        let next = JournalEntry {
            line,
            act: act.clone(),
        };
        entries.push(next);
        let mut written = TextActWritten {
            seen: with_act(loaded, &entries)?,
            line,
            appended: None,
        };
        if !how.writing.dry_run {
            let case = &loaded.reading.case;
            let journal = output::journal_to_write(self.case, case)?;
            let appended = append(&journal, &case.id, &act)?;
            if appended.line != line {
                // It was written before, or others wrote first: it is told as it stands there.
                let kept = winset::journal::load(&journal, &case.id)?;
                let mut entries = kept.map_or_else(Vec::new, |kept| kept.chain.entries);
                entries.truncate(appended.line);
                written.seen = with_act(loaded, &entries)?;
                written.line = appended.line;
            }
            written.appended = Some(appended);
        }
        if how.writing.json {
            output::bytes(&form::line(&form::TextActForm::new(&written))?)?;
        } else {
            output.page(&page::written(&written))?;
        }
        Ok(Outcome::Answered)
    }
}

/// The case with a journal whose last act is the one that is told, and fits.
fn with_act(loaded: &Loaded, entries: &[JournalEntry]) -> Result<SeenCase, Failure> {
    let seen = as_seen_by(&loaded.document, entries, &Audience::Mediator).map_err(|found| {
        let text = loaded.text.clone();
        Failure::from(LoadError::Refused { text, found })
    })?;
    let unfit = {
        let text = Text::new(&seen.case, &seen.entries);
        let aside = text
            .aside()
            .iter()
            .find(|aside| aside.line == entries.len());
        aside.map(|aside| aside.why.clone())
    };
    match unfit {
        Some(why) => Err(Failure::Unfit(why)),
        None => Ok(seen),
    }
}
