//! The main question: is there any overlap at the declared positions, and what does it look like?

use num_bigint::BigUint;
use winset_check::{Acceptable, Best, NoOverlap};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::{OptionSet, PartyId};
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::count::{Count, count};
use crate::obstacle::{Obstacle, obstacle};
use crate::parallel::each;
use crate::search::{Undecided, overlap};
use crate::survey::{best, occurring};

/// The verdict on a case.
#[derive(Debug)]
pub struct Verdict {
    /// Number of all packages.
    pub packages: BigUint,
    /// The answer under the positions asked about.
    pub overlap: Answer<Overlap, NoOverlap, Undecided>,
    /// The answer under the same positions without any floor.
    pub without_floors: Answer<Count, NoOverlap, Undecided>,
    /// What stands in the way; `None` where there is an overlap, or it is not known.
    pub in_the_way: Option<Obstacle>,
}

/// What is known of an overlap: the zone of possible agreement (ZOPA) of negotiation analysis, the
/// packages in every party's win-set (Putnam 1988).
#[derive(Debug, Clone)]
pub struct Overlap {
    /// How many packages it holds.
    pub count: Count,
    /// One of them.
    pub witness: Acceptable,
    /// For each point the options that occur; `None` when that was not finished.
    pub occurring: Option<Vec<OptionSet>>,
    /// For each party the best that it can get; `None` for a party without preferences, or when
    /// that was not finished.
    pub best: Vec<Option<Best>>,
    /// Why a part was not finished.
    pub stopped: Option<StopReason>,
}

/// Decides a case under the given positions, and once more without floors; where there is no overlap
/// either way, once more without any demand. The parts are worked on side by side when the budget
/// has threads; the verdict does not depend on how many.
pub fn verdict(case: &Case, positions: &Positions, budget: &Budget<'_>) -> Verdict {
    let open = positions.clone().without_floors();
    let [with, without] = both(case, [positions, &open], budget);
    let in_the_way = obstacle(case, positions, &with, &without, budget);
    Verdict {
        packages: case.package_count(),
        overlap: seen(with, |witness| {
            look_around(case, positions, witness, budget)
        }),
        without_floors: seen(without, |_| count(case, &open, budget).with_one_known()),
        in_the_way,
    }
}

/// Decides two questions side by side.
fn both(case: &Case, asked: [&Positions; 2], budget: &Budget<'_>) -> [Decided<Acceptable>; 2] {
    let decided = each(budget.threads, &asked, |asked| overlap(case, asked, budget));
    decided.try_into().expect("each question has its answer")
}

/// The answer to whether there is an overlap, with what is known of it.
type Decided<T> = Answer<T, NoOverlap, Undecided>;

/// The same answer with what an overlap looks like around a package of it.
fn seen<T>(decided: Decided<Acceptable>, look: impl FnOnce(Acceptable) -> T) -> Decided<T> {
    match decided {
        Answer::Found(witness) => Answer::Found(look(witness)),
        Answer::Impossible(proof) => Answer::Impossible(proof),
        Answer::Stopped { reason, bound, .. } => Answer::Stopped {
            reason,
            best: None,
            bound,
        },
    }
}

/// A part of what an overlap looks like.
enum Part {
    Options,
    Best(PartyId),
    Count,
}

/// What came of a part.
enum Seen {
    Options(Result<Vec<OptionSet>, StopReason>),
    Best(Result<Option<Best>, StopReason>),
    Count(Count),
}

/// What an overlap looks like around one of its packages: how many there are, which options occur,
/// the best for each party. The parts are worked on side by side when the budget has threads.
pub fn look_around(
    case: &Case,
    positions: &Positions,
    witness: Acceptable,
    budget: &Budget<'_>,
) -> Overlap {
    let parties = (0..case.parties.len()).map(|p| Part::Best(PartyId::at(p)));
    let parts: Vec<Part> = [Part::Count, Part::Options]
        .into_iter()
        .chain(parties)
        .collect();
    let seen = each(budget.threads, &parts, |part| match part {
        Part::Options => Seen::Options(occurring(case, positions, &witness, budget)),
        Part::Best(party) => Seen::Best(best(case, positions, *party, &witness, budget)),
        Part::Count => Seen::Count(count(case, positions, budget).with_one_known()),
    });
    let nothing = Count::Between {
        at_least: BigUint::from(1_u8),
        at_most: case.package_count(),
        reason: StopReason::Interrupted,
    };
    let mut overlap = Overlap {
        count: nothing,
        witness,
        occurring: None,
        best: Vec::new(),
        stopped: None,
    };
    for part in seen {
        match part {
            Seen::Count(count) => overlap.count = count,
            Seen::Options(Ok(options)) => overlap.occurring = Some(options),
            Seen::Best(Ok(best)) => overlap.best.push(best),
            Seen::Options(Err(reason)) => overlap.stopped = Some(reason),
            Seen::Best(Err(reason)) => {
                overlap.stopped = Some(reason);
                overlap.best.push(None);
            }
        }
    }
    overlap
}
