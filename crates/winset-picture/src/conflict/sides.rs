//! Which groups of demands stand on which side.

use std::collections::BTreeMap;

use crate::canvas::Anchor;

use super::data::Conflict;
use crate::numbers::count;

/// A side of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

impl Side {
    pub(super) const BOTH: [Self; 2] = [Self::Left, Self::Right];

    pub(super) fn index(self) -> usize {
        match self {
            Self::Left => 0,
            Self::Right => 1,
        }
    }

    /// The direction to the middle.
    pub(super) fn inward(self) -> i64 {
        match self {
            Self::Left => 1,
            Self::Right => -1,
        }
    }

    /// Labels stand outward of marks.
    pub(super) fn anchor(self) -> Anchor {
        match self {
            Self::Left => Anchor::End,
            Self::Right => Anchor::Start,
        }
    }
}

/// Demands of one owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) owner: Option<usize>,
    pub(super) demands: Vec<usize>,
}

/// Groups up to this number are divided in the best way; more are dealt out by size.
const GROUPS_TRIED_MAX: usize = 10;
/// What a clash across is worth against one row of difference in height.
const ACROSS: i64 = 3;

/// All groups, those of parties in their order and that of no party last. An owner that is no party
/// counts as none.
fn groups(data: &Conflict) -> Vec<Group> {
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let none = data.parties.len();
    for (index, demand) in data.demands.iter().enumerate() {
        let owner = demand.owner.unwrap_or(none).min(none);
        found.entry(owner).or_default().push(index);
    }
    let group = |(owner, demands)| Group {
        owner: Some(owner).filter(|owner| *owner < none),
        demands,
    };
    found.into_iter().map(group).collect()
}

/// The groups of both sides: most clashes run across, the sides are about equally high, the first
/// group is on the left.
pub(super) fn divided(data: &Conflict) -> [Vec<Group>; 2] {
    let groups = groups(data);
    let masks: Vec<u32> = data
        .clashes
        .iter()
        .map(|clash| mask(&groups, &clash.demands))
        .collect();
    let right = match groups.len() {
        0 | 1 => 0,
        more if more <= GROUPS_TRIED_MAX => {
            let choices = (0..1_u32 << more).filter(|choice| choice & 1 == 0);
            let worth =
                |choice: &u32| (worth(&groups, &masks, *choice), std::cmp::Reverse(*choice));
            choices
                .max_by_key(worth)
                .expect("the first group is on the left")
        }
        _ => 0xAAAA_AAAA,
    };
    let mut sides = [Vec::new(), Vec::new()];
    for (index, group) in groups.into_iter().enumerate() {
        sides[usize::from(right >> (index % 32) & 1 == 1)].push(group);
    }
    sides
}

/// The groups that a clash touches, as bits; groups after the 32nd share bits.
fn mask(groups: &[Group], demands: &[usize]) -> u32 {
    let touched = groups
        .iter()
        .enumerate()
        .filter(|(_, group)| group.demands.iter().any(|demand| demands.contains(demand)));
    touched.fold(0, |mask, (index, _)| mask | 1 << (index % 32))
}

fn worth(groups: &[Group], masks: &[u32], right: u32) -> i64 {
    let across = masks
        .iter()
        .filter(|mask| *mask & right != 0 && *mask & !right != 0);
    let across = count(across.count());
    let rows = |group: &Group| count(group.demands.len() + 2);
    let tilt: i64 = groups
        .iter()
        .enumerate()
        .map(|(index, group)| {
            if right >> (index % 32) & 1 == 1 {
                rows(group)
            } else {
                -rows(group)
            }
        })
        .sum();
    across * ACROSS - tilt.abs()
}
