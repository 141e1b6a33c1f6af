//! The form of a tournament's results.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::name::{FormatWord, NameOf};
use crate::ask::{StrategyLine, TournamentAnswer};

/// The answer to `winset tournament`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TournamentForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<TournamentForm>,
    /// The scenarios, in the order of the spec.
    pub scenarios: Vec<String>,
    /// How many negotiations were held.
    pub negotiations: u64,
    /// How many of them ended with a deal.
    pub deals: u64,
    /// The strategies, the greatest mean advantage first.
    pub strategies: Vec<StrategyLineForm>,
}

/// How a strategy did: means over the seats at which it sat, as the nearest floats.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StrategyLineForm {
    /// Its name.
    pub strategy: String,
    /// At how many seats it sat.
    pub seats: u64,
    /// At how many of them there was a deal.
    pub deals: u64,
    /// The share of seats with a deal.
    pub deal_rate: f64,
    /// What it got, in the units of scenarios.
    pub utility: f64,
    /// What it gained over no deal, as a share of the most that it could have.
    pub advantage: f64,
    /// Half the width of the 95 % interval of the advantage, by the normal approximation.
    pub advantage_95: f64,
    /// What its partners got, all together.
    pub partner_welfare: f64,
}

impl TournamentForm {
    /// The form of results.
    pub fn new(answer: &TournamentAnswer) -> Self {
        let TournamentAnswer {
            strategies: _,
            scenarios,
            scores,
        } = answer;
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            scenarios: scenarios.clone(),
            negotiations: scores.negotiations,
            deals: scores.deals,
            strategies: answer
                .ranked()
                .into_iter()
                .map(StrategyLineForm::new)
                .collect(),
        }
    }
}

impl StrategyLineForm {
    fn new(line: StrategyLine) -> Self {
        let StrategyLine {
            name,
            seats,
            deals,
            deal_rate,
            utility,
            advantage,
            advantage_95,
            partner_welfare,
        } = line;
        Self {
            strategy: name,
            seats,
            deals,
            deal_rate,
            utility,
            advantage,
            advantage_95,
            partner_welfare,
        }
    }
}
