//! The rows of a link, each with its derivation from the formula.
//!
//! `docs/formats/certificate.md` says which rows a link has and how they are numbered. Here each
//! row comes with cutting-planes steps in reverse Polish notation: a row of a gate is derived as
//! `need * not gate + row >= need`, one of its negation as `need * gate + row >= need`.

use std::collections::BTreeMap;
use std::ops::Range;

use winset_model::case::{Case, LinkRule};
use winset_model::options::{OptionId, OptionSet, PointId};

use super::circuit::{Ask, Circuit, CircuitRule, Gate, Lit};
use super::constraint::{Constraint, Var};
use super::opb::{Bound, Formula, every_option};

/// Largest coefficient and largest need of a row made by an "or".
const OR_TERM_MAX: u64 = 1 << 20;
/// Most rows of an "or" of two lists.
const OR_ROWS_MAX: usize = 64;

/// A linear consequence of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofRow {
    /// Coefficients; 0 where absent.
    pub coefficients: BTreeMap<(PointId, OptionId), u64>,
    /// The least sum.
    pub need: u64,
    /// Steps that derive it.
    pub steps: String,
}

impl ProofRow {
    /// The row as a constraint.
    pub fn constraint(&self) -> Constraint {
        let all = self.coefficients.iter();
        all.fold(
            Constraint::needing(i128::from(self.need)),
            |sum, ((point, option), c)| sum.and(i128::from(*c), Var::Option(*point, *option), true),
        )
    }
}

/// Rows of a gate and of its negation.
#[derive(Debug, Clone)]
struct Both {
    yes: Vec<ProofRow>,
    no: Vec<ProofRow>,
}

/// The rows of a standing link, in the order in which certificates number them.
pub fn of_link(
    case: &Case,
    circuit: &Circuit,
    formula: &Formula,
    place: usize,
    link: &LinkRule,
) -> Vec<ProofRow> {
    let rule = &circuit.rules[place];
    let number = formula.rules[place];
    let Ask::AtLeast(need, members) = &rule.ask else {
        return Vec::new();
    };
    let known = of_gates(case, circuit, formula, rule.gates.clone());
    let lists = members.iter().map(|(_, lit)| of_lit(&known, rule, *lit));
    let lists: Vec<Vec<ProofRow>> = lists.collect();
    match link {
        LinkRule::IfThen { .. } => or(&lists, number),
        LinkRule::Require(_) => implied(lists, &[number]),
        LinkRule::Exclude(_) => count(*need, &lists, number),
    }
}

fn of_lit(known: &[Both], rule: &CircuitRule, lit: Lit) -> Vec<ProofRow> {
    let both = &known[lit.gate - rule.gates.start];
    if lit.holds {
        both.yes.clone()
    } else {
        both.no.clone()
    }
}

fn of_gates(case: &Case, circuit: &Circuit, formula: &Formula, gates: Range<usize>) -> Vec<Both> {
    let mut known: Vec<Both> = Vec::with_capacity(gates.len());
    for place in gates.clone() {
        let of = |lits: &[Lit], hold: bool| -> Vec<Vec<ProofRow>> {
            let rows = |lit: &Lit| {
                let both = &known[lit.gate - gates.start];
                let list = if lit.holds == hold {
                    &both.yes
                } else {
                    &both.no
                };
                list.clone()
            };
            lits.iter().map(rows).collect()
        };
        let Bound { forward, back } = &formula.gates[place];
        let both = match &circuit.gates[place] {
            Gate::Settled(point, options) => {
                let every = every_option(case, *point);
                Both {
                    yes: vec![one_of(*point, &every.and(options), forward[0])],
                    no: vec![one_of(*point, &every.without(options), back[0])],
                }
            }
            Gate::All(members) => Both {
                yes: implied(of(members, true), forward),
                no: or(&of(members, false), back[0]),
            },
            Gate::Any(members) => Both {
                yes: or(&of(members, true), forward[0]),
                no: implied(of(members, false), back),
            },
            Gate::AtLeast(need, members) => {
                let spare = (members.len() + 1).saturating_sub(*need);
                Both {
                    yes: count(*need as u64, &of(members, true), forward[0]),
                    no: count(spare as u64, &of(members, false), back[0]),
                }
            }
        };
        known.push(both);
    }
    known
}

fn one_of(point: PointId, options: &OptionSet, constraint: usize) -> ProofRow {
    ProofRow {
        coefficients: options.iter().map(|option| ((point, option), 1)).collect(),
        need: 1,
        steps: constraint.to_string(),
    }
}

/// The rows of all lists, one after the other; constraint `i` says that the members of list `i`
/// follow.
fn implied(lists: Vec<Vec<ProofRow>>, constraints: &[usize]) -> Vec<ProofRow> {
    let mut rows = Vec::new();
    for (list, constraint) in lists.into_iter().zip(constraints) {
        rows.extend(list.into_iter().map(|row| ProofRow {
            steps: format!(
                "{} {} +",
                row.steps,
                times(&constraint.to_string(), row.need)
            ),
            ..row
        }));
    }
    rows
}

/// The rows of "one of these holds", which the constraint says; none where that would take too
/// many or too large ones.
fn or(lists: &[Vec<ProofRow>], constraint: usize) -> Vec<ProofRow> {
    let Some((first, others)) = lists.split_first() else {
        return vec![ProofRow {
            coefficients: BTreeMap::new(),
            need: 1,
            steps: constraint.to_string(),
        }];
    };
    let mut rows = first.clone();
    for other in others {
        rows = or_of_two(&rows, other).unwrap_or_default();
    }
    // So far a row of `k` lists says: need * (sum of negations) + row >= k * need. The constraint
    // takes the negations away.
    for row in &mut rows {
        row.steps = format!(
            "{} {} +",
            row.steps,
            times(&constraint.to_string(), row.need)
        );
    }
    rows
}

fn or_of_two(left: &[ProofRow], right: &[ProofRow]) -> Option<Vec<ProofRow>> {
    if left.len().checked_mul(right.len())? > OR_ROWS_MAX {
        return None;
    }
    let pairs = left.iter().flat_map(|a| right.iter().map(move |b| (a, b)));
    pairs.map(|(a, b)| either(a, b)).collect()
}

fn either(a: &ProofRow, b: &ProofRow) -> Option<ProofRow> {
    let mut coefficients = BTreeMap::new();
    for (row, factor) in [(a, b.need), (b, a.need)] {
        for (place, coefficient) in &row.coefficients {
            let sum: &mut u64 = coefficients.entry(*place).or_insert(0);
            *sum = sum.checked_add(coefficient.checked_mul(factor)?)?;
            if *sum > OR_TERM_MAX {
                return None;
            }
        }
    }
    let need = a.need.checked_mul(b.need)?;
    (need <= OR_TERM_MAX).then(|| ProofRow {
        coefficients,
        need,
        steps: format!("{} {} +", times(&a.steps, b.need), times(&b.steps, a.need)),
    })
}

/// The row of "at least `need` of these hold", which the constraint says.
fn count(need: u64, lists: &[Vec<ProofRow>], constraint: usize) -> Vec<ProofRow> {
    if need == 0 {
        return Vec::new();
    }
    let mut coefficients = BTreeMap::new();
    let mut steps = constraint.to_string();
    for list in lists {
        let [row] = list.as_slice() else {
            return Vec::new();
        };
        if row.need != 1 {
            return Vec::new();
        }
        for (place, coefficient) in &row.coefficients {
            *coefficients.entry(*place).or_insert(0) += coefficient;
        }
        steps = format!("{steps} {} +", row.steps);
    }
    vec![ProofRow {
        coefficients,
        need,
        steps,
    }]
}

fn times(steps: &str, factor: u64) -> String {
    if factor == 1 {
        steps.to_owned()
    } else {
        format!("{steps} {factor} *")
    }
}
