//! Sums of scores that differ by less than the numbers of one party can tell apart. The scores are
//! reciprocals of primes just below 2^40, so that every answer can be seen: the smaller prime has the
//! larger reciprocal.

use winset_check::{Rejection, largest_sum};
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::{OptionId, Package};
use winset_model::positions::Positions;
use winset_model::read_case;
use winset_solve::{Budget, Count, SettlementFound, SettlementTerms, settlements};

/// Three ways to share a point, one more point that dwarfs it, and one that nobody scores.
fn case(a: &str, b: &str) -> Case {
    let text = format!(
        "
format: winset-case/1
id: fine
title: Fine sums
comparable: true
parties: [{{id: a, name: A}}, {{id: b, name: B}}]
points:
  - {{id: p, title: P, options: [{{id: x, label: X}}, {{id: y, label: Y}}, {{id: z, label: Z}}]}}
  - {{id: q, title: Q, options: [{{id: no, label: No}}, {{id: yes, label: Yes}}]}}
  - {{id: r, title: R, options: [{{id: one, label: One}}, {{id: two, label: Two}}]}}
preferences:
  a: {{p: {{values: [1/1099511627689, 0, {a}]}}, q: {{values: [0, 100]}}}}
  b: {{p: {{values: [0, 1/1099511627563, {b}]}}, q: {{values: [0, 100]}}}}
"
    );
    read_case(text.as_bytes(), Syntax::Yaml).unwrap().case
}

fn picked(case: &Case) -> Vec<Vec<usize>> {
    let (asked, terms) = (Positions::declared(case), SettlementTerms::of(case));
    let found = settlements(case, &asked, &terms, &[], &Budget::unlimited()).utilitarian;
    let SettlementFound::Found { ties, .. } = found else {
        panic!("{found:?}");
    };
    assert_eq!(ties.count, Count::Exact(ties.packages.len().into()));
    let options = |package: &Package| package.0.iter().map(|o| o.index()).collect();
    ties.packages.iter().map(|p| options(p.package())).collect()
}

#[test]
fn the_larger_reciprocal_wins() {
    assert_eq!(picked(&case("0", "0")), [[1, 1, 0], [1, 1, 1]]);
}

#[test]
fn equal_sums_are_found_equal() {
    let tied = [[1, 1, 0], [1, 1, 1], [2, 1, 0], [2, 1, 1]];
    assert_eq!(picked(&case("0", "1/1099511627563")), tied);
}

#[test]
fn two_small_scores_beat_one() {
    let most = case("1/1099511627689", "1/1099511627563");
    assert_eq!(picked(&most), [[2, 1, 0], [2, 1, 1]]);
}

#[test]
fn a_claim_that_hides_a_better_package_is_refused() {
    let case = case("0", "0");
    let (asked, terms) = (Positions::declared(&case), SettlementTerms::of(&case));
    let found = settlements(&case, &asked, &terms, &[], &Budget::unlimited()).utilitarian;
    let SettlementFound::Found { claim, .. } = found else {
        panic!("{found:?}");
    };
    let parties = claim.axes();
    let certificate = claim.proof().bytes().to_vec();
    let package = |options: [usize; 3]| Package(options.map(OptionId::at).to_vec());
    let (best, second) = (package([1, 1, 0]), package([0, 1, 0]));
    let claimed = |best: &Package, known: &[Package]| {
        largest_sum(&case, &asked, parties, best, known, certificate.clone()).map(|_| ())
    };
    assert_eq!(claimed(&best, claim.known()), Ok(()));
    let named = [best.clone(), second.clone()];
    assert_eq!(claimed(&second, &named), Err(Rejection::NotAlike));
    assert!(claimed(&second, std::slice::from_ref(&second)).is_err());
    assert!(claimed(&best, &[]).is_err());
    assert!(claimed(&best, &[package([0, 0, 7])]).is_err());
}
