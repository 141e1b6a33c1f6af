//! What a tournament comes to.

use num_bigint::BigInt;
use winset_solve::BigRatio;

use super::pairs::{DIFFERENCES_MAX, PairTest, pair_tests};
use super::sums::{BLOCK_SEATS_MAX, ScenarioSums, StrategySums, TournamentSums};
use super::{DISTANCE_UNITS, Tournament};
use crate::statistics::{MetaGame, STRATEGIES_MAX, meta_game, nearest, t_975};

/// Most strategies that are set against each other in a matrix.
const MATRIX_MAX: usize = 100;
/// Most strategies of which all pairs are tested.
const TESTED_MAX: usize = 40;

/// How a strategy did, over all seats at which it sat. All means are exact.
#[derive(Debug, Clone, PartialEq)]
pub struct StrategyFigures {
    /// At how many seats it sat.
    pub seats: u64,
    /// At how many of them there was a deal.
    pub deals: u64,
    /// What it got, in the scenarios' own units.
    pub utility: BigRatio,
    /// What all at its tables got together, itself included.
    pub welfare: BigRatio,
    /// What it gained over no deal, as a share of the most that it could.
    pub advantage: BigRatio,
    /// Half of the 95 % interval of that; none where it sat in fewer than two blocks.
    pub advantage_95: Option<f64>,
    /// In how many blocks it sat: opponents, sides, scenario and rounds, with all repetitions.
    pub blocks: u64,
    /// How many deals were measured from the landmarks of their scenarios.
    pub measured: u64,
    /// How far these were from frontier, Nash and Kalai, as shares of the scenario's diameter, rounded down by less
    /// than 10^-12 each; none where none was measured.
    pub distances: Option<[BigRatio; 3]>,
}

/// Why a part of the figures is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoFigure {
    /// There is nothing to compare.
    #[error("there is only one strategy")]
    OneStrategy,
    /// Too many strategies for a matrix.
    #[error("there are more than {MATRIX_MAX} strategies")]
    TooManyForMatrix,
    /// Too many strategies to test all pairs.
    #[error("there are more than {TESTED_MAX} strategies")]
    TooManyToTest,
    /// Too many results to keep.
    #[error("there are more than {BLOCK_SEATS_MAX} results of seats in blocks")]
    TooManyBlocks,
    /// Too many differences.
    #[error("there are more than {DIFFERENCES_MAX} differences between results of pairs")]
    TooManyDifferences,
    /// More than two at the table.
    #[error("a scenario has more than two parties, or one")]
    NotOfTwo,
    /// A cell of the matrix is empty.
    #[error("strategies do not meet themselves (`self_play = false`)")]
    NoSelfPlay,
    /// Too many strategies for equilibria.
    #[error("there are more than {STRATEGIES_MAX} strategies")]
    TooManyForEquilibria,
    /// The path to one was too long.
    #[error("no equilibrium was reached within the steps that are taken")]
    NoEquilibrium,
}

/// Who did what to whom.
pub type AgainstMatrix = Vec<Vec<Option<BigRatio>>>;

/// What a tournament comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct TournamentFigures {
    /// How many negotiations were held.
    pub negotiations: u64,
    /// How many of them ended with a deal.
    pub deals: u64,
    /// For each scenario, in order.
    pub scenarios: Vec<ScenarioSums>,
    /// For each strategy, in the order of the spec.
    pub strategies: Vec<StrategyFigures>,
    /// The mean advantage of a row's strategy where the column's sat at the same table; none where they never met.
    pub against: Result<AgainstMatrix, NoFigure>,
    /// All pairs side by side.
    pub pairs: Result<Vec<PairTest>, NoFigure>,
    /// Equilibria of picking a strategy, payoffs being the mean advantages.
    pub meta_game: Result<MetaGame, NoFigure>,
}

impl TournamentFigures {
    /// Those of sums that are at their end.
    pub fn of(tournament: &Tournament, sums: TournamentSums<'_>) -> Self {
        let TournamentSums {
            strategies,
            scenarios,
            blocks,
            ..
        } = sums;
        let against = matrix(&strategies);
        Self {
            negotiations: scenarios.iter().map(|of| of.negotiations).sum(),
            deals: scenarios.iter().map(|of| of.deals).sum(),
            scenarios,
            meta_game: game(tournament, &against),
            against,
            pairs: pairs(tournament, blocks.as_deref()),
            strategies: strategies.iter().map(StrategyFigures::of).collect(),
        }
    }
}

impl TournamentFigures {
    /// The strategies by their places, the greatest mean advantage first; of equals the one that the spec names
    /// first.
    pub fn ranked(&self) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.strategies.len()).collect();
        let advantage = |place: &usize| &self.strategies[*place].advantage;
        places.sort_by(|a, b| advantage(b).cmp(advantage(a)));
        places
    }
}

impl StrategyFigures {
    fn of(sums: &StrategySums) -> Self {
        let by = |sum: &BigRatio, count: u64| sum / BigRatio::from_integer(count.max(1).into());
        let distances = sums.distances;
        let unit = BigInt::from(distances.deals.max(1)) * DISTANCE_UNITS;
        let far = distances
            .to
            .map(|sum| BigRatio::new(sum.into(), unit.clone()));
        Self {
            seats: sums.seats,
            deals: sums.deals,
            utility: by(&sums.utility, sums.seats),
            welfare: by(&sums.welfare, sums.seats),
            advantage: by(&sums.advantage, sums.seats),
            advantage_95: half_width(sums),
            blocks: sums.blocks,
            measured: distances.deals,
            distances: (distances.deals > 0).then_some(far),
        }
    }
}

/// Half of the 95 % interval of the mean over blocks, by Student's distribution. Repetitions count together: where
/// nothing is drawn they are copies, and would make any interval as small as one likes.
fn half_width(sums: &StrategySums) -> Option<f64> {
    let quantile = t_975(sums.blocks.checked_sub(1)?)?;
    let whole = |count: u64| BigRatio::from_integer(count.into());
    let mean = &sums.advantage / whole(sums.seats);
    let spread = &sums.block_squares - &mean * &mean * whole(sums.blocks);
    let variance = spread / whole(sums.blocks - 1) / whole(sums.blocks);
    Some(quantile * nearest(&variance).max(0.0).sqrt())
}

fn matrix(strategies: &[StrategySums]) -> Result<AgainstMatrix, NoFigure> {
    if strategies.len() > MATRIX_MAX {
        return Err(NoFigure::TooManyForMatrix);
    }
    let cell = |(seats, sum): &(u64, BigRatio)| {
        (*seats > 0).then(|| sum / BigRatio::from_integer((*seats).into()))
    };
    let rows = strategies
        .iter()
        .map(|sums| sums.against.iter().map(cell).collect());
    Ok(rows.collect())
}

fn pairs(tournament: &Tournament, blocks: Option<&[i128]>) -> Result<Vec<PairTest>, NoFigure> {
    let others = (tournament.spec().strategies.len() as u64).saturating_sub(1);
    if others == 0 {
        return Err(NoFigure::OneStrategy);
    }
    if tournament.spec().strategies.len() > TESTED_MAX {
        return Err(NoFigure::TooManyToTest);
    }
    let blocks = blocks.ok_or(NoFigure::TooManyBlocks)?;
    if blocks.len() as u64 * others / 2 > DIFFERENCES_MAX {
        return Err(NoFigure::TooManyDifferences);
    }
    Ok(pair_tests(tournament, blocks))
}

fn game(
    tournament: &Tournament,
    against: &Result<AgainstMatrix, NoFigure>,
) -> Result<MetaGame, NoFigure> {
    let against = against.as_ref().map_err(|why| *why)?;
    if tournament
        .scenarios()
        .iter()
        .any(|of| of.scales().len() != 2)
    {
        return Err(NoFigure::NotOfTwo);
    }
    if against.len() > STRATEGIES_MAX {
        return Err(NoFigure::TooManyForEquilibria);
    }
    let full = against.iter().map(|row| row.iter().cloned().collect());
    let payoffs: Option<Vec<Vec<BigRatio>>> = full.collect();
    let payoffs = payoffs.ok_or(NoFigure::NoSelfPlay)?;
    meta_game(&payoffs).ok_or(NoFigure::NoEquilibrium)
}
