//! Sliders on ladders: positions as fields of a form, and what they come to.

use std::borrow::Cow;
use std::time::Duration;

use winset_answers::ask::{Movers, OverlapAnswer, ends_clash, overlap_answer};
use winset_model::case::{Case, DemandId};
use winset_model::derived::Concession;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, Count};
use winset_told::verdict::obstacle_said;
use winset_told::words::{capital, labels, party_named};

use super::PageView;
use super::address::{DROP, STEP};
use super::answer::{packages, stopped};
use crate::within::within;
use winset_told::messages::Language;

/// How long the answer to a slider may take.
const TIME: Duration = Duration::from_millis(1_500);

/// A demand that may move.
#[derive(Debug)]
pub(crate) struct Slider {
    pub(crate) field: String,
    pub(crate) id: String,
    pub(crate) owner: String,
    pub(crate) title: String,
    /// The step it stands on, of so many; a drop is step 1 of 1.
    pub(crate) step: usize,
    pub(crate) last: usize,
    /// Whether it is a link that stands or is dropped.
    pub(crate) drop: bool,
    /// What the first step accepts and each later one adds, and its cost.
    pub(crate) steps: Vec<(String, String)>,
}

/// The positions that the fields of a query stand for. What names nothing that may move is passed
/// over: the page shows what counts.
pub(crate) fn positions(case: &Case, query: &[(String, String)], movers: Movers) -> Positions {
    let mut positions = Positions::declared(case);
    for (field, value) in query {
        if let Some(id) = field.strip_prefix(STEP)
            && let Some(DemandId::Line(line)) = case.demand_named(id)
            && movers.may_move(Some(case.lines[line].owner))
        {
            let last = case.lines[line].ladder.open().len().saturating_sub(1);
            positions.steps[line] = value.parse().unwrap_or(0).min(last);
        } else if let Some(id) = field.strip_prefix(DROP)
            && let Some(demand @ DemandId::Link(link)) = case.demand_named(id)
            && !case.is_law(demand)
            && movers.may_move(case.links[link].owner)
            && value != "0"
        {
            positions.dropped.insert(demand);
        }
    }
    positions
}

/// What moved from the declared positions.
pub(crate) fn concession(case: &Case, positions: &Positions) -> Concession {
    let declared = Positions::declared(case);
    let steps = positions.steps.iter().zip(&declared.steps).enumerate();
    let steps = steps.filter(|(_, (now, before))| now > before);
    Concession {
        steps: steps.map(|(line, (now, _))| (line, *now)).collect(),
        dropped: positions.dropped.clone(),
    }
}

/// Everything that may move: lines with ladders and links with costs, those in clashes first.
pub(crate) fn sliders(
    case: &Case,
    positions: &Positions,
    movers: Movers,
    clashing: &[DemandId],
) -> Vec<Slider> {
    let demands = case.demands().into_iter().filter(|d| !case.is_law(*d));
    let mut demands: Vec<DemandId> = demands.collect();
    demands.sort_by_key(|d| !clashing.contains(d));
    let sliders = demands
        .into_iter()
        .filter_map(|d| slider(case, positions, movers, d));
    sliders.collect()
}

fn slider(case: &Case, positions: &Positions, movers: Movers, demand: DemandId) -> Option<Slider> {
    let named = |party| capital(&party_named(case, party));
    match demand {
        DemandId::Line(place) => {
            let line = &case.lines[place];
            let ladder = line.ladder.open();
            if ladder.len() < 2 || !movers.may_move(Some(line.owner)) {
                return None;
            }
            let point = &case.points[line.point.index()];
            // What a step accepts more than the one before.
            let step = |(n, step): (usize, &winset_model::case::Step)| {
                let before = n.checked_sub(1).map(|before| ladder[before].accept.clone());
                let more = step.accept.without(&before.unwrap_or_default());
                let names = labels(case, line.point, &more, "or");
                (names, winset_told::grouped(step.cost))
            };
            Some(Slider {
                field: format!("{STEP}{}", line.id),
                id: line.id.clone(),
                owner: named(line.owner),
                title: point.title.clone(),
                step: positions.steps[place],
                last: ladder.len() - 1,
                drop: false,
                steps: ladder.iter().enumerate().map(step).collect(),
            })
        }
        DemandId::Link(place) => {
            let link = &case.links[place];
            let cost = link.relax_cost?;
            if !movers.may_move(link.owner) {
                return None;
            }
            let dropped = positions.dropped.contains(&demand);
            Some(Slider {
                field: format!("{DROP}{}", link.id),
                id: link.id.clone(),
                owner: link.owner.map_or_else(String::new, named),
                title: winset_told::words::link(case, link),
                step: usize::from(dropped),
                last: 1,
                drop: true,
                steps: vec![(String::new(), winset_told::grouped(cost))],
            })
        }
        DemandId::Vote(..) => None,
    }
}

/// What positions come to.
#[derive(Debug)]
pub(crate) struct Slid {
    /// The overlap: a number of packages, or that there is none, or that it is not known.
    pub(crate) text: String,
    pub(crate) class: &'static str,
    /// Why there is none.
    pub(crate) why: Option<String>,
    /// What the moves cost each owner, and all of them.
    pub(crate) costs: Vec<(String, String)>,
    pub(crate) total: String,
    /// For each clash, in the order of the list, whether it is out; `None` where that is not known.
    pub(crate) out: Vec<Option<bool>>,
    pub(crate) left: usize,
}

/// Finds out.
pub(crate) fn slid(view: &PageView<'_>, positions: &Positions) -> Slid {
    within(TIME, view.refusals, |budget| {
        answered(view, positions, budget)
    })
}

fn answered(view: &PageView<'_>, positions: &Positions, budget: &Budget<'_>) -> Slid {
    let (case, words, found) = (view.case(), view.words, view.found);
    let concession = concession(case, positions);
    let out: Vec<Option<bool>> = found.clashes.get().map_or_else(Vec::new, |found| {
        let told = found.told.iter();
        told.map(|told| {
            if concession.is_empty() {
                Some(false)
            } else {
                ends_clash(case, positions, &told.clash, budget)
            }
        })
        .collect()
    });
    let of_demands = |place: &usize| {
        let found = found.clashes.get();
        found.is_some_and(|found| !found.told[*place].clash.members().is_empty())
    };
    let left = (0..out.len()).filter(|place| out[*place] != Some(true));
    let left = left.filter(of_demands).count();
    let OverlapSaid { text, why, class } = overlap_said(words, case, positions, budget);
    let costs = concession.costs(case, &Positions::declared(case));
    let total: u64 = costs.iter().sum();
    let owners = costs.iter().enumerate().filter(|(_, cost)| **cost > 0);
    let owners = owners.map(|(p, c)| {
        let name = capital(&party_named(case, PartyId::at(p)));
        (name, winset_told::grouped(c))
    });
    // The number and the positions that it is about, in one sentence.
    let moves = winset_told::opening::given_up(&concession).len();
    Slid {
        text: format!("{}: {text}", words.count("after-steps", moves)),
        class,
        why,
        costs: owners.collect(),
        total: winset_told::grouped(total),
        out,
        left,
    }
}

/// Whether there is an overlap at positions, in words.
struct OverlapSaid {
    text: String,
    why: Option<String>,
    class: &'static str,
}

fn overlap_said(
    words: &Language,
    case: &Case,
    positions: &Positions,
    budget: &Budget<'_>,
) -> OverlapSaid {
    let said = |text: Cow<'_, str>, class| OverlapSaid {
        text: text.into_owned(),
        why: None,
        class,
    };
    match overlap_answer(case, positions, budget) {
        OverlapAnswer::None(obstacle) => OverlapSaid {
            why: obstacle.map(|obstacle| obstacle_said(words, obstacle, false)),
            ..said(words.get("slide-none"), "closed")
        },
        OverlapAnswer::Found(Count::Exact(n)) => said(words.count("slide-packages", n), "open"),
        OverlapAnswer::Found(count) => {
            said(words.with("slide-between", packages(words, &count)), "open")
        }
        OverlapAnswer::Stopped(reason) => said(stopped(words, reason).into(), "unknown"),
    }
}

#[cfg(test)]
mod tests {
    use winset_model::document::Syntax;
    use winset_model::read_case;

    use super::*;
    use crate::pages::address::fields;

    /// A line with three steps, one that is a law, and links: with a cost of each party, of nobody,
    /// and one that is a law.
    const CASE: &str = "
format: winset-case/1
id: slides
title: Slides
parties: [{id: north, name: North}, {id: south, name: South}]
points:
  - {id: fee, title: Fee, options: [{id: a, label: A}, {id: b, label: B}, {id: c, label: C}]}
  - {id: law, title: Law, options: [{id: d, label: D}, {id: e, label: E}]}
lines:
  - {id: own, owner: north, point: fee, ladder: [{accept: a, cost: 0}, {accept: [a, b], cost: 2}, {accept: [a, b, c], cost: 5}]}
  - {id: theirs, owner: south, point: fee, ladder: [{accept: c, cost: 0}, {accept: [a, b, c], cost: 7}]}
  - {id: fixed, owner: north, point: law, kind: law, ladder: [{accept: d, cost: 0}]}
links:
  - {id: tie, owner: north, if: {fee: a}, then: {law: d}, relax_cost: 3}
  - {id: knot, owner: south, if: {fee: c}, then: {law: e}, relax_cost: 4}
  - {id: bond, kind: law, if: {fee: b}, then: {law: d}}
";

    /// What the fields come to, as fields again.
    fn check(movers: Movers, query: &[(&str, &str)], expected: &str) {
        let case = read_case(CASE.as_bytes(), Syntax::Yaml).unwrap().case;
        let query: Vec<(String, String)> = query
            .iter()
            .map(|(field, value)| ((*field).to_owned(), (*value).to_owned()))
            .collect();
        let at = positions(&case, &query, movers);
        let found = fields(&case, &concession(&case, &at));
        assert_eq!(found, expected, "{movers:?} {query:?}");
    }

    #[test]
    fn fields_move_what_may_move_and_nothing_else() {
        let north = Movers::Only(PartyId::at(0));
        let every = [
            ("step.own", "1"),
            ("step.theirs", "1"),
            ("drop.tie", "1"),
            ("drop.knot", "1"),
        ];
        check(
            Movers::All,
            &every,
            "step.own=1&step.theirs=1&drop.tie=1&drop.knot=1",
        );
        check(north, &every, "step.own=1&drop.tie=1");
        check(Movers::Nobody, &every, "");
        // Laws, names that are no demands or demands of the other kind, and other fields.
        for field in [
            "step.fixed",
            "drop.fixed",
            "drop.bond",
            "step.bond",
            "step.tie",
            "drop.own",
            "step.",
            "drop.",
            "step.nowhere",
            "drop.nowhere",
            "own",
            "x.own",
            "",
        ] {
            check(Movers::All, &[(field, "1")], "");
        }
    }

    #[test]
    fn steps_end_with_the_ladder_and_what_is_no_number_is_no_step() {
        for (value, expected) in [
            ("0", ""),
            ("2", "step.own=2"),
            ("3", "step.own=2"),
            ("18446744073709551615", "step.own=2"),
            ("18446744073709551616", ""),
            ("-1", ""),
            ("1.5", ""),
            ("", ""),
            ("one", ""),
        ] {
            check(Movers::All, &[("step.own", value)], expected);
        }
        check(
            Movers::All,
            &[("step.own", "2"), ("step.own", "1")],
            "step.own=1",
        );
        check(Movers::All, &[("drop.tie", "0")], "");
        check(Movers::All, &[("drop.tie", "")], "drop.tie=1");
    }
}
