//! That no order of deliveries keeps bounds and dates together, by looking at every order.

use super::question::PlanQuestion;
use super::refusal::PlanRefusal;
use super::rule::{Difference, PlanRule, difference};

/// Most beginnings of orders that the check looks at.
pub const DATED_PREFIXES_MAX: usize = 20_000;

/// No order of deliveries keeps bounds and dates together: not at all, or not within some rounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSchedule {
    rounds: Option<usize>,
}

impl NoSchedule {
    /// Within how many rounds; `None`: however many there are.
    pub fn rounds(self) -> Option<usize> {
        self.rounds
    }
}

/// Checks that there is no schedule, or none within some rounds, by trying every round after every
/// other; a beginning whose days contradict each other is not followed.
///
/// Exponential in the number of valued items.
///
/// # Errors
/// When there is one, or there are more than [`DATED_PREFIXES_MAX`] beginnings to look at.
pub fn no_schedule(
    question: &PlanQuestion<'_>,
    rounds: Option<usize>,
) -> Result<NoSchedule, PlanRefusal> {
    let rules = PlanRule::all(question).into_iter();
    let rules: Vec<Difference> = rules
        .filter_map(|rule| difference(question, rule))
        .collect();
    let valued = question.valued();
    let before = question.precedence();
    let mut open: Vec<Vec<Vec<usize>>> = vec![Vec::new()];
    let mut tried = 0;
    while let Some(prefix) = open.pop() {
        tried += 1;
        if tried > DATED_PREFIXES_MAX {
            return Err(PlanRefusal::TooLarge);
        }
        if !can_be_dated(question, &rules, &valued, &prefix) {
            continue;
        }
        let done: Vec<usize> = prefix.iter().flatten().copied().collect();
        if done.len() == valued.len() {
            return Err(PlanRefusal::Deliverable);
        }
        if rounds == Some(prefix.len()) {
            continue;
        }
        for round in rounds_after(question, &valued, &done)? {
            let mut now = done.clone();
            now.extend(&round);
            let waits = |i: &usize| valued.iter().any(|j| before[*i][*j] && !now.contains(j));
            if !round.iter().any(waits) && question.keeps_bounds(&question.exposures(&now)) {
                let mut longer = prefix.clone();
                longer.push(round);
                open.push(longer);
            }
        }
    }
    Ok(NoSchedule { rounds })
}

/// All rounds of what is left, before precedence and bounds are looked at.
fn rounds_after(
    question: &PlanQuestion<'_>,
    valued: &[usize],
    done: &[usize],
) -> Result<Vec<Vec<usize>>, PlanRefusal> {
    let left = valued.iter().filter(|place| !done.contains(place));
    let groups = left.map(|place| question.delivered_with(*place));
    let mut groups: Vec<Vec<usize>> = groups.collect();
    groups.dedup();
    groups.sort();
    groups.dedup();
    let owner = |group: &[usize]| {
        let first = question.item(group[0]).owner;
        let one = group
            .iter()
            .all(|place| question.item(*place).owner == first);
        one.then_some(first)
    };
    let mut rounds: Vec<Vec<usize>> = Vec::new();
    for group in &groups {
        if owner(group).is_none() {
            rounds.push(group.clone());
            continue;
        }
        // What holds this group as its last one.
        let same = |round: &&Vec<usize>| owner(round) == owner(group);
        let longer = rounds.iter().filter(same);
        let longer = longer.map(|round| [round.as_slice(), group.as_slice()].concat());
        let longer: Vec<Vec<usize>> = longer.collect();
        rounds.extend(longer);
        rounds.push(group.clone());
        if rounds.len() > DATED_PREFIXES_MAX {
            return Err(PlanRefusal::TooLarge);
        }
    }
    Ok(rounds)
}

/// Whether days keep every rule with these rounds one after the other and everything else valued after
/// them: relaxed until nothing changes, or for longer than it can.
fn can_be_dated(
    question: &PlanQuestion<'_>,
    rules: &[Difference],
    valued: &[usize],
    prefix: &[Vec<usize>],
) -> bool {
    let mut differences = rules.to_vec();
    let mut done: Vec<usize> = Vec::new();
    for round in prefix {
        done.extend(round);
        let later = valued.iter().filter(|place| !done.contains(place));
        for to in later {
            differences.extend(round.iter().map(|from| Difference {
                from: Some(*from),
                to: Some(*to),
                days: i64::try_from(question.item(*from).span_days()).unwrap_or(i64::MAX / 4),
            }));
        }
    }
    let mut begins = vec![0_i64; question.plan.items.len()];
    for _ in 0..=question.plan.items.len() {
        let mut changed = false;
        for Difference { from, to, days } in &differences {
            let least = from.map_or(0, |from| begins[from]) + days;
            match to {
                None if least > 0 => return false,
                Some(to) if least > begins[*to] => {
                    begins[*to] = least;
                    changed = true;
                }
                _ => {}
            }
        }
        if !changed {
            return true;
        }
    }
    false
}
