//! Settlements: packages picked by stated rules, each proven to be what its rule asks for.

mod ask;
mod climb;
mod gainers;
mod ideals;
mod level;
mod leximin;
mod nash;
mod outcome;
mod product;
mod rules;
mod seeds;
mod sum;
mod tangent;
mod ties;

use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use winset_check::Best;

use crate::budget::Budget;
use crate::parallel::each;

pub use ask::QUESTIONS_MAX;
pub(crate) use ask::{Aim, Asker, rule_out};
pub(crate) use climb::climb;
pub(crate) use ideals::{NO_SCORES, best_from};
pub use outcome::{SettlementFound, Settlements, Unsettled};
pub(crate) use seeds::Seeds;
pub(crate) use sum::weights;
pub use ties::{TIES_MAX, Ties};

/// Whose gains are looked at, and from where.
#[derive(Debug, Clone)]
pub struct SettlementTerms {
    /// The parties that take part; the others count by their floors alone.
    pub parties: Vec<PartyId>,
    /// What each of them has if nothing is agreed.
    pub disagreement: Disagreement,
    /// Whether their scores may be added up.
    pub comparable: bool,
}

impl SettlementTerms {
    /// All parties with preferences, from the case's own disagreement point; scores are added up if
    /// the case says that they can be.
    pub fn of(case: &Case) -> Self {
        let disagreement = Disagreement::of(case);
        Self {
            parties: disagreement.parties(),
            disagreement,
            comparable: case.comparable,
        }
    }

    /// The same with the parties in the case's order, each once.
    pub(crate) fn ordered(&self) -> Self {
        let mut ordered = self.clone();
        ordered.parties.sort_unstable();
        ordered.parties.dedup();
        ordered
    }
}

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
        Answer::Found(seeds) => settle(case, positions, (&terms.ordered(), known), seeds, budget),
        Answer::Impossible(proof) => Settlements::none(&Unsettled::NoOverlap(proof)),
        Answer::Stopped { reason, .. } => Settlements::stopped(reason),
    }
}

/// The same, from some packages, when there are any.
pub(crate) fn settle(
    case: &Case,
    positions: &Positions,
    (terms, known): (&SettlementTerms, &[Best]),
    mut seeds: Seeds,
    budget: &Budget<'_>,
) -> Settlements {
    let scored = |party: &PartyId| {
        let sheet = case.parties.get(party.index()).map(|p| p.sheet.open());
        sheet.is_some_and(|sheet| sheet.scores.is_some())
    };
    if terms.parties.is_empty() || !terms.parties.iter().all(scored) {
        return Settlements::none(&Unsettled::Nobody);
    }
    let ideals = ideals::ideals(case, (positions, &terms.parties), known, &seeds, budget);
    seeds.add(ideals.iter().flatten().map(Best::acceptable));
    let question = rules::Question {
        case,
        positions,
        terms,
        seeds: &seeds,
        ideals: &ideals,
        budget: &Budget {
            threads: 1,
            ..*budget
        },
    };
    let parts = each(budget.threads, &rules::RULES, |rule| question.settle(*rule));
    Settlements::of(parts)
}
