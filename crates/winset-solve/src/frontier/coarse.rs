//! Bounds on frontiers that are too large to be written down: point by point as in [`sums`], but
//! never more than so many partial packages.
//!
//! Where more than that would be kept, those that are alike and leave the same rules and terms are
//! put together under a corner, which gives each axis the most that one of them does. One of them goes
//! on as an example. (In the manner of the approximation schemes for knapsacks with several
//! objectives: Erlebach, Kellerer and Pferschy 2002; Bazgan, Hugot and Vanderpooten 2009.) At last
//! every acceptable package is below a corner, and most examples are acceptable packages close to
//! theirs. Time and memory grow with the bound times the options of all points.
//!
//! [`sums`]: super::sums

use std::cmp::Reverse;
use std::ops::Range;

use winset_check::{Corners, NOWHERE};
use winset_model::answer::StopReason;
use winset_model::options::{OptionId, Package, PointId};

use super::archive::Archive;
use super::axes::Axis;
use super::heaps::heaps;
use super::question::{Question, Source};
use super::ruler::Ruler;
use super::step::{LOOK, Outlook, narrow};
use crate::elimination::{Elimination, RuleStates, sized_eliminations};
use crate::numbers::ends;
use crate::problem::Worth;

/// Most candidates of one point.
const CANDIDATES_MAX: usize = 1 << 22;

/// How many times as many corners are kept after the last point, where they are not settled further.
const LAST: usize = 4;

/// What is known of a frontier.
#[derive(Debug)]
pub(super) struct Coarse {
    /// Why every acceptable package is below a corner.
    pub(super) corners: Corners,
    /// An example for each corner, where it reaches all floors.
    pub(super) examples: Vec<Package>,
}

/// Partial packages that were put together.
#[derive(Clone, Copy)]
struct Bundle<const N: usize> {
    /// What each axis has at most.
    corner: [i64; N],
    /// What each axis has in the example.
    real: [i64; N],
    /// Where the example comes from, and how it settles the point.
    from: usize,
    option: OptionId,
}

/// What is kept after a point; what is in the same state stands together.
struct Level<const N: usize> {
    bundles: Vec<Bundle<N>>,
    groups: Vec<(Vec<i64>, Range<usize>)>,
}

/// What a stage makes of a level.
struct Turned<const N: usize> {
    bundles: Vec<Bundle<N>>,
    /// For each state the bundles in it.
    sets: Vec<(Vec<i64>, Vec<u32>)>,
    /// For each candidate the bundle that it is in.
    above: Vec<u32>,
}

impl Question<'_> {
    /// Looks at it with at most so many corners after each point, and a few times that at last.
    ///
    /// # Errors
    /// Stops at the budget, and where more states of the rules than corners stand side by side.
    pub(super) fn coarse<const N: usize>(&self, count: usize) -> Result<Coarse, StopReason> {
        let worth: Vec<Worth<'_>> = self.axes.iter().map(Axis::worth).collect();
        let ruler = self.ruler(N);
        let sizes: Vec<i128> = (0..self.domains.len())
            .map(|point| self.size(point, &ruler))
            .collect();
        let eliminations = sized_eliminations(self.problem, self.domains, &worth, &sizes);
        let mut states = RuleStates::new(self.problem);
        let first = Bundle {
            corner: [0; N],
            real: [0; N],
            from: 0,
            option: OptionId(0),
        };
        let mut level = Level::<N> {
            bundles: vec![first],
            groups: vec![(Vec::new(), 0..1)],
        };
        let (mut above, mut steps) = (Vec::new(), Vec::new());
        for elimination in &eliminations {
            if level.bundles.len() * self.option_count(elimination.point) > CANDIDATES_MAX {
                return Err(StopReason::MemoryLimit);
            }
            let turned = self.turned(&level, &mut states, elimination, &ruler)?;
            let is_last = above.len() + 1 == eliminations.len();
            let count = if is_last { count * LAST } else { count };
            let (next, names) = merged(turned, &ruler, count)?;
            above.push(names);
            let step = |bundle: &Bundle<N>| (bundle.from, bundle.option);
            steps.push(next.bundles.iter().map(step).collect::<Vec<_>>());
            level = next;
        }
        let order: Vec<PointId> = eliminations
            .iter()
            .map(|elimination| PointId::at(elimination.point))
            .collect();
        let reached = (0..level.bundles.len()).filter(|place| {
            let needs = self.axes.iter().map(|axis| axis.need);
            let mut pairs = needs.zip(&level.bundles[*place].real);
            pairs.all(|(need, has)| need.is_none_or(|need| *has >= need))
        });
        Ok(Coarse {
            examples: reached
                .map(|place| example(&order, &steps, place))
                .collect(),
            corners: Corners { order, above },
        })
    }

    /// Spans from the floor, or the least that there is, to the most; for so many axes, if need be with
    /// some of no span.
    fn ruler(&self, width: usize) -> Ruler {
        let span = |axis: &Axis| {
            let (mut least, mut most) = (0_i64, 0_i64);
            for (point, domain) in self.domains.iter().enumerate() {
                let first = self.problem.slots[point];
                let (low, high) = ends(domain.iter().map(|o| axis.scores[first + o.index()]));
                least += low;
                most += high;
            }
            for bonus in &axis.bonuses {
                least += bonus.score.min(0);
                most += bonus.score.max(0);
            }
            most.saturating_sub(axis.need.map_or(least, |need| need.max(least)))
        };
        let mut spans: Vec<i64> = self.axes.iter().map(span).collect();
        spans.resize(width, 0);
        Ruler::new(&spans)
    }

    /// How far the options of a point lie apart, on the axis on which that is most.
    fn size(&self, point: usize, ruler: &Ruler) -> i128 {
        let first = self.problem.slots[point];
        let apart = |(place, axis): (usize, &Axis)| {
            let options = self.domains[point].iter();
            let scores = options.map(|o| axis.scores[first + o.index()]);
            let (least, most) = scores.fold((i64::MAX, i64::MIN), |(least, most), score| {
                (least.min(score), most.max(score))
            });
            ruler.measure(place, most.saturating_sub(least))
        };
        let axes = self.axes.iter().enumerate();
        axes.map(apart).fold(0, i128::max)
    }

    /// All candidates of a stage but those below another one in the same state.
    fn turned<const N: usize>(
        &self,
        level: &Level<N>,
        states: &mut RuleStates<'_>,
        elimination: &Elimination,
        ruler: &Ruler,
    ) -> Result<Turned<N>, StopReason> {
        let options = self.option_count(elimination.point);
        let outlook = Outlook::new(self, elimination);
        let mut turned = Turned {
            bundles: Vec::new(),
            sets: Vec::new(),
            above: vec![NOWHERE; level.bundles.len() * options],
        };
        for (state, sources) in self.sources(&level.groups, states, elimination)? {
            let mut candidates = candidates(level, &sources, &outlook);
            candidates.sort_by_key(|candidate| Reverse(candidate.corner));
            let mut archive = Archive::<N>::new();
            let first = turned.bundles.len();
            for (number, candidate) in candidates.iter().enumerate() {
                if number % LOOK == 0
                    && let Some(reason) = (self.budget.stop)()
                {
                    return Err(reason);
                }
                let place = candidate.from * options + candidate.option.index();
                let above = archive.above(&candidate.corner);
                if let Some(above) = above {
                    turned.bundles[above as usize].learn(candidate, ruler);
                    turned.above[place] = above;
                } else {
                    let number = narrow(turned.bundles.len());
                    archive.keep(candidate.corner, number);
                    turned.bundles.push(*candidate);
                    turned.above[place] = number;
                }
            }
            let members = (first..turned.bundles.len()).map(narrow);
            turned.sets.push((state, members.collect()));
        }
        Ok(turned)
    }
}

fn candidates<const N: usize>(
    level: &Level<N>,
    sources: &[Source<N>],
    outlook: &Outlook<'_>,
) -> Vec<Bundle<N>> {
    let mut candidates = Vec::new();
    for source in sources {
        for from in source.from.clone() {
            let before = &level.bundles[from];
            let Some(corner) = outlook.sum(&before.corner, &source.gain) else {
                continue;
            };
            candidates.push(Bundle {
                corner,
                real: std::array::from_fn(|axis| before.real[axis] + source.gain[axis]),
                from,
                option: source.option,
            });
        }
    }
    candidates
}

/// Puts bundles together until there are no more than so many, and leaves out those below others.
/// Returns for each candidate the bundle that it is in.
fn merged<const N: usize>(
    turned: Turned<N>,
    ruler: &Ruler,
    count: usize,
) -> Result<(Level<N>, Vec<u32>), StopReason> {
    if turned.sets.len() > count {
        return Err(StopReason::MemoryLimit);
    }
    let corners: Vec<[i64; N]> = turned.bundles.iter().map(|bundle| bundle.corner).collect();
    let (states, sets): (Vec<Vec<i64>>, Vec<Vec<u32>>) = turned.sets.into_iter().unzip();
    // A set may be empty: then its state has no heap, and nothing is before its end.
    let ends: Vec<u32> = sets
        .iter()
        .map(|set| set.last().map_or(0, |last| last + 1))
        .collect();
    let mut heaps = heaps(sets, &corners, ruler, count).into_iter().peekable();
    let mut level = Level {
        bundles: Vec::new(),
        groups: Vec::new(),
    };
    let mut place_of = vec![NOWHERE; turned.bundles.len()];
    for (state, end) in states.into_iter().zip(ends) {
        // Heaps of one state follow each other, as its bundles do.
        let mut of_state = Vec::new();
        while let Some(heap) = heaps.next_if(|heap| heap.first().is_some_and(|n| *n < end)) {
            of_state.push((together(&turned.bundles, &heap, ruler), heap));
        }
        of_state.sort_by_key(|(bundle, _)| Reverse(bundle.corner));
        let mut archive = Archive::<N>::new();
        let first = level.bundles.len();
        for (bundle, heap) in of_state {
            let above = archive.above(&bundle.corner);
            let place = above.unwrap_or_else(|| {
                archive.keep(bundle.corner, narrow(level.bundles.len()));
                level.bundles.push(bundle);
                narrow(level.bundles.len() - 1)
            });
            level.bundles[place as usize].learn(&bundle, ruler);
            heap.iter().for_each(|n| place_of[*n as usize] = place);
        }
        if level.bundles.len() > first {
            level.groups.push((state, first..level.bundles.len()));
        }
    }
    let name = |bundle: &u32| match *bundle {
        NOWHERE => NOWHERE,
        bundle => place_of[bundle as usize],
    };
    let above = turned.above.iter().map(name).collect();
    Ok((level, above))
}

/// Some bundles as one.
fn together<const N: usize>(bundles: &[Bundle<N>], heap: &[u32], ruler: &Ruler) -> Bundle<N> {
    let mut members = heap.iter().map(|number| bundles[*number as usize]);
    let mut all = members.next().expect("no heap is empty");
    for member in members {
        for (most, score) in all.corner.iter_mut().zip(&member.corner) {
            *most = (*most).max(*score);
        }
        all.learn(&member, ruler);
    }
    all
}

impl<const N: usize> Bundle<N> {
    /// Takes another example, if that is worth more in all.
    fn learn(&mut self, other: &Self, ruler: &Ruler) {
        if ruler.sum(&other.real) > ruler.sum(&self.real) {
            (self.real, self.from, self.option) = (other.real, other.from, other.option);
        }
    }
}

/// The example of a bundle at last, from the last point back to the first.
fn example(order: &[PointId], steps: &[Vec<(usize, OptionId)>], place: usize) -> Package {
    let mut package = Package(vec![OptionId(0); order.len()]);
    let mut place = place;
    for (point, step) in order.iter().zip(steps).rev() {
        let (from, option) = step[place];
        package.0[point.index()] = option;
        place = from;
    }
    package
}
