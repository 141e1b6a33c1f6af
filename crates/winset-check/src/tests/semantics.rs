//! Each rule of the meaning of certificates, on a case small enough to follow.

use winset_model::case::{
    Bloc, Body, Bonus, Case, DemandId, LinkRule, Scores, Seen, Sheet, VoteRule,
};
use winset_model::condition::Condition;
use winset_model::options::{OptionId, OptionSet, Package, PartyId, PointId};
use winset_model::positions::Positions;

use super::sample::{bare, line, link, party, set};
use crate::propagate::{self, Node};
use crate::question::Question;
use crate::rows::{Row, of_link};
use crate::weigh::{self, Weights};
use crate::{Misfit, Refusal, accept, best, census, header, refute};

fn holds(point: u16, options: &[u16]) -> Condition {
    Condition::holds(PointId(point), set(options))
}

fn package(options: &[u16]) -> Package {
    Package(options.iter().map(|o| OptionId(*o)).collect())
}

fn sheet(by_option: &[&[i64]], bonuses: Vec<Bonus>) -> Sheet {
    let by_option = by_option.iter().map(|row| row.to_vec()).collect();
    Sheet {
        scale: 1,
        scores: Some(Scores { by_option, bonuses }),
        no_deal: None,
        trend_per_month: None,
        impasse: None,
    }
}

/// Three points of three options, one party, a line, a link and a vote rule.
fn plain() -> Case {
    let mut case = bare(&[3, 3, 3]);
    let rows: [&[i64]; 3] = [&[0, 5, 9], &[4, 2, 0], &[1, 1, 3]];
    case.parties = vec![party(0, sheet(&rows, Vec::new()))];
    case.lines = vec![line(0, 0, false, &[set(&[0]), set(&[0, 1])])];
    let (when, then) = (holds(0, &[1, 2]), holds(1, &[2]));
    case.links = vec![link(0, false, LinkRule::IfThen { when, then })];
    let bloc = |n: usize, seats, accepts: Vec<(PointId, OptionSet)>| Bloc {
        id: format!("bloc{n}"),
        seats,
        accepts,
    };
    case.bodies = vec![Body {
        id: "body".into(),
        name: String::new(),
        party: PartyId(0),
        seats: 10,
        rules: vec![VoteRule {
            id: "majority".into(),
            need: 6,
            when: holds(1, &[1, 2]),
            seen: Seen::Public,
        }],
        blocs: vec![
            bloc(0, 5, vec![(PointId(2), set(&[0]))]),
            bloc(
                1,
                4,
                vec![(PointId(0), set(&[0])), (PointId(2), set(&[1, 2]))],
            ),
            bloc(2, 1, Vec::new()),
        ],
    }];
    case
}

#[test]
fn every_unmet_demand_and_floor_is_told() {
    let case = plain();
    let positions = Positions::declared(&case)
        .with_floor(PartyId(0), Some(20))
        .with_only(PointId(2), set(&[0, 1]));
    let Err(Refusal::Unmet(unmet)) = accept(&case, &positions, &package(&[1, 1, 2])) else {
        panic!("accepted");
    };
    let broken = [DemandId::Line(0), DemandId::Link(0), DemandId::Vote(0, 0)];
    assert_eq!(unmet.demands, broken);
    assert_eq!(unmet.outside, [PointId(2)]);
    assert_eq!(unmet.below_floor, [PartyId(0)]);
    let told = Refusal::Unmet(unmet).to_string();
    assert!(told.contains("line number 0 is crossed"), "{told}");
    assert!(!told.contains("20") && !told.contains('9'), "{told}");
}

#[test]
fn steps_drops_and_votes_change_what_is_acceptable() {
    let case = plain();
    let declared = Positions::declared(&case);
    let mut relaxed = declared.clone();
    relaxed.steps[0] = 1;
    let accepts =
        |positions: &Positions, options| accept(&case, positions, &package(options)).is_ok();
    assert!(accepts(&declared, &[0, 0, 2]));
    assert!(!accepts(&declared, &[1, 2, 0]) && accepts(&relaxed, &[1, 2, 0]));
    // 4 and 1 seats of 6, where the rule applies.
    assert!(!accepts(&declared, &[0, 1, 2]) && accepts(&declared, &[0, 1, 0]));
    relaxed.dropped.insert(DemandId::Link(0));
    assert!(accepts(&relaxed, &[1, 0, 0]));
    let found = accept(&case, &declared, &package(&[0, 0, 2])).unwrap();
    assert_eq!(found.scores(), [Some(7)]);
}

#[test]
fn positions_that_do_not_fit_are_told() {
    let mut case = plain();
    case.links[0].law = true;
    let declared = Positions::declared(&case);
    let check = |change: &dyn Fn(&mut Positions), expected: Misfit| {
        let mut positions = declared.clone();
        change(&mut positions);
        let refused = accept(&case, &positions, &package(&[0, 0, 0]));
        assert_eq!(refused, Err(Refusal::Misfit(expected)));
        assert!(refute(&case, &positions, Vec::new()).is_err());
        assert_eq!(census(&case, &positions, 100), None);
    };
    check(&|p| p.steps.clear(), Misfit::StepCount);
    check(&|p| p.steps[0] = 2, Misfit::Step { line: 0 });
    check(&|p| p.floors.push(None), Misfit::FloorCount);
    check(
        &|p| p.dropped.extend([DemandId::Link(0)]),
        Misfit::DroppedLaw,
    );
    check(
        &|p| p.dropped.extend([DemandId::Vote(0, 1)]),
        Misfit::NoSuchDemand,
    );
    check(
        &|p| p.only.push((PointId(3), set(&[0]))),
        Misfit::OnlyPoints,
    );
    check(
        &|p| p.only = vec![(PointId(1), set(&[0])); 2],
        Misfit::OnlyPoints,
    );
    check(
        &|p| p.only.push((PointId(1), set(&[3]))),
        Misfit::OnlyOptions { point: 1 },
    );
    let no_package = accept(&case, &declared, &package(&[0, 3, 0]));
    assert_eq!(no_package, Err(Refusal::NotAPackage));
}

#[test]
fn propagation_follows_lines_links_and_votes() {
    let case = plain();
    let positions = Positions::declared(&case).with_only(PointId(1), set(&[1]));
    let question = Question::new(&case, &positions);
    let mut domains = question.root();
    assert_eq!(propagate::from_start(&question, &mut domains), Node::Open);
    // The line leaves option 0; the vote then needs bloc 0, since 4 and 1 seats are too few.
    assert_eq!(domains, [set(&[0]), set(&[1]), set(&[0])]);
}

#[test]
fn a_rule_without_points_closes_what_it_excludes() {
    let mut case = bare(&[2]);
    case.links = vec![link(
        0,
        false,
        LinkRule::Require(Condition::any(Vec::new())),
    )];
    let positions = Positions::declared(&case);
    let question = Question::new(&case, &positions);
    let mut domains = question.root();
    assert_eq!(propagate::from_start(&question, &mut domains), Node::Closed);
    let text = header(&case, &positions) + "tree\n.\nend\n";
    assert_eq!(
        refute(&case, &positions, text.into_bytes())
            .unwrap()
            .nodes(),
        1
    );
}

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
    let node = weigh::apply(&question, &weights, |_, _| None, &mut domains).unwrap();
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

#[test]
fn the_best_package_is_proven_and_a_worse_one_is_not() {
    let mut case = bare(&[2, 2]);
    case.parties = vec![party(0, sheet(&[&[0, 3], &[2, 0]], Vec::new()))];
    let asked = Positions::declared(&case);
    let proof_above = |value| {
        let raised = asked.clone().with_floor(PartyId(0), Some(value));
        (header(&case, &raised) + "w 1\ntree\nw0 .\nend\n").into_bytes()
    };
    let party = PartyId(0);
    let found = best(&case, &asked, party, &package(&[1, 0]), proof_above(6)).unwrap();
    assert_eq!((found.value(), found.proof().nodes()), (5, 1));
    assert!(best(&case, &asked, party, &package(&[1, 0]), proof_above(7)).is_err());
    assert!(best(&case, &asked, party, &package(&[1, 1]), proof_above(4)).is_err());
    assert!(best(&case, &asked, PartyId(1), &package(&[1, 0]), proof_above(6)).is_err());
    let shown = format!("{found:?}");
    assert!(!shown.contains('5') && !shown.contains("floor"), "{shown}");
}

#[test]
fn a_census_counts_and_keeps_its_limit() {
    let case = plain();
    let positions = Positions::declared(&case).with_floor(PartyId(0), Some(5));
    let counted = census(&case, &positions, 27).unwrap();
    // 0 on the first point, 0 on the second: 5, 5 and 7. With 1 or 2 there, too little.
    assert_eq!((counted.count, &counted.best[..]), (3, &[Some(7)][..]));
    assert_eq!(counted.open, [set(&[0]), set(&[0]), set(&[0, 1, 2])]);
    assert_eq!(counted.first, Some(package(&[0, 0, 0])));
    assert_eq!(census(&case, &positions, 26), None);
    let only = positions.with_only(PointId(0), set(&[0]));
    assert_eq!(census(&case, &only, 9).unwrap().count, 3);
}
