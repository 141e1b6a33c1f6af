//! The form of a tournament's results.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_play::statistics::{MetaGame, nearest};
use winset_play::tournament::PairTest;
use winset_solve::BigRatio;

use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::values::present;
use crate::ask::{LeftOutPart, StrategyLine, TournamentAnswer, TournamentPart};

/// The answer to `winset tournament`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TournamentForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<TournamentForm>,
    /// The scenarios, in the order of the spec.
    pub scenarios: Vec<ScenarioLineForm>,
    /// How many negotiations were held.
    pub negotiations: u64,
    /// How many of them ended with a deal.
    pub deals: u64,
    /// The strategies, the greatest mean advantage first.
    pub strategies: Vec<StrategyLineForm>,
    /// The mean advantage of each row's strategy where the column's sat at the same table, both in the order of
    /// `strategies`; null where they never met, and all null where it is left out.
    #[serde(deserialize_with = "present")]
    pub against: Option<Vec<Vec<Option<f64>>>>,
    /// Pairs of strategies under the same circumstances; empty where they are left out.
    pub pairs: Vec<PairTestForm>,
    /// Equilibria of picking a strategy; null where they are left out.
    #[serde(deserialize_with = "present")]
    pub equilibrium: Option<MetaGameForm>,
    /// What is left out, and why.
    pub left_out: Vec<LeftOutPartForm>,
}

/// A scenario of a tournament.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScenarioLineForm {
    /// Its name.
    pub scenario: String,
    /// How many packages it has.
    pub packages: u64,
    /// How many negotiations were held on it.
    pub negotiations: u64,
    /// How many of them ended with a deal.
    pub deals: u64,
    /// How many points its frontier has; null where that is not known.
    #[serde(deserialize_with = "present")]
    pub frontier: Option<u64>,
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
    /// What all at its tables got together.
    pub welfare: f64,
    /// What it gained over no deal, as a share of the most that it could have.
    pub advantage: f64,
    /// Half the width of the 95 % interval of the advantage over blocks, by Student's distribution; null for
    /// fewer than two of them.
    #[serde(deserialize_with = "present")]
    pub advantage_95: Option<f64>,
    /// In how many blocks it sat: opponents, sides, scenario and rounds, with all repetitions.
    pub blocks: u64,
    /// How far its deals were from the Pareto frontier, as shares of the scenario's diameter; this and the next
    /// two null where none could be measured.
    #[serde(deserialize_with = "present")]
    pub pareto_distance: Option<f64>,
    /// From the nearest package with the largest product of gains.
    #[serde(deserialize_with = "present")]
    pub nash_distance: Option<f64>,
    /// From the nearest package with the largest smallest gain.
    #[serde(deserialize_with = "present")]
    pub kalai_distance: Option<f64>,
}

/// Two strategies with the same opponents, sides, scenario and rounds.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PairTestForm {
    /// The first.
    pub first: String,
    /// The second.
    pub second: String,
    /// The mean over blocks of the first's advantage less the second's.
    pub difference: f64,
    /// In how many blocks the first did better.
    pub wins: u64,
    /// In how many it did worse.
    pub losses: u64,
    /// In how many both did as well.
    pub ties: u64,
    /// The probability of Wilcoxon's signed rank test, two-sided.
    pub p: f64,
    /// Whether that is counted out, or by the normal approximation.
    pub exact: bool,
    /// The probability after Holm's correction for all pairs.
    pub corrected: f64,
    /// Whether the two differ at 5 %, after the correction.
    pub differs: bool,
}

/// The game of picking a strategy against somebody who picks one; payoffs are mean advantages.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MetaGameForm {
    /// All pairs of which neither does better with another strategy.
    pub pure: Vec<[String; 2]>,
    /// One mixture against which no strategy does better than the mixture itself: strategies with shares above 0.
    pub mixed: Vec<SharedStrategyForm>,
    /// What that brings, as the nearest float.
    pub value: f64,
}

/// A strategy of a mixture.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SharedStrategyForm {
    /// Its name.
    pub strategy: String,
    /// Its share, exactly.
    pub share: Number,
}

/// A part of the answer that is left out.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeftOutPartForm {
    /// Which.
    pub part: TournamentPartWord,
    /// Of which scenario; null where it is not that of one.
    #[serde(deserialize_with = "present")]
    pub scenario: Option<String>,
    /// Why.
    pub why: String,
}

/// A part of the answer.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TournamentPartWord {
    /// Distances to the best packages of a scenario.
    Distances,
    /// Who did what to whom.
    Against,
    /// Tests of pairs.
    Pairs,
    /// Equilibria of picking a strategy.
    Equilibrium,
}

impl TournamentForm {
    /// The form of results.
    pub fn new(answer: &TournamentAnswer) -> Self {
        let TournamentAnswer {
            strategies: names,
            scenarios,
            figures,
        } = answer;
        let scenarios = scenarios.iter().zip(&figures.scenarios);
        let scenarios = scenarios.map(|(line, sums)| ScenarioLineForm {
            scenario: line.name.clone(),
            packages: line.packages,
            negotiations: sums.negotiations,
            deals: sums.deals,
            frontier: line
                .landmarks
                .as_ref()
                .ok()
                .map(|found| found.frontier.len() as u64),
        });
        let ranked = answer.ranked().into_iter();
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            scenarios: scenarios.collect(),
            negotiations: figures.negotiations,
            deals: figures.deals,
            strategies: ranked.map(StrategyLineForm::new).collect(),
            against: answer.against(),
            pairs: answer
                .pairs()
                .iter()
                .map(|pair| PairTestForm::new(names, pair))
                .collect(),
            equilibrium: answer
                .meta_game()
                .map(|game| MetaGameForm::new(names, game)),
            left_out: answer
                .left_out()
                .into_iter()
                .map(LeftOutPartForm::new)
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
            welfare,
            advantage,
            advantage_95,
            blocks,
            distances,
        } = line;
        Self {
            strategy: name,
            seats,
            deals,
            deal_rate,
            utility,
            welfare,
            advantage,
            advantage_95,
            blocks,
            pareto_distance: distances.map(|far| far[0]),
            nash_distance: distances.map(|far| far[1]),
            kalai_distance: distances.map(|far| far[2]),
        }
    }
}

impl PairTestForm {
    fn new(names: &[String], pair: &PairTest) -> Self {
        let PairTest {
            first,
            second,
            difference,
            test,
            corrected,
        } = pair;
        Self {
            first: names[*first].clone(),
            second: names[*second].clone(),
            difference: nearest(difference),
            wins: test.wins,
            losses: test.losses,
            ties: test.ties,
            p: nearest(&test.p),
            exact: test.exact,
            corrected: nearest(corrected),
            differs: pair.differs(),
        }
    }
}

impl MetaGameForm {
    fn new(names: &[String], game: &MetaGame) -> Self {
        let MetaGame { pure, mixed, value } = game;
        let named = |pair: &[usize; 2]| pair.map(|place| names[place].clone());
        let shares = names
            .iter()
            .zip(mixed)
            .filter(|(_, share)| **share != BigRatio::default());
        Self {
            pure: pure.iter().map(named).collect(),
            mixed: shares
                .map(|(name, share)| SharedStrategyForm {
                    strategy: name.clone(),
                    share: Number::of_big(share),
                })
                .collect(),
            value: nearest(value),
        }
    }
}

impl LeftOutPartForm {
    fn new(left: LeftOutPart) -> Self {
        let LeftOutPart {
            part,
            scenario,
            why,
        } = left;
        Self {
            part: match part {
                TournamentPart::Distances => TournamentPartWord::Distances,
                TournamentPart::Against => TournamentPartWord::Against,
                TournamentPart::Pairs => TournamentPartWord::Pairs,
                TournamentPart::Equilibrium => TournamentPartWord::Equilibrium,
            },
            scenario,
            why,
        }
    }
}
