//! Weights and the bound that they give, in integers.
//!
//! For nonnegative weights on floors and rows, every acceptable package in a set of domains gives
//! a weighted sum of at least the weighted need; the sum over points of the best weighted value is
//! an upper bound on what any package can give (Lagrangian relaxation). Where the bound is short of
//! the need, no package is left; where it is short once a point is settled on an option, that
//! option is out.

use winset_model::options::OptionSet;

use crate::problem::Problem;

/// Largest absolute value that any weighted sum may take.
const SUM_MAX: i64 = 1 << 61;

/// Nonnegative weights: one for each floor, one for each row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Weights {
    pub(crate) floors: Vec<i64>,
    pub(crate) rows: Vec<i64>,
}

/// Scores as they count under given domains: terms across points are brought to single points.
#[derive(Debug, Clone)]
pub(crate) struct Effective {
    /// For each floor the scores by slot.
    pub(crate) scores: Vec<Vec<i64>>,
    /// For each floor what every package of the domains has on top.
    pub(crate) constants: Vec<i64>,
}

impl Problem {
    /// The scores that bound every package of the domains from above: a term that holds anyway is
    /// a constant, one that cannot hold is nothing; otherwise a gain counts at its first undecided
    /// point, and a loss only when it hangs on a single point.
    pub(crate) fn effective(&self, domains: &[OptionSet]) -> Effective {
        let mut effective = Effective {
            scores: self.floors.iter().map(|f| f.scores.clone()).collect(),
            constants: vec![0; self.floors.len()],
        };
        for (f, floor) in self.floors.iter().enumerate() {
            for bonus in &floor.bonuses {
                if bonus
                    .when
                    .iter()
                    .any(|(p, set)| domains[*p].is_disjoint(set))
                {
                    continue;
                }
                let mut undecided = bonus.when.iter().filter(|(p, s)| !domains[*p].is_subset(s));
                let (first, second) = (undecided.next(), undecided.next());
                match (first, second) {
                    (None, _) => effective.constants[f] += bonus.score,
                    (Some((point, set)), other) if bonus.score > 0 || other.is_none() => {
                        for option in &domains[*point].and(set) {
                            effective.scores[f][self.slots[*point] + option.index()] += bonus.score;
                        }
                    }
                    _ => {}
                }
            }
        }
        effective
    }

    /// Rounds weights to integers: so large that rounding changes no weighted sum by more than about
    /// one part in `size`, also where parties' scores are of very different size; less where sums
    /// could grow too large. Floors are weighed on their own scale: `floors[f]` counts per unit of
    /// score.
    pub(crate) fn rounded(&self, floors: &[f64], rows: &[f64], size: f64) -> Weights {
        #[expect(clippy::cast_precision_loss, reason = "only a guess at a safe scale")]
        let magnitudes: Vec<f64> = self.floors.iter().map(|f| f.magnitude as f64).collect();
        #[expect(clippy::cast_precision_loss, reason = "only a guess at a safe scale")]
        let reaches = (self.rows.iter()).map(|r| r.reach(self.len()) as f64);
        let largest = floors.iter().chain(rows).fold(0.0_f64, |a, b| a.max(*b));
        let weighed = magnitudes.iter().zip(floors).map(|(m, w)| m * w);
        let sum: f64 = weighed.chain(reaches.zip(rows).map(|(r, w)| r * w)).sum();
        // The scores in which rounding a weight makes the largest difference.
        let in_use = magnitudes.iter().zip(floors).filter(|(_, w)| **w > 0.0);
        let coarsest = in_use.fold(0.0_f64, |a, (m, _)| a.max(*m));
        let mut scale = 0.0;
        if largest > 0.0 {
            scale = (size / largest).max(size * coarsest / sum);
        }
        #[expect(clippy::cast_precision_loss, reason = "only a guess at a safe scale")]
        let safe = (SUM_MAX / 4) as f64;
        if sum * scale > safe {
            scale = safe / sum;
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "saturates; checked by `within`"
        )]
        let whole = |w: &f64| (w * scale).round() as i64;
        Weights {
            floors: floors.iter().map(whole).collect(),
            rows: rows.iter().map(whole).collect(),
        }
    }

    /// Whether no weighted sum can leave the range of the machine's integers.
    pub(crate) fn within(&self, weights: &Weights) -> bool {
        let floors = self
            .floors
            .iter()
            .zip(&weights.floors)
            .map(|(f, w)| (f.magnitude, *w));
        let rows = self
            .rows
            .iter()
            .zip(&weights.rows)
            .map(|(r, w)| (r.reach(self.len()), *w));
        let mut sum: i128 = 0;
        for (magnitude, weight) in floors.chain(rows) {
            if weight < 0 {
                return false;
            }
            sum += i128::from(magnitude) * i128::from(weight);
        }
        sum <= i128::from(SUM_MAX)
    }

    /// The weighted value of every slot.
    pub(crate) fn table(&self, weights: &Weights, effective: Option<&Effective>) -> Table {
        let mut values = vec![0_i64; self.slot_count()];
        let (mut need, mut constant) = (0, 0);
        for (f, (floor, weight)) in self.floors.iter().zip(&weights.floors).enumerate() {
            if *weight == 0 {
                continue;
            }
            let scores = effective.map_or(&floor.scores, |e| &e.scores[f]);
            values
                .iter_mut()
                .zip(scores)
                .for_each(|(v, s)| *v += weight * s);
            constant += effective.map_or(0, |e| weight * e.constants[f]);
            need += weight * floor.need;
        }
        for (row, weight) in self.rows.iter().zip(&weights.rows) {
            if *weight != 0 {
                row.coefficients
                    .iter()
                    .for_each(|(slot, c)| values[*slot] += weight * c);
                need += weight * row.need;
            }
        }
        Table {
            values,
            need: need - constant,
        }
    }

    /// Applies a table to domains: removes every option whose bound is short of the need.
    pub(crate) fn weigh(&self, table: &Table, domains: &mut [OptionSet]) -> Weighed {
        let mut best = Vec::with_capacity(self.len());
        let mut total = 0;
        for (domain, slot) in domains.iter().zip(&self.slots) {
            let values = domain.iter().map(|o| table.values[slot + o.index()]);
            let Some(most) = values.max() else {
                return Weighed::Closed;
            };
            best.push(most);
            total += most;
        }
        if total < table.need {
            return Weighed::Closed;
        }
        let spare = total - table.need;
        let mut shrunk = Vec::new();
        for (point, domain) in domains.iter_mut().enumerate() {
            let before = domain.clone();
            for option in &before {
                let value = table.values[self.slots[point] + option.index()];
                if best[point] - value > spare {
                    domain.remove(option);
                }
            }
            if *domain != before {
                shrunk.push(point);
            }
        }
        Weighed::Open { shrunk }
    }
}

/// The weighted value of every slot, and what a package must reach.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) values: Vec<i64>,
    pub(crate) need: i64,
}

/// What weights do to domains.
#[derive(Debug)]
pub(crate) enum Weighed {
    /// No acceptable package is left.
    Closed,
    /// The points that lost options.
    Open { shrunk: Vec<usize> },
}
