//! What was said and what happened.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{Kind, Names, listed, once, unique};
use super::rules::visible_to;
use crate::case::Visibility;
use crate::diagnostic::{Code, Diagnostic};
use crate::file::case::CaseFile;
use crate::file::entries::{
    CountEntry, IncidentEntry, PrecisionWord, SessionEntry, SourceEntry, StanceEntry,
    StatementEntry, VerificationEntry,
};
use crate::file::forms::Date;
use crate::file::read::{Context, List, Name, Named};
use crate::options::PointId;
use crate::register::{
    DatePrecision, DelegationId, EntryFacts, EntryOwner, IncidentAttribution, IncidentClaimant,
    IncidentSource, MediationSession, PartyStatement, ReportedCount, ReportedIncident,
    StanceStated, Verification,
};

/// Checks that identifiers stand once in their list, and that what an entry replaces is there and does
/// not replace it in turn.
pub(super) fn check_entries(file: &CaseFile, cx: &mut Context<'_>) {
    let sessions = file.sessions.0.iter().map(|e| (&e.id, &e.supersedes));
    let kind = Kind::new("SessionEntry", "session");
    check_list(kind, &sessions.collect::<Vec<_>>(), cx);
    let statements = file.statements.0.iter().map(|e| (&e.id, &e.supersedes));
    let kind = Kind::new("StatementEntry", "statement");
    check_list(kind, &statements.collect::<Vec<_>>(), cx);
    let incidents = file.incidents.0.iter().map(|e| (&e.id, &e.supersedes));
    let kind = Kind::new("IncidentEntry", "incident");
    check_list(kind, &incidents.collect::<Vec<_>>(), cx);
}

fn check_list(kind: Kind, entries: &[(&Name, &Option<Name>)], cx: &mut Context<'_>) {
    unique(kind, entries.iter().map(|(id, _)| *id), cx);
    let replaced = entries.iter().filter_map(|(id, of)| {
        let of = of.as_ref()?;
        Some((id.text.as_str(), of))
    });
    let replaced: BTreeMap<&str, &Name> = replaced.collect();
    if replaced.is_empty() {
        return;
    }
    let ids: BTreeSet<&str> = entries.iter().map(|(id, _)| id.text.as_str()).collect();
    for name in replaced.values() {
        if !ids.contains(name.text.as_str()) && !kind.is_unclear(&name.text, cx) {
            cx.find(Code::UnknownEntry, name.span, || {
                let known: Vec<&str> = ids.iter().copied().collect();
                let message = format!("unknown {} `{}`", kind.word(), name.text);
                Diagnostic::new(Code::UnknownEntry, name.span, "", message)
                    .expected(listed(kind.word(), &known))
                    .nearest(&name.text, known)
            });
        }
    }
    for name in circles(&replaced) {
        let message = format!(
            "{} `{}` replaces itself in a circle",
            kind.word(),
            name.text
        );
        cx.find(Code::Order, name.span, || {
            let expected = "an entry that was there before";
            Diagnostic::new(Code::Order, name.span, "", message).expected(expected)
        });
    }
}

/// One place in each circle of entries that replace each other. Linear but for looking names up.
fn circles<'n>(replaced: &BTreeMap<&str, &'n Name>) -> Vec<&'n Name> {
    // In which walk an entry was met.
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for (walk, start) in replaced.keys().copied().enumerate() {
        let mut at = start;
        while !met.contains_key(at) {
            met.insert(at, walk);
            match replaced.get(at) {
                Some(next) => at = &next.text,
                None => break,
            }
        }
        if met.get(at) == Some(&walk)
            && let Some(name) = replaced.get(at)
        {
            found.push(*name);
        }
    }
    found
}

/// The keys that all entries have.
#[derive(Clone, Copy)]
struct Common<'e> {
    precision: Option<PrecisionWord>,
    reported: &'e Option<Date>,
    clauses: &'e [String],
    supersedes: &'e Option<Name>,
    entered_by: &'e Option<Name>,
}

fn facts(entry: Common<'_>, names: &Names<'_>, cx: &mut Context<'_>) -> Option<EntryFacts> {
    let entered_by = match entry.entered_by {
        None => None,
        Some(name) if name.text == EntryOwner::MEDIATOR => Some(EntryOwner::Mediator),
        Some(name) => Some(EntryOwner::Party(names.party(name, cx)?)),
    };
    Some(EntryFacts {
        precision: entry
            .precision
            .map_or(DatePrecision::Day, DatePrecision::from),
        reported: entry.reported.as_ref().map(|day| day.value),
        clauses: entry.clauses.to_vec(),
        supersedes: entry.supersedes.as_ref().map(|name| name.text.clone()),
        entered_by,
    })
}

fn points(about: &[Name], names: &Names<'_>, cx: &mut Context<'_>) -> Option<Vec<PointId>> {
    once("point", about, cx);
    let points: Vec<_> = about.iter().map(|name| names.point(name, cx)).collect();
    points.into_iter().collect()
}

pub(super) fn session(
    entry: &SessionEntry,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<MediationSession> {
    let SessionEntry {
        id,
        date,
        precision,
        reported,
        format,
        with,
        by,
        text_version,
        outcome,
        about,
        options,
        clauses,
        supersedes,
        entered_by,
        visibility,
        span: _,
    } = entry;
    let common = Common {
        precision: *precision,
        reported,
        clauses,
        supersedes,
        entered_by,
    };
    let common = facts(common, names, cx);
    once("delegation", with, cx);
    let met: Vec<Option<DelegationId>> =
        with.iter().map(|name| names.delegation(name, cx)).collect();
    let led = names.delegation(by, cx);
    let about = points(about, names, cx);
    let options = names.picks_by_point(options, cx);
    Some(MediationSession {
        id: id.text.clone(),
        date: date.value,
        entry: common?,
        format: (*format).into(),
        with: met.into_iter().collect::<Option<_>>()?,
        by: led?,
        text_version: text_version.clone(),
        outcome: outcome.clone(),
        about: about?,
        options: options?,
        visibility: visible_to(*visibility, Visibility::Mediator),
    })
}

pub(super) fn statement(
    entry: &StatementEntry,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<PartyStatement> {
    let StatementEntry {
        id,
        date,
        precision,
        reported,
        by,
        visibility,
        channel,
        grade,
        about,
        says,
        reads_as,
        clauses,
        stances,
        verification,
        supersedes,
        entered_by,
        span: _,
    } = entry;
    let by = names.party(by, cx);
    let common = Common {
        precision: *precision,
        reported,
        clauses,
        supersedes,
        entered_by,
    };
    let common = facts(common, names, cx);
    let about = points(about, names, cx);
    let reads_as = names.picks_by_point(reads_as, cx);
    let stances = stated(stances, names, cx);
    Some(PartyStatement {
        id: id.text.clone(),
        date: date.value,
        entry: common?,
        by: by?,
        visibility: visible_to(*visibility, Visibility::Public),
        channel: channel.clone(),
        grade: grade.as_ref().map(|grade| grade.value),
        about: about?,
        says: says.clone(),
        reads_as: reads_as?,
        stances: stances?,
        verification: verification.as_ref().map(verified),
    })
}

pub(super) fn incident(
    entry: &IncidentEntry,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<ReportedIncident> {
    let IncidentEntry {
        id,
        date,
        precision,
        reported,
        place,
        kind,
        category,
        claimed_by,
        attributed_to,
        counts,
        response,
        stances,
        sources,
        status,
        verification,
        about,
        options,
        clauses,
        supersedes,
        entered_by,
        visibility,
        span: _,
    } = entry;
    let common = Common {
        precision: *precision,
        reported,
        clauses,
        supersedes,
        entered_by,
    };
    let common = facts(common, names, cx);
    let claimant = claimant(claimed_by, names, cx);
    let blamed = blamed(attributed_to, names, cx);
    let counts = counted(counts, cx);
    let stances = stated(stances, names, cx);
    let about = points(about, names, cx);
    let options = names.picks_by_point(options, cx);
    Some(ReportedIncident {
        id: id.text.clone(),
        date: date.value,
        entry: common?,
        place: place.clone(),
        kind: kind.clone(),
        category: category.map(|category| category.value),
        claimed_by: claimant?,
        attributed_to: blamed?,
        counts,
        response: response.clone(),
        stances: stances?,
        sources: sources.0.iter().map(source).collect(),
        status: status.clone(),
        verification: verification.as_ref().map(verified),
        about: about?,
        options: options?,
        visibility: visible_to(*visibility, Visibility::Mediator),
    })
}

fn claimant(
    claimed_by: &Name,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<IncidentClaimant> {
    match claimed_by.text.as_str() {
        "both" => Some(IncidentClaimant::Both),
        "unknown" => Some(IncidentClaimant::Unknown),
        _ => names.party(claimed_by, cx).map(IncidentClaimant::Party),
    }
}

fn blamed(
    attributed_to: &Name,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<IncidentAttribution> {
    match attributed_to.text.as_str() {
        "both" => Some(IncidentAttribution::Both),
        "disputed" => Some(IncidentAttribution::Disputed),
        "unknown" => Some(IncidentAttribution::Unknown),
        _ => {
            let party = names.party(attributed_to, cx);
            party.map(IncidentAttribution::Party)
        }
    }
}

fn counted(counts: &List<CountEntry>, cx: &mut Context<'_>) -> Vec<ReportedCount> {
    let counted = counts.0.iter().map(|entry| {
        let CountEntry {
            what,
            least,
            most,
            span: _,
        } = entry;
        let most = most.unwrap_or(*least);
        if most.value < least.value && cx.are_read([least.span, most.span]) {
            cx.find(Code::NumberRange, most.span, || {
                let message = "this is less than `least`";
                Diagnostic::new(Code::NumberRange, most.span, "", message)
                    .expected(format!("{} or more", least.value))
                    .related(least.span, "the least is here")
            });
        }
        ReportedCount {
            what: what.clone(),
            least: least.value,
            most: most.value.max(least.value),
        }
    });
    counted.collect()
}

fn stated(
    stances: &Named<StanceEntry>,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<Vec<StanceStated>> {
    let stated = stances.0.iter().map(|(name, entry)| {
        let StanceEntry { stance, visibility } = entry;
        Some(StanceStated {
            party: names.party(name, cx)?,
            stance: (*stance).into(),
            visibility: visible_to(*visibility, Visibility::Mediator),
        })
    });
    let stated: Vec<_> = stated.collect();
    stated.into_iter().collect()
}

fn verified(entry: &VerificationEntry) -> Verification {
    let VerificationEntry {
        status,
        by,
        date,
        span: _,
    } = entry;
    Verification {
        status: (*status).into(),
        by: by.clone(),
        date: date.as_ref().map(|day| day.value),
    }
}

fn source(entry: &SourceEntry) -> IncidentSource {
    let SourceEntry {
        kind,
        grade,
        note,
        span: _,
    } = entry;
    IncidentSource {
        kind: kind.clone(),
        grade: grade.value,
        note: note.clone(),
    }
}
