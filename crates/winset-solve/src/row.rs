//! Rows: linear inequalities that follow from a link, for the weights of a bound.
//!
//! A row says that the coefficients of the options chosen sum to at least `need`; coefficients are
//! never negative. The derivation is that of the certificate format (`docs/formats/certificate.md`).

use std::collections::BTreeMap;

use crate::numbers::signed;
use crate::rule::MEMBERS;
use winset_model::case::{Case, Link, LinkRule};
use winset_model::condition::{Condition, Term};
use winset_model::options::{OptionId, OptionSet, PointId};

/// Most rows that joining two lists may give.
const ROWS_MAX: usize = 64;
/// Largest need or coefficient of a row.
const TERM_MAX: i64 = 1 << 20;

/// A linear consequence of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// The link's number among all rules of the case.
    pub(crate) rule: usize,
    /// The row's number among those of its link.
    pub(crate) number: usize,
    /// Slots and their coefficients, by slot.
    pub(crate) coefficients: Vec<(usize, i64)>,
    /// What the coefficients of the options chosen must reach.
    pub(crate) need: i64,
}

#[derive(Debug, Clone)]
struct Draft {
    coefficients: BTreeMap<usize, i64>,
    need: i64,
}

/// The rows of a link that is the `number`th rule of the case.
pub(crate) fn link_rows(number: usize, case: &Case, link: &Link, slots: &[usize]) -> Vec<Row> {
    let maker = Maker { case, slots };
    let drafts = match link.rule.open() {
        LinkRule::IfThen { when, then } => any(&[maker.of(when).1, maker.of(then).0]),
        LinkRule::Require(condition) => maker.of(condition).0,
        LinkRule::Exclude(members) => {
            let negated: Vec<Vec<Draft>> = members.iter().map(|m| maker.of(m).1).collect();
            match members.len().checked_sub(1) {
                Some(need) => at_least(need, &negated),
                // Of none there are never two.
                None => Vec::new(),
            }
        }
    };
    drafts
        .into_iter()
        .enumerate()
        .map(|(place, draft)| Row {
            rule: number,
            number: place,
            coefficients: draft.coefficients.into_iter().collect(),
            need: draft.need,
        })
        .collect()
}

struct Maker<'a> {
    case: &'a Case,
    slots: &'a [usize],
}

impl Maker<'_> {
    /// The rows of a condition and those of its negation.
    fn of(&self, condition: &Condition) -> (Vec<Draft>, Vec<Draft>) {
        let mut stack: Vec<(Vec<Draft>, Vec<Draft>)> = Vec::new();
        for term in condition.terms() {
            let value = match term {
                Term::Holds { point, options } => {
                    let all = OptionSet::first(self.case.points[point.index()].options.len());
                    let inside = self.membership(*point, options);
                    let outside = self.membership(*point, &all.without(options));
                    (vec![inside], vec![outside])
                }
                Term::Not => {
                    let (yes, no) = stack.pop().expect(MEMBERS);
                    (no, yes)
                }
                Term::All { of } | Term::Any { of } | Term::AtLeast { of, .. } => {
                    let members = stack.split_off(stack.len() - of);
                    let (yes, no): (Vec<_>, Vec<_>) = members.into_iter().unzip();
                    match term {
                        Term::All { .. } => (yes.concat(), any(&no)),
                        Term::Any { .. } => (any(&yes), no.concat()),
                        Term::AtLeast { need, .. } => {
                            // A need above all of them is never met: that says nothing of any member.
                            let no = match (of + 1).checked_sub(*need) {
                                Some(need) => at_least(need, &no),
                                None => Vec::new(),
                            };
                            (at_least(*need, &yes), no)
                        }
                        Term::Holds { .. } | Term::Not => unreachable!("matched above"),
                    }
                }
            };
            stack.push(value);
        }
        stack.pop().expect(MEMBERS)
    }

    fn membership(&self, point: PointId, options: &OptionSet) -> Draft {
        let slot = |o: OptionId| (self.slots[point.index()] + o.index(), 1);
        Draft {
            coefficients: options.iter().map(slot).collect(),
            need: 1,
        }
    }
}

/// The rows of "at least one of these": every pair of rows joined; nothing when too many.
fn any(lists: &[Vec<Draft>]) -> Vec<Draft> {
    let Some((first, rest)) = lists.split_first() else {
        return vec![Draft {
            coefficients: BTreeMap::new(),
            need: 1,
        }];
    };
    let mut joined = first.clone();
    for list in rest {
        if joined.len() * list.len() > ROWS_MAX {
            return Vec::new();
        }
        let pairs = joined.iter().flat_map(|a| list.iter().map(|b| join(a, b)));
        let Some(pairs) = pairs.collect::<Option<Vec<_>>>() else {
            return Vec::new();
        };
        joined = pairs;
    }
    joined
}

/// The row of "this or that": each side scaled by the other's need.
fn join(a: &Draft, b: &Draft) -> Option<Draft> {
    let within = |v: i64| (v <= TERM_MAX).then_some(v);
    let mut coefficients: BTreeMap<usize, i64> = BTreeMap::new();
    for (from, factor) in [(a, b.need), (b, a.need)] {
        for (slot, coefficient) in &from.coefficients {
            let sum = coefficients.entry(*slot).or_insert(0);
            *sum = within(*sum + within(coefficient * factor)?)?;
        }
    }
    Some(Draft {
        coefficients,
        need: within(a.need * b.need)?,
    })
}

/// The row of "at least so many of these", when each is a single row with need 1.
fn at_least(need: usize, lists: &[Vec<Draft>]) -> Vec<Draft> {
    if need == 0 {
        return Vec::new();
    }
    let mut coefficients: BTreeMap<usize, i64> = BTreeMap::new();
    for list in lists {
        let [
            Draft {
                coefficients: member,
                need: 1,
            },
        ] = list.as_slice()
        else {
            return Vec::new();
        };
        for (slot, coefficient) in member {
            *coefficients.entry(*slot).or_insert(0) += coefficient;
        }
    }
    let need = signed(need);
    vec![Draft { coefficients, need }]
}

impl Row {
    /// Largest magnitude of the row's sum over `points` points, or of its need.
    pub(crate) fn reach(&self, points: usize) -> i64 {
        let largest = self.coefficients.iter().map(|(_, c)| *c).fold(0, i64::max);
        largest * signed(points) + self.need
    }
}
