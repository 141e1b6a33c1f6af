//! A writer of certificates that knows no better than to try everything.

use std::fmt::Write as _;

use winset_model::case::Case;
use winset_model::options::{OptionSet, PartyId};
use winset_model::positions::Positions;

use super::sample::Chance;
use crate::certificate::RowTable;
use crate::header::header;
use crate::propagate::{self, Node};
use crate::question::{Domains, Question};
use crate::rows;
use crate::surrogate::{self, Weights};

/// What every node of a written tree may use.
#[derive(Debug)]
struct Writer<'a> {
    question: &'a Question<'a>,
    weights: Vec<Weights>,
    rows: RowTable,
    tokens: Vec<String>,
    /// Weights are used only in nodes with so many unsettled points at most.
    unsettled_max: usize,
    /// Whether a node that stays open is written as a leaf all the same.
    lies: bool,
}

/// All rows of the standing links.
pub(super) fn row_table(case: &Case, positions: &Positions) -> RowTable {
    let standing = |l: &usize| {
        let demand = winset_model::case::DemandId::Link(*l);
        !positions.dropped.contains(&demand)
    };
    (0..case.links.len())
        .filter(standing)
        .map(|l| (l, rows::of_link(case, case.links[l].rule.open())))
        .collect()
}

/// Weights at random on parties that have a floor and scores, and on rows.
pub(super) fn some_weights(
    chance: &mut Chance,
    case: &Case,
    positions: &Positions,
    rows: &RowTable,
) -> Weights {
    let mut weights = Weights::default();
    for party in weighable(case, positions) {
        if chance.once_in(2) {
            weights.parties.push((party, chance.between(1, 5)));
        }
    }
    for (link, rows) in rows {
        for row in 0..rows.len() {
            if chance.once_in(2) {
                weights.rows.push((*link, row, chance.between(1, 12)));
            }
        }
    }
    weights
}

fn weighable(case: &Case, positions: &Positions) -> Vec<PartyId> {
    let parties = (0..case.parties.len()).map(PartyId::at);
    parties
        .filter(|p| {
            let scores = &case.parties[p.index()].sheet.open().scores;
            scores.is_some() && positions.floors[p.index()].is_some()
        })
        .collect()
}

/// A certificate that no package is acceptable, if there is one of this simple kind: one always is
/// where some package fails only by floors of parties that have scores. With `lies`, there is one
/// always, and it may be wrong.
pub(super) fn write(
    chance: &mut Chance,
    case: &Case,
    positions: &Positions,
    lies: bool,
) -> Option<String> {
    let question = Question::new(case, positions);
    let rows = row_table(case, positions);
    let single = |party| Weights {
        parties: vec![(party, 1)],
        rows: Vec::new(),
    };
    let mut weights: Vec<Weights> = weighable(case, positions).into_iter().map(single).collect();
    for _ in 0..3 {
        weights.push(some_weights(chance, case, positions, &rows));
    }
    let mut writer = Writer {
        question: &question,
        weights,
        rows,
        tokens: Vec::new(),
        unsettled_max: chance.below(case.points.len() + 1),
        lies,
    };
    let mut root = question.root();
    let node = propagate::from_start(&question, &mut root);
    let complete = writer.node(root, node);
    let per_line = 1 + chance.below(12);
    complete.then(|| writer.text(case, positions, per_line))
}

impl Writer<'_> {
    /// Writes a node and those below it; false when an open node cannot be branched on.
    fn node(&mut self, mut domains: Domains, mut node: Node) -> bool {
        let unsettled = domains.iter().filter(|d| d.len() > 1).count();
        let mut changed = unsettled <= self.unsettled_max;
        while changed && node == Node::Open {
            changed = false;
            for entry in 0..self.weights.len() {
                let before = domains.clone();
                if node == Node::Open {
                    node = self.weigh(entry, &mut domains);
                    if node == Node::Closed || domains != before {
                        changed = true;
                        self.tokens.push(format!("w{entry}"));
                    }
                }
            }
        }
        if node == Node::Closed {
            self.tokens.push(".".into());
            return true;
        }
        let Some(point) = domains.iter().position(|d| d.len() > 1) else {
            self.tokens.push(".".into());
            return self.lies;
        };
        self.tokens.push(format!("b{point}"));
        let options: Vec<_> = domains[point].iter().collect();
        options.into_iter().all(|option| {
            let mut child = domains.clone();
            child[point] = OptionSet::only(option);
            // The slow way, so that the checker's shortcut is held to it.
            let node = propagate::from_start(self.question, &mut child);
            self.node(child, node)
        })
    }

    fn weigh(&self, entry: usize, domains: &mut Domains) -> Node {
        surrogate::apply(self.question, &self.weights[entry], &self.rows, domains).unwrap()
    }

    fn text(&self, case: &Case, positions: &Positions, per_line: usize) -> String {
        let mut text = header(case, positions);
        for weights in &self.weights {
            text.push('w');
            for party in 0..case.parties.len() {
                let here = weights.parties.iter().find(|(p, _)| p.index() == party);
                write!(text, " {}", here.map_or(0, |(_, l)| *l)).unwrap();
            }
            for (link, row, weight) in &weights.rows {
                write!(text, " {}.{row}:{weight}", case.lines.len() + link).unwrap();
            }
            text.push('\n');
        }
        text.push_str("tree\n");
        for line in self.tokens.chunks(per_line) {
            text.push_str(&line.join(" "));
            text.push('\n');
        }
        text + "end\n"
    }
}
