//! What an overlap looks like from inside: which options occur, and the best for each party.

use winset_check::{Acceptable, Best, NoOverlap};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::numbers::ends;
use crate::problem::{Problem, Scratch};
use crate::search::overlap;

/// For each point the options that some acceptable package holds.
///
/// Every option is either shown by a package or ruled out by a checked refutation, or by the rules
/// alone. At most one search for each option that occurs and one for each point.
///
/// # Errors
/// The reason for which it was stopped.
pub fn occurring(
    case: &Case,
    positions: &Positions,
    witness: &Acceptable,
    budget: &Budget<'_>,
) -> Result<Vec<OptionSet>, StopReason> {
    let problem = Problem::new(case, positions);
    let mut possible = problem.root.clone();
    problem.propagate(&mut possible, None, &mut Scratch::default());
    let mut seen = vec![OptionSet::EMPTY; case.points.len()];
    mark(&mut seen, witness);
    for point in 0..case.points.len() {
        loop {
            let unseen = possible[point].without(&seen[point]);
            if unseen.is_empty() {
                break;
            }
            let asked = positions.clone().with_only(PointId::at(point), unseen);
            match overlap(case, &asked, budget) {
                Answer::Found(found) => mark(&mut seen, &found),
                Answer::Impossible(_) => break,
                Answer::Stopped { reason, .. } => return Err(reason),
            }
        }
    }
    Ok(seen)
}

/// For each point the options that the standing rules leave by their own force, without trying
/// anything; `None` when they leave no package. Floors are not looked at.
pub fn left_by_rules(case: &Case, positions: &Positions) -> Option<Vec<OptionSet>> {
    let problem = Problem::new(case, positions);
    let mut domains = problem.root.clone();
    let open = problem.propagate(&mut domains, None, &mut Scratch::default());
    open.then_some(domains)
}

fn mark(seen: &mut [OptionSet], found: &Acceptable) {
    seen.iter_mut()
        .zip(&found.package().0)
        .for_each(|(s, o)| s.insert(*o));
}

/// The best that a party can get in an acceptable package, with the proof that there is nothing
/// better; `None` for a party without preferences.
///
/// Bisection between a package known and a bound: each step either finds a better package or
/// refutes the upper half; the last refutation is the proof.
///
/// # Errors
/// The reason for which it was stopped.
pub fn best(
    case: &Case,
    positions: &Positions,
    party: PartyId,
    witness: &Acceptable,
    budget: &Budget<'_>,
) -> Result<Option<Best>, StopReason> {
    let Some(mut value) = witness.scores()[party.index()] else {
        return Ok(None);
    };
    let mut holder = witness.clone();
    let mut most = highest(case, positions, party);
    let mut proof: Option<NoOverlap> = None;
    let proof = loop {
        if let Some(last) = proof.take_if(|_| value >= most) {
            break last;
        }
        let target = value + 1 + (most - value).max(0) / 2;
        let asked = positions.clone().with_floor(party, Some(target));
        match overlap(case, &asked, budget) {
            Answer::Found(found) => {
                value = found.utility(party);
                holder = found;
                most = most.max(value);
            }
            Answer::Impossible(refuted) => {
                most = target - 1;
                proof = Some(refuted);
            }
            Answer::Stopped { reason, .. } => return Err(reason),
        }
    };
    let certificate = proof.bytes().to_vec();
    let checked = winset_check::best(case, positions, party, holder.package(), certificate);
    checked.map(Some).map_err(|why| budget.check_failed(why))
}

/// A bound on what a party can get: the best option of each point that the rules leave, and every
/// gain across points.
fn highest(case: &Case, positions: &Positions, party: PartyId) -> i64 {
    let problem = Problem::new(case, positions);
    let mut domains = problem.root.clone();
    problem.propagate(&mut domains, None, &mut Scratch::default());
    let Some(scores) = case.parties[party.index()].sheet.open().scores.as_ref() else {
        return 0;
    };
    let of_point = |(row, domain): (&Vec<i64>, &OptionSet)| {
        let (_, most) = ends(domain.iter().map(|o: OptionId| row[o.index()]));
        most
    };
    let points: i64 = scores.by_option.iter().zip(&domains).map(of_point).sum();
    points + scores.bonuses.iter().map(|b| b.score.max(0)).sum::<i64>()
}
