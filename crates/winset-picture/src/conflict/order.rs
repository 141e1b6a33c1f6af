//! An order of groups, demands and knots with few crossings: each goes to the mean place of what it
//! is joined to, in turns, and the best order seen is kept (barycentres, after Sugiyama, Tagawa and
//! Toda, 1981); then neighbours change places while that helps.

use super::data::Conflict;
use super::sides::{Group, divided};
use crate::numbers::count;

/// The order of everything, from top to bottom.
#[derive(Debug, Clone)]
pub(super) struct Order {
    pub(super) sides: [Vec<Group>; 2],
    /// Places in the list of clashes.
    pub(super) knots: Vec<usize>,
}

/// Turns; fewer where there are many lines, as counting crossings takes their square.
const TURNS: usize = 24;
const TURNS_MANY: usize = 6;
const LINES_MANY: usize = 600;
/// With more lines than this the order stays as it comes.
const LINES_MAX: usize = 10_000;
/// With more lines than this no neighbours change places.
const SWAP_LINES_MAX: usize = 160;
/// Places are counted in this many parts of a row, so that means are whole numbers.
const PARTS: i64 = 1 << 16;

pub(super) fn ordered(data: &Conflict) -> Order {
    let mut order = Order {
        sides: divided(data),
        knots: (0..data.clashes.len()).collect(),
    };
    let lines: usize = data.clashes.iter().map(|clash| clash.demands.len()).sum();
    if lines > LINES_MAX {
        knots_to_means(data, &mut order);
        return order;
    }
    let turns = if lines > LINES_MANY {
        TURNS_MANY
    } else {
        TURNS
    };
    let mut best = order.clone();
    let mut least = crossings(data, &best);
    for _ in 0..turns {
        knots_to_means(data, &mut order);
        demands_to_means(data, &mut order);
        let found = crossings(data, &order);
        if found < least {
            (best, least) = (order.clone(), found);
        }
    }
    if lines <= SWAP_LINES_MAX {
        swap_neighbours(data, &mut best, least);
    }
    best
}

/// Of each demand: its side, and its place on it in parts of the side's height.
fn places(data: &Conflict, order: &Order) -> Vec<Option<(usize, i64)>> {
    let mut places = vec![None; data.demands.len()];
    for (side, groups) in order.sides.iter().enumerate() {
        let rows: usize = groups.iter().map(|group| group.demands.len() + 1).sum();
        let rows = count(rows).max(1);
        let mut row = 0;
        for group in groups {
            row += 1;
            for demand in &group.demands {
                places[*demand] = Some((side, row * PARTS / rows));
                row += 1;
            }
        }
    }
    places
}

fn mean(values: impl Iterator<Item = i64>) -> Option<i64> {
    let (sum, count) = values.fold((0, 0), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / count)
}

fn knots_to_means(data: &Conflict, order: &mut Order) {
    let places = places(data, order);
    let place = |demand: &usize| Some(places.get(*demand).copied()??.1);
    let mean_of = |clash: usize| mean(data.clashes[clash].demands.iter().filter_map(place));
    order
        .knots
        .sort_by_key(|clash| (mean_of(*clash).unwrap_or(PARTS), *clash));
}

fn demands_to_means(data: &Conflict, order: &mut Order) {
    let knots = count(order.knots.len()).max(1);
    let mut joined: Vec<Vec<i64>> = vec![Vec::new(); data.demands.len()];
    for (index, clash) in (0..).zip(&order.knots) {
        for demand in &data.clashes[*clash].demands {
            if let Some(list) = joined.get_mut(*demand) {
                list.push(index * PARTS / knots);
            }
        }
    }
    let mean_of = |demand: usize| mean(joined[demand].iter().copied()).unwrap_or(PARTS / 2);
    for groups in &mut order.sides {
        for group in groups.iter_mut() {
            group
                .demands
                .sort_by_key(|demand| (mean_of(*demand), *demand));
        }
        groups.sort_by_key(|group| {
            let all = group.demands.iter().map(|demand| mean_of(*demand));
            (mean(all), group.owner.unwrap_or(usize::MAX))
        });
    }
}

/// Pairs of lines on one side that cross.
fn crossings(data: &Conflict, order: &Order) -> usize {
    let places = places(data, order);
    let mut lines: [Vec<(usize, i64)>; 2] = [Vec::new(), Vec::new()];
    for (index, clash) in order.knots.iter().enumerate() {
        for demand in &data.clashes[*clash].demands {
            if let Some(Some((side, place))) = places.get(*demand) {
                lines[*side].push((index, *place));
            }
        }
    }
    let crossed = |lines: &Vec<(usize, i64)>| -> usize {
        let after = |(index, (knot, place)): (usize, &(usize, i64))| {
            let later = lines[index + 1..].iter();
            later.filter(|(k, p)| k > knot && p < place).count()
        };
        lines.iter().enumerate().map(after).sum()
    };
    lines.iter().map(crossed).sum()
}

/// Swaps neighbouring knots, and neighbouring demands of a group, as long as crossings get fewer.
fn swap_neighbours(data: &Conflict, order: &mut Order, mut least: usize) {
    loop {
        let before = least;
        for index in 1..order.knots.len() {
            order.knots.swap(index - 1, index);
            let found = crossings(data, order);
            if found < least {
                least = found;
            } else {
                order.knots.swap(index - 1, index);
            }
        }
        for side in 0..2 {
            for group in 0..order.sides[side].len() {
                for index in 1..order.sides[side][group].demands.len() {
                    order.sides[side][group].demands.swap(index - 1, index);
                    let found = crossings(data, order);
                    if found < least {
                        least = found;
                    } else {
                        order.sides[side][group].demands.swap(index - 1, index);
                    }
                }
            }
        }
        if least == before {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::{Demand, PicturedClash};
    use crate::party::PicturedParty;

    /// Pairs across in reverse order can be drawn without a crossing.
    #[test]
    fn pairs_are_untangled() {
        let demand = |owner: usize| Demand {
            owner: Some(owner),
            ..Demand::default()
        };
        let data = Conflict {
            parties: vec![PicturedParty::default(); 2],
            demands: (0..12).map(|index| demand(index / 6)).collect(),
            clashes: (0..6)
                .map(|index| PicturedClash {
                    number: index + 1,
                    demands: vec![index, 11 - index],
                    ..PicturedClash::default()
                })
                .collect(),
            ..Conflict::default()
        };
        assert_eq!(crossings(&data, &ordered(&data)), 0);
    }
}
