//! How far a party's scores reach, over all packages that are possible at all.

use winset_check::Acceptable;
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::derived::DerivedDraft;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::search::overlap;
use crate::survey::best;

/// The worst and the best that a party can have, on its scale.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct UtilityRange {
    /// Its worst package.
    pub least: i64,
    /// Its best package.
    pub most: i64,
}

/// Shows nothing; the numbers are confidential.
impl std::fmt::Debug for UtilityRange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("UtilityRange(..)")
    }
}

/// The worst and the best package of each party, among all packages that keep the positions; `None`
/// when there is no such package, or a party has no preferences.
///
/// Each end is proven, the lower one as the best of a copy of the case in which the party's scores
/// are turned around. As much work as [`best`] twice for each party.
///
/// # Errors
/// The reason for which it was stopped.
pub fn utility_ranges(
    case: &Case,
    positions: &Positions,
    parties: &[PartyId],
    budget: &Budget<'_>,
) -> Result<Option<Vec<UtilityRange>>, StopReason> {
    let witness = match overlap(case, positions, budget) {
        Answer::Found(found) => found,
        Answer::Impossible(_) => return Ok(None),
        Answer::Stopped { reason, .. } => return Err(reason),
    };
    parties
        .iter()
        .map(|party| spread(case, positions, *party, &witness, budget))
        .collect()
}

fn spread(
    case: &Case,
    positions: &Positions,
    party: PartyId,
    witness: &Acceptable,
    budget: &Budget<'_>,
) -> Result<Option<UtilityRange>, StopReason> {
    let Some(most) = best(case, positions, party, witness, budget)? else {
        return Ok(None);
    };
    let mut draft = DerivedDraft::of(case);
    draft.turn_around(party);
    let turned = draft.finish();
    let asked = positions.clone().with_floor(party, None);
    let witness = winset_check::accept(&turned, &asked, witness.package());
    let witness = witness.map_err(|why| budget.check_failed(why))?;
    let least = best(&turned, &asked, party, &witness, budget)?;
    Ok(least.map(|least| UtilityRange {
        least: -least.value(),
        most: most.value(),
    }))
}

/// On which scale scores are brought before they are compared across parties.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Normalise {
    /// As the case states them.
    None,
    /// Divided by the party's best: its best package means 1.
    Best,
    /// The party's worst package means 0 and its best 1.
    Range,
}

/// Why a scale cannot be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotNormal {
    /// No package is possible, whoever likes it.
    NoPackage,
    /// This party's best is not above 0, or all its packages are worth the same.
    Flat(PartyId),
    /// It was stopped.
    Stopped(StopReason),
}

/// The case with the scores of some parties brought to a common scale; the best and the worst are
/// taken over all packages that keep the laws. Exact: scores keep their numbers, and what they mean
/// changes.
///
/// # Errors
/// Where that scale does not exist, or was not found.
pub fn normalised(
    case: &Case,
    parties: &[PartyId],
    how: Normalise,
    budget: &Budget<'_>,
) -> Result<Case, NotNormal> {
    if how == Normalise::None {
        return Ok(case.clone());
    }
    let spreads = utility_ranges(case, &Positions::laws(case), parties, budget);
    let spreads = spreads.map_err(NotNormal::Stopped)?;
    let spreads = spreads.ok_or(NotNormal::NoPackage)?;
    let mut draft = DerivedDraft::of(case);
    for (party, spread) in parties.iter().zip(spreads) {
        let zero = match how {
            Normalise::None | Normalise::Best => 0,
            Normalise::Range => spread.least,
        };
        let unit = spread.most.checked_sub(zero).filter(|unit| *unit > 0);
        let unit = unit.ok_or(NotNormal::Flat(*party))?;
        let measured = draft.measure(*party, zero, unit);
        measured.map_err(|_| NotNormal::Stopped(StopReason::NumberLimit))?;
    }
    Ok(draft.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use winset_check::every_package;
    use winset_gen::small::small;
    use winset_model::document::Syntax;

    fn read(seed: u64) -> Case {
        let text = small(seed).to_string();
        let reading = winset_model::read_case(text.as_bytes(), Syntax::Json);
        reading.unwrap().case
    }

    /// The ends are those of all packages, on random cases with rules and terms.
    #[test]
    fn ends_are_those_of_all_packages() {
        let mut compared = 0;
        for seed in 0..200 {
            let case = read(seed);
            let laws = Positions::laws(&case);
            let all = every_package(&case, &laws, 100_000).unwrap();
            for party in (0..case.parties.len()).map(PartyId::at) {
                let scores = all.iter().filter_map(|p| p.scores()[party.index()]);
                let scores: Vec<i64> = scores.collect();
                let found = utility_ranges(&case, &laws, &[party], &Budget::unlimited()).unwrap();
                let ends = scores.iter().min().zip(scores.iter().max());
                let ends = ends.map(|(least, most)| (*least, *most));
                assert_eq!(found.map(|s| (s[0].least, s[0].most)), ends, "{seed}");
                compared += usize::from(ends.is_some());
            }
        }
        assert!(compared > 200, "{compared}");
    }

    #[test]
    fn a_normalised_case_runs_from_nothing_to_one() {
        let mut flat = 0;
        for seed in 0..100 {
            let case = read(seed);
            let scored = |p: &PartyId| case.parties[p.index()].sheet.open().scores.is_some();
            let parties = (0..case.parties.len()).map(PartyId::at).filter(scored);
            let parties: Vec<PartyId> = parties.collect();
            match normalised(&case, &parties, Normalise::Range, &Budget::unlimited()) {
                Ok(normal) => {
                    let laws = Positions::laws(&normal);
                    let all = every_package(&normal, &laws, 100_000).unwrap();
                    for party in &parties {
                        let value = |p: &Acceptable| {
                            let score = p.scores()[party.index()].unwrap();
                            normal.unscaled(*party, score)
                        };
                        let whole = winset_model::number::Exact::from_integer;
                        assert_eq!(all.iter().map(value).min(), Some(whole(0)), "{seed}");
                        assert_eq!(all.iter().map(value).max(), Some(whole(1)), "{seed}");
                    }
                }
                Err(NotNormal::Flat(_) | NotNormal::NoPackage) => flat += 1,
                Err(other) => panic!("{seed}: {other:?}"),
            }
        }
        assert!(flat < 50, "{flat}");
    }
}
