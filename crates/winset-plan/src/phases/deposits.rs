//! What would make parties keep their word: deposits, and guarantees of what they have given.

use winset_check::plan::{PlanQuestion, PlanSchedule};
use winset_model::options::PartyId;

/// For each party the least deposit, lost on breaking off, that makes going on no worse than stopping at
/// every round in which it delivers, the last included: what it has still to give less what it has still to
/// receive, by its own values, the most over its rounds, at least 0. 0 for a party that delivers nothing.
///
/// Rounds times items.
pub fn bonds(question: &PlanQuestion<'_>, schedule: &PlanSchedule) -> Vec<u64> {
    let rounds = schedule.order().rounds();
    let parties = (0..question.case.parties.len()).map(PartyId::at);
    let bond = |party: PartyId| {
        let delivers =
            |round: &Vec<usize>| round.iter().any(|item| question.item(*item).owner == party);
        let turns = (0..rounds.len()).filter(|turn| delivers(&rounds[*turn]));
        let due = turns.map(|turn| still_due(question, &rounds[turn..], party));
        u64::try_from(due.max().unwrap_or(0)).unwrap_or(0)
    };
    parties.map(bond).collect()
}

/// What a party has still to give less what it has still to receive.
fn still_due(question: &PlanQuestion<'_>, rounds: &[Vec<usize>], party: PartyId) -> i64 {
    let items = rounds.iter().flatten().map(|place| question.item(*place));
    let values = items.map(|item| {
        // Values are at most 10^9.
        let value = i64::try_from(item.value_to(party)).unwrap_or(0);
        if item.owner == party { value } else { -value }
    });
    values.sum()
}

/// For each party what a guarantor would have to make good at worst: its largest exposure.
pub fn guarantees(schedule: &PlanSchedule) -> Vec<u64> {
    let exposures = schedule.order().exposures();
    let parties = exposures.first().map_or(0, Vec::len);
    let most = |party: usize| exposures.iter().map(|row| row[party]).max().unwrap_or(0);
    (0..parties).map(most).collect()
}
