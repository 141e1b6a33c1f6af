//! Checked claims about openings: steps and drops after which an overlap exists.
//!
//! The claims are about a derived case ([`Relaxed`]), which is derived here from the case itself.
//!
//! Why a list can be complete: take openings none of which is part of another, and [`NoOther`]
//! beyond them up to a cost that none of them exceeds. They are all minimal openings up to that
//! cost. Whatever opens at that cost gives up all that some listed one does. So a minimal opening is
//! listed; and what is part of a listed one cannot open, or it would contain a listed one in turn.

use std::fmt;
use std::sync::Arc;

use winset_model::case::Case;
use winset_model::derived::{Concession, ConcessionTerms, Relaxed};
use winset_model::options::Package;
use winset_model::positions::Positions;

use crate::acceptable::{Acceptable, accept};
use crate::misfit;
use crate::proof::{NoOverlap, refute};
use crate::rejection::Rejection;

/// Which concessions a claim is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// What may be given up.
    pub terms: ConcessionTerms,
    /// For each party the most that its concessions may cost; `None`: no limit.
    pub most: Vec<Option<u64>>,
    /// Openings that are known: what gives up all that one of them gives up is left aside.
    pub beyond: Vec<Arc<Concession>>,
}

/// A question about concessions, restated from the case by the checker.
#[derive(Clone)]
pub struct ConcessionQuestion<'a> {
    case: &'a Case,
    positions: &'a Positions,
    scope: Arc<Scope>,
    /// Before anything is left aside.
    all: Arc<Relaxed>,
    relaxed: Relaxed,
}

impl<'a> ConcessionQuestion<'a> {
    /// Restates the question of what to give up, under the terms, without limits on costs and
    /// without leaving anything aside.
    ///
    /// # Errors
    /// When the positions do not fit the case, or the costs are too large to be summed.
    pub fn new(
        case: &'a Case,
        positions: &'a Positions,
        terms: &ConcessionTerms,
    ) -> Result<Self, Rejection> {
        misfit::check(case, positions)?;
        let all = Relaxed::new(case, positions, terms).map_err(|_| Rejection::CostsTooLarge)?;
        Ok(Self {
            case,
            positions,
            scope: Arc::new(Scope {
                terms: terms.clone(),
                most: vec![None; case.parties.len()],
                beyond: Vec::new(),
            }),
            relaxed: all.clone(),
            all: Arc::new(all),
        })
    }

    /// The same with other limits on what each party's concessions may cost; parties that are not
    /// listed have none.
    #[must_use]
    pub fn within(&self, most: &[Option<u64>]) -> Self {
        let mut most = most.to_vec();
        most.resize(self.case.parties.len(), None);
        let mut relaxed = self.relaxed.clone();
        for (party, limit) in self.all.costs.iter().zip(&most) {
            if let Some(party) = party {
                relaxed.positions.floors[party.index()] = limit.and_then(floor_of_limit);
            }
        }
        let scope = Scope {
            most,
            ..(*self.scope).clone()
        };
        Self {
            scope: Arc::new(scope),
            relaxed,
            ..self.clone()
        }
    }

    /// The same with these known openings, and no others, left aside.
    #[must_use]
    pub fn beyond(&self, known: &[Arc<Concession>]) -> Self {
        if known == self.scope.beyond {
            return self.clone();
        }
        let mut relaxed = self.all.beyond(known.iter().map(Arc::as_ref));
        relaxed.positions = self.relaxed.positions.clone();
        let scope = Scope {
            beyond: known.to_vec(),
            ..(*self.scope).clone()
        };
        Self {
            scope: Arc::new(scope),
            relaxed,
            ..self.clone()
        }
    }

    /// The case that is asked about.
    pub fn case(&self) -> &'a Case {
        self.case
    }

    /// The positions that are asked about.
    pub fn positions(&self) -> &'a Positions {
        self.positions
    }

    /// Which concessions count.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// The derived case. Its positions hold the limits on costs.
    pub fn relaxed(&self) -> &Relaxed {
        &self.relaxed
    }

    /// The positions in the derived case that allow only concessions of at most this cost, all
    /// parties together.
    pub fn costing_at_most(&self, cost: u64) -> Positions {
        let positions = self.relaxed.positions.clone();
        positions.with_floor(self.relaxed.total, floor_of_limit(cost))
    }
}

/// The floor of a party of the derived case that scores what is given up below 0. No concession costs
/// more than 64 bits with a sign can hold, so a larger limit asks for nothing.
fn floor_of_limit(cost: u64) -> Option<i64> {
    match i64::try_from(cost) {
        Ok(cost) => Some(-cost),
        Err(_) => None,
    }
}

/// Shows the scope; positions hold floors.
impl fmt::Debug for ConcessionQuestion<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConcessionQuestion")
            .field("scope", &self.scope)
            .finish_non_exhaustive()
    }
}

/// Steps and drops after which an overlap exists: a checked claim. A cheapest one is what the field calls
/// a minimum-cost relaxation.
#[derive(Clone, PartialEq, Eq)]
pub struct Opening {
    concession: Arc<Concession>,
    costs: Vec<u64>,
    taken: usize,
    acceptable: Acceptable,
}

impl Opening {
    /// What is given up.
    pub fn concession(&self) -> &Arc<Concession> {
        &self.concession
    }

    /// What it costs each party, in the parties' order, by each party's own estimate.
    pub fn costs(&self) -> &[u64] {
        &self.costs
    }

    /// The sum of all parties' costs, which are estimates on scales of the parties' own.
    pub fn cost(&self) -> u64 {
        self.costs.iter().sum()
    }

    /// The most that it costs one party.
    pub fn largest(&self) -> u64 {
        self.costs.iter().copied().fold(0, u64::max)
    }

    /// Number of steps taken, plus demands dropped.
    pub fn taken(&self) -> usize {
        self.taken
    }

    /// A package of the case that is acceptable once this is given up.
    pub fn acceptable(&self) -> &Acceptable {
        &self.acceptable
    }
}

/// Shows what is given up; costs and package are confidential.
impl fmt::Debug for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opening")
            .field("concession", &self.concession)
            .finish_non_exhaustive()
    }
}

/// Checks that a package of the derived case shows an opening of the case, inside the scope, and
/// that it costs what the derived case says.
///
/// # Errors
/// Why the package is not acceptable in the derived case, or not in the case once its steps and
/// drops are taken.
pub fn opening(asked: &ConcessionQuestion<'_>, package: &Package) -> Result<Opening, Rejection> {
    let relaxed = &asked.relaxed;
    let found = accept(&relaxed.case, &relaxed.positions, package)?;
    let concession = relaxed.concession(package);
    let moved = concession.applied(asked.positions);
    let acceptable = accept(asked.case, &moved, &relaxed.package(package))?;
    let costs = concession.costs(asked.case, asked.positions);
    let sum: u128 = costs.iter().map(|c| u128::from(*c)).sum();
    let said = found.scores().get(relaxed.total.index()).copied().flatten();
    let said = said.ok_or(Rejection::OtherCost)?;
    if i128::try_from(sum) != Ok(-i128::from(said)) {
        return Err(Rejection::OtherCost);
    }
    let steps = concession.steps.iter();
    let steps = steps.map(|(line, step)| step.checked_sub(asked.positions.steps[*line]));
    let steps: Option<usize> = steps.sum();
    // A step back would be no concession.
    let steps = steps.ok_or(Rejection::OtherCost)?;
    Ok(Opening {
        taken: steps + concession.dropped.len(),
        concession: Arc::new(concession),
        costs,
        acceptable,
    })
}

/// A least cost of a scope: that no opening of it costs less, which was checked.
#[derive(Debug, Clone)]
pub struct Level<'a> {
    asked: ConcessionQuestion<'a>,
    cost: u64,
    cheaper: Option<Arc<NoOther>>,
}

/// Checks that no opening of the question costs less than so much. Nothing costs less than 0, and
/// no certificate is asked for then.
///
/// # Errors
/// What is wrong with the certificate.
pub fn level<'a>(
    asked: &ConcessionQuestion<'a>,
    cost: u64,
    certificate: Vec<u8>,
) -> Result<Level<'a>, Rejection> {
    let less = cost.checked_sub(1);
    let cheaper = less.map(|less| no_other(asked, Some(less), certificate));
    Ok(Level {
        asked: asked.clone(),
        cost,
        cheaper: cheaper.transpose()?.map(Arc::new),
    })
}

impl Level<'_> {
    /// The cost.
    pub fn cost(&self) -> u64 {
        self.cost
    }

    /// Checks that a package of the derived case shows an opening of this cost.
    ///
    /// # Errors
    /// As [`opening`]; and when it costs something else.
    pub fn cheapest(&self, package: &Package) -> Result<Cheapest, Rejection> {
        let opening = opening(&self.asked, package)?;
        if opening.cost() != self.cost {
            return Err(Rejection::OtherCost);
        }
        Ok(Cheapest {
            scope: Arc::clone(&self.asked.scope),
            opening,
            cheaper: self.cheaper.clone(),
        })
    }
}

/// A cheapest opening of a scope: a checked claim. No opening of the scope costs less.
#[derive(Clone, PartialEq, Eq)]
pub struct Cheapest {
    scope: Arc<Scope>,
    opening: Opening,
    cheaper: Option<Arc<NoOther>>,
}

impl Cheapest {
    /// Among which concessions nothing costs less.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// What is given up, what that costs, and a package that it makes acceptable.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// That no opening of the scope costs less; `None` where this one costs nothing.
    pub fn cheaper(&self) -> Option<&NoOther> {
        self.cheaper.as_deref()
    }
}

/// Shows what is given up; costs, packages and the proof are confidential.
impl fmt::Debug for Cheapest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cheapest")
            .field("opening", &self.opening)
            .finish_non_exhaustive()
    }
}

/// There is no other opening: a checked claim. Every opening of a scope, up to a cost where one is
/// stated, gives up all that one of the known openings gives up.
#[derive(Clone, PartialEq, Eq)]
pub struct NoOther {
    scope: Arc<Scope>,
    cost_most: Option<u64>,
    proof: NoOverlap,
}

impl NoOther {
    /// Among which concessions, and which openings are known.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Up to which cost, all parties together; `None`: whatever they cost.
    pub fn cost_most(&self) -> Option<u64> {
        self.cost_most
    }

    /// That the derived case has no package.
    pub fn proof(&self) -> &NoOverlap {
        &self.proof
    }
}

/// Shows what is known already; costs and the proof are confidential.
impl fmt::Debug for NoOther {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NoOther")
            .field("beyond", &self.scope.beyond)
            .finish_non_exhaustive()
    }
}

/// Checks that the certificate refutes all concessions of the question that cost at most so much.
///
/// # Errors
/// What is wrong with the certificate.
pub fn no_other(
    asked: &ConcessionQuestion<'_>,
    cost_most: Option<u64>,
    certificate: Vec<u8>,
) -> Result<NoOther, Rejection> {
    let positions = match cost_most {
        Some(cost) => asked.costing_at_most(cost),
        None => asked.relaxed.positions.clone(),
    };
    let proof = refute(&asked.relaxed.case, &positions, certificate)?;
    Ok(NoOther {
        scope: Arc::clone(&asked.scope),
        cost_most,
        proof,
    })
}
