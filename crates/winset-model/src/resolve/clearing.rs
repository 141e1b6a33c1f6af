//! How an exchange of prisoners could be carried out.

use std::collections::BTreeSet;

use super::names::{Kind, Names, once, unique};
use crate::diagnostic::{Code, Diagnostic};
use crate::file::forms::Whole;
use crate::file::read::{Context, Filled, List, Name};
use crate::file::register::{
    CarrierEntry, ClaimEntry, ClearingEntry, CycleEntry, RatioEntry, ReleasePhaseEntry,
};
use crate::options::PartyId;
use crate::register::{
    CategoryRule, ExchangeCarrier, ExchangeClearing, ExchangeTerms, ReleasePhase, ReturnTerms,
    ThirdPartyCycle,
};

/// Resolves the rules of an exchange; what has errors is left out.
pub(super) fn clearing(
    entry: &ClearingEntry,
    claims: &List<ClaimEntry>,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> ExchangeClearing {
    let ClearingEntry {
        between,
        start,
        terms,
        carriers,
        ratio_rules,
        phase_order,
        release_phases,
        parity,
        third_party_cycle,
        span: _,
    } = entry;
    unique(
        Kind::new("", "carrier"),
        carriers.0.iter().map(|c| &c.id),
        cx,
    );
    unique(
        Kind::new("", "release phase"),
        release_phases.0.iter().map(|p| &p.id),
        cx,
    );
    once("category", ratio_rules.0.iter().map(|r| &r.category), cx);
    once("category", phase_order, cx);
    check_categories(entry, claims, cx);
    check_release_phases(&release_phases.0, cx);
    let rules = ratio_rules.0.iter();
    let rules = rules.filter_map(|rule| category_rule(rule, cx)).collect();
    let cycle = third_party_cycle.as_ref();
    ExchangeClearing {
        between: sides(between, claims, names, cx),
        start: start.as_ref().map(|date| date.value),
        terms: terms.map_or_else(ReturnTerms::default, Into::into),
        carriers: carriers.0.iter().map(carrier).collect(),
        ratio_rules: rules,
        phase_order: phase_order.iter().map(|name| name.text.clone()).collect(),
        release_phases: release_phases.0.iter().map(release_phase).collect(),
        parity: parity.as_ref().map(|parity| parity.value),
        third_party_cycle: cycle.map(|cycle| resolved_cycle(cycle, names, cx)),
    }
}

/// The two parties whose people are exchanged: as stated, or those of the first claim.
fn sides(
    between: &[Name],
    claims: &List<ClaimEntry>,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<[PartyId; 2]> {
    let [first, second] = match between {
        [] => {
            let claim = claims.0.first()?;
            [&claim.of, &claim.held_by]
        }
        [first, second] => [first, second],
        [first, ..] => {
            cx.find(Code::Malformed, first.span, || {
                let message = format!("an exchange is between two parties, not {}", between.len());
                Diagnostic::new(Code::Malformed, first.span, "", message)
                    .expected("`between: [A, B]`, in the order in which ratios name them")
            });
            return None;
        }
    };
    if !between.is_empty() {
        once("party", between, cx);
    }
    let found = names.party(first, cx).zip(names.party(second, cx));
    found.map(|(first, second)| [first, second])
}

/// Categories that no claim has.
fn check_categories(entry: &ClearingEntry, claims: &List<ClaimEntry>, cx: &mut Context<'_>) {
    let known: BTreeSet<&str> = claims.0.iter().map(|c| c.category.text.as_str()).collect();
    let of_rules = entry.ratio_rules.0.iter().map(|rule| &rule.category);
    let of_phases = entry.release_phases.0.iter();
    let of_phases = of_phases.flat_map(|phase| &phase.categories);
    for category in of_rules.chain(&entry.phase_order).chain(of_phases) {
        if claims.1 == 0 && !known.contains(category.text.as_str()) {
            cx.find(Code::UnknownEntry, category.span, || {
                let message = format!("no claim has the category `{}`", category.text);
                Diagnostic::new(Code::UnknownEntry, category.span, "", message)
                    .nearest(&category.text, known.iter().copied())
            });
        }
    }
}

/// Release phases follow each other, and each ends after it begins.
fn check_release_phases(phases: &[ReleasePhaseEntry], cx: &mut Context<'_>) {
    for phase in phases {
        once("category", &phase.categories, cx);
        let Some(to) = phase.to.as_ref().filter(|to| to.value < phase.from.value) else {
            continue;
        };
        if cx.are_read([to.span, phase.from.span]) {
            cx.find(Code::Order, to.span, || {
                let message = format!("release phase `{}` ends before it begins", phase.id.text);
                Diagnostic::new(Code::Order, to.span, "", message)
                    .expected(format!("day {} or later", phase.from.value))
                    .related(phase.from.span, "it begins here")
            });
        }
    }
    for pair in phases.windows(2) {
        let (end, next) = (pair[0].to.as_ref(), pair[1].from);
        if !cx.are_read([next.span]) || end.is_some_and(|end| !cx.are_read([end.span])) {
            continue;
        }
        let (place, seen) = end.map_or((pair[0].id.span, "it has no last day"), |end| {
            (end.span, "it ends here")
        });
        if end.is_none_or(|end| next.value <= end.value) {
            cx.find(Code::Order, next.span, || {
                let message = format!(
                    "release phase `{}` begins before `{}` has ended",
                    pair[1].id.text, pair[0].id.text
                );
                Diagnostic::new(Code::Order, next.span, "", message)
                    .expected("a day after the last day of the phase before it")
                    .related(place, seen)
            });
        }
    }
}

fn release_phase(entry: &ReleasePhaseEntry) -> ReleasePhase {
    let ReleasePhaseEntry {
        id,
        from,
        to,
        categories,
        most,
        parity,
        span: _,
    } = entry;
    ReleasePhase {
        id: id.text.clone(),
        from: from.value,
        to: to.as_ref().map(|to| to.value),
        categories: categories.iter().map(|name| name.text.clone()).collect(),
        most: most.as_ref().map(|most| most.value),
        parity: parity.as_ref().map(|parity| parity.value),
    }
}

/// A least ratio that asks for more than the greatest: no exchange can keep both.
fn check_ratios(rule: &RatioEntry, cx: &mut Context<'_>) {
    let (Some(min), Some(max)) = (&rule.min, &rule.max) else {
        return;
    };
    if cx.are_read([min.span, max.span]) && min.value.asks_more_than(max.value) {
        cx.find(Code::Order, min.span, || {
            let message = format!(
                "the least ratio for `{}` asks for more in return than the greatest one",
                rule.category.text
            );
            Diagnostic::new(Code::Order, min.span, "", message)
                .expected(format!("`{}` or less in return", max.value))
                .related(max.span, "the greatest ratio")
        });
    }
}

fn carrier(entry: &CarrierEntry) -> ExchangeCarrier {
    let CarrierEntry {
        id,
        persons_per_day,
        days: Filled(days, _),
        each_way,
        not_on,
        span: _,
    } = entry;
    ExchangeCarrier {
        id: id.text.clone(),
        persons_per_day: persons_per_day.value,
        days: days.iter().map(|day| (*day).into()).collect(),
        each_way: *each_way == Some(true),
        not_on: not_on.iter().map(|date| date.value).collect(),
    }
}

/// What is acceptable in a category, or a report.
fn category_rule(rule: &RatioEntry, cx: &mut Context<'_>) -> Option<CategoryRule> {
    let RatioEntry {
        category,
        min,
        max,
        free,
        span: _,
    } = rule;
    check_ratios(rule, cx);
    let (min, max) = (min.as_ref().map(|r| r.value), max.as_ref().map(|r| r.value));
    let terms = match (min.or(max).is_some(), *free == Some(true)) {
        (true, false) => ExchangeTerms::Ratio { min, max },
        (false, true) => ExchangeTerms::Free,
        (true, true) | (false, false) => {
            cx.find(Code::Alternatives, category.span, || {
                let message = format!(
                    "the rule for `{}` states either ratios or that release is free",
                    category.text
                );
                Diagnostic::new(Code::Alternatives, category.span, "", message)
                    .expected("`min`, `max` or both; or `free: true`")
            });
            return None;
        }
    };
    Some(CategoryRule {
        category: category.text.clone(),
        terms,
    })
}

fn resolved_cycle(cycle: &CycleEntry, names: &Names<'_>, cx: &mut Context<'_>) -> ThirdPartyCycle {
    let CycleEntry {
        state,
        holds_of,
        wants_from,
    } = cycle;
    let mut counted = |list: &[(Name, Whole)]| -> Vec<(PartyId, u64)> {
        let counts = list.iter();
        let counts = counts.filter_map(|(party, n)| Some((names.party(party, cx)?, n.value)));
        counts.collect()
    };
    ThirdPartyCycle {
        state: state.clone(),
        holds_of: counted(holds_of),
        wants_from: counted(wants_from),
    }
}
