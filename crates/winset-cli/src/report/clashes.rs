//! The annex on clashes.

use super::commands::winset;
use super::findings::Findings;
use crate::paper::{Block, Section};
use winset::ask::ReportCheck;
use winset::told::called;
use winset::told::clashes::{ToldClash, given_up, headline, hidden};
use winset::told::words::{counted, grouped, listed};

/// Clashes that are told in full.
const TOLD_MAX: usize = 40;
/// Smallest corrections that are listed.
const CORRECTIONS_MAX: usize = 10;

/// What stands in the way; the first annex.
pub(super) fn annex(findings: &Findings<'_>) -> Section {
    let mut blocks = vec![Block::Text(intro(findings))];
    for (place, told) in findings
        .clashes
        .of_demands()
        .iter()
        .take(TOLD_MAX)
        .enumerate()
    {
        blocks.extend(clash(findings, place + 1, told));
    }
    if findings.clashes.of_demands().len() > TOLD_MAX {
        let more = grouped(findings.clashes.of_demands().len() - TOLD_MAX);
        blocks.push(Block::Text(format!(
            "And {more} more, which the command below lists."
        )));
    }
    blocks.extend(corrections(findings));
    if findings.clashes.found.stopped.is_none() {
        let claim = match findings.clashes.of_demands().len() {
            0 => "No demands clash, but for what is said above.",
            _ => {
                "These are all clashes; each is impossible as a whole, and possible without any one \
                 of its demands."
            }
        };
        blocks.push(Block::Check(ReportCheck {
            claim: claim.to_owned(),
            commands: vec![winset("clashes", &findings.file, &[])],
            prints: vec![headline(findings.case, &findings.clashes.told, None)],
        }));
    }
    Section {
        title: "What stands in the way".to_owned(),
        blocks,
    }
}

fn intro(findings: &Findings<'_>) -> String {
    if findings.clashes.found.laws_alone() {
        return "What nobody can give up leaves no package: there is no clash of demands."
            .to_owned();
    }
    let complete = findings.clashes.found.stopped.is_none();
    let more = if complete {
        ""
    } else {
        " There may be more: the search for them was stopped."
    };
    match findings.clashes.of_demands().len() {
        0 if complete => {
            "The demands can hold together (no-deal values left out): nothing clashes.".to_owned()
        }
        0 => "No clash was found before the search was stopped.".to_owned(),
        many => format!(
            "{} of demands cannot hold together, no-deal values left out. Each is minimal: give up \
             any one of its demands, and the others can hold.{more}",
            counted(many, "set")
        ),
    }
}

fn clash(findings: &Findings<'_>, number: usize, told: &ToldClash) -> Vec<Block> {
    let case = findings.case;
    let owners = told.words.owners.iter();
    let owners: Vec<String> = owners
        .map(|p| case.parties[p.index()].name.clone())
        .collect();
    let whose = match owners.as_slice() {
        [] => "Bodies alone".to_owned(),
        [own] if told.words.one_party => format!("{own} alone"),
        several => listed(several, "and"),
    };
    let laws = told.laws.iter().flatten();
    let laws: Vec<String> = laws
        .map(|law| called::demand(case, *law).to_string())
        .collect();
    let points = told.words.points.iter();
    let points: Vec<String> = points
        .map(|p| case.points[p.index()].title.clone())
        .collect();
    let demands = given_up(case, told.clash.members());
    let mut facts = vec![format!("Demands: {demands}")];
    if !laws.is_empty() {
        facts.push(format!("Laws: {}", laws.join("; ")));
    }
    facts.push(format!("Points: {}", points.join("; ")));
    facts.push(if told.words.public {
        "Public: all of it".to_owned()
    } else {
        format!("Public: {}", hidden(case, told))
    });
    vec![
        Block::Heading(format!("A{number}. {whose}")),
        Block::Text(told.words.sentence.clone()),
        Block::More {
            title: "Why".to_owned(),
            list: told.words.reasons.clone(),
        },
        Block::List(facts),
    ]
}

fn corrections(findings: &Findings<'_>) -> Vec<Block> {
    let (case, found) = (findings.case, &findings.clashes.found);
    let smallest = found.corrections.first().map_or(0, |c| c.members.len());
    if smallest == 0 {
        return Vec::new();
    }
    let all = counted(found.corrections.len(), "way");
    let known = if found.stopped.is_some() {
        " are known so far"
    } else {
        " to end all clashes"
    };
    let of_smallest = found.corrections.iter();
    let of_smallest = of_smallest.filter(|c| c.members.len() == smallest);
    let names = of_smallest.map(|c| given_up(case, &c.members));
    let names: Vec<String> = names.collect();
    let more = names.len().saturating_sub(CORRECTIONS_MAX);
    let mut shown: Vec<String> = names.into_iter().take(CORRECTIONS_MAX).collect();
    if more > 0 {
        shown.push(format!("and {more} more of this size"));
    }
    vec![
        Block::Heading("What would end all clashes".to_owned()),
        Block::Text(format!(
            "{all}{known}: sets of demands to give up altogether, none of which could be kept. The \
             smallest hold {}:",
            counted(smallest, "demand")
        )),
        Block::List(shown),
    ]
}
