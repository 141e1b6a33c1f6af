//! Ways to offer by name, each with the acceptance rule of its strategy.

use super::accepts::{AcceptSpec, PatternSpec};
use super::models::ModelSpec;
use super::row::{Param, Row};
use super::{
    AcceptNext, BestAlways, FastMicro, Levels, Micro, NaiveTitForTat, Offering, PonPoko,
    PonPokoPattern, RandomAbove, TimeDependent, TowardOther,
};
use crate::random::{Draws, seed_of};

/// A way to offer that was named.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum OfferSpec {
    Timed(TimeDependent),
    Toward(TimeDependent, ModelSpec),
    Best,
    Random { level: f64 },
    Micro,
    FastMicro,
    TitForTat,
    PonPoko(PatternSpec),
}

impl OfferSpec {
    /// The way at the beginning of a session, with the seed of the session.
    pub(super) fn begin(&self, seed: u64) -> Box<dyn Offering> {
        match *self {
            Self::Timed(timed) => Box::new(timed),
            Self::Toward(timed, model) => Box::new(TowardOther {
                timed,
                model: model.begin(),
            }),
            Self::Best => Box::new(BestAlways),
            Self::Random { level } => Box::new(RandomAbove {
                level,
                draws: Draws::new(seed),
            }),
            Self::Micro => Box::new(Micro::new(seed)),
            Self::FastMicro => Box::new(FastMicro::new(seed)),
            Self::TitForTat => Box::new(NaiveTitForTat::default()),
            Self::PonPoko(pattern) => Box::new(PonPoko {
                pattern: pattern.of(seed),
                draws: Draws::new(seed_of(seed, &[1])),
            }),
        }
    }

    /// The same way, but of what comes up to its level it offers what is best for the other, by a model;
    /// none where it has no use for a model.
    pub(super) fn toward(self, model: ModelSpec) -> Option<Self> {
        match self {
            Self::Timed(timed) => Some(Self::Toward(timed, model)),
            _ => None,
        }
    }
}

type Made = (OfferSpec, AcceptSpec);

const NEXT: AcceptSpec = AcceptSpec::Next(AcceptNext::PLAIN);

fn timed(levels: Levels) -> OfferSpec {
    OfferSpec::Timed(TimeDependent { levels })
}

/// Accepts what comes up to the next own offer.
fn by_next(levels: Levels) -> Made {
    (timed(levels), NEXT)
}

/// Accepts what is better than the next own offer.
fn by_better(levels: Levels) -> Made {
    let better = AcceptNext {
        strictly: true,
        ..AcceptNext::PLAIN
    };
    (timed(levels), AcceptSpec::Next(better))
}

/// Accepts what comes up to the level of the moment.
fn by_level(levels: Levels) -> Made {
    (timed(levels), AcceptSpec::Level(levels))
}

/// The pattern of a parameter, or one of so many where it is below 0.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "from 0 to 5 by its range"
)]
fn pon_poko(pattern: f64, among: u8) -> Made {
    let pattern = if pattern < 0.0 {
        PatternSpec::DrawnAmong(among)
    } else {
        PatternSpec::Fixed(PonPokoPattern(pattern as u8))
    };
    (OfferSpec::PonPoko(pattern), AcceptSpec::PonPoko(pattern))
}

const FATIMA: &str =
    "GENIUS 10.4 agents.TimeDependentAgent, after Fatima, Wooldridge and Jennings 2001";
const PARTIES: &str = "GENIUS 10.4 negotiator.parties.AbstractTimeDependentNegotiationParty";
const NEGMAS: &str = "NegMAS 0.16 TimeBasedConcedingNegotiator";
const EXPONENTIAL: &str = "NegMAS 0.16 ExpAspiration";
const BEZIER: &str = "NegoLog time-based agents, after Vahidov, Kersten and Yu 2017";

const BOULWARE_BEZIER: [f64; 3] = [1.0, 0.85, 0.4];

macro_rules! rows {
    ($($name:literal, $about:literal, $source:expr, [$($param:literal = $default:literal in $least:literal..$most:literal),*], $make:expr;)*) => {
        &[$(Row {
            name: $name,
            about: $about,
            source: $source,
            params: &[$(Param::new($param, $default, $least, $most)),*],
            make: $make,
        }),*]
    };
}

pub(super) const OFFERS: &[Row<Made>] = rows! {
    "boulware", "concedes late: genius:boulware", FATIMA, [],
        |_| by_next(Levels::GeniusAgent { e: 0.2 });
    "linear", "concedes evenly: genius:linear", FATIMA, [],
        |_| by_next(Levels::GeniusAgent { e: 1.0 });
    "conceder", "concedes early: genius:conceder", FATIMA, [],
        |_| by_next(Levels::GeniusAgent { e: 2.0 });
    "hardliner", "always tables its best", "baseline", [],
        |_| (OfferSpec::Best, NEXT);
    "time", "concedes by t^(1/e) from the best to no deal: genius:time", FATIMA, ["e" = 1.0 in 0.0..1000.0],
        |p| by_next(Levels::GeniusAgent { e: p[0] });
    "genius:boulware", "time-dependent agent, e = 0.2", FATIMA, [],
        |_| by_next(Levels::GeniusAgent { e: 0.2 });
    "genius:linear", "time-dependent agent, e = 1", FATIMA, [],
        |_| by_next(Levels::GeniusAgent { e: 1.0 });
    "genius:conceder", "time-dependent agent, e = 2", FATIMA, [],
        |_| by_next(Levels::GeniusAgent { e: 2.0 });
    "genius:hardliner", "time-dependent agent, e = 0", FATIMA, [],
        |_| by_next(Levels::GeniusAgent { e: 0.0 });
    "genius:time", "time-dependent agent", FATIMA, ["e" = 1.0 in 0.0..1000.0],
        |p| by_next(Levels::GeniusAgent { e: p[0] });
    "genius-party:boulware", "time-dependent party, e = 0.2", PARTIES, [],
        |_| by_better(Levels::GeniusParty { e: 0.2 });
    "genius-party:conceder", "time-dependent party, e = 2", PARTIES, [],
        |_| by_better(Levels::GeniusParty { e: 2.0 });
    "genius-party:time", "time-dependent party", PARTIES, ["e" = 1.0 in 0.0..1000.0],
        |p| by_better(Levels::GeniusParty { e: p[0] });
    "negmas:boulware", "aspiration by 1 - t^4", NEGMAS, [],
        |_| by_level(Levels::Negmas { e: 4.0 });
    "negmas:linear", "aspiration by 1 - t", NEGMAS, [],
        |_| by_level(Levels::Negmas { e: 1.0 });
    "negmas:conceder", "aspiration by 1 - t^(1/4)", NEGMAS, [],
        |_| by_level(Levels::Negmas { e: 0.25 });
    "negmas:hardliner", "always tables its best", "NegMAS 0.16 ToughNegotiator", [],
        |_| (OfferSpec::Best, NEXT);
    "negmas:time", "aspiration by 1 - t^e", NEGMAS, ["e" = 1.0 in 0.001..1000.0],
        |p| by_level(Levels::Negmas { e: p[0] });
    "negmas:exp", "aspiration that falls exponentially; late with 4, early with 0.125", EXPONENTIAL,
        ["e" = 4.0 in 0.001..700.0],
        |p| by_level(Levels::NegmasExp { e: p[0] });
    "negolog:boulware", "Bézier curve of 1, 0.85, 0.4", BEZIER, [],
        |_| by_level(Levels::Bezier { p: BOULWARE_BEZIER });
    "negolog:linear", "Bézier curve of 1, 0.7, 0.4", BEZIER, [],
        |_| by_level(Levels::Bezier { p: [1.0, 0.7, 0.4] });
    "negolog:conceder", "Bézier curve of 1, 0.55, 0.4", BEZIER, [],
        |_| by_level(Levels::Bezier { p: [1.0, 0.55, 0.4] });
    "negolog:bezier", "Bézier curve of three control points", BEZIER,
        ["p0" = 1.0 in 0.0..1.0, "p1" = 0.85 in 0.0..1.0, "p2" = 0.4 in 0.0..1.0],
        |p| by_level(Levels::Bezier { p: [p[0], p[1], p[2]] });
    "micro", "concedes a package for each new one from the other", "de Jonge 2022", [],
        |_| (OfferSpec::Micro, NEXT);
    "fast-micro", "MiCRO that skips packages to come to the end of its list in time", "NegMAS 0.16 FastMiCRONegotiator", [],
        |_| (OfferSpec::FastMicro, NEXT);
    "tit-for-tat", "demands what the other leaves, as in a zero-sum game", "NegMAS 0.16 NaiveTitForTatNegotiator", [],
        |_| (OfferSpec::TitForTat, AcceptSpec::TitForTat);
    "ponpoko", "any package of a band that follows one of five patterns, drawn or, from 0 to 5, fixed",
        "Matsune 2017 (ANAC 2017); GENIUS 10.4", ["pattern" = -1.0 in -1.0..5.0],
        |p| pon_poko(p[0], 5);
    "negolog:ponpoko", "PonPoko with six patterns to draw from", "NegoLog", ["pattern" = -1.0 in -1.0..5.0],
        |p| pon_poko(p[0], 6);
    "random", "any package worth at least a level, each as likely", "baseline", ["level" = 0.0 in -1e15..1e15],
        |p| (OfferSpec::Random { level: p[0] }, NEXT);
};
