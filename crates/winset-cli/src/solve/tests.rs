//! How verdicts that were not finished are told.

use clap::Parser as _;
use winset::check::{Acceptable, accept};
use winset::form;
use winset::model::answer::{Answer, StopReason};
use winset::model::case::Case;
use winset::model::document::Syntax;
use winset::model::options::{OptionId, Package};
use winset::model::positions::Positions;
use winset::solve::{Count, Overlap, Undecided, Verdict};

use super::run::outcome;
use crate::answer_page;
use crate::args::{Args, Command};
use crate::failure::Outcome;
use winset::told::standing::{Stop, interrupted, stop};

fn case() -> Case {
    let bytes = include_bytes!("../../tests/cases/well.yaml");
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
        at_least: 1_u8.into(),
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
        in_the_way: None,
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
    let Some(Command::Solve(args)) = Args::parse_from(words).command else {
        panic!("not solve");
    };
    let outcome = |verdict| outcome(&verdict, &args);
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
    let json = form::line(&form::AnswerForm::new(&case(), &verdict, None, None)).unwrap();
    let json = String::from_utf8(json).unwrap();
    let expected = "\"overlap\":{\"packages\":null,\"fixed\":null,\"open\":null,\"best\":{},\
                    \"witness\":{\"days\":\"three\",\"repair\":\"shared\",\"fence\":\"yes\"}}";
    assert!(json.contains(expected), "{json}");
    let ending = "\"certificate\":null,\"clashes\":null,\"corrections\":null,\"openings\":null,\
                  \"settlements\":null,\"stopped\":{\"reason\":\"time-limit\",\
                  \"at_least\":\"1\",\"bound\":\"9\"}}\n";
    assert!(json.ends_with(ending), "{json}");
    let page = answer_page::page(&case(), &verdict, None, None, None);
    for line in [
        "Overlap: at least 1 and at most 9 of 12 packages are acceptable to all.",
        "Unfinished   stopped by the time limit, before all of this was finished",
        "  Not proven yet  Hill Farm and Dale Farm",
        "Which points are fixed was not finished.",
        "One such package",
        "  Days of the week for Hill Farm  Three days (three)",
    ] {
        assert!(page.as_str().contains(line), "{line} in {}", page.as_str());
    }
}
