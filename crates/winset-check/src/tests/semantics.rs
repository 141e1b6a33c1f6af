//! Each rule of the meaning of certificates, on a case small enough to follow.

use winset_model::case::{
    Bloc, Body, Bonus, Case, DemandId, LinkRule, Scores, Sheet, Visibility, VoteRule,
};
use winset_model::condition::Condition;
use winset_model::options::{OptionId, OptionSet, Package, PartyId, PointId};
use winset_model::positions::Positions;

use super::sample::{bare, line, link, party, set};
use crate::propagate::{self, Node};
use crate::question::Question;
use crate::{Misfit, PackageRefusal, accept, best, census, header, refute};

pub(super) fn holds(point: u16, options: &[u16]) -> Condition {
    Condition::holds(PointId(point), set(options))
}

fn package(options: &[u16]) -> Package {
    Package(options.iter().map(|o| OptionId(*o)).collect())
}

pub(super) fn sheet(by_option: &[&[i64]], bonuses: Vec<Bonus>) -> Sheet {
    let by_option = by_option.iter().map(|row| row.to_vec()).collect();
    Sheet {
        scale: 1,
        scores: Some(Scores { by_option, bonuses }),
        no_deal: None,
        no_deal_range: None,
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
        label: String::new(),
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
            seen: Visibility::Public,
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
    let Err(PackageRefusal::Unmet(unmet)) = accept(&case, &positions, &package(&[1, 1, 2])) else {
        panic!("accepted");
    };
    let broken = [DemandId::Line(0), DemandId::Link(0), DemandId::Vote(0, 0)];
    assert_eq!(unmet.demands, broken);
    assert_eq!(unmet.outside, [PointId(2)]);
    assert_eq!(unmet.below_floor, [PartyId(0)]);
    let told = PackageRefusal::Unmet(unmet).to_string();
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
        assert_eq!(refused, Err(PackageRefusal::Misfit(expected)));
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
    assert_eq!(no_package, Err(PackageRefusal::NotAPackage));
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
