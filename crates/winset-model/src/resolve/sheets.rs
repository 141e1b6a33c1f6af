//! Parties and their sheets: every number exact, brought to one scale per party.

use super::names::{Kind, Names};
use super::points::{Known, Points};
use super::rows::{PointOptions, row};
use super::scale::{Raw, When};
use crate::case::{Party, Sheet};
use crate::diagnostic::{Code, Diagnostic};
use crate::file::case::{BonusEntry, CaseFile, PartyEntry};
use crate::file::parts::{NoDealFile, SheetFile};
use crate::file::read::{Context, Named};
use crate::number::Exact;
use crate::private::Private;

/// The parties of a file; one that has errors keeps what could be read.
pub(super) fn parties(
    file: &CaseFile,
    points: &Points,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Vec<Party> {
    let Named(preferences, unread) = &file.preferences;
    let mut sheets: Vec<Option<&SheetFile>> = vec![None; file.parties.0.len()];
    // A party without preferences is certain only when every name here is known.
    let mut all_known = *unread == 0;
    for (name, sheet) in preferences {
        match names.party(name, cx) {
            Some(party) => sheets[party.index()] = Some(sheet),
            None => all_known = false,
        }
    }
    let mut parties = Vec::with_capacity(sheets.len());
    for (place, entry) in file.parties.0.iter().enumerate() {
        if sheets[place].is_none() && all_known && !Kind::PARTY.is_unclear(&entry.id.text, cx) {
            check_bare(entry, cx);
        }
        let sheet = match sheets[place] {
            Some(file) => sheet(entry, file, points, names, cx),
            None => bare(entry),
        };
        parties.push(Party {
            id: entry.id.text.clone(),
            name: entry.name.clone(),
            short: entry.short.clone().unwrap_or_else(|| entry.id.text.clone()),
            sheet: Private::new(sheet),
        });
    }
    parties
}

/// Checks that a party without preferences states no values either.
fn check_bare(entry: &PartyEntry, cx: &mut Context<'_>) {
    let no_deal = entry.no_deal.as_ref().and_then(NoDealFile::value);
    for value in no_deal.into_iter().chain(&entry.impasse) {
        cx.find(Code::Alternatives, value.span, || {
            let message = "a party without preferences has nothing to compare this value with";
            Diagnostic::new(Code::Alternatives, value.span, "", message)
                .expected(format!("`{}` under `preferences`", entry.id.text))
        });
    }
}

/// The sheet of a party that takes part by its lines alone.
fn bare(entry: &PartyEntry) -> Sheet {
    Sheet {
        scale: 1,
        scores: None,
        no_deal: None,
        no_deal_range: None,
        trend_per_month: trend(entry),
        impasse: None,
    }
}

fn trend(entry: &PartyEntry) -> Option<Exact> {
    let trend = entry.no_deal.as_ref()?.0.trend_per_month.as_ref();
    trend.map(|n| n.value)
}

fn sheet(
    entry: &PartyEntry,
    file: &SheetFile,
    points: &Points,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Sheet {
    let mut rows: Vec<Vec<Exact>> = points
        .list
        .iter()
        .map(|p| vec![Exact::from_integer(0); p.options.len()])
        .collect();
    for (name, preference) in &file.points {
        let Some(point) = names.point(name, cx) else {
            continue;
        };
        let known = points.options[point.index()];
        let at = PointOptions {
            point: &points.list[point.index()],
            is_certain: known == Known::All && !names.is_open(point, cx),
        };
        if let Some(row) = row(preference, &at, cx) {
            rows[point.index()] = row;
        }
    }
    let bonuses = file.bonuses.0.iter().filter_map(|b| bonus(b, names, cx));
    let no_deal = entry.no_deal.as_ref();
    let raw = Raw {
        rows,
        bonuses: bonuses.collect(),
        no_deal: no_deal.and_then(|n| n.value()).map(|n| n.value),
        no_deal_range: no_deal
            .and_then(|n| n.range())
            .map(|(low, high)| (low.value, high.value)),
        impasse: entry.impasse.as_ref().map(|n| n.value),
        trend_per_month: trend(entry),
    };
    raw.scaled().unwrap_or_else(|fault| {
        cx.find(Code::NumberRange, file.span, || {
            let (message, expected) = fault.told(&entry.id.text);
            Diagnostic::new(Code::NumberRange, file.span, "", message).expected(expected)
        });
        bare(entry)
    })
}

fn bonus(entry: &BonusEntry, names: &Names<'_>, cx: &mut Context<'_>) -> Option<(When, Exact)> {
    if entry.when.0.is_empty() && entry.when.1 == 0 {
        cx.report(Code::Empty, entry.span, "this bonus names no point");
        return None;
    }
    Some((names.picks_by_point(&entry.when, cx)?, entry.score.value))
}
