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
    vectors: &'a [&'a [i64]],
    /// For each vector the least distance to a chosen point, and which that is; `None` before the
    /// first is chosen.
    nearest: Vec<Option<(i128, usize)>>,
    /// Vectors that no candidate brings nearer.
    settled: Vec<bool>,
    chosen: usize,
}

impl<'a> Cover<'a> {
    pub(super) fn new(ruler: &'a Ruler, vectors: &'a [&'a [i64]]) -> Self {
        Self {
            ruler,
            vectors,
            nearest: vec![None; vectors.len()],
            settled: vec![false; vectors.len()],
            chosen: 0,
        }
    }

    /// Takes one more point. Its number is how many were taken before.
    pub(super) fn take(&mut self, point: &[i64]) {
        for (vector, nearest) in self.vectors.iter().zip(&mut self.nearest) {
            let above = self.ruler.above(vector, point);
            if nearest.is_none_or(|(least, _)| above < least) {
                *nearest = Some((above, self.chosen));
            }
        }
        self.chosen += 1;
    }

    /// For each vector the number of the point that stands for it, once there is one.
    pub(super) fn under(&self) -> Vec<usize> {
        let number = |nearest: &Option<(i128, usize)>| nearest.map_or(0, |(_, number)| number);
        self.nearest.iter().map(number).collect()
    }

    /// The candidate nearest to what lies furthest away and can come nearer; the first of equals.
    /// `None` when no candidate brings anything nearer.
    pub(super) fn next(&mut self, candidates: &[&[i64]]) -> Option<usize> {
        while let Some(place) = self.furthest() {
            let vector = self.vectors[place];
            let above = |number: &usize| self.ruler.above(vector, candidates[*number]);
            let best = (0..candidates.len()).min_by_key(above)?;
            if self.nearest[place].is_none_or(|(least, _)| above(&best) < least) {
                return Some(best);
            }
            self.settled[place] = true;
        }
        None
    }

    /// What lies furthest away and may come nearer, if anything does; the first of equals.
    fn furthest(&self) -> Option<usize> {
        let far = |place: &usize| self.nearest[*place].map_or(i128::MAX, |(above, _)| above);
        let open = (0..self.vectors.len()).filter(|place| !self.settled[*place]);
        let furthest = open.rev().max_by_key(far)?;
        (far(&furthest) > 0).then_some(furthest)
    }

    /// Takes over from a copy with further points what can come no nearer. Points that give every
    /// axis as much as those of the copy must have been taken since.
    pub(super) fn settle_as(&mut self, copy: Self) {
        self.settled = copy.settled;
    }
}

/// The places of at most so many of some vectors that stand for all of them, ascending, and for each
/// vector which of those does. No vector gives every axis as much as another, and they are in
/// descending order.
pub(super) fn chosen(ruler: &Ruler, vectors: &[&[i64]], count: usize) -> (Vec<usize>, Vec<usize>) {
    let mut places = if vectors.first().is_some_and(|vector| vector.len() == 2) {
        least_for_two(ruler, vectors, count)
    } else {
        one_by_one(ruler, vectors, count)
    };
    places.sort_unstable();
    let mut cover = Cover::new(ruler, vectors);
    places.iter().for_each(|place| cover.take(vectors[*place]));
    let under = cover.under();
    (places, under)
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
fn least_for_two(ruler: &Ruler, vectors: &[&[i64]], count: usize) -> Vec<usize> {
    let (Some(first), Some(last)) = (vectors.first(), vectors.last()) else {
        return Vec::new();
    };
    // Any one point does at the largest distance.
    let (mut fails, mut does) = (-1, ruler.above(first, last).max(ruler.above(last, first)));
    while fails + 1 < does {
        let middle = fails + (does - fails) / 2;
        if within(ruler, vectors, middle).len() <= count {
            does = middle;
        } else {
            fails = middle;
        }
    }
    within(ruler, vectors, does)
}

/// The fewest points within a distance of all: each time the last one that still stands for the
/// first that nothing stands for. Along two axes distances grow from vector to vector.
fn within(ruler: &Ruler, vectors: &[&[i64]], distance: i128) -> Vec<usize> {
    let mut places = Vec::new();
    let mut open = 0;
    while open < vectors.len() {
        let stands = |place: &&[i64]| ruler.above(vectors[open], place) <= distance;
        let last = open + vectors[open..].partition_point(stands) - 1;
        places.push(last);
        let stood = |vector: &&[i64]| ruler.above(vector, vectors[last]) <= distance;
        open = last + vectors[last..].partition_point(stood);
    }
    places
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
            vectors.iter().filter_map(|v| nearest(&v)).max().unwrap()
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
