//! An exchange of prisoners: lists first, then who is released when, on which runs.

use winset_check::exchange::{
    Cleared, ExchangeFacts, ExchangeStatement, ExchangeUnready, MissedRun, Scheduled, StageSubject,
};
use winset_check::integer::Optimum;
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::register::PrisonerClaim;
use winset_plan::exchange::{ClearingEnd, LoadEnd, clear, load_runs};
use winset_plan::integer::{SearchLimit, StagedEnd, best_by_stages};
use winset_solve::Budget;
use winset_told::prisoners::ThirdStateTold;

use super::search_limit::search_limit;

/// An exchange of prisoners.
#[derive(Debug)]
pub struct ExchangeAnswer {
    /// The claims of the case, in its order.
    pub claims: Vec<PrisonerClaim>,
    /// What could be exchanged, or why that is not worked out.
    pub exchange: Result<ClearedExchange, ExchangeUnready>,
}

/// What could be exchanged.
#[derive(Debug)]
pub struct ClearedExchange {
    /// What the case allows, without the runs that are missed.
    pub facts: ExchangeFacts,
    /// What was found.
    pub end: ExchangeEnd,
    /// What runs that are missed do to the rest; `None` when none is.
    pub missed: Option<MissedRuns>,
}

/// How the search for an exchange ended.
#[derive(Debug)]
pub enum ExchangeEnd {
    /// Who is released when, checked.
    Cleared(Box<ExchangePlan>),
    /// Stopped before it was decided.
    Stopped(StopReason),
}

/// Who is released when, and on which runs.
#[derive(Debug)]
pub struct ExchangePlan {
    /// How many of whom in which phase.
    pub cleared: Cleared,
    /// Which run carries whom; `None` when the case states no carriers.
    pub schedule: Option<Scheduled>,
    /// What each third state's part comes to, in the order of the facts.
    pub third_states: Vec<ThirdStatePart>,
}

/// What a third state's part comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThirdStatePart {
    /// So many go round.
    Used(u64),
    /// The side that would have to give in return has nobody who is not owed anyway, or rules forbid it.
    NothingToGive,
    /// One going round costs so many releases of a category that comes first.
    Costs {
        /// The category.
        category: usize,
        /// How many fewer are released in it.
        fewer: u64,
    },
    /// Not decided within the limits.
    Undecided,
}

impl ThirdStatePart {
    /// The same in the form in which sentences take it.
    pub fn told(self, facts: &ExchangeFacts) -> ThirdStateTold<'_> {
        match self {
            Self::Used(used) => ThirdStateTold::Used(used),
            Self::NothingToGive => ThirdStateTold::NothingToGive,
            Self::Costs { category, fewer } => ThirdStateTold::Costs {
                category: &facts.categories[category].name,
                fewer,
            },
            Self::Undecided => ThirdStateTold::Undecided,
        }
    }
}

/// What one side claims of its people that another holds, and what that one acknowledges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimList<'a> {
    /// The party that holds them.
    pub held_by: PartyId,
    /// The party whose people they are.
    pub of: PartyId,
    /// Each category: how many are claimed, acknowledged, dead and in dispute.
    pub categories: Vec<(&'a str, [u64; 4])>,
}

impl ClaimList<'_> {
    /// The same of all categories together.
    pub fn sums(&self) -> [u64; 4] {
        let counts = self.categories.iter().map(|(_, counts)| counts);
        counts.fold([0; 4], |sums, counts| {
            std::array::from_fn(|at| sums[at] + counts[at])
        })
    }
}

/// What missed runs do to the rest.
#[derive(Debug)]
pub struct MissedRuns {
    /// The runs that are missed, in order.
    pub runs: Vec<MissedRun>,
    /// What was planned before.
    pub planned: Box<ExchangePlan>,
    /// What the case allows with all its runs.
    pub facts: ExchangeFacts,
}

/// Works out an exchange; `missed` are runs that do not take place.
pub fn exchange(case: &Case, missed: &[MissedRun], budget: &Budget<'_>) -> ExchangeAnswer {
    let prisoners = case.register.prisoners.as_ref();
    ExchangeAnswer {
        claims: prisoners.map_or_else(Vec::new, |prisoners| prisoners.claims.clone()),
        exchange: cleared_exchange(case, missed, budget),
    }
}

fn cleared_exchange(
    case: &Case,
    missed: &[MissedRun],
    budget: &Budget<'_>,
) -> Result<ClearedExchange, ExchangeUnready> {
    let facts = ExchangeFacts::of(case, missed)?;
    let end = exchange_end(&facts, budget);
    let before = if missed.is_empty() {
        None
    } else {
        let facts = ExchangeFacts::of(case, &[])?;
        match exchange_end(&facts, budget) {
            ExchangeEnd::Cleared(planned) => Some(MissedRuns {
                runs: missed.to_vec(),
                planned,
                facts,
            }),
            ExchangeEnd::Stopped(reason) => {
                return Ok(ClearedExchange {
                    facts,
                    end: ExchangeEnd::Stopped(reason),
                    missed: None,
                });
            }
        }
    };
    Ok(ClearedExchange {
        facts,
        end,
        missed: before,
    })
}

fn exchange_end(facts: &ExchangeFacts, budget: &Budget<'_>) -> ExchangeEnd {
    let stop = || (budget.stop)().is_some();
    let limit = search_limit(budget, &stop);
    let refused = |why: String| {
        (budget.refused)(winset_solve::CheckRefusal::new(why));
        ExchangeEnd::Stopped(StopReason::CheckFailed)
    };
    let cleared = match clear(facts, limit) {
        ClearingEnd::Cleared(cleared, _) => *cleared,
        ClearingEnd::Stopped => {
            let reason = (budget.stop)().unwrap_or(StopReason::NodeLimit);
            return ExchangeEnd::Stopped(reason);
        }
        ClearingEnd::Refused(why) => return refused(why.to_string()),
    };
    let schedule = match load_runs(facts, &cleared) {
        LoadEnd::Loaded(schedule) => Some(schedule),
        LoadEnd::NoCarriers => None,
        LoadEnd::Refused(why) => return refused(why.to_string()),
    };
    let third = 0..facts.third_states.len();
    let third = third.map(|at| third_state_part(facts, &cleared, at, limit));
    ExchangeEnd::Cleared(Box::new(ExchangePlan {
        third_states: third.collect(),
        cleared,
        schedule,
    }))
}

/// What a third state's part comes to: where nobody goes round, what one would cost.
fn third_state_part(
    facts: &ExchangeFacts,
    cleared: &Cleared,
    at: usize,
    limit: SearchLimit<'_>,
) -> ThirdStatePart {
    let used = cleared.third_state(at);
    if used > 0 {
        return ThirdStatePart::Used(used);
    }
    let mut statement = ExchangeStatement::of(facts);
    let part = statement.third_state(at);
    statement.program.variables[part].lower = 1;
    let released = |subject: &StageSubject| matches!(subject, StageSubject::Released { .. });
    let count = statement
        .subjects
        .iter()
        .take_while(|s| released(s))
        .count();
    let stages = &statement.stages[..count];
    let program = &statement.program;
    let with_one = match best_by_stages(program, stages, None, limit) {
        StagedEnd::Best { values, proofs } => {
            match Optimum::checked(program, stages, values, &proofs) {
                Ok(with_one) => with_one,
                Err(_) => return ThirdStatePart::Undecided,
            }
        }
        StagedEnd::Impossible(_) => return ThirdStatePart::NothingToGive,
        StagedEnd::Stopped { .. } | StagedEnd::Overflow => return ThirdStatePart::Undecided,
    };
    let without = (0..facts.categories.len()).map(|category| home_in(facts, cleared, category));
    let fewer = with_one.reached().iter().zip(without).enumerate();
    let mut fewer = fewer.filter_map(|(category, (reached, without))| {
        let fewer = u64::try_from(i128::from(without) - reached).ok()?;
        (fewer > 0).then_some(ThirdStatePart::Costs { category, fewer })
    });
    fewer.next().unwrap_or(ThirdStatePart::Undecided)
}

/// How many come home in a category, of both sides, with those given for a third state's part.
fn home_in(facts: &ExchangeFacts, cleared: &Cleared, category: usize) -> u64 {
    let third = 0..facts.third_states.len();
    let given: u64 = third.map(|third| cleared.given(third, category)).sum();
    cleared.home(category, 0) + cleared.home(category, 1) + given
}

impl ExchangeAnswer {
    /// The claims, by who holds whose people, in the order of the case.
    pub fn lists(&self) -> Vec<ClaimList<'_>> {
        let mut lists: Vec<ClaimList<'_>> = Vec::new();
        for claim in &self.claims {
            let counts = [
                claim.claimed_by_owner,
                claim.acknowledged_by_holder,
                claim.confirmed_dead,
                claim.disputed,
            ];
            let known = lists
                .iter()
                .position(|list| (list.held_by, list.of) == (claim.held_by, claim.of));
            let at = known.unwrap_or_else(|| {
                lists.push(ClaimList {
                    held_by: claim.held_by,
                    of: claim.of,
                    categories: Vec::new(),
                });
                lists.len() - 1
            });
            lists[at].categories.push((&claim.category, counts));
        }
        lists
    }

    /// The categories that a phase takes in which somebody is in dispute, and how many.
    pub fn open_in<'f>(&self, facts: &'f ExchangeFacts, phase: usize) -> Vec<(&'f str, u64)> {
        let categories = facts.categories.iter().zip(&facts.phases[phase].takes);
        let taken = categories.filter(|(_, takes)| **takes);
        let open = taken.map(|(category, _)| {
            let sides = facts.sides.iter();
            let disputed = sides.map(|side| disputed(self, *side, &category.name));
            (category.name.as_str(), disputed.sum())
        });
        open.filter(|(_, disputed)| *disputed > 0).collect()
    }
}

/// How many of a party's people are in dispute in a category.
fn disputed(answer: &ExchangeAnswer, of: PartyId, category: &str) -> u64 {
    let claims = answer.claims.iter();
    let claims = claims.filter(|claim| claim.of == of && claim.category == category);
    claims.map(|claim| claim.disputed).sum()
}
