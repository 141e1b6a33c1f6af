//! Settlements and frontiers of the demonstration case against the answers that another program
//! computed, read from its `expected` block.

use num_bigint::BigUint;
use winset_check::{Acceptable, Best};
use winset_model::case::Case;
use winset_model::document::Value;
use winset_model::options::{OptionId, Package, PartyId, PointId};
use winset_solve::{
    Budget, Count, FrontierFound, SettlementFound, SettlementTerms, Settlements, frontier,
    seats_in_favour, settlements,
};

use crate::demonstration::{case, expected, opened, pairs, text, texts};

const BLOCK: &str = "overlap_after_opening";

/// The principals: the first two parties of the case.
fn principals() -> Vec<PartyId> {
    vec![PartyId(0), PartyId(1)]
}

fn settled(case: &Case, parties: Option<Vec<PartyId>>) -> Settlements {
    let mut terms = SettlementTerms::of(case);
    assert!(!terms.comparable, "the case does not say so");
    terms.comparable = true;
    terms.parties = parties.unwrap_or(terms.parties);
    settlements(case, &opened(case), &terms, &[], &Budget::unlimited())
}

/// The only package of a settlement.
fn only<C: std::fmt::Debug>(found: &SettlementFound<C>) -> &Acceptable {
    match found {
        SettlementFound::Found { ties, .. } => {
            assert_eq!(ties.count, Count::Exact(BigUint::from(1_u8)));
            assert_eq!(ties.packages.len(), 1);
            &ties.packages[0]
        }
        other => panic!("{other:?}"),
    }
}

fn check(case: &Case, name: &str, found: &Acceptable) {
    let stated = |key| texts(expected(case, &[BLOCK, "solutions", name, key]));
    let scores: Vec<String> = found
        .scores()
        .iter()
        .map(|s| s.unwrap().to_string())
        .collect();
    assert_eq!(scores, stated("utility"), "{name}");
    let options = case.points.iter().zip(&found.package().0);
    let options: Vec<&str> = options
        .map(|(p, o)| p.options[o.index()].id.as_str())
        .collect();
    assert_eq!(options, stated("package"), "{name}");
}

#[test]
fn every_settlement_is_the_one_stated_and_the_only_one() {
    let case = case();
    let four = settled(&case, None);
    check(&case, "utilitarian_four", only(&four.utilitarian));
    check(&case, "nash_four", only(&four.nash));
    check(&case, "egalitarian_lex", only(&four.egalitarian));
    check(
        &case,
        "kalai_smorodinsky_lex",
        only(&four.kalai_smorodinsky),
    );
    let two = settled(&case, Some(principals()));
    check(&case, "nash_principals", only(&two.nash));
}

#[test]
fn shares_are_taken_of_the_ideal_stated() {
    let case = case();
    let four = settled(&case, None);
    let SettlementFound::Found { claim, .. } = &four.kalai_smorodinsky else {
        panic!("{:?}", four.kalai_smorodinsky)
    };
    let ideals: Vec<String> = claim
        .ideals()
        .iter()
        .map(|b| b.value().to_string())
        .collect();
    assert_eq!(ideals, texts(expected(&case, &[BLOCK, "ideal"])));
    assert!(claim.left_out().is_empty());
    assert_eq!(
        claim.ideals().iter().map(Best::party).collect::<Vec<_>>(),
        claim.axes()
    );
}

#[test]
fn the_frontier_of_all_four_holds_as_many_packages_as_stated() {
    let case = case();
    let all = SettlementTerms::of(&case).parties;
    let found = frontier(&case, &opened(&case), &all, &Budget::unlimited());
    let FrontierFound::Complete { packages, .. } = found else {
        panic!("{found:?}")
    };
    let sum: BigUint = packages
        .iter()
        .map(|count| match count {
            Count::Exact(count) => count.clone(),
            Count::Between { .. } => panic!("{count:?}"),
        })
        .sum();
    let stated = text(expected(&case, &[BLOCK, "pareto_packages_four_actors"]));
    assert_eq!(sum.to_string(), stated);
}

#[test]
fn the_frontier_of_the_principals_is_the_one_stated() {
    let case = case();
    let found = frontier(&case, &opened(&case), &principals(), &Budget::unlimited());
    let FrontierFound::Complete { claim, .. } = found else {
        panic!("{found:?}")
    };
    let Value::List(stated) = &expected(&case, &[BLOCK, "pareto_points_two_principals"]).value
    else {
        panic!("not a list")
    };
    let mut stated: Vec<Vec<i64>> = stated
        .iter()
        .map(|point| texts(point).iter().map(|s| s.parse().unwrap()).collect())
        .collect();
    stated.sort_by(|a, b| b.cmp(a));
    let points: Vec<Vec<i64>> = claim.points().iter().map(|p| p.scores().to_vec()).collect();
    assert_eq!(points, stated);
}

#[test]
fn the_bodies_vote_on_named_solutions_as_stated() {
    let case = case();
    let Value::Map(solutions) = &expected(&case, &[BLOCK, "solutions"]).value else {
        panic!("not a mapping")
    };
    for solution in solutions {
        let options = texts(expected(
            &case,
            &[BLOCK, "solutions", &solution.key, "package"],
        ));
        let options = options.iter().enumerate();
        let options = options.map(|(p, id)| case.option_named(PointId::at(p), id).unwrap());
        let package = Package(options.collect::<Vec<OptionId>>());
        let seats = seats_in_favour(&case, &package);
        let votes = case.bodies.iter().zip(&seats);
        let votes: Vec<(&str, String)> =
            votes.map(|(b, s)| (b.id.as_str(), s.to_string())).collect();
        let stated = pairs(expected(&case, &[BLOCK, "votes_at_every_named_solution"]));
        let stated: Vec<(&str, String)> =
            stated.iter().map(|(b, s)| (*b, (*s).to_owned())).collect();
        assert_eq!(votes, stated, "{}", solution.key);
    }
}
