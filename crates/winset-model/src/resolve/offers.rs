//! Offers: changes are completed from the maker's last offer.

use std::collections::BTreeMap;

use super::names::Names;
use super::rules::visible_to;
use crate::case::{Offer, Visibility};
use crate::diagnostic::{Code, Diagnostic};
use crate::file::case::{CaseFile, OfferEntry};
use crate::file::read::{Context, List, Name, Named};
use crate::options::{OptionId, Package, PartyId, PointId};

/// What is known of the last offer of a party.
#[derive(Debug, Clone)]
enum Last {
    /// There is none.
    None,
    /// There is one, with errors.
    Unclear,
    /// This package.
    Package(Package),
}

/// Resolves the offers; what has errors is left out.
pub(super) fn offers(file: &CaseFile, names: &Names<'_>, cx: &mut Context<'_>) -> Vec<Offer> {
    let List(entries, unread) = &file.offers;
    check_sequence(entries, cx);
    let mut last: BTreeMap<PartyId, Last> = BTreeMap::new();
    let mut offers = Vec::new();
    for entry in entries {
        let Some(by) = names.party(&entry.by, cx) else {
            continue;
        };
        let unknown = if *unread > 0 {
            Last::Unclear
        } else {
            Last::None
        };
        let before = last.remove(&by).unwrap_or(unknown);
        let package = package(entry, before, file.points.0.len(), names, cx);
        let Some((package, changed)) = package else {
            last.insert(by, Last::Unclear);
            continue;
        };
        last.insert(by, Last::Package(package.clone()));
        offers.push(offer(entry, by, package, changed));
    }
    offers
}

/// The offer of an entry whose names are resolved.
fn offer(entry: &OfferEntry, by: PartyId, package: Package, changed: Vec<PointId>) -> Offer {
    let OfferEntry {
        seq,
        date,
        by: _,
        package: _,
        change: _,
        visibility,
        note,
        span: _,
    } = entry;
    Offer {
        seq: seq.value,
        by,
        package,
        changed,
        date: date.as_ref().map(|date| date.value),
        visibility: visible_to(*visibility, Visibility::Public),
        note: note.clone(),
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

/// The whole package of an offer and the points that it states, or a report.
fn package(
    entry: &OfferEntry,
    before: Last,
    point_count: usize,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<(Package, Vec<PointId>)> {
    let stated = match (&entry.package, &entry.change) {
        (Some(stated), None) | (None, Some(stated)) => settled(stated, names, cx),
        _ => {
            let message = "an offer has either `package` or `change`";
            cx.report(Code::Alternatives, entry.span, message);
            return None;
        }
    };
    let mut choice = match (&entry.change, before) {
        (None, _) => vec![None; point_count],
        (Some(_), Last::Package(package)) => package.0.into_iter().map(Some).collect(),
        (Some(_), Last::Unclear) => return None,
        (Some(_), Last::None) => {
            cx.find(Code::OfferPoints, entry.by.span, || {
                let by = &entry.by.text;
                let message = format!("`{by}` changes an offer before it has made one");
                Diagnostic::new(Code::OfferPoints, entry.by.span, "", message)
                    .expected("a whole `package` in a first offer")
            });
            return None;
        }
    };
    let stated = stated?;
    for (point, option) in &stated {
        choice[point.index()] = Some(*option);
    }
    let open: Vec<usize> = (0..point_count).filter(|p| choice[*p].is_none()).collect();
    if let Some(first) = open.first() {
        let message = format!(
            "the package leaves {} of {point_count} points open, the first of them `{}`",
            open.len(),
            names.point_id(*first)
        );
        cx.report(Code::OfferPoints, entry.span, message);
        return None;
    }
    let whole: Option<Vec<OptionId>> = choice.into_iter().collect();
    let changed = stated.iter().map(|(point, _)| *point).collect();
    Some((Package(whole?), changed))
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
