//! A version as it is issued: for each audience an edition of its own, made of what that audience sees.

use winset_journal::{Author, Clause, DraftEdition, JournalEntry, Mode, SeenCase, as_seen_by};
use winset_model::audience::Audience;
use winset_model::case::{Case, Visibility};
use winset_model::diagnostic::Diagnostic;
use winset_model::document::Node;
use winset_model::options::{Package, PointId};

use crate::text::{Text, edition};

/// What is to be issued.
#[derive(Debug, Clone)]
pub struct DraftWanted {
    /// How it is to be read.
    pub mode: Mode,
    /// The package of a clean proposal, where it is one of a package.
    pub package: Option<Package>,
    /// Who may see it.
    pub visibility: Visibility,
}

/// A version with the editions of all audiences.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftText {
    /// As the mediator reads it.
    pub clauses: Vec<Clause>,
    /// As others read it: the public, and each party that reads something else.
    pub editions: Vec<DraftEdition>,
}

/// Why nothing can be issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftFault {
    /// The document is no case.
    NoCase(Vec<Diagnostic>),
    /// These points have no clean words that the readers of the proposal may see.
    NotClean(Vec<PointId>),
}

/// The working text as it is to be issued. Every edition is compiled from the case and the journal as its
/// audience sees them, so that nothing in it depends on what that audience may not see. A clean proposal
/// is the mediator's own, and the same for all: what it takes from the parties is what its readers see
/// that they share.
///
/// # Errors
/// Why nothing can be issued.
///
/// Linear in the size of document and journal, for each party once.
pub fn issue(
    document: &Node,
    entries: &[JournalEntry],
    wanted: &DraftWanted,
) -> Result<DraftText, DraftFault> {
    let seen =
        |audience: &Audience| as_seen_by(document, entries, audience).map_err(DraftFault::NoCase);
    let mediator = seen(&Audience::Mediator)?;
    if wanted.mode == Mode::Chair {
        let audience = match wanted.visibility {
            Visibility::Public => Audience::Public,
            Visibility::Mediator | Visibility::Sealed => Audience::Mediator,
        };
        let readers = seen(&audience)?;
        return proposal(&mediator, &readers.case, &audience, wanted.package.as_ref());
    }
    let clauses = edition(&mediator.case, &mediator.entries);
    // An audience to which the rest of the case is no case reads nothing of it, drafts neither.
    let compiled = |audience: Audience| {
        let SeenCase { case, entries, .. } = seen(&audience).ok()?;
        let clauses = edition(&case, &entries);
        Some(DraftEdition { audience, clauses })
    };
    let public = compiled(Audience::Public);
    let parties = mediator.case.parties.iter();
    let parties = parties.filter_map(|party| compiled(Audience::Party(party.id.clone())));
    let differs = |own: &DraftEdition| public.as_ref().is_none_or(|p| p.clauses != own.clauses);
    let own: Vec<DraftEdition> = parties.filter(differs).collect();
    let editions = public.into_iter().chain(own).collect();
    Ok(DraftText { clauses, editions })
}

/// The mediator's clean proposal to an audience that sees this of the case.
fn proposal(
    mediator: &SeenCase,
    seen: &Case,
    audience: &Audience,
    package: Option<&Package>,
) -> Result<DraftText, DraftFault> {
    let open =
        |entry: &&JournalEntry| entry.act.by == Author::Mediator || entry.act.visible_to(audience);
    let entries: Vec<JournalEntry> = mediator.entries.iter().filter(open).cloned().collect();
    let text = Text::new(&mediator.case, &mediator.entries);
    let shared = Text::new(seen, &entries);
    let made = text.chair(package, &shared).map_err(DraftFault::NotClean)?;
    let public = DraftEdition {
        audience: Audience::Public,
        clauses: made.clauses.clone(),
    };
    Ok(DraftText {
        clauses: made.clauses,
        editions: vec![public],
    })
}
