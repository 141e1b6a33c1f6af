//! The mediator's clean proposal, and the text of an agreement.

use winset_journal::{Alternative, Author, Clause};
use winset_model::case::{Case, Visibility};
use winset_model::options::{Package, PointId};

use crate::compile::{arranged, compile, option_text, point_clause};
use crate::contributions::{Contributions, Words};
use crate::version::{is_clean, merged};

/// The clean clauses of a package, with the mediator's own words where these fit its option. Without
/// a package: the mediator's words, else what all parties share.
///
/// # Errors
/// The points that have no clean words.
pub(crate) fn clean(
    case: &Case,
    package: Option<&Package>,
    added: &Contributions,
) -> Result<Vec<Clause>, Vec<PointId>> {
    let mut without = Vec::new();
    let mut points = Vec::new();
    let shared = compile(case, None, added);
    for point in (0..case.points.len()).map(PointId::at) {
        let words = match package {
            Some(package) => Some(of_package(case, point, package, added)),
            None => own(added, point)
                .map(|words| clear(words.option.as_deref(), &words.text))
                .or_else(|| agreed(&shared, &case.points[point.index()].id)),
        };
        match words {
            Some(words) => points.push(point_clause(case, point, vec![words])),
            None => without.push(point),
        }
    }
    if !without.is_empty() {
        return Err(without);
    }
    Ok(arranged(points, &added.free, |free| {
        let mediator = free.words.iter().find(|w| w.by == Author::Mediator);
        let words = mediator.map(|words| clear(None, &words.text));
        words
            .or_else(|| agreed(&shared, &free.id))
            .into_iter()
            .collect()
    }))
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

/// What all parties share on a clause, for whoever may see that they share it.
fn agreed(clauses: &[Clause], id: &str) -> Option<Alternative> {
    let clause = clauses.iter().find(|c| c.id == id)?;
    let alternatives = merged(clause.alternatives.clone());
    let clause = Clause {
        alternatives,
        ..clause.clone()
    };
    let only = clause.alternatives.first().filter(|_| is_clean(&clause))?;
    Some(Alternative {
        seen: only.seen,
        ..clear(only.option.as_deref(), &only.text)
    })
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
