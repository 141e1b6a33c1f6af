//! Models of the other side by name.

use super::row::{Param, Row};
use super::{
    FirstAppearance, HardHeadedFrequency, OpponentModel, ScalableBayesian, SmithFrequency, ZeroSum,
};

/// A model that was named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum ModelSpec {
    HardHeaded { learns: f64 },
    Smith,
    FirstAppearance,
    Bayesian,
    ZeroSum,
}

impl ModelSpec {
    pub(super) fn begin(self) -> Box<dyn OpponentModel> {
        match self {
            Self::HardHeaded { learns } => Box::new(HardHeadedFrequency::new(learns)),
            Self::Smith => Box::new(SmithFrequency::default()),
            Self::FirstAppearance => Box::new(FirstAppearance::default()),
            Self::Bayesian => Box::new(ScalableBayesian::default()),
            Self::ZeroSum => Box::new(ZeroSum),
        }
    }
}

pub(super) const MODELS: &[Row<ModelSpec>] = &[
    Row {
        name: "frequency",
        about: "points that the other leaves alone weigh more, options that it tables often are better",
        source: "van Krimpen, Looije and Hajizadeh 2013 (HardHeaded); GENIUS 10.4",
        params: &[Param::new("l", 0.2, 0.0, 10.0)],
        make: |p| ModelSpec::HardHeaded { learns: p[0] },
    },
    Row {
        name: "smith",
        about: "an option is worth its share of offers, a point weighs the share of its most frequent one",
        source: "van Galen Last 2012 (AgentSmith); GENIUS 10.4",
        params: &[],
        make: |_| ModelSpec::Smith,
    },
    Row {
        name: "first-appearance",
        about: "options that the other tables early are better, points that change little weigh more",
        source: "anl-agents 0.2 BadIron (ANL 2026)",
        params: &[],
        make: |_| ModelSpec::FirstAppearance,
    },
    Row {
        name: "bayesian",
        about: "beliefs about each weight and shape, against a concession by small equal steps",
        source: "Hindriks and Tykhonov 2008; GENIUS 10.4",
        params: &[],
        make: |_| ModelSpec::Bayesian,
    },
    Row {
        name: "zero-sum",
        about: "as if the other wanted just the opposite of oneself; a bound",
        source: "baseline",
        params: &[],
        make: |_| ModelSpec::ZeroSum,
    },
];
