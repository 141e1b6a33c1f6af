//! The solutions of the formula are the acceptable packages, each with one value of every gate and
//! bonus.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use winset_check::accept;
use winset_gen::rng::Rng;
use winset_gen::small::{positions, small};
use winset_model::case::Case;
use winset_model::options::{OptionId, Package, PartyId, PointId};
use winset_model::positions::Positions;

use super::super::circuit::{Circuit, Gate, Lit};
use super::super::constraint::{Constraint, Var};
use super::super::opb::Formula;
use super::{case, sample};

type Assignment = BTreeMap<Var, bool>;

fn fulfilled(constraint: &Constraint, assignment: &Assignment) -> bool {
    let counts = constraint
        .terms
        .iter()
        .filter(|t| assignment[&t.var] == t.value);
    counts.map(|t| t.weight).sum::<i128>() >= constraint.need
}

fn packages(case: &Case) -> Vec<Package> {
    let mut all = vec![Vec::new()];
    for point in &case.points {
        let options = 0..point.options.len();
        let longer = |p: &Vec<OptionId>| -> Vec<Vec<OptionId>> {
            let with = |o| [p.clone(), vec![OptionId::at(o)]].concat();
            options.clone().map(with).collect()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all.into_iter().map(Package).collect()
}

/// The values that the meaning of gates and bonuses gives them.
fn meant(case: &Case, positions: &Positions, circuit: &Circuit, package: &Package) -> Assignment {
    let mut values = Assignment::new();
    for (p, point) in case.points.iter().enumerate() {
        for o in 0..point.options.len() {
            let var = Var::Option(PointId::at(p), OptionId::at(o));
            values.insert(var, package.0[p].index() == o);
        }
    }
    for (place, gate) in circuit.gates.iter().enumerate() {
        let holds = |lit: &&Lit| values[&Var::Gate(lit.gate)] == lit.holds;
        let value = match gate {
            Gate::Settled(point, options) => options.contains(package.on(*point)),
            Gate::All(members) => members.iter().all(|m| holds(&m)),
            Gate::Any(members) => members.iter().any(|m| holds(&m)),
            Gate::AtLeast(need, members) => members.iter().filter(holds).count() >= *need,
        };
        values.insert(Var::Gate(place), value);
    }
    for (p, party) in case.parties.iter().enumerate() {
        let scores = party.sheet.open().scores.as_ref();
        for (b, bonus) in scores.iter().flat_map(|s| &s.bonuses).enumerate() {
            let counts = bonus
                .when
                .iter()
                .all(|(p, set)| set.contains(package.on(*p)));
            if positions.floors[p].is_some() {
                values.insert(Var::Bonus(p, b), counts);
            }
        }
    }
    values
}

/// Every package fulfils the formula exactly if it is acceptable, and no gate or bonus can have
/// another value. Gives the number of acceptable packages.
fn check(case: &Case, positions: &Positions) -> usize {
    let circuit = Circuit::new(case, positions);
    let formula = Formula::new(case, positions, &circuit);
    let mut acceptable = 0;
    for package in packages(case) {
        let mut values = meant(case, positions, &circuit, &package);
        let all = formula
            .constraints
            .iter()
            .all(|(_, c)| fulfilled(c, &values));
        let accepted = accept(case, positions, &package);
        assert_eq!(all, accepted.is_ok(), "{package:?}: {accepted:?}");
        acceptable += usize::from(all);
        let bonuses = formula.bonuses.iter().enumerate().flat_map(|(p, all)| {
            let of_party = all.iter().enumerate();
            of_party.map(move |(b, bound)| (Var::Bonus(p, b), bound))
        });
        let gates = formula.gates.iter().enumerate();
        let gates = gates.map(|(g, bound)| (Var::Gate(g), bound));
        for (var, bound) in gates.chain(bonuses) {
            let mut binding = bound.forward.iter().chain(&bound.back);
            let value = values[&var];
            values.insert(var, !value);
            let other = binding.all(|n| fulfilled(&formula.constraints[n - 1].1, &values));
            values.insert(var, value);
            assert!(!other, "{var} is free in {package:?}");
        }
    }
    acceptable
}

#[test]
fn the_solutions_of_the_sample_are_its_acceptable_packages() {
    let case = sample();
    let declared = Positions::declared(&case);
    let acceptable = check(&case, &declared);
    assert!(acceptable > 0);
    let dropped = case.demand_named("no-second").unwrap();
    let mut fewer = declared.clone().with_floor(PartyId(2), Some(0));
    assert_eq!(check(&case, &fewer), acceptable, "no preferences score 0");
    fewer.floors[2] = Some(1);
    assert_eq!(check(&case, &fewer), 0);
    let mut free = declared.without_floors();
    let before = check(&case, &free);
    free.dropped.insert(dropped);
    assert!(before > acceptable);
    assert!(check(&case, &free) > before);
}

#[test]
fn the_solutions_of_small_cases_are_their_acceptable_packages() {
    let mut with_overlap = 0;
    for seed in 0..120 {
        let case = case(&small(seed));
        let positions = positions(&case, &mut Rng::new(seed));
        with_overlap += usize::from(check(&case, &positions) > 0);
    }
    assert!((20..100).contains(&with_overlap), "{with_overlap}");
}

#[test]
fn a_tiny_formula_has_no_other_solutions() {
    let option = |o: &str| json!({"id": o, "label": o});
    let two = json!([option("a"), option("b")]);
    let case = case(&json!({
        "format": "winset-case/1", "id": "tiny", "title": "Tiny",
        "parties": [{"id": "ada", "name": "Ada", "no_deal": 2}],
        "points": [
            {"id": "m", "title": "M", "options": two},
            {"id": "n", "title": "N", "options": two},
            {"id": "o", "title": "O", "options": [option("a"), option("b"), option("c")]},
        ],
        "preferences": {"ada": {
            "m": {"scores": [1, 0]}, "o": {"scores": [0, 1, 2]},
            "bonuses": [{"when": {"n": ["a"], "o": ["b", "c"]}, "score": 1}],
        }},
        "links": [
            {"id": "l", "kind": "law", "if": {"m": ["a"]}, "then": {"any": [{"n": ["b"]}, {"o": ["c"]}]}},
        ],
    }));
    let positions = Positions::declared(&case);
    let circuit = Circuit::new(&case, &positions);
    let formula = Formula::new(&case, &positions, &circuit);
    let terms = formula.constraints.iter().flat_map(|(_, c)| &c.terms);
    let vars: BTreeSet<Var> = terms.map(|t| t.var).collect();
    let mut solutions = BTreeSet::new();
    for bits in 0..1_u32 << vars.len() {
        let values = |(place, var): (usize, &Var)| (*var, bits >> place & 1 == 1);
        let values: Assignment = vars.iter().enumerate().map(values).collect();
        if formula
            .constraints
            .iter()
            .all(|(_, c)| fulfilled(c, &values))
        {
            solutions.insert(values);
        }
    }
    let acceptable: BTreeSet<Assignment> = packages(&case)
        .iter()
        .filter(|p| accept(&case, &positions, p).is_ok())
        .map(|p| meant(&case, &positions, &circuit, p))
        .collect();
    assert!(acceptable.len() > 2);
    assert_eq!(solutions, acceptable);
}
