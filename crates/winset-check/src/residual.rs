//! What is left of a rule once some points are settled: two partial packages that leave the same have
//! the same completions, as far as the rule goes.

use winset_model::case::LinkRule;
use winset_model::condition::{Condition, Term};
use winset_model::options::{OptionId, OptionSet, PointId};

use crate::acceptable::last;
use crate::question::Rule;

/// What is left of a condition.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Residual {
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

impl Residual {
    /// That every point is settled on one of its options.
    pub(crate) fn all_of(when: &[(PointId, OptionSet)]) -> Self {
        let members = when
            .iter()
            .map(|(point, options)| on(*point, options.clone()));
        all(members.collect())
    }
}

/// What is left of a rule while nothing is settled.
pub(crate) fn residual(rule: Rule<'_>) -> Residual {
    match rule {
        Rule::Line(point, accept) => on(point, accept.clone()),
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
            let blocs = blocs.map(|b| (Residual::all_of(&b.accepts), u128::from(b.seats)));
            let seats = weigh(u128::from(rule.need), blocs.collect());
            any(vec![not(of_condition(&rule.when)), seats])
        }
    }
}

fn of_condition(condition: &Condition) -> Residual {
    let mut stack: Vec<Residual> = Vec::new();
    for term in condition.terms() {
        let part = match term {
            Term::Holds { point, options } => on(*point, options.clone()),
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

fn on(point: PointId, options: OptionSet) -> Residual {
    Residual::Open(vec![Piece::On(point, options)])
}

fn not(part: Residual) -> Residual {
    match part {
        Residual::True => Residual::False,
        Residual::False => Residual::True,
        Residual::Open(mut pieces) => {
            pieces.push(Piece::Not);
            Residual::Open(pieces)
        }
    }
}

fn all(members: Vec<Residual>) -> Residual {
    let need = members.len() as u128;
    weigh(need, members.into_iter().map(|part| (part, 1)).collect())
}

fn any(members: Vec<Residual>) -> Residual {
    weigh(1, members.into_iter().map(|part| (part, 1)).collect())
}

/// That the members that hold weigh enough.
fn weigh(need: u128, members: Vec<(Residual, u128)>) -> Residual {
    let (mut sure, mut open) = (0, Vec::new());
    for (part, weight) in members {
        match part {
            Residual::True => sure += weight,
            Residual::False => {}
            Residual::Open(pieces) => open.push((pieces, weight)),
        }
    }
    if sure >= need {
        return Residual::True;
    }
    let need = need - sure;
    if open.iter().map(|(_, weight)| weight).sum::<u128>() < need {
        return Residual::False;
    }
    let weights: Vec<u128> = open.iter().map(|(_, weight)| *weight).collect();
    let mut pieces: Vec<Piece> = open.into_iter().flat_map(|(pieces, _)| pieces).collect();
    if weights.len() > 1 {
        pieces.push(Piece::Weigh(need, weights));
    }
    Residual::Open(pieces)
}

/// What is left of it once a point is settled on an option.
pub(crate) fn settled(part: &Residual, point: PointId, option: OptionId) -> Residual {
    let Residual::Open(pieces) = part else {
        return part.clone();
    };
    if !pieces
        .iter()
        .any(|piece| matches!(piece, Piece::On(at, _) if *at == point))
    {
        return part.clone();
    }
    let mut stack: Vec<Residual> = Vec::new();
    for piece in pieces {
        let part = match piece {
            Piece::On(at, options) if *at == point && options.contains(option) => Residual::True,
            Piece::On(at, _) if *at == point => Residual::False,
            Piece::On(at, options) => on(*at, options.clone()),
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
