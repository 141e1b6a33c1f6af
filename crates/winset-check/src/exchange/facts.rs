//! What a case says of an exchange, category by category and phase by phase.

use thiserror::Error;
use winset_model::calendar::Day;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::register::{
    ExchangeClearing, ExchangeRatio, ExchangeTerms, PrisonerExchange, ReturnTerms,
};

use super::runs::{CarrierRun, runs};

/// What a case says of an exchange between two sides.
///
/// Only prisoners whom their holder acknowledges are counted: who is in dispute stands in no phase.
#[derive(Debug, Clone)]
pub struct ExchangeFacts {
    /// The two parties whose people are exchanged, in the order in which ratios name them.
    pub sides: [PartyId; 2],
    /// The categories in their order: those that the case orders, then others as claims name them.
    pub categories: Vec<CategoryFacts>,
    /// The phases in their order, at least one.
    pub phases: Vec<PhaseFacts>,
    /// How far the releases of the sides may differ after each phase, all before it counted.
    pub parity: Option<u64>,
    /// What a third state could add.
    pub third_states: Vec<ThirdStateFacts>,
    /// How many people of each side the third state holds.
    pub third_holds: [u64; 2],
    /// How many people it wants from each side.
    pub third_wants: [u64; 2],
    /// The identifiers of the carriers, in the order of the case.
    pub carriers: Vec<String>,
    /// The day on which days begin to count, where one is stated.
    pub start: Option<Day>,
}

/// A category of prisoners.
#[derive(Debug, Clone)]
pub struct CategoryFacts {
    /// Its name.
    pub name: String,
    /// How many people of each side the other side acknowledges to hold.
    pub acknowledged: [u64; 2],
    /// What is given in return.
    pub terms: CategoryTerms,
}

/// What is given in return in a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CategoryTerms {
    /// Released without anything in return.
    Free,
    /// Each side releases all.
    AllForAll,
    /// For so many people of the first side so many of the second, within bounds.
    Between {
        /// The least of the second side for the first.
        min: Option<ExchangeRatio>,
        /// The most of the second side for the first.
        max: Option<ExchangeRatio>,
    },
}

/// A phase of releases.
#[derive(Debug, Clone)]
pub struct PhaseFacts {
    /// Its identifier; `None` for the only phase of a case that states none.
    pub id: Option<String>,
    /// The first day, counted from the start.
    pub from: u64,
    /// The last day; `None`: as long as it takes.
    pub to: Option<u64>,
    /// For each category, whether it is released in the phase.
    pub takes: Vec<bool>,
    /// Most persons in it.
    pub most: Option<u64>,
    /// How far the releases of the sides may differ within it.
    pub parity: Option<u64>,
    /// The runs of carriers in it, in order; `None` when the case states no carriers.
    pub runs: Option<Vec<CarrierRun>>,
}

/// What a third state could add to an exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThirdStateFacts {
    /// Its name.
    pub state: String,
    /// The side whose people it holds and would release, by its place.
    pub releases_of: usize,
    /// The side that holds the people it wants, by its place. The same side: the two swap.
    pub wants_from: usize,
    /// How many go round at most: the fewer of those it holds and those it wants.
    pub most: u64,
}

/// A run of a carrier that does not take place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissedRun {
    /// The carrier, by its place.
    pub carrier: usize,
    /// The day.
    pub day: Day,
}

/// Most prisoners of a side, and most of anything else that is counted in an exchange.
pub const PERSONS_MAX: u64 = 1_000_000;

/// Why a case says too little, or too much, for an exchange to be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ExchangeUnready {
    /// No claims.
    #[error("the case states no prisoners")]
    NoClaims,
    /// No rules.
    #[error("the case does not say how prisoners are exchanged")]
    NoClearing,
    /// Carriers run on weekdays, and no day says when the exchange begins.
    #[error("no day says when the exchange begins")]
    NoStart,
    /// More than [`PERSONS_MAX`] prisoners of a side are acknowledged.
    #[error("more than {PERSONS_MAX} prisoners of a side are acknowledged")]
    TooMany,
}

impl ExchangeFacts {
    /// What the case says, but for runs that are missed.
    ///
    /// # Errors
    /// When it says too little.
    pub fn of(case: &Case, missed: &[MissedRun]) -> Result<Self, ExchangeUnready> {
        let exchange = case.register.prisoners.as_ref();
        let exchange = exchange.ok_or(ExchangeUnready::NoClaims)?;
        let clearing = exchange.clearing.as_ref();
        let clearing = clearing.ok_or(ExchangeUnready::NoClearing)?;
        let sides = clearing.between.ok_or(ExchangeUnready::NoClaims)?;
        let start = clearing.start.or(case.register.as_of);
        if start.is_none() && !clearing.carriers.is_empty() {
            return Err(ExchangeUnready::NoStart);
        }
        let categories = categories(exchange, clearing, sides);
        let held = [0, 1].map(|side| categories.iter().map(|c| c.acknowledged[side]).sum::<u64>());
        if held.iter().any(|held| *held > PERSONS_MAX) {
            return Err(ExchangeUnready::TooMany);
        }
        let cycle = clearing.third_party_cycle.as_ref();
        let third_holds = counted(cycle.map(|cycle| cycle.holds_of.as_slice()), sides);
        let third_wants = counted(cycle.map(|cycle| cycle.wants_from.as_slice()), sides);
        let state = cycle.map(|cycle| cycle.state.as_str());
        Ok(Self {
            phases: phases(clearing, &categories, start, missed, held.iter().sum()),
            sides,
            categories,
            parity: clearing.parity.map(counted_at_most),
            third_states: third_states(state, third_holds, third_wants),
            third_holds,
            third_wants,
            carriers: clearing
                .carriers
                .iter()
                .map(|carrier| carrier.id.clone())
                .collect(),
            start,
        })
    }
}

impl ExchangeFacts {
    /// The identifier of a carrier; empty where there is none.
    pub fn carrier(&self, at: usize) -> &str {
        self.carriers.get(at).map_or("", String::as_str)
    }
}

fn categories(
    exchange: &PrisonerExchange,
    clearing: &ExchangeClearing,
    sides: [PartyId; 2],
) -> Vec<CategoryFacts> {
    let mut names: Vec<&str> = clearing.phase_order.iter().map(String::as_str).collect();
    for claim in &exchange.claims {
        if !names.contains(&claim.category.as_str()) {
            names.push(&claim.category);
        }
    }
    let acknowledged = |name: &str, side: usize| {
        let of = exchange.claims.iter().filter(|claim| {
            claim.category == name && claim.of == sides[side] && claim.held_by == sides[1 - side]
        });
        of.map(|claim| claim.acknowledged_by_holder).sum()
    };
    let category = |name: &str| CategoryFacts {
        name: name.to_owned(),
        acknowledged: [acknowledged(name, 0), acknowledged(name, 1)],
        terms: terms(clearing, name),
    };
    names.into_iter().map(category).collect()
}

fn terms(clearing: &ExchangeClearing, category: &str) -> CategoryTerms {
    let rule = clearing.ratio_rules.iter();
    match rule.clone().find(|rule| rule.category == category) {
        Some(rule) => match rule.terms {
            ExchangeTerms::Free => CategoryTerms::Free,
            ExchangeTerms::Ratio { min, max } => CategoryTerms::Between { min, max },
        },
        None => match clearing.terms {
            ReturnTerms::AllForAll => CategoryTerms::AllForAll,
            ReturnTerms::OneForOne => {
                let even = ExchangeRatio::read("1:1");
                CategoryTerms::Between {
                    min: even,
                    max: even,
                }
            }
        },
    }
}

fn phases(
    clearing: &ExchangeClearing,
    categories: &[CategoryFacts],
    start: Option<Day>,
    missed: &[MissedRun],
    persons: u64,
) -> Vec<PhaseFacts> {
    let runs_of = |from: u64, to: Option<u64>| {
        let start = start.filter(|_| !clearing.carriers.is_empty())?;
        Some(runs(&clearing.carriers, start, (from, to), missed, persons))
    };
    if clearing.release_phases.is_empty() {
        return vec![PhaseFacts {
            id: None,
            from: 0,
            to: None,
            takes: vec![true; categories.len()],
            most: None,
            parity: None,
            runs: runs_of(0, None),
        }];
    }
    let phases = clearing.release_phases.iter();
    phases
        .map(|phase| {
            let named = |c: &CategoryFacts| phase.categories.contains(&c.name);
            let takes = categories
                .iter()
                .map(|c| phase.categories.is_empty() || named(c));
            PhaseFacts {
                id: Some(phase.id.clone()),
                from: phase.from,
                to: phase.to,
                takes: takes.collect(),
                most: phase.most.map(counted_at_most),
                parity: phase.parity.map(counted_at_most),
                runs: runs_of(phase.from, phase.to),
            }
        })
        .collect()
}

/// A count, cut to what an exchange can need: no more than all prisoners of both sides.
fn counted_at_most(count: u64) -> u64 {
    count.min(2 * PERSONS_MAX)
}

/// How many are listed of each side.
fn counted(list: Option<&[(PartyId, u64)]>, sides: [PartyId; 2]) -> [u64; 2] {
    sides.map(|side| {
        let of = list.unwrap_or_default().iter();
        let counts = of
            .filter(|(party, _)| *party == side)
            .map(|(_, count)| *count);
        counted_at_most(counts.fold(0, u64::saturating_add))
    })
}

/// Each way in which the third state could take part: it releases people of one side and wants people
/// whom one of the two sides holds.
fn third_states(state: Option<&str>, holds: [u64; 2], wants: [u64; 2]) -> Vec<ThirdStateFacts> {
    let Some(state) = state else {
        return Vec::new();
    };
    let ways = [(0, 1), (0, 0), (1, 0), (1, 1)].into_iter();
    let way = |(releases_of, wants_from): (usize, usize)| ThirdStateFacts {
        state: state.to_owned(),
        releases_of,
        wants_from,
        most: holds[releases_of].min(wants[wants_from]),
    };
    ways.map(way).filter(|way| way.most > 0).collect()
}
