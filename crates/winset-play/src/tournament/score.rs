//! Who did how well.

use super::{NegotiationRow, Tournament};

/// How a strategy did, over all seats at which it sat.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StrategyScore {
    /// At how many seats it sat.
    pub count: u64,
    /// At how many of them there was a deal.
    pub deals: u64,
    /// The sum of what it got.
    pub utility: f64,
    /// The sum of what it got above no deal, as a share of the most that it could have: the advantage of
    /// `NegMAS`.
    pub advantage: f64,
    /// The sum of the squares of advantages.
    pub advantage_squared: f64,
    /// The sum of what its partners got, all together.
    pub partner_welfare: f64,
}

/// How each strategy did. Rows must be added in the order of their numbers, for sums of floats to be the
/// same on any number of threads.
#[derive(Debug, Clone, PartialEq)]
pub struct TournamentScores {
    /// For each strategy of the tournament, in its order.
    pub strategies: Vec<StrategyScore>,
    /// How many negotiations were added.
    pub negotiations: u64,
    /// How many of them ended with a deal.
    pub deals: u64,
}

impl TournamentScores {
    /// Nothing yet.
    pub fn new(tournament: &Tournament) -> Self {
        Self {
            strategies: vec![StrategyScore::default(); tournament.spec().strategies.len()],
            negotiations: 0,
            deals: 0,
        }
    }

    /// Adds a negotiation.
    pub fn add(&mut self, tournament: &Tournament, row: &NegotiationRow) {
        let deal = row.end.agreed.is_ok();
        self.negotiations += 1;
        self.deals += u64::from(deal);
        let all: f64 = row.utilities.iter().sum();
        let scenario = &tournament.scenarios()[row.negotiation.scenario];
        let seats = row
            .negotiation
            .strategies
            .iter()
            .zip(&row.negotiation.sides);
        for ((strategy, side), utility) in seats.zip(&row.utilities) {
            let own = &scenario.sides()[*side];
            let (best, worst) = own.ranking().reach();
            let without = own.no_deal().unwrap_or(worst);
            let room = best - without;
            let advantage = if room > 0.0 {
                (utility - without) / room
            } else {
                0.0
            };
            let score = &mut self.strategies[*strategy];
            score.count += 1;
            score.deals += u64::from(deal);
            score.utility += utility;
            score.advantage += advantage;
            score.advantage_squared += advantage * advantage;
            score.partner_welfare += all - utility;
        }
    }
}
