//! Who did how well.

use super::table::field;
use super::{NegotiationRow, Tournament};

/// The head of the table of strategies: means, counts, and the sum of squared advantages.
const SCORES_HEAD: &str = "strategy,score,count,deals,utility,partner_welfare,advantage_squared\n";

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

    /// Adds the sums of the part that comes next.
    pub fn join(&mut self, part: &Self) {
        self.negotiations += part.negotiations;
        self.deals += part.deals;
        for (score, more) in self.strategies.iter_mut().zip(&part.strategies) {
            let StrategyScore {
                count,
                deals,
                utility,
                advantage,
                advantage_squared,
                partner_welfare,
            } = *more;
            score.count += count;
            score.deals += deals;
            score.utility += utility;
            score.advantage += advantage;
            score.advantage_squared += advantage_squared;
            score.partner_welfare += partner_welfare;
        }
    }

    /// The sums as lines, from which [`TournamentScores::read_lines`] has the same numbers again.
    pub fn to_lines(&self) -> String {
        let mut lines = format!("{} {}\n", self.negotiations, self.deals);
        for score in &self.strategies {
            let StrategyScore {
                count,
                deals,
                utility,
                advantage,
                advantage_squared,
                partner_welfare,
            } = score;
            lines += &format!(
                "{count} {deals} {utility} {advantage} {advantage_squared} {partner_welfare}\n"
            );
        }
        lines
    }

    /// Reads the lines of a tournament's sums, and gives what stands behind them; none where they are none.
    pub fn read_lines<'t>(text: &'t str, tournament: &Tournament) -> Option<(Self, &'t str)> {
        let mut scores = Self::new(tournament);
        let (first, mut rest) = text.split_once('\n')?;
        let (negotiations, deals) = first.split_once(' ')?;
        scores.negotiations = negotiations.parse().ok()?;
        scores.deals = deals.parse().ok()?;
        for score in &mut scores.strategies {
            let (line, after) = rest.split_once('\n')?;
            let fields: Vec<&str> = line.split(' ').collect();
            let [count, deals, utility, advantage, squared, partners] = fields.as_slice() else {
                return None;
            };
            *score = StrategyScore {
                count: count.parse().ok()?,
                deals: deals.parse().ok()?,
                utility: utility.parse().ok()?,
                advantage: advantage.parse().ok()?,
                advantage_squared: squared.parse().ok()?,
                partner_welfare: partners.parse().ok()?,
            };
            rest = after;
        }
        Some((scores, rest))
    }

    /// A table: a line for each strategy, in the order of the spec, with its sums.
    pub fn to_csv(&self, tournament: &Tournament) -> String {
        let mut table = String::from(SCORES_HEAD);
        for (name, score) in tournament.spec().strategies.iter().zip(&self.strategies) {
            let StrategyScore {
                count,
                deals,
                utility,
                advantage,
                advantage_squared,
                partner_welfare,
            } = score;
            field(&mut table, name);
            #[expect(clippy::cast_precision_loss, reason = "means for a reader")]
            let mean = |sum: &f64| sum / (*count).max(1) as f64;
            table += &format!(
                ",{},{count},{deals},{},{},{advantage_squared}\n",
                mean(advantage),
                mean(utility),
                mean(partner_welfare)
            );
        }
        table
    }
}
