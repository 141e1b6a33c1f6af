//! Compiled rules: monotone or not, every rule is a flat program over memberships and thresholds.

use winset_model::case::{Body, Link, LinkRule, VoteRule};
use winset_model::condition::{Condition, Term};
use winset_model::options::{OptionSet, PointId};

/// One operation of a rule in postfix order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Op {
    /// The point is settled on one of the options.
    Holds(usize, OptionSet),
    /// The weights of the members that hold sum to at least `need`.
    Threshold {
        /// The sum needed.
        need: i64,
        /// The weight of each member, in order.
        weights: Box<[i64]>,
    },
    /// The last member does not hold.
    Not,
}

/// Truth of a rule or a part of it when points may still be settled in several ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Truth {
    False,
    Open,
    True,
}

/// The options of a point that a rule cannot tell apart, by one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Class {
    pub(crate) options: OptionSet,
}

/// A rule that a package must keep.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    pub(crate) ops: Vec<Op>,
    /// Each point that the rule looks at, in order, and the classes of its options.
    pub(crate) points: Vec<(usize, Vec<Class>)>,
}

impl Rule {
    /// A line: the point is settled on one of the options.
    pub(crate) fn line(point: PointId, accept: OptionSet) -> Self {
        Self::new(vec![Op::Holds(point.index(), accept)])
    }

    /// A link.
    pub(crate) fn link(link: &Link) -> Self {
        let mut ops = Vec::new();
        match link.rule.open() {
            LinkRule::IfThen { when, then } => {
                push_condition(&mut ops, when);
                ops.push(Op::Not);
                push_condition(&mut ops, then);
                ops.push(threshold(1, 2));
            }
            LinkRule::Require(condition) => push_condition(&mut ops, condition),
            LinkRule::Exclude(members) => {
                members.iter().for_each(|m| push_condition(&mut ops, m));
                ops.push(threshold(2, members.len()));
                ops.push(Op::Not);
            }
        }
        Self::new(ops)
    }

    /// A vote rule: not called for, or enough seats.
    pub(crate) fn vote(body: &Body, rule: &VoteRule) -> Self {
        let mut ops = Vec::new();
        push_condition(&mut ops, &rule.when);
        ops.push(Op::Not);
        for bloc in &body.blocs {
            for (point, options) in &bloc.accepts {
                ops.push(Op::Holds(point.index(), options.clone()));
            }
            ops.push(threshold(bloc.accepts.len(), bloc.accepts.len()));
        }
        let weights = body.blocs.iter().map(|b| signed(b.seats)).collect();
        ops.push(Op::Threshold {
            need: signed(rule.need),
            weights,
        });
        ops.push(threshold(1, 2));
        Self::new(ops)
    }

    fn new(ops: Vec<Op>) -> Self {
        let mut points: Vec<usize> = ops
            .iter()
            .filter_map(|op| {
                if let Op::Holds(point, _) = op {
                    Some(*point)
                } else {
                    None
                }
            })
            .collect();
        points.sort_unstable();
        points.dedup();
        let points = points.into_iter().map(|p| (p, classes(&ops, p))).collect();
        Self { ops, points }
    }

    /// The truth of the rule over domains, with the domain of `at.0` replaced by `at.1`.
    pub(crate) fn truth(
        &self,
        domains: &[OptionSet],
        at: Option<(usize, &OptionSet)>,
        stack: &mut Vec<Truth>,
    ) -> Truth {
        stack.clear();
        for op in &self.ops {
            let value = match op {
                Op::Holds(point, options) => {
                    let domain = match at {
                        Some((replaced, by)) if replaced == *point => by,
                        _ => &domains[*point],
                    };
                    if domain.is_subset(options) {
                        Truth::True
                    } else if domain.is_disjoint(options) {
                        Truth::False
                    } else {
                        Truth::Open
                    }
                }
                Op::Threshold { need, weights } => {
                    let first = stack.len() - weights.len();
                    let (mut sure, mut possible) = (0, 0);
                    for (member, weight) in stack[first..].iter().zip(weights) {
                        sure += if *member == Truth::True { *weight } else { 0 };
                        possible += if *member == Truth::False { 0 } else { *weight };
                    }
                    stack.truncate(first);
                    if sure >= *need {
                        Truth::True
                    } else if possible < *need {
                        Truth::False
                    } else {
                        Truth::Open
                    }
                }
                Op::Not => match stack.pop().expect(MEMBERS) {
                    Truth::True => Truth::False,
                    Truth::False => Truth::True,
                    Truth::Open => Truth::Open,
                },
            };
            stack.push(value);
        }
        stack.pop().expect(MEMBERS)
    }
}

/// Why a value is there when it is asked for.
pub(crate) const MEMBERS: &str = "in a rule the members come before what joins them";

fn signed(seats: u64) -> i64 {
    i64::try_from(seats).expect("a case states no number above WHOLE_MAX")
}

fn threshold(need: usize, of: usize) -> Op {
    Op::Threshold {
        need: signed(need as u64),
        weights: vec![1; of].into(),
    }
}

fn push_condition(ops: &mut Vec<Op>, condition: &Condition) {
    for term in condition.terms() {
        ops.push(match term {
            Term::Holds { point, options } => Op::Holds(point.index(), options.clone()),
            Term::All { of } => threshold(*of, *of),
            Term::Any { of } => threshold(1, *of),
            Term::AtLeast { need, of } => threshold(*need, *of),
            Term::Not => Op::Not,
        });
    }
}

/// Groups all possible options of a point by which memberships of the rule they fulfil.
fn classes(ops: &[Op], point: usize) -> Vec<Class> {
    let mut classes = vec![Class {
        options: OptionSet::first(winset_model::options::OPTIONS_MAX),
    }];
    for op in ops {
        let Op::Holds(at, set) = op else { continue };
        if *at != point {
            continue;
        }
        let split = |c: &Class| {
            [c.options.and(set), c.options.without(set)].map(|options| Class { options })
        };
        classes = classes
            .iter()
            .flat_map(split)
            .filter(|c| !c.options.is_empty())
            .collect();
    }
    classes
}
