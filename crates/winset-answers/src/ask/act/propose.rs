//! From what somebody wants to write to an act that fits.

use winset_journal::{Act, Author, Deed, JournalEntry, SeenCase, apply, check_limits, is_time};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_text::Text;

use super::amend;
use super::composed;
use super::names::Lookup;
use super::problem::{ActFault, ActPart, ActProblem};
use super::readers::behind;

/// What somebody wants to write.
#[derive(Debug, Clone)]
pub struct ActWanted {
    /// When, in UTC: `2031-03-14T09:30:00Z`.
    pub at: String,
    /// Who acts.
    pub by: Author,
    /// Who may see it; [`visibility_unsaid`] where they do not say.
    pub visibility: Option<Visibility>,
    /// A word of the writer's own choice, by which an act that is sent twice is known.
    pub once: Option<String>,
    /// What is done.
    pub deed: Deed,
}

/// Who may see an act whose writer does not say: everybody, but for words that the mediator puts to
/// a clause. A bridge is the mediator's own until it is shown to somebody.
pub fn visibility_unsaid(by: &Author, deed: &Deed) -> Visibility {
    match (by, deed) {
        (Author::Mediator, Deed::Wording { .. }) => Visibility::Mediator,
        _ => Visibility::Public,
    }
}

/// Whoever is to act is there, and `writer` may write for them.
///
/// # Errors
/// What is wrong.
pub fn check_author(
    seen: &SeenCase,
    writer: &Audience,
    by: &Author,
) -> Result<(), Vec<ActProblem>> {
    let mut lookup = Lookup::new(seen);
    lookup.author(&composed::author(by.clone()), writer);
    match lookup.problems {
        problems if problems.is_empty() => Ok(()),
        problems => Err(problems),
    }
}

/// The act as it is to be written, when it fits.
///
/// `seen` is the case with its journal as the writer sees them, `writer` who that is. Names are
/// looked up, times and lengths checked, and the act is tried out behind the others.
///
/// # Errors
/// All that is wrong, in the order of the act's parts.
///
/// Linear in the size of case and journal, but for looking names up.
pub fn propose(
    seen: &SeenCase,
    writer: &Audience,
    wanted: ActWanted,
) -> Result<Act, Vec<ActProblem>> {
    let ActWanted {
        at,
        by,
        visibility,
        once,
        deed,
    } = wanted;
    let (by, deed) = (composed::author(by), composed::deed(deed));
    let mut lookup = Lookup::new(seen);
    lookup.author(&by, writer);
    lookup.deed(&by, &deed);
    let mut problems = lookup.problems;
    if !is_time(&at) {
        problems.push(ActProblem {
            part: ActPart::At,
            value: at.clone(),
            fault: ActFault::NoTime,
        });
    }
    let mut act = Act {
        seen: visibility.unwrap_or_else(|| visibility_unsaid(&by, &deed)),
        at,
        by,
        once,
        deed,
    };
    if problems.is_empty() {
        let (seen_by, found) = tried_on_case(seen, &act, visibility);
        act.seen = seen_by;
        problems = found;
    }
    if problems.is_empty()
        && let Err(why) = tried(seen, &act)
    {
        problems.push(ActProblem {
            part: ActPart::Whole,
            value: String::new(),
            fault: ActFault::Unfit(why),
        });
    }
    if problems.is_empty() {
        Ok(act)
    } else {
        Err(problems)
    }
}

/// Who may see an act that changes what counts, and what is wrong with it.
fn tried_on_case(
    seen: &SeenCase,
    act: &Act,
    visibility: Option<Visibility>,
) -> (Visibility, Vec<ActProblem>) {
    match &act.deed {
        Deed::Amend { changes, .. } => amend::check_amendment(seen, &act.by, visibility, changes),
        Deed::Withdraw { line, .. } => amend::check_withdrawal(seen, &act.by, *line, |of| {
            let act = Act {
                seen: of,
                ..act.clone()
            };
            behind(seen, &act)
        }),
        Deed::Offer { .. }
        | Deed::Draft(_)
        | Deed::Answer { .. }
        | Deed::Wording { .. }
        | Deed::Clause { .. } => (act.seen, Vec::new()),
    }
}

/// Puts an act behind the others: why it would not count, if it would not.
fn tried(seen: &SeenCase, act: &Act) -> Result<(), String> {
    check_limits(act)?;
    if matches!(act.deed, Deed::Amend { .. } | Deed::Withdraw { .. }) {
        return Ok(());
    }
    let line = seen.entries.len() + 1;
    let entry = JournalEntry {
        line,
        act: act.clone(),
    };
    if matches!(act.deed, Deed::Offer { .. }) {
        let mut case = seen.case.clone();
        let aside = apply(&mut case, std::slice::from_ref(&entry));
        return aside
            .into_iter()
            .next()
            .map_or(Ok(()), |aside| Err(aside.why));
    }
    let entries: Vec<JournalEntry> = seen.entries.iter().cloned().chain([entry]).collect();
    let text = Text::new(&seen.case, &entries);
    let aside = text.aside().iter().find(|aside| aside.line == line);
    aside.map_or(Ok(()), |aside| Err(aside.why.clone()))
}
