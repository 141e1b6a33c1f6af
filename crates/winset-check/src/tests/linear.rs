//! Rows of links and weights of bonuses, on cases small enough to follow.

use winset_model::case::{Bonus, LinkRule};
use winset_model::condition::Condition;
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};
use winset_model::positions::Positions;

use super::sample::{bare, party, set};
use super::semantics::{holds, sheet};
use crate::certificate::RowTable;
use crate::propagate::Node;
use crate::question::Question;
use crate::rows::{Row, of_link};
use crate::surrogate::{self, Weights};

fn row(places: &[(u16, u16, u64)], need: u64) -> Row {
    let coefficients = places
        .iter()
        .map(|(p, o, c)| ((PointId(*p), OptionId(*o)), *c));
    Row {
        coefficients: coefficients.collect(),
        need,
    }
}

#[test]
fn rows_of_every_form() {
    let case = bare(&[2, 2, 2]);
    let check = |rule: LinkRule, expected: &[Row]| assert_eq!(of_link(&case, &rule), expected);
    let (a, b, c) = (holds(0, &[0]), holds(1, &[0]), holds(2, &[0]));
    let then = Condition::all(vec![b.clone(), c.clone()]);
    check(
        LinkRule::IfThen {
            when: a.clone(),
            then,
        },
        &[
            row(&[(0, 1, 1), (1, 0, 1)], 1),
            row(&[(0, 1, 1), (2, 0, 1)], 1),
        ],
    );
    let two = Condition::at_least(2, vec![a.clone(), b.clone(), c.clone()]);
    let two_row = row(&[(0, 0, 1), (1, 0, 1), (2, 0, 1)], 2);
    check(
        LinkRule::Require(two.clone()),
        std::slice::from_ref(&two_row),
    );
    let at_most_one = row(&[(0, 1, 1), (1, 1, 1), (2, 1, 1)], 2);
    check(
        LinkRule::Require(two.clone().negated()),
        std::slice::from_ref(&at_most_one),
    );
    check(
        LinkRule::Exclude(vec![a.clone(), b.clone(), c.clone()]),
        &[at_most_one],
    );
    // Two of three, or the second point settled on 1: needs 2 and 1 are multiplied.
    let or = Condition::any(vec![two.clone(), b.clone().negated()]);
    check(
        LinkRule::Require(or),
        &[row(&[(0, 0, 1), (1, 0, 1), (1, 1, 2), (2, 0, 1)], 2)],
    );
    check(
        LinkRule::Require(Condition::any(Vec::new())),
        &[row(&[], 1)],
    );
    for empty in [
        LinkRule::Require(Condition::always()),
        LinkRule::Require(Condition::at_least(0, vec![a.clone()])),
        LinkRule::Require(Condition::at_least(2, vec![two, a.clone()])),
        LinkRule::Require(Condition::at_least(4, vec![a.clone()]).negated()),
        LinkRule::Exclude(vec![a.clone()]),
        LinkRule::Exclude(Vec::new()),
    ] {
        check(empty, &[]);
    }
}

#[test]
fn an_or_that_grows_too_large_says_nothing() {
    let case = bare(&[2; 9]);
    let of =
        |points: std::ops::Range<u16>| Condition::all(points.map(|p| holds(p, &[0])).collect());
    let both = |one, other| LinkRule::Require(Condition::any(vec![of(one), of(other)]));
    assert_eq!(of_link(&case, &both(0..8, 0..8)).len(), 64);
    assert_eq!(of_link(&case, &both(0..9, 0..8)), []);
    let half = |_| Condition::at_least(4, (0..8).map(|p| holds(p, &[0])).collect());
    let of_halves = |count| {
        of_link(
            &case,
            &LinkRule::Require(Condition::any((0..count).map(half).collect())),
        )
    };
    // The coefficient of one option among n members is n * 4^(n - 1): 9 * 2^16 and 10 * 2^18.
    assert_eq!(of_halves(9)[0].need, 1 << 18);
    assert_eq!(of_halves(10), []);
}

/// What is left of two points of two options, with one bonus on both, after weighing a floor.
fn after_bonus(score: i64, floor: i64, domains: &[&[u16]]) -> (Node, Vec<OptionSet>) {
    let mut case = bare(&[2, 2]);
    let bonus = Bonus {
        when: vec![(PointId(0), set(&[0])), (PointId(1), set(&[0]))],
        score,
    };
    case.parties = vec![party(0, sheet(&[&[1, 0], &[1, 0]], vec![bonus]))];
    let positions = Positions::declared(&case).with_floor(PartyId(0), Some(floor));
    let question = Question::new(&case, &positions);
    let weights = Weights {
        parties: vec![(PartyId(0), 1)],
        rows: Vec::new(),
    };
    let mut domains: Vec<OptionSet> = domains.iter().map(|d| set(d)).collect();
    let node = surrogate::apply(&question, &weights, &RowTable::new(), &mut domains).unwrap();
    (node, domains)
}

#[test]
fn bonuses_count_on_the_safe_side() {
    let check = |score, floor, domains: &[&[u16]], expected: Option<[&[u16]; 2]>| {
        let (node, left) = after_bonus(score, floor, domains);
        match expected {
            None => assert_eq!(node, Node::Closed),
            Some(options) => assert_eq!((node, left), (Node::Open, options.map(set).to_vec())),
        }
    };
    let both: &[u16] = &[0, 1];
    // A gain counts on the first undecided point; certain, impossible, and on the last one.
    check(5, 7, &[both, both], Some([&[0], &[0]]));
    check(5, 8, &[both, both], None);
    check(5, 7, &[&[0], &[0]], Some([&[0], &[0]]));
    check(5, 2, &[&[1], both], None);
    check(5, 6, &[&[0], both], Some([&[0], &[0]]));
    // A loss counts only where it is certain, or one point alone decides.
    check(-5, 2, &[both, both], Some([&[0], &[0]]));
    check(-5, 1, &[&[0], both], Some([&[0], &[1]]));
    check(-5, -3, &[&[0], &[0]], Some([&[0], &[0]]));
    check(-5, -2, &[&[0], &[0]], None);
}
