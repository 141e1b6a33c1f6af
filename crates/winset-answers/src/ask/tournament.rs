//! Who did how well in a tournament.

use winset_play::tournament::{StrategyScore, Tournament, TournamentScores};

/// Results of a tournament.
#[derive(Debug, Clone)]
pub struct TournamentAnswer {
    /// The strategies by name, in the order of the spec.
    pub strategies: Vec<String>,
    /// The scenarios by name.
    pub scenarios: Vec<String>,
    /// The sums.
    pub scores: TournamentScores,
}

/// How a strategy did: means over the seats at which it sat. Floats: they describe, and decide nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct StrategyLine {
    /// Its name.
    pub name: String,
    /// At how many seats it sat.
    pub seats: u64,
    /// At how many of them there was a deal.
    pub deals: u64,
    /// The share of seats with a deal.
    pub deal_rate: f64,
    /// What it got.
    pub utility: f64,
    /// What it gained over no deal, as a share of the most that it could have.
    pub advantage: f64,
    /// Half the width of the 95 % interval of the advantage, by the normal approximation; 0 for one seat.
    pub advantage_95: f64,
    /// What its partners got, all together.
    pub partner_welfare: f64,
}

impl TournamentAnswer {
    /// The answer of the sums of a tournament.
    pub fn new(tournament: &Tournament, scores: TournamentScores) -> Self {
        let scenarios = tournament.scenarios().iter();
        Self {
            strategies: tournament.spec().strategies.clone(),
            scenarios: scenarios.map(|scenario| scenario.name.clone()).collect(),
            scores,
        }
    }

    /// The strategies, the greatest mean advantage first; of equals the one that the spec names first.
    pub fn ranked(&self) -> Vec<StrategyLine> {
        let named = self.strategies.iter().zip(&self.scores.strategies);
        let mut lines: Vec<StrategyLine> = named.map(|(name, score)| line(name, score)).collect();
        lines.sort_by(|a, b| b.advantage.total_cmp(&a.advantage));
        lines
    }
}

#[expect(clippy::cast_precision_loss, reason = "means for a reader")]
fn line(name: &str, score: &StrategyScore) -> StrategyLine {
    let StrategyScore {
        count,
        deals,
        utility,
        advantage,
        advantage_squared,
        partner_welfare,
    } = *score;
    let seats = count.max(1) as f64;
    let mean = advantage / seats;
    let variance = (advantage_squared - seats * mean * mean) / (seats - 1.0).max(1.0);
    StrategyLine {
        name: name.to_owned(),
        seats: count,
        deals,
        deal_rate: deals as f64 / seats,
        utility: utility / seats,
        advantage: mean,
        advantage_95: 1.96 * (variance.max(0.0) / seats).sqrt(),
        partner_welfare: partner_welfare / seats,
    }
}
