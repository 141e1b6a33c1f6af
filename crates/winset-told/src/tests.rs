//! Sentences of the demonstration case, read aloud, and of random small cases.

use std::collections::BTreeSet;

use winset_check::ClashMember;
use winset_gen::small::small;
use winset_model::case::{Case, DemandId};
use winset_model::document::Syntax;
use winset_model::options::PointId;
use winset_model::positions::Positions;
use winset_solve::{Budget, FloorMode, clashes, laws_of};

use super::clash::argument;
use super::clash_told;
use super::member::points;
use super::names::{Names, sentence as as_sentence};

fn demonstration() -> Case {
    read(include_bytes!("../../../cases/sella-basin.yaml"))
}

fn read(yaml: &[u8]) -> Case {
    winset_model::read_case(yaml, Syntax::Yaml).unwrap().case
}

/// The sentence of a clash, with the laws that it needs.
fn told(case: &Case, members: &[&str]) -> String {
    let demand = |id: &&str| ClashMember::Demand(case.demand_named(id).unwrap());
    let members: BTreeSet<ClashMember> = members.iter().map(demand).collect();
    sentence(case, FloorMode::Ignore, &members)
}

fn sentence(case: &Case, floors: FloorMode, members: &BTreeSet<ClashMember>) -> String {
    let declared = Positions::declared(case);
    let laws = laws_of(case, &declared, floors, members, &Budget::unlimited()).unwrap();
    as_sentence(&argument(case, &declared, members, &laws).join("; "))
}

fn check(case: &Case, members: &[&str], expected: &str) {
    assert_eq!(told(case, members), expected);
}

#[test]
fn two_lines_on_one_point() {
    check(
        &demonstration(),
        &["ORV-assets", "CMP-assets"],
        "Orvane accepts on Frozen assets of Orvane only «Half released against compliance» or «All \
         returned»; but the Coastal Compact accepts only «All to reconstruction of Lethia» or «Two \
         thirds reconstruction, one third joint vehicle».",
    );
}

#[test]
fn one_party_s_own_demands_with_the_laws_that_join_them() {
    check(
        &demonstration(),
        &["ORV-territory", "ORV-ceasefire"],
        "Orvane accepts on “Sella Basin: status and control” only «Lethia leaves the rest of the \
         Basin» or «Legal cession»; by law of Lethia, «Legal cession» is out; by law of Lethia, \
         «Lethia leaves the rest of the Basin» needs «Assembly and referendum within the pause» or \
         «Assembly, referendum and national election in 100 days» on How Lethia approves the plan; \
         by law of Lethia, either needs «Immediate general ceasefire, then talks» or «60-day pause \
         in all strikes against a fixed date for the vote» on Sequence of the ceasefire; but Orvane \
         accepts only «Only once the whole plan is in force».",
    );
}

#[test]
fn votes_and_the_blocs_that_are_lost() {
    let case = demonstration();
    check(
        &case,
        &[
            "ORV-sanctions",
            "ORV-territory",
            "council-unanimity-on-relief",
        ],
        "Orvane accepts on “Sella Basin: status and control” only «Lethia leaves the rest of the \
         Basin» or «Legal cession»; it refuses «No relief before full withdrawal» on Sanctions; but \
         the Council of the Coastal Compact needs 100 of 100 seats for anything else, and has at \
         most 49: north and east are lost over “Sella Basin: status and control”.",
    );
    let last = "; but the Assembly of Lethia needs 151 of 300 seats for «Assembly only», and has at \
                most 144: green-labour is lost over Sequence of the ceasefire, homeland over Lethia \
                and Compact membership, reform over How Lethia approves the plan.";
    let members = ["ORV-alignment", "ORV-ceasefire", "assembly-majority"];
    let sentence = told(&case, &members);
    assert!(sentence.ends_with(last), "{sentence}");
}

#[test]
fn what_only_one_option_can_meet() {
    check(
        &demonstration(),
        &[
            "ORV-sanctions",
            "ORV-ceasefire",
            "CMP-relief-needs-ceasefire",
        ],
        "Orvane refuses «No relief before full withdrawal» on Sanctions; the Coastal Compact agrees \
         to anything else only without «Only once the whole plan is in force» on Sequence of the \
         ceasefire; but Orvane accepts nothing else.",
    );
}

#[test]
fn what_else_there_is_to_say() {
    let case = demonstration();
    let declared = Positions::declared(&case);
    let of = |ids: &[&str], laws: &[&str]| {
        let demand = |id: &&str| case.demand_named(id).unwrap();
        let members = ids
            .iter()
            .map(|id| ClashMember::Demand(demand(id)))
            .collect();
        let laws: Vec<DemandId> = laws.iter().map(demand).collect();
        clash_told(&case, &declared, &members, &laws)
    };
    let own = of(&["ORV-territory", "ORV-ceasefire"], &["LET-law-cession"]);
    assert!(own.one_party && own.public);
    let points: Vec<&str> = own
        .points
        .iter()
        .map(|p| case.points[p.index()].id.as_str())
        .collect();
    assert_eq!(points, ["territory", "ceasefire"]);
    assert_eq!(own.owners, [case.party_named("orvane").unwrap()]);
    let told_in_caucus = of(&["ORV-forces", "LET-forces"], &[]);
    assert!(!told_in_caucus.one_party && !told_in_caucus.public);
    assert_eq!(told_in_caucus.owners.len(), 2);
    assert_eq!(told_in_caucus.points.len(), 1);
    // The Assembly loses blocs over the Basin, and the vote is what calls for it; nothing else of
    // what its blocs care about has a part in this.
    let vote = of(
        &["ORV-territory", "assembly-majority"],
        &["LET-law-approval"],
    );
    let id = |p: &PointId| case.points[p.index()].id.as_str();
    let points: Vec<&str> = vote.points.iter().map(id).collect();
    assert_eq!(points, ["territory", "vote"]);
}

const GARDEN: &str = r#"
format: winset-case/1
id: garden
title: "A garden"
parties:
  - {id: ash, name: "Ash", no_deal: 1}
  - {id: board, name: "Garden Board"}
  - {id: elm, name: "Elm (the neighbour)"}
points:
  - {id: price, title: "Rent", range: {from: 1, to: 9, step: 1, unit: "coins"}}
  - {id: hedge, title: "Hedge; who cuts it", options: [{id: a, label: "Ash"}, {id: e, label: "Elm"}, {id: n, label: "Nobody"}]}
  - {id: gate, title: "Gate", options: [{id: o, label: "Open"}, {id: s, label: "Shut"}]}
preferences:
  ash: {price: {linear: {from: 0, to: 1}}}
lines:
  - {id: low, owner: elm, point: price, ladder: [{accept: {to: 4}, cost: 0}]}
  - {id: odd, owner: ash, point: price, ladder: [{accept: [1, 3, 4, 5], cost: 0}]}
  - {id: fair, owner: board, point: price, ladder: [{accept: {from: 3, to: 5}, cost: 0}]}
  - {id: no-one, owner: ash, point: hedge, ladder: [{accept: [a, e], cost: 0}]}
  - {id: law-gate, owner: board, point: gate, kind: law, ladder: [{accept: [s], cost: 0}]}
links:
  - {id: not-both, owner: elm, exclude: [{hedge: [e]}, {price: {from: 2}}], relax_cost: 1}
  - {id: three, owner: elm, exclude: [{hedge: [e]}, {price: [9]}, {gate: [o]}], relax_cost: 1}
  - {id: mixed, owner: ash, if: {any: [{gate: [o]}, {hedge: [a]}]}, then: {price: [1], gate: [s]}, relax_cost: 1}
  - {id: must, owner: board, require: {any: [{gate: [o]}, {hedge: [a]}]}, relax_cost: 1}
  - {id: open, owner: elm, require: {gate: [o]}, relax_cost: 1}
ratification:
  - id: meeting
    body: "Meeting"
    for_party: board
    seats: 3
    rules: [{id: always, need: 2}, {id: if-open, need: 3, when: {gate: [o], hedge: [n]}}]
    blocs:
      - {id: red, label: Red Rose list, seats: 2, accepts: {price: [9]}}
      - {id: blue, seats: 1, accepts: {}}
"#;

#[test]
fn every_form_of_demand() {
    let case = read(GARDEN.as_bytes());
    check(&case, &["low"], "Elm accepts on Rent only at most 4 coins.");
    check(
        &case,
        &["odd"],
        "Ash accepts on Rent only 1 or 3 to 5 coins.",
    );
    check(
        &case,
        &["fair"],
        "The Garden Board accepts on Rent only 3 to 5 coins.",
    );
    check(
        &case,
        &["no-one"],
        "Ash refuses «Nobody» on “Hedge; who cuts it”.",
    );
    check(
        &case,
        &["not-both"],
        "Elm agrees to «Elm» on “Hedge; who cuts it” only with 1 coins on Rent.",
    );
    check(
        &case,
        &["three"],
        "Elm allows at most one of («Elm» on “Hedge; who cuts it”), (9 coins on Rent) and («Open» on \
         Gate).",
    );
    check(
        &case,
        &["mixed"],
        "Ash agrees to («Open» on Gate, or «Ash» on “Hedge; who cuts it”) only with (1 coins on \
         Rent, and «Shut» on Gate).",
    );
    check(
        &case,
        &["must"],
        "The Garden Board asks for «Open» on Gate, or «Ash» on “Hedge; who cuts it”.",
    );
    check(
        &case,
        &["open"],
        "By law of the Garden Board, Gate can only be «Shut»; but Elm accepts only «Open».",
    );
    check(
        &case,
        &["low", "always"],
        "Elm accepts on Rent only at most 4 coins; but Meeting, for the Garden Board, needs 2 of 3 \
         seats for any package, and has at most 1: Red Rose list is lost over Rent.",
    );
    check(
        &case,
        &["if-open"],
        "Meeting, for the Garden Board, needs 3 of 3 seats for «Nobody» on “Hedge; who cuts \
         it”, and «Open» on Gate.",
    );
    let ash = case.party_named("ash").unwrap();
    let floor = BTreeSet::from([ClashMember::Floor(ash)]);
    let floor = sentence(&case, FloorMode::Members, &floor);
    assert_eq!(floor, "Ash needs at least what it has without a deal.");
    let nothing = clash_told(&case, &Positions::declared(&case), &BTreeSet::new(), &[]);
    assert_eq!(
        nothing.sentence,
        "What nobody can give up leaves no package."
    );
}

/// A sentence names every owner and every point, and is plain text with a clause for each member
/// and each law.
fn check_whole(case: &Case, floors: FloorMode, members: &BTreeSet<ClashMember>) {
    let declared = Positions::declared(case);
    let laws = laws_of(case, &declared, floors, members, &Budget::unlimited()).unwrap();
    let sentence = as_sentence(&argument(case, &declared, members, &laws).join("; "));
    let names = Names::new(case);
    let says = |what: &str| {
        let found = sentence.to_lowercase().contains(&what.to_lowercase());
        assert!(found, "{}: {what} is not in: {sentence}", case.id);
    };
    for member in members {
        match member {
            ClashMember::Floor(party) => says(names.party(*party)),
            ClashMember::Demand(DemandId::Vote(b, r)) => {
                let body = &case.bodies[*b];
                says(names.party(body.party));
                says(&body.name);
                body.rules[*r]
                    .when
                    .points()
                    .into_iter()
                    .for_each(|p| says(names.point(p)));
            }
            ClashMember::Demand(demand) => {
                super::owner(case, *member)
                    .into_iter()
                    .for_each(|o| says(names.party(o)));
                let points: Vec<PointId> = points(case, ClashMember::Demand(*demand));
                points.into_iter().for_each(|p| says(names.point(p)));
            }
        }
    }
    let floors = members
        .iter()
        .filter(|m| matches!(m, ClashMember::Floor(_)))
        .count();
    let clauses = members.len() - floors + usize::from(floors > 0) + laws.len();
    let parted = unquoted(&sentence).split("; ").count();
    assert_eq!(parted, clauses.max(1), "{}: {sentence}", case.id);
    assert!(
        sentence.ends_with('.') && !sentence.contains("  "),
        "{sentence}"
    );
    assert!(!sentence.contains(char::is_control), "{sentence}");
    assert!(!sentence.starts_with(char::is_lowercase), "{sentence}");
}

/// A text without what stands in quotation marks.
fn unquoted(text: &str) -> String {
    let mut depth = 0_usize;
    let outside = |c: &char| {
        match c {
            '«' | '“' => depth += 1,
            '»' | '”' => depth -= 1,
            _ => {}
        }
        depth == 0
    };
    text.chars().filter(outside).collect()
}

#[test]
fn every_clash_is_told_whole() {
    let case = demonstration();
    let declared = Positions::declared(&case);
    let budget = Budget::unlimited();
    let found = clashes(&case, &declared, FloorMode::Members, None, &budget);
    for clash in found.list.iter().take(100) {
        check_whole(&case, FloorMode::Members, clash.members());
    }
    let mut told = 0;
    for seed in 0..1_500 {
        let text = small(seed).to_string();
        let case = winset_model::read_case(text.as_bytes(), Syntax::Json)
            .unwrap()
            .case;
        let declared = Positions::declared(&case);
        for floors in [FloorMode::Ignore, FloorMode::Members] {
            for clash in clashes(&case, &declared, floors, None, &budget).list {
                check_whole(&case, floors, clash.members());
                told += 1;
            }
        }
    }
    assert!(told > 1_000, "{told}");
}

#[test]
fn loops_are_told_as_an_exchange() {
    let case = demonstration();
    let found = winset_solve::circular_waits(&case, None, &Budget::unlimited());
    let told: Vec<_> = found
        .list
        .iter()
        .map(|l| super::loop_told(&case, l))
        .collect();
    assert_eq!(
        told[0].exchange,
        "Lethia gives «Assembly and referendum within the pause» or «Assembly, referendum and \
         national election in 100 days» on How Lethia approves the plan and Orvane gives «60-day \
         pause in all strikes against a fixed date for the vote» on Sequence of the ceasefire in \
         one act: neither before the other."
    );
    assert_eq!(
        told[1].waiting,
        "Lethia agrees to «Three-way technical talks, then leaders» or «Leaders first» on Format of \
         the next round only with «All for all, once, within 30 days» or «All for all in three \
         phases on reconciled lists» on Exchange of prisoners of war; Orvane agrees to «All for \
         all, once, within 30 days» or «All for all in three phases on reconciled lists» only with \
         «Three-way technical talks, then leaders» or «Leaders first» on Format of the next round."
    );
}
