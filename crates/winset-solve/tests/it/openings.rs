//! Openings: the demonstration case, laws on larger random cases, and what happens at the edges.

use std::collections::BTreeSet;

use winset_check::{Cheapest, ClashMember, ConcessionQuestion, Rejection, accept, census, without};
use winset_check::{level, no_other, opening, verify};
use winset_gen::ladders::{self, LaddersSize, ladders};
use winset_gen::rng::Rng;
use winset_model::answer::{Answer, StopReason};
use winset_model::case::{Case, DemandId};
use winset_model::derived::{Concession, ConcessionTerms, Movable, file};
use winset_model::document::{Node, Syntax, Value};
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_model::private::Private;
use winset_solve::{
    Blocked, Budget, FloorMode, OpeningTerms, Openings, OpeningsEnd, Order, Target, Wanted,
    clashes, moves, negotiable, openings, overlap,
};

use crate::demonstration::{case as demonstration, expected, pairs, text};

pub(crate) fn read(file: &serde_json::Value) -> Case {
    let text = file.to_string();
    let reading = winset_model::read_case(text.as_bytes(), Syntax::Json);
    reading.unwrap().case
}

fn find(case: &Case, asked: &OpeningTerms, wanted: Wanted) -> Openings {
    let declared = Positions::declared(case);
    openings(case, &declared, asked, wanted, &Budget::unlimited())
}

fn list(found: &Openings) -> Vec<&Concession> {
    let list = found.list.iter().map(Cheapest::opening);
    list.map(|o| o.concession().as_ref()).collect()
}

/// What an opening gives up, by name: a step for a line, none for what is dropped.
fn named<'a>(case: &'a Case, concession: &Concession) -> BTreeSet<(&'a str, Option<usize>)> {
    let steps = concession.steps.iter();
    let steps = steps.map(|(line, step)| (case.lines[*line].id.as_str(), Some(*step)));
    let drops = concession.dropped.iter();
    steps
        .chain(drops.map(|d| (case.demand_name(*d), None)))
        .collect()
}

fn items(node: &Node) -> &[Node] {
    let Value::List(items) = &node.value else {
        panic!("not a list")
    };
    items
}

fn entry<'a>(node: &'a Node, key: &str) -> &'a Node {
    let Value::Map(entries) = &node.value else {
        panic!("not a mapping")
    };
    &entries.iter().find(|e| e.key == key).unwrap().node
}

#[test]
fn the_demonstration_case_opens_as_its_author_found() {
    let case = demonstration();
    let block = |key| expected(&case, &["cheapest_opening", key]);
    let found = find(&case, &OpeningTerms::default(), Wanted::First(3));
    let stated: BTreeSet<(&str, Option<usize>)> = pairs(block("moves"))
        .into_iter()
        .map(|(line, step)| (line, Some(step.parse().unwrap())))
        .collect();
    let all: Vec<_> = list(&found).iter().map(|c| named(&case, c)).collect();
    assert_eq!(all[0], stated);
    let cost = |place: usize| found.list[place].opening().cost().to_string();
    assert_eq!(cost(0), text(block("cost")));
    assert_eq!(block("unique").value, Value::Bool(true));
    assert_ne!(cost(0), cost(1));
    let next = items(block("next_best"));
    assert_eq!(all.len(), 1 + next.len());
    for (place, stated_next) in (1..).zip(next) {
        assert_eq!(cost(place), text(entry(stated_next, "cost")));
        for (instead_of, moved) in pairs(entry(stated_next, "swap")) {
            let gone: Vec<_> = all[0].difference(&all[place]).collect();
            let new: Vec<_> = all[place].difference(&all[0]).collect();
            assert_eq!(gone.iter().map(|g| g.0).collect::<Vec<_>>(), [instead_of]);
            assert_eq!(new.iter().map(|n| n.0).collect::<Vec<_>>(), [moved]);
        }
    }
    assert!(matches!(found.end, OpeningsEnd::Dearer(_)));
}

#[test]
fn nobody_alone_in_the_demonstration_case() {
    let case = demonstration();
    let asked = OpeningTerms {
        order: Order::Largest,
        ..OpeningTerms::default()
    };
    let all = find(&case, &OpeningTerms::default(), Wanted::All);
    let found = find(&case, &asked, Wanted::First(1));
    let key = |c: &Cheapest| (c.opening().largest(), c.opening().cost());
    let least = all.list.iter().map(key).min().unwrap();
    assert_eq!(key(&found.list[0]), least);
    assert_eq!(found.levels.len(), 1);
    assert!(found.levels[0].scope().most.contains(&Some(least.0 - 1)));
}

/// Cases with too many concessions to try them all.
const MIDDLE: LaddersSize = LaddersSize {
    points: 8,
    options: 4,
    parties: 4,
    lines: 12,
    links: 8,
    bodies: 1,
    grid: 20,
    floor_percent: 75,
};

fn opens(case: &Case, concession: &Concession) -> bool {
    let moved = concession.applied(&Positions::declared(case));
    matches!(
        overlap(case, &moved, &Budget::unlimited()),
        Answer::Found(_)
    )
}

/// What gives up a little less than a concession, in every way.
fn parts(concession: &Concession) -> Vec<Concession> {
    let step = |place: usize| {
        let mut less = concession.clone();
        match less.steps[place].1 {
            1 => drop(less.steps.remove(place)),
            _ => less.steps[place].1 -= 1,
        }
        less
    };
    let drop_of = |demand: &DemandId| {
        let mut less = concession.clone();
        less.dropped.remove(demand);
        less
    };
    let steps = (0..concession.steps.len()).map(step);
    steps
        .chain(concession.dropped.iter().map(drop_of))
        .collect()
}

fn any_concession(case: &Case, rng: &mut Rng) -> Concession {
    let mut concession = Concession::default();
    for demand in case.demands() {
        match demand {
            DemandId::Line(l) => {
                let step = rng.below(case.lines[l].ladder.open().len());
                if step > 0 {
                    concession.steps.push((l, step));
                }
            }
            DemandId::Link(l) if !case.links[l].law && rng.chance(1, 2) => {
                concession.dropped.insert(demand);
            }
            DemandId::Link(_) | DemandId::Vote(..) => {}
        }
    }
    concession
}

#[test]
fn laws_of_openings() {
    let (mut listed, mut covering) = (0, 0);
    for seed in 0..30 {
        let case = read(&ladders(MIDDLE, seed));
        let found = find(&case, &OpeningTerms::default(), Wanted::All);
        assert!(
            matches!(found.end, OpeningsEnd::Complete(_)),
            "{:?}",
            found.end
        );
        let all = list(&found);
        listed += all.len();
        for (place, concession) in all.iter().enumerate() {
            assert!(opens(&case, concession), "seed {seed}");
            for less in parts(concession) {
                assert!(!opens(&case, &less), "seed {seed}: {less:?}");
            }
            assert!(!all[..place].iter().any(|other| concession.covers(other)));
        }
        let costs = found.list.iter().map(|c| c.opening().cost());
        assert!(costs.is_sorted());
        let rng = &mut Rng::new(seed);
        for _ in 0..60 {
            let concession = any_concession(&case, rng);
            let covers = all.iter().any(|minimal| concession.covers(minimal));
            assert_eq!(opens(&case, &concession), covers, "seed {seed}");
            covering += usize::from(covers);
        }
    }
    assert!(listed > 100 && covering > 300, "{listed} and {covering}");
}

#[test]
fn views_agree_with_the_whole_list() {
    for seed in 0..6 {
        let case = read(&ladders(MIDDLE, seed));
        let all = find(&case, &OpeningTerms::default(), Wanted::All);
        let all: Vec<&winset_check::Opening> = all.list.iter().map(Cheapest::opening).collect();
        let demand = DemandId::Line(all[0].concession().steps[0].0);
        let keep = ConcessionTerms {
            keep: BTreeSet::from([demand]),
            ..ConcessionTerms::default()
        };
        let moved = |c: &Concession| c.steps.iter().any(|(l, _)| DemandId::Line(*l) == demand);
        check(&case, &keep, &[], &all, |o| !moved(o.concession()));
        let cap = all[0].costs()[1] / 2;
        let most = [None, Some(cap)];
        check(&case, &ConcessionTerms::default(), &most, &all, |o| {
            o.costs()[1] <= cap
        });
        let only = PartyId(2);
        let alone = ConcessionTerms {
            only_party: Some(only),
            ..ConcessionTerms::default()
        };
        let owners = |c: &Concession| {
            c.steps.iter().all(|(l, _)| case.lines[*l].owner == only)
                && c.dropped.iter().all(|d| match d {
                    DemandId::Link(l) => case.links[*l].owner == Some(only),
                    _ => false,
                })
        };
        check(&case, &alone, &[], &all, |o| owners(o.concession()));
    }
}

/// All minimal openings under terms are those of the whole list that the terms allow, in both
/// orders.
fn check(
    case: &Case,
    terms: &ConcessionTerms,
    most: &[Option<u64>],
    all: &[&winset_check::Opening],
    allowed: impl Fn(&winset_check::Opening) -> bool,
) {
    for order in [Order::Cost, Order::Largest] {
        let asked = OpeningTerms {
            terms: terms.clone(),
            most: most.to_vec(),
            order,
        };
        let found = find(case, &asked, Wanted::All);
        let mut expected: Vec<_> = all.iter().filter(|o| allowed(o)).collect();
        expected.sort_by_key(|o| {
            let largest = match order {
                Order::Cost => 0,
                Order::Largest => o.largest(),
            };
            (largest, o.cost(), o.taken(), (**o.concession()).clone())
        });
        let expected: Vec<&Concession> = expected.iter().map(|o| &**o.concession()).collect();
        assert_eq!(list(&found), expected);
    }
}

#[test]
fn votes_are_set_aside_only_when_allowed() {
    let mut aside = 0;
    for seed in 0..400 {
        let case = read(&ladders::small(seed));
        let with = |votes| {
            let terms = ConcessionTerms {
                votes,
                ..ConcessionTerms::default()
            };
            let asked = OpeningTerms {
                terms,
                ..OpeningTerms::default()
            };
            find(&case, &asked, Wanted::First(1))
        };
        let kept = with(Movable::Never);
        let vote = |d: &DemandId| matches!(d, DemandId::Vote(..));
        let any_vote = |c: &&Concession| c.dropped.iter().any(vote);
        assert!(!list(&kept).iter().any(any_vote));
        let free = with(Movable::Allowed);
        aside += list(&free).iter().filter(|c| any_vote(c)).count();
        if let (Some(kept), Some(free)) = (kept.list.first(), free.list.first()) {
            assert!(free.opening().cost() <= kept.opening().cost());
        }
    }
    assert!(aside > 10, "{aside}");
}

#[test]
fn what_is_open_already_gives_up_nothing() {
    let case = demonstration();
    let opened = crate::demonstration::opened(&case);
    for wanted in [Wanted::First(3), Wanted::All] {
        for order in [Order::Cost, Order::Largest] {
            let asked = OpeningTerms {
                order,
                ..OpeningTerms::default()
            };
            let found = openings(&case, &opened, &asked, wanted, &Budget::unlimited());
            assert_eq!(list(&found), [&Concession::default()]);
            assert!(matches!(found.end, OpeningsEnd::Complete(_)));
            assert!(found.list[0].cheaper().is_none());
            assert_eq!(found.list[0].opening().cost(), 0);
        }
    }
}

#[test]
fn the_reason_is_said_when_nothing_opens() {
    let case = demonstration();
    let alone = |party: &str| {
        let terms = ConcessionTerms {
            only_party: case.party_named(party),
            ..ConcessionTerms::default()
        };
        let asked = OpeningTerms {
            terms,
            ..OpeningTerms::default()
        };
        find(&case, &asked, Wanted::First(1))
    };
    let orvane = alone("orvane");
    assert!(orvane.list.is_empty());
    assert!(matches!(
        orvane.end,
        OpeningsEnd::Nothing(_, Blocked::NoDealValues)
    ));
    let lethia = alone("lethia");
    assert!(matches!(
        lethia.end,
        OpeningsEnd::Nothing(_, Blocked::Positions(_))
    ));
    // Laws alone leave nothing, and there is no ladder at all.
    let mut file = ladders::small(0);
    file["lines"] = serde_json::json!([]);
    file["links"] = serde_json::json!([{"id": "never", "kind": "law", "require": {"not": {"any": [
        {"x0": ["o0"]}, {"not": {"x0": ["o0"]}}]}}}]);
    let found = find(&read(&file), &OpeningTerms::default(), Wanted::All);
    let OpeningsEnd::Nothing(proof, Blocked::Positions(_)) = found.end else {
        panic!("{:?}", found.end)
    };
    assert_eq!(proof.cost_most(), None);
}

#[test]
fn costs_beyond_every_range_are_said_to_be() {
    let mut case = demonstration();
    // More than a file may state.
    let mut ladder = case.lines[0].ladder.open().clone();
    ladder[1].cost = 1 << 62;
    ladder[2].cost = 1 << 62;
    case.lines[0].ladder = Private::new(ladder);
    let found = find(&case, &OpeningTerms::default(), Wanted::All);
    let OpeningsEnd::Stopped(cut) = found.end else {
        panic!("{:?}", found.end)
    };
    assert_eq!(cut.reason, StopReason::NumberLimit);
}

/// However early it is stopped: what is listed comes first, and the bound holds.
#[test]
fn a_stopped_list_is_honest() {
    let (mut partly, mut bounded) = (0, 0);
    for order in [Order::Cost, Order::Largest] {
        let asked = OpeningTerms {
            order,
            ..OpeningTerms::default()
        };
        let case = demonstration();
        let all = find(&case, &asked, Wanted::All);
        let declared = Positions::declared(&case);
        for looks in [0, 1, 2, 4, 7, 11, 16, 22, 30, 45, 60, 80, 100, 150] {
            let left = std::sync::atomic::AtomicU32::new(looks);
            let stop = || {
                let over = left
                    .fetch_update(
                        std::sync::atomic::Ordering::Relaxed,
                        std::sync::atomic::Ordering::Relaxed,
                        |n| n.checked_sub(1),
                    )
                    .is_err();
                over.then_some(StopReason::Interrupted)
            };
            let budget = Budget {
                stop: &stop,
                ..Budget::unlimited()
            };
            let found = openings(&case, &declared, &asked, Wanted::All, &budget);
            let OpeningsEnd::Stopped(cut) = &found.end else {
                continue;
            };
            assert_eq!(cut.reason, StopReason::Interrupted);
            let listed = list(&found);
            let key = |c: &Cheapest| match order {
                Order::Cost => (0, c.opening().cost()),
                Order::Largest => (c.opening().largest(), c.opening().cost()),
            };
            let missing = all.list.iter().filter(|c| {
                let concession = c.opening().concession().as_ref();
                !listed.contains(&concession)
            });
            let next = missing.map(key).min();
            let last = found.list.last().map(key);
            assert!(last <= next || next.is_none(), "{order:?}, {looks} looks");
            if let Some((largest, cost)) = next {
                assert!(cut.level.unwrap_or(0) <= largest);
                if cut.level.is_none_or(|l| l == largest) {
                    assert!(cut.at_least <= cost, "{order:?}, {looks} looks");
                }
                bounded += usize::from(cut.at_least > 0);
            }
            partly += usize::from(!listed.is_empty());
        }
    }
    assert!(partly > 10 && bounded > 15, "{partly} and {bounded}");
    let case = demonstration();
    let none = Budget {
        nodes_max: Some(0),
        ..Budget::unlimited()
    };
    let declared = Positions::declared(&case);
    let asked = OpeningTerms::default();
    let found = openings(&case, &declared, &asked, Wanted::All, &none);
    let OpeningsEnd::Stopped(cut) = found.end else {
        panic!("{:?}", found.end)
    };
    assert_eq!((cut.reason, cut.at_least), (StopReason::NodeLimit, 0));
}

#[test]
fn what_is_not_shown_is_refused() {
    let case = demonstration();
    let declared = Positions::declared(&case);
    let asked = ConcessionQuestion::new(&case, &declared, &ConcessionTerms::default()).unwrap();
    let found = find(&case, &OpeningTerms::default(), Wanted::First(1));
    let cheapest = &found.list[0];
    let cost = cheapest.opening().cost();
    let proof = cheapest.cheaper().unwrap().proof().bytes().to_vec();
    // The derived package of the opening: found again by asking for it.
    let positions = asked.costing_at_most(cost);
    let budget = Budget::unlimited();
    let Answer::Found(package) = overlap(&asked.relaxed().case, &positions, &budget) else {
        panic!("nothing")
    };
    let package = package.package();
    let right = level(&asked, cost, proof.clone()).unwrap();
    let shown = right.cheapest(package).unwrap();
    assert_eq!(
        shown.opening().concession(),
        cheapest.opening().concession()
    );
    // Another cost, other terms, what is known already.
    assert!(level(&asked, cost + 1, proof.clone()).is_err());
    assert!(level(&asked, cost - 1, proof.clone()).is_err());
    assert!(no_other(&asked, None, proof.clone()).is_err());
    assert!(no_other(&asked, Some(cost), proof.clone()).is_err());
    let free = level(&asked, 0, Vec::new()).unwrap();
    assert_eq!(free.cheapest(package), Err(Rejection::OtherCost));
    let capped = asked.within(&[Some(1)]);
    assert!(level(&capped, cost, proof.clone()).is_err());
    assert!(opening(&capped, package).is_err());
    let known = [shown.opening().concession().clone()];
    let beyond = asked.beyond(&known);
    assert!(level(&beyond, cost, proof.clone()).is_err());
    assert!(opening(&beyond, package).is_err());
    let votes = ConcessionTerms {
        votes: Movable::Allowed,
        ..ConcessionTerms::default()
    };
    let votes = ConcessionQuestion::new(&case, &declared, &votes).unwrap();
    assert!(level(&votes, cost, proof).is_err());
    let mut short = declared.clone();
    short.steps.pop();
    assert!(ConcessionQuestion::new(&case, &short, &ConcessionTerms::default()).is_err());
}

#[test]
fn certificates_can_be_checked_from_the_derived_file() {
    let case = demonstration();
    let declared = Positions::declared(&case);
    for order in [Order::Cost, Order::Largest] {
        let asked = OpeningTerms {
            order,
            ..OpeningTerms::default()
        };
        let found = find(&case, &asked, Wanted::First(4));
        let rest = match &found.end {
            OpeningsEnd::Dearer(rest) => rest,
            other => panic!("{other:?}"),
        };
        let cheaper = found.list.iter().filter_map(Cheapest::cheaper);
        for claim in cheaper.chain(&found.levels).chain([rest]) {
            let scope = claim.scope();
            let again = ConcessionQuestion::new(&case, &declared, &scope.terms).unwrap();
            let again = again.within(&scope.most).beyond(&scope.beyond);
            let derived = file(&again.relaxed().case).canonical_json();
            let read = winset_model::read_case(derived.as_bytes(), Syntax::Json);
            let derived = read.unwrap().case;
            let proof = verify(&derived, claim.proof().bytes()).unwrap();
            let stated = match claim.cost_most() {
                Some(cost) => again.costing_at_most(cost),
                None => again.relaxed().positions.clone(),
            };
            assert_eq!(proof.positions(), &stated);
        }
    }
}

#[test]
fn moves_end_the_clashes_that_they_end_by_enumeration() {
    let (mut ended, mut stayed) = (0, 0);
    for seed in 0..300 {
        let case = read(&ladders::small(seed));
        let declared = Positions::declared(&case);
        let budget = Budget::unlimited();
        let clashes = clashes(&case, &declared, FloorMode::Ignore, None, &budget).list;
        let found = find(&case, &OpeningTerms::default(), Wanted::First(2));
        let lists = moves(&case, &declared, &list(&found), &clashes, &budget).unwrap();
        let bare = declared.clone().without_floors();
        let all = negotiable(&case, &bare, FloorMode::Ignore);
        for (concession, made) in list(&found).iter().zip(&lists) {
            assert_eq!(made.len(), concession.len());
            for one in made {
                let member = ClashMember::Demand(one.demand);
                for (place, clash) in clashes.iter().enumerate() {
                    let inside = clash.members().contains(&member);
                    assert_eq!(one.member_of.contains(&place), inside);
                    let mut out = all.difference(clash.members()).copied().collect();
                    let mut asked = without(&bare, &out);
                    match (one.to, one.demand) {
                        (Target::Step(step), DemandId::Line(l)) => asked.steps[l] = step,
                        (Target::Dropped, _) => {
                            out.insert(member);
                            asked = without(&bare, &out);
                        }
                        other => panic!("{other:?}"),
                    }
                    let ends = inside && census(&case, &asked, 3_000).unwrap().count > 0;
                    assert_eq!(one.ends.contains(&place), ends, "seed {seed}");
                    ended += usize::from(ends);
                    stayed += usize::from(inside && !ends);
                }
            }
        }
    }
    assert!(ended > 50 && stayed > 10, "{ended} and {stayed}");
}

#[test]
fn threads_change_nothing() {
    let case = demonstration();
    let declared = Positions::declared(&case);
    let asked = OpeningTerms::default();
    let with = |threads| {
        let budget = Budget {
            threads,
            ..Budget::unlimited()
        };
        openings(&case, &declared, &asked, Wanted::First(5), &budget)
    };
    let (one, three) = (with(1), with(3));
    assert_eq!(one.list, three.list);
    let first = one.list[0].opening();
    let moved = first.concession().applied(&declared);
    let package = first.acceptable().package();
    assert_eq!(
        accept(&case, &moved, package).as_ref(),
        Ok(first.acceptable())
    );
}
