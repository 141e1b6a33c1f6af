//! Packages that cannot be carried out: by hand, and against asking for each package by itself.

use winset_check::accept;
use winset_gen::rng::Rng;
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::{OptionId, Package};
use winset_model::positions::Positions;
use winset_model::read_case;
use winset_solve::Budget;
use winset_told::standing;

use super::*;

const UNLIMITED: Budget<'static> = Budget {
    nodes_max: None,
    threads: 1,
    stop: &|| None,
    refused: &|_| {},
};

fn case(text: &str) -> Case {
    read_case(text.as_bytes(), Syntax::Yaml).unwrap().case
}

/// North gives land, South pays; `bounds` are what each dares to give without return.
fn sale(lines: &str, bounds: &str) -> Case {
    case(&format!(
        "format: winset-case/1
id: sale
title: Sale
parties: [{{id: north, name: North}}, {{id: south, name: South}}]
points:
  - {{id: land, title: Land, options: [{{id: give, label: Give}}, {{id: keep, label: Keep}}]}}
  - {{id: pay, title: Pay, options: [{{id: now, label: Now}}, {{id: never, label: Never}}]}}
{lines}
plan:
  signed: 2031-04-01
  bounds: {bounds}
  items:
    - {{id: land, owner: north, days: 10, values: {{north: 5, south: 5}}, when: {{land: [give]}}}}
    - {{id: money, owner: south, values: {{south: 5, north: 5}}, when: {{pay: [now]}}}}
"
    ))
}

fn counted(case: &Case) -> String {
    let found = verdict(case, &Positions::declared(case), &UNLIMITED);
    match standing::overlap(&found) {
        Some(overlap) => standing::exact(&overlap.count).unwrap().to_string(),
        None => "0".to_owned(),
    }
}

/// North dares to give 4 and land is worth 5 to it: it gives land only after money, so that land without
/// money is the one way of four that cannot be carried out.
#[test]
fn land_without_money_is_left_out() {
    let sold = sale("", "{north: 4, south: 9}");
    let found = schedulable(&sold, &UNLIMITED).unwrap();
    let expected = PlanWays {
        all: 4,
        impossible: 1,
        undecided: 0,
    };
    assert_eq!(found.ways, expected);
    assert_eq!(
        (counted(&sold), counted(&found.case)),
        ("4".into(), "3".into())
    );
    assert_ne!(found.case.hash, sold.hash);
    let fate = |land: u16, pay: u16| {
        let package = Package(vec![OptionId(land), OptionId(pay)]);
        plan_fate(&sold, &package, &UNLIMITED).unwrap()
    };
    assert_eq!(fate(0, 0), PlanFate::Schedulable);
    assert_eq!(fate(0, 1), PlanFate::Impossible);
    assert_eq!(fate(1, 1), PlanFate::Schedulable);
    let lines = "lines:
  - {id: S-land, owner: south, point: land, ladder: [{accept: [give], cost: 0}]}
  - {id: S-pay, owner: south, point: pay, ladder: [{accept: [never], cost: 0}]}";
    let sold = sale(lines, "{north: 4, south: 9}");
    let found = schedulable(&sold, &UNLIMITED).unwrap();
    assert_eq!(
        (counted(&sold), counted(&found.case)),
        ("1".into(), "0".into())
    );
}

#[test]
fn a_case_without_plan_is_told() {
    let plain = case(
        "format: winset-case/1\nid: a\ntitle: A\nparties: [{id: n, name: N}, {id: s, name: S}]\n\
         points: [{id: p, title: P, options: [{id: x, label: X}, {id: y, label: Y}]}]\n",
    );
    assert_eq!(
        schedulable(&plain, &UNLIMITED).unwrap_err(),
        NotSchedulable::NoPlan
    );
}

/// A search without time leaves some ways undecided, and claims nothing that a whole search does not.
#[test]
fn searches_without_time_claim_nothing_untrue() {
    let hasty = Budget {
        nodes_max: Some(1),
        stop: &|| Some(StopReason::TimeLimit),
        ..UNLIMITED
    };
    let mut rng = Rng::new(54);
    let mut undecided = 0;
    for _ in 0..200 {
        let case = random_sale(&mut rng);
        let (whole, stopped) = (schedulable(&case, &UNLIMITED), schedulable(&case, &hasty));
        let (whole, stopped) = (whole.unwrap().ways, stopped.unwrap().ways);
        assert_eq!(whole.all, stopped.all);
        let at_most = stopped.impossible + stopped.undecided;
        assert!((stopped.impossible..=at_most).contains(&whole.impossible));
        undecided += stopped.undecided;
    }
    assert!(undecided > 10, "{undecided}");
}

/// A plan of up to five items over three points, with conditions of every kind.
fn random_sale(rng: &mut Rng) -> Case {
    let conditions = [
        "{a: [x]}",
        "{b: [x, z]}",
        "{not: {c: [y]}}",
        "{any: [{a: [y]}, {b: [y]}]}",
        "{all: [{b: [z]}, {c: [x]}]}",
    ];
    let mut items = String::new();
    for at in 0..=rng.below(5) {
        let owner = ["north", "south"][rng.below(2)];
        let when = match rng.below(6) {
            0 => String::new(),
            other => format!(", when: {}", conditions[other - 1]),
        };
        let latest = 1 + rng.below(12);
        let after = match at {
            0 => String::new(),
            some => format!(", after: [i{}]", rng.below(some)),
        };
        items.push_str(&format!(
            "    - {{id: i{at}, owner: {owner}, days: 1, latest: {latest}, verify: 0, \
             values: {{north: {}, south: {}}}{after}{when}}}\n",
            rng.below(6),
            rng.below(6)
        ));
    }
    let options = "options: [{id: x, label: X}, {id: y, label: Y}, {id: z, label: Z}]";
    case(&format!(
        "format: winset-case/1\nid: r\ntitle: R\nparties: [{{id: north, name: N}}, {{id: south, name: S}}]\n\
         points:\n  - {{id: a, title: A, {options}}}\n  - {{id: b, title: B, {options}}}\n  - {{id: c, title: C, {options}}}\n\
         links:\n  - {{id: L, owner: north, if: {{a: [x]}}, then: {{c: [x, y]}}}}\n\
         plan:\n  signed: 2031-04-01\n  bounds: {{north: {}, south: {}}}\n  items:\n{items}",
        rng.below(8),
        rng.below(8)
    ))
}

#[test]
fn random_plans_leave_out_just_the_packages_that_cannot_be_carried_out() {
    let mut rng = Rng::new(53);
    let mut cut = 0;
    for _ in 0..300 {
        let whole = random_sale(&mut rng);
        let found = schedulable(&whole, &UNLIMITED).unwrap();
        assert_eq!(found.ways.undecided, 0);
        let declared = Positions::declared(&whole);
        for number in 0..27_u16 {
            let options = [number % 3, number / 3 % 3, number / 9];
            let package = Package(options.map(OptionId).to_vec());
            let fate = plan_fate(&whole, &package, &UNLIMITED).unwrap();
            let before = accept(&whole, &declared, &package).is_ok();
            let cut_positions = Positions::declared(&found.case);
            let after = accept(&found.case, &cut_positions, &package).is_ok();
            assert_eq!(after, before && fate == PlanFate::Schedulable);
            cut += usize::from(before && !after);
        }
    }
    assert!(cut > 500, "{cut}");
}
