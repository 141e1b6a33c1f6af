//! What is legal and yet may not be meant.

use std::collections::BTreeMap;

use crate::case::{Case, LinkRule};
use crate::condition::{Condition, Term};
use crate::diagnostic::Code;
use crate::file::case::CaseFile;
use crate::file::parts::NoDealFile;
use crate::file::read::Context;
use crate::options::{OptionId, OptionSet, PartyId, PointId};

/// Reports warnings. The entries of `file` stand in the same places as those of `case`.
pub(super) fn warn(file: &CaseFile, case: &Case, cx: &mut Context<'_>) {
    let lawful = lawful(case);
    for (entry, domain) in file.points.0.iter().zip(&lawful) {
        if domain.is_empty() {
            let message = format!("the laws leave no option on point `{}`", entry.id.text);
            cx.report(Code::LawsExclude, entry.id.span, message);
        }
    }
    out_of_reach(file, case, cx);
    for (entry, line) in file.lines.0.iter().zip(&case.lines) {
        let domain = &lawful[line.point.index()];
        let declared = &line.ladder.open()[0].accept;
        if line.law || domain.is_empty() {
            continue;
        }
        if domain.is_subset(declared) {
            let message = format!("the laws already ask for all that `{}` asks", line.id);
            cx.report(Code::ImpliedByLaw, entry.id.span, message);
        } else if domain.is_disjoint(declared) {
            let message = format!("the laws rule out every option that `{}` accepts", line.id);
            cx.report(Code::NeverMet, entry.id.span, message);
        }
    }
    if !lawful.iter().any(OptionSet::is_empty) {
        links(file, case, &lawful, cx);
    }
    votes(file, case, &lawful, cx);
    same_labels(file, case, cx);
    idle(file, case, cx);
    no_deals(file, case, cx);
}

/// Vote rules that bite nobody: the blocs that vote yes whatever is agreed have the seats, or the rule
/// never applies.
fn votes(file: &CaseFile, case: &Case, lawful: &[OptionSet], cx: &mut Context<'_>) {
    for (entry, body) in file.ratification.0.iter().zip(&case.bodies) {
        let always = |picks: &[(PointId, OptionSet)]| {
            let mut picks = picks.iter();
            picks.all(|(point, options)| lawful[point.index()].is_subset(options))
        };
        let sure = body.blocs.iter().filter(|bloc| always(&bloc.accepts));
        let sure: u64 = sure.map(|bloc| bloc.seats).sum();
        for (rule_entry, rule) in entry.rules.0.iter().zip(&body.rules) {
            let message = if sure >= rule.need {
                let needs = rule.need;
                format!(
                    "`{}` asks for nothing: {sure} seats vote yes whatever is agreed, and it needs {needs}",
                    rule.id
                )
            } else if truth(&rule.when, lawful) == Some(false) {
                format!("`{}` asks for nothing: it never applies", rule.id)
            } else {
                continue;
            };
            cx.report(Code::ImpliedByLaw, rule_entry.id.span, message);
        }
    }
}

/// Options of a point that a reader cannot tell apart.
fn same_labels(file: &CaseFile, case: &Case, cx: &mut Context<'_>) {
    for (entry, point) in file.points.0.iter().zip(&case.points) {
        let mut first: BTreeMap<&str, &str> = BTreeMap::new();
        for (o, option) in point.options.iter().enumerate() {
            let Some(before) = first.insert(option.label.trim(), &option.id) else {
                continue;
            };
            let place = entry.options.as_ref().and_then(|options| options.0.get(o));
            let span = place.map_or(entry.id.span, |option| option.id.span);
            let message = format!(
                "options `{before}` and `{}` of `{}` have the same label: nobody can tell them apart",
                option.id, point.id
            );
            cx.report(Code::SameLabel, span, message);
        }
    }
}

/// The options that the lines that are laws leave on each point.
fn lawful(case: &Case) -> Vec<OptionSet> {
    let mut domains: Vec<OptionSet> = case
        .points
        .iter()
        .map(|p| OptionSet::first(p.options.len()))
        .collect();
    for line in case.lines.iter().filter(|l| l.law) {
        let domain = &mut domains[line.point.index()];
        *domain = domain.and(&line.ladder.open()[0].accept);
    }
    domains
}

/// Options that two or more parties, and every party with a line on their point, refuse on every
/// step.
fn out_of_reach(file: &CaseFile, case: &Case, cx: &mut Context<'_>) {
    for (p, entry) in file.points.0.iter().enumerate() {
        let drawn = || case.lines.iter().filter(|l| l.point.index() == p && !l.law);
        let lines: Vec<&OptionSet> = drawn()
            .filter_map(|l| l.ladder.open().last().map(|s| &s.accept))
            .collect();
        let mut owners: Vec<PartyId> = drawn().map(|l| l.owner).collect();
        owners.dedup();
        if owners.len() < 2 {
            continue;
        }
        for (o, option) in case.points[p].options.iter().enumerate() {
            if lines.iter().all(|set| !set.contains(OptionId::at(o))) {
                let span = entry
                    .options
                    .as_ref()
                    .and_then(|options| options.0.get(o))
                    .map_or(entry.id.span, |o| o.id.span);
                let message = format!(
                    "nobody who has a line on point `{}` accepts `{}`",
                    entry.id.text, option.id
                );
                cx.report(Code::OptionOutOfReach, span, message);
            }
        }
    }
}

fn links(file: &CaseFile, case: &Case, lawful: &[OptionSet], cx: &mut Context<'_>) {
    for (entry, link) in file.links.0.iter().zip(&case.links) {
        let rule = match link.rule.open() {
            LinkRule::IfThen { when, then } => {
                if truth(when, lawful) == Some(false) {
                    let message =
                        format!("link `{}` can never fire: its `if` cannot hold", link.id);
                    cx.report(Code::LinkNeverFires, entry.id.span, message);
                    continue;
                }
                Condition::any(vec![when.clone().negated(), then.clone()])
            }
            LinkRule::Require(condition) => condition.clone(),
            LinkRule::Exclude(members) => Condition::at_least(2, members.clone()).negated(),
        };
        match truth(&rule, lawful) {
            Some(true) if !link.law => {
                let message = format!("the laws already ask for all that `{}` asks", link.id);
                cx.report(Code::ImpliedByLaw, entry.id.span, message);
            }
            Some(false) => {
                let message = format!("no package inside the laws can meet `{}`", link.id);
                cx.report(Code::NeverMet, entry.id.span, message);
            }
            _ => {}
        }
    }
}

fn idle(file: &CaseFile, case: &Case, cx: &mut Context<'_>) {
    for (p, entry) in file.parties.0.iter().enumerate() {
        let party = PartyId::at(p);
        let takes_part = case.parties[p].sheet.open().scores.is_some()
            || case.lines.iter().any(|l| l.owner == party)
            || case.links.iter().any(|l| l.owner == Some(party))
            || case.bodies.iter().any(|b| b.party == party)
            || case.offers.iter().any(|offer| offer.by == party);
        if !takes_part {
            let message = format!(
                "party `{}` has no preferences and no demands",
                entry.id.text
            );
            cx.report(Code::IdleParty, entry.id.span, message);
        }
    }
}

fn no_deals(file: &CaseFile, case: &Case, cx: &mut Context<'_>) {
    for (entry, party) in file.parties.0.iter().zip(&case.parties) {
        let sheet = party.sheet.open();
        let value = entry.no_deal.as_ref().and_then(NoDealFile::value);
        let (Some(scores), Some(no_deal), Some(at)) = (&sheet.scores, sheet.no_deal, value) else {
            continue;
        };
        let [worst, best] = scores.reach();
        let message = if no_deal > best {
            format!("no package gives `{}` as much as no deal", party.id)
        } else if no_deal < worst {
            format!("every package gives `{}` more than no deal", party.id)
        } else {
            continue;
        };
        cx.report(Code::NoDealOutOfReach, at.span, message);
    }
}

/// The truth of a condition when each point may be settled on any option of its domain; `None`
/// when that depends on the option.
fn truth(condition: &Condition, domains: &[OptionSet]) -> Option<bool> {
    let mut stack: Vec<Option<bool>> = Vec::new();
    for term in condition.terms() {
        let joined = |stack: &mut Vec<Option<bool>>, need: usize, of: usize| {
            let members = stack.split_off(stack.len().saturating_sub(of));
            let yes = members.iter().filter(|m| **m == Some(true)).count();
            let no = members.iter().filter(|m| **m == Some(false)).count();
            if yes >= need {
                Some(true)
            } else if of - no < need {
                Some(false)
            } else {
                None
            }
        };
        let value = match term {
            Term::Holds { point, options } => {
                let domain = &domains[point.index()];
                if domain.is_subset(options) {
                    Some(true)
                } else if domain.is_disjoint(options) {
                    Some(false)
                } else {
                    None
                }
            }
            Term::All { of } => joined(&mut stack, *of, *of),
            Term::Any { of } => joined(&mut stack, 1, *of),
            Term::AtLeast { need, of } => joined(&mut stack, *need, *of),
            Term::Not => stack.pop().flatten().map(|v: bool| !v),
        };
        stack.push(value);
    }
    stack.pop().flatten()
}
