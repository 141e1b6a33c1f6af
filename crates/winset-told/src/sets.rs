//! Sets of options in words.

use winset_model::case::{Case, Point};
use winset_model::number::to_words;
use winset_model::options::{OptionId, OptionSet, PointId};

use super::names::{label, listed};

/// Most options that are named one by one.
pub(super) const NAMED_MAX: usize = 6;

/// All options of a point.
pub(super) fn every(case: &Case, point: PointId) -> OptionSet {
    OptionSet::first(case.points[point.index()].options.len())
}

/// The options of a point that a set does not hold.
pub(super) fn others(case: &Case, point: PointId, set: &OptionSet) -> OptionSet {
    every(case, point).without(set)
}

/// Whether a set is told by what it does not hold.
pub(super) fn by_others(case: &Case, point: PointId, set: &OptionSet) -> bool {
    let rest = others(case, point, set).len();
    rest > 0 && set.len() > rest && !is_run(case, point, set)
}

/// Any option of a set, as the object of a verb: "«a» or «b»", "anything but «c»".
pub(super) fn any_of(case: &Case, point: PointId, set: &OptionSet) -> String {
    any_within(case, point, set, NAMED_MAX)
}

/// The same with so many options named one by one at most.
pub(super) fn any_within(case: &Case, point: PointId, set: &OptionSet, most: usize) -> String {
    if set.is_empty() {
        "nothing".to_owned()
    } else if *set == every(case, point) {
        "anything".to_owned()
    } else if by_others(case, point, set) && set.len() > 2 {
        let rest = others(case, point, set);
        format!(
            "anything but {}",
            named_within(case, point, &rest, "and", most)
        )
    } else {
        named_within(case, point, set, "or", most)
    }
}

/// The options of a set in a row; of many, the first ones and how many there are besides.
pub(super) fn named(case: &Case, point: PointId, set: &OptionSet, last: &str) -> String {
    named_within(case, point, set, last, NAMED_MAX)
}

/// The same with so many options named one by one at most.
pub(super) fn named_within(
    case: &Case,
    point: PointId,
    set: &OptionSet,
    last: &str,
    most: usize,
) -> String {
    let point = &case.points[point.index()];
    if point.options.iter().any(|o| o.number.is_some()) {
        return numbers(point, set, last, most);
    }
    let options = set.iter().map(|o| label(point, &point.options[o.index()]));
    let mut names: Vec<String> = options.collect();
    if names.len() > most {
        let more = names.len() - (most - 1);
        names.truncate(most - 1);
        names.push(match last {
            "or" => format!("one of {more} others"),
            _ => format!("{more} others"),
        });
    }
    listed(&names, last)
}

/// Whether a set holds the neighbours from one number of a numeric point to another.
fn is_run(case: &Case, point: PointId, set: &OptionSet) -> bool {
    let point = &case.points[point.index()];
    point.options.iter().any(|o| o.number.is_some()) && runs(set).len() == 1
}

/// The first and the last of each run of neighbours.
fn runs(set: &OptionSet) -> Vec<(OptionId, OptionId)> {
    let mut runs: Vec<(OptionId, OptionId)> = Vec::new();
    for option in set {
        match runs.last_mut() {
            Some((_, last)) if last.index() + 1 == option.index() => *last = option,
            _ => runs.push((option, option)),
        }
    }
    runs
}

/// Numbers: runs by their ends, with the unit.
fn numbers(point: &Point, set: &OptionSet, last: &str, most: usize) -> String {
    let end = point.options.len().saturating_sub(1);
    let number = |option: OptionId| {
        let option = &point.options[option.index()];
        option
            .number
            .map_or_else(|| option.label.clone(), |n| to_words(&n))
    };
    let runs = runs(set);
    let of_run = |(from, to): &(OptionId, OptionId)| match (from.index(), to.index()) {
        (a, b) if a == b => number(*from),
        (0, b) if b < end && runs.len() == 1 => format!("at most {}", number(*to)),
        (a, b) if b == end && a > 0 && runs.len() == 1 => format!("at least {}", number(*from)),
        _ => format!("{} to {}", number(*from), number(*to)),
    };
    let mut names: Vec<String> = runs.iter().map(of_run).collect();
    if names.len() > most {
        let more = names.len() - (most - 1);
        names.truncate(most - 1);
        names.push(format!("{more} other ranges"));
    }
    let unit = point
        .unit
        .as_ref()
        .map_or_else(String::new, |u| format!(" {u}"));
    format!("{}{unit}", listed(&names, last))
}
