//! The linear consequences of a link: rows "so many of these at least" that every package obeys
//! for which the link holds. `docs/formats/certificate.md` argues for each rule.

use std::collections::BTreeMap;

use winset_model::case::{Case, LinkRule};
use winset_model::condition::{Condition, Term};
use winset_model::options::{OptionId, OptionSet, PointId};

use crate::acceptable::last;
use crate::misfit::every_option;

/// Largest coefficient and largest need of a row made by an "or".
const OR_TERM_MAX: u64 = 1 << 20;
/// Most rows of an "or" of two lists.
const OR_ROWS_MAX: usize = 64;

/// The sum of the coefficients of a package's options is at least `need`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// Coefficients; 0 where absent.
    pub(crate) coefficients: BTreeMap<(PointId, OptionId), u64>,
    /// The least sum.
    pub(crate) need: u64,
}

/// Rows that follow from a condition, and rows that follow from its negation.
#[derive(Debug, Clone)]
struct Both {
    yes: Vec<Row>,
    no: Vec<Row>,
}

/// The rows of a link, in the order in which certificates number them.
pub(crate) fn of_link(case: &Case, link: &LinkRule) -> Vec<Row> {
    match link {
        LinkRule::IfThen { when, then } => {
            let (when, then) = (of_condition(case, when), of_condition(case, then));
            or(&[when.no, then.yes])
        }
        LinkRule::Require(condition) => of_condition(case, condition).yes,
        LinkRule::Exclude(members) => {
            let negations: Vec<Vec<Row>> =
                members.iter().map(|m| of_condition(case, m).no).collect();
            // Of none there are never two.
            let but_one = members.len().checked_sub(1);
            match but_one {
                Some(need) => at_least(need, &negations),
                None => Vec::new(),
            }
        }
    }
}

fn of_condition(case: &Case, condition: &Condition) -> Both {
    let mut values: Vec<Both> = Vec::new();
    for term in condition.terms() {
        let value = match term {
            Term::Holds { point, options } => of_membership(case, *point, options),
            Term::All { of } => {
                let (yes, no) = split(last(&mut values, *of));
                Both {
                    yes: yes.concat(),
                    no: or(&no),
                }
            }
            Term::Any { of } => {
                let (yes, no) = split(last(&mut values, *of));
                Both {
                    yes: or(&yes),
                    no: no.concat(),
                }
            }
            Term::AtLeast { need, of } => {
                let (yes, no) = split(last(&mut values, *of));
                Both {
                    yes: at_least(*need, &yes),
                    // A need above all of them is never met: that says nothing of any member.
                    no: match (of + 1).checked_sub(*need) {
                        Some(need) => at_least(need, &no),
                        None => Vec::new(),
                    },
                }
            }
            Term::Not => {
                let (yes, no) = split(last(&mut values, 1));
                Both {
                    yes: no.concat(),
                    no: yes.concat(),
                }
            }
        };
        values.push(value);
    }
    let (yes, no) = split(values);
    Both {
        yes: yes.concat(),
        no: no.concat(),
    }
}

fn split(members: Vec<Both>) -> (Vec<Vec<Row>>, Vec<Vec<Row>>) {
    members.into_iter().map(|both| (both.yes, both.no)).unzip()
}

fn of_membership(case: &Case, point: PointId, options: &OptionSet) -> Both {
    let every = every_option(case, point.index());
    let one_of = |set: OptionSet| {
        vec![Row {
            coefficients: set.iter().map(|option| ((point, option), 1)).collect(),
            need: 1,
        }]
    };
    Both {
        yes: one_of(every.and(options)),
        no: one_of(every.without(options)),
    }
}

/// The rows of "one of these holds"; none where that would take too many or too large ones.
fn or(lists: &[Vec<Row>]) -> Vec<Row> {
    let Some((first, others)) = lists.split_first() else {
        // One of none holds never: 0 is at least 1.
        return vec![Row {
            coefficients: BTreeMap::new(),
            need: 1,
        }];
    };
    let mut rows = first.clone();
    for other in others {
        let Some(more) = or_of_two(&rows, other) else {
            return Vec::new();
        };
        rows = more;
    }
    rows
}

fn or_of_two(left: &[Row], right: &[Row]) -> Option<Vec<Row>> {
    if left.len().checked_mul(right.len())? > OR_ROWS_MAX {
        return None;
    }
    let pairs = left.iter().flat_map(|a| right.iter().map(move |b| (a, b)));
    pairs.map(|(a, b)| either(a, b)).collect()
}

fn either(a: &Row, b: &Row) -> Option<Row> {
    let mut coefficients = BTreeMap::new();
    for (row, factor) in [(a, b.need), (b, a.need)] {
        for (place, coefficient) in &row.coefficients {
            let sum: &mut u64 = coefficients.entry(*place).or_insert(0);
            *sum = sum.checked_add(coefficient.checked_mul(factor)?)?;
            if *sum > OR_TERM_MAX {
                return None;
            }
        }
    }
    let need = a.need.checked_mul(b.need)?;
    (need <= OR_TERM_MAX).then_some(Row { coefficients, need })
}

/// The rows of "at least `need` of these hold".
fn at_least(need: usize, lists: &[Vec<Row>]) -> Vec<Row> {
    let need = need as u64;
    if need == 0 {
        return Vec::new();
    }
    let mut coefficients = BTreeMap::new();
    for list in lists {
        let [row] = list.as_slice() else {
            return Vec::new();
        };
        if row.need != 1 {
            return Vec::new();
        }
        for (place, coefficient) in &row.coefficients {
            let sum: &mut u64 = coefficients.entry(*place).or_insert(0);
            let Some(larger) = sum.checked_add(*coefficient) else {
                return Vec::new();
            };
            *sum = larger;
        }
    }
    vec![Row { coefficients, need }]
}
