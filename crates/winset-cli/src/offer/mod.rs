//! `winset offer`: writing an offer to the journal, and listing offers.

mod page;
mod stated;

use winset::ask::OfferWritten;
use winset::form;
use winset::journal::{Act, Author, Deed, JournalEntry, JournalError, append, as_seen_by, path_of};
use winset::model::audience::Audience;
use winset::model::case::Case;
use winset::model::options::{Package, PartyId};
use winset::solve::status;
use winset::{LoadError, Loaded};

use crate::args::{OfferAddArgs, OfferArgs, OfferCommand, OfferListArgs};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::seen::{audience, seen};
use crate::{clock, named};

/// Runs `winset offer`.
pub(crate) fn run(args: &OfferArgs, output: Output) -> Result<Outcome, Failure> {
    match &args.what {
        OfferCommand::Add(args) => add(args, output),
        OfferCommand::List(args) => list(args, output),
    }
}

fn add(args: &OfferAddArgs, output: Output) -> Result<Outcome, Failure> {
    if is_dash(&args.case.case) || args.case.case.is_dir() {
        let why = "an offer is written beside a case file: name the file";
        return Err(Failure::Misuse(why));
    }
    let loaded = output::case(&args.case, output)?;
    let journal = path_of(&args.case.case);
    let mut entries = held(&loaded)?;
    let case = &loaded.reading.case;
    let by = named::party(case, "--by", &args.by)?;
    let act = act(args, case, by, &stated::package(args, case, by)?);
    let line = entries.len() + 1;
    let next = JournalEntry {
        line,
        act: act.clone(),
    };
    let tried: Vec<JournalEntry> = entries.iter().cloned().chain([next]).collect();
    let mut added = counted(&loaded, &tried)?;
    if !args.dry_run {
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
    if args.json {
        output::bytes(&form::line(&form::OfferForm::new(&added))?)?;
    } else {
        output.page(&page::added(&added))?;
    }
    Ok(Outcome::Answered)
}

/// The acts of a journal that holds.
pub(crate) fn held(loaded: &Loaded) -> Result<Vec<JournalEntry>, Failure> {
    let Some(journal) = &loaded.journal else {
        return Ok(Vec::new());
    };
    match &journal.kept.fault {
        None => Ok(journal.kept.chain.entries.clone()),
        Some(fault) => Err(JournalError::Broken {
            path: journal.path.clone(),
            fault: fault.clone(),
        }
        .into()),
    }
}

/// The offer as an act: whole, by the names of the case.
fn act(args: &OfferAddArgs, case: &Case, by: PartyId, package: &Package) -> Act {
    let settled = case.points.iter().zip(&package.0);
    let settled = settled.map(|(p, o)| (p.id.clone(), p.options[o.index()].id.clone()));
    Act {
        at: args.at.at.clone().unwrap_or_else(clock::now),
        by: Author::Party(case.parties[by.index()].id.clone()),
        seen: args.visibility.into(),
        once: args.once.clone(),
        deed: Deed::Offer {
            date: args.date.clone(),
            package: settled.collect(),
            note: args.note.clone(),
        },
    }
}

/// The case with the offers of a journal, the last line of which is the offer that is told.
fn counted(loaded: &Loaded, entries: &[JournalEntry]) -> Result<OfferWritten, Failure> {
    let seen = as_seen_by(&loaded.document, entries, &Audience::Mediator).map_err(|found| {
        let text = loaded.text.clone();
        Failure::from(LoadError::Refused { text, found })
    })?;
    if let Some(aside) = seen.aside.iter().find(|aside| aside.line == entries.len()) {
        return Err(Failure::NotCounted(aside.why.clone()));
    }
    Ok(OfferWritten {
        status: status(&seen.case),
        seen,
        written: None,
    })
}

fn list(args: &OfferListArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let audience = audience(&loaded.reading.case, &args.audience)?;
    let case = seen(&loaded, &audience)?.case;
    if args.json {
        output::bytes(&form::line(&form::OffersForm::new(&case, &audience))?)?;
    } else {
        output.page(&page::list(&case, &audience))?;
    }
    Ok(Outcome::Answered)
}
