//! What each audience will read of an act: the preview of whoever is about to write it.

use winset_export::acts::acts;
use winset_journal::{Act, Author, Deed, JournalEntry, SeenCase, apply, as_seen_by, visible};
use winset_model::audience::Audience;

/// An audience, and what it reads of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActReader {
    /// Who reads.
    pub audience: Audience,
    /// The act in the words in which this audience reads it; none where it learns nothing of it.
    pub words: Option<String>,
}

/// What the public, the party that acts and the mediator will read of an act that is not written yet; of
/// a draft also each party that has an edition of its own. `seen` is the case as the writer sees it.
///
/// Linear in the size of case and journal, for each audience once.
pub fn act_readers(seen: &SeenCase, act: &Act) -> Vec<ActReader> {
    let mut audiences = vec![Audience::Public];
    if let Author::Party(id) = &act.by {
        audiences.push(Audience::Party(id.clone()));
    }
    if let Deed::Draft(draft) = &act.deed {
        let own = draft
            .editions
            .iter()
            .map(|edition| edition.audience.clone());
        audiences.extend(own.filter(|audience| *audience != Audience::Public));
    }
    audiences.push(Audience::Mediator);
    let reader = |audience: Audience| ActReader {
        words: words(seen, act, &audience),
        audience,
    };
    audiences.into_iter().map(reader).collect()
}

/// The acts as they were written, and one more behind them.
pub(super) fn behind(seen: &SeenCase, act: &Act) -> Vec<JournalEntry> {
    let line = seen.written.last().map_or(0, |entry| entry.line) + 1;
    let next = JournalEntry {
        line,
        act: act.clone(),
    };
    seen.written.iter().cloned().chain([next]).collect()
}

/// The act as an audience reads it, behind what the audience has read before.
fn words(seen: &SeenCase, act: &Act, audience: &Audience) -> Option<String> {
    if !act.visible_to(audience) {
        return None;
    }
    let next = JournalEntry {
        line: seen.entries.len() + 1,
        act: act.clone(),
    };
    let entries: Vec<JournalEntry> = seen.entries.iter().cloned().chain([next]).collect();
    if matches!(act.deed, Deed::Amend { .. } | Deed::Withdraw { .. }) {
        let seen = as_seen_by(&seen.base, &behind(seen, act), audience).ok()?;
        return acts(&seen).into_iter().next_back().map(|told| told.words);
    }
    let entries = visible(&entries, audience);
    let mut case = seen.case.clone();
    let maker = |by: usize| seen.case.parties[by].id.as_str();
    case.offers
        .retain(|o| o.line.is_none() && audience.sees(Some(maker(o.by.index())), o.visibility));
    // The mediator counts on from the numbers of the file, others from 1.
    if !audience.is_mediator() {
        case.restate_offers();
    }
    let aside = apply(&mut case, &entries);
    let told = acts(&SeenCase {
        case,
        entries,
        aside,
        ..seen.clone()
    });
    told.into_iter().next_back().map(|told| told.words)
}
