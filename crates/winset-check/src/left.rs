//! What is left of a rule once some points are settled: two partial packages that leave the same have
//! the same completions, as far as the rule goes.

use winset_model::case::LinkRule;
use winset_model::condition::{Condition, Term};
use winset_model::options::{OptionId, OptionSet, PointId};

use crate::acceptable::last;
use crate::question::Rule;

/// What is left of a condition.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Left {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// It is still open.
    Open(Vec<Piece>),
}

/// A piece of an open condition, in postfix order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Piece {
    /// The point is settled on one of the options.
    On(PointId, OptionSet),
    /// The one before does not hold.
    Not,
    /// Of the ones before, those that hold weigh at least so much together.
    Weigh(u128, Vec<u128>),
}

impl Left {
    /// That every point is settled on one of its options.
    pub(crate) fn all_of(when: &[(PointId, OptionSet)]) -> Self {
        let members = when.iter().map(|(point, options)| on(*point, *options));
        all(members.collect())
    }
}

/// What is left of a rule while nothing is settled.
pub(crate) fn left(rule: Rule<'_>) -> Left {
    match rule {
        Rule::Line(point, accept) => on(point, accept),
        Rule::Link(LinkRule::IfThen { when, then }) => {
            any(vec![not(of_condition(when)), of_condition(then)])
        }
        Rule::Link(LinkRule::Require(condition)) => of_condition(condition),
        Rule::Link(LinkRule::Exclude(members)) => {
            let members = members.iter().map(|m| (of_condition(m), 1));
            not(weigh(2, members.collect()))
        }
        Rule::Vote(body, rule) => {
            let blocs = body.blocs.iter();
            let blocs = blocs.map(|b| (Left::all_of(&b.accepts), u128::from(b.seats)));
            let seats = weigh(u128::from(rule.need), blocs.collect());
            any(vec![not(of_condition(&rule.when)), seats])
        }
    }
}

fn of_condition(condition: &Condition) -> Left {
    let mut stack: Vec<Left> = Vec::new();
    for term in condition.terms() {
        let part = match term {
            Term::Holds { point, options } => on(*point, *options),
            Term::All { of } => all(last(&mut stack, *of)),
            Term::Any { of } => any(last(&mut stack, *of)),
            Term::AtLeast { need, of } => {
                let members = last(&mut stack, *of).into_iter().map(|part| (part, 1));
                weigh(*need as u128, members.collect())
            }
            Term::Not => not(all(last(&mut stack, 1))),
        };
        stack.push(part);
    }
    all(stack)
}

fn on(point: PointId, options: OptionSet) -> Left {
    Left::Open(vec![Piece::On(point, options)])
}

fn not(part: Left) -> Left {
    match part {
        Left::True => Left::False,
        Left::False => Left::True,
        Left::Open(mut pieces) => {
            pieces.push(Piece::Not);
            Left::Open(pieces)
        }
    }
}

fn all(members: Vec<Left>) -> Left {
    let need = members.len() as u128;
    weigh(need, members.into_iter().map(|part| (part, 1)).collect())
}

fn any(members: Vec<Left>) -> Left {
    weigh(1, members.into_iter().map(|part| (part, 1)).collect())
}

/// That the members that hold weigh enough.
fn weigh(need: u128, members: Vec<(Left, u128)>) -> Left {
    let (mut sure, mut open) = (0, Vec::new());
    for (part, weight) in members {
        match part {
            Left::True => sure += weight,
            Left::False => {}
            Left::Open(pieces) => open.push((pieces, weight)),
        }
    }
    if sure >= need {
        return Left::True;
    }
    let need = need - sure;
    if open.iter().map(|(_, weight)| weight).sum::<u128>() < need {
        return Left::False;
    }
    let weights: Vec<u128> = open.iter().map(|(_, weight)| *weight).collect();
    let mut pieces: Vec<Piece> = open.into_iter().flat_map(|(pieces, _)| pieces).collect();
    if weights.len() > 1 {
        pieces.push(Piece::Weigh(need, weights));
    }
    Left::Open(pieces)
}

/// What is left of it once a point is settled on an option.
pub(crate) fn settled(part: &Left, point: PointId, option: OptionId) -> Left {
    let Left::Open(pieces) = part else {
        return part.clone();
    };
    if !pieces
        .iter()
        .any(|piece| matches!(piece, Piece::On(at, _) if *at == point))
    {
        return part.clone();
    }
    let mut stack: Vec<Left> = Vec::new();
    for piece in pieces {
        let part = match piece {
            Piece::On(at, options) if *at == point && options.contains(option) => Left::True,
            Piece::On(at, _) if *at == point => Left::False,
            Piece::On(at, options) => on(*at, *options),
            Piece::Not => not(all(last(&mut stack, 1))),
            Piece::Weigh(need, weights) => {
                let members = last(&mut stack, weights.len()).into_iter();
                weigh(*need, members.zip(weights.iter().copied()).collect())
            }
        };
        stack.push(part);
    }
    all(stack)
}
