//! The mediator's clean proposal, and the text of an agreement.

use winset_journal::{Alternative, Author, Clause, Place};
use winset_model::case::{Case, Visibility};
use winset_model::options::{Package, PointId};

use crate::compile::{arranged, compile, option_text, point_clause};
use crate::contributions::{Contributions, Free, Words};
use crate::version::{is_clean, merged};

/// The clean clauses of a package, with the mediator's own words where these fit its option. Without
/// a package: the mediator's words, else what all parties share in the compilation `shared`.
///
/// # Errors
/// The points that have no clean words.
pub(crate) fn clean(
    case: &Case,
    package: Option<&Package>,
    added: &Contributions,
    shared: &Shared,
) -> Result<Vec<Clause>, Vec<PointId>> {
    let mut without = Vec::new();
    let mut points = Vec::new();
    for point in (0..case.points.len()).map(PointId::at) {
        let words = match package {
            Some(package) => Some(of_package(case, point, package, added)),
            None => own(added, point)
                .map(|words| clear(words.option.as_deref(), &words.text))
                .or_else(|| agreed(case, &shared.clauses, &case.points[point.index()].id)),
        };
        match words {
            Some(words) => points.push(point_clause(case, point, vec![words])),
            None => without.push(point),
        }
    }
    if !without.is_empty() {
        return Err(without);
    }
    let free: Vec<Free> = added.free.iter().map(|free| shared.headed(free)).collect();
    Ok(arranged(points, &free, |free| {
        let words = of_mediator(free).map(|words| clear(None, &words.text));
        words
            .or_else(|| agreed(case, &shared.clauses, &free.id))
            .into_iter()
            .collect()
    }))
}

/// What parties share, as the readers of a proposal see it.
pub(crate) struct Shared {
    clauses: Vec<Clause>,
    free: Vec<Free>,
}

impl Shared {
    /// What they share by the offers of a case, and by what its journal adds.
    pub(crate) fn of(case: &Case, added: &Contributions) -> Self {
        Self {
            clauses: compile(case, None, added),
            free: added.free.clone(),
        }
    }

    /// A clause without options with the title and the place that the readers may know: the mediator's
    /// own, else what the readers see; a clause that they do not see has its identifier for a title.
    fn headed(&self, free: &Free) -> Free {
        let own = of_mediator(free).and_then(|words| words.heading.clone());
        let seen = self.free.iter().find(|seen| seen.id == free.id);
        let (place, title) = match (own, seen) {
            (Some(heading), _) => heading,
            (None, Some(seen)) => (seen.place.clone(), seen.title.clone()),
            (None, None) => (Place::Annex, free.id.clone()),
        };
        Free {
            place,
            title,
            ..free.clone()
        }
    }
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
    let only = clause.alternatives.first().filter(|_| is_clean(case, &clause))?;
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
