//! One point of a frontier that is put together point by point: what is kept after it.

use std::cmp::Reverse;
use std::ops::Range;

use winset_check::Stage;
use winset_model::answer::StopReason;
use winset_model::options::OptionId;

use super::archive::Archive;
use super::axes::Axis;
use super::question::{Question, Source};
use crate::elimination::Elimination;

/// Candidates between two looks at the clock.
pub(super) const LOOK: usize = 1 << 14;
/// The score of a party that only has a floor, once every completion reaches it.
const REACHED: i64 = i64::MAX / 4;

/// Partial packages kept after a point; those in the same state stand together, from the most for
/// the first axis down.
pub(super) struct Level<const N: usize> {
    pub(super) vectors: Vec<[i64; N]>,
    pub(super) counts: Vec<u128>,
    pub(super) groups: Vec<(Vec<i64>, Range<usize>)>,
    /// Whether a count outgrew its range.
    pub(super) uncounted: bool,
    /// Whether partial packages were left out under others in another state.
    pub(super) pruned: bool,
}

/// A partial package that may be kept.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Candidate<const N: usize> {
    vector: [i64; N],
    from: usize,
    option: OptionId,
}

/// What can still come after a point.
pub(super) struct Outlook<'q> {
    axes: &'q [Axis],
    /// How many of the axes are compared; the others only have floors.
    compared: usize,
    /// Whether anybody has a floor.
    floored: bool,
    /// For each axis the least and the most that is still to come.
    rest: Vec<(i64, i64)>,
}

/// What a point makes of partial packages.
pub(super) struct Step<'q, const N: usize> {
    pub(super) question: &'q Question<'q>,
    /// How many options the point has.
    pub(super) options: usize,
    pub(super) outlook: Outlook<'q>,
    pub(super) next: Level<N>,
    pub(super) stage: Stage,
}

impl<const N: usize> Step<'_, N> {
    /// Keeps what nothing in the same state gives as much as.
    pub(super) fn group(
        &mut self,
        level: &Level<N>,
        state: Vec<i64>,
        sources: &[Source<N>],
    ) -> Result<(), StopReason> {
        let first = self.next.vectors.len();
        if N == 2 && self.question.compared == N {
            self.merged(level, sources, first)?;
        } else {
            self.sorted(level, sources, first)?;
        }
        let end = self.next.vectors.len();
        if end > first {
            self.next.groups.push((state, first..end));
        }
        Ok(())
    }

    /// Any number of axes: all candidates in order, each asked for one that came before.
    fn sorted(
        &mut self,
        level: &Level<N>,
        sources: &[Source<N>],
        first: usize,
    ) -> Result<(), StopReason> {
        let mut candidates = Vec::new();
        for source in sources {
            let sums = source.from.clone().map(|from| {
                let vector = self.outlook.sum(&level.vectors[from], &source.gain)?;
                Some(Candidate {
                    vector,
                    from,
                    option: source.option,
                })
            });
            candidates.extend(sums.flatten());
        }
        candidates.sort_by_key(|candidate| Reverse(candidate.vector));
        let mut archive = Archive::<N>::new();
        for (number, candidate) in candidates.iter().enumerate() {
            if number % LOOK == 0
                && let Some(reason) = (self.question.budget.stop)()
            {
                return Err(reason);
            }
            if self.again(level, candidate, first) {
                continue;
            }
            if let Some(above) = archive.above(&candidate.vector) {
                self.note(candidate, above);
            } else {
                archive.keep(candidate.vector, narrow(self.next.vectors.len()));
                self.keep(level, candidate);
            }
        }
        Ok(())
    }

    /// Two axes: the sources stand in order already, so the next one is at the head of one of them,
    /// and the last one kept gives the second axis most.
    fn merged(
        &mut self,
        level: &Level<N>,
        sources: &[Source<N>],
        first: usize,
    ) -> Result<(), StopReason> {
        let mut heads: Vec<(Range<usize>, Option<Candidate<N>>)> = Vec::new();
        for source in sources {
            let mut rest = source.from.clone();
            let head = self.head(level, source, &mut rest, first);
            heads.push((rest, head));
        }
        let mut kept = 0;
        loop {
            if kept % LOOK == 0
                && let Some(reason) = (self.question.budget.stop)()
            {
                return Err(reason);
            }
            kept += 1;
            let next = heads.iter().filter_map(|(_, head)| head.as_ref());
            let next = next.reduce(|best, head| {
                if head.vector > best.vector {
                    head
                } else {
                    best
                }
            });
            let Some(next) = next.copied() else {
                return Ok(());
            };
            self.keep(level, &next);
            for (source, (rest, head)) in sources.iter().zip(&mut heads) {
                let below = |head: &Candidate<N>| head.vector[1] <= next.vector[1];
                if let Some(passed) = head.as_ref().filter(|head| below(head)) {
                    if *passed != next && !self.again(level, passed, first) {
                        self.note(passed, narrow(self.next.vectors.len() - 1));
                    }
                    *head = self.head(level, source, rest, first);
                }
            }
        }
    }

    /// The next candidate of a source that the last one kept is not above.
    fn head(
        &mut self,
        level: &Level<N>,
        source: &Source<N>,
        rest: &mut Range<usize>,
        first: usize,
    ) -> Option<Candidate<N>> {
        for from in rest.by_ref() {
            let Some(vector) = self.outlook.sum(&level.vectors[from], &source.gain) else {
                continue;
            };
            let candidate = Candidate {
                vector,
                from,
                option: source.option,
            };
            let last = self.next.vectors[first..].last();
            if last.is_none_or(|last| vector[1] > last[1]) {
                return Some(candidate);
            }
            if !self.again(level, &candidate, first) {
                self.note(&candidate, narrow(self.next.vectors.len() - 1));
            }
        }
        None
    }

    /// Whether the candidate has the scores that were kept last; then its packages are counted.
    fn again(&mut self, level: &Level<N>, candidate: &Candidate<N>, first: usize) -> bool {
        let same = self.next.vectors[first..].last() == Some(&candidate.vector);
        if same {
            self.note(candidate, narrow(self.next.vectors.len() - 1));
            self.next.add(level.counts[candidate.from]);
        }
        same
    }

    /// Keeps a candidate.
    fn keep(&mut self, level: &Level<N>, candidate: &Candidate<N>) {
        self.note(candidate, narrow(self.next.vectors.len()));
        self.stage
            .kept
            .push((narrow(candidate.from), candidate.option));
        self.next.vectors.push(candidate.vector);
        self.next.counts.push(level.counts[candidate.from]);
    }

    /// Takes note of what is above a candidate.
    fn note(&mut self, candidate: &Candidate<N>, above: u32) {
        self.stage.above[candidate.from * self.options + candidate.option.index()] = above;
    }
}

impl<'q> Outlook<'q> {
    pub(super) fn new(question: &'q Question<'q>, elimination: &Elimination) -> Self {
        let axes = question.axes.iter();
        Self {
            axes: question.axes,
            compared: question.compared,
            floored: question.axes.iter().any(|axis| axis.need.is_some()),
            rest: axes
                .map(|axis| elimination.rest(question.problem, question.domains, axis.worth()))
                .collect(),
        }
    }

    /// The vector with a gain; `None` where some floor is then out of reach.
    pub(super) fn sum<const N: usize>(
        &self,
        vector: &[i64; N],
        gain: &[i64; N],
    ) -> Option<[i64; N]> {
        if !self.floored {
            return Some(std::array::from_fn(|axis| vector[axis] + gain[axis]));
        }
        let mut sum = *vector;
        for (place, axis) in self.axes.iter().enumerate() {
            if vector[place] == REACHED {
                continue;
            }
            sum[place] += gain[place];
            let Some(need) = axis.need else { continue };
            let (least, most) = self.rest[place];
            if sum[place] + most < need {
                return None;
            }
            if place >= self.compared && sum[place] + least >= need {
                sum[place] = REACHED;
            }
        }
        Some(sum)
    }
}

impl<const N: usize> Level<N> {
    /// Counts more packages with the vector that was kept last.
    fn add(&mut self, count: u128) {
        if let Some(last) = self.counts.last_mut() {
            match last.checked_add(count) {
                Some(sum) => *last = sum,
                None => self.uncounted = true,
            }
        }
    }
}

/// A place as the certificate has it; there are never so many that one does not fit.
pub(super) fn narrow(place: usize) -> u32 {
    u32::try_from(place).expect("candidates are fewer than 32 bits hold")
}
