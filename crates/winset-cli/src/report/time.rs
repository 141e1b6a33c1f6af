//! The annex on pressure and time.

use crate::paper::{Block, Section};
use winset::model::options::PartyId;

use super::commands::winset;
use super::findings::Findings;
use crate::pressure::headline;
use winset::ask::DealAtDeclared;
use winset::ask::ReportCheck;
use winset::told::called;
use winset::told::pressure::{by_time, in_words, set_in_words, ways_in_words};
use winset::told::words::{capital, counted};

/// What pressure and time do.
pub(super) fn annex(findings: &Findings<'_>) -> Section {
    let (case, found) = (findings.case, findings.pressure);
    let row = |(place, gap): (usize, &winset::solve::Pressure)| {
        vec![
            case.parties[place].name.clone(),
            in_words(case, PartyId::at(place), gap),
        ]
    };
    let mut blocks = vec![
        Block::Text(headline(case, found).to_owned()),
        Block::Table {
            head: ["Party", "Its no-deal value alone"]
                .map(str::to_owned)
                .into(),
            rows: found.gaps.iter().enumerate().map(row).collect(),
        },
    ];
    if !matches!(found.standing, DealAtDeclared::Open) {
        let (known, ways) = ways_in_words(case, &found.joint);
        blocks.push(Block::Text(known));
        if !ways.is_empty() {
            blocks.push(Block::List(ways));
        }
        blocks.extend(levers(findings));
    }
    if let Some(time) = &found.time {
        blocks.push(Block::Text(by_time(case, time)));
    }
    if found.stopped().is_none() {
        let mut prints = vec![headline(case, found).to_owned()];
        prints.extend(found.time.as_ref().map(|time| by_time(case, time)));
        blocks.push(Block::Check(ReportCheck {
            claim: "This is what no-deal values, levers and time can do.".to_owned(),
            commands: vec![winset("pressure", &findings.file, &[])],
            prints,
        }));
    }
    Section {
        title: "Pressure and time".to_owned(),
        blocks,
    }
}

fn levers(findings: &Findings<'_>) -> Vec<Block> {
    let case = findings.case;
    let Some(levers) = &findings.pressure.levers else {
        return Vec::new();
    };
    match (levers.sets.as_slice(), levers.stopped) {
        ([], None) => vec![Block::Text(format!(
            "Levers: none of {}, alone or together, opens an overlap; this is proven.",
            counted(case.levers.len(), "lever")
        ))],
        ([], Some(_)) => vec![Block::Text("Levers: not decided in time.".to_owned())],
        (sets, _) => {
            let set = |set: &winset::solve::LeverSet| {
                let names = set.levers.iter();
                let names = names.map(|l| called::lever(case, &case.levers[*l]).to_string());
                let names: Vec<String> = names.collect();
                capital(&format!(
                    "{}: {}",
                    names.join("; "),
                    set_in_words(case, set)
                ))
            };
            vec![
                Block::Text("Levers that open an overlap, the cheapest first:".to_owned()),
                Block::List(sets.iter().map(set).collect()),
            ]
        }
    }
}
