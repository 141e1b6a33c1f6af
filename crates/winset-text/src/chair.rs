//! The mediator's clean proposal, and the text of an agreement.

use winset_journal::{Alternative, Author, Clause, Place};
use winset_model::case::{Case, Visibility};
use winset_model::options::{Package, PointId};

use crate::compile::{arranged, compile, option_text, point_clause};
use crate::contributions::{Contributions, Free, Words};
use crate::version::{is_clean, merged};

/// What a clean proposal is made of.
pub(crate) struct Grounds<'a> {
    /// The case as the readers see it.
    pub(crate) case: &'a Case,
    /// What the acts add that the readers see, and the mediator's own.
    pub(crate) added: &'a Contributions,
    /// Clauses that the readers do not see, but for the mediator's words for them.
    pub(crate) unseen: Vec<Free>,
}

/// The clean clauses of a package, with the mediator's own words where these fit its option. Without
/// a package: the mediator's words, else what all parties share.
///
/// # Errors
/// The points that have no clean words.
pub(crate) fn clean(
    grounds: &Grounds<'_>,
    package: Option<&Package>,
) -> Result<Vec<Clause>, Vec<PointId>> {
    let Grounds {
        case,
        added,
        unseen,
    } = grounds;
    let mut without = Vec::new();
    let mut points = Vec::new();
    let shared = compile(case, None, added);
    for point in (0..case.points.len()).map(PointId::at) {
        let words = match package {
            Some(package) => Some(of_package(case, point, package, added)),
            None => own(added, point)
                .map(|words| clear(words.option.as_deref(), &words.text))
                .or_else(|| agreed(case, &shared, &case.points[point.index()].id)),
        };
        match words {
            Some(words) => points.push(point_clause(case, point, vec![words])),
            None => without.push(point),
        }
    }
    if !without.is_empty() {
        return Err(without);
    }
    let free: Vec<Free> = added.free.iter().chain(unseen).cloned().collect();
    Ok(arranged(points, &free, |free| {
        let words = of_mediator(free).map(|words| clear(None, &words.text));
        words
            .or_else(|| agreed(case, &shared, &free.id))
            .into_iter()
            .collect()
    }))
}

/// The clauses that the mediator has words for and that are not in `seen`: their titles and places are
/// not for the readers, nor is it in which order they came. They go to the end, under their identifiers.
pub(crate) fn unseen(all: &Contributions, seen: &Contributions) -> Vec<Free> {
    let there = |free: &&Free| seen.free.iter().any(|seen| seen.id == free.id);
    let kept = all.free.iter().filter(|free| !there(free));
    let mut kept: Vec<Free> = kept
        .filter_map(|free| {
            Some(Free {
                id: free.id.clone(),
                place: Place::Annex,
                title: free.id.clone(),
                by: Author::Mediator,
                words: vec![of_mediator(free)?.clone()],
            })
        })
        .collect();
    kept.sort_by(|a, b| a.id.cmp(&b.id));
    kept
}

fn of_mediator(free: &Free) -> Option<&Words> {
    free.words.iter().find(|words| words.by == Author::Mediator)
}

fn own(added: &Contributions, point: PointId) -> Option<&Words> {
    let words = added.points.get(point.index())?;
    words.iter().find(|w| w.by == Author::Mediator)
}

fn of_package(
    case: &Case,
    point: PointId,
    package: &Package,
    added: &Contributions,
) -> Alternative {
    let option = package.on(point);
    let id = &case.points[point.index()].options[option.index()].id;
    let fits = |words: &&Words| words.option.as_ref().is_none_or(|o| o == id);
    match own(added, point).filter(fits) {
        Some(words) => clear(Some(id), &words.text),
        None => clear(Some(id), option_text(case, point, option)),
    }
}

/// What all parties that must agree share on a clause.
fn agreed(case: &Case, clauses: &[Clause], id: &str) -> Option<Alternative> {
    let clause = clauses.iter().find(|c| c.id == id)?;
    let alternatives = merged(clause.alternatives.clone());
    let clause = Clause {
        alternatives,
        ..clause.clone()
    };
    let only = clause
        .alternatives
        .first()
        .filter(|_| is_clean(case, &clause))?;
    Some(clear(only.option.as_deref(), &only.text))
}

/// Clean text.
fn clear(option: Option<&str>, text: &str) -> Alternative {
    Alternative {
        by: Vec::new(),
        option: option.map(str::to_owned),
        text: text.to_owned(),
        seen: Visibility::Public,
    }
}
