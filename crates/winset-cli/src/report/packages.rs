//! The annex on fair packages.

use crate::paper::{Block, Section};
use winset::model::options::PartyId;

use super::commands::{changes, winset};
use super::findings::Findings;
use winset::ask::ReportCheck;
use winset::told::brief::PickedPackage;
use winset::told::settled::{disagreement, scores};
use winset::told::words::choice;
use winset::told::words::{listed, score};

/// The case file that a check writes.
const OPENED: &str = "opened.case.json";

/// What would be fair.
pub(super) fn annex(findings: &Findings<'_>) -> Option<Section> {
    let terms = &findings.settled()?.terms;
    let picked = findings.brief.picked();
    if picked.is_empty() {
        return None;
    }
    let where_from = match findings.brief.opening() {
        Some(_) => "Of the packages that the cheapest opening leaves, these are picked by rules.",
        None => "Of the acceptable packages, these are picked by rules.",
    };
    let blocks = vec![
        Block::Text(format!(
            "{where_from} {} Nash: the largest product of gains. Kalai-Smorodinsky: gains as shares \
             of each party's best gain, the worst-off first. Egalitarian: gains themselves, the \
             worst-off first; it compares the parties' scales. Each is proven to be what its rule \
             asks for.",
            disagreement(findings.case, terms)
        )),
        gains(findings, &picked),
        options(findings, &picked),
        check(findings, &picked),
    ];
    Some(Section {
        title: "What would be fair".to_owned(),
        blocks,
    })
}

fn heads(first: &str, picked: &[PickedPackage<'_>]) -> Vec<String> {
    let rules = picked.iter().map(|p| listed(&p.rules, "and"));
    std::iter::once(first.to_owned()).chain(rules).collect()
}

/// What each party gets.
fn gains(findings: &Findings<'_>, picked: &[PickedPackage<'_>]) -> Block {
    let case = findings.case;
    let parties = (0..case.parties.len()).map(PartyId::at);
    let row = |party: PartyId| {
        let value = |p: &PickedPackage<'_>| {
            let value = p.package.scores().get(party.index()).copied().flatten();
            value.map_or_else(
                || "no preferences".to_owned(),
                |value| score(&case.unscaled(party, value)),
            )
        };
        let name = case.parties[party.index()].name.clone();
        std::iter::once(name)
            .chain(picked.iter().map(value))
            .collect()
    };
    Block::Table {
        head: heads("Score on the party's own scale", picked),
        rows: parties.map(row).collect(),
    }
}

/// What is settled how, where it is not the same in every acceptable package.
fn options(findings: &Findings<'_>, picked: &[PickedPackage<'_>]) -> Block {
    let case = findings.case;
    let sets = findings.brief.overlap.and_then(|o| o.occurring.as_ref());
    let is_open = |place: &usize| sets.is_none_or(|sets| sets[*place].len() > 1);
    let row = |place: usize| {
        let point = &case.points[place];
        let option = |p: &PickedPackage<'_>| choice(point, p.package.package().0[place].index());
        std::iter::once(point.title.clone())
            .chain(picked.iter().map(option))
            .collect()
    };
    Block::Table {
        head: heads("Open point", picked),
        rows: (0..case.points.len()).filter(is_open).map(row).collect(),
    }
}

fn check(findings: &Findings<'_>, picked: &[PickedPackage<'_>]) -> Block {
    let case = findings.case;
    let mut commands = Vec::new();
    let settle = if let Some(opening) = findings.brief.opening() {
        let mut words = changes(case, opening.concession());
        words.extend(["--export", OPENED, "--force"].map(str::to_owned));
        commands.push(winset("what-if", &findings.file, &words));
        winset("settle", OPENED, &[])
    } else {
        winset("settle", &findings.file, &[])
    };
    commands.push(settle);
    Block::Check(ReportCheck {
        claim: "These are what the rules pick.".to_owned(),
        commands,
        prints: picked.iter().map(|p| scores(case, p.package)).collect(),
    })
}
