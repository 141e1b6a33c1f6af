//! The answer to `winset solve` for a reader in a hurry.

use std::path::Path;

use num_bigint::BigUint;
use winset::check::NoOverlap;
use winset::model::answer::StopReason;
use winset::model::case::{Case, Party};
use winset::solve::{Count, Overlap, Verdict};

use crate::beyond::Beyond;
use crate::beyond_page;
use crate::output::is_dash;
use crate::page::{FAINT, Page, STRONG};
use crate::standing::{self, Floorless, Standing};
use crate::survey;
use winset::told::words::{counted, grouped};

/// Columns of the labels on the left.
const LABEL: usize = 11;

/// The report on a verdict; `file` is where a certificate was asked for.
pub(crate) fn page(
    case: &Case,
    verdict: &Verdict,
    beyond: Option<&Beyond>,
    file: Option<&Path>,
) -> Page {
    let mut page = Page::default();
    match standing::declared(verdict) {
        Standing::None(proof) => {
            let laws_alone = beyond.is_some_and(beyond_page::laws_alone);
            let why = if laws_alone {
                "What nobody can give up leaves no package: laws are in the way, whatever the \
                 parties do."
                    .to_owned()
            } else {
                in_the_way(verdict)
            };
            none(&mut page, case, (verdict, &why), (proof, file));
            if let Some(beyond) = beyond {
                beyond_page::in_the_way(&mut page, case, beyond);
            }
        }
        Standing::Overlap(overlap) => {
            found(&mut page, case, verdict, overlap);
            if let Some(beyond) = beyond {
                beyond_page::fair(&mut page, case, beyond);
            }
            page.blank();
            page.styled(FAINT, "Confidential: contains sealed values.");
        }
        Standing::Undecided(reason, _) => undecided(&mut page, case, verdict, reason),
    }
    page
}

fn none(
    page: &mut Page,
    case: &Case,
    (verdict, why): (&Verdict, &str),
    proof: (&NoOverlap, Option<&Path>),
) {
    page.styled(STRONG, "No overlap at the declared positions.");
    page.blank();
    about(page, case);
    let all = grouped(&verdict.packages);
    entry(
        page,
        "Packages",
        &format!("none of {all} is acceptable to all"),
    );
    entry(page, "Why", why);
    let (proof, file) = proof;
    let size = format!(
        "{}, {}; checked",
        counted(proof.nodes(), "node"),
        counted(proof.bytes().len(), "byte")
    );
    let kept = match file {
        None => "--certificate FILE keeps it".to_owned(),
        Some(path) if is_dash(path) => "written to standard output".to_owned(),
        Some(path) => format!("written to {}", path.display()),
    };
    entry(page, "Proof", &format!("{size} ({kept})"));
}

/// What is in the way of an overlap: values or positions.
fn in_the_way(verdict: &Verdict) -> String {
    match standing::floorless(verdict) {
        Floorless::None => {
            "Even without any no-deal value there is none: positions are in the way.".to_owned()
        }
        Floorless::Overlap(count) => {
            let remaining = remaining(count, &verdict.packages);
            format!("Without the no-deal values {remaining}: values are in the way.")
        }
        Floorless::Undecided(reason, bound) => format!(
            "Without the no-deal values it is undecided ({}): at most {} remain.",
            stopped_by(reason),
            counted(bound, "package")
        ),
    }
}

/// An overlap among so many packages, in a sentence.
pub(crate) fn headline(overlap: &Overlap, all: &BigUint) -> String {
    let (packages, one) = amount(&overlap.count, all);
    let verb = if one { "is" } else { "are" };
    let all = grouped(all);
    format!("Overlap: {packages} of {all} packages {verb} acceptable to all.")
}

fn found(page: &mut Page, case: &Case, verdict: &Verdict, overlap: &Overlap) {
    let all = &verdict.packages;
    page.styled(STRONG, &headline(overlap, all));
    page.blank();
    about(page, case);
    let values = |party: &Party| party.sheet.open().no_deal.is_some();
    let without = match standing::floorless(verdict) {
        _ if !case.parties.iter().any(values) => "No party states a no-deal value.".to_owned(),
        Floorless::Overlap(count) => {
            format!("Without the no-deal values {}.", remaining(count, all))
        }
        Floorless::None | Floorless::Undecided(..) => {
            "Without the no-deal values it was not counted.".to_owned()
        }
    };
    entry(page, "Values", &without);
    if let Some(sets) = &overlap.occurring {
        let fixed = sets.iter().filter(|set| set.len() == 1).count();
        let open = sets.len() - fixed;
        entry(
            page,
            "Points",
            &format!("{fixed} fixed by logic, {open} open"),
        );
    }
    stopped_line(page, verdict);
    survey::write(page, case, overlap);
}

fn undecided(page: &mut Page, case: &Case, verdict: &Verdict, reason: StopReason) {
    page.styled(
        STRONG,
        &format!("Undecided: {} before it was known.", stopped_by(reason)),
    );
    page.blank();
    about(page, case);
    let all = &verdict.packages;
    let known = match standing::declared(verdict) {
        Standing::Undecided(_, bound) if bound < all => {
            format!(
                "at most {} of {} can be acceptable to all",
                grouped(bound),
                grouped(all)
            )
        }
        _ => format!("{}; none is found or ruled out yet", grouped(all)),
    };
    entry(page, "Packages", &known);
    let without = match standing::floorless(verdict) {
        Floorless::None => "Even without any no-deal value there is none.".to_owned(),
        Floorless::Overlap(count) => {
            format!("Without the no-deal values {}.", remaining(count, all))
        }
        Floorless::Undecided(_, bound) if bound < all => {
            format!(
                "Without the no-deal values: undecided too, at most {}.",
                grouped(bound)
            )
        }
        Floorless::Undecided(..) => "Without the no-deal values: undecided too.".to_owned(),
    };
    entry(page, "Values", &without);
    entry(page, "To go on", to_go_on(reason));
}

/// What a reader can do about what ended the work.
pub(crate) fn to_go_on(reason: StopReason) -> &'static str {
    match reason {
        StopReason::TimeLimit => "Give it more time: --time-limit 10m, or none.",
        StopReason::NodeLimit => "Give it more nodes: a higher --node-limit, or none.",
        StopReason::MemoryLimit => "Settle a point or tighten a line in the case, and ask again.",
        StopReason::NumberLimit => "State the scores and costs with fewer digits, and ask again.",
        StopReason::Interrupted => "Run it again; --time-limit says how long it may take.",
        StopReason::CheckFailed => "Report this case: search and check disagree.",
    }
}

/// Which case it is.
fn about(page: &mut Page, case: &Case) {
    entry(page, "Case", &format!("{} ({})", case.title, case.id));
}

fn entry(page: &mut Page, label: &str, text: &str) {
    page.entry(0, LABEL, label, text);
}

/// How many packages, and whether it is exactly one. `all` bounds every count.
pub(crate) fn amount(count: &Count, all: &BigUint) -> (String, bool) {
    if let Some(packages) = standing::exact(count) {
        return (grouped(packages), packages == &BigUint::from(1_u8));
    }
    let text = match standing::count_stop(count) {
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
fn remaining(count: &Count, all: &BigUint) -> String {
    match amount(count, all) {
        (packages, true) => format!("{packages} package remains"),
        (packages, false) => format!("{packages} packages remain"),
    }
}

/// What ended the work: "stopped by the time limit".
pub(crate) fn stopped_by(reason: StopReason) -> &'static str {
    match reason {
        StopReason::TimeLimit => "stopped by the time limit",
        StopReason::NodeLimit => "stopped by the node limit",
        StopReason::MemoryLimit => "stopped for want of memory",
        StopReason::NumberLimit => "stopped because its numbers grew too large",
        StopReason::Interrupted => "interrupted",
        StopReason::CheckFailed => "stopped because a check failed",
    }
}

/// Says that something was not finished, when there is an overlap.
fn stopped_line(page: &mut Page, verdict: &Verdict) {
    if let Some(stop) = standing::stop(verdict) {
        let text = format!(
            "{}, before all of this was finished",
            stopped_by(stop.reason)
        );
        entry(page, "Unfinished", &text);
    }
}
