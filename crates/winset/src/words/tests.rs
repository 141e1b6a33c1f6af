//! Numbers, options and conditions in words.

use super::*;
use winset_model::document::Syntax;
use winset_model::options::{OptionId, PointId};

fn case() -> Case {
    let bytes = include_bytes!("../../../../cases/sella-basin.yaml");
    winset_model::read_case(bytes, Syntax::Yaml).unwrap().case
}

/// The condition that a point (by place) is on one of the options (by place).
fn on(point: u16, options: &[u16]) -> Condition {
    Condition::holds(
        PointId(point),
        options.iter().map(|o| OptionId(*o)).collect(),
    )
}

fn check(asked: &Condition, words: &str) {
    assert_eq!(condition(&case(), asked), words);
}

#[test]
fn thousands_stand_apart() {
    for (number, words) in [
        (0, "0"),
        (999, "999"),
        (1_000, "1,000"),
        (-1_234_567, "-1,234,567"),
    ] {
        assert_eq!(grouped(number), words);
    }
    assert_eq!(counted(1, "node"), "1 node");
    assert_eq!(counted(1_200, "node"), "1,200 nodes");
    assert_eq!(score(&Exact::new(-7, 2)), "-3.5");
    assert_eq!(score(&Exact::from_integer(12_345)), "12,345");
}

#[test]
fn one_point() {
    check(&on(0, &[1]), "territory is t2");
    check(&on(0, &[1, 3]), "territory is t2 or t4");
    check(&on(0, &[0, 1, 2, 3, 4]), "territory is t1 to t5");
    check(&on(0, &[1]).negated(), "not (territory is t2)");
    check(&Condition::always(), "true");
}

#[test]
fn parentheses_stand_where_a_reader_could_go_wrong() {
    let (a, b, c) = (on(0, &[0, 1]), on(1, &[0]), on(2, &[0]));
    let both = Condition::all(vec![b.clone(), c.clone()]);
    let either = Condition::any(vec![b.clone(), c.clone()]);
    check(&both, "line is l1 and ceasefire is c1");
    check(
        &Condition::all(vec![a.clone(), both.clone()]),
        "(territory is t1 or t2) and line is l1 and ceasefire is c1",
    );
    check(
        &Condition::any(vec![a.clone(), both.clone()]),
        "(territory is t1 or t2) or (line is l1 and ceasefire is c1)",
    );
    check(
        &Condition::all(vec![on(3, &[0]), either.clone()]),
        "monitoring is m1 and (line is l1 or ceasefire is c1)",
    );
    check(
        &Condition::at_least(2, vec![a, both, either]).negated(),
        "not (at least 2 of (territory is t1 or t2; line is l1 and ceasefire is c1; \
         line is l1 or ceasefire is c1))",
    );
}

#[test]
fn links_say_what_they_ask() {
    let case = case();
    let pause = case
        .links
        .iter()
        .find(|l| l.id == "ORV-pause-only-for-vote")
        .unwrap();
    assert_eq!(
        link(&case, pause),
        "if ceasefire is c2, then vote is v2 or v3"
    );
}
