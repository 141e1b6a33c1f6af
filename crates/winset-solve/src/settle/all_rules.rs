//! What all rules pick, side by side.

use winset_check::Best;
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use super::ideals::{Known, ideals};
use super::outcome::{Settlements, Unsettled};
use super::rules::{Question, RULES};
use super::seeds::Seeds;
use super::terms::SettlementTerms;
use crate::budget::Budget;
use crate::parallel::each;

/// Finds what the rules pick among the acceptable packages, with all ties.
///
/// `known` are best values of parties under the same positions, where they are known already. Each
/// result is either checked, or says why there is none, or why it was stopped. The rules are worked
/// on side by side when the budget has threads; the answer does not depend on how many. Nash (1950);
/// Kalai and Smorodinsky (1975) and the egalitarian rule in their lexicographic forms, so that what
/// they pick is efficient.
///
/// # Panics
/// As [`overlap`](crate::overlap).
pub fn settlements(
    case: &Case,
    positions: &Positions,
    terms: &SettlementTerms,
    known: &[Best],
    budget: &Budget<'_>,
) -> Settlements {
    match Seeds::around(case, positions, budget) {
        Answer::Found(seeds) => {
            let bests = known;
            let known = Known { seeds, bests };
            settle(case, positions, &terms.ordered(), known, budget)
        }
        Answer::Impossible(proof) => Settlements::none(&Unsettled::NoOverlap(proof)),
        Answer::Stopped { reason, .. } => Settlements::stopped(reason),
    }
}

/// The same, from some packages, when there are any.
pub(crate) fn settle(
    case: &Case,
    positions: &Positions,
    terms: &SettlementTerms,
    mut known: Known<'_>,
    budget: &Budget<'_>,
) -> Settlements {
    let scored = |party: &PartyId| {
        let sheet = case.parties.get(party.index()).map(|p| p.sheet.open());
        sheet.is_some_and(|sheet| sheet.scores.is_some())
    };
    if terms.parties.is_empty() || !terms.parties.iter().all(scored) {
        return Settlements::none(&Unsettled::Nobody);
    }
    let ideals = ideals(case, positions, &terms.parties, &known, budget);
    known
        .seeds
        .add(ideals.iter().flatten().map(Best::acceptable));
    let question = Question {
        case,
        positions,
        terms,
        seeds: &known.seeds,
        ideals: &ideals,
        budget: &Budget {
            threads: 1,
            ..*budget
        },
    };
    let parts = each(budget.threads, &RULES, |rule| question.settle(*rule));
    Settlements::of(parts)
}
