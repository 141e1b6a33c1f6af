//! The order in which clauses are told, so that they read as an argument.

use winset_model::options::{OptionSet, PointId};

use super::clause::{Clause, Said};
use super::member::{OnPoint, Says};

/// Tells clauses in an order in which each follows from those before, as far as that can be: the
/// clause that fits best next, from the beginning that makes the least of leaps.
pub(super) fn told(nothing: &Said<'_>, clauses: &[Clause]) -> Vec<String> {
    let stories = (0..clauses.len()).map(|first| from(nothing, clauses, first));
    let best = stories.min_by_key(|(leaps, _)| *leaps);
    let Some((_, order)) = best else {
        return Vec::new();
    };
    let mut said = nothing.clone();
    let mut told: Vec<String> = order.iter().map(|c| said.tell(&clauses[*c])).collect();
    // The last clause is where the argument breaks.
    if let (Some(end), Some(last)) = (told.last_mut(), order.last())
        && order.len() > 1
        && !clauses[*last].law
    {
        *end = format!("but {end}");
    }
    told
}

/// An order that begins with a clause, and how far it leaps.
fn from(nothing: &Said<'_>, clauses: &[Clause], first: usize) -> (usize, Vec<usize>) {
    let mut said = nothing.clone();
    let mut leaps = match (&clauses[first].says, clauses[first].law) {
        _ if clauses.len() == 1 => 0,
        (Says::Only(..), false) => 0,
        (Says::Only(..), true) => 1,
        (Says::Needs(..), _) => 3,
        _ => 15,
    };
    let mut order = vec![first];
    said.tell(&clauses[first]);
    let mut rest: Vec<usize> = (0..clauses.len()).filter(|c| *c != first).collect();
    while !rest.is_empty() {
        let leap = |c: &usize| (leap(&said, &clauses[*c], rest.len() == 1), *c);
        let Some((far, next)) = rest.iter().map(leap).min() else {
            break;
        };
        leaps += far;
        order.push(next);
        said.tell(&clauses[next]);
        rest.retain(|c| *c != next);
    }
    (leaps, order)
}

/// How far a clause is from what has been said.
fn leap(said: &Said<'_>, clause: &Clause, last: bool) -> usize {
    let here = |point: PointId| said.here == Some(point);
    let mentioned = |point: PointId| said.mentioned[point.index()];
    let left = |point: PointId| &said.left[point.index()];
    let far = match &clause.says {
        Says::Only(point, accept) => {
            // What leaves nothing ends the argument.
            let ends = left(*point).is_disjoint(accept) && !last;
            let far = if here(*point) {
                0
            } else if mentioned(*point) {
                1
            } else {
                4
            };
            far + if ends { 6 } else { 0 }
        }
        Says::Needs(when, then) => needs(when, then, left, here, mentioned),
        Says::Link(_) => 7,
        Says::Vote(body, rule) => {
            let when = said.case.bodies[*body].rules[*rule].when.points();
            let near = when.iter().any(|p| here(*p));
            8 + usize::from(!near)
        }
        Says::Floors(_) => 10,
    };
    far + if last && clause.law { 3 } else { 0 }
}

/// How far it is to a clause from one point to another.
fn needs<'a>(
    when: &OnPoint,
    then: &OnPoint,
    left: impl Fn(PointId) -> &'a OptionSet,
    here: impl Fn(PointId) -> bool,
    mentioned: impl Fn(PointId) -> bool,
) -> usize {
    let (point, other) = (when.point, then.point);
    let forward = mentioned(point) && left(point).is_subset(&when.options);
    let backward = mentioned(other) && left(other).is_disjoint(&then.options);
    match (forward, backward) {
        (true, _) if here(point) => 1,
        (_, true) if here(other) => 2,
        (true, _) => 2,
        (_, true) => 3,
        _ if mentioned(point) || mentioned(other) => 5,
        _ => 6,
    }
}
