//! Stands in for the solver's verdict until it is there.

use num_bigint::BigUint;
use winset_check::{Acceptable, Best, NoOverlap, best};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};
use winset_model::positions::Positions;
use winset_solve::{Budget, Undecided, overlap};

#[derive(Debug)]
pub struct Verdict {
    pub packages: BigUint,
    pub declared: Answer<Overlap, NoOverlap, Undecided>,
    pub without_floors: Answer<Count, NoOverlap, Undecided>,
}

#[derive(Debug)]
pub struct Overlap {
    pub count: Count,
    pub witness: Acceptable,
    pub occurring: Option<Vec<OptionSet>>,
    pub best: Vec<Option<Best>>,
    pub stopped: Option<StopReason>,
}

#[derive(Debug)]
pub enum Count {
    Exact(BigUint),
    Between {
        at_least: BigUint,
        at_most: BigUint,
        reason: StopReason,
    },
}

pub fn verdict(case: &Case, budget: &Budget<'_>) -> Verdict {
    let positions = Positions::declared(case);
    let bare = positions.clone().without_floors();
    let without_floors = match overlap(case, &bare, budget) {
        Answer::Found(_) => Answer::Found(match all(case, &bare, budget) {
            Ok(found) => Count::Exact(BigUint::from(found.len())),
            Err(reason) => Count::Between {
                at_least: 1u8.into(),
                at_most: case.package_count(),
                reason,
            },
        }),
        Answer::Impossible(proof) => Answer::Impossible(proof),
        Answer::Stopped { reason, bound, .. } => Answer::Stopped {
            reason,
            best: None,
            bound,
        },
    };
    let declared = match overlap(case, &positions, budget) {
        Answer::Found(witness) => Answer::Found(match all(case, &positions, budget) {
            Ok(found) => Overlap {
                count: Count::Exact(BigUint::from(found.len())),
                occurring: Some(
                    (0..case.points.len())
                        .map(|p| {
                            found
                                .iter()
                                .map(|a| a.package().on(PointId::at(p)))
                                .collect()
                        })
                        .collect(),
                ),
                best: (0..case.parties.len())
                    .map(|p| best_of(case, &positions, PartyId::at(p), &found, budget))
                    .collect(),
                witness,
                stopped: None,
            },
            Err(reason) => Overlap {
                count: Count::Between {
                    at_least: 1u8.into(),
                    at_most: case.package_count(),
                    reason,
                },
                witness,
                occurring: None,
                best: case.parties.iter().map(|_| None).collect(),
                stopped: Some(reason),
            },
        }),
        Answer::Impossible(proof) => Answer::Impossible(proof),
        Answer::Stopped { reason, bound, .. } => Answer::Stopped {
            reason,
            best: None,
            bound,
        },
    };
    Verdict {
        packages: case.package_count(),
        declared,
        without_floors,
    }
}

fn best_of(
    case: &Case,
    positions: &Positions,
    party: PartyId,
    found: &[Acceptable],
    budget: &Budget<'_>,
) -> Option<Best> {
    let top = found.iter().max_by_key(|a| a.scores()[party.index()])?;
    let value = top.scores()[party.index()]?;
    let raised = positions.clone().with_floor(party, Some(value + 1));
    let Answer::Impossible(proof) = overlap(case, &raised, budget) else {
        return None;
    };
    best(
        case,
        positions,
        party,
        top.package(),
        proof.bytes().to_vec(),
    )
    .ok()
}

fn all(
    case: &Case,
    positions: &Positions,
    budget: &Budget<'_>,
) -> Result<Vec<Acceptable>, StopReason> {
    let mut open = vec![(positions.clone(), 0)];
    let mut found = Vec::new();
    while let Some((positions, point)) = open.pop() {
        if let Some(reason) = (budget.stop)() {
            return Err(reason);
        }
        match overlap(case, &positions, budget) {
            Answer::Found(a) if point == case.points.len() => found.push(a),
            Answer::Found(_) => {
                for o in (0..case.points[point].options.len()).rev() {
                    let only = OptionSet::only(OptionId::at(o));
                    open.push((
                        positions.clone().with_only(PointId::at(point), only),
                        point + 1,
                    ));
                }
            }
            Answer::Impossible(_) => {}
            Answer::Stopped { reason, .. } => return Err(reason),
        }
    }
    Ok(found)
}
