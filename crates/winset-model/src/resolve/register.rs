//! Offers, and the checks of what is kept as read.

use std::collections::BTreeMap;

use super::names::{Names, unique};
use crate::case::Offer;
use crate::diagnostic::{Code, Diagnostic};
use crate::file::case::{CaseFile, OfferEntry};
use crate::file::read::{Context, Name, Named};
use crate::file::register::{ClaimEntry, ClearingEntry, IncidentEntry};
use crate::options::{OptionId, Package, PartyId, PointId};

/// Resolves offers: changes are completed from the maker's last offer.
pub(super) fn offers(file: &CaseFile, names: &Names<'_>, cx: &mut Context<'_>) -> Vec<Offer> {
    for pair in file.offers.windows(2) {
        if pair[1].seq.value <= pair[0].seq.value {
            let message = "offers must follow in rising sequence";
            cx.push(
                Diagnostic::new(Code::Order, pair[1].seq.span, "", message)
                    .expected(format!("a number above {}", pair[0].seq.value))
                    .related(pair[0].seq.span, "the offer before has this number"),
            );
        }
    }
    let mut last: BTreeMap<PartyId, Option<Package>> = BTreeMap::new();
    let mut offers = Vec::new();
    for entry in &file.offers {
        let Some(by) = names.party(&entry.by, cx) else {
            continue;
        };
        let before = last.get(&by).cloned();
        let offer = offer(entry, by, before, file.points.0.len(), (names, cx));
        last.insert(by, offer.as_ref().map(|o| o.package.clone()));
        offers.extend(offer);
    }
    offers
}

/// One offer. `before` is the maker's last offer: `None` when there is none, `Some(None)` when it
/// had errors.
fn offer(
    entry: &OfferEntry,
    by: PartyId,
    before: Option<Option<Package>>,
    point_count: usize,
    (names, cx): (&Names<'_>, &mut Context<'_>),
) -> Option<Offer> {
    let (stated, base) = match (&entry.package, &entry.change) {
        (Some(package), None) => (package, None),
        (None, Some(change)) => match before {
            Some(base) => (change, Some(base)),
            None => {
                let message = format!(
                    "`{}` changes an offer before it has made one",
                    entry.by.text
                );
                cx.push(
                    Diagnostic::new(Code::OfferPoints, entry.span, "", message)
                        .expected("a whole `package` in a first offer"),
                );
                (change, Some(None))
            }
        },
        _ => {
            let message = "an offer has either `package` or `change`";
            cx.report(Code::Alternatives, entry.span, message);
            return None;
        }
    };
    let settled = settled(stated, names, cx)?;
    let mut choice: Vec<Option<OptionId>> = match &base {
        None => vec![None; point_count],
        Some(base) => base.as_ref()?.0.iter().copied().map(Some).collect(),
    };
    for (point, option) in &settled {
        choice[point.index()] = Some(*option);
    }
    let whole: Option<Vec<OptionId>> = choice.iter().copied().collect();
    let Some(whole) = whole else {
        let missing = choice.iter().filter(|c| c.is_none()).count();
        let message = format!("the package leaves {missing} of {point_count} points open");
        cx.report(Code::OfferPoints, entry.span, message);
        return None;
    };
    let changed = settled.iter().map(|(point, _)| *point).collect();
    Some(Offer {
        seq: entry.seq.value,
        by,
        package: Package(whole),
        changed,
    })
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
    Some(settled)
}

/// Checks the parts that are kept as read: identifiers, references, sums and order.
pub(super) fn check(file: &CaseFile, names: &Names<'_>, cx: &mut Context<'_>) {
    unique("phase", file.phases.iter().map(|p| &p.id), cx);
    unique("session", file.sessions.iter().map(|s| &s.id), cx);
    unique("statement", file.statements.iter().map(|s| &s.id), cx);
    unique("incident", file.incidents.iter().map(|i| &i.id), cx);
    for delegation in &file.delegations {
        names.party(&delegation.party, cx);
    }
    for pair in file.phases.windows(2) {
        if pair[1].day.value < pair[0].day.value {
            let message = "this phase begins before the one that it follows";
            cx.push(
                Diagnostic::new(Code::Order, pair[1].day.span, "", message)
                    .related(pair[0].day.span, "the phase before begins here"),
            );
        }
    }
    for session in &file.sessions {
        for delegation in session.with.iter().chain([&session.by]) {
            names.delegation(delegation, cx);
        }
    }
    for statement in &file.statements {
        names.party(&statement.by, cx);
        for point in &statement.about {
            names.point(point, cx);
        }
        names.picks_by_point(&statement.reads_as, cx);
    }
    for incident in &file.incidents {
        check_incident(incident, names, cx);
    }
    if let Some(prisoners) = &file.prisoners {
        prisoners
            .claims
            .iter()
            .for_each(|c| check_claim(c, names, cx));
        if let Some(clearing) = &prisoners.clearing {
            check_clearing(clearing, &prisoners.claims, names, cx);
        }
    }
}

fn check_incident(incident: &IncidentEntry, names: &Names<'_>, cx: &mut Context<'_>) {
    if !["both", "unknown"].contains(&incident.claimed_by.text.as_str()) {
        names.party(&incident.claimed_by, cx);
    }
    if !["both", "disputed", "unknown"].contains(&incident.attributed_to.text.as_str()) {
        names.party(&incident.attributed_to, cx);
    }
}

fn check_claim(claim: &ClaimEntry, names: &Names<'_>, cx: &mut Context<'_>) {
    names.party(&claim.held_by, cx);
    names.party(&claim.of, cx);
    let known =
        claim.acknowledged_by_holder.value + claim.confirmed_dead.value + claim.disputed.value;
    if known != claim.claimed_by_owner.value {
        let message = format!(
            "acknowledged, dead and disputed add up to {known}, not to the {} claimed",
            claim.claimed_by_owner.value
        );
        cx.push(
            Diagnostic::new(Code::ClaimSum, claim.disputed.span, "", message)
                .related(claim.claimed_by_owner.span, "so many are claimed"),
        );
    }
}

fn check_clearing(
    clearing: &ClearingEntry,
    claims: &[ClaimEntry],
    names: &Names<'_>,
    cx: &mut Context<'_>,
) {
    unique("carrier", clearing.carriers.iter().map(|c| &c.id), cx);
    let known: Vec<&str> = claims.iter().map(|c| c.category.text.as_str()).collect();
    let used = clearing
        .ratio_rules
        .iter()
        .map(|r| &r.category)
        .chain(&clearing.phase_order);
    for category in used {
        if !known.contains(&category.text.as_str()) {
            let message = format!("no claim has the category `{}`", category.text);
            cx.push(
                Diagnostic::new(Code::UnknownEntry, category.span, "", message)
                    .nearest(&category.text, known.iter().copied()),
            );
        }
    }
    if let Some(cycle) = &clearing.third_party_cycle {
        for (party, _) in cycle.holds_of.iter().chain(&cycle.wants_from) {
            names.party(party, cx);
        }
    }
}
