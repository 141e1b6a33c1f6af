//! An offer written to the journal.

use winset::ask::act::{ActWanted, check_author, propose};
use winset::ask::{OfferWritten, points_status};
use winset::form;
use winset::journal::{Act, Author, Deed, JournalEntry, SeenCase, append, as_seen_by};
use winset::model::audience::Audience;
use winset::model::case::Visibility;
use winset::{LoadError, Loaded};

use super::{page, stated};
use crate::acting::held;
use crate::args::OfferAddArgs;
use crate::clock;
use crate::failure::{Failure, Outcome};
use crate::flags::Flags;
use crate::output::{self, Output, is_dash};
use crate::seen::seen;

/// Writes an offer, or says what it would change.
pub(super) fn add(args: &OfferAddArgs, output: Output) -> Result<Outcome, Failure> {
    if is_dash(&args.case.case) || args.case.case.is_dir() {
        let why = "an offer is written beside a case file: name the file";
        return Err(Failure::Misuse(why));
    }
    let loaded = output::case(&args.case, output)?;
    let mut entries = held(&loaded)?;
    let case = &loaded.reading.case;
    let act = act(args, &seen(&loaded, &args.case.reader)?, &loaded.audience)?;
    let line = entries.len() + 1;
    let next = JournalEntry {
        line,
        act: act.clone(),
    };
    let tried: Vec<JournalEntry> = entries.iter().cloned().chain([next]).collect();
    let mut added = counted(&loaded, &tried)?;
    if !args.writing.dry_run {
        let journal = output::journal_to_write(&args.case, case)?;
        let appended = append(&journal, &case.id, &act)?;
        if appended.line != line {
            // It was written before, or other writers came first: it is told as it stands there.
            let kept = winset::journal::load(&journal, &case.id)?;
            entries = kept.map_or_else(Vec::new, |kept| kept.chain.entries);
            entries.truncate(appended.line);
            added = counted(&loaded, &entries)?;
        }
        added.written = Some(appended);
    }
    if args.writing.json {
        output::bytes(&form::line(&form::OfferForm::new(&added))?)?;
    } else {
        output.page(&page::added(&added))?;
    }
    Ok(Outcome::Answered)
}

/// The offer as an act, by the names of the case.
fn act(args: &OfferAddArgs, seen: &SeenCase, writer: &Audience) -> Result<Act, Failure> {
    let by = Author::named(&args.by);
    check_author(seen, writer, &by).map_err(|problems| Flags::default().refused(&problems))?;
    let mut flags = Flags::default();
    let (kind, says) = stated::stated(args, &seen.case, &mut flags)?;
    let wanted = ActWanted {
        at: args.writing.at.clone().unwrap_or_else(clock::now),
        by,
        visibility: args.visibility.map(Visibility::from),
        once: args.once.clone(),
        deed: Deed::Offer {
            date: args.date.clone(),
            kind,
            says,
            note: args.note.clone(),
        },
    };
    let act = propose(seen, writer, wanted).map_err(|problems| flags.clone().refused(&problems))?;
    flags.checked()?;
    Ok(act)
}

/// The case with the offers of a journal, the last line of which is the offer that is told.
fn counted(loaded: &Loaded, entries: &[JournalEntry]) -> Result<OfferWritten, Failure> {
    let seen = as_seen_by(&loaded.document, entries, &loaded.audience).map_err(|found| {
        let text = loaded.text.clone();
        Failure::from(LoadError::Refused { text, found })
    })?;
    let line = seen.written.last().map_or(0, |entry| entry.line);
    if let Some(aside) = seen.aside.iter().find(|aside| aside.line == line) {
        return Err(Failure::NotCounted(aside.why.clone()));
    }
    Ok(OfferWritten {
        status: points_status(&seen.case),
        seen,
        written: None,
    })
}
