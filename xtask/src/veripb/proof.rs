//! The tree of a certificate as a proof in VeriPB's form (version 3.0).
//!
//! For a node with the path `P` of options chosen on the way to it:
//! - an option `o` that a rule excludes becomes the clause "not `P`, or not `o`", found by reverse
//!   unit propagation: the gates of the formula propagate what the rule's truth over domains says;
//! - weights become one sum (`pol`) of weighted floors and rows, of each point's two constraints
//!   times its best value, and of what bounds the undecided bonuses. In this sum no option still
//!   open counts more than 0, so it propagates exactly the options that the weights take out, or a
//!   contradiction, wherever the options that are no longer open are known to be out;
//! - the end of a node is the clause "not `P`"; what was derived inside the node is deleted.

use std::fmt::Write as _;

use winset_model::case::{Case, DemandId};
use winset_model::options::{OptionId, OptionSet, PointId};
use winset_model::positions::Positions;

use super::certificate::{Certificate, CertificateToken, Weights};
use super::circuit::Circuit;
use super::constraint::{Constraint, Var};
use super::export_error::ExportError;
use super::opb::{Formula, every_option};
use super::rows;
use super::sum::{Derived, Sum};

/// A question, taken apart and as a formula.
#[derive(Debug)]
pub struct Ground<'a> {
    /// The case.
    pub case: &'a Case,
    /// The positions.
    pub positions: &'a Positions,
    /// The rules that stand.
    pub circuit: Circuit,
    /// The formula.
    pub formula: Formula,
}

/// A branch whose children are not all done.
struct Branch {
    domains: Vec<OptionSet>,
    point: PointId,
    rest: OptionSet,
    /// The number of the first constraint that was derived in the node.
    first: usize,
}

/// A proof being written.
struct Writer<'a> {
    ground: &'a Ground<'a>,
    weights: &'a [Weights],
    rows: Derived,
    text: String,
    /// The number of the next constraint.
    next: usize,
    /// The options chosen on the way to the node.
    path: Vec<(PointId, OptionId)>,
}

/// The text of the proof that a certificate gives.
pub fn text(ground: &Ground<'_>, certificate: &Certificate) -> Result<String, ExportError> {
    let constraints = ground.formula.constraints.len();
    let mut writer = Writer {
        ground,
        weights: &certificate.weights,
        rows: Derived::new(),
        text: format!("pseudo-Boolean proof version 3.0\nf {constraints} ;\n"),
        next: constraints + 1,
        path: Vec::new(),
    };
    writer.derive_rows()?;
    writer.walk(&certificate.tokens)?;
    let last = writer.next - 1;
    let _ = write!(
        writer.text,
        "output NONE ;\nconclusion UNSAT : {last} ;\nend pseudo-Boolean proof ;\n"
    );
    Ok(writer.text)
}

impl Writer<'_> {
    fn step(&mut self, step: &str) {
        self.text.push_str(step);
        self.text.push_str(" ;\n");
        self.next += 1;
    }

    /// Derives every row that some weights use, and has it compared with what it should be.
    fn derive_rows(&mut self) -> Result<(), ExportError> {
        let ground = self.ground;
        let used = self.weights.iter().flat_map(|w| &w.rows);
        let mut used: Vec<(usize, usize)> = used.map(|(rule, row, _)| (*rule, *row)).collect();
        used.sort_unstable();
        used.dedup();
        let demands = ground.case.demands();
        for (rule, row) in used {
            let Some(DemandId::Link(link)) = demands.get(rule) else {
                return Err(ExportError::Certificate);
            };
            let standing = ground.circuit.rules.iter();
            let place = standing.clone().position(|r| r.demand == demands[rule]);
            let place = place.ok_or(ExportError::Certificate)?;
            let asked = ground.case.links[*link].rule.open();
            let all = rows::of_link(ground.case, &ground.circuit, &ground.formula, place, asked);
            let found = all.get(row).ok_or(ExportError::Certificate)?.clone();
            let _ = writeln!(
                self.text,
                "% row {row} of {}",
                ground.case.demand_name(demands[rule])
            );
            self.rows.insert((rule, row), (self.next, found.clone()));
            let number = self.next;
            self.step(&format!("pol {}", found.steps));
            let _ = writeln!(self.text, "e {} : {number} ;", found.constraint());
        }
        Ok(())
    }

    fn walk(&mut self, tokens: &[CertificateToken]) -> Result<(), ExportError> {
        let mut branches: Vec<Branch> = Vec::new();
        let mut domains: Vec<OptionSet> = (0..self.ground.case.points.len())
            .map(|p| every_option(self.ground.case, PointId::at(p)))
            .collect();
        for (point, options) in &self.ground.positions.only {
            domains[point.index()] = domains[point.index()].and(options);
        }
        let mut first = self.next;
        self.propagate(&mut domains);
        let mut tokens = tokens.iter();
        loop {
            match tokens.next().ok_or(ExportError::Certificate)? {
                CertificateToken::Weigh(entry) => {
                    let weights = self.weights.get(*entry).ok_or(ExportError::Certificate)?;
                    self.weigh(weights, &mut domains)?;
                    continue;
                }
                CertificateToken::Branch(point) => {
                    let rest = domains.get(*point).ok_or(ExportError::Certificate)?.clone();
                    branches.push(Branch {
                        domains: std::mem::take(&mut domains),
                        point: PointId::at(*point),
                        rest,
                        first,
                    });
                }
                CertificateToken::Leaf => self.close(first),
            }
            let Some(child) = self.next_child(&mut branches) else {
                return Ok(());
            };
            domains = child;
            first = self.next;
            self.propagate(&mut domains);
        }
    }

    /// The domains of the next child of the deepest branch that has one left; branches that have
    /// none are closed.
    fn next_child(&mut self, branches: &mut Vec<Branch>) -> Option<Vec<OptionSet>> {
        while let Some(branch) = branches.last_mut() {
            self.path.retain(|(point, _)| *point != branch.point);
            if let Some(option) = branch.rest.least() {
                branch.rest.remove(option);
                self.path.push((branch.point, option));
                let mut domains = branch.domains.clone();
                domains[branch.point.index()] = OptionSet::only(option);
                return Some(domains);
            }
            let first = branch.first;
            branches.pop();
            self.close(first);
        }
        None
    }

    /// The clause that the path cannot be gone with the option, or cannot be gone at all.
    fn refuse(&mut self, option: Option<(PointId, OptionId)>) {
        let refused = self.path.iter().chain(&option);
        let clause = refused.fold(Constraint::needing(1), |sum, (p, o)| {
            sum.and(1, Var::Option(*p, *o), false)
        });
        self.step(&format!("rup {clause}"));
    }

    /// Ends a node whose first derived constraint would have had this number.
    fn close(&mut self, first: usize) {
        let clause = self.next;
        self.refuse(None);
        if first < clause {
            let _ = writeln!(self.text, "del range {first} {clause} ;");
        }
    }

    /// Takes out what the rules exclude, until nothing changes or a domain is empty.
    fn propagate(&mut self, domains: &mut [OptionSet]) {
        let ground = self.ground;
        let mut changed = true;
        while changed && !domains.iter().any(OptionSet::is_empty) {
            changed = false;
            for rule in &ground.circuit.rules {
                for point in &rule.points {
                    let before = domains[point.index()].clone();
                    for option in &before {
                        let now = domains[point.index()].clone();
                        domains[point.index()] = OptionSet::only(option);
                        let excluded = ground.circuit.is_false(rule, domains);
                        domains[point.index()] = now;
                        if excluded {
                            domains[point.index()].remove(option);
                            self.refuse(Some((*point, option)));
                            changed = true;
                        }
                    }
                    if domains[point.index()].is_empty() {
                        return;
                    }
                }
            }
        }
    }

    /// Applies weights; what they take out is propagated.
    fn weigh(&mut self, weights: &Weights, domains: &mut [OptionSet]) -> Result<(), ExportError> {
        let Some(sum) = Sum::of(self.ground, &self.rows, weights, domains) else {
            return Err(ExportError::TooLarge);
        };
        let Some((steps, closed, short)) = sum.against(&self.ground.formula, domains) else {
            return Err(ExportError::TooLarge);
        };
        let nothing_out = short.iter().all(OptionSet::is_empty);
        if nothing_out && !closed {
            return Ok(());
        }
        self.step(&format!("pol {steps}"));
        if closed {
            return Ok(());
        }
        for (domain, out) in domains.iter_mut().zip(&short) {
            *domain = domain.without(out);
        }
        self.propagate(domains);
        Ok(())
    }
}
