//! The plan of carrying out an agreement: references, windows, acts, and circles of precedence.

use std::collections::BTreeMap;

use super::conditions::condition;
use super::names::{Kind, Names, listed, once, unique};
use super::rules::visible_to;
use crate::case::Visibility;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::file::forms::Whole;
use crate::file::plan::{PlanEntry, PlanItemEntry};
use crate::file::read::{Context, Name, Named};
use crate::file::register::PhaseEntry;
use crate::options::PartyId;
use crate::private::Private;
use crate::register::{
    ImplementationPlan, PLAN_DAYS_MAX, PLAN_ITEMS_MAX, PLAN_VALUE_MAX, PlanItem, PlanLapse,
};

const ITEM: Kind = Kind::new("PlanItemEntry", "item");

/// What the names in a plan stand for.
struct Known<'a> {
    items: BTreeMap<&'a str, usize>,
    phases: BTreeMap<&'a str, usize>,
}

/// Resolves the plan of a case; what has errors is left out.
pub(super) fn plan(
    entry: &PlanEntry,
    phases: &[PhaseEntry],
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> ImplementationPlan {
    let PlanEntry {
        signed,
        bounds,
        items,
        span,
    } = entry;
    let entries = &items.0;
    if entries.len() > PLAN_ITEMS_MAX {
        cx.find(Code::CaseLimit, *span, || {
            let message = format!("the plan has {} items", entries.len());
            Diagnostic::new(Code::CaseLimit, *span, "", message)
                .expected(format!("at most {PLAN_ITEMS_MAX}"))
        });
    }
    unique(ITEM, entries.iter().map(|item| &item.id), cx);
    if items.1 > 0 && entries.is_empty() {
        cx.mark_broken("PlanItemEntry", None);
    }
    let known = Known {
        items: by_id(entries.iter().map(|item| &item.id)),
        phases: by_id(phases.iter().map(|phase| &phase.id)),
    };
    let bound_max = PLAN_VALUE_MAX * PLAN_ITEMS_MAX as u64;
    let bounds = numbers(bounds, bound_max, names, cx);
    let resolved: Vec<Option<PlanItem>> =
        entries.iter().map(|e| item(e, &known, names, cx)).collect();
    // Places are those of the entries: a list with gaps would mean other items.
    let whole: Option<Vec<PlanItem>> = resolved.into_iter().collect();
    let resolved = whole.unwrap_or_default();
    if !resolved.is_empty() && entries.len() <= PLAN_ITEMS_MAX {
        check_circle(entries, &resolved, cx);
    }
    ImplementationPlan {
        signed: signed.as_ref().map(|date| date.value),
        bounds: Private::new(bounds),
        items: resolved,
    }
}

fn by_id<'a>(names: impl Iterator<Item = &'a Name>) -> BTreeMap<&'a str, usize> {
    let mut places = BTreeMap::new();
    for (place, name) in names.enumerate() {
        places.entry(name.text.as_str()).or_insert(place);
    }
    places
}

/// The numbers of parties, each within its limit, or reports.
fn numbers(
    stated: &Named<Whole>,
    max: u64,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Vec<(PartyId, u64)> {
    let mut found = Vec::new();
    for (name, value) in &stated.0 {
        let party = names.party(name, cx);
        within(*value, max, cx);
        found.extend(party.map(|party| (party, value.value)));
    }
    found
}

/// Reports a number above its limit.
fn within(value: Whole, max: u64, cx: &mut Context<'_>) {
    if value.value > max && cx.are_read([value.span]) {
        cx.find(Code::NumberRange, value.span, || {
            Diagnostic::new(
                Code::NumberRange,
                value.span,
                "",
                "this number is out of range",
            )
            .expected(format!("a whole number from 0 to {max}"))
        });
    }
}

fn item(
    entry: &PlanItemEntry,
    known: &Known<'_>,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<PlanItem> {
    let PlanItemEntry {
        id,
        title,
        owner,
        phase,
        values,
        after,
        earliest,
        latest,
        days,
        verify,
        reversible,
        act,
        when,
        lapses_unless,
        visibility,
        span: _,
    } = entry;
    let party = names.party(owner, cx);
    let values = numbers(values, PLAN_VALUE_MAX, names, cx);
    let phase = phase.as_ref().map(|name| {
        let kind = Kind::new("PhaseEntry", "phase");
        place(&known.phases, kind, name, cx).ok_or(())
    });
    once("item", after, cx);
    let before: Vec<Option<usize>> = after
        .iter()
        .map(|name| other(id, name, known, cx))
        .collect();
    let when = when
        .as_ref()
        .map(|when| condition(when, names, cx).ok_or(()));
    let lapse = lapses_unless.as_ref().map(|lapse| {
        within(lapse.within, PLAN_DAYS_MAX, cx);
        let item = other(id, &lapse.item, known, cx).ok_or(())?;
        Ok::<_, ()>(PlanLapse {
            item,
            within: lapse.within.value,
        })
    });
    check_window(entry, cx);
    Some(PlanItem {
        id: id.text.clone(),
        title: title.clone(),
        owner: party?,
        phase: phase.transpose().ok()?,
        values: Private::new(values),
        after: before.into_iter().collect::<Option<_>>()?,
        earliest: earliest.map(|day| day.value),
        latest: latest.map(|day| day.value),
        days: days.map_or(0, |days| days.value),
        verify: verify.map_or(0, |days| days.value),
        reversible: reversible.unwrap_or(false),
        act: act.as_ref().map(|act| act.text.clone()),
        when: when.transpose().ok()?,
        lapses_unless: lapse.transpose().ok()?,
        seen: visible_to(*visibility, Visibility::Public),
    })
}

fn place(
    table: &BTreeMap<&str, usize>,
    kind: Kind,
    name: &Name,
    cx: &mut Context<'_>,
) -> Option<usize> {
    let found = table.get(name.text.as_str()).copied();
    if found.is_none() && !kind.is_unclear(&name.text, cx) {
        cx.find(Code::UnknownEntry, name.span, || {
            let known: Vec<&str> = table.keys().copied().collect();
            let word = kind.word();
            let message = format!("unknown {word} `{}`", name.text);
            Diagnostic::new(Code::UnknownEntry, name.span, "", message)
                .expected(listed(word, &known))
                .nearest(&name.text, known)
        });
    }
    found
}

/// Another item of this name, or a report.
fn other(id: &Name, name: &Name, known: &Known<'_>, cx: &mut Context<'_>) -> Option<usize> {
    if name.text == id.text {
        let message = format!("item `{}` waits for itself", id.text);
        cx.report(Code::Order, name.span, message);
        return None;
    }
    place(&known.items, ITEM, name, cx)
}

/// Reports days that are out of range, and a window too short for its item.
fn check_window(entry: &PlanItemEntry, cx: &mut Context<'_>) {
    let stated = [entry.earliest, entry.latest, entry.days, entry.verify];
    let stated: Vec<Whole> = stated.into_iter().flatten().collect();
    stated
        .iter()
        .for_each(|days| within(*days, PLAN_DAYS_MAX, cx));
    let Some(latest) = entry.latest else {
        return;
    };
    if !cx.are_read(stated.iter().map(|days| days.span)) {
        return;
    }
    let days = |stated: Option<Whole>| stated.map_or(0, |days| days.value);
    let least = days(entry.earliest) + days(entry.days) + days(entry.verify);
    if latest.value < least {
        cx.find(Code::Order, latest.span, || {
            let message = format!("item `{}` cannot be verified so early", entry.id.text);
            Diagnostic::new(Code::Order, latest.span, "", message).expected(format!(
                "day {least} or later: its earliest day, its delivery and its verification"
            ))
        });
    }
}

/// Reports one circle of precedence, all of it; items of one act count as one.
fn check_circle(entries: &[PlanItemEntry], items: &[PlanItem], cx: &mut Context<'_>) {
    let Some(circle) = circle(items) else {
        return;
    };
    let named: Vec<&str> = circle
        .iter()
        .map(|place| items[*place].id.as_str())
        .collect();
    let span = |place: usize| -> Span { entries[place].id.span };
    let first = circle[0];
    let act = circle.iter().find_map(|place| items[*place].act.as_deref());
    cx.find(Code::Order, span(first), || {
        let path = named.join(" after ");
        let message = match act {
            Some(act) => format!(
                "items wait for each other: {path} after {}; those of act `{act}` are handed over together",
                named[0]
            ),
            None => format!("items wait for each other: {path} after {}", named[0]),
        };
        let finding = Diagnostic::new(Code::Order, span(first), "", message)
            .expected("an order in which something comes first");
        match circle.get(1) {
            Some(next) => finding.related(span(*next), "it waits for this one"),
            None => finding,
        }
    });
}

/// A circle of precedence, each item waiting for the next and the last for the first.
fn circle(items: &[PlanItem]) -> Option<Vec<usize>> {
    // Items of one act stand for the first of it.
    let head = |place: usize| match &items[place].act {
        None => place,
        Some(act) => {
            let same = |item: &PlanItem| item.act.as_ref() == Some(act);
            items.iter().position(same).unwrap_or(place)
        }
    };
    let mut waits: Vec<Vec<(usize, usize)>> = vec![Vec::new(); items.len()];
    for (place, item) in items.iter().enumerate() {
        let before = item.after.iter();
        waits[head(place)].extend(before.map(|b| (place, *b)));
    }
    // What waits for nothing that is left is taken away, until nothing can be.
    let mut left: Vec<bool> = (0..items.len()).map(|place| head(place) == place).collect();
    loop {
        let free =
            (0..items.len()).find(|p| left[*p] && waits[*p].iter().all(|(_, b)| !left[head(*b)]));
        match free {
            Some(free) => left[free] = false,
            None => break,
        }
    }
    let start = left.iter().position(|is_left| *is_left)?;
    // Everything left waits for something left: following it comes back.
    let (mut path, mut here) = (Vec::new(), start);
    let mut seen: Vec<usize> = Vec::new();
    while !seen.contains(&here) {
        seen.push(here);
        let (place, before) = waits[here].iter().find(|(_, b)| left[head(*b)])?;
        path.push(*place);
        here = head(*before);
    }
    let from = seen.iter().position(|head| *head == here)?;
    Some(path.split_off(from))
}
