//! How much of a version is in brackets, and how long it is.

use winset_journal::Mode;
use winset_model::case::Case;

use crate::run::text_of;
use crate::version::{Version, is_clean};

/// Characters on a page of A4: 40 lines of 60.
pub const CHARS_PER_PAGE: usize = 2_400;

/// The figures of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Clauses.
    pub clauses: usize,
    /// Clauses in brackets: all of them in the mediator's proposal, which is bracketed as a whole.
    pub bracketed: usize,
    /// Opening brackets `[` as they are printed in the clauses and, in the mediator's proposal, the
    /// one around the whole.
    pub brackets: usize,
    /// Alternatives: ways to word the clauses that are not clean.
    pub options: usize,
    /// Words of titles and clauses, between white space, as they are printed: owners count.
    pub words: usize,
    /// Pages, begun ones too, of [`CHARS_PER_PAGE`] characters of titles and clauses.
    pub pages: usize,
}

pub(crate) fn counts(case: &Case, version: &Version) -> Counts {
    let chair = version.mode == Mode::Chair;
    let mut counts = Counts {
        brackets: usize::from(chair),
        ..Counts::default()
    };
    let mut chars = 0;
    for clause in &version.clauses {
        let text = text_of(&version.runs(case, clause));
        let heading = format!("{} {}", version.label(case, clause), clause.title);
        let open = !is_clean(case, clause);
        counts.clauses += 1;
        counts.bracketed += usize::from(chair || open);
        counts.brackets += text.matches('[').count();
        counts.options += if open { clause.alternatives.len() } else { 0 };
        counts.words += text.split_whitespace().count() + heading.split_whitespace().count();
        chars += text.chars().count() + heading.trim().chars().count();
    }
    counts.pages = chars.div_ceil(CHARS_PER_PAGE);
    counts
}
