//! From one package to another for a reader: what changes, who gives and who gets.

use winset::check::Acceptable;
use winset::model::case::Case;
use winset::model::number::Exact;
use winset::model::options::{Package, PartyId};
use winset::solve::by_point;

use crate::page::Page;
use winset::ask::CandidatePackage;
use winset::told::words::{choice, score};

/// Columns of the titles of points.
const TITLE: usize = 30;

/// Two packages, one in the place of the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change<'a> {
    /// The package that is on the table.
    pub(super) from: &'a Package,
    /// The package that would be better.
    pub(super) to: &'a Package,
}

/// Those of the points on which packages differ: from what to what, and who gains and loses by it.
pub(super) fn changes(
    page: &mut Page,
    case: &Case,
    change: Change<'_>,
    points: &[usize],
    parties: &[PartyId],
) {
    let Change { from, to } = change;
    let by_party: Vec<(PartyId, Vec<i64>)> = parties
        .iter()
        .map(|p| (*p, by_point(case, *p, from, to)))
        .collect();
    for place in points.iter().copied() {
        let (a, b) = (from.0[place], to.0[place]);
        if a == b {
            continue;
        }
        let point = &case.points[place];
        let mut text = format!(
            "{} -> {}",
            choice(point, a.index()),
            choice(point, b.index())
        );
        let signed = |(party, gains): &(PartyId, Vec<i64>)| {
            let gain = gains[place];
            let name = &case.parties[party.index()].short;
            (gain != 0).then(|| format!("{name} {}", with_sign(&case.unscaled(*party, gain))))
        };
        let given: Vec<String> = by_party.iter().filter_map(signed).collect();
        if !given.is_empty() {
            text.push_str(&format!(" ({})", given.join(", ")));
        }
        page.entry(4, TITLE, &point.title, &text);
    }
}

fn with_sign(value: &Exact) -> String {
    let sign = if *value > Exact::from_integer(0) {
        "+"
    } else {
        ""
    };
    format!("{sign}{}", score(value))
}

/// Who has how much more in a better package.
pub(super) fn gained(page: &mut Page, case: &Case, table: &CandidatePackage, better: &Acceptable) {
    let mut parts = Vec::new();
    for (place, after) in better.scores().iter().enumerate() {
        let party = PartyId::at(place);
        let before = case.score(party, &table.package);
        if let (Some(before), Some(after)) = (before, after) {
            let (from, to) = (case.unscaled(party, before), case.unscaled(party, *after));
            parts.push(format!(
                "{} {} -> {} ({})",
                case.parties[place].short,
                score(&from),
                score(&to),
                with_sign(&(to - from))
            ));
        }
    }
    page.indented(4, &parts.join("; "));
}
