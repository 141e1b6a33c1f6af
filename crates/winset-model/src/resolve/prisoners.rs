//! Prisoners claimed and held, and how they could be exchanged.

use std::collections::BTreeMap;

use super::clearing::clearing;
use super::names::Names;
use crate::diagnostic::{Code, Diagnostic};
use crate::file::read::Context;
use crate::file::register::{ClaimEntry, PrisonersEntry};
use crate::register::{PrisonerClaim, PrisonerExchange};

/// Resolves the prisoners of a case; what has errors is left out.
pub(super) fn prisoners(
    entry: &PrisonersEntry,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> PrisonerExchange {
    let PrisonersEntry {
        claims,
        clearing: rules,
        span: _,
    } = entry;
    let found = resolved_claims(&claims.0, names, cx);
    let rules = rules.as_ref();
    PrisonerExchange {
        claims: found,
        clearing: rules.map(|rules| clearing(rules, claims, names, cx)),
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
