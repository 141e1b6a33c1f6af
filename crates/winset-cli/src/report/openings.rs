//! The annex on openings.

use crate::paper::{Block, Section};
use winset::check::{Cheapest, Opening};
use winset::model::case::DemandId;
use winset::model::options::OptionSet;
use winset::solve::{OpeningsEnd, Target};
use winset::told::opening::costs_by_owner;

use super::commands::{changes, winset, word};
use super::findings::Findings;
use crate::open::{headline, reason, unfinished};
use crate::what_if::headline as what_if;
use winset::ask::ReportCheck;
use winset::told::brief::settled_points;
use winset::told::opening::{MoveTold, difference, given_up, moved};
use winset::told::standing::{self, Standing};
use winset::told::verdict::amount;
use winset::told::words::{capital, choice, counted, grouped, listed, party_named};

/// The folder that a check writes proofs to.
const PROOFS: &str = "proofs";

/// What would open an overlap.
pub(super) fn annex(findings: &Findings<'_>) -> Section {
    let opened = findings.opened;
    let mut blocks = vec![Block::Text(headline(findings.case, opened))];
    match (&opened.found.end, opened.found.list.is_empty()) {
        (OpeningsEnd::Nothing(_, why), _) => {
            blocks.push(Block::Text(reason(opened, why).to_owned()));
        }
        (OpeningsEnd::Stopped(cut), true) => {
            blocks.push(Block::Text(format!("Unfinished: {}.", unfinished(cut))));
        }
        _ => {}
    }
    if let Some(opening) = findings.brief.opening() {
        blocks.extend(moves(findings, opening));
        blocks.extend(others(findings));
        blocks.extend(points(findings));
    }
    blocks.extend(checks(findings));
    Section {
        title: "What would open an overlap".to_owned(),
        blocks,
    }
}

fn moves(findings: &Findings<'_>, opening: &Opening) -> Vec<Block> {
    let opened = findings.opened;
    let made = opened.moves.as_ref().and_then(|lists| lists.first());
    let head = [
        "What moves",
        "Cost, its owner’s own estimate",
        "Ends clashes",
    ]
    .map(str::to_owned)
    .into();
    let row = |(place, (demand, to)): (usize, (DemandId, Target))| {
        let MoveTold { what, cost } = moved((findings.case, &findings.brief.declared), demand, to);
        let ends = made.and_then(|moves| moves.get(place));
        let ends = ends.filter(|m| !m.member_of.is_empty());
        let ends = ends.map_or_else(
            || "-".to_owned(),
            |m| format!("{} of {}", m.ends.len(), m.member_of.len()),
        );
        vec![what.to_string(), grouped(cost), ends]
    };
    let rows = given_up(opening.concession()).into_iter().enumerate();
    vec![
        Block::Table {
            head,
            rows: rows.map(row).collect(),
        },
        Block::Text(
            "Costs are each owner's own estimate, on a scale of its own; they are added up only to \
             put the cheapest first. “Ends clashes” counts those that the move ends alone, of those \
             that its demand is in."
                .to_owned(),
        ),
    ]
}

fn others(findings: &Findings<'_>) -> Vec<Block> {
    let (case, opened) = (findings.case, findings.opened);
    let Some((first, rest)) = opened.found.list.split_first() else {
        return Vec::new();
    };
    if rest.is_empty() {
        return Vec::new();
    }
    let all = case.package_count();
    let row = |(place, found): (usize, &Cheapest)| {
        let opening = found.opening();
        let shares = costs_by_owner(case, opening).into_iter();
        let shares = shares.map(|(p, cost)| {
            let name = capital(&party_named(case, p));
            format!("{name} {}", grouped(cost))
        });
        let left = opened.overlaps.get(place + 1);
        let packages = left.map_or_else(String::new, |o| amount(&o.count, &all).0);
        let settled = left.and_then(|o| o.occurring.as_ref());
        let settled = settled.map_or_else(String::new, |sets| settled_points(sets).to_string());
        vec![
            difference(case, first.opening().concession(), opening.concession()),
            grouped(opening.cost()),
            listed(&shares.collect::<Vec<_>>(), "and"),
            packages,
            settled,
        ]
    };
    let head = [
        "Beside the first",
        "Cost in all, own estimates added up",
        "By owner",
        "Packages",
        "Points settled",
    ];
    vec![
        Block::Heading("The next cheapest".to_owned()),
        Block::Table {
            head: head.map(str::to_owned).into(),
            rows: rest.iter().enumerate().map(row).collect(),
        },
    ]
}

/// What the overlap settles, and what it leaves open.
fn points(findings: &Findings<'_>) -> Vec<Block> {
    let case = findings.case;
    let Some(sets) = findings.brief.overlap.and_then(|o| o.occurring.as_ref()) else {
        return Vec::new();
    };
    let row = |(point, set): (&winset::model::case::Point, &OptionSet)| {
        let options: Vec<String> = set.iter().map(|o| choice(point, o.index())).collect();
        let how = if set.len() == 1 { "settled" } else { "open" };
        vec![point.title.clone(), how.to_owned(), options.join("; ")]
    };
    let settled = settled_points(sets);
    vec![
        Block::Heading("What is then acceptable".to_owned()),
        Block::Text(format!(
            "{} acceptable to all; {} then settled by the rest, {} open.",
            findings.brief.remaining(),
            counted(settled, "point"),
            grouped(sets.len() - settled)
        )),
        Block::Table {
            head: ["Point", "", "Options that occur"]
                .map(str::to_owned)
                .into(),
            rows: case.points.iter().zip(sets).map(row).collect(),
        },
    ]
}

fn checks(findings: &Findings<'_>) -> Vec<Block> {
    let (case, opened) = (findings.case, findings.opened);
    let file = &findings.file;
    if matches!(opened.found.end, OpeningsEnd::Stopped(_)) {
        return Vec::new();
    }
    let mut checks = vec![ReportCheck {
        claim: "This is the cheapest opening, or there is none.".to_owned(),
        commands: vec![winset("open", file, &[])],
        prints: vec![headline(findings.case, opened)],
    }];
    for (number, (found, overlap)) in (1..).zip(opened.found.list.iter().zip(&opened.overlaps)) {
        let concession = found.opening().concession();
        if concession.is_empty() || standing::exact(&overlap.count).is_none() {
            continue;
        }
        let now = Standing::Overlap(overlap);
        checks.push(ReportCheck {
            claim: format!("Opening {number} opens, and leaves so many packages."),
            commands: vec![winset("what-if", file, &changes(case, concession))],
            prints: vec![what_if(concession.len(), now, findings.brief.standing())],
        });
    }
    let proof = match (opened.found.list.first(), &opened.found.end) {
        (Some(first), _) => first.cheaper().map(|_| "opening-1"),
        (None, OpeningsEnd::Nothing(..)) => Some("others"),
        (None, _) => None,
    };
    checks.extend(proof.map(|name| ReportCheck {
        claim: "Nothing cheaper opens: the proof is about a derived case, in which each demand that \
                may move has a choice."
            .to_owned(),
        commands: vec![
            winset("open", file, &["--export".to_owned(), PROOFS.to_owned()]),
            format!(
                "winset verify --any-question {} {}",
                word(&format!("{PROOFS}/{name}.case.json")),
                word(&format!("{PROOFS}/{name}.proof"))
            ),
        ],
        // Below a cost, or without any no-deal value: the question need not be the declared one of the
        // derived case.
        prints: vec!["accepted".to_owned()],
    }));
    checks.into_iter().map(Block::Check).collect()
}
