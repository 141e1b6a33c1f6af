//! A version as it is issued: for each audience an edition of its own, made of what that audience sees.

use winset_journal::{Author, Clause, DraftEdition, JournalEntry, Mode, SeenCase, as_seen_by};
use winset_model::audience::Audience;
use winset_model::case::{Case, Visibility};
use winset_model::diagnostic::Diagnostic;
use winset_model::document::Node;
use winset_model::options::{OptionId, Package, PointId};

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
    /// These points have no clean words that the readers of the proposal may see, or are settled on an
    /// option that they do not see.
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
    let package = package.map(|package| of_readers(&mediator.case, seen, package));
    let package = package.transpose().map_err(DraftFault::NotClean)?;
    let made = text.chair(package.as_ref(), &shared).map_err(|open| {
        let points = open.iter().map(|point| &seen.points[point.index()].id);
        DraftFault::NotClean(
            points
                .filter_map(|id| mediator.case.point_named(id))
                .collect(),
        )
    })?;
    let public = DraftEdition {
        audience: Audience::Public,
        clauses: made.clauses.clone(),
    };
    Ok(DraftText {
        clauses: made.clauses,
        editions: vec![public],
    })
}

/// A package of the mediator's in the readers' case, which may have fewer points and options; the points
/// whose option its readers do not see.
fn of_readers(case: &Case, seen: &Case, package: &Package) -> Result<Package, Vec<PointId>> {
    let (mut options, mut unseen) = (Vec::with_capacity(seen.points.len()), Vec::new());
    for point in &seen.points {
        // What the readers see of points, the mediator has, too.
        let Some(own) = case.point_named(&point.id) else {
            continue;
        };
        let chosen = &case.points[own.index()].options[package.on(own).index()].id;
        match point.options.iter().position(|option| option.id == *chosen) {
            Some(place) => options.push(OptionId::at(place)),
            None => unseen.push(own),
        }
    }
    if unseen.is_empty() {
        Ok(Package(options))
    } else {
        Err(unseen)
    }
}
