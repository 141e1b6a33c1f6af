//! Journals for a reader.

use winset::export::acts::ActTold;
use winset::journal::{Appended, Note, Repaired};
use winset::model::audience::Audience;
use winset::model::case::Case;
use winset::told::words::counted;

use crate::page::{FAINT, Page, STRONG, WIDTH, wrap};
use crate::seen::confidential;
use winset::ask::JournalCheck;

/// Columns of the labels on the left.
const LABEL: usize = 10;

/// Where an act stands that was written, and what had to be cut off before it.
pub(crate) fn appended_line(page: &mut Page, appended: &Appended) {
    let Appended {
        line,
        head,
        cut,
        known: _,
        unnoted,
    } = appended;
    page.entry(0, LABEL, "Line", &line.to_string());
    page.entry(0, LABEL, "Head", &format!("{line}:{head}"));
    if *cut > 0 {
        let torn = counted(*cut, "byte");
        let said = format!("{torn} of a line that a writer was stopped in were cut off");
        page.entry(0, LABEL, "Torn", &said);
    }
    if let Some(why) = unnoted {
        let said = format!(
            "the act is written and counts, but the note beside the journal could not be brought up to \
             date: {why}"
        );
        page.entry(0, LABEL, "Note", &said);
    }
}

/// Whether a journal holds.
pub(super) fn verified(case: &Case, found: &JournalCheck) -> Page {
    let mut page = Page::default();
    let lines = counted(found.lines, "line");
    let headline = match (&found.fault, &found.paper) {
        (Some(fault), _) => format!(
            "The journal does not hold: line {}: {}.",
            fault.line, fault.what
        ),
        (None, Some(Err(why))) => {
            format!("The journal holds, but is not the one on paper: {why}.")
        }
        (None, _) if !found.touched.is_none() => format!(
            "The acts hold, but not the bytes around them: {}. Nothing can be added until `winset journal \
             repair` has put that right.",
            found.touched
        ),
        (None, _) if found.note.is_none() => "There is no journal: no act was written.".to_owned(),
        (None, _) if found.lines == 1 => "The journal holds: its 1 line is whole.".to_owned(),
        (None, _) => format!("The journal holds: {lines}, each follows the one before."),
    };
    for line in wrap(&headline, WIDTH) {
        page.styled(STRONG, &line);
    }
    page.blank();
    page.entry(0, LABEL, "Case", &format!("{} ({})", case.title, case.id));
    page.entry(0, LABEL, "Journal", &found.name);
    if !found.touched.is_none() {
        page.entry(0, LABEL, "Bytes", &found.touched.to_string());
    }
    if found.fault.is_some() {
        page.entry(0, LABEL, "Holding", &format!("{lines} before it"));
    }
    page.entry(0, LABEL, "Head", &format!("{}:{}", found.lines, found.head));
    if let Some(note) = &found.note {
        page.entry(0, LABEL, "Note", &noted(note, found.lines));
    }
    if let Some(Ok(line)) = found.paper {
        let after = counted(found.lines - line, "line");
        let said = format!("the hash on paper is that of line {line}; {after} after it");
        page.entry(0, LABEL, "Paper", &said);
    }
    if found.torn > 0 {
        let said = format!(
            "{} at the end are no whole line: a writer was stopped; they do not count, and the \
             next act takes their place",
            counted(found.torn, "byte")
        );
        page.entry(0, LABEL, "Torn", &said);
    }
    page
}

/// What a repair did.
pub(super) fn repaired(repaired: &Repaired) -> String {
    if repaired.undone.is_none() {
        return "There was nothing to repair.".to_owned();
    }
    format!(
        "Repaired: {}; {} taken out, and no act touched.",
        repaired.undone,
        counted(repaired.before - repaired.after, "byte")
    )
}

/// What the note beside a journal says of it.
fn noted(note: &Note, lines: usize) -> String {
    match note {
        Note::Missing => {
            "the file that notes the end is missing: whether lines at the end were taken \
                          away cannot be known from the journal; the next act notes it again"
                .to_owned()
        }
        Note::Unreadable => "the file that notes the end is not readable".to_owned(),
        Note::Says { lines: said, .. } if *said == lines => "agrees".to_owned(),
        Note::Says { lines: said, .. } if *said < lines => {
            let more = counted(lines - said, "line");
            format!("knows {said} of the lines: a writer was stopped before it noted {more}")
        }
        Note::Says { lines: said, .. } => format!("knows {}", counted(*said, "line")),
    }
}

/// The acts, the newest last.
pub(crate) fn acts(case: &Case, audience: &Audience, told: &[ActTold]) -> Page {
    let mut page = Page::default();
    let headline = match told.len() {
        0 => "No acts.".to_owned(),
        some => format!("{}.", counted(some, "act")),
    };
    page.styled(STRONG, &headline);
    page.blank();
    page.entry(0, LABEL, "Case", &format!("{} ({})", case.title, case.id));
    page.entry(0, LABEL, "For", &audience.name());
    for act in told {
        page.blank();
        page.styled(
            FAINT,
            &format!("Act {}, {}, {}", act.line, act.at, act.seen.as_str()),
        );
        page.indented(2, &act.words);
        if act.taken_back {
            page.indented(2, "It was taken back and does not count.");
        }
        match &act.aside {
            Some(why) if act.counts_partly => {
                page.indented(2, &format!("Not all of it counts: {why}."));
            }
            Some(why) => page.indented(
                2,
                &format!("It does not fit the case and does not count: {why}."),
            ),
            None => {}
        }
    }
    confidential(&mut page, case, audience);
    page
}
