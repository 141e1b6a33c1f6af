//! The rules that stand in a question, taken apart into gates: one gate for each term of a
//! condition and for each bloc of a body. Read from the case alone, not from the solver's form.

use std::ops::Range;

use winset_model::case::{Case, DemandId, LinkRule};
use winset_model::condition::{Condition, Term};
use winset_model::options::{OptionSet, PointId};
use winset_model::positions::Positions;

/// A gate, or that it does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lit {
    /// The place of the gate.
    pub gate: usize,
    /// Whether the gate or its negation is meant.
    pub holds: bool,
}

impl Lit {
    /// The opposite.
    #[must_use]
    pub fn negated(self) -> Self {
        Self {
            gate: self.gate,
            holds: !self.holds,
        }
    }
}

/// What a variable of the formula stands for besides options and bonuses. The members of a gate
/// come before it, and each gate is the member of at most one other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gate {
    /// The point is settled on one of the options.
    Settled(PointId, OptionSet),
    /// Every member holds.
    All(Vec<Lit>),
    /// A member holds.
    Any(Vec<Lit>),
    /// At least so many members hold.
    AtLeast(usize, Vec<Lit>),
}

/// What a rule asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// The point is settled on one of the options.
    Settled(PointId, OptionSet),
    /// The weights of the members that hold add up to the need.
    AtLeast(u64, Vec<(u64, Lit)>),
}

/// A rule that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CircuitRule {
    /// Which demand it is.
    pub demand: DemandId,
    /// Its gates.
    pub gates: Range<usize>,
    /// The points that it mentions, each once.
    pub points: Vec<PointId>,
    /// What it asks for.
    pub ask: Ask,
}

/// All rules that stand, and their gates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Circuit {
    /// Gates, those of each rule together.
    pub gates: Vec<Gate>,
    /// Rules, in the case's order.
    pub rules: Vec<CircuitRule>,
}

impl Circuit {
    /// The rules that stand in a question.
    pub fn new(case: &Case, positions: &Positions) -> Self {
        let mut circuit = Self::default();
        for demand in case.demands() {
            if positions.dropped.contains(&demand) {
                continue;
            }
            let first = circuit.gates.len();
            let ask = circuit.ask(case, positions, demand);
            let gates = first..circuit.gates.len();
            let points = circuit.points(gates.clone(), &ask);
            circuit.rules.push(CircuitRule {
                demand,
                gates,
                points,
                ask,
            });
        }
        circuit
    }

    fn ask(&mut self, case: &Case, positions: &Positions, demand: DemandId) -> Ask {
        match demand {
            DemandId::Line(line) => {
                let drawn = &case.lines[line];
                let step = &drawn.ladder.open()[positions.steps[line]];
                Ask::Settled(drawn.point, step.accept.clone())
            }
            DemandId::Link(link) => self.link(case.links[link].rule.open()),
            DemandId::Vote(body, rule) => {
                let body = &case.bodies[body];
                let rule = &body.rules[rule];
                let unless = self.condition(&rule.when).negated();
                let mut members = vec![(rule.need, unless)];
                for bloc in &body.blocs {
                    let settled = bloc.accepts.iter();
                    let entries = settled
                        .map(|(point, options)| self.push(Gate::Settled(*point, options.clone())))
                        .collect();
                    members.push((bloc.seats, self.push(Gate::All(entries))));
                }
                Ask::AtLeast(rule.need, members)
            }
        }
    }

    fn link(&mut self, rule: &LinkRule) -> Ask {
        match rule {
            LinkRule::IfThen { when, then } => {
                let unless = self.condition(when).negated();
                let then = self.condition(then);
                Ask::AtLeast(1, vec![(1, unless), (1, then)])
            }
            LinkRule::Require(condition) => Ask::AtLeast(1, vec![(1, self.condition(condition))]),
            LinkRule::Exclude(members) => {
                let members: Vec<(u64, Lit)> = members
                    .iter()
                    .map(|m| (1, self.condition(m).negated()))
                    .collect();
                Ask::AtLeast((members.len() as u64).saturating_sub(1), members)
            }
        }
    }

    /// Adds the gates of a condition; the literal is the whole condition.
    fn condition(&mut self, condition: &Condition) -> Lit {
        let mut values: Vec<Lit> = Vec::new();
        for term in condition.terms() {
            let value = match term {
                Term::Holds { point, options } => self.push(Gate::Settled(*point, options.clone())),
                Term::All { of } => {
                    let members = last(&mut values, *of);
                    self.push(Gate::All(members))
                }
                Term::Any { of } => {
                    let members = last(&mut values, *of);
                    self.push(Gate::Any(members))
                }
                Term::AtLeast { need, of } => {
                    let members = last(&mut values, *of);
                    self.push(Gate::AtLeast(*need, members))
                }
                Term::Not => {
                    let member = last(&mut values, 1);
                    match member.as_slice() {
                        [lit] => lit.negated(),
                        _ => self.push(Gate::Any(member)),
                    }
                }
            };
            values.push(value);
        }
        match values.as_slice() {
            [whole] => *whole,
            _ => self.push(Gate::All(values)),
        }
    }

    fn push(&mut self, gate: Gate) -> Lit {
        self.gates.push(gate);
        Lit {
            gate: self.gates.len() - 1,
            holds: true,
        }
    }

    fn points(&self, gates: Range<usize>, ask: &Ask) -> Vec<PointId> {
        let of_gate = |gate: &Gate| match gate {
            Gate::Settled(point, _) => Some(*point),
            Gate::All(_) | Gate::Any(_) | Gate::AtLeast(..) => None,
        };
        let mut points: Vec<PointId> = self.gates[gates].iter().filter_map(of_gate).collect();
        if let Ask::Settled(point, _) = ask {
            points.push(*point);
        }
        points.sort_unstable();
        points.dedup();
        points
    }

    /// Whether a rule is false of every package of the domains, as far as looking at each gate by
    /// itself can tell (Kleene's three-valued logic). No domain is empty.
    pub fn is_false(&self, rule: &CircuitRule, domains: &[OptionSet]) -> bool {
        let mut known: Vec<Option<bool>> = Vec::with_capacity(rule.gates.len());
        for gate in &self.gates[rule.gates.clone()] {
            let of = |lit: &Lit| known[lit.gate - rule.gates.start].map(|v| v == lit.holds);
            let value = match gate {
                Gate::Settled(point, options) => settled(&domains[point.index()], options),
                Gate::All(members) => at_least(members.len(), members.iter().map(of)),
                Gate::Any(members) => at_least(1, members.iter().map(of)),
                Gate::AtLeast(need, members) => at_least(*need, members.iter().map(of)),
            };
            known.push(value);
        }
        match &rule.ask {
            Ask::Settled(point, options) => {
                settled(&domains[point.index()], options) == Some(false)
            }
            Ask::AtLeast(need, members) => {
                let possible = members.iter().filter(|(_, lit)| {
                    known[lit.gate - rule.gates.start].is_none_or(|v| v == lit.holds)
                });
                let most: u128 = possible.map(|(weight, _)| u128::from(*weight)).sum();
                most < u128::from(*need)
            }
        }
    }
}

/// Takes the last `count` values off a stack.
fn last(values: &mut Vec<Lit>, count: usize) -> Vec<Lit> {
    values.split_off(values.len().saturating_sub(count))
}

fn settled(domain: &OptionSet, options: &OptionSet) -> Option<bool> {
    if domain.is_subset(options) {
        Some(true)
    } else if domain.is_disjoint(options) {
        Some(false)
    } else {
        None
    }
}

fn at_least(need: usize, members: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let (mut sure, mut open) = (0, 0);
    for member in members {
        match member {
            Some(true) => sure += 1,
            None => open += 1,
            Some(false) => {}
        }
    }
    if sure >= need {
        Some(true)
    } else if sure + open < need {
        Some(false)
    } else {
        None
    }
}
