//! Whether a journal holds.

use winset_journal::{ChainFault, Kept, Note, Transport, beginning};
use winset_model::case::Case;

/// What was found of a journal.
#[derive(Debug)]
pub struct JournalCheck {
    /// Where it is.
    pub name: String,
    /// How many lines hold.
    pub lines: usize,
    /// The hash of the last of them.
    pub head: String,
    /// Bytes of a last line that was not written to its end.
    pub torn: usize,
    /// The note beside it; none where there is no journal and no note.
    pub note: Option<Note>,
    /// The first line that does not hold.
    pub fault: Option<ChainFault>,
    /// What programs did to its bytes on the way, without touching an act.
    pub touched: Transport,
    /// The line that the hash on paper is of, or why there is none; none where no hash is given.
    pub paper: Option<Result<usize, String>>,
}

/// A hash that somebody has on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperHash {
    /// The line that it is said to be of, where that is said.
    pub line: Option<usize>,
    /// The hash.
    pub hash: String,
}

impl JournalCheck {
    /// Whether all of it holds, and can be added to as it is.
    pub fn holds(&self) -> bool {
        self.fault.is_none() && self.touched.is_none() && !matches!(self.paper, Some(Err(_)))
    }
}

/// Checks a journal, as it was read, against the hash on paper where one is given.
pub fn journal_check(
    case: &Case,
    name: String,
    kept: Option<&Kept>,
    paper: Option<&PaperHash>,
) -> JournalCheck {
    let Some(kept) = kept else {
        let nothing = "there is no journal".to_owned();
        return JournalCheck {
            name,
            lines: 0,
            head: beginning(&case.id),
            torn: 0,
            note: None,
            fault: None,
            touched: Transport::default(),
            paper: paper.map(|_| Err(nothing)),
        };
    };
    let Kept {
        chain,
        fault,
        note,
        touched,
    } = kept;
    let paper = paper.map(|paper| {
        let found = chain.line_with(&case.id, &paper.hash);
        match (found, paper.line) {
            (None, _) => Err("no line that holds has this hash".to_owned()),
            (Some(there), Some(said)) if there != said => Err(format!(
                "it is the hash of line {there}, not of line {said}"
            )),
            (Some(there), _) => Ok(there),
        }
    });
    JournalCheck {
        name,
        lines: chain.entries.len(),
        head: chain.head.clone(),
        torn: chain.torn,
        note: Some(note.clone()),
        fault: fault.clone(),
        touched: *touched,
        paper,
    }
}
