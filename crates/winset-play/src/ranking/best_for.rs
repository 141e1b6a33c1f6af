//! The package that is best for another party among those that can be summed and come up to a level of
//! one's own: a knapsack with one option of each point, by lists of what is not worse in both, cut by what
//! fractions of options could still reach (Sinha and Zoltners 1979; Pisinger 1995).

use std::cmp::Reverse;

/// An option of a point: what it adds for oneself, for the other, and to the number of the package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) own: i64,
    pub(super) other: i64,
    pub(super) number: u64,
}

/// What options can bring together, from those best for the other to those best for oneself, mixed by
/// fractions: corners of a concave line.
#[derive(Debug)]
struct Envelope(Vec<Choice>);

impl Envelope {
    /// The line of one point.
    fn of(options: &[Choice]) -> Self {
        let mut sorted = options.to_vec();
        sorted.sort_by_key(|choice| (choice.own, choice.other));
        let mut corners: Vec<Choice> = Vec::new();
        for next in sorted {
            while let Some(last) = corners.last() {
                let below = match corners.len().checked_sub(2).map(|at| corners[at]) {
                    Some(before) if last.other > next.other => !is_corner(before, *last, next),
                    _ => last.other <= next.other,
                };
                if !below {
                    break;
                }
                corners.pop();
            }
            corners.push(next);
        }
        Self(corners)
    }

    /// The line of two together: their pieces by how little they cost the other.
    fn and(&self, other: &Self) -> Self {
        let mut pieces: Vec<(i64, i64)> = Vec::new();
        for line in [self, other] {
            let ends = line.0.iter().zip(line.0.iter().skip(1));
            pieces.extend(ends.map(|(a, b)| (b.own - a.own, b.other - a.other)));
        }
        // Steeper falls later: a.other / a.own > b.other / b.own.
        pieces.sort_by(|a, b| {
            (i128::from(b.1) * i128::from(a.0)).cmp(&(i128::from(a.1) * i128::from(b.0)))
        });
        let mut at = Choice {
            own: self.0[0].own + other.0[0].own,
            other: self.0[0].other + other.0[0].other,
            number: 0,
        };
        let mut corners = vec![at];
        for (own, other) in pieces {
            at.own += own;
            at.other += other;
            corners.push(at);
        }
        Self(corners)
    }

    /// At least what the other can get where oneself gets so much; none where that cannot be.
    fn at(&self, own: i64) -> Option<i64> {
        let after = self.0.partition_point(|corner| corner.own < own);
        let to = self.0.get(after)?;
        let Some(from) = after.checked_sub(1).map(|at| self.0[at]) else {
            return Some(to.other);
        };
        let fall = i128::from(from.other - to.other) * i128::from(own - from.own);
        // Rounded down: what is left is not below the truth.
        let fall = fall / i128::from(to.own - from.own);
        Some(from.other - i64::try_from(fall).unwrap_or(i64::MAX))
    }
}

/// Whether the middle of three choices, each better for oneself than the last, lies above the line of the
/// outer two.
fn is_corner(a: Choice, b: Choice, c: Choice) -> bool {
    let (ab, ac) = (
        (b.own - a.own, b.other - a.other),
        (c.own - a.own, c.other - a.other),
    );
    i128::from(ab.1) * i128::from(ac.0) > i128::from(ac.1) * i128::from(ab.0)
}

/// The number of the package that is best for the other among those that bring oneself at least so much: of
/// those that are as good the best for oneself, then the one with the least number. None where nothing
/// brings so much.
pub(super) fn best_for(points: &[Vec<Choice>], own: i64) -> Option<u64> {
    let nothing = Choice {
        own: 0,
        other: 0,
        number: 0,
    };
    // What the points from each on can bring.
    let mut rest = vec![Envelope(vec![nothing])];
    for options in points.iter().rev() {
        let last = &rest[rest.len() - 1];
        rest.push(Envelope::of(options).and(last));
    }
    rest.reverse();
    // A corner of the whole is a package.
    let corner = rest[0].0.iter().find(|corner| corner.own >= own)?;
    let found = corner.other;
    let mut kept = vec![nothing];
    for (options, after) in points.iter().zip(&rest[1..]) {
        let mut next: Vec<Choice> = Vec::with_capacity(kept.len() * options.len());
        for state in &kept {
            next.extend(options.iter().filter_map(|option| {
                let choice = Choice {
                    own: state.own + option.own,
                    other: state.other + option.other,
                    number: state.number + option.number,
                };
                let most = choice.other + after.at(own - choice.own)?;
                (most >= found).then_some(choice)
            }));
        }
        next.sort_unstable_by_key(|choice| {
            (Reverse(choice.own), Reverse(choice.other), choice.number)
        });
        kept.clear();
        for choice in next {
            if kept.last().is_none_or(|last| choice.other > last.other) {
                kept.push(choice);
            }
        }
    }
    // Along the list the other gets more, oneself less.
    kept.last().map(|choice| choice.number)
}
