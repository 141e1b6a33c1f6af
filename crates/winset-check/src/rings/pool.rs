//! A pool of offers: who would give something that another wants, and all rings among them.

use thiserror::Error;

/// Most rings of a pool.
pub const RINGS_MAX: usize = 200_000;

/// An offer: its holder gives one thing, and wants one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RingNode {
    /// The party whose offer it is, by its place.
    pub party: usize,
    /// What it is worth that the offer gets what it wants, from 1.
    pub weight: i64,
    /// Whether it gives without wanting: chains begin with it, and it is in no circle.
    pub free: bool,
}

/// A pool of offers.
#[derive(Debug, Clone, Default)]
pub struct RingPool {
    /// The offers.
    pub nodes: Vec<RingNode>,
    /// For each offer the offers whose wants it can meet, in rising order.
    pub meets: Vec<Vec<usize>>,
    /// Most offers in a circle.
    pub circle_max: usize,
    /// Most offers in a chain, the free one counted.
    pub chain_max: usize,
}

/// A circle, in which each gives to the next and the last to the first, or a chain, which begins with a
/// free offer and ends with one that gets and does not give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ring {
    /// The offers; of a circle beginning with the first of the pool.
    pub nodes: Vec<usize>,
    /// Whether the last gives to the first.
    pub closed: bool,
}

/// A pool with more than [`RINGS_MAX`] rings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("there are more than {RINGS_MAX} rings: allow shorter ones, or fewer offers at once")]
pub struct RingPoolTooLarge;

impl Ring {
    /// The offers whose thing is given, each to the next.
    pub fn givers(&self) -> &[usize] {
        match self.nodes.split_last() {
            Some((_, givers)) if !self.closed => givers,
            _ => &self.nodes,
        }
    }

    /// The offers that get what they want.
    pub fn receivers(&self) -> &[usize] {
        if self.closed {
            &self.nodes
        } else {
            self.nodes.get(1..).unwrap_or_default()
        }
    }
}

impl RingPool {
    /// All rings, circles first: by their first offer, then by the next, shorter ones before those that
    /// begin with them. Linear in paths of these lengths.
    ///
    /// # Errors
    /// When there are too many.
    pub fn rings(&self) -> Result<Vec<Ring>, RingPoolTooLarge> {
        let mut found = Vec::new();
        for (start, node) in self.nodes.iter().enumerate() {
            if !node.free {
                self.circles_from(start, &mut found)?;
            }
        }
        for (start, node) in self.nodes.iter().enumerate() {
            if node.free {
                self.chains_from(start, &mut found)?;
            }
        }
        Ok(found)
    }

    /// Circles whose first offer is this one: all others come after it in the pool.
    fn circles_from(&self, start: usize, found: &mut Vec<Ring>) -> Result<(), RingPoolTooLarge> {
        let mut open = vec![vec![start]];
        while let Some(path) = open.pop() {
            let last = path[path.len() - 1];
            if path.len() > 1 && self.meets[last].binary_search(&start).is_ok() {
                keep(&path, true, found)?;
            }
            if path.len() < self.circle_max {
                let next = self.next(&path, last).filter(|next| *next > start);
                longer(&mut open, &path, next.collect());
            }
        }
        Ok(())
    }

    fn chains_from(&self, start: usize, found: &mut Vec<Ring>) -> Result<(), RingPoolTooLarge> {
        let mut open = vec![vec![start]];
        while let Some(path) = open.pop() {
            let last = path[path.len() - 1];
            if path.len() > 1 {
                keep(&path, false, found)?;
            }
            if path.len() < self.chain_max {
                longer(&mut open, &path, self.next(&path, last).collect());
            }
        }
        Ok(())
    }

    /// Offers that could follow, which want something and are not in the path.
    fn next<'a>(&'a self, path: &'a [usize], last: usize) -> impl Iterator<Item = usize> + 'a {
        let met = self.meets[last].iter().copied();
        met.filter(|next| !self.nodes[*next].free && !path.contains(next))
    }
}

fn keep(path: &[usize], closed: bool, found: &mut Vec<Ring>) -> Result<(), RingPoolTooLarge> {
    if found.len() >= RINGS_MAX {
        return Err(RingPoolTooLarge);
    }
    found.push(Ring {
        nodes: path.to_vec(),
        closed,
    });
    Ok(())
}

/// Puts longer paths on the pile so that the first of them comes off first.
fn longer(open: &mut Vec<Vec<usize>>, path: &[usize], next: Vec<usize>) {
    let paths = next.into_iter().rev();
    open.extend(paths.map(|next| [path, &[next]].concat()));
}
