//! How the Nash package changes as one no-deal value moves: a step function with exact ends.

use num_bigint::BigInt;
use num_rational::Ratio;
use winset_check::Acceptable;
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use crate::budget::Budget;

/// Packages between two looks at the caller's clock.
const BETWEEN_LOOKS: usize = 1_024;

/// An exact rational number of any size.
pub type BigRatio = Ratio<BigInt>;

/// The Nash packages for each no-deal value of a party, on the party's scale: those with the
/// greatest product of all parties' gains, where every gain is above 0. Values need not be whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NashSteps {
    /// The steps, by rising values. The first one holds for all lower values, each other one from
    /// the end of the one before. For values above the last end no package gives every party a gain.
    pub steps: Vec<NashStep>,
}

/// A step: the same packages for a range of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NashStep {
    /// The value at which it ends.
    pub up_to: BigRatio,
    /// The packages for values below the end, in point-then-option order: several are a tie.
    pub packages: Vec<Package>,
    /// Those at the end itself: none where the party's gain would be 0.
    pub at_end: Vec<Package>,
}

/// A package as seen from the party whose value moves.
struct Seen {
    /// Product of the other parties' gains, each on its own scale.
    others: BigInt,
    /// The party's score.
    score: i64,
    package: Package,
}

/// The step function of the Nash packages, from all packages that are acceptable without the
/// party's floor, in order.
///
/// The other parties' gains are counted from their impasse values, or else from their no-deal
/// values, or else from 0; parties without preferences take no part. The party's own gain is counted
/// from the value that moves, unless it has an impasse value of its own: then that stays, and what
/// moves is only which packages are acceptable.
pub(super) fn nash_steps(
    case: &Case,
    positions: &Positions,
    party: PartyId,
    packages: Vec<Acceptable>,
    budget: &Budget<'_>,
) -> Result<NashSteps, StopReason> {
    let impasse = case.parties[party.index()].sheet.open().impasse;
    let mut seen = Vec::new();
    for (place, acceptable) in packages.into_iter().enumerate() {
        if place % BETWEEN_LOOKS == 0
            && let Some(reason) = (budget.stop)()
        {
            return Err(reason);
        }
        seen.extend(look(case, positions, party, &acceptable));
    }
    let steps = match impasse {
        Some(impasse) => by_acceptance(seen, impasse),
        None => by_gain(seen),
    };
    Ok(NashSteps { steps })
}

/// `None` when another party would gain nothing.
fn look(case: &Case, positions: &Positions, party: PartyId, found: &Acceptable) -> Option<Seen> {
    let mut others = BigInt::from(1);
    for (p, score) in found.scores().iter().enumerate() {
        let Some(score) = score.filter(|_| p != party.index()) else {
            continue;
        };
        let sheet = case.parties[p].sheet.open();
        let from = sheet.impasse.or(positions.floors[p]).unwrap_or(0);
        if score <= from {
            return None;
        }
        others *= BigInt::from(score) - from;
    }
    Some(Seen {
        others,
        score: found.scores()[party.index()]?,
        package: found.package().clone(),
    })
}

/// The party's gain is its score less the value: each package's product is a line that falls in the
/// value, and the Nash packages are those on the upper envelope of the lines. Only lines with a
/// greater score and a smaller slope than those before can take over.
fn by_gain(mut seen: Vec<Seen>) -> Vec<NashStep> {
    seen.sort_by(|a, b| (&b.others, b.score).cmp(&(&a.others, a.score)));
    let mut hull: Vec<Line> = Vec::new();
    for Seen {
        others,
        score,
        package,
    } in seen
    {
        match hull.last_mut() {
            Some(last) if last.score == score && last.others == others => {
                last.packages.push(package);
                continue;
            }
            Some(last) if last.score >= score => continue,
            _ => {}
        }
        let mut line = Line {
            others,
            score,
            packages: vec![package],
            from: None,
        };
        while let Some(last) = hull.last() {
            let crossing = last.crossing(&line);
            // A line that is overtaken before it takes over is nowhere on top; one that is overtaken
            // where it takes over is on top in that one value.
            if last.from.as_ref().is_some_and(|from| crossing < *from) {
                hull.pop();
            } else {
                line.from = Some(crossing);
                break;
            }
        }
        hull.push(line);
    }
    steps_of(&hull)
}

/// A line on the upper envelope: packages with the same product for every value.
struct Line {
    others: BigInt,
    score: i64,
    packages: Vec<Package>,
    /// Where it takes over from the line before.
    from: Option<BigRatio>,
}

impl Line {
    /// The value at which a line with a greater score and a smaller slope takes over.
    fn crossing(&self, next: &Self) -> BigRatio {
        let rise = &self.others * self.score - &next.others * next.score;
        Ratio::new(rise, &self.others - &next.others)
    }
}

fn steps_of(hull: &[Line]) -> Vec<NashStep> {
    let mut steps: Vec<NashStep> = Vec::new();
    for (place, line) in hull.iter().enumerate() {
        if let Some(last) = steps.last_mut()
            && line.from.as_ref() == Some(&last.up_to)
        {
            last.at_end.extend(line.packages.iter().cloned());
            last.at_end.sort();
        }
        let (up_to, at_end) = match hull.get(place + 1).and_then(|next| next.from.clone()) {
            Some(crossing) => (crossing, line.packages.clone()),
            None => (Ratio::from_integer(line.score.into()), Vec::new()),
        };
        // A line on top in one value only has no step of its own.
        if line.from.as_ref() != Some(&up_to) {
            steps.push(NashStep {
                up_to,
                packages: line.packages.clone(),
                at_end,
            });
        }
    }
    steps
}

/// The party's gain is counted from a value that stays: the products stay, and packages drop out
/// from below.
fn by_acceptance(mut seen: Vec<Seen>, impasse: i64) -> Vec<NashStep> {
    seen.retain(|s| s.score > impasse);
    seen.sort_by_key(|s| std::cmp::Reverse(s.score));
    let product = |s: &Seen| &s.others * (BigInt::from(s.score) - impasse);
    let mut top: Option<(BigInt, Vec<Package>)> = None;
    let mut steps: Vec<NashStep> = Vec::new();
    for equal in seen.chunk_by(|a, b| a.score == b.score) {
        let before = top.as_ref().map(|(_, packages)| packages.clone());
        for package in equal {
            let here = product(package);
            match &mut top {
                Some((most, packages)) if *most == here => packages.push(package.package.clone()),
                Some((most, _)) if *most > here => {}
                _ => top = Some((here, vec![package.package.clone()])),
            }
        }
        let Some((_, packages)) = &mut top else {
            continue;
        };
        packages.sort();
        if before.as_ref() != Some(packages) {
            steps.push(NashStep {
                up_to: Ratio::from_integer(equal.first().map_or(impasse, |s| s.score).into()),
                packages: packages.clone(),
                at_end: packages.clone(),
            });
        }
    }
    steps.reverse();
    steps
}

#[cfg(test)]
mod tests {
    use winset_model::options::OptionId;

    use super::*;

    fn package(option: u16) -> Package {
        Package(vec![OptionId(option)])
    }

    /// The end of a step, the packages below it and those at it.
    type Expected<'a> = ((i64, i64), &'a [u16], &'a [u16]);

    /// Lines of these products of the others' gains and scores, in the packages' order.
    fn check(lines: &[(i64, i64)], expected: &[Expected<'_>]) {
        let seen = (0..).zip(lines).map(|(option, (others, score))| Seen {
            others: BigInt::from(*others),
            score: *score,
            package: package(option),
        });
        let several = |options: &[u16]| options.iter().map(|o| package(*o)).collect();
        let right = expected.iter().map(|((numer, denom), below, at)| NashStep {
            up_to: Ratio::new(BigInt::from(*numer), BigInt::from(*denom)),
            packages: several(below),
            at_end: several(at),
        });
        assert_eq!(by_gain(seen.collect()), right.collect::<Vec<_>>());
    }

    #[test]
    fn lines_that_meet_in_one_point_are_all_best_there() {
        // 6 (2 - t), 4 (3 - t) and 3 (4 - t) are all 12 at 0.
        check(
            &[(4, 3), (6, 2), (3, 4)],
            &[((0, 1), &[1], &[0, 1, 2]), ((4, 1), &[2], &[])],
        );
        // A fourth line above that point leaves only the outer ones.
        check(
            &[(4, 3), (6, 2), (3, 4), (5, 3)],
            &[
                ((-3, 1), &[1], &[1, 3]),
                ((3, 2), &[3], &[2, 3]),
                ((4, 1), &[2], &[]),
            ],
        );
    }

    #[test]
    fn equal_lines_are_a_tie_and_lower_ones_are_nowhere() {
        check(
            &[(2, 5), (3, 5), (3, 5), (3, 4), (1, 5)],
            &[((5, 1), &[1, 2], &[])],
        );
        check(&[], &[]);
    }
}
