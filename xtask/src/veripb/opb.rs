//! The question as a pseudo-Boolean formula in the OPB form: every demand, floor and restriction a
//! constraint over 0/1 variables. Its solutions are the acceptable packages.
//!
//! Gates and bonuses are bound to the options both ways, so a package determines every variable.

use std::fmt::Write as _;

use winset_model::case::{Bonus, Case, DemandId};
use winset_model::options::{OptionId, OptionSet, PointId};
use winset_model::positions::Positions;

use super::circuit::{Ask, Circuit, CircuitRule, Gate};
use super::constraint::{Constraint, Var};

/// The constraints that bind a gate: those that follow from it, and those from which it follows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bound {
    /// Numbers of what holds if it holds. `All`: one for each member; a bonus: one for each point.
    pub forward: Vec<usize>,
    /// Numbers of what makes it hold. `Any`: one for each member.
    pub back: Vec<usize>,
}

/// The formula, and where each part of the question went. Constraints are numbered from 1.
#[derive(Debug, Clone, Default)]
pub struct Formula {
    /// The constraints, each with a remark.
    pub constraints: Vec<(String, Constraint)>,
    /// For each point: it has an option.
    pub some_option: Vec<usize>,
    /// For each point: it has no two options.
    pub one_option: Vec<usize>,
    /// For each gate.
    pub gates: Vec<Bound>,
    /// For each standing rule.
    pub rules: Vec<usize>,
    /// For each party, for each of its bonuses; empty where it has no floor.
    pub bonuses: Vec<Vec<Bound>>,
    /// For each party that has a floor.
    pub floors: Vec<Option<usize>>,
}

impl Formula {
    /// The formula of a question.
    pub fn new(case: &Case, positions: &Positions, circuit: &Circuit) -> Self {
        let mut formula = Self::default();
        formula.add_points(case);
        for (point, options) in &positions.only {
            for option in &every_option(case, *point).without(options) {
                let excluded = Constraint::needing(1).and(1, Var::Option(*point, option), false);
                formula.add(format!("restriction of point {}", point.0), excluded);
            }
        }
        for rule in &circuit.rules {
            for gate in rule.gates.clone() {
                formula.add_gate(case, &circuit.gates[gate], gate);
            }
            formula.add_rule(case, rule);
        }
        for (party, floor) in positions.floors.iter().enumerate() {
            formula.add_party(case, party, *floor);
        }
        formula
    }

    /// The text of the formula.
    pub fn text(&self, case: &Case) -> String {
        let mut vars: Vec<Var> = self
            .constraints
            .iter()
            .flat_map(|(_, c)| &c.terms)
            .map(|t| t.var)
            .collect();
        vars.sort_unstable();
        vars.dedup();
        let mut text = format!(
            "* #variable= {} #constraint= {}\n* case {}\n",
            vars.len(),
            self.constraints.len(),
            case.hash
        );
        let mut remark_before = "";
        for (remark, constraint) in &self.constraints {
            if remark != remark_before {
                let _ = writeln!(text, "* {remark}");
                remark_before = remark;
            }
            let _ = writeln!(text, "{constraint} ;");
        }
        text
    }

    fn add(&mut self, remark: String, constraint: Constraint) -> usize {
        self.constraints.push((remark, constraint));
        self.constraints.len()
    }

    fn add_points(&mut self, case: &Case) {
        for (place, settled) in case.points.iter().enumerate() {
            let point = PointId::at(place);
            let every = every_option(case, point);
            let remark = format!("point {place}, {}: exactly one option", settled.id);
            let some = Constraint::needing(1).and_options(point, &every);
            self.some_option.push(self.constraints.len() + 1);
            self.add(remark.clone(), some);
            let others = i128::try_from(every.len()).unwrap_or(0) - 1;
            let one = every.iter().fold(Constraint::needing(others), |sum, o| {
                sum.and(1, Var::Option(point, o), false)
            });
            let number = self.add(remark, one);
            self.one_option.push(number);
        }
    }

    fn add_gate(&mut self, case: &Case, gate: &Gate, place: usize) {
        let (remark, forward, back) = gate_constraints(case, gate, Var::Gate(place));
        let remark = format!("gate {place}: {remark}");
        let mut add = |all: Vec<Constraint>| -> Vec<usize> {
            all.into_iter()
                .map(|c| self.add(remark.clone(), c))
                .collect()
        };
        let bound = Bound {
            forward: add(forward),
            back: add(back),
        };
        self.gates.push(bound);
    }

    fn add_rule(&mut self, case: &Case, rule: &CircuitRule) {
        let constraint = match &rule.ask {
            Ask::Settled(point, options) => {
                let options = every_option(case, *point).and(options);
                Constraint::needing(1).and_options(*point, &options)
            }
            Ask::AtLeast(need, members) => members.iter().fold(
                Constraint::needing(i128::from(*need)),
                |sum, (weight, lit)| sum.and_lit(i128::from(*weight), *lit),
            ),
        };
        let kind = match rule.demand {
            DemandId::Line(_) => "line",
            DemandId::Link(_) => "link",
            DemandId::Vote(..) => "vote rule",
        };
        let remark = format!("{kind} {}", case.demand_name(rule.demand));
        let number = self.add(remark, constraint);
        self.rules.push(number);
    }

    fn add_party(&mut self, case: &Case, party: usize, floor: Option<i64>) {
        let Some(floor) = floor else {
            self.floors.push(None);
            self.bonuses.push(Vec::new());
            return;
        };
        let mut sum = Constraint::needing(i128::from(floor));
        let mut bounds = Vec::new();
        if let Some(scores) = &case.parties[party].sheet.open().scores {
            for (point, scores) in scores.by_option.iter().enumerate() {
                for (option, score) in scores.iter().enumerate() {
                    let var = Var::Option(PointId::at(point), OptionId::at(option));
                    sum = sum.and(i128::from(*score), var, true);
                }
            }
            for (place, bonus) in scores.bonuses.iter().enumerate() {
                let var = Var::Bonus(party, place);
                bounds.push(self.add_bonus(case, bonus, var));
                sum = sum.and(i128::from(bonus.score), var, true);
            }
        }
        let remark = format!("floor of party {party}, {}", case.parties[party].id);
        let number = self.add(remark, sum);
        self.floors.push(Some(number));
        self.bonuses.push(bounds);
    }

    /// Binds a bonus to the options: it counts exactly when every point is on a listed option.
    fn add_bonus(&mut self, case: &Case, bonus: &Bonus, var: Var) -> Bound {
        let remark = format!("bonus {var}");
        let mut bound = Bound::default();
        let mut back = Constraint::needing(1).and(1, var, true);
        for (point, options) in &bonus.when {
            let every = every_option(case, *point);
            let counts = Constraint::needing(1)
                .and(1, var, false)
                .and_options(*point, &every.and(options));
            bound.forward.push(self.add(remark.clone(), counts));
            back = back.and_options(*point, &every.without(options));
        }
        bound.back.push(self.add(remark, back));
        bound
    }
}

/// What a gate is, what follows from it, and what makes it hold.
fn gate_constraints(
    case: &Case,
    gate: &Gate,
    var: Var,
) -> (String, Vec<Constraint>, Vec<Constraint>) {
    let if_holds = |need: usize| {
        let need = i128::try_from(need).unwrap_or(i128::MAX);
        Constraint::needing(need).and(need, var, false)
    };
    let unless_holds = |need: usize| {
        let need = i128::try_from(need).unwrap_or(i128::MAX);
        Constraint::needing(need).and(need, var, true)
    };
    match gate {
        Gate::Settled(point, options) => {
            let every = every_option(case, *point);
            let yes = if_holds(1).and_options(*point, &every.and(options));
            let no = unless_holds(1).and_options(*point, &every.without(options));
            let remark = format!("point {} is settled on one of the options", point.0);
            (remark, vec![yes], vec![no])
        }
        Gate::All(members) => {
            let each = members.iter().map(|m| if_holds(1).and_lits(&[*m]));
            let back = unless_holds(1).and_negated(members);
            ("all members hold".into(), each.collect(), vec![back])
        }
        Gate::Any(members) => {
            let some = if_holds(1).and_lits(members);
            let each = members.iter().map(|m| unless_holds(1).and_negated(&[*m]));
            ("a member holds".into(), vec![some], each.collect())
        }
        Gate::AtLeast(need, members) => {
            let yes = if_holds(*need).and_lits(members);
            let spare = (members.len() + 1).saturating_sub(*need);
            let no = unless_holds(spare).and_negated(members);
            (format!("at least {need} members hold"), vec![yes], vec![no])
        }
    }
}

/// All options of a point.
pub(super) fn every_option(case: &Case, point: PointId) -> OptionSet {
    OptionSet::first(case.points[point.index()].options.len())
}
