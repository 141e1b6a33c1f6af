//! Ratifying bodies: vote rules and blocs.

use super::conditions::condition;
use super::names::{Kind, Names, unique};
use super::rules::visible_to;
use crate::case::{Bloc, Body, Visibility, VoteRule};
use crate::condition::Condition;
use crate::diagnostic::{Code, Diagnostic};
use crate::file::case::{BlocEntry, BodyEntry, VoteRuleEntry};
use crate::file::read::Context;

/// Resolves a ratifying body, or reports.
pub(super) fn body(entry: &BodyEntry, names: &Names<'_>, cx: &mut Context<'_>) -> Option<Body> {
    let party = names.party(&entry.for_party, cx);
    let bloc_ids = entry.blocs.0.iter().map(|b| &b.id);
    unique(Kind::new("BlocEntry", "bloc"), bloc_ids, cx);
    check_seats(entry, cx);
    let mut rules = Vec::new();
    for rule in &entry.rules.0 {
        rules.extend(vote_rule(rule, entry, names, cx));
    }
    let blocs = entry.blocs.0.iter().filter_map(|b| bloc(b, names, cx));
    Some(Body {
        id: entry.id.text.clone(),
        name: entry.body.clone(),
        blocs: blocs.collect(),
        party: party?,
        seats: entry.seats.value,
        rules,
    })
}

fn check_seats(entry: &BodyEntry, cx: &mut Context<'_>) {
    let seats = entry.seats.value;
    let blocs = entry.blocs.0.iter().map(|b| b.seats.span);
    if !cx.are_read([entry.seats.span].into_iter().chain(blocs)) {
        return;
    }
    if seats == 0 {
        let message = format!("body `{}` has no seats", entry.id.text);
        cx.report(Code::NumberRange, entry.seats.span, message);
        return;
    }
    // Fits: the limits on values and on whole numbers keep the sum below 2^60.
    let sum: u64 = entry.blocs.0.iter().map(|b| b.seats.value).sum();
    if sum != seats && entry.blocs.1 == 0 {
        cx.find(Code::SeatSum, entry.seats.span, || {
            let message = format!(
                "body `{}` has {seats} seats, but its blocs hold {sum}",
                entry.id.text
            );
            Diagnostic::new(Code::SeatSum, entry.seats.span, "", message)
                .expected("the sum of the blocs' seats")
        });
    }
}

fn vote_rule(
    entry: &VoteRuleEntry,
    body: &BodyEntry,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<VoteRule> {
    let (need, seats) = (entry.need.value, body.seats.value);
    let are_read = cx.are_read([entry.need.span, body.seats.span]);
    if are_read && (need == 0 || need > seats) && seats > 0 {
        cx.find(Code::Quota, entry.need.span, || {
            let message = format!("the rule asks for {need} of {seats} seats");
            Diagnostic::new(Code::Quota, entry.need.span, "", message)
                .expected(format!("a number from 1 to {seats}"))
        });
    }
    let when = match &entry.when {
        None => Some(Condition::always()),
        Some(when) => condition(when, names, cx),
    };
    Some(VoteRule {
        id: entry.id.text.clone(),
        need,
        when: when?,
        seen: visible_to(entry.visibility, Visibility::Public),
    })
}

fn bloc(entry: &BlocEntry, names: &Names<'_>, cx: &mut Context<'_>) -> Option<Bloc> {
    let accepts = names.picks_by_point(&entry.accepts, cx)?;
    Some(Bloc {
        id: entry.id.text.clone(),
        label: entry.label.clone().unwrap_or_default(),
        seats: entry.seats.value,
        accepts,
    })
}
