//! Partial packages that differ in which terms can still come true: one may be above another all the
//! same.
//!
//! Two partial packages that leave the same of the rules have the same completions. If one of them gives
//! every party as much as the other, even when all terms that only the other can still make true do the
//! party good, and all that only it can make true do harm, the other can be left out.

use winset_check::Stage;
use winset_model::answer::StopReason;

use super::step::{Level, narrow};
use crate::budget::Budget;
use crate::elimination::Elimination;

/// Most partial packages that are compared: pair by pair.
const KEPT_MAX: usize = 1 << 18;

/// Pairs that are compared between two looks at the clock.
const COMPARED_LOOK: usize = 1 << 22;

/// What a group leaves: its rules, and for each term whether it can still come true.
struct Residual<'l> {
    rules: &'l [i64],
    terms: &'l [i64],
}

/// A partial package that is compared.
struct Item<const N: usize> {
    place: usize,
    group: usize,
    /// What it gives, and what it gives at most with the terms that can still come true.
    has: [i64; N],
    hopes: [i64; N],
}

/// Leaves out what another one of any state is above; `terms` are those half settled, each with its axis
/// and its score. Numbers of packages are lost by that.
///
/// # Errors
/// Stops at the budget.
pub(super) fn prune<const N: usize>(
    level: &mut Level<N>,
    stage: &mut Stage,
    elimination: &Elimination,
    terms: &[(usize, i64)],
    budget: &Budget<'_>,
) -> Result<(), StopReason> {
    if terms.is_empty() || level.groups.len() < 2 || level.vectors.len() > KEPT_MAX {
        return Ok(());
    }
    let residuals: Vec<Residual<'_>> = level
        .groups
        .iter()
        .map(|(state, _)| {
            let (rules, terms) = state.split_at(elimination.rules_after());
            Residual { rules, terms }
        })
        .collect();
    let above = above(level, &residuals, terms, budget)?;
    if above.iter().all(Option::is_none) {
        return Ok(());
    }
    leave_out(level, stage, &above);
    Ok(())
}

/// For each partial package one that stays and is above it, if there is one.
fn above<const N: usize>(
    level: &Level<N>,
    residuals: &[Residual<'_>],
    terms: &[(usize, i64)],
    budget: &Budget<'_>,
) -> Result<Vec<Option<usize>>, StopReason> {
    let mut items = items(level, residuals, terms);
    // What is above another one hopes for as much on every axis, and so stands before it.
    items.sort_by(|a, b| (b.hopes, b.has, a.place).cmp(&(a.hopes, a.has, b.place)));
    let mut above = vec![None; items.len()];
    let mut stay: Vec<Item<N>> = Vec::new();
    let mut looked = 0;
    for item in items {
        looked += stay.len();
        if looked >= COMPARED_LOOK {
            looked = 0;
            if let Some(reason) = (budget.stop)() {
                return Err(reason);
            }
        }
        let may_be = |one: &&Item<N>| {
            let as_much = |a: &[i64; N], b: &[i64; N]| a.iter().zip(b).all(|(a, b)| a >= b);
            as_much(&one.has, &item.has) && as_much(&one.hopes, &item.hopes)
        };
        let is_above = |one: &&Item<N>| {
            let (high, low) = (&residuals[one.group], &residuals[item.group]);
            one.group != item.group
                && high.rules == low.rules
                && covers(&one.has, &item.has, high, low, terms)
        };
        let found = stay.iter().filter(may_be).find(is_above);
        match found.map(|one| one.place) {
            Some(place) => above[item.place] = Some(place),
            None => stay.push(item),
        }
    }
    Ok(above)
}

fn items<const N: usize>(
    level: &Level<N>,
    residuals: &[Residual<'_>],
    terms: &[(usize, i64)],
) -> Vec<Item<N>> {
    let mut items = Vec::with_capacity(level.vectors.len());
    for (group, ((_, range), residual)) in level.groups.iter().zip(residuals).enumerate() {
        let mut hope = [0; N];
        for ((axis, score), alive) in terms.iter().zip(residual.terms) {
            hope[*axis] += if *alive == 1 { *score.max(&0) } else { 0 };
        }
        items.extend(range.clone().map(|place| {
            let has = level.vectors[place];
            Item {
                place,
                group,
                has,
                hopes: std::array::from_fn(|axis| has[axis].saturating_add(hope[axis])),
            }
        }));
    }
    items
}

/// Whether what one has covers what another has, and what the terms in which they differ could add.
fn covers<const N: usize>(
    one: &[i64; N],
    other: &[i64; N],
    high: &Residual<'_>,
    low: &Residual<'_>,
    terms: &[(usize, i64)],
) -> bool {
    let mut room: [i64; N] = std::array::from_fn(|axis| one[axis].saturating_sub(other[axis]));
    for ((axis, score), (high, low)) in terms.iter().zip(high.terms.iter().zip(low.terms)) {
        let more = match (high, low) {
            (0, 1) => *score.max(&0),
            (1, 0) => -*score.min(&0),
            _ => 0,
        };
        room[*axis] -= more;
        if room[*axis] < 0 {
            return false;
        }
    }
    true
}

/// Leaves out what something is above, and names that instead.
fn leave_out<const N: usize>(level: &mut Level<N>, stage: &mut Stage, above: &[Option<usize>]) {
    let mut number = 0;
    let mut numbers: Vec<u32> = Vec::with_capacity(above.len());
    for gone in above {
        numbers.push(narrow(number));
        number += usize::from(gone.is_none());
    }
    let named = |place: usize| numbers[above[place].unwrap_or(place)];
    for place in &mut stage.above {
        if let Some(before) = usize::try_from(*place).ok().filter(|p| *p < above.len()) {
            *place = named(before);
        }
    }
    let mut first = 0;
    for (_, range) in &mut level.groups {
        let stay = above[range.clone()].iter().filter(|gone| gone.is_none());
        let end = first + stay.count();
        *range = first..end;
        first = end;
    }
    level.groups.retain(|(_, range)| !range.is_empty());
    keep_those_that_stay(&mut level.vectors, above);
    keep_those_that_stay(&mut level.counts, above);
    keep_those_that_stay(&mut stage.kept, above);
    level.pruned = true;
}

/// Keeps the entries of partial packages that nothing is above.
fn keep_those_that_stay<T>(entries: &mut Vec<T>, above: &[Option<usize>]) {
    let mut gone = above.iter().map(Option::is_some);
    entries.retain(|_| gone.next() != Some(true));
}
