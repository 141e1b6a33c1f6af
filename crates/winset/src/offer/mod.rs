//! `winset offer`: writing an offer to the journal, and listing offers.

mod page;
mod stated;

use winset::journal::{
    Act, Appended, Author, Deed, JournalEntry, JournalError, SeenCase, append, as_seen_by, path_of,
};
use winset::model::audience::Audience;
use winset::model::case::{Case, Offer};
use winset::model::options::{Package, PartyId};
use winset::solve::{OfferShift, Signal, Status, status};
use winset::{LoadError, Loaded};

use crate::args::{OfferAddArgs, OfferArgs, OfferCommand, OfferListArgs};
use crate::exit::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::seen::{audience, seen};
use crate::{clock, named, wire};

/// An offer among those of its case.
#[derive(Debug)]
pub(crate) struct Added {
    pub(crate) seen: SeenCase,
    pub(crate) status: Status,
    /// Where it was written; none where it was not to be.
    pub(crate) written: Option<Appended>,
}

impl Added {
    pub(crate) fn case(&self) -> &Case {
        &self.seen.case
    }

    /// The offer: the last of the case.
    pub(crate) fn offer(&self) -> Option<&Offer> {
        self.seen.case.offers.last()
    }

    /// What it changes against its maker's offer before, where there is one.
    pub(crate) fn shift(&self) -> Option<&OfferShift> {
        let seq = self.offer()?.seq;
        self.status.shifts.iter().find(|shift| shift.seq == seq)
    }

    /// The signals that it gives.
    pub(crate) fn signals(&self) -> Vec<&Signal> {
        let seq = self.offer().map(|offer| offer.seq);
        let of = |signal: &&Signal| seq.is_some() && offer_of(signal) == seq;
        self.status.signals.iter().filter(of).collect()
    }
}

/// The offer that gives a signal.
fn offer_of(signal: &Signal) -> Option<u64> {
    match signal {
        Signal::OfferCrossesOwnDeclaredLine { offer, .. }
        | Signal::WithdrawnConcession { offer, .. }
        | Signal::RepeatedDemand { offer, .. } => Some(*offer),
        Signal::StatementWiderThanLine { .. } => None,
    }
}

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
        output::bytes(&wire::line(&wire::OfferForm::new(&added))?)?;
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
fn counted(loaded: &Loaded, entries: &[JournalEntry]) -> Result<Added, Failure> {
    let seen = as_seen_by(&loaded.document, entries, &Audience::Mediator).map_err(|found| {
        let text = loaded.text.clone();
        Failure::from(LoadError::Refused { text, found })
    })?;
    if let Some(aside) = seen.aside.iter().find(|aside| aside.line == entries.len()) {
        return Err(Failure::NotCounted(aside.why.clone()));
    }
    Ok(Added {
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
        output::bytes(&wire::line(&wire::OffersForm::new(&case, &audience))?)?;
    } else {
        output.page(&page::list(&case, &audience))?;
    }
    Ok(Outcome::Answered)
}
