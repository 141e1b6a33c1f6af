//! Holds openings to trying out every concession.

use std::collections::BTreeSet;

use winset_check::{Cheapest, census};
use winset_model::case::{Case, DemandId};
use winset_model::derived::{Concession, ConcessionTerms, Movable};
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Blocked, Budget, OpeningTerms, Openings, OpeningsEnd, Order, Wanted, openings};

/// What trying out every concession shows, and what does not agree with it.
#[derive(Debug, Clone, Default)]
pub struct OpeningsAudit {
    /// What does not agree, a sentence each; as confidential as the case.
    pub differences: Vec<String>,
    /// Questions that were compared: terms and orders.
    pub questions: usize,
    /// Of these, how many had an opening that gives something up.
    pub opened: usize,
    /// Of these, how many had several minimal openings.
    pub several: usize,
}

/// Asks for all openings and for the first ones, under various terms and in both orders, and
/// compares them with what is found by trying out every concession on every package.
///
/// `None` when there are more than `concessions_max` concessions without those of vote rules, more
/// than `packages_max` packages, or when the positions do not fit the case.
pub fn audit_openings(
    case: &Case,
    positions: &Positions,
    budget: &Budget<'_>,
    concessions_max: usize,
    packages_max: u64,
) -> Option<OpeningsAudit> {
    let votes = [Movable::Allowed, Movable::Never];
    let every = |votes: Movable| every_concession(case, positions, votes, concessions_max);
    let (votes, every) = votes.into_iter().find_map(|v| Some((v, every(v)?)))?;
    let opens = |c: &Concession, positions: &Positions| {
        let moved = c.applied(positions);
        Some(census(case, &moved, packages_max)?.count > 0)
    };
    let mut opening = Vec::new();
    let mut opening_without_floors = Vec::new();
    let bare = positions.clone().without_floors();
    for concession in every {
        if opens(&concession, positions)? {
            opening.push(concession.clone());
        }
        if opens(&concession, &bare)? {
            opening_without_floors.push(concession);
        }
    }
    let mut desk = Desk {
        case,
        positions,
        budget,
        opening,
        opening_without_floors,
        audit: OpeningsAudit::default(),
    };
    for asked in desk.questions(votes) {
        desk.compare(&asked);
    }
    Some(desk.audit)
}

/// Every way of giving up something: for each line each step from where it stands on, for each link
/// and vote rule that stands whether it is dropped.
fn every_concession(
    case: &Case,
    positions: &Positions,
    votes: Movable,
    concessions_max: usize,
) -> Option<Vec<Concession>> {
    let mut all = vec![Concession::default()];
    for demand in case.demands() {
        if case.is_law(demand) || positions.dropped.contains(&demand) {
            continue;
        }
        let ways: Vec<Concession> = match demand {
            DemandId::Line(l) => (positions.steps[l] + 1..case.lines[l].ladder.open().len())
                .map(|step| Concession {
                    steps: vec![(l, step)],
                    dropped: BTreeSet::new(),
                })
                .collect(),
            DemandId::Vote(..) if votes == Movable::Never => continue,
            DemandId::Link(_) | DemandId::Vote(..) => vec![Concession {
                steps: Vec::new(),
                dropped: BTreeSet::from([demand]),
            }],
        };
        let mut more = all.clone();
        for way in &ways {
            more.extend(all.iter().map(|before| Concession {
                steps: [&before.steps[..], &way.steps].concat(),
                dropped: before.dropped.union(&way.dropped).copied().collect(),
            }));
        }
        all = more;
        if all.len() > concessions_max {
            return None;
        }
    }
    Some(all)
}

/// A case, and which of all concessions open it.
struct Desk<'a> {
    case: &'a Case,
    positions: &'a Positions,
    budget: &'a Budget<'a>,
    opening: Vec<Concession>,
    opening_without_floors: Vec<Concession>,
    audit: OpeningsAudit,
}

impl Desk<'_> {
    /// Terms to ask under: none; vote rules may go; each party alone; what the cheapest opening
    /// moves first is kept; whom it costs most may bear one less.
    fn questions(&self, votes: Movable) -> Vec<OpeningTerms> {
        let mut list = vec![OpeningTerms::default()];
        let mut add = |terms: ConcessionTerms, most: Vec<Option<u64>>| {
            let order = Order::default();
            list.push(OpeningTerms { terms, most, order });
        };
        let any = ConcessionTerms {
            votes,
            ..ConcessionTerms::default()
        };
        add(any.clone(), Vec::new());
        for party in 0..self.case.parties.len() {
            let only_party = Some(PartyId::at(party));
            add(
                ConcessionTerms {
                    only_party,
                    ..any.clone()
                },
                Vec::new(),
            );
        }
        if let Some(first) = self.minimal(&list[1]).first() {
            let mut add = |terms: ConcessionTerms, most: Vec<Option<u64>>| {
                let order = Order::default();
                list.push(OpeningTerms { terms, most, order });
            };
            let moved = first.steps.first().map(|(l, _)| DemandId::Line(*l));
            let moved = moved.or(first.dropped.first().copied());
            let keep = moved.into_iter().collect();
            add(
                ConcessionTerms {
                    keep,
                    ..any.clone()
                },
                Vec::new(),
            );
            let mut most: Vec<Option<u64>> = vec![None; self.case.parties.len()];
            let costs = first.costs(self.case, self.positions);
            let dearest = (0..costs.len()).max_by_key(|p| costs[*p]).unwrap_or(0);
            most[dearest] = Some(costs[dearest].saturating_sub(1));
            add(any, most);
        }
        list
    }

    /// Whether terms allow a concession.
    fn allows(&self, asked: &OpeningTerms, concession: &Concession) -> bool {
        let moves = |demand: DemandId, owner: Option<PartyId>| {
            let may = asked.terms.only_party.is_none_or(|p| owner == Some(p));
            may && !asked.terms.keep.contains(&demand)
        };
        let case = self.case;
        let steps = concession.steps.iter();
        let mut steps = steps.map(|(l, _)| (DemandId::Line(*l), Some(case.lines[*l].owner)));
        let mut drops = concession.dropped.iter().map(|demand| match demand {
            DemandId::Vote(b, _) => (*demand, Some(case.bodies[*b].party)),
            DemandId::Link(l) => (*demand, case.links[*l].owner),
            DemandId::Line(l) => (*demand, Some(case.lines[*l].owner)),
        });
        let votes = |d: &DemandId| matches!(d, DemandId::Vote(..));
        let costs = concession.costs(case, self.positions);
        let limits = asked.most.iter().copied().chain(std::iter::repeat(None));
        steps.all(|(demand, owner)| moves(demand, owner))
            && drops.all(|(demand, owner)| moves(demand, owner))
            && (asked.terms.votes == Movable::Allowed || !concession.dropped.iter().any(votes))
            && (costs.iter().zip(limits)).all(|(cost, limit)| limit.is_none_or(|l| *cost <= l))
    }

    /// The minimal openings that terms allow, in order.
    fn minimal(&self, asked: &OpeningTerms) -> Vec<Concession> {
        let allowed = self.opening.iter().filter(|c| self.allows(asked, c));
        let allowed: Vec<&Concession> = allowed.collect();
        let less = |c: &Concession, d: &Concession| c != d && c.covers(d);
        let minimal = allowed
            .iter()
            .filter(|c| !allowed.iter().any(|d| less(c, d)));
        let mut list: Vec<Concession> = minimal.map(|c| (*c).clone()).collect();
        list.sort_by_key(|c| self.key(c, asked.order));
        list
    }

    fn key(&self, c: &Concession, order: Order) -> (Option<u64>, u64, usize, Concession) {
        let steps = c.steps.iter();
        let taken: usize = steps.map(|(l, s)| s - self.positions.steps[*l]).sum();
        let taken = taken + c.dropped.len();
        let costs = c.costs(self.case, self.positions);
        let largest = match order {
            Order::Cost => None,
            Order::Largest => costs.iter().max().copied(),
        };
        (largest, costs.iter().sum(), taken, c.clone())
    }

    fn compare(&mut self, asked: &OpeningTerms) {
        for order in [Order::Cost, Order::Largest] {
            let asked = OpeningTerms {
                order,
                ..asked.clone()
            };
            let expected = self.minimal(&asked);
            self.audit.questions += 1;
            self.audit.opened += usize::from(expected.iter().any(|c| !c.is_empty()));
            self.audit.several += usize::from(expected.len() > 1);
            for wanted in [Wanted::All, Wanted::First(1), Wanted::First(2)] {
                let found = openings(self.case, self.positions, &asked, wanted, self.budget);
                let first = self.first(&expected, wanted, order);
                self.same(&asked, wanted, &found, &expected[..first]);
            }
        }
    }

    /// How many of the minimal openings are asked for: those equal in costs to the last stay.
    fn first(&self, expected: &[Concession], wanted: Wanted, order: Order) -> usize {
        let Wanted::First(count) = wanted else {
            return expected.len();
        };
        let costs = |c: &Concession| {
            let (largest, cost, _, _) = self.key(c, order);
            (largest, cost)
        };
        let Some(last) = expected.get(count - 1).map(costs) else {
            return expected.len();
        };
        expected.iter().filter(|c| costs(c) <= last).count()
    }

    fn same(
        &mut self,
        asked: &OpeningTerms,
        wanted: Wanted,
        found: &Openings,
        expected: &[Concession],
    ) {
        let listed = found.list.iter().map(Cheapest::opening);
        let listed: Vec<&Concession> = listed.map(|o| o.concession().as_ref()).collect();
        let mut differ = |what: String| {
            let line = format!("{what}, {wanted:?}, {asked:?}");
            self.audit.differences.push(line);
        };
        if !listed.iter().copied().eq(expected) {
            differ(format!("{listed:?} listed, {expected:?} by trying all"));
        }
        let without_floors = &self.opening_without_floors;
        let none = expected.is_empty();
        let right = match &found.end {
            OpeningsEnd::Complete(_) => !none,
            OpeningsEnd::Dearer(_) => wanted != Wanted::All && !none,
            OpeningsEnd::Nothing(_, Blocked::Undecided(_)) | OpeningsEnd::Stopped(_) => false,
            OpeningsEnd::Nothing(_, Blocked::NoDealValues | Blocked::Positions(_)) => none,
        };
        let values = matches!(found.end, OpeningsEnd::Nothing(_, Blocked::NoDealValues));
        if !right {
            differ(format!("the end is {:?}", found.end));
        }
        let opens = without_floors.iter().any(|c| self.allows(asked, c));
        if none && values != opens {
            let line =
                format!("values in the way: {values} said, {opens} by trying all, {asked:?}");
            self.audit.differences.push(line);
        }
    }
}
