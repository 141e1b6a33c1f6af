//! What is known of a condition or a rule when only the allowed options are known: Kleene's
//! three-valued logic. `True` and `False` are true or false of every package of the domains.

use winset_model::case::{Bloc, Body, LinkRule, VoteRule};
use winset_model::condition::{Condition, Term};
use winset_model::options::OptionSet;

use crate::acceptable::last;
use crate::question::{Domains, Rule};

/// A truth value, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Truth {
    /// False of every package.
    False,
    /// Not known.
    Open,
    /// True of every package.
    True,
}

use Truth::{False, Open, True};

/// What is known of a standing rule.
pub(crate) fn of_rule(rule: Rule<'_>, domains: &Domains) -> Truth {
    match rule {
        Rule::Line(point, accept) => of_membership(&domains[point.index()], accept),
        Rule::Link(LinkRule::IfThen { when, then }) => any(&[
            not(of_condition(when, domains)),
            of_condition(then, domains),
        ]),
        Rule::Link(LinkRule::Require(condition)) => of_condition(condition, domains),
        Rule::Link(LinkRule::Exclude(members)) => {
            let members: Vec<Truth> = members.iter().map(|m| of_condition(m, domains)).collect();
            not(at_least(2, &members))
        }
        Rule::Vote(body, rule) => any(&[
            not(of_condition(&rule.when, domains)),
            of_seats(body, rule, domains),
        ]),
    }
}

/// What is known of a condition.
pub(crate) fn of_condition(condition: &Condition, domains: &Domains) -> Truth {
    let mut values: Vec<Truth> = Vec::new();
    for term in condition.terms() {
        let value = match term {
            Term::Holds { point, options } => of_membership(&domains[point.index()], options),
            Term::All { of } => all(&last(&mut values, *of)),
            Term::Any { of } => any(&last(&mut values, *of)),
            Term::AtLeast { need, of } => at_least(*need, &last(&mut values, *of)),
            Term::Not => not(all(&last(&mut values, 1))),
        };
        values.push(value);
    }
    all(&values)
}

fn of_membership(domain: &OptionSet, options: &OptionSet) -> Truth {
    if domain.is_subset(options) {
        True
    } else if domain.is_disjoint(options) {
        False
    } else {
        Open
    }
}

fn of_seats(body: &Body, rule: &VoteRule, domains: &Domains) -> Truth {
    let seats_of = |wanted: Truth| -> u128 {
        let blocs = body.blocs.iter().filter(|b| of_bloc(b, domains) == wanted);
        blocs.map(|bloc| u128::from(bloc.seats)).sum()
    };
    reached(seats_of(True), seats_of(Open), u128::from(rule.need))
}

fn of_bloc(bloc: &Bloc, domains: &Domains) -> Truth {
    let accepts = bloc.accepts.iter();
    let members: Vec<Truth> = accepts
        .map(|(point, options)| of_membership(&domains[point.index()], options))
        .collect();
    all(&members)
}

fn not(value: Truth) -> Truth {
    match value {
        True => False,
        Open => Open,
        False => True,
    }
}

fn all(members: &[Truth]) -> Truth {
    at_least(members.len(), members)
}

fn any(members: &[Truth]) -> Truth {
    at_least(1, members)
}

fn at_least(need: usize, members: &[Truth]) -> Truth {
    let sure = members.iter().filter(|m| **m == True).count();
    let open = members.iter().filter(|m| **m == Open).count();
    reached(sure, open, need)
}

/// Whether what is sure, with what is still open, reaches the need.
fn reached<T: Ord + std::ops::Add<Output = T> + Copy>(sure: T, open: T, need: T) -> Truth {
    if sure >= need {
        True
    } else if sure + open < need {
        False
    } else {
        Open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_of_kleene() {
        assert_eq!(all(&[]), True);
        assert_eq!(any(&[]), False);
        assert_eq!(all(&[True, Open]), Open);
        assert_eq!(all(&[False, Open]), False);
        assert_eq!(any(&[True, Open]), True);
        assert_eq!(any(&[False, Open]), Open);
        assert_eq!(at_least(2, &[True, Open, False]), Open);
        assert_eq!(at_least(2, &[True, False, False]), False);
        assert_eq!(at_least(2, &[True, True, Open]), True);
        assert_eq!(at_least(0, &[]), True);
        assert_eq!(at_least(3, &[True, True]), False);
        assert_eq!((not(True), not(False), not(Open)), (False, True, Open));
    }
}
