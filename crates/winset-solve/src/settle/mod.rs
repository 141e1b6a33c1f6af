//! Settlements: packages picked by stated rules, each proven to be what its rule asks for.

mod ask;
mod climb;
mod gainers;
mod ideals;
mod level;
mod leximin;
mod product;
mod rules;
mod tangent;
mod ties;

use winset_check::{Acceptable, Best, LargestSum, Leximin, Nash, NoOverlap};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::number::Exact;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::listing::listing;
use crate::parallel::each;
use crate::search::overlap;

pub use ask::QUESTIONS_MAX;
pub(crate) use ask::{Aim, Asker, Told, rule_out};
pub(crate) use climb::climb;
pub use ties::{TIES_MAX, Ties};

/// Whose gains are looked at, and from where.
#[derive(Debug, Clone)]
pub struct Terms {
    /// The parties that take part, in the case's order; the others count by their floors alone.
    pub parties: Vec<PartyId>,
    /// What each of them has if nothing is agreed.
    pub disagreement: Disagreement,
    /// Whether their scores may be added up.
    pub comparable: bool,
}

impl Terms {
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
}

/// What the rules pick.
#[derive(Debug)]
pub struct Settlements {
    /// The largest product of gains.
    pub nash: Settlement<Nash>,
    /// The best share of what each party could gain at best, for the worst-off first.
    pub kalai_smorodinsky: Settlement<Leximin>,
    /// The best gain for the worst-off first.
    pub egalitarian: Settlement<Leximin>,
    /// The largest sum of scores.
    pub utilitarian: Settlement<LargestSum>,
}

/// What one rule picks.
#[derive(Debug)]
pub enum Settlement<C> {
    /// Found.
    Found {
        /// The proof that nothing is better, and which scores are as good.
        claim: C,
        /// All packages with these scores.
        ties: Ties,
    },
    /// The rule picks nothing.
    None(Unsettled),
    /// Stopped before it was decided.
    Stopped {
        /// Why.
        reason: StopReason,
        /// The best package found so far.
        best: Option<Acceptable>,
        /// No package gives everybody more than this, in gains or in shares; where it is known.
        bound: Option<Exact>,
    },
}

/// Why a rule picks nothing.
#[derive(Debug, Clone)]
pub enum Unsettled {
    /// No package is acceptable.
    NoOverlap(NoOverlap),
    /// No party with preferences takes part.
    Nobody,
    /// Every acceptable package leaves some party below its disagreement value.
    SomebodyLoses(NoOverlap),
    /// No acceptable package gives any party more than its disagreement value.
    NobodyGains(Vec<Best>),
    /// Scores of different parties may not be added up.
    NotComparable,
}

/// Packages that are known from the start.
#[derive(Debug)]
struct Seeds {
    packages: Vec<Acceptable>,
    /// Whether these are all acceptable packages.
    complete: bool,
}

/// Most packages, and most nodes, of the look around that comes first.
const SEEDS_MAX: usize = 400;

/// Finds what the rules pick among the acceptable packages, with all ties.
///
/// `known` are best values of parties under the same positions, where they are known already. Each
/// result is either checked, or says why there is none, or why it was stopped. The rules are worked
/// on side by side when the budget has threads; the answer does not depend on how many. Nash (1950);
/// Kalai and Smorodinsky (1975) and the egalitarian rule in their lexicographic forms, so that both
/// are efficient.
///
/// # Panics
/// As [`overlap`].
pub fn settlements(
    case: &Case,
    positions: &Positions,
    terms: &Terms,
    known: &[Best],
    budget: &Budget<'_>,
) -> Settlements {
    let witness = match overlap(case, positions, budget) {
        Answer::Found(witness) => witness,
        Answer::Impossible(proof) => return Settlements::without(&Unsettled::NoOverlap(proof)),
        Answer::Stopped { reason, .. } => return Settlements::stopped(reason),
    };
    let scored = |party: &PartyId| witness.scores()[party.index()].is_some();
    if terms.parties.is_empty() || !terms.parties.iter().all(scored) {
        return Settlements::without(&Unsettled::Nobody);
    }
    let mut seeds = look_around(case, positions, witness, budget);
    let ideals = ideals::ideals(case, (positions, &terms.parties), known, &seeds, budget);
    for ideal in ideals.iter().flatten() {
        seeds.packages.push(ideal.acceptable().clone());
    }
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
    let mut settlements = Settlements::stopped(StopReason::Interrupted);
    for part in parts {
        match part {
            rules::Part::Nash(found) => settlements.nash = found,
            rules::Part::KalaiSmorodinsky(found) => settlements.kalai_smorodinsky = found,
            rules::Part::Egalitarian(found) => settlements.egalitarian = found,
            rules::Part::Utilitarian(found) => settlements.utilitarian = found,
        }
    }
    settlements
}

/// The packages of a small overlap, all of them; of a larger one those that come first.
fn look_around(
    case: &Case,
    positions: &Positions,
    witness: Acceptable,
    budget: &Budget<'_>,
) -> Seeds {
    let nodes = SEEDS_MAX as u64;
    let first = Budget {
        nodes_max: Some(budget.nodes_max.unwrap_or(nodes).min(nodes)),
        ..*budget
    };
    let found = listing(case, positions, SEEDS_MAX, &first);
    let complete = found.stopped.is_none();
    let mut packages = found.packages;
    packages.push(witness);
    Seeds { packages, complete }
}

impl Settlements {
    fn all<F>(make: F) -> Self
    where
        F: Fn() -> (Option<Unsettled>, StopReason),
    {
        fn one<C>((none, reason): (Option<Unsettled>, StopReason)) -> Settlement<C> {
            match none {
                Some(why) => Settlement::None(why),
                None => Settlement::Stopped {
                    reason,
                    best: None,
                    bound: None,
                },
            }
        }
        Self {
            nash: one(make()),
            kalai_smorodinsky: one(make()),
            egalitarian: one(make()),
            utilitarian: one(make()),
        }
    }

    fn without(why: &Unsettled) -> Self {
        Self::all(|| (Some(why.clone()), StopReason::Interrupted))
    }

    fn stopped(reason: StopReason) -> Self {
        Self::all(|| (None, reason))
    }
}
