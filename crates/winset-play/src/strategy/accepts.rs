//! Acceptance rules by name.

use super::row::{Param, Row};
use super::{
    AcceptAboveEdge, AcceptAtLevel, AcceptCombined, AcceptFrom, AcceptLate, AcceptNext,
    AcceptPrevious, Acceptance, Hope, Levels, NaiveTitForTat, PonPokoPattern,
};

/// An acceptance rule that was named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum AcceptSpec {
    Next(AcceptNext),
    Level(Levels),
    From(AcceptFrom),
    Late(AcceptLate),
    Previous { a: f64, b: f64 },
    Combined { from: f64, hope: Hope },
    TitForTat,
    PonPoko(PatternSpec),
}

/// A pattern of `PonPoko`, or how many there are to draw from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PatternSpec {
    Fixed(PonPokoPattern),
    DrawnAmong(u8),
}

impl PatternSpec {
    /// The pattern of a session. A pattern and packages are drawn apart.
    pub(super) fn of(self, seed: u64) -> PonPokoPattern {
        match self {
            Self::Fixed(pattern) => pattern,
            Self::DrawnAmong(among) => PonPokoPattern::drawn(seed, among),
        }
    }
}

impl AcceptSpec {
    /// The rule at the beginning of a session, with the seed of the session.
    pub(super) fn begin(&self, seed: u64) -> Box<dyn Acceptance> {
        match *self {
            Self::Next(next) => Box::new(next),
            Self::Level(levels) => Box::new(AcceptAtLevel { levels }),
            Self::From(from) => Box::new(from),
            Self::Late(late) => Box::new(late),
            Self::Previous { a, b } => Box::new(AcceptPrevious::new(a, b)),
            Self::Combined { from, hope } => Box::new(AcceptCombined::new(from, hope)),
            Self::TitForTat => Box::new(NaiveTitForTat::default()),
            Self::PonPoko(pattern) => Box::new(AcceptAboveEdge {
                pattern: pattern.of(seed),
            }),
        }
    }

    /// Whether it looks at nothing but the time, what is tabled and what is intended, and accepts whatever
    /// is better than what it accepts.
    pub(super) fn looks_at_time_alone(&self) -> bool {
        match self {
            Self::Next(next) => next.a >= 0.0,
            Self::Level(_) | Self::From(_) | Self::Late(_) => true,
            Self::Previous { .. } | Self::Combined { .. } | Self::TitForTat | Self::PonPoko(_) => {
                false
            }
        }
    }
}

const CONDITIONS: &str = "Baarslag, Hindriks and Jonker 2014; GENIUS 10.4";

const A: Param = Param::new("a", 1.0, 0.0, 100.0);
const B: Param = Param::new("b", 0.0, -1e15, 1e15);
const LATE: Param = Param::new("t", 0.98, 0.0, 1.0);

pub(super) const ACCEPTS: &[Row<AcceptSpec>] = &[
    Row {
        name: "next",
        about: "what is worth, times a plus b, as much as the package that it would itself settle for",
        source: CONDITIONS,
        params: &[A, B],
        make: |p| {
            AcceptSpec::Next(AcceptNext {
                a: p[0],
                b: p[1],
                strictly: false,
            })
        },
    },
    Row {
        name: "previous",
        about: "what is worth, times a plus b, as much as the package that it tabled last",
        source: CONDITIONS,
        params: &[A, B],
        make: |p| AcceptSpec::Previous { a: p[0], b: p[1] },
    },
    Row {
        name: "gap",
        about: "what is worth, with c more, as much as the package that it tabled last",
        source: CONDITIONS,
        params: &[Param::new("c", 0.01, -1e15, 1e15)],
        make: |p| AcceptSpec::Previous { a: 1.0, b: p[0] },
    },
    Row {
        name: "constant",
        about: "what is worth at least c, on the party's own scale",
        source: CONDITIONS,
        params: &[Param::new("c", 0.9, -1e15, 1e15)],
        make: |p| AcceptSpec::From(AcceptFrom { worth: p[0] }),
    },
    Row {
        name: "time",
        about: "whatever is tabled from time t on",
        source: CONDITIONS,
        params: &[LATE],
        make: |p| {
            AcceptSpec::Late(AcceptLate {
                from: p[0],
                or_next: false,
            })
        },
    },
    Row {
        name: "combi",
        about: "as next; whatever is tabled from time t on",
        source: CONDITIONS,
        params: &[LATE],
        make: |p| {
            AcceptSpec::Late(AcceptLate {
                from: p[0],
                or_next: true,
            })
        },
    },
    Row {
        name: "combi-best",
        about: "as next; from time t on also what is as good as all that the other ever tabled",
        source: CONDITIONS,
        params: &[LATE],
        make: |p| combined(p, Hope::Best),
    },
    Row {
        name: "combi-window",
        about: "as next; from time t on also what is as good as all that came in a window as long as the time left",
        source: CONDITIONS,
        params: &[LATE],
        make: |p| combined(p, Hope::BestInWindow),
    },
    Row {
        name: "combi-mean",
        about: "as next; from time t on also what is as good as the mean of what was better in that window",
        source: CONDITIONS,
        params: &[LATE],
        make: |p| combined(p, Hope::MeanOfBetterInWindow),
    },
];

fn combined(params: &[f64], hope: Hope) -> AcceptSpec {
    AcceptSpec::Combined {
        from: params[0],
        hope,
    }
}
