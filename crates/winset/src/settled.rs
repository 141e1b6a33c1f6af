//! Settlements for a reader: what each rule picks, from which disagreement point, by which formula.

use winset::check::Acceptable;
use winset::model::case::Case;
use winset::model::disagreement::Basis;
use winset::model::options::{Package, PartyId};
use winset::solve::{
    SettlementFound, SettlementTerms, Settlements, Ties, Unsettled, seats_in_favour,
};

use crate::page::Page;
use crate::settle::{Ended, ended};
use crate::share::unfinished;
use crate::standing;
use winset::told::words::{counted, grouped, listed, score};

/// A rule's name, its formula, what it picked.
struct Line<'s> {
    name: &'static str,
    formula: &'static str,
    end: Ended<'s>,
}

/// Writes what the rules pick.
pub(crate) fn write(page: &mut Page, case: &Case, terms: &SettlementTerms, found: &Settlements) {
    page.heading("Settlements (each proven, all ties)");
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
            formula: "largest product of gains",
            end: ended(&found.nash),
        },
        Line {
            name: "Kalai-Smorodinsky",
            formula: "gains as shares of each party's best gain, the worst-off first",
            end: ended(&found.kalai_smorodinsky),
        },
        Line {
            name: "Egalitarian",
            formula: "gains themselves, the worst-off first; compares parties' scales",
            end: ended(&found.egalitarian),
        },
        Line {
            name: "Utilitarian",
            formula: "largest sum of scores",
            end: ended(&found.utilitarian),
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

/// The disagreement point, and where it comes from.
pub(crate) fn disagreement(case: &Case, terms: &SettlementTerms) -> String {
    let of_party = |party: &PartyId| {
        let value = score(&terms.disagreement.value(*party)?);
        let basis = match terms.disagreement.basis(*party)? {
            Basis::Impasse => " (impasse)",
            Basis::NoDeal | Basis::Given => "",
            Basis::Assumed => " (assumed: none is stated)",
        };
        Some(format!(
            "{} {value}{basis}",
            case.parties[party.index()].short
        ))
    };
    let values: Vec<String> = terms.parties.iter().filter_map(of_party).collect();
    format!(
        "Gains are counted from the disagreement point: {}.",
        listed(&values, "and")
    )
}

fn one(page: &mut Page, case: &Case, line: &Line<'_>, shown: &mut Vec<(&'static str, Package)>) {
    page.blank();
    page.indented(2, &format!("{}: {}", line.name, line.formula));
    match &line.end {
        Ended::Found(ties) => picked(page, case, line.name, ties, shown),
        Ended::None(why) => page.indented(4, none(why)),
        Ended::Stopped(reason) => page.indented(4, &format!("not known: {}", unfinished(*reason))),
    }
}

/// How many are as good, the scores of the first, and the package unless it stands above.
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
    match standing::exact(&ties.count) {
        Some(one) if *one == 1_u8.into() => {}
        Some(several) => {
            let several = counted(several, "package");
            page.indented(4, &format!("{several} are as good; the first:"));
        }
        None => {
            let listed = counted(ties.packages.len(), "package");
            page.indented(4, &format!("at least {listed} as good; the first:"));
        }
    }
    page.indented(4, &scores(case, first));
    if let Some((other, _)) = shown.iter().find(|(_, p)| p == first.package()) {
        page.indented(4, &format!("the {other} package"));
    } else {
        page.indented(4, &package(case, first.package()));
        shown.push((name, first.package().clone()));
    }
}

/// What a package gives each party.
pub(crate) fn worth(case: &Case, found: &Acceptable) -> String {
    let of_party = |(place, value): (usize, &Option<i64>)| {
        let value = score(&case.unscaled(PartyId::at(place), (*value)?));
        Some(format!("{} {value}", case.parties[place].short))
    };
    let scores: Vec<String> = found
        .scores()
        .iter()
        .enumerate()
        .filter_map(of_party)
        .collect();
    scores.join(", ")
}

/// What a package gives each party, and the votes it gets.
pub(crate) fn scores(case: &Case, found: &Acceptable) -> String {
    let scores = worth(case, found);
    let seats = seats_in_favour(case, found.package());
    let votes = case.bodies.iter().zip(seats).map(|(body, seats)| {
        format!(
            "{} {} of {}",
            body.name,
            grouped(seats),
            grouped(body.seats)
        )
    });
    let votes: Vec<String> = votes.collect();
    if votes.is_empty() {
        scores
    } else {
        format!("{scores}; votes: {}", votes.join(", "))
    }
}

/// A package in identifiers, in point order.
pub(crate) fn package(case: &Case, package: &Package) -> String {
    let settled = case.points.iter().zip(&package.0);
    let named = settled.map(|(point, o)| format!("{} {}", point.id, point.options[o.index()].id));
    named.collect::<Vec<_>>().join(", ")
}

/// Why a rule picks nothing.
pub(crate) fn none(why: &Unsettled) -> &'static str {
    match why {
        Unsettled::NoOverlap(_) => "none: no package is acceptable to all",
        Unsettled::Nobody => "none: no party states preferences",
        Unsettled::SomebodyLoses(_) => {
            "none: every acceptable package leaves somebody below its disagreement value; proven"
        }
        Unsettled::NobodyGains(_) => {
            "none: no acceptable package gives any party more than its disagreement value; proven"
        }
        Unsettled::NotComparable => {
            "left out: the case does not say that scores of different parties can be added up \
             (`comparable: true`); winset settle --comparable asks for it all the same"
        }
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
