//! What-ifs that become the case: changes as amendments of its file.

use super::changes::{Changes, OverlayChange};
use crate::amendment::{CaseChange, CasePath, entry_at};
use crate::case::{Case, DemandId, Point};
use crate::document::{Entry, Node};
use crate::number::{Exact, to_words};
use crate::options::{OptionId, OptionSet, PartyId, PointId};

impl Changes {
    /// The amendments that make of a case file one whose declared positions are those of these changes:
    /// ladders begin at the steps taken, with costs counted from there; what is dropped is retired; what
    /// is fixed or excluded is asked by conditions that nobody can give up; values and scores are the
    /// changed ones; levers that were pulled are gone. `file` is the file that `case` was read from.
    ///
    /// # Panics
    /// As [`Changes::applied`].
    pub fn adopted(&self, case: &Case, file: &Node) -> Vec<CaseChange> {
        let applied = self.applied(case);
        let mut adopted = Adopted {
            case,
            file,
            changes: Vec::new(),
        };
        for change in self.list() {
            match change {
                OverlayChange::Step { line, step } => adopted.step(*line, *step),
                OverlayChange::Drop(demand) => adopted.dropped(*demand),
                OverlayChange::Pull(lever) => adopted.retire(&["levers", &case.levers[*lever].id]),
                OverlayChange::NoDeal { .. }
                | OverlayChange::Impasse { .. }
                | OverlayChange::Score { .. }
                | OverlayChange::Fix { .. }
                | OverlayChange::Exclude { .. } => {}
            }
        }
        for (party, values) in applied.values.iter().enumerate() {
            let values = values.open();
            adopted.values(PartyId::at(party), values.no_deal, values.impasse);
        }
        adopted.scores(self.list());
        for (point, options) in &applied.positions.only {
            adopted.law(*point, options);
        }
        adopted.changes
    }
}

struct Adopted<'a> {
    case: &'a Case,
    file: &'a Node,
    changes: Vec<CaseChange>,
}

impl Adopted<'_> {
    fn path(names: &[&str]) -> CasePath {
        CasePath::named(names).expect("places of entries are short")
    }

    fn at(&self, names: &[&str]) -> Option<&Node> {
        entry_at(self.file, Self::path(names).names())
    }

    fn set(&mut self, names: &[&str], to: Option<Node>) {
        let at = Self::path(names);
        self.changes.push(CaseChange::Set { at, to });
    }

    fn retire(&mut self, names: &[&str]) {
        let at = Self::path(names);
        self.changes.push(CaseChange::Retire { at });
    }

    /// The ladder from a step on.
    fn step(&mut self, line: usize, step: usize) {
        let line = &self.case.lines[line];
        let ladder = line.ladder.open();
        let place = ["lines", line.id.as_str(), "ladder"];
        let Some(written) = self.at(&place).filter(|_| step > 0) else {
            return;
        };
        let from = ladder[step].cost;
        let rest = written.members().iter().zip(ladder).skip(step);
        let rest = rest.map(|(written, taken)| {
            let mut entries = written.entries().to_vec();
            // Costs do not fall along a ladder.
            let cost = Node::of_number(&(taken.cost - from).to_string());
            Entry::put(&mut entries, "cost", Some(cost));
            Node::of_map(entries)
        });
        let rest = Node::of_list(rest.collect());
        self.set(&place, Some(rest));
    }

    fn dropped(&mut self, demand: DemandId) {
        let name = self.case.demand_name(demand).to_owned();
        match demand {
            DemandId::Line(_) => self.retire(&["lines", &name]),
            DemandId::Link(_) => self.retire(&["links", &name]),
            DemandId::Vote(body, _) => {
                let body = &self.case.bodies[body];
                // A body without a rule is none.
                let retired = |change: &CaseChange| match change {
                    CaseChange::Retire { at } => {
                        matches!(at.names(), [list, of, ..] if list == "ratification" && *of == body.id)
                    }
                    _ => false,
                };
                let gone = self.changes.iter().filter(|change| retired(change)).count();
                if gone + 1 < body.rules.len() {
                    return self.retire(&["ratification", &body.id, "rules", &name]);
                }
                self.changes.retain(|change| !retired(change));
                self.retire(&["ratification", &body.id]);
            }
        }
    }

    /// What a party has without agreement, where it changed.
    fn values(&mut self, party: PartyId, no_deal: Option<Exact>, impasse: Option<Exact>) {
        let of = &self.case.parties[party.index()];
        let sheet = of.sheet.open();
        let unscaled = |value: i64| self.case.unscaled(party, value);
        let (was, impasse_was) = (sheet.no_deal.map(unscaled), sheet.impasse.map(unscaled));
        if no_deal != was {
            let place = ["parties", of.id.as_str(), "no_deal"];
            let entries = self.at(&place).map(|old| old.entries().to_vec());
            let to = no_deal.map(|value| match entries {
                // A value that is set anew is no longer uncertain.
                Some(mut entries) if !entries.is_empty() => {
                    Entry::put(&mut entries, "low", None);
                    Entry::put(&mut entries, "high", None);
                    Entry::put(&mut entries, "score", Some(number(&value)));
                    Node::of_map(entries)
                }
                _ => number(&value),
            });
            let is_gone = to.is_none();
            self.set(&place, to);
            if is_gone {
                self.retire_levers_on(party);
            }
        }
        if impasse != impasse_was {
            let to = impasse.map(|value| number(&value));
            self.set(&["parties", &of.id, "impasse"], to);
        }
    }

    /// Levers on a value that is taken away have nothing to move.
    fn retire_levers_on(&mut self, party: PartyId) {
        for lever in self.case.levers.iter().filter(|l| l.target == party) {
            let place = Self::path(&["levers", &lever.id]);
            let gone =
                |change: &CaseChange| matches!(change, CaseChange::Retire { at } if *at == place);
            if !self.changes.iter().any(gone) {
                self.retire(&["levers", &lever.id]);
            }
        }
    }

    /// The scores of each point on which one changed, as values without a weight.
    fn scores(&mut self, list: &[OverlayChange]) {
        let mut rows: Vec<(PartyId, PointId)> = list
            .iter()
            .filter_map(|change| match change {
                OverlayChange::Score { party, point, .. } => Some((*party, *point)),
                _ => None,
            })
            .collect();
        rows.sort_unstable();
        rows.dedup();
        for (party, point) in rows {
            let options = self.case.points[point.index()].options.len();
            let values = (0..options).map(|option| {
                let option = OptionId::at(option);
                let set = list.iter().rev().find_map(|change| match change {
                    OverlayChange::Score {
                        party: p,
                        point: at,
                        option: o,
                        value,
                    } if *p == party && *at == point && *o == option => Some(*value.open()),
                    _ => None,
                });
                number(&set.unwrap_or_else(|| self.stated(party, point, option)))
            });
            let values = Node::of_list(values.collect());
            let entry = Node::of_map(vec![Entry::plain("values", values)]);
            let party = self.case.parties[party.index()].id.clone();
            let point = self.case.points[point.index()].id.clone();
            self.set(&["preferences", &party, &point], Some(entry));
        }
    }

    fn stated(&self, party: PartyId, point: PointId, option: OptionId) -> Exact {
        let sheet = self.case.parties[party.index()].sheet.open();
        let scores = sheet.scores.as_ref();
        let score = scores.map_or(0, |s| s.by_option[point.index()][option.index()]);
        self.case.unscaled(party, score)
    }

    /// A condition that nobody can give up: the point is settled on one of these.
    fn law(&mut self, point: PointId, options: &OptionSet) {
        let point = &self.case.points[point.index()];
        let names = options.iter().map(|o| point.options[o.index()].id.clone());
        let names = Node::of_list(names.map(Node::of_text).collect());
        let condition = Node::of_map(vec![Entry::plain(&point.id, names)]);
        let entry = Node::of_map(vec![
            Entry::plain("id", Node::of_text(self.law_name(point))),
            Entry::plain("kind", Node::of_text("law")),
            Entry::plain("require", condition),
        ]);
        self.changes.push(CaseChange::Add {
            list: Self::path(&["links"]),
            entry,
            after: None,
        });
    }

    /// A name that no demand has.
    fn law_name(&self, point: &Point) -> String {
        let taken = |name: &str| self.case.demand_named(name).is_some();
        let first = format!("{}-settled", point.id);
        let mut numbered = (2..).map(|n: usize| format!("{first}-{n}"));
        if taken(&first) {
            numbered.find(|name| !taken(name)).unwrap_or(first)
        } else {
            first
        }
    }
}

fn number(value: &Exact) -> Node {
    Node::of_number(&to_words(value))
}
