//! Which points stand for many: those that leave the smallest gap.
//!
//! What is stood for is measured by how far it lies above the point that stands for it, on the axis on
//! which that is most. For two axes the least largest distance is found by halving; for more the
//! points are chosen one after the other, each time the one nearest to what lies furthest away
//! (Gonzalez 1985), which is not always the best choice.

use super::ruler::Ruler;

/// What is stood for, and how well.
#[derive(Clone)]
pub(super) struct Cover<'a> {
    ruler: &'a Ruler,
    /// Every vector on the ruler, one after the other.
    measured: Vec<i64>,
    width: usize,
    /// For each vector the least distance to a chosen point, and which that is; `None` before the
    /// first is chosen.
    nearest: Vec<Option<(i64, usize)>>,
    /// Vectors that no candidate brings nearer.
    settled: Vec<bool>,
    chosen: usize,
}

impl<'a> Cover<'a> {
    pub(super) fn new(ruler: &'a Ruler, vectors: &[&[i64]]) -> Self {
        Self {
            ruler,
            measured: vectors.iter().flat_map(|v| ruler.measured(v)).collect(),
            // Of no vectors there are no chunks of any width.
            width: vectors.first().map_or(1, |vector| vector.len()),
            nearest: vec![None; vectors.len()],
            settled: vec![false; vectors.len()],
            chosen: 0,
        }
    }

    /// Takes one more point. Its number is how many were taken before.
    pub(super) fn take(&mut self, point: &[i64]) {
        let point = self.ruler.measured(point);
        let vectors = self.measured.chunks_exact(self.width);
        for (vector, nearest) in vectors.zip(&mut self.nearest) {
            let above = above(vector, &point);
            if nearest.is_none_or(|(least, _)| above < least) {
                *nearest = Some((above, self.chosen));
            }
        }
        self.chosen += 1;
    }

    /// For each vector the number of the point that stands for it; a point was taken.
    pub(super) fn under(&self) -> Vec<usize> {
        let number = |nearest: &Option<(i64, usize)>| {
            let (_, number) = nearest.expect("a point was taken");
            number
        };
        self.nearest.iter().map(number).collect()
    }

    /// The candidate nearest to what lies furthest away and can come nearer; the first of equals.
    /// `None` when no candidate brings anything nearer. Candidates are measured already.
    pub(super) fn next(&mut self, candidates: &[Vec<i64>]) -> Option<usize> {
        while let Some(place) = self.furthest() {
            let vector = &self.measured[place * self.width..(place + 1) * self.width];
            let distance = |number: &usize| above(vector, &candidates[*number]);
            let best = (0..candidates.len()).min_by_key(distance)?;
            if self.nearest[place].is_none_or(|(least, _)| distance(&best) < least) {
                return Some(best);
            }
            self.settled[place] = true;
        }
        None
    }

    /// What lies furthest away and may come nearer, if anything does; the first of equals.
    fn furthest(&self) -> Option<usize> {
        let far = |place: &usize| self.nearest[*place].map_or(i64::MAX, |(above, _)| above);
        let open = (0..self.nearest.len()).filter(|place| !self.settled[*place]);
        let furthest = open.rev().max_by_key(far)?;
        (far(&furthest) > 0).then_some(furthest)
    }

    /// Takes over from a copy with further points what can come no nearer. Points that give every
    /// axis as much as those of the copy must have been taken since.
    pub(super) fn settle_as(&mut self, copy: Self) {
        self.settled = copy.settled;
    }
}

/// The most by which one measured vector exceeds another.
fn above(vector: &[i64], other: &[i64]) -> i64 {
    let pairs = vector.iter().zip(other);
    pairs.map(|(v, o)| v.saturating_sub(*o)).fold(0, i64::max)
}

/// The places of at most so many of some vectors that stand for all of them, ascending, and for each
/// vector which of those does. No vector gives every axis as much as another, and they are in
/// descending order.
pub(super) fn chosen(ruler: &Ruler, vectors: &[&[i64]], count: usize) -> (Vec<usize>, Vec<usize>) {
    if vectors.first().is_some_and(|vector| vector.len() == 2) {
        return least_for_two(ruler, vectors, count);
    }
    let mut places = one_by_one(ruler, vectors, count);
    places.sort_unstable();
    let mut cover = Cover::new(ruler, vectors);
    places.iter().for_each(|place| cover.take(vectors[*place]));
    (places, cover.under())
}

fn one_by_one(ruler: &Ruler, vectors: &[&[i64]], count: usize) -> Vec<usize> {
    let mut cover = Cover::new(ruler, vectors);
    let mut places = Vec::new();
    while places.len() < count {
        // What lies furthest away is a candidate itself.
        let Some(place) = cover.furthest() else { break };
        cover.take(vectors[place]);
        places.push(place);
    }
    places
}

/// For two axes the choice with the least largest distance, by halving what that can be.
fn least_for_two(ruler: &Ruler, vectors: &[&[i64]], count: usize) -> (Vec<usize>, Vec<usize>) {
    let (Some(first), Some(last)) = (vectors.first(), vectors.last()) else {
        return (Vec::new(), Vec::new());
    };
    // Any one point does at the largest distance.
    let (mut fails, mut does) = (-1, ruler.above(first, last).max(ruler.above(last, first)));
    while fails + 1 < does {
        let middle = fails + (does - fails) / 2;
        if within(ruler, vectors, middle).0.len() <= count {
            does = middle;
        } else {
            fails = middle;
        }
    }
    within(ruler, vectors, does)
}

/// The fewest points within a distance of all: each time the last one that still stands for the
/// first that nothing stands for; and for each vector which of them stands for it. Along two axes distances grow from vector to vector.
fn within(ruler: &Ruler, vectors: &[&[i64]], distance: i128) -> (Vec<usize>, Vec<usize>) {
    let (mut places, mut under) = (Vec::new(), Vec::new());
    let mut open = 0;
    while open < vectors.len() {
        let stands = |place: &&[i64]| ruler.above(vectors[open], place) <= distance;
        let last = open + vectors[open..].partition_point(stands) - 1;
        places.push(last);
        let stood = |vector: &&[i64]| ruler.above(vector, vectors[last]) <= distance;
        open = last + vectors[last..].partition_point(stood);
        under.resize(open, places.len() - 1);
    }
    (places, under)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The least largest distance that any choice of so many leaves.
    fn plain(ruler: &Ruler, vectors: &[&[i64]], count: usize) -> i128 {
        let choices = 1_u32..1 << vectors.len();
        let few = choices.filter(|choice| choice.count_ones() as usize <= count);
        let gap = |choice: u32| {
            let taken = |place: &usize| choice & (1 << place) != 0;
            let nearest = |vector: &&[i64]| {
                let taken = (0..vectors.len()).filter(taken);
                taken.map(|place| ruler.above(vector, vectors[place])).min()
            };
            vectors.iter().filter_map(nearest).max().unwrap()
        };
        few.map(gap).min().unwrap()
    }

    #[test]
    fn for_two_axes_no_choice_leaves_less() {
        let mut state = 11_u64;
        let mut next = |range: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            i64::try_from((state >> 33) % range).unwrap()
        };
        for _ in 0..60 {
            let length = usize::try_from(1 + next(9)).unwrap();
            let mut point = [0, 0];
            let steps: Vec<[i64; 2]> = (0..length)
                .map(|_| {
                    point = [point[0] - 1 - next(9), point[1] + 1 + next(9)];
                    point
                })
                .collect();
            let vectors: Vec<&[i64]> = steps.iter().map(<[i64; 2]>::as_slice).collect();
            let ruler = Ruler::new(&[1 + next(50), 1 + next(50)]);
            for count in 1..=length {
                let (places, under) = chosen(&ruler, &vectors, count);
                assert!(places.len() <= count);
                let pairs = vectors.iter().zip(&under);
                let gap = pairs
                    .map(|(v, u)| ruler.above(v, vectors[places[*u]]))
                    .max();
                assert_eq!(gap, Some(plain(&ruler, &vectors, count)));
            }
        }
    }
}
