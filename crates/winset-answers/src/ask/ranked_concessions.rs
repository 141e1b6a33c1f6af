//! Steps on ladders and drops of demands, ranked by the clashes that they end for their cost.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use winset_check::{Clash, ClashMember};
use winset_model::answer::Answer;
use winset_model::audience::Audience;
use winset_model::case::{Case, DemandId};
use winset_model::derived::ConcessionTerms;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, Target, overlap};

/// Whose demands may move in questions: those whose costs the audience knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movers {
    /// Everybody's: the mediator knows all costs.
    All,
    /// Those of the party that reads.
    Only(PartyId),
    /// Nobody's.
    Nobody,
}

impl Movers {
    /// Whose demands may move in what an audience is shown of a case; none for a party that is not in it.
    pub fn of(case: &Case, audience: &Audience) -> Option<Self> {
        Some(match audience {
            Audience::Party(id) => Self::Only(case.party_named(id)?),
            Audience::Holder | Audience::Mediator => Self::All,
            Audience::Public => Self::Nobody,
        })
    }

    /// The same as terms of concessions. What a party supposes of the ladders of others may move, too: it
    /// knows what it takes them to cost.
    pub fn terms(self, case: &Case) -> ConcessionTerms {
        let stays = |demand: &DemandId| !self.may_move_demand(case, *demand);
        let (only_party, keep) = match self {
            Self::All => (None, BTreeSet::new()),
            Self::Only(party) if case.assumed().all(|supposed| supposed.lines.is_empty()) => {
                (Some(party), BTreeSet::new())
            }
            Self::Only(_) | Self::Nobody => {
                let demands = case.demands().into_iter().filter(|d| !case.is_law(*d));
                (None, demands.filter(stays).collect())
            }
        };
        ConcessionTerms {
            only_party,
            keep,
            ..ConcessionTerms::default()
        }
    }

    fn may_move_demand(self, case: &Case, demand: DemandId) -> bool {
        let supposed = match (self, demand) {
            (Self::Only(party), DemandId::Line(line)) => {
                let mut own = case.assumed().filter(|supposed| supposed.by == party);
                own.any(|supposed| supposed.lines.contains(&line))
            }
            _ => false,
        };
        supposed || self.may_move(winset_told::owner(case, ClashMember::Demand(demand)))
    }

    /// Whether demands of this owner may move.
    pub fn may_move(self, owner: Option<PartyId>) -> bool {
        match self {
            Self::All => true,
            Self::Only(party) => owner == Some(party),
            Self::Nobody => false,
        }
    }
}

/// A step or a drop of one demand, everything else as declared.
#[derive(Debug, Clone)]
pub struct RankedConcession {
    /// What moves.
    pub demand: DemandId,
    /// Where to.
    pub to: Target,
    /// Whose it is.
    pub owner: Option<PartyId>,
    /// What it costs the owner, by its own estimate.
    pub cost: u64,
    /// How many clashes it ends.
    pub out: usize,
}

/// Whether the members of a clash can hold together at some positions, with the laws and nothing
/// else; `None` where that was not decided.
pub fn ends_clash(
    case: &Case,
    positions: &Positions,
    clash: &Clash,
    budget: &Budget<'_>,
) -> Option<bool> {
    let mut alone = positions.clone().without_floors();
    let stands = |demand: &DemandId| {
        clash.members().contains(&ClashMember::Demand(*demand))
            && !positions.dropped.contains(demand)
    };
    let others = case.demands().into_iter();
    alone.dropped = others.filter(|d| !case.is_law(*d) && !stands(d)).collect();
    match overlap(case, &alone, budget) {
        Answer::Found(_) => Some(true),
        Answer::Impossible(_) => Some(false),
        Answer::Stopped { .. } => None,
    }
}

/// All steps and drops that end some clash: those that end the most for their cost first,
/// then by the order of demands in the case and by steps. A clash that was not decided does not
/// count.
pub fn ranked_concessions(
    case: &Case,
    declared: &Positions,
    clashes: &[Clash],
    movers: Movers,
    budget: &Budget<'_>,
) -> Vec<RankedConcession> {
    let mut found = Vec::new();
    for demand in case.demands().into_iter().filter(|d| !case.is_law(*d)) {
        let touched: Vec<&Clash> = clashes
            .iter()
            .filter(|clash| clash.members().contains(&ClashMember::Demand(demand)))
            .collect();
        let owner = winset_told::owner(case, ClashMember::Demand(demand));
        if touched.is_empty() || !movers.may_move_demand(case, demand) {
            continue;
        }
        for (to, cost) in ways(case, demand) {
            let mut moved = declared.clone();
            match (demand, to) {
                (DemandId::Line(line), Target::Step(step)) => moved.steps[line] = step,
                _ => {
                    moved.dropped.insert(demand);
                }
            }
            let gone = |clash: &&&Clash| ends_clash(case, &moved, clash, budget) == Some(true);
            let out = touched.iter().filter(gone).count();
            if out > 0 {
                found.push(RankedConcession {
                    demand,
                    to,
                    owner,
                    cost,
                    out,
                });
            }
        }
    }
    found.sort_by(most_for_cost);
    found
}

/// What ends more for its cost first; what costs nothing before everything else.
fn most_for_cost(a: &RankedConcession, b: &RankedConcession) -> Ordering {
    let per = |r: &RankedConcession| (r.out as u128, u128::from(r.cost));
    let ((a_out, a_cost), (b_out, b_cost)) = (per(a), per(b));
    match (a_cost, b_cost) {
        (0, 0) => b_out.cmp(&a_out),
        _ => (b_out * a_cost).cmp(&(a_out * b_cost)),
    }
}

/// The steps of a line, or the drop of a link, with their costs. Vote rules carry no estimate, and
/// a body is not asked to give up its own vote.
fn ways(case: &Case, demand: DemandId) -> Vec<(Target, u64)> {
    match demand {
        DemandId::Line(line) => {
            let steps = case.lines[line].ladder.open().iter().enumerate().skip(1);
            steps
                .map(|(n, step)| (Target::Step(n), step.cost))
                .collect()
        }
        DemandId::Link(link) => {
            let cost = case.links[link].relax_cost;
            cost.map(|cost| (Target::Dropped, cost))
                .into_iter()
                .collect()
        }
        DemandId::Vote(..) => Vec::new(),
    }
}
