//! Acceptance rules by name.

use super::row::{Param, Row};
use super::{AcceptAtLevel, AcceptNext, Acceptance, Levels, NaiveTitForTat};

/// An acceptance rule that was named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum AcceptSpec {
    Next(AcceptNext),
    Level(Levels),
    TitForTat,
}

impl AcceptSpec {
    pub(super) fn begin(&self) -> Box<dyn Acceptance> {
        match *self {
            Self::Next(next) => Box::new(next),
            Self::Level(levels) => Box::new(AcceptAtLevel { levels }),
            Self::TitForTat => Box::new(NaiveTitForTat::default()),
        }
    }

    /// Whether it looks at nothing but the time, what is tabled and what is intended, and accepts whatever
    /// is better than what it accepts.
    pub(super) fn looks_at_time_alone(&self) -> bool {
        match self {
            Self::Next(next) => next.a >= 0.0,
            Self::Level(_) => true,
            Self::TitForTat => false,
        }
    }
}

const BOA: &str = "Baarslag, Hindriks, Hendrikx, Dirkzwager and Jonker 2014";

pub(super) const ACCEPTS: &[Row<AcceptSpec>] = &[Row {
    name: "next",
    about: "what is worth, times a plus b, as much as the package that it would itself settle for",
    source: BOA,
    params: &[
        Param::new("a", 1.0, 0.0, 100.0),
        Param::new("b", 0.0, -100.0, 100.0),
    ],
    make: |p| {
        AcceptSpec::Next(AcceptNext {
            a: p[0],
            b: p[1],
            strictly: false,
        })
    },
}];
