//! Conditions in words, with labels.

use winset_model::case::Case;
use winset_model::condition::{Condition, Term};
use winset_model::options::{OptionId, OptionSet, PointId};

use super::names::Names;
use super::sets::any_within;

/// What a condition on one point says: the options for which it holds.
pub(super) fn as_set(case: &Case, condition: &Condition) -> Option<(PointId, OptionSet)> {
    let [point] = condition.points()[..] else {
        return None;
    };
    let options = (0..case.points[point.index()].options.len()).map(OptionId::at);
    let holding = options.filter(|o| holds(condition, *o));
    Some((point, holding.collect()))
}

/// Whether a condition on one point holds for an option of it.
fn holds(condition: &Condition, option: OptionId) -> bool {
    let mut values: Vec<bool> = Vec::new();
    for term in condition.terms() {
        let value = match term {
            Term::Holds { options, .. } => options.contains(option),
            Term::All { of } => last(&mut values, *of).iter().all(|v| *v),
            Term::Any { of } => last(&mut values, *of).iter().any(|v| *v),
            Term::AtLeast { need, of } => {
                last(&mut values, *of).iter().filter(|v| **v).count() >= *need
            }
            Term::Not => !last(&mut values, 1).iter().all(|v| *v),
        };
        values.push(value);
    }
    values.pop().unwrap_or(true)
}

/// Takes the last `count` values off a stack. A condition never asks for more than there are.
fn last<T>(values: &mut Vec<T>, count: usize) -> Vec<T> {
    values.split_off(values.len().saturating_sub(count))
}

/// How tightly a part of a condition holds together, the tightest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    Single,
    And,
    Or,
}

/// A condition as what a package must hold: "«a» or «b» on P, and «c» on Q"; with parentheses where
/// it could be read in two ways, and with so many options of a point named one by one at most.
pub(super) fn words(case: &Case, names: &Names, condition: &Condition, most: usize) -> String {
    let mut stack: Vec<(Bond, String)> = Vec::new();
    for term in condition.terms() {
        let part = match term {
            Term::Holds { point, options } => {
                let any = any_within(case, *point, options, most);
                (Bond::Single, format!("{any} on {}", names.point(*point)))
            }
            Term::All { of: 0 } => (Bond::Single, "anything at all".to_owned()),
            Term::Any { of: 0 } => (Bond::Single, "nothing at all".to_owned()),
            Term::All { of } => (
                Bond::And,
                joined(last(&mut stack, *of), Bond::And, ", and "),
            ),
            Term::Any { of } => (
                Bond::Or,
                joined(last(&mut stack, *of), Bond::Single, ", or "),
            ),
            Term::AtLeast { need, of } => {
                let members = last(&mut stack, *of).into_iter().map(|(_, text)| text);
                let members: Vec<String> = members.map(|m| format!("({m})")).collect();
                let members = members.join(" ");
                (
                    Bond::Single,
                    format!("at least {need} of these {of}: {members}"),
                )
            }
            Term::Not => {
                let member = joined(last(&mut stack, 1), Bond::Or, "");
                (Bond::Single, format!("not ({member})"))
            }
        };
        stack.push(part);
    }
    stack.pop().map_or_else(String::new, |(_, text)| text)
}

/// Joins members; those that hold together less tightly than `loosest` stand in parentheses.
fn joined(members: Vec<(Bond, String)>, loosest: Bond, word: &str) -> String {
    let members = members.into_iter().map(|(bond, text)| {
        if bond > loosest {
            format!("({text})")
        } else {
            text
        }
    });
    members.collect::<Vec<_>>().join(word)
}
