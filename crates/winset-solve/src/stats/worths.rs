//! What every package is worth to two parties, with how many packages are worth the same.

use winset_check::accept;
use winset_model::answer::StopReason;
use winset_model::case::{Bonus, Case, Scores};
use winset_model::options::{OptionId, Package, PartyId};
use winset_model::positions::Positions;

use crate::budget::Budget;

/// Most packages that are looked at one by one.
pub const WORTHS_MAX: u64 = 10_000_000;
/// Packages between two looks at the clock.
const LOOK_EVERY: usize = 1 << 16;

/// A pair of scores, and how many packages have it.
pub(super) type Worth = ((i64, i64), u64);

/// The pairs of scores that packages which keep the laws have, in ascending order.
///
/// Looks at every package where there are laws or terms across points; else it adds up point by point
/// and keeps equal pairs together.
///
/// # Errors
/// That there are more than [`WORTHS_MAX`] packages, or the reason for which it was stopped.
pub(super) fn worths(
    case: &Case,
    [one, two]: [PartyId; 2],
    budget: &Budget<'_>,
) -> Result<Vec<Worth>, StopReason> {
    if case.package_count() > WORTHS_MAX.into() {
        return Err(StopReason::MemoryLimit);
    }
    let scores = |party: PartyId| case.parties[party.index()].sheet.open().scores.as_ref();
    let (Some(one_scores), Some(two_scores)) = (scores(one), scores(two)) else {
        return Ok(Vec::new());
    };
    let plain = |scores: &Scores| scores.bonuses.is_empty();
    let laws = case.demands().into_iter().any(|demand| case.is_law(demand));
    if laws || !plain(one_scores) || !plain(two_scores) {
        one_by_one(case, laws, [one_scores, two_scores], budget)
    } else {
        point_by_point([one_scores, two_scores], budget)
    }
}

fn point_by_point([one, two]: [&Scores; 2], budget: &Budget<'_>) -> Result<Vec<Worth>, StopReason> {
    let mut sums: Vec<Worth> = vec![((0, 0), 1)];
    for (ones, twos) in one.by_option.iter().zip(&two.by_option) {
        if let Some(reason) = (budget.stop)() {
            return Err(reason);
        }
        let mut next = Vec::with_capacity(sums.len() * ones.len());
        for (a, b) in ones.iter().zip(twos) {
            next.extend(sums.iter().map(|((x, y), count)| ((x + a, y + b), *count)));
        }
        sums = merged(next);
    }
    Ok(sums)
}

fn one_by_one(
    case: &Case,
    laws: bool,
    [one, two]: [&Scores; 2],
    budget: &Budget<'_>,
) -> Result<Vec<Worth>, StopReason> {
    let positions = Positions::laws(case);
    let mut worths = Vec::new();
    let mut package = Package(vec![OptionId::at(0); case.points.len()]);
    let mut seen = 0_usize;
    loop {
        if seen.is_multiple_of(LOOK_EVERY)
            && let Some(reason) = (budget.stop)()
        {
            return Err(reason);
        }
        seen += 1;
        if !laws || accept(case, &positions, &package).is_ok() {
            worths.push(((worth(one, &package), worth(two, &package)), 1));
        }
        if !turn(case, &mut package) {
            return Ok(merged(worths));
        }
    }
}

fn worth(scores: &Scores, package: &Package) -> i64 {
    let rows = scores.by_option.iter().zip(&package.0);
    let points: i64 = rows.map(|(row, option)| row[option.index()]).sum();
    let counts = |b: &&Bonus| b.when.iter().all(|(p, set)| set.contains(package.on(*p)));
    let bonuses = scores.bonuses.iter().filter(counts).map(|b| b.score);
    points + bonuses.sum::<i64>()
}

/// The next package; whether there is one.
fn turn(case: &Case, package: &mut Package) -> bool {
    for (option, point) in package.0.iter_mut().zip(&case.points).rev() {
        let next = option.index() + 1;
        if next < point.options.len() {
            *option = OptionId::at(next);
            return true;
        }
        *option = OptionId::at(0);
    }
    false
}

/// In order, equal pairs together.
fn merged(mut worths: Vec<Worth>) -> Vec<Worth> {
    worths.sort_unstable();
    worths.dedup_by(|later, kept| {
        let same = later.0 == kept.0;
        kept.1 += if same { later.1 } else { 0 };
        same
    });
    worths
}
