//! Taking out options that a rule excludes.

use std::collections::BTreeSet;

use winset_model::options::{OptionSet, PointId};

use crate::question::{Domains, Question, Rule};
use crate::truth::{Truth, of_rule};

/// Whether a node can still hold an acceptable package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Node {
    /// It is proven to hold none.
    Closed,
    /// Nothing is proven.
    Open,
}

/// Propagates every rule.
pub(crate) fn from_start(question: &Question<'_>, domains: &mut Domains) -> Node {
    let everything = (0..question.rules.len()).collect();
    run(question, domains, everything)
}

/// Propagates the rules that mention a changed point, and what follows. Every other rule must
/// have been propagated on these domains before.
pub(crate) fn after(question: &Question<'_>, domains: &mut Domains, changed: &[PointId]) -> Node {
    let touched = (0..question.rules.len())
        .filter(|rule| mentions_any(question, *rule, changed))
        .collect();
    run(question, domains, touched)
}

fn mentions_any(question: &Question<'_>, rule: usize, points: &[PointId]) -> bool {
    let mentioned = &question.rules[rule].1;
    points.iter().any(|p| mentioned.binary_search(p).is_ok())
}

/// Repeats until nothing changes. The order does not matter: fewer options decide more rules.
fn run(question: &Question<'_>, domains: &mut Domains, mut due: BTreeSet<usize>) -> Node {
    if domains.iter().any(OptionSet::is_empty) {
        return Node::Closed;
    }
    while let Some(next) = due.pop_first() {
        let (rule, points) = &question.rules[next];
        if points.is_empty() && of_rule(*rule, domains) == Truth::False {
            return Node::Closed;
        }
        for point in points {
            let excluded = excluded(*rule, *point, domains);
            if excluded.is_empty() {
                continue;
            }
            let domain = &mut domains[point.index()];
            *domain = domain.without(&excluded);
            if domain.is_empty() {
                return Node::Closed;
            }
            let touched =
                (0..question.rules.len()).filter(|rule| mentions_any(question, *rule, &[*point]));
            due.extend(touched);
        }
    }
    Node::Open
}

/// The allowed options of a point with which the rule is false whatever the other points are.
fn excluded(rule: Rule<'_>, point: PointId, domains: &mut Domains) -> OptionSet {
    let domain = domains[point.index()].clone();
    let is_false = |option: &_| {
        domains[point.index()] = OptionSet::only(*option);
        of_rule(rule, domains) == Truth::False
    };
    let excluded = domain.iter().filter(is_false).collect();
    domains[point.index()] = domain;
    excluded
}
