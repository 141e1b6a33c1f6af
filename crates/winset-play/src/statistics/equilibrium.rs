//! Which strategies people would pick who know how they do against each other.

use num_traits::{Signed as _, Zero as _};
use winset_solve::BigRatio;

/// Most strategies of which a mixed equilibrium is looked for.
pub const STRATEGIES_MAX: usize = 12;
/// Most steps to it: more than there are corners for so many strategies.
const STEPS_MAX: usize = 100_000;

/// The game of picking a strategy against somebody who picks one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetaGame {
    /// Pairs, the first not after the second, of which neither does better with another strategy.
    pub pure: Vec<[usize; 2]>,
    /// With which share each is picked where both pick alike and no strategy does better against that; one of
    /// possibly many.
    pub mixed: Vec<BigRatio>,
    /// What that brings.
    pub value: BigRatio,
}

/// The equilibria of the symmetric game of two in which `payoffs[i][j]` is what `i` gets against `j`; none for
/// no strategy. Exact: found by pivots, then held against what an equilibrium is.
pub fn meta_game(payoffs: &[Vec<BigRatio>]) -> Option<MetaGame> {
    let count = payoffs.len();
    let answers: Vec<BigRatio> = (0..count)
        .map(|other| payoffs.iter().map(|row| &row[other]).max().cloned())
        .collect::<Option<_>>()?;
    let best = |own: usize, other: usize| payoffs[own][other] == answers[other];
    let pure = (0..count).flat_map(|i| (i..count).map(move |j| [i, j]));
    let pure = pure.filter(|[i, j]| best(*i, *j) && best(*j, *i)).collect();
    let mixed = complementary(payoffs)?;
    let value = holds(payoffs, &mixed)?;
    Some(MetaGame { pure, mixed, value })
}

/// What a mixture brings against itself, if no strategy brings more against it.
fn holds(payoffs: &[Vec<BigRatio>], mixed: &[BigRatio]) -> Option<BigRatio> {
    let against = |row: &Vec<BigRatio>| -> BigRatio {
        row.iter().zip(mixed).map(|(pay, share)| pay * share).sum()
    };
    let brings: Vec<BigRatio> = payoffs.iter().map(against).collect();
    let value: BigRatio = brings
        .iter()
        .zip(mixed)
        .map(|(pay, share)| pay * share)
        .sum();
    let whole: BigRatio = mixed.iter().sum();
    let is = whole == BigRatio::from_integer(1.into())
        && mixed.iter().all(|share| !share.is_negative())
        && brings.iter().all(|pay| *pay <= value);
    is.then_some(value)
}

/// A symmetric equilibrium by the path of Lemke and Howson (1964): from 0 over corners of `A x + s = 1`, with
/// `A` made positive, until every strategy is unused or a best answer. Of ties the least row in the order of
/// letters leaves, so that no corner comes twice.
fn complementary(payoffs: &[Vec<BigRatio>]) -> Option<Vec<BigRatio>> {
    let count = payoffs.len();
    let one = BigRatio::from_integer(1.into());
    let least = payoffs.iter().flatten().min()?.clone();
    // Columns: strategies, what is left of each row, the right side.
    let mut rows: Vec<Vec<BigRatio>> = Vec::with_capacity(count);
    for (place, row) in payoffs.iter().enumerate() {
        let mut line: Vec<BigRatio> = row.iter().map(|pay| pay - &least + &one).collect();
        let unit = (0..count).map(|at| {
            if at == place {
                one.clone()
            } else {
                BigRatio::zero()
            }
        });
        line.extend(unit);
        line.push(one.clone());
        rows.push(line);
    }
    let mut basis: Vec<usize> = (count..2 * count).collect();
    let mut entering = 0;
    for _ in 0..STEPS_MAX {
        let leaves = leaving(&rows, entering)?;
        pivot(&mut rows, leaves, entering);
        let left = std::mem::replace(&mut basis[leaves], entering);
        // The first strategy began without its label; whoever gives it back ends the path.
        if left == 0 || left == count {
            return mixture(&rows, &basis);
        }
        entering = if left < count {
            left + count
        } else {
            left - count
        };
    }
    None
}

/// The row whose right side, then whose slack columns one by one, are least for each unit that enters.
fn leaving(rows: &[Vec<BigRatio>], entering: usize) -> Option<usize> {
    let count = rows.len();
    let order = std::iter::once(2 * count).chain(count..2 * count);
    let mut left: Vec<usize> = (0..count)
        .filter(|row| rows[*row][entering].is_positive())
        .collect();
    for column in order {
        let ratio = |row: &usize| &rows[*row][column] / &rows[*row][entering];
        let least = left.iter().map(ratio).min()?;
        left.retain(|row| ratio(row) == least);
        if left.len() == 1 {
            break;
        }
    }
    left.first().copied()
}

fn pivot(rows: &mut [Vec<BigRatio>], at: usize, column: usize) {
    let by = rows[at][column].clone();
    for cell in &mut rows[at] {
        *cell /= &by;
    }
    let chosen = rows[at].clone();
    for (place, row) in rows.iter_mut().enumerate() {
        let times = row[column].clone();
        if place == at || times.is_zero() {
            continue;
        }
        for (cell, of_chosen) in row.iter_mut().zip(&chosen) {
            if !of_chosen.is_zero() {
                *cell -= &times * of_chosen;
            }
        }
    }
}

/// The strategies in the basis, as shares of 1.
fn mixture(rows: &[Vec<BigRatio>], basis: &[usize]) -> Option<Vec<BigRatio>> {
    let count = rows.len();
    let mut shares = vec![BigRatio::zero(); count];
    for (row, basic) in rows.iter().zip(basis) {
        if *basic < count {
            shares[*basic].clone_from(&row[2 * count]);
        }
    }
    let whole: BigRatio = shares.iter().sum();
    (!whole.is_zero()).then(|| shares.iter().map(|share| share / &whole).collect())
}
