//! What no question uses yet: its checks, and the register that keeps it.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{Kind, Names, once, unique};
use crate::diagnostic::{Code, Diagnostic};
use crate::file::case::{CaseFile, LeverEntry, OfferEntry, PartyEntry};
use crate::file::read::{Context, List};
use crate::file::register::{
    ClaimEntry, ClearingEntry, EntryFacts, IncidentEntry, PartyFacts, RatioEntry, Register,
    Understood,
};
use crate::private::Private;

/// Checks the parts that are kept as read: identifiers, references, sums and order. Returns what
/// the statements read as, but for those with errors.
pub(super) fn check(file: &CaseFile, names: &Names<'_>, cx: &mut Context<'_>) -> Vec<Understood> {
    unique(
        Kind::new("", "phase"),
        file.phases.0.iter().map(|p| &p.id),
        cx,
    );
    unique(
        Kind::new("", "session"),
        file.sessions.0.iter().map(|s| &s.id),
        cx,
    );
    unique(
        Kind::new("", "statement"),
        file.statements.0.iter().map(|s| &s.id),
        cx,
    );
    unique(
        Kind::new("", "incident"),
        file.incidents.0.iter().map(|i| &i.id),
        cx,
    );
    for delegation in &file.delegations.0 {
        names.party(&delegation.party, cx);
    }
    check_phases(file, cx);
    for session in &file.sessions.0 {
        once("delegation", &session.with, cx);
        for delegation in session.with.iter().chain([&session.by]) {
            names.delegation(delegation, cx);
        }
    }
    let mut understood = Vec::new();
    for statement in &file.statements.0 {
        let by = names.party(&statement.by, cx);
        once("point", &statement.about, cx);
        for point in &statement.about {
            names.point(point, cx);
        }
        let reads_as = names.picks_by_point(&statement.reads_as, cx);
        understood.extend(by.zip(reads_as).map(|(by, reads_as)| Understood {
            id: statement.id.text.clone(),
            by,
            reads_as,
        }));
    }
    for incident in &file.incidents.0 {
        check_incident(incident, names, cx);
    }
    if let Some(prisoners) = &file.prisoners {
        check_claims(&prisoners.claims.0, names, cx);
        if let Some(clearing) = &prisoners.clearing {
            check_clearing(clearing, &prisoners.claims, names, cx);
        }
    }
    understood
}

fn check_phases(file: &CaseFile, cx: &mut Context<'_>) {
    for pair in file.phases.0.windows(2) {
        let (before, after) = (pair[0].day, pair[1].day);
        if after.value < before.value && cx.are_read([before.span, after.span]) {
            cx.find(Code::Order, after.span, || {
                let message = "this phase begins before the one that it follows";
                Diagnostic::new(Code::Order, after.span, "", message)
                    .expected(format!("day {} or later", before.value))
                    .related(before.span, "the phase before begins here")
            });
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

fn check_claims(claims: &[ClaimEntry], names: &Names<'_>, cx: &mut Context<'_>) {
    let mut seen = BTreeMap::new();
    for claim in claims {
        names.party(&claim.held_by, cx);
        names.party(&claim.of, cx);
        let (held_by, of, category) = (&claim.held_by, &claim.of, &claim.category);
        if let Some(first) = seen.insert((&held_by.text, &of.text, &category.text), category.span) {
            cx.find(Code::Repeated, category.span, || {
                let message = format!(
                    "there is already a claim for `{}` of `{}` held by `{}`",
                    category.text, of.text, held_by.text
                );
                Diagnostic::new(Code::Repeated, category.span, "", message)
                    .related(first, "it is stated here")
            });
        }
        check_claim_sum(claim, cx);
    }
}

fn check_claim_sum(claim: &ClaimEntry, cx: &mut Context<'_>) {
    let claimed = claim.claimed_by_owner;
    let known =
        claim.acknowledged_by_holder.value + claim.confirmed_dead.value + claim.disputed.value;
    let parts = [
        claim.acknowledged_by_holder,
        claim.confirmed_dead,
        claim.disputed,
    ];
    let are_read = cx.are_read(parts.into_iter().chain([claimed]).map(|n| n.span));
    if are_read && known != claimed.value {
        cx.find(Code::ClaimSum, claim.disputed.span, || {
            let message = format!(
                "acknowledged, dead and disputed add up to {known}, not to the {} claimed",
                claimed.value
            );
            Diagnostic::new(Code::ClaimSum, claim.disputed.span, "", message)
                .related(claimed.span, "so many are claimed")
        });
    }
}

fn check_clearing(
    clearing: &ClearingEntry,
    claims: &List<ClaimEntry>,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) {
    unique(
        Kind::new("", "carrier"),
        clearing.carriers.0.iter().map(|c| &c.id),
        cx,
    );
    let rules = clearing.ratio_rules.0.iter();
    once("category", rules.clone().map(|r| &r.category), cx);
    once("category", &clearing.phase_order, cx);
    rules.clone().for_each(|r| check_ratio(r, cx));
    let known: BTreeSet<&str> = claims.0.iter().map(|c| c.category.text.as_str()).collect();
    for category in rules.map(|r| &r.category).chain(&clearing.phase_order) {
        if claims.1 == 0 && !known.contains(category.text.as_str()) {
            cx.find(Code::UnknownEntry, category.span, || {
                let message = format!("no claim has the category `{}`", category.text);
                Diagnostic::new(Code::UnknownEntry, category.span, "", message)
                    .nearest(&category.text, known.iter().copied())
            });
        }
    }
    if let Some(cycle) = &clearing.third_party_cycle {
        for (party, _) in cycle.holds_of.iter().chain(&cycle.wants_from) {
            names.party(party, cx);
        }
    }
}

fn check_ratio(rule: &RatioEntry, cx: &mut Context<'_>) {
    let bounds = rule.min.is_some() || rule.max.is_some();
    if bounds == (rule.free == Some(true)) {
        cx.find(Code::Alternatives, rule.category.span, || {
            let message = format!(
                "the rule for `{}` states either ratios or that release is free",
                rule.category.text
            );
            Diagnostic::new(Code::Alternatives, rule.category.span, "", message)
                .expected("`min`, `max` or both; or `free: true`")
        });
    }
}

/// The register of a case without errors, with what its statements read as.
pub(super) fn register(file: &CaseFile, understood: Vec<Understood>) -> Register {
    let vote_notes = file.ratification.0.iter().map(|body| {
        let rules = body.rules.0.iter().map(|r| r.note.clone());
        rules.collect()
    });
    Register {
        languages: file.languages.clone(),
        as_of: file.as_of.clone(),
        disclaimer: file.disclaimer.clone(),
        parties: file.parties.0.iter().map(|p| party(p, file)).collect(),
        point_notes: file.points.0.iter().map(|p| p.note.clone()).collect(),
        line_notes: file.lines.0.iter().map(|l| l.note.clone()).collect(),
        vote_notes: vote_notes.collect(),
        levers: file.levers.0.iter().map(lever).collect(),
        offers: file.offers.0.iter().map(offer).collect(),
        delegations: file.delegations.0.clone(),
        phases: file.phases.0.clone(),
        prisoners: file.prisoners.clone(),
        sessions: file.sessions.0.clone(),
        statements: file.statements.0.clone(),
        understood,
        incidents: file.incidents.0.clone(),
    }
}

fn party(entry: &PartyEntry, file: &CaseFile) -> PartyFacts {
    let sheets = file.preferences.0.iter();
    let sheet = sheets.clone().find(|(name, _)| name.text == entry.id.text);
    let bonuses = sheet.map_or(&[][..], |(_, sheet)| &sheet.bonuses.0);
    let no_deal_note = entry.no_deal.as_ref().and_then(|n| n.0.note.clone());
    PartyFacts {
        role: entry.role.clone(),
        colour: entry.colour.clone(),
        marker: entry.marker,
        decides_by: entry.decides_by.clone(),
        visibility: entry.visibility,
        note: entry.note.clone(),
        no_deal_note: Private::new(no_deal_note),
        bonus_notes: Private::new(bonuses.iter().map(|b| b.note.clone()).collect()),
    }
}

fn lever(entry: &LeverEntry) -> EntryFacts {
    EntryFacts {
        date: None,
        visibility: entry.visibility,
        note: entry.note.clone(),
    }
}

fn offer(entry: &OfferEntry) -> EntryFacts {
    EntryFacts {
        date: entry.date.clone(),
        visibility: entry.visibility,
        note: entry.note.clone(),
    }
}
