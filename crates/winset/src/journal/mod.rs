//! `winset journal`: does it hold, and what is in it.

mod page;

pub(crate) use page::appended_line;

use winset::export::acts::acts;
use winset::journal::{ChainFault, Kept, Note, beginning};
use winset::model::case::Case;

use crate::args::{HeadArg, JournalArgs, JournalCommand, JournalShowArgs, JournalVerifyArgs};
use crate::exit::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::seen::{audience, seen};
use crate::wire;

/// What was found of a journal.
#[derive(Debug)]
pub(crate) struct Verified {
    /// Where it is.
    pub(crate) name: String,
    /// How many lines hold.
    pub(crate) lines: usize,
    /// The hash of the last of them.
    pub(crate) head: String,
    /// Bytes of a last line that was not written to its end.
    pub(crate) torn: usize,
    /// The note beside it; none where there is no journal and no note.
    pub(crate) note: Option<Note>,
    /// The first line that does not hold.
    pub(crate) fault: Option<ChainFault>,
    /// The line that the hash on paper is of, or why there is none; none where no hash is given.
    pub(crate) paper: Option<Result<usize, String>>,
}

impl Verified {
    /// Whether all of it holds.
    pub(crate) fn holds(&self) -> bool {
        self.fault.is_none() && !matches!(self.paper, Some(Err(_)))
    }
}

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
    let found = verified(&loaded.reading.case, name, kept, args.head.as_ref());
    if args.json {
        output::bytes(&wire::line(&wire::JournalForm::new(
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

fn verified(case: &Case, name: String, kept: Option<&Kept>, head: Option<&HeadArg>) -> Verified {
    let Some(kept) = kept else {
        let nothing = "there is no journal".to_owned();
        return Verified {
            name,
            lines: 0,
            head: beginning(&case.id),
            torn: 0,
            note: None,
            fault: None,
            paper: head.map(|_| Err(nothing)),
        };
    };
    let Kept { chain, fault, note } = kept;
    let paper = head.map(|head| {
        let found = chain.line_with(&case.id, &head.hash);
        match (found, head.line) {
            (None, _) => Err("no line that holds has this hash".to_owned()),
            (Some(there), Some(said)) if there != said => Err(format!(
                "it is the hash of line {there}, not of line {said}"
            )),
            (Some(there), _) => Ok(there),
        }
    });
    Verified {
        name,
        lines: chain.entries.len(),
        head: chain.head.clone(),
        torn: chain.torn,
        note: Some(note.clone()),
        fault: fault.clone(),
        paper,
    }
}

fn show(args: &JournalShowArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let audience = audience(&loaded.reading.case, &args.audience)?;
    let seen = seen(&loaded, &audience)?;
    let told = acts(&seen);
    if args.json {
        output::bytes(&wire::line(&wire::ActsForm::new(
            &seen.case, &audience, &told,
        ))?)?;
    } else {
        output.page(&page::acts(&seen.case, &audience, &told))?;
    }
    Ok(Outcome::Answered)
}
