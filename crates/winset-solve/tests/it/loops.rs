//! Conditions that wait for each other: those of the demonstration case found by hand, and random
//! cases against trying every sequence of links.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use winset_gen::rng::Rng;
use winset_model::answer::StopReason;
use winset_model::case::{Case, LinkRule};
use winset_model::condition::{Condition, Term};
use winset_model::document::Syntax;
use winset_model::options::{OptionSet, PointId};
use winset_solve::{Budget, CircularWait, CircularWaits, circular_waits};

use crate::demonstration::case;

fn all(case: &Case) -> CircularWaits {
    circular_waits(case, None, &Budget::unlimited())
}

fn ids<'a>(case: &'a Case, found: &CircularWait) -> Vec<&'a str> {
    found
        .links
        .iter()
        .map(|l| case.links[*l].id.as_str())
        .collect()
}

/// What each link gives, as words: "ceasefire: c2".
fn gives(case: &Case, found: &CircularWait) -> Vec<String> {
    let words = |(point, options): &(PointId, OptionSet)| {
        let point = &case.points[point.index()];
        let options: Vec<&str> = options
            .iter()
            .map(|o| point.options[o.index()].id.as_str())
            .collect();
        format!("{}: {}", point.id, options.join(" "))
    };
    found.gives.iter().map(words).collect()
}

/// By hand: what is asked for is a vote (of territory, of the pause, of the guarantee), a ceasefire
/// (of the vote, of relief), an exchange (of the format), a format (of the exchange), a guarantee
/// (of territory), monitors, accountability, a panel, keep-out zones, a fund, a ban. Of these only
/// vote, ceasefire, exchange, format and guarantee trigger links, and only two chains come back.
#[test]
fn the_loops_of_the_demonstration_case() {
    let case = case();
    let found = all(&case);
    assert_eq!((found.stopped, found.left_out.len()), (None, 0));
    let listed: Vec<_> = found.list.iter().map(|l| ids(&case, l)).collect();
    assert_eq!(
        listed,
        [
            ["LET-law-vote-needs-pause", "ORV-pause-only-for-vote"],
            ["LET-format-needs-exchange", "ORV-exchange-needs-format"],
        ]
    );
    let [pause, format] = &found.list[..] else {
        panic!("not two")
    };
    assert_eq!(gives(&case, pause), ["vote: v2 v3", "ceasefire: c2"]);
    // Orvane's declared line on the ceasefire is c4 alone.
    assert_eq!(
        (pause.under_laws, pause.within_lines),
        (Some(true), Some(false))
    );
    assert_eq!(gives(&case, format), ["format: o2 o3", "prisoners: x1 x2"]);
    assert_eq!(
        (format.under_laws, format.within_lines),
        (Some(true), Some(true))
    );
}

/// As the number of packages in `possible` says.
const POINTS: usize = 4;
const OPTIONS: usize = 3;

/// A case of links alone, most of them "if" and "then".
fn links(seed: u64) -> Case {
    let mut rng = Rng::new(seed);
    let options: Vec<Value> = (0..OPTIONS)
        .map(|o| json!({"id": format!("o{o}"), "label": "x"}))
        .collect();
    let points: Vec<Value> = (0..POINTS)
        .map(|p| json!({"id": format!("p{p}"), "title": "x", "options": options}))
        .collect();
    let link = |l: usize, rng: &mut Rng| {
        let mut link = json!({"id": format!("l{l}")});
        if rng.chance(1, 10) {
            link["require"] = condition(rng);
        } else {
            link["if"] = condition(rng);
            link["then"] = condition(rng);
        }
        if rng.chance(1, 4) {
            link["kind"] = json!("law");
        } else {
            link["relax_cost"] = json!(1);
            link["owner"] = json!(["a", "b"][rng.below(2)]);
        }
        link
    };
    let count = 2 + rng.below(7);
    let links: Vec<Value> = (0..count).map(|l| link(l, &mut rng)).collect();
    let lines: Vec<Value> = (0..rng.below(4))
        .map(|l| {
            let (accept, point) = (some(&mut rng), format!("p{}", rng.below(POINTS)));
            let kind = ["law", "demand"][rng.below(2)];
            let ladder = json!([{"accept": accept, "cost": 0}]);
            json!({"id": format!("line{l}"), "owner": "a", "point": point, "kind": kind, "ladder": ladder})
        })
        .collect();
    let file = json!({
        "format": "winset-case/1", "id": format!("links-{seed}"), "title": "x",
        "parties": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
        "points": points, "links": links, "lines": lines,
    });
    let read = winset_model::read_case(file.to_string().as_bytes(), Syntax::Json);
    read.unwrap_or_else(|found| panic!("{found:#?}")).case
}

fn some(rng: &mut Rng) -> Vec<String> {
    let count = 1 + rng.below(2);
    rng.some(count, OPTIONS)
        .into_iter()
        .map(|o| format!("o{o}"))
        .collect()
}

fn condition(rng: &mut Rng) -> Value {
    let one = |rng: &mut Rng| json!({format!("p{}", rng.below(POINTS)): some(rng)});
    match rng.below(12) {
        0..8 => one(rng),
        8 => json!({"all": [one(rng), one(rng)]}),
        9 | 10 => json!({"any": [one(rng), one(rng)]}),
        _ => json!({"not": one(rng)}),
    }
}

/// The points and options that a link's side mentions; none when it is not of sets alone.
fn side(case: &Case, link: usize, then: usize) -> Option<Vec<(PointId, OptionSet)>> {
    let LinkRule::IfThen { .. } = case.links[link].rule.open() else {
        return None;
    };
    let terms = case.links[link].rule.open().conditions()[then].terms();
    if terms
        .iter()
        .any(|t| matches!(t, Term::Not | Term::AtLeast { .. }))
    {
        return None;
    }
    let sets = terms.iter().filter_map(|t| match t {
        Term::Holds { point, options } => Some((*point, options.clone())),
        _ => None,
    });
    Some(sets.collect())
}

fn triggers(case: &Case, from: usize, to: usize) -> bool {
    let (Some(asked), Some(when), Some(_), Some(_)) = (
        side(case, from, 1),
        side(case, to, 0),
        side(case, from, 0),
        side(case, to, 1),
    ) else {
        return false;
    };
    let pair = |a: &(PointId, OptionSet)| when.iter().any(|b| a.0 == b.0 && !a.1.is_disjoint(&b.1));
    asked.iter().any(pair)
}

/// All loops, by extending every sequence of different links.
fn by_enumeration(case: &Case) -> BTreeSet<Vec<usize>> {
    let mut loops = BTreeSet::new();
    let mut sequences: Vec<Vec<usize>> = (0..case.links.len()).map(|l| vec![l]).collect();
    while let Some(sequence) = sequences.pop() {
        let (first, last) = (sequence[0], sequence[sequence.len() - 1]);
        let owners: BTreeSet<_> = sequence.iter().map(|l| case.links[*l].owner).collect();
        if sequence.len() > 1 && owners.len() > 1 && triggers(case, last, first) {
            loops.insert(sequence.clone());
        }
        if sequence.len() < 6 {
            for next in first + 1..case.links.len() {
                if !sequence.contains(&next) && triggers(case, last, next) {
                    sequences.push([&sequence[..], &[next]].concat());
                }
            }
        }
    }
    loops
}

/// Whether some package meets all conditions of the links, and these lines.
fn possible(case: &Case, links: &[usize], line: impl Fn(usize) -> bool) -> bool {
    (0..OPTIONS.pow(4)).any(|code| {
        let option = |p: PointId| {
            winset_model::options::OptionId::at(code / OPTIONS.pow(u32::from(p.0)) % OPTIONS)
        };
        let holds = |condition: &Condition| {
            let mut stack: Vec<bool> = Vec::new();
            for term in condition.terms() {
                let value = match term {
                    Term::Holds { point, options } => options.contains(option(*point)),
                    Term::All { of } => stack.split_off(stack.len() - of).iter().all(|v| *v),
                    Term::Any { of } => stack.split_off(stack.len() - of).iter().any(|v| *v),
                    Term::Not => !stack.pop().unwrap(),
                    Term::AtLeast { .. } => panic!("none is made"),
                };
                stack.push(value);
            }
            stack.pop().unwrap()
        };
        let kept = |rule: &LinkRule| match rule {
            LinkRule::IfThen { when, then } => !holds(when) || holds(then),
            LinkRule::Require(condition) => holds(condition),
            LinkRule::Exclude(_) => panic!("none is made"),
        };
        let both = |l: &usize| {
            case.links[*l]
                .rule
                .open()
                .conditions()
                .into_iter()
                .all(holds)
        };
        let mut laws = case.links.iter().filter(|l| l.law);
        let mut lines = case.lines.iter().enumerate().filter(|(l, _)| line(*l));
        links.iter().all(both)
            && laws.all(|l| kept(l.rule.open()))
            && lines.all(|(_, l)| l.ladder.open()[0].accept.contains(option(l.point)))
    })
}

fn check(case: &Case) -> usize {
    let found = all(case);
    assert_eq!(found.stopped, None);
    let listed: BTreeSet<Vec<usize>> = found.list.iter().map(|l| l.links.clone()).collect();
    assert_eq!(
        listed.len(),
        found.list.len(),
        "{}: one comes twice",
        case.id
    );
    assert_eq!(listed, by_enumeration(case), "{}", case.id);
    let order: Vec<_> = found
        .list
        .iter()
        .map(|l| (l.links.len(), l.links.clone()))
        .collect();
    assert!(order.is_sorted(), "{}", case.id);
    for link in 0..case.links.len() {
        let LinkRule::IfThen { .. } = case.links[link].rule.open() else {
            assert!(!found.left_out.contains(&link));
            continue;
        };
        let sets = side(case, link, 0).is_some() && side(case, link, 1).is_some();
        assert_eq!(found.left_out.contains(&link), !sets, "{}", case.id);
    }
    for of in &found.list {
        let points: BTreeSet<PointId> = of
            .links
            .iter()
            .flat_map(|l| case.links[*l].rule.open().conditions())
            .flat_map(Condition::points)
            .collect();
        let near = |l: usize| case.lines[l].law || points.contains(&case.lines[l].point);
        for (said, exact) in [
            (
                of.under_laws,
                possible(case, &of.links, |l| case.lines[l].law),
            ),
            (of.within_lines, possible(case, &of.links, near)),
        ] {
            assert!(said == Some(exact), "{}: {of:?}", case.id);
        }
        for (place, (point, options)) in of.gives.iter().enumerate() {
            let before = of.links[(place + of.links.len() - 1) % of.links.len()];
            let inside = |side: Vec<(PointId, OptionSet)>| {
                let sets = side.iter().filter(|(p, _)| p == point);
                let all = sets.fold(OptionSet::EMPTY, |all, (_, set)| all.or(set));
                !options.is_empty() && options.is_subset(&all)
            };
            assert!(inside(side(case, before, 1).unwrap()), "{}", case.id);
            assert!(
                inside(side(case, of.links[place], 0).unwrap()),
                "{}",
                case.id
            );
        }
    }
    found.list.len()
}

#[test]
fn random_links_wait_as_trying_every_sequence_shows() {
    let found: usize = (0..3_000).map(|seed| check(&links(seed))).sum();
    assert!(found > 2_000, "{found}");
}

#[test]
fn so_many_are_the_first_of_all() {
    for seed in 0..300 {
        let case = links(seed);
        let whole = all(&case).list;
        for count in 0..3 {
            let found = circular_waits(&case, Some(count), &Budget::unlimited());
            assert_eq!(found.list[..], whole[..count.min(whole.len())]);
            let more = (count < whole.len()).then_some(StopReason::NodeLimit);
            assert_eq!(found.stopped, more, "seed {seed}");
        }
    }
}

#[test]
fn a_budget_stops_it() {
    let stop = || Some(StopReason::Interrupted);
    let budget = Budget {
        stop: &stop,
        ..Budget::unlimited()
    };
    let found = circular_waits(&case(), None, &budget);
    assert_eq!(
        (found.list.len(), found.stopped),
        (0, Some(StopReason::Interrupted))
    );
}
