//! How a verdict stands, in one view for people and programs.

use num_bigint::BigUint;
use winset::check::NoOverlap;
use winset::model::answer::{Answer, StopReason};

use winset::solve::{Count, Overlap, Verdict};

/// The answer at the declared positions.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Standing<'v> {
    /// There are acceptable packages.
    Overlap(&'v Overlap),
    /// There is none.
    None(&'v NoOverlap),
    /// Stopped before either was known; no more than so many can be acceptable.
    Undecided(StopReason, &'v BigUint),
}

/// The answer without floors.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Floorless<'v> {
    /// There are so many packages.
    Overlap(&'v Count),
    /// There is none.
    None,
    /// Stopped before either was known; no more than so many can be acceptable.
    Undecided(StopReason, &'v BigUint),
}

/// That something was not finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stop {
    /// Why.
    pub(crate) reason: StopReason,
    /// Least number of packages that the unfinished count can have.
    pub(crate) at_least: BigUint,
    /// Largest number of packages that it can have.
    pub(crate) bound: BigUint,
}

/// How the declared positions stand.
pub(crate) fn declared(verdict: &Verdict) -> Standing<'_> {
    match &verdict.overlap {
        Answer::Found(overlap)
        | Answer::Stopped {
            best: Some(overlap),
            ..
        } => Standing::Overlap(overlap),
        Answer::Impossible(proof) => Standing::None(proof),
        Answer::Stopped {
            reason,
            best: None,
            bound,
        } => Standing::Undecided(*reason, &bound.at_most),
    }
}

/// The overlap at the declared positions, where there is one.
pub(crate) fn overlap(verdict: &Verdict) -> Option<&Overlap> {
    match declared(verdict) {
        Standing::Overlap(overlap) => Some(overlap),
        Standing::None(_) | Standing::Undecided(..) => None,
    }
}

/// How it stands without floors.
pub(crate) fn floorless(verdict: &Verdict) -> Floorless<'_> {
    match &verdict.without_floors {
        Answer::Found(count)
        | Answer::Stopped {
            best: Some(count), ..
        } => Floorless::Overlap(count),
        Answer::Impossible(_) => Floorless::None,
        Answer::Stopped {
            reason,
            best: None,
            bound,
        } => Floorless::Undecided(*reason, &bound.at_most),
    }
}

/// The number of packages, when it was counted to the end.
pub(crate) fn exact(count: &Count) -> Option<&BigUint> {
    match count {
        Count::Exact(packages) => Some(packages),
        Count::Between { .. } => None,
    }
}

/// The sum of numbers of packages, when all were counted to the end.
pub(crate) fn total<'c>(counts: impl IntoIterator<Item = &'c Count>) -> Option<BigUint> {
    counts.into_iter().map(exact).sum()
}

/// What was not finished first: the declared positions before the question without floors.
pub(crate) fn stop(verdict: &Verdict) -> Option<Stop> {
    let declared = declared_stop(verdict);
    let floorless = floorless_stop(verdict);
    match (declared, floorless) {
        // Where only options or best values are missing, an unfinished count comes first.
        (Some(known), Some(open)) if known.at_least == known.bound => Some(open),
        (Some(first), _) | (None, Some(first)) => Some(first),
        (None, None) => None,
    }
}

/// Whether somebody interrupted any part of the work.
pub(crate) fn interrupted(verdict: &Verdict) -> bool {
    let stops = [declared_stop(verdict), floorless_stop(verdict)];
    stops
        .into_iter()
        .flatten()
        .any(|stop| stop.reason == StopReason::Interrupted)
}

fn declared_stop(verdict: &Verdict) -> Option<Stop> {
    let overlap = match declared(verdict) {
        Standing::None(_) => return None,
        Standing::Undecided(reason, bound) => return Some(unknown(reason, bound)),
        Standing::Overlap(overlap) => overlap,
    };
    count_stop(&overlap.count).or_else(|| {
        let packages = exact(&overlap.count)?;
        let reason = overlap.stopped?;
        Some(Stop {
            reason,
            at_least: packages.clone(),
            bound: packages.clone(),
        })
    })
}

fn floorless_stop(verdict: &Verdict) -> Option<Stop> {
    match floorless(verdict) {
        Floorless::None => None,
        Floorless::Undecided(reason, bound) => Some(unknown(reason, bound)),
        Floorless::Overlap(count) => count_stop(count),
    }
}

fn unknown(reason: StopReason, bound: &BigUint) -> Stop {
    Stop {
        reason,
        at_least: BigUint::ZERO,
        bound: bound.clone(),
    }
}

/// What is known of the number of packages of an overlap that was not counted to the end.
pub(crate) fn count_stop(count: &Count) -> Option<Stop> {
    match count {
        Count::Exact(_) => None,
        Count::Between {
            at_least,
            at_most,
            reason,
        } => {
            // Whoever counts has found one already.
            let at_least = at_least.max(&BigUint::from(1_u8)).clone();
            Some(Stop {
                reason: *reason,
                at_least,
                bound: at_most.clone(),
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;
    use winset::check::{Acceptable, accept};
    use winset::model::case::Case;
    use winset::model::document::Syntax;
    use winset::model::options::{OptionId, Package};
    use winset::model::positions::Positions;
    use winset::solve::Undecided;

    use super::*;
    use crate::args::{Args, Command};
    use crate::exit::Outcome;
    use crate::{answer_page, solve, wire};

    fn case() -> Case {
        let bytes = include_bytes!("../tests/cases/well.yaml");
        winset::model::read_case(bytes, Syntax::Yaml).unwrap().case
    }

    fn witness(case: &Case) -> Acceptable {
        let package = Package([1, 1, 0].map(OptionId).to_vec());
        accept(case, &Positions::declared(case), &package).unwrap()
    }

    fn some(packages: u8) -> Count {
        Count::Exact(packages.into())
    }

    fn open(reason: StopReason) -> Count {
        Count::Between {
            at_least: 0_u8.into(),
            at_most: 9_u8.into(),
            reason,
        }
    }

    /// A verdict on [`case`], and whether something besides the counts was stopped.
    fn found(count: Count, floorless: Count, stopped: Option<StopReason>) -> Verdict {
        Verdict {
            packages: 12_u8.into(),
            overlap: Answer::Found(Overlap {
                count,
                witness: witness(&case()),
                occurring: None,
                best: vec![None, None, None],
                stopped,
            }),
            without_floors: Answer::Found(floorless),
        }
    }

    fn check(verdict: &Verdict, expected: Option<(StopReason, u8, u8)>) {
        let expected = expected.map(|(reason, at_least, bound)| Stop {
            reason,
            at_least: at_least.into(),
            bound: bound.into(),
        });
        assert_eq!(stop(verdict), expected);
    }

    #[test]
    fn the_first_unfinished_count_gives_the_bounds() {
        use StopReason::{Interrupted, MemoryLimit, TimeLimit};
        check(&found(some(2), some(5), None), None);
        check(
            &found(open(TimeLimit), some(5), None),
            Some((TimeLimit, 1, 9)),
        );
        let both = found(open(TimeLimit), open(Interrupted), None);
        check(&both, Some((TimeLimit, 1, 9)));
        assert!(interrupted(&both));
        check(
            &found(some(2), open(MemoryLimit), None),
            Some((MemoryLimit, 1, 9)),
        );
        check(
            &found(some(2), some(5), Some(TimeLimit)),
            Some((TimeLimit, 2, 2)),
        );
        check(
            &found(some(2), open(MemoryLimit), Some(TimeLimit)),
            Some((MemoryLimit, 1, 9)),
        );
        let nothing = || Answer::Stopped {
            reason: TimeLimit,
            best: None,
            bound: Undecided {
                at_most: 7_u8.into(),
            },
        };
        let mut undecided = found(some(2), some(5), None);
        undecided.overlap = nothing();
        check(&undecided, Some((TimeLimit, 0, 7)));
    }

    #[test]
    fn an_overlap_is_an_answer_unless_somebody_interrupted() {
        let words = ["winset", "solve", "well.yaml", "--exit-code"];
        let Command::Solve(args) = Args::parse_from(words).command else {
            panic!("not solve");
        };
        let outcome = |verdict| solve::outcome(&verdict, &args);
        let stopped = found(open(StopReason::TimeLimit), some(5), None);
        assert_eq!(outcome(stopped), Outcome::Answered);
        let interrupted = found(some(2), open(StopReason::Interrupted), None);
        assert_eq!(outcome(interrupted), Outcome::Stopped);
    }

    #[test]
    fn what_is_not_finished_is_null_and_said() {
        let verdict = found(
            open(StopReason::TimeLimit),
            some(5),
            Some(StopReason::TimeLimit),
        );
        let json = wire::line(&wire::AnswerForm::new(&case(), &verdict, None)).unwrap();
        let json = String::from_utf8(json).unwrap();
        let expected = "\"overlap\":{\"packages\":null,\"fixed\":null,\"open\":null,\"best\":{},\
                        \"witness\":{\"days\":\"three\",\"repair\":\"shared\",\"fence\":\"yes\"}}";
        assert!(json.contains(expected), "{json}");
        let ending = "\"certificate\":null,\"clashes\":null,\"corrections\":null,\"openings\":null,\
                      \"settlements\":null,\"stopped\":{\"reason\":\"time-limit\",\
                      \"at_least\":\"1\",\"bound\":\"9\"}}\n";
        assert!(json.ends_with(ending), "{json}");
        let page = answer_page::page(&case(), &verdict, None, None);
        for line in [
            "Overlap: at least 1 and at most 9 of 12 packages are acceptable to all.",
            "Unfinished   stopped by the time limit, before all of this was finished",
            "  Not proven yet  Hill Farm and Dale Farm",
            "Which points are fixed was not finished.",
            "One such package",
            "  Days of the week for Hill Farm  three: Three days",
        ] {
            assert!(page.as_str().contains(line), "{line} in {}", page.as_str());
        }
    }
}
