//! Score vectors that came before, and whether one of them gives as much as the next.
//!
//! Vectors come from the most for the first axis down, and among equals for the second, and so on:
//! none that comes later gives as much as one before, but for equals. So nothing ever leaves.

/// Most vectors of a leaf.
const LEAF_MAX: usize = 64;
/// How many vectors that were above one of the last ones are looked at first.
const RECENT: usize = 8;

/// What was kept so far.
#[derive(Debug)]
pub(super) enum Archive<const N: usize> {
    /// Up to two axes: the last one gives the second axis most.
    Last(Option<([i64; N], u32)>),
    /// Three axes: a staircase in the second and third.
    Stairs(Vec<(i64, i64, u32)>),
    /// More: boxes in boxes.
    Tree(Tree<N>),
}

impl<const N: usize> Archive<N> {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        match N {
            0..=2 => Self::Last(None),
            3 => Self::Stairs(Vec::new()),
            _ => Self::Tree(Tree::new()),
        }
    }

    /// One that gives each axis as much.
    pub(super) fn above(&mut self, vector: &[i64; N]) -> Option<u32> {
        match self {
            Self::Last(last) => {
                let (above, number) = last.as_ref()?;
                let at_least = above.iter().zip(vector).all(|(a, v)| a >= v);
                at_least.then_some(*number)
            }
            Self::Stairs(stairs) => {
                let (second, third) = (vector[1], vector[2]);
                let place = stairs.partition_point(|(s, ..)| *s < second);
                let (_, best, number) = stairs.get(place)?;
                (*best >= third).then_some(*number)
            }
            Self::Tree(tree) => tree.above(vector),
        }
    }

    /// Keeps a vector that none gives as much as.
    pub(super) fn keep(&mut self, vector: [i64; N], number: u32) {
        match self {
            Self::Last(last) => *last = Some((vector, number)),
            Self::Stairs(stairs) => {
                let (second, third) = (vector[1], vector[2]);
                let to = stairs.partition_point(|(s, ..)| *s <= second);
                let from = stairs[..to].partition_point(|(_, t, _)| *t > third);
                stairs.splice(from..to, [(second, third, number)]);
            }
            Self::Tree(tree) => tree.keep(vector, number),
        }
    }
}

/// A tree of boxes, each known by the most that anything inside gives each axis.
#[derive(Debug)]
pub(super) struct Tree<const N: usize> {
    nodes: Vec<Node<N>>,
    stack: Vec<usize>,
    /// Vectors that were above others lately: neighbours often have the same one above them.
    recent: [([i64; N], u32); RECENT],
    next: usize,
}

#[derive(Debug)]
struct Node<const N: usize> {
    most: [i64; N],
    part: Part<N>,
}

#[derive(Debug)]
enum Part<const N: usize> {
    Leaf(Vec<([i64; N], u32)>),
    /// Below this on the axis, and from it on.
    Split(usize, i64, [usize; 2]),
}

impl<const N: usize> Tree<N> {
    fn new() -> Self {
        let root = Node {
            most: [i64::MIN; N],
            part: Part::Leaf(Vec::new()),
        };
        Self {
            nodes: vec![root],
            stack: Vec::new(),
            recent: [([i64::MIN; N], 0); RECENT],
            next: 0,
        }
    }

    /// The first axis is left out: what came before gives it as much.
    fn above(&mut self, vector: &[i64; N]) -> Option<u32> {
        let at_least = |high: &[i64; N]| (1..N).all(|axis| high[axis] >= vector[axis]);
        if let Some((_, number)) = self.recent.iter().find(|(kept, _)| at_least(kept)) {
            return Some(*number);
        }
        self.stack.clear();
        self.stack.push(0);
        while let Some(place) = self.stack.pop() {
            let node = &self.nodes[place];
            if !at_least(&node.most) {
                continue;
            }
            match &node.part {
                Part::Leaf(kept) => {
                    if let Some(found) = kept.iter().find(|(k, _)| at_least(k)) {
                        self.recent[self.next] = *found;
                        self.next = (self.next + 1) % RECENT;
                        return Some(found.1);
                    }
                }
                Part::Split(_, _, parts) => self.stack.extend(parts),
            }
        }
        None
    }

    fn keep(&mut self, vector: [i64; N], number: u32) {
        let mut place = 0;
        loop {
            let node = &mut self.nodes[place];
            for (most, value) in node.most.iter_mut().zip(&vector) {
                *most = (*most).max(*value);
            }
            match &mut node.part {
                Part::Split(axis, at, parts) => place = parts[usize::from(vector[*axis] >= *at)],
                Part::Leaf(kept) => {
                    kept.push((vector, number));
                    if kept.len() > LEAF_MAX {
                        let kept = std::mem::take(kept);
                        self.split(place, kept);
                    }
                    return;
                }
            }
        }
    }

    /// Splits a leaf at the middle of the axis on which its vectors lie furthest apart.
    fn split(&mut self, place: usize, mut kept: Vec<([i64; N], u32)>) {
        let spread = |axis: usize| {
            let values = || kept.iter().map(|(vector, _)| vector[axis]);
            values()
                .max()
                .zip(values().min())
                .map(|(most, least)| most.abs_diff(least))
        };
        // The first axis is that of the order; it is split by only where there is no other.
        let axis = (1..N).max_by_key(|axis| spread(*axis)).unwrap_or(0);
        kept.sort_unstable_by_key(|(vector, _)| vector[axis]);
        let at = kept[kept.len() / 2].0[axis];
        let low = kept.partition_point(|(vector, _)| vector[axis] < at);
        if low == 0 {
            // All from the middle down are alike there: the leaf stays, however large.
            self.nodes[place].part = Part::Leaf(kept);
            return;
        }
        let high = kept.split_off(low);
        let first = self.nodes.len();
        for part in [kept, high] {
            let most = std::array::from_fn(|axis| {
                part.iter().map(|(v, _)| v[axis]).fold(i64::MIN, i64::max)
            });
            let part = Part::Leaf(part);
            self.nodes.push(Node { most, part });
        }
        self.nodes[place].part = Part::Split(axis, at, [first, first + 1]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the archive keeps what looking at all pairs keeps, of a plain sequence of numbers.
    fn agrees<const N: usize>(count: usize, range: u64) {
        let mut state = 7_u64;
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            i64::try_from((state >> 33) % range).unwrap()
        };
        let mut all: Vec<[i64; N]> = (0..count)
            .map(|_| std::array::from_fn(|_| next()))
            .collect();
        all.sort_unstable_by(|a, b| b.cmp(a));
        let mut archive = Archive::<N>::new();
        let mut kept: Vec<[i64; N]> = Vec::new();
        for vector in all {
            let below = |k: &&[i64; N]| k.iter().zip(&vector).all(|(a, b)| a >= b);
            let right = kept.iter().any(|k| below(&k));
            let said = archive.above(&vector);
            assert_eq!(said.is_some(), right);
            if let Some(number) = said {
                assert!(below(&&kept[usize::try_from(number).unwrap()]));
            } else {
                archive.keep(vector, u32::try_from(kept.len()).unwrap());
                kept.push(vector);
            }
        }
        assert!(!kept.is_empty());
    }

    #[test]
    fn what_is_kept_is_what_nothing_gives_as_much_as() {
        for range in [2, 10, 1_000] {
            agrees::<1>(100, range);
            agrees::<2>(1_000, range);
            agrees::<3>(2_000, range);
            agrees::<4>(2_000, range);
            agrees::<6>(1_000, range);
        }
    }
}
