//! The stages of all points, and what is half settled before and after each.

use winset_model::options::OptionSet;

use super::order::order;
use crate::numbers::ends;
use crate::problem::{Bonus, Problem, Worth};

/// A term across points: whose it is, and its place among theirs.
pub(crate) type Term = (usize, usize);

/// A point that is settled, and what is open before and after.
pub(crate) struct Elimination {
    pub(crate) point: usize,
    /// For each point whether it is settled later.
    to_come: Vec<bool>,
    /// Rules half settled before, and after; in order.
    pub(super) rules: [Vec<usize>; 2],
    /// Terms half settled before, and after; in order.
    terms: [Vec<Term>; 2],
}

/// The stages of all points, in an order that keeps few rules and terms half settled.
pub(crate) fn eliminations(
    problem: &Problem,
    domains: &[OptionSet],
    worth: &[Worth<'_>],
) -> Vec<Elimination> {
    sized_eliminations(problem, domains, worth, &vec![0; domains.len()])
}

/// The same; of points that leave as few rules and terms half settled the one of the least size comes first.
pub(crate) fn sized_eliminations(
    problem: &Problem,
    domains: &[OptionSet],
    worth: &[Worth<'_>],
    sizes: &[i128],
) -> Vec<Elimination> {
    let several: Vec<bool> = domains.iter().map(|domain| domain.len() > 1).collect();
    let mut to_come = vec![true; domains.len()];
    let (mut rules, mut terms) = (Vec::new(), Vec::new());
    let mut eliminations = Vec::with_capacity(domains.len());
    for point in order(problem, &several, worth, sizes) {
        to_come[point] = false;
        let rules_after = open_rules(problem, &to_come);
        let terms_after = open_terms(worth, &to_come);
        eliminations.push(Elimination {
            point,
            to_come: to_come.clone(),
            rules: [rules, rules_after.clone()],
            terms: [terms, terms_after.clone()],
        });
        (rules, terms) = (rules_after, terms_after);
    }
    eliminations
}

/// Whether some points are settled and some still to come.
fn is_open(mut points: impl Iterator<Item = bool> + Clone) -> bool {
    points.clone().any(|later| later) && points.any(|later| !later)
}

fn open_rules(problem: &Problem, to_come: &[bool]) -> Vec<usize> {
    let open = |r: &usize| is_open(problem.rules[*r].points.iter().map(|(p, _)| to_come[*p]));
    (0..problem.rules.len()).filter(open).collect()
}

fn open_terms(worth: &[Worth<'_>], to_come: &[bool]) -> Vec<Term> {
    let mut open = Vec::new();
    for (whose, worth) in worth.iter().enumerate() {
        for (place, bonus) in worth.bonuses.iter().enumerate() {
            if is_open(bonus.when.iter().map(|(p, _)| to_come[*p])) {
                open.push((whose, place));
            }
        }
    }
    open
}

impl Elimination {
    /// How many rules are half settled before: so many states stand first.
    pub(crate) fn rules_before(&self) -> usize {
        self.rules[0].len()
    }

    /// How many rules are half settled after.
    pub(crate) fn rules_after(&self) -> usize {
        self.rules[1].len()
    }

    /// Terms that are half settled after, in order.
    pub(crate) fn terms_after(&self) -> &[Term] {
        &self.terms[1]
    }

    /// The least and the most that points to come, and terms that reach beyond the ones settled, can
    /// still give.
    pub(crate) fn rest(
        &self,
        problem: &Problem,
        domains: &[OptionSet],
        worth: Worth<'_>,
    ) -> (i64, i64) {
        let (mut least, mut most) = (0, 0);
        let later = domains.iter().enumerate();
        for (point, domain) in later.filter(|(point, _)| self.to_come[*point]) {
            let first = problem.slots[point];
            let (low, high) = ends(domain.iter().map(|o| worth.scores[first + o.index()]));
            least += low;
            most += high;
        }
        for bonus in worth.bonuses {
            if bonus.when.iter().any(|(p, _)| self.to_come[*p]) {
                least += bonus.score.min(0);
                most += bonus.score.max(0);
            }
        }
        (least, most)
    }

    /// Whether a term can still come true once the point is settled; `known` says so of those half
    /// settled before, by 1.
    pub(crate) fn is_alive(
        &self,
        term: Term,
        bonus: &Bonus,
        class: &OptionSet,
        known: &[i64],
    ) -> bool {
        let here = bonus.when.iter().find(|(p, _)| *p == self.point);
        let before = self.terms[0].binary_search(&term);
        before.map_or(true, |place| known[place] == 1)
            && here.is_none_or(|(_, set)| class.is_subset(set))
    }

    /// Whether a term is decided by this stage.
    pub(crate) fn ends(&self, term: Term, bonus: &Bonus) -> bool {
        let here = bonus.when.iter().any(|(p, _)| *p == self.point);
        here && self.terms[1].binary_search(&term).is_err()
    }
}
