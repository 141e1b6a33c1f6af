//! Strategies that cannot be taken apart, by name.

use super::row::Row;
use super::{
    AgentK, Atlas3, BadIron, HardHeaded, HardHeadedFrequency, Hybrid, NiceTitForTat, Strategy,
    UoAgent,
};

/// A whole strategy that was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WholeSpec {
    AgentK,
    HardHeaded,
    NiceTitForTat,
    Hybrid,
    Atlas3,
    UoAgent,
    BadIron,
}

impl WholeSpec {
    pub(super) fn begin(self, seed: u64) -> Box<dyn Strategy> {
        match self {
            Self::AgentK => Box::new(AgentK::new(seed)),
            Self::HardHeaded => Box::new(HardHeaded::new(seed)),
            Self::NiceTitForTat => Box::new(NiceTitForTat::new(seed)),
            Self::Hybrid => Box::new(Hybrid::default()),
            Self::Atlas3 => Box::new(Atlas3::new(seed)),
            Self::UoAgent => Box::new(UoAgent::guessing(Box::new(HardHeadedFrequency::new(0.2)))),
            Self::BadIron => Box::new(BadIron::default()),
        }
    }
}

const fn row(
    name: &'static str,
    about: &'static str,
    source: &'static str,
    make: fn(&[f64]) -> WholeSpec,
) -> Row<WholeSpec> {
    Row {
        name,
        about,
        source,
        params: &[],
        make,
    }
}

pub(super) const WHOLES: &[Row<WholeSpec>] = &[
    row(
        "agentk",
        "guesses from mean and spread of offers how far the other will come",
        "Kawaguchi, Fujita and Ito 2011 (ANAC 2010); GENIUS 10.4",
        |_| WholeSpec::AgentK,
    ),
    row(
        "hardheaded",
        "goes down its list late, first to what the other seems to like",
        "van Krimpen, Looije and Hajizadeh 2013 (ANAC 2011); GENIUS 10.4",
        |_| WholeSpec::HardHeaded,
    ),
    row(
        "nice-tit-for-tat",
        "concedes towards the estimated Nash point as far as the other did",
        "Baarslag, Hindriks and Jonker 2013 (ANAC 2011); GENIUS 10.4",
        |_| WholeSpec::NiceTitForTat,
    ),
    row(
        "hybrid",
        "answers steps of the other at first, goes by the clock at last",
        "Keskin, Çakan and Aydoğan 2021; NegoLog",
        |_| WholeSpec::Hybrid,
    ),
    row(
        "atlas3",
        "its level is what the last moments are worth as a game; late it goes back to what it was offered",
        "Mori and Ito 2017 (ANAC 2015); GENIUS 10.4",
        |_| WholeSpec::Atlas3,
    ),
    row(
        "uoagent",
        "keeps near its best, with most welfare there by a frequency model",
        "anl-agents 0.2 UOAgent (ANL 2024), there with the scores of the other",
        |_| WholeSpec::UoAgent,
    ),
    row(
        "badiron",
        "holds firm, then sweeps down; tables what the other likes best",
        "anl-agents 0.2 BadIron (ANL 2026)",
        |_| WholeSpec::BadIron,
    ),
];
