//! Acts written to the journal of a case, or tried.

use std::io::{BufRead as _, IsTerminal as _, Write as _};

use winset::ask::ActWritten;
use winset::ask::act::{ActWanted, propose};
use winset::export::acts::acts;
use winset::journal::{Author, Deed, JournalEntry, JournalError, SeenCase, append, as_seen_by};
use winset::model::case::Visibility;
use winset::{LoadError, Loaded};

use crate::args::{ActArgs, CaseArgs};
use crate::clock;
use crate::failure::Failure;
use crate::flags::Flags;
use crate::journal::appended_line;
use crate::output;
use crate::page::{Page, STRONG};
use crate::seen::seen;

/// Columns of the labels on the left.
const LABEL: usize = 10;

/// Where an act is written, and how it is told.
pub(crate) struct ActWriting<'a> {
    pub(crate) case: &'a CaseArgs,
    pub(crate) how: &'a ActArgs,
}

/// Proposes an act, and writes it where it is to be written. `fits` says why the case with the act
/// would not do.
pub(crate) fn write_act(
    writing: &ActWriting<'_>,
    loaded: &Loaded,
    by: Author,
    deed: Deed,
    fits: impl Fn(&SeenCase, usize) -> Result<(), Failure>,
) -> Result<ActWritten, Failure> {
    let how = writing.how;
    let wanted = ActWanted {
        at: how.writing.at.clone().unwrap_or_else(clock::now),
        by,
        visibility: how.visibility.map(Visibility::from),
        once: how.once.clone(),
        deed,
    };
    let mut entries = held(loaded)?;
    let act = propose(
        &seen(loaded, &writing.case.reader)?,
        &loaded.audience,
        wanted,
    )
    .map_err(|problems| Flags::default().refused(&problems))?;
    let line = entries.len() + 1;
    entries.push(JournalEntry {
        line,
        act: act.clone(),
    });
    let with_act = |entries: &[JournalEntry]| {
        let seen = as_seen_by(&loaded.document, entries, &loaded.audience);
        let seen = seen.map_err(|found| {
            let text = loaded.text.clone();
            Failure::from(LoadError::Refused { text, found })
        })?;
        // Each reader counts the acts that it sees.
        let line = seen.written.last().map_or(0, |entry| entry.line);
        fits(&seen, line)?;
        Ok::<(SeenCase, usize), Failure>((seen, line))
    };
    let (seen, told) = with_act(&entries)?;
    let mut written = ActWritten {
        seen,
        line: told,
        appended: None,
    };
    if !how.writing.dry_run {
        let case = &loaded.reading.case;
        let journal = output::journal_to_write(writing.case, case)?;
        let appended = append(&journal, &case.id, &act)?;
        if appended.line != line {
            // It was written before, or others wrote first: it is told as it stands there.
            let kept = winset::journal::load(&journal, &case.id)?;
            let mut entries = kept.map_or_else(Vec::new, |kept| kept.chain.entries);
            entries.truncate(appended.line);
            (written.seen, written.line) = with_act(&entries)?;
        }
        written.appended = Some(appended);
    }
    Ok(written)
}

/// Why the act of a line does not count, where it does not.
pub(crate) fn counts(seen: &SeenCase, line: usize) -> Result<(), Failure> {
    match seen.aside.iter().find(|aside| aside.line == line) {
        Some(aside) => Err(Failure::Unfit(aside.why.clone())),
        None => Ok(()),
    }
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

/// The page of an act that was written, or could be.
pub(crate) fn act_page(written: &ActWritten) -> Page {
    let mut page = Page::default();
    let case = &written.seen.case;
    let headline = match &written.appended {
        None => "Nothing was written.",
        Some(appended) if appended.known => "It was written before.",
        Some(_) => "Written.",
    };
    page.styled(STRONG, headline);
    page.blank();
    page.entry(0, LABEL, "Case", &format!("{} ({})", case.title, case.id));
    let told = acts(&written.seen);
    if let Some(act) = told.iter().find(|act| act.line == written.line) {
        page.entry(0, LABEL, "Act", &act.words);
        page.entry(0, LABEL, "Seen by", act.seen.as_str());
    }
    if let Some(appended) = &written.appended {
        appended_line(&mut page, appended);
    }
    page
}

/// Asks on a terminal; elsewhere nobody agrees.
pub(crate) fn agreed() -> Result<bool, Failure> {
    if !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    let asked = |source| Failure::Output { source };
    let mut to = std::io::stderr().lock();
    write!(to, "Write it? [y/N] ")
        .and_then(|()| to.flush())
        .map_err(asked)?;
    let mut answer = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut answer)
        .map_err(asked)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}
