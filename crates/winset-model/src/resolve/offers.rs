//! Offers: what each says, and what its maker stands for after it.

use std::collections::BTreeMap;

use super::names::Names;
use super::rules::visible_to;
use crate::case::Visibility;
use crate::diagnostic::{Code, Diagnostic};
use crate::file::case::{CaseFile, OfferEntry};
use crate::file::read::{Context, List, Name, Named};
use crate::offer::{Offer, OfferKind, stand_after};
use crate::options::{OptionId, PartyId, PointId};

/// Resolves the offers; what has errors is left out.
pub(super) fn offers(file: &CaseFile, names: &Names<'_>, cx: &mut Context<'_>) -> Vec<Offer> {
    let List(entries, _) = &file.offers;
    check_sequence(entries, cx);
    let points = file.points.0.len();
    let mut offers: Vec<Offer> = Vec::new();
    let mut last: BTreeMap<PartyId, usize> = BTreeMap::new();
    for entry in entries {
        let by = names.party(&entry.by, cx);
        let said = said(entry, points, names, cx);
        if let (Some(by), Some((kind, says))) = (by, said) {
            let before = last.insert(by, offers.len());
            let stand = stand_after(before.map(|at| &offers[at]), &says, points);
            let made = offer(entry, by, kind, says);
            offers.push(Offer {
                before,
                stand,
                ..made
            });
        }
    }
    offers
}

/// The offer of an entry whose names are resolved, without the offers before it.
fn offer(
    entry: &OfferEntry,
    by: PartyId,
    kind: OfferKind,
    says: Vec<(PointId, OptionId)>,
) -> Offer {
    let OfferEntry {
        seq,
        date,
        by: _,
        package: _,
        says: _,
        change: _,
        visibility,
        note,
        span: _,
    } = entry;
    Offer {
        seq: seq.value,
        by,
        kind,
        says,
        before: None,
        stand: Vec::new(),
        date: date.as_ref().map(|date| date.value),
        visibility: visible_to(*visibility, Visibility::Public),
        note: note.clone(),
        line: None,
    }
}

fn check_sequence(entries: &[OfferEntry], cx: &mut Context<'_>) {
    for pair in entries.windows(2) {
        let (before, after) = (pair[0].seq, pair[1].seq);
        if after.value <= before.value && cx.are_read([before.span, after.span]) {
            cx.find(Code::Order, after.span, || {
                let message = "offers must follow in rising sequence";
                Diagnostic::new(Code::Order, after.span, "", message)
                    .expected(format!("a number above {}", before.value))
                    .related(before.span, "the offer before has this number")
            });
        }
    }
}

/// What an offer says, or a report.
fn said(
    entry: &OfferEntry,
    points: usize,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<(OfferKind, Vec<(PointId, OptionId)>)> {
    let (kind, stated) = match (&entry.package, &entry.says, &entry.change) {
        (Some(stated), None, None) => (OfferKind::Package, stated),
        (None, Some(stated), None) | (None, None, Some(stated)) => (OfferKind::Statement, stated),
        _ => {
            let message = "an offer has either `package` or `says`";
            cx.report(Code::Alternatives, entry.span, message);
            return None;
        }
    };
    let says = settled(stated, names, cx)?;
    // Older files have offers that change nothing.
    if says.is_empty() && entry.change.is_none() {
        let message = "the offer speaks of no point";
        cx.report(Code::Empty, entry.span, message);
        return None;
    }
    if kind == OfferKind::Package && says.len() < points {
        open_package(entry, &says, points, names, cx);
    }
    Some((kind, says))
}

/// A package that leaves points open: a point that came later stops nobody, but is told.
fn open_package(
    entry: &OfferEntry,
    says: &[(PointId, OptionId)],
    points: usize,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) {
    let spoken_of = |point: &usize| says.iter().any(|(said, _)| said.index() == *point);
    let first = (0..points).find(|point| !spoken_of(point));
    let first = first.expect("fewer points are said than there are");
    cx.find(Code::PackageOpen, entry.span, || {
        let message = format!(
            "the package leaves {} of {points} points open, the first of them `{}`",
            points - says.len(),
            names.point_id(first)
        );
        Diagnostic::new(Code::PackageOpen, entry.span, "", message)
            .expected("an option for every point, or `says` in the place of `package`")
    });
}

fn settled(
    stated: &Named<Name>,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<Vec<(PointId, OptionId)>> {
    let mut settled = Vec::new();
    for (point, option) in &stated.0 {
        let found = names
            .point(point, cx)
            .and_then(|p| Some((p, names.option(p, option, cx)?)));
        settled.push(found);
    }
    let mut settled: Vec<_> = settled.into_iter().collect::<Option<_>>()?;
    settled.sort_unstable();
    (stated.1 == 0).then_some(settled)
}
