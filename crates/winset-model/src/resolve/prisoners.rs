//! Prisoners claimed and held, and how they could be exchanged.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{Kind, Names, once, unique};
use crate::diagnostic::{Code, Diagnostic};
use crate::file::forms::Whole;
use crate::file::read::{Context, Filled, List, Name};
use crate::file::register::{
    CarrierEntry, ClaimEntry, ClearingEntry, CycleEntry, PrisonersEntry, RatioEntry,
};
use crate::options::PartyId;
use crate::register::{
    CategoryRule, ExchangeCarrier, ExchangeClearing, ExchangeTerms, PrisonerClaim,
    PrisonerExchange, ThirdPartyCycle,
};

/// Resolves the prisoners of a case; what has errors is left out.
pub(super) fn prisoners(
    entry: &PrisonersEntry,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> PrisonerExchange {
    let PrisonersEntry {
        claims,
        clearing,
        span: _,
    } = entry;
    let found = resolved_claims(&claims.0, names, cx);
    let clearing = clearing.as_ref();
    PrisonerExchange {
        claims: found,
        clearing: clearing.map(|clearing| resolved_clearing(clearing, claims, names, cx)),
    }
}

fn resolved_claims(
    claims: &[ClaimEntry],
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Vec<PrisonerClaim> {
    let mut seen = BTreeMap::new();
    let mut resolved = Vec::new();
    for claim in claims {
        let ClaimEntry {
            held_by,
            of,
            category,
            claimed_by_owner,
            acknowledged_by_holder,
            confirmed_dead,
            disputed,
            span: _,
        } = claim;
        let parties = names.party(held_by, cx).zip(names.party(of, cx));
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
        resolved.extend(parties.map(|(held_by, of)| PrisonerClaim {
            held_by,
            of,
            category: category.text.clone(),
            claimed_by_owner: claimed_by_owner.value,
            acknowledged_by_holder: acknowledged_by_holder.value,
            confirmed_dead: confirmed_dead.value,
            disputed: disputed.value,
        }));
    }
    resolved
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

fn resolved_clearing(
    clearing: &ClearingEntry,
    claims: &List<ClaimEntry>,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> ExchangeClearing {
    let ClearingEntry {
        carriers,
        ratio_rules,
        phase_order,
        third_party_cycle,
        span: _,
    } = clearing;
    unique(
        Kind::new("", "carrier"),
        carriers.0.iter().map(|c| &c.id),
        cx,
    );
    let rules = ratio_rules.0.iter();
    once("category", rules.clone().map(|r| &r.category), cx);
    once("category", phase_order, cx);
    let resolved = rules.clone().filter_map(|rule| category_rule(rule, cx));
    let resolved: Vec<CategoryRule> = resolved.collect();
    let known: BTreeSet<&str> = claims.0.iter().map(|c| c.category.text.as_str()).collect();
    for category in rules.map(|r| &r.category).chain(phase_order) {
        if claims.1 == 0 && !known.contains(category.text.as_str()) {
            cx.find(Code::UnknownEntry, category.span, || {
                let message = format!("no claim has the category `{}`", category.text);
                Diagnostic::new(Code::UnknownEntry, category.span, "", message)
                    .nearest(&category.text, known.iter().copied())
            });
        }
    }
    let cycle = third_party_cycle.as_ref();
    ExchangeClearing {
        carriers: carriers.0.iter().map(carrier).collect(),
        ratio_rules: resolved,
        phase_order: phase_order.iter().map(|name| name.text.clone()).collect(),
        third_party_cycle: cycle.map(|cycle| resolved_cycle(cycle, names, cx)),
    }
}

fn carrier(entry: &CarrierEntry) -> ExchangeCarrier {
    let CarrierEntry {
        id,
        persons_per_day,
        days: Filled(days, _),
        span: _,
    } = entry;
    ExchangeCarrier {
        id: id.text.clone(),
        persons_per_day: persons_per_day.value,
        days: days.iter().map(|day| (*day).into()).collect(),
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
