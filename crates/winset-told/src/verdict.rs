//! Numbers of packages, and overlaps, in a sentence.

use num_bigint::BigUint;
use winset_solve::{Count, Obstacle, Overlap, Verdict};

use crate::grouped;
use crate::messages::Language;
use crate::standing::{self, Floorless, Standing};
use crate::stopped;
use crate::words::counted;

/// An overlap among so many packages, in a sentence.
pub fn headline(overlap: &Overlap, all: &BigUint) -> String {
    let (packages, one) = amount(&overlap.count, all);
    let verb = if one { "is" } else { "are" };
    let all = grouped(all);
    format!("Overlap: {packages} of {all} packages {verb} acceptable to all.")
}

/// How many packages, and whether it is exactly one. `all` bounds every count.
pub fn amount(count: &Count, all: &BigUint) -> (String, bool) {
    if let Some(packages) = standing::exact(count) {
        return (grouped(packages), packages == &BigUint::from(1_u8));
    }
    let text = match standing::count_stop(count) {
        Some(stop) if stop.at_least == BigUint::ZERO => {
            format!("0 to {}", grouped(stop.bound))
        }
        Some(stop) if stop.bound < *all => {
            format!(
                "at least {} and at most {}",
                grouped(stop.at_least),
                grouped(stop.bound)
            )
        }
        Some(stop) => format!("at least {}", grouped(stop.at_least)),
        None => "some".to_owned(),
    };
    (text, false)
}

/// What remains without the no-deal values: "2,304 packages remain".
pub fn remaining(count: &Count, all: &BigUint) -> String {
    match amount(count, all) {
        (packages, true) => format!("{packages} package remains"),
        (packages, false) => format!("{packages} packages remain"),
    }
}

/// Why no package is acceptable, in a sentence: what is in the way. `ruled_out` says whether the
/// question rules out options beyond those of the case. `None` unless it is proven that no package
/// is.
pub fn why_none(language: &Language, verdict: &Verdict, ruled_out: bool) -> Option<String> {
    let Standing::None(_) = standing::declared(verdict) else {
        return None;
    };
    let Some(obstacle) = verdict.in_the_way else {
        return undecided(language, verdict);
    };
    Some(match (obstacle, standing::floorless(verdict)) {
        (Obstacle::Values, Floorless::Overlap(count)) => {
            let remain = remaining(count, &verdict.packages);
            language.with("why-values-counted", remain).into_owned()
        }
        _ => obstacle_said(language, obstacle, ruled_out),
    })
}

/// What is in the way, in a sentence without a number; `ruled_out` as in [`why_none`].
pub fn obstacle_said(language: &Language, obstacle: Obstacle, ruled_out: bool) -> String {
    let said = match obstacle {
        Obstacle::Values => language.get("why-values"),
        Obstacle::Positions => language.get("why-positions"),
        Obstacle::Laws if ruled_out => language.get("why-laws-ruled-out"),
        Obstacle::Laws => language.get("why-laws"),
        Obstacle::PositionsOrLaws(reason) => {
            let why = language.get(stopped::message(reason));
            language.with("why-positions-or-laws", why)
        }
    };
    said.into_owned()
}

/// That the question without floors was not decided.
fn undecided(language: &Language, verdict: &Verdict) -> Option<String> {
    let Floorless::Undecided(reason, bound) = standing::floorless(verdict) else {
        return None;
    };
    let why = language.get(stopped::message(reason)).into_owned();
    let known = [("what", why), ("n", counted(bound, "package"))];
    Some(language.fill("why-undecided", &known).into_owned())
}

/// What is in the way, in a word.
pub fn obstacle_word(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Values => "values",
        Obstacle::Positions => "positions",
        Obstacle::Laws => "laws",
        Obstacle::PositionsOrLaws(_) => "positions or laws",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use winset_model::answer::StopReason;

    fn said(at_least: u8, at_most: u8) -> String {
        let count = Count::Between {
            at_least: at_least.into(),
            at_most: at_most.into(),
            reason: StopReason::TimeLimit,
        };
        amount(&count, &12_u8.into()).0
    }

    #[test]
    fn bounds_that_begin_at_none_are_not_told_as_packages() {
        assert_eq!(said(0, 9), "0 to 9");
        assert_eq!(said(0, 12), "0 to 12");
        assert_eq!(said(2, 9), "at least 2 and at most 9");
        assert_eq!(said(2, 12), "at least 2");
    }
}
