//! The demonstration case against the answers that another program computed, read from its
//! `expected` block.

use num_bigint::BigUint;
use winset_model::answer::Answer;
use winset_model::case::{Case, DemandId};
use winset_model::document::{Node, Syntax, Value};
use winset_model::options::{OptionId, OptionSet, PointId};
use winset_model::positions::Positions;
use winset_solve::{Budget, Count, Overlap, count, overlap, verdict};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/sella-basin.yaml");

pub(crate) fn case() -> Case {
    winset_model::read_case(&std::fs::read(FILE).unwrap(), Syntax::Yaml)
        .unwrap()
        .case
}

/// The node under a path of keys of the `expected` block.
pub(crate) fn expected<'a>(case: &'a Case, path: &[&str]) -> &'a Node {
    let mut node = case.expected.as_ref().unwrap();
    for key in path {
        let Value::Map(entries) = &node.value else {
            panic!("{path:?}: not a mapping")
        };
        node = &entries
            .iter()
            .find(|e| e.key == *key)
            .unwrap_or_else(|| panic!("{path:?}"))
            .node;
    }
    node
}

pub(crate) fn text(node: &Node) -> &str {
    let (Value::Number(text) | Value::Text(text)) = &node.value else {
        panic!("not a scalar")
    };
    text
}

pub(crate) fn pairs(node: &Node) -> Vec<(&str, &str)> {
    let Value::Map(entries) = &node.value else {
        panic!("not a mapping")
    };
    entries
        .iter()
        .map(|e| (e.key.as_str(), text(&e.node)))
        .collect()
}

pub(crate) fn texts(node: &Node) -> Vec<&str> {
    let Value::List(items) = &node.value else {
        panic!("not a list")
    };
    items.iter().map(text).collect()
}

/// The positions after the steps of the cheapest opening.
pub(crate) fn opened(case: &Case) -> Positions {
    let mut positions = Positions::declared(case);
    let moves = pairs(expected(case, &["cheapest_opening", "moves"]));
    assert_eq!(moves.len(), 6);
    for (line, step) in moves {
        let Some(DemandId::Line(line)) = case.demand_named(line) else {
            panic!("{line}")
        };
        positions.steps[line] = step.parse().unwrap();
    }
    positions
}

fn exact(count: &Count) -> &BigUint {
    let Count::Exact(count) = count else {
        panic!("not counted: {count:?}")
    };
    count
}

fn overlap_of(case: &Case, positions: &Positions) -> Overlap {
    match verdict(case, positions, &Budget::unlimited()).overlap {
        Answer::Found(overlap) => overlap,
        other => panic!("no overlap: {other:?}"),
    }
}

/// Mappings of the block whose entries are read together.
const TABLES: [&str; 5] = [
    "moves",
    "votes_at_every_named_solution",
    "fixed_points",
    "orvane_no_deal",
    "lethia_no_deal",
];

/// What is read of the block besides solutions.
const READ: &str = "
    /packages
    /declared_positions/feasible
    /declared_positions/pointwise_status/agreed
    /declared_positions/pointwise_status/blocked
    /declared_positions/pointwise_status/bracketed
    /declared_positions/minimal_clashes_without_no_deal_floors/count
    /declared_positions/minimal_clashes_without_no_deal_floors/list
    /declared_positions/minimal_corrections_without_no_deal_floors/count
    /declared_positions/minimal_corrections_without_no_deal_floors/smallest_size
    /declared_positions/minimal_corrections_without_no_deal_floors/of_smallest_size
    /declared_positions/with_no_deal_floors/minimal_clashes_at_least
    /declared_positions/with_no_deal_floors/note
    /declared_positions/note
    /cheapest_opening/cost
    /cheapest_opening/unique
    /cheapest_opening/moves
    /cheapest_opening/next_best
    /cheapest_opening/reading
    /overlap_after_opening/packages_before_no_deal_floors
    /overlap_after_opening/packages
    /overlap_after_opening/utility_order
    /overlap_after_opening/pareto_packages_four_actors
    /overlap_after_opening/pareto_points_two_principals
    /overlap_after_opening/ideal
    /overlap_after_opening/votes_at_every_named_solution
    /overlap_after_opening/fixed_points
    /overlap_after_opening/open_points
    /sensitivity/orvane_no_deal
    /sensitivity/lethia_no_deal
    /signals";

/// The keys of the block down to its figures.
fn keys(node: &Node, path: &str, all: &mut Vec<String>) {
    match &node.value {
        Value::Map(entries) if !TABLES.iter().any(|table| path.ends_with(table)) => {
            for entry in entries {
                keys(&entry.node, &format!("{path}/{}", entry.key), all);
            }
        }
        _ => all.push(path.to_owned()),
    }
}

/// A figure that is added to the block needs a test that reads it, and then its key here. Read in:
/// this file, `settled_demonstration`, `pressure_demonstration`, `clashes`, `openings`, `status`; the
/// words under `note` and `reading` in the tests of the command.
#[test]
fn the_block_states_nothing_that_no_test_reads() {
    let case = case();
    let mut all = Vec::new();
    keys(expected(&case, &[]), "", &mut all);
    let solution = |name: &str| {
        ["utility", "package"].map(|key| format!("/overlap_after_opening/solutions/{name}/{key}"))
    };
    let solutions = [
        "utilitarian_four",
        "nash_four",
        "nash_principals",
        "egalitarian_lex",
        "kalai_smorodinsky_lex",
    ];
    let rest = READ.split_whitespace().map(str::to_owned);
    let mut read: Vec<String> = solutions.iter().flat_map(|name| solution(name)).collect();
    read.extend(rest);
    read.sort();
    all.sort();
    assert_eq!(all, read);
}

#[test]
fn at_declared_positions_there_is_none_with_and_without_floors() {
    let case = case();
    let stated = text(expected(&case, &["packages"]));
    assert_eq!(
        expected(&case, &["declared_positions", "feasible"]).value,
        Value::Bool(false)
    );
    let verdict = verdict(&case, &Positions::declared(&case), &Budget::unlimited());
    assert_eq!(verdict.packages.to_string(), stated);
    let Answer::Impossible(proof) = verdict.overlap else {
        panic!("{:?}", verdict.overlap)
    };
    assert_eq!(proof.positions(), &Positions::declared(&case));
    assert!(matches!(verdict.without_floors, Answer::Impossible(_)));
}

#[test]
fn the_opening_leaves_the_packages_stated() {
    let case = case();
    let positions = opened(&case);
    let block = |key| text(expected(&case, &["overlap_after_opening", key]));
    let before = verdict(&case, &positions, &Budget::unlimited()).without_floors;
    let Answer::Found(before) = before else {
        panic!("{before:?}")
    };
    assert_eq!(
        exact(&before).to_string(),
        block("packages_before_no_deal_floors")
    );
    let overlap = overlap_of(&case, &positions);
    assert_eq!(exact(&overlap.count).to_string(), block("packages"));
}

#[test]
fn fixed_and_open_points_are_those_stated() {
    let case = case();
    let overlap = overlap_of(&case, &opened(&case));
    let occurring = overlap.occurring.unwrap();
    let mut fixed = Vec::new();
    let mut open = Vec::new();
    for (point, options) in case.points.iter().zip(&occurring) {
        if options.len() == 1 {
            fixed.push((
                point.id.as_str(),
                point.options[options.least().unwrap().index()].id.as_str(),
            ));
        } else {
            open.push(point.id.as_str());
        }
    }
    assert_eq!(
        fixed,
        pairs(expected(&case, &["overlap_after_opening", "fixed_points"]))
    );
    assert_eq!(
        open,
        texts(expected(&case, &["overlap_after_opening", "open_points"]))
    );
}

#[test]
fn the_best_of_each_party_is_the_ideal_stated() {
    let case = case();
    let overlap = overlap_of(&case, &opened(&case));
    let order = texts(expected(&case, &["overlap_after_opening", "utility_order"]));
    let parties: Vec<&str> = case.parties.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(order, parties, "scores are stated in the order of the case");
    let ideal = texts(expected(&case, &["overlap_after_opening", "ideal"]));
    assert_eq!(ideal.len(), order.len());
    for (party, value) in order.iter().zip(ideal) {
        let party = case.party_named(party).unwrap();
        let best = overlap.best[party.index()].as_ref().unwrap();
        assert_eq!(best.value().to_string(), value);
    }
}

#[test]
fn the_sensitivity_to_no_deal_values_is_that_stated() {
    let case = case();
    let positions = opened(&case);
    for (key, party) in [("orvane_no_deal", "orvane"), ("lethia_no_deal", "lethia")] {
        let party = case.party_named(party).unwrap();
        let rows = pairs(expected(&case, &["sensitivity", key]));
        assert!(rows.len() >= 8);
        for (floor, packages) in rows {
            let moved = positions
                .clone()
                .with_floor(party, Some(floor.parse().unwrap()));
            let counted = count(&case, &moved, &Budget::unlimited());
            assert_eq!(exact(&counted).to_string(), packages, "{key} {floor}");
        }
    }
}

#[test]
fn the_packages_stated_for_settlements_are_acceptable_with_the_scores_stated() {
    let case = case();
    let positions = opened(&case);
    let Value::Map(solutions) = &expected(&case, &["overlap_after_opening", "solutions"]).value
    else {
        panic!("not a mapping")
    };
    for solution in solutions {
        let path = ["overlap_after_opening", "solutions", solution.key.as_str()];
        let options = texts(expected(&case, &[&path[..], &["package"]].concat()));
        let options = options
            .iter()
            .enumerate()
            .map(|(p, id)| case.option_named(PointId::at(p), id).unwrap());
        let package = winset_model::options::Package(options.collect::<Vec<OptionId>>());
        let acceptable = winset_check::accept(&case, &positions, &package).unwrap();
        let scores: Vec<String> = acceptable
            .scores()
            .iter()
            .map(|s| s.unwrap().to_string())
            .collect();
        assert_eq!(
            scores,
            texts(expected(&case, &[&path[..], &["utility"]].concat()))
        );
    }
}

#[test]
fn a_restriction_to_no_option_is_refuted_like_any_other() {
    let case = case();
    let asked = Positions::declared(&case)
        .without_floors()
        .with_only(PointId(3), OptionSet::EMPTY);
    match overlap(&case, &asked, &Budget::unlimited()) {
        Answer::Impossible(proof) => assert_eq!(proof.positions(), &asked),
        other => panic!("{other:?}"),
    }
    assert_eq!(
        exact(&count(&case, &asked, &Budget::unlimited())),
        &BigUint::ZERO
    );
}
