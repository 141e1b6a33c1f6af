//! What is left of a rule once some of its points are settled, as a small numbered state.

use std::collections::BTreeMap;

use winset_model::options::OptionSet;

use crate::numbers::signed;
use crate::rule::MEMBERS;
use crate::rule::{Op, Rule};

/// The state of a rule that holds whatever else is settled.
pub(super) const KEPT: i64 = 0;
/// The state of a rule that is broken.
pub(super) const BROKEN: i64 = -1;

/// The states that a rule can be in, met so far.
#[derive(Debug)]
pub(super) struct Residuals {
    /// State `s` above 0 is `states[s - 1]`.
    states: Vec<Vec<Op>>,
    numbers: BTreeMap<Vec<Op>, i64>,
}

/// What settling a point makes of a part of a rule.
enum Part {
    True,
    False,
    Open(Vec<Op>),
}

impl Residuals {
    /// The states of a rule none of whose points is settled, with its first state.
    pub(super) fn new(rule: &Rule) -> (Self, i64) {
        let mut residuals = Self {
            states: Vec::new(),
            numbers: BTreeMap::new(),
        };
        let first = residuals.number(simplified(&rule.ops, None));
        (residuals, first)
    }

    /// The state after settling a point inside one class of options.
    pub(super) fn after(&mut self, state: i64, point: usize, class: &OptionSet) -> i64 {
        let Some(ops) = usize::try_from(state - 1)
            .ok()
            .and_then(|s| self.states.get(s))
        else {
            return state;
        };
        let part = simplified(ops, Some((point, class)));
        self.number(part)
    }

    fn number(&mut self, part: Part) -> i64 {
        let ops = match part {
            Part::True => return KEPT,
            Part::False => return BROKEN,
            Part::Open(ops) => ops,
        };
        if let Some(number) = self.numbers.get(&ops) {
            return *number;
        }
        self.states.push(ops.clone());
        let number = signed(self.states.len());
        self.numbers.insert(ops, number);
        number
    }
}

/// Drops what is decided once a point is settled inside a class of options.
fn simplified(ops: &[Op], settled: Option<(usize, &OptionSet)>) -> Part {
    let mut stack: Vec<Part> = Vec::new();
    for op in ops {
        let part = match op {
            Op::Holds(point, options) => match settled {
                Some((at, class)) if at == *point => {
                    if class.is_subset(options) {
                        Part::True
                    } else {
                        Part::False
                    }
                }
                _ => Part::Open(vec![op.clone()]),
            },
            Op::Not => match stack.pop().expect(MEMBERS) {
                Part::True => Part::False,
                Part::Open(mut inner) => {
                    inner.push(Op::Not);
                    Part::Open(inner)
                }
                Part::False => Part::True,
            },
            Op::Threshold { need, weights } => {
                let members = stack.split_off(stack.len() - weights.len());
                joined(*need, weights, members)
            }
        };
        stack.push(part);
    }
    stack.pop().expect(MEMBERS)
}

fn joined(mut need: i64, weights: &[i64], members: Vec<Part>) -> Part {
    let (mut ops, mut open) = (Vec::new(), Vec::new());
    for (member, weight) in members.into_iter().zip(weights) {
        match member {
            Part::True => need -= weight,
            Part::False => {}
            Part::Open(inner) => {
                ops.extend(inner);
                open.push(*weight);
            }
        }
    }
    if need <= 0 {
        return Part::True;
    }
    if open.iter().sum::<i64>() < need {
        return Part::False;
    }
    if open.len() > 1 {
        ops.push(Op::Threshold {
            need,
            weights: open.into(),
        });
    }
    Part::Open(ops)
}
