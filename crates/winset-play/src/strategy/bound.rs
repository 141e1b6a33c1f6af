//! Bounds: programs that hold the scores of the other side. They say in rehearsals what knowing them would bring;
//! in talks between people nobody does.

use super::accepts::AcceptSpec;
use super::call::Call;
use super::offers::{OFFERS, OfferSpec};
use super::row::{row_of, unknown};
use super::{
    Composed, KnownSide, NameRefused, Offering, Strategy, TimeDependent, TowardOther, UoAgent,
};
use super::{NamedPart, StrategyName};
use crate::own::OwnSide;

/// What stands before the name of a bound.
const KNOWN: &str = "known:";
/// The strategy of a league whose original is told the scores of the other.
const UO_AGENT: &str = "uoagent";

/// A bound that was named: a plain value.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundSpec(BoundKind);

#[derive(Debug, Clone, PartialEq)]
enum BoundKind {
    /// Of what comes up to its level, what is best for the other.
    Timed {
        timed: TimeDependent,
        accept: AcceptSpec,
    },
    UoAgent,
}

/// The bounds, as they are listed.
pub fn bound_names() -> [StrategyName; 2] {
    let entry = |name, usage: &str, about| StrategyName {
        part: NamedPart::Whole,
        name,
        usage: usage.to_owned(),
        about,
        source: "baseline",
    };
    [
        entry(
            "known:time",
            "known:time(e=1), and other time-dependent strategies",
            "of what comes up to its level it tables what the other likes best, by its scores",
        ),
        StrategyName {
            source: "anl-agents 0.2 UOAgent (ANL 2024)",
            ..entry(
                "known:uoagent",
                "known:uoagent",
                "UOAgent as its original is: it is told the scores of the other",
            )
        },
    ]
}

/// The bound that a text names, `known:boulware` or `known:uoagent`; none where it names none.
///
/// # Errors
/// What stands behind `known:` is no strategy, or one that has no use for what it would know.
pub fn bound_named(text: &str) -> Option<Result<BoundSpec, NameRefused>> {
    let name = text.trim().strip_prefix(KNOWN)?;
    Some(bound(name))
}

fn bound(name: &str) -> Result<BoundSpec, NameRefused> {
    let call = Call::read(name)?;
    if call.name == UO_AGENT && call.params.is_empty() {
        return Ok(BoundSpec(BoundKind::UoAgent));
    }
    let offers = OFFERS.iter().map(|row| row.name);
    let all: Vec<_> = offers.chain([UO_AGENT]).collect();
    let row = row_of(OFFERS, call.name);
    let row = row.ok_or_else(|| unknown("a bound", call.name, &all))?;
    match row.made(&call)? {
        (OfferSpec::Timed(timed), accept) => Ok(BoundSpec(BoundKind::Timed { timed, accept })),
        _ => Err(NameRefused::NoUseForModel(call.name.to_owned())),
    }
}

impl BoundSpec {
    /// The program at the beginning of a session, with the other side.
    pub fn begin(&self, other: &OwnSide, seed: u64) -> Box<dyn Strategy> {
        match &self.0 {
            BoundKind::Timed { timed, accept } => {
                let offering: Box<dyn Offering> = Box::new(TowardOther {
                    timed: *timed,
                    model: Box::new(KnownSide::new(other)),
                });
                Box::new(Composed {
                    offering,
                    acceptance: accept.begin(seed),
                })
            }
            BoundKind::UoAgent => Box::new(UoAgent::knowing(other)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_named_by_what_they_know() {
        for name in ["known:boulware", "known: time(e=0.5)", "known:uoagent"] {
            assert!(bound_named(name).unwrap().is_ok(), "{name}");
        }
        assert!(bound_named("boulware").is_none());
        for (name, says) in [
            ("known:micro", "it uses none"),
            ("known:boulwar", "boulware"),
            ("known:time(e=-1)", "may be from"),
            ("known:", "write a name"),
        ] {
            let refused = bound_named(name).unwrap().unwrap_err().to_string();
            assert!(refused.contains(says), "{name}: {refused}");
        }
    }
}
