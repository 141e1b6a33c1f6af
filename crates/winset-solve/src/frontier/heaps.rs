//! Score vectors in a given number of heaps, so that those in one heap are alike.

use std::collections::BinaryHeap;

use super::ruler::Ruler;

/// Vectors by their numbers, with the axis on which they lie furthest apart. The one that is most
/// spread is split first; of equals the first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Heap {
    spread: i128,
    axis: usize,
    /// Half way between the least and the most on the axis, rounded up.
    middle: i64,
    members: std::cmp::Reverse<Vec<u32>>,
}

impl Heap {
    fn new<const N: usize>(members: Vec<u32>, vectors: &[[i64; N]], ruler: &Ruler) -> Self {
        let (mut least, mut most) = ([i64::MAX; N], [i64::MIN; N]);
        for number in &members {
            for (axis, score) in vectors[*number as usize].iter().enumerate() {
                least[axis] = least[axis].min(*score);
                most[axis] = most[axis].max(*score);
            }
        }
        let spread = |axis: usize| ruler.measure(axis, most[axis].saturating_sub(least[axis]));
        let widest = (0..N).rev().max_by_key(|axis| spread(*axis));
        let axis = widest.expect("vectors have an axis");
        let apart = most[axis].saturating_sub(least[axis]);
        Self {
            spread: spread(axis),
            axis,
            middle: most[axis].saturating_sub(apart / 2),
            members: std::cmp::Reverse(members),
        }
    }
}

/// Splits sets of vectors until there are so many heaps, or none holds vectors that differ. Each time
/// the heap that is most spread is split in the middle of its widest axis. With more sets than heaps
/// none is split.
pub(super) fn heaps<const N: usize>(
    sets: Vec<Vec<u32>>,
    vectors: &[[i64; N]],
    ruler: &Ruler,
    count: usize,
) -> Vec<Vec<u32>> {
    let mut open: BinaryHeap<Heap> = sets
        .into_iter()
        .filter(|set| !set.is_empty())
        .map(|set| Heap::new(set, vectors, ruler))
        .collect();
    while open.len() < count {
        let Some(widest) = open.pop() else { break };
        if widest.spread == 0 {
            open.push(widest);
            break;
        }
        let is_low = |number: &u32| vectors[*number as usize][widest.axis] < widest.middle;
        let (low, high): (Vec<u32>, Vec<u32>) = widest.members.0.into_iter().partition(is_low);
        for part in [low, high] {
            open.push(Heap::new(part, vectors, ruler));
        }
    }
    let mut heaps: Vec<Vec<u32>> = open.into_iter().map(|heap| heap.members.0).collect();
    heaps.sort_unstable();
    heaps
}
