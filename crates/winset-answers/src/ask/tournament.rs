//! Who did how well in a tournament, and how sure that is.

use winset_play::statistics::{MetaGame, nearest};
use winset_play::tournament::{
    Landmarks, NoLandmarks, PairTest, PlayedScenario, SideScale, StrategyFigures, Tournament,
    TournamentFigures,
};
use winset_solve::{BigRatio, Budget};
use winset_told::tournament::left_out;

/// Most nodes of each search for a frontier: the same on every machine, whatever its speed.
const NODES_MAX: u64 = 2_000_000;

/// Results of a tournament.
#[derive(Debug, Clone)]
pub struct TournamentAnswer {
    /// The strategies by name, in the order of the spec.
    pub strategies: Vec<String>,
    /// The scenarios, in the order of the spec.
    pub scenarios: Vec<ScenarioLine>,
    /// What they came to, exactly.
    pub figures: TournamentFigures,
}

/// A scenario of a tournament.
#[derive(Debug, Clone)]
pub struct ScenarioLine {
    /// Its name.
    pub name: String,
    /// How many packages it has.
    pub packages: u64,
    /// Its parties, in its order.
    pub parties: Vec<ScenarioParty>,
    /// Where its best packages lie, or why that is not known.
    pub landmarks: Result<Landmarks, NoLandmarks>,
}

/// A party of a scenario.
#[derive(Debug, Clone)]
pub struct ScenarioParty {
    /// Its identifier.
    pub id: String,
    /// What its scores mean.
    pub scale: SideScale,
}

/// How a strategy did: means over the seats at which it sat, as the nearest floats. They describe, and decide
/// nothing.
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
    /// What all at its tables got together.
    pub welfare: f64,
    /// What it gained over no deal, as a share of the most that it could have.
    pub advantage: f64,
    /// Half the width of the 95 % interval of the advantage over blocks; none for fewer than two of them.
    pub advantage_95: Option<f64>,
    /// In how many blocks it sat.
    pub blocks: u64,
    /// How far its deals were from frontier, Nash and Kalai, as shares of the scenario's diameter; none where
    /// none could be measured.
    pub distances: Option<[f64; 3]>,
}

/// A part of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TournamentPart {
    /// Distances to the best packages of a scenario.
    Distances,
    /// Who did what to whom.
    Against,
    /// Tests of pairs.
    Pairs,
    /// Equilibria of picking a strategy.
    Equilibrium,
}

/// A part that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOutPart {
    /// Which.
    pub part: TournamentPart,
    /// Of which scenario, where it is that of one.
    pub scenario: Option<String>,
    /// Why, in words that fit after a colon.
    pub why: String,
}

impl LeftOutPart {
    /// That it is left out, in a sentence.
    pub fn sentence(&self) -> String {
        let part = match self.part {
            TournamentPart::Distances => "distances",
            TournamentPart::Against => "who did what to whom",
            TournamentPart::Pairs => "tests of pairs",
            TournamentPart::Equilibrium => "equilibria",
        };
        left_out(part, self.scenario.as_deref(), &self.why)
    }
}

/// Where the best packages of each scenario of a tournament lie. Its search has a limit of its own, so that the answer
/// does not depend on the machine.
pub fn tournament_landmarks(
    tournament: &Tournament,
    budget: &Budget<'_>,
) -> Vec<Result<Landmarks, NoLandmarks>> {
    let budget = Budget {
        nodes_max: Some(NODES_MAX),
        ..*budget
    };
    let scenarios = tournament.scenarios().iter();
    scenarios
        .map(|of| Landmarks::of(of.case(), of.scales(), &budget))
        .collect()
}

impl TournamentAnswer {
    /// The answer of the figures of a tournament.
    pub fn new(
        tournament: &Tournament,
        landmarks: Vec<Result<Landmarks, NoLandmarks>>,
        figures: TournamentFigures,
    ) -> Self {
        let scenarios = tournament.scenarios().iter().zip(landmarks);
        let scenarios = scenarios.map(|(of, landmarks)| ScenarioLine {
            name: of.name.clone(),
            packages: of.space().count(),
            parties: parties(of),
            landmarks,
        });
        Self {
            strategies: tournament.spec().strategies.clone(),
            scenarios: scenarios.collect(),
            figures,
        }
    }

    /// The strategies, the greatest mean advantage first; of equals the one that the spec names first.
    pub fn ranked(&self) -> Vec<StrategyLine> {
        let places = self.figures.ranked().into_iter();
        places
            .map(|place| line(&self.strategies[place], &self.figures.strategies[place]))
            .collect()
    }

    /// The mean advantages of rows against columns, both in the order of ranks, as the nearest floats; none where
    /// they are left out.
    pub fn against(&self) -> Option<Vec<Vec<Option<f64>>>> {
        let against = self.figures.against.as_ref().ok()?;
        let ranked = self.figures.ranked();
        let cell = |row: usize, column: usize| against[row][column].as_ref().map(nearest);
        let rows = ranked.iter();
        Some(
            rows.map(|row| ranked.iter().map(|column| cell(*row, *column)).collect())
                .collect(),
        )
    }

    /// The tests of pairs, those first that are surest; none where they are left out.
    pub fn pairs(&self) -> &[PairTest] {
        self.figures.pairs.as_deref().unwrap_or_default()
    }

    /// The equilibria; none where they are left out.
    pub fn meta_game(&self) -> Option<&MetaGame> {
        self.figures.meta_game.as_ref().ok()
    }

    /// What is left out, and why.
    pub fn left_out(&self) -> Vec<LeftOutPart> {
        let whole = |part, why: Option<&winset_play::tournament::NoFigure>| {
            why.map(|why| LeftOutPart {
                part,
                scenario: None,
                why: why.to_string(),
            })
        };
        let figures = &self.figures;
        let of_scenarios = self.scenarios.iter().filter_map(|scenario| {
            scenario.landmarks.as_ref().err().map(|why| LeftOutPart {
                part: TournamentPart::Distances,
                scenario: Some(scenario.name.clone()),
                why: why.to_string(),
            })
        });
        of_scenarios
            .chain(whole(
                TournamentPart::Against,
                figures.against.as_ref().err(),
            ))
            .chain(whole(TournamentPart::Pairs, figures.pairs.as_ref().err()))
            .chain(whole(
                TournamentPart::Equilibrium,
                figures.meta_game.as_ref().err(),
            ))
            .collect()
    }
}

fn parties(scenario: &PlayedScenario) -> Vec<ScenarioParty> {
    let parties = scenario.case().parties.iter().zip(scenario.scales());
    let party = parties.map(|(party, scale)| ScenarioParty {
        id: party.id.clone(),
        scale: *scale,
    });
    party.collect()
}

#[expect(clippy::cast_precision_loss, reason = "a share for a reader")]
fn line(name: &str, of: &StrategyFigures) -> StrategyLine {
    let StrategyFigures {
        seats,
        deals,
        utility,
        welfare,
        advantage,
        advantage_95,
        blocks,
        measured: _,
        distances,
    } = of;
    let each = |far: &[BigRatio; 3]| far.each_ref().map(nearest);
    StrategyLine {
        name: name.to_owned(),
        seats: *seats,
        deals: *deals,
        deal_rate: *deals as f64 / (*seats).max(1) as f64,
        utility: nearest(utility),
        welfare: nearest(welfare),
        advantage: nearest(advantage),
        advantage_95: *advantage_95,
        blocks: *blocks,
        distances: distances.as_ref().map(each),
    }
}
