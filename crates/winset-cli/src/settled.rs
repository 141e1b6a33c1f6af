//! Settlements for a reader: what each rule picks, from which disagreement point, by which formula.

use winset::model::case::Case;
use winset::model::options::Package;
use winset::solve::{SettlementFound, SettlementTerms, Settlements, Ties};

use crate::page::Page;
use winset::ask::{RuleEnd, rule_end};
use winset::told::settled::{disagreement, none, scores, settles, worth};
use winset::told::standing;
use winset::told::stopped::unfinished;
use winset::told::words::{choice, counted, listed};

/// Columns of the titles of points.
const TITLE: usize = 30;

/// A rule's name, its formula, what it picked.
struct Line<'s> {
    name: &'static str,
    formula: &'static str,
    end: RuleEnd<'s>,
}

/// Writes what the rules pick.
pub(crate) fn write(page: &mut Page, case: &Case, terms: &SettlementTerms, found: &Settlements) {
    page.heading("Settlements (what a rule picks is proven)");
    if terms.parties.is_empty() {
        page.indented(
            2,
            "No party states preferences, so no rule can pick a package.",
        );
        return;
    }
    page.indented(2, &disagreement(case, terms));
    let lines = [
        Line {
            name: "Nash",
            formula: "The largest product of gains",
            end: rule_end(&found.nash),
        },
        Line {
            name: "Kalai-Smorodinsky",
            formula: "The worst-off first, by shares of each party's best gain",
            end: rule_end(&found.kalai_smorodinsky),
        },
        Line {
            name: "egalitarian",
            formula: "The worst-off first, by gains as they are, across the parties' scales",
            end: rule_end(&found.egalitarian),
        },
        Line {
            name: "utilitarian",
            formula: "The largest sum of scores, across the parties' scales",
            end: rule_end(&found.utilitarian),
        },
    ];
    let mut shown: Vec<(&'static str, Package)> = Vec::new();
    for line in &lines {
        one(page, case, line, &mut shown);
    }
    if let SettlementFound::Found { claim, .. } = &found.nash {
        gainers(page, case, terms, claim);
    }
}

fn one(page: &mut Page, case: &Case, line: &Line<'_>, shown: &mut Vec<(&'static str, Package)>) {
    page.blank();
    page.indented(2, &format!("{} ({})", line.formula, line.name));
    match &line.end {
        RuleEnd::Found(ties) => picked(page, case, line.name, ties, shown),
        RuleEnd::None(why) => page.indented(4, none(why)),
        RuleEnd::Stopped(reason) => {
            page.indented(4, &format!("not known: {}", unfinished(*reason)));
        }
    }
}

/// How many are as good, what all of them settle; the package, where there is one, unless it stands
/// above.
fn picked(
    page: &mut Page,
    case: &Case,
    name: &'static str,
    ties: &Ties,
    shown: &mut Vec<(&'static str, Package)>,
) {
    let Some(first) = ties.packages.first() else {
        page.indented(4, "proven, but its packages were not listed in time");
        return;
    };
    let several = match standing::exact(&ties.count) {
        Some(one) if *one == 1_u8.into() => None,
        Some(several) => Some(format!("{} are as good", counted(several, "package"))),
        None => {
            let listed = counted(ties.packages.len(), "package");
            Some(format!("at least {listed} as good"))
        }
    };
    if let Some(several) = several {
        let same = ties
            .packages
            .iter()
            .all(|found| found.scores() == first.scores());
        match settles(case, ties) {
            // What merely stands first in the file is not shown as if the rule had picked it.
            Some(what) if same => {
                page.indented(4, &format!("{several}; each: {}", worth(case, first)));
                page.indented(4, &what);
                return;
            }
            Some(what) => page.indented(4, &format!("{several}: {what}; the first:")),
            None => page.indented(4, &format!("{several}; the first:")),
        }
    }
    page.indented(4, &scores(case, first));
    if let Some((other, _)) = shown.iter().find(|(_, p)| p == first.package()) {
        page.indented(4, &format!("the {other} package"));
    } else {
        for (point, option) in case.points.iter().zip(&first.package().0) {
            page.entry(4, TITLE, &point.title, &choice(point, option.index()));
        }
        shown.push((name, first.package().clone()));
    }
}

/// Says so where not every party can gain.
fn gainers(page: &mut Page, case: &Case, terms: &SettlementTerms, claim: &winset::check::Nash) {
    let sets: Vec<String> = claim
        .groups()
        .iter()
        .filter(|group| group.parties().len() < terms.parties.len())
        .map(|group| {
            let names = group.parties().iter();
            let names: Vec<String> = names
                .map(|p| case.parties[p.index()].name.clone())
                .collect();
            listed(&names, "and")
        })
        .collect();
    if sets.is_empty() {
        return;
    }
    page.blank();
    let text = if sets.iter().all(String::is_empty) {
        "Nash: no acceptable package gives any party more than its disagreement value.".to_owned()
    } else {
        format!(
            "Nash: no acceptable package lets every party gain; the most that can gain at once: {}.",
            sets.join("; or ")
        )
    };
    page.indented(2, &text);
}
