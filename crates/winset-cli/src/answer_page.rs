//! The answer to `winset solve` for a reader in a hurry.

use std::path::Path;

use winset::check::NoOverlap;
use winset::model::answer::StopReason;
use winset::model::case::{Case, Party};
use winset::solve::{Overlap, Verdict};

use crate::output::is_dash;
use crate::page::{Page, STRONG};
use crate::summary_page;
use crate::survey;
use winset::ask::{PlanFate, PlanOfVerdict, VerdictSummary};
use winset::told::messages::english;
use winset::told::standing::{self, Floorless, Standing};
use winset::told::stopped::{stopped_by, to_go_on};
use winset::told::verdict::{headline, remaining, why_none};
use winset::told::words::{counted, grouped};

/// Columns of the labels on the left.
const LABEL: usize = 11;

/// The report on a verdict; `file` is where a certificate was asked for.
pub(crate) fn page(
    case: &Case,
    verdict: &Verdict,
    summary: Option<&VerdictSummary>,
    file: Option<&Path>,
    plan: Option<&PlanOfVerdict>,
) -> Page {
    let mut page = Page::default();
    match standing::declared(verdict) {
        Standing::None(proof) => {
            none(&mut page, case, verdict, proof, file);
            ways_left_out(&mut page, plan);
            if let Some(summary) = summary {
                summary_page::in_the_way(&mut page, case, summary);
            }
        }
        Standing::Overlap(overlap) => {
            found(&mut page, case, verdict, overlap, plan);
            if let Some(summary) = summary {
                summary_page::fair(&mut page, case, summary);
            }
            page.blank();
            page.sealed();
        }
        Standing::Undecided(reason, _) => undecided(&mut page, case, verdict, reason),
    }
    page
}

fn none(page: &mut Page, case: &Case, verdict: &Verdict, proof: &NoOverlap, file: Option<&Path>) {
    page.styled(STRONG, "No overlap at the declared positions.");
    page.blank();
    about(page, case);
    let all = grouped(&verdict.packages);
    entry(
        page,
        "Packages",
        &format!("none of {all} is acceptable to all"),
    );
    let why = why_none(english(), verdict, false);
    let why = why.expect("what has a proof that there is none has a reason");
    entry(page, "Why", &why);
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

fn found(
    page: &mut Page,
    case: &Case,
    verdict: &Verdict,
    overlap: &Overlap,
    plan: Option<&PlanOfVerdict>,
) {
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
            &format!("{fixed} follow from the rest, {open} open"),
        );
    }
    stopped_line(page, verdict);
    if let Some(fate) = plan.and_then(|plan| plan.shown) {
        entry(page, "Plan", &plan_fate_in_words(fate));
    }
    ways_left_out(page, plan);
    survey::write(page, case, overlap);
}

fn plan_fate_in_words(fate: PlanFate) -> String {
    match fate {
        PlanFate::Schedulable => {
            "the package below can be carried out: a schedule keeps dates and bounds".to_owned()
        }
        PlanFate::Impossible => {
            "the package below cannot be carried out: no schedule keeps dates and bounds, \
             proven; --schedulable leaves such packages out"
                .to_owned()
        }
        PlanFate::Undecided(reason) => format!(
            "{} before it was known whether the package below can be carried out",
            stopped_by(reason)
        ),
    }
}

/// What `--schedulable` leaves out.
fn ways_left_out(page: &mut Page, plan: Option<&PlanOfVerdict>) {
    let Some(ways) = plan.and_then(|plan| plan.left_out) else {
        return;
    };
    let undecided = match ways.undecided {
        0 => String::new(),
        some => format!(
            "; of {} it was not decided, and they stay in",
            grouped(some)
        ),
    };
    let said = format!(
        "of {} in which packages fix the plan {} cannot be carried out, proven: their packages are left \
         out{undecided}",
        counted(ways.all, "way"),
        grouped(ways.impossible)
    );
    entry(page, "Left out", &said);
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
    entry(page, "To go on", &to_go_on(reason));
}

/// Which case it is.
fn about(page: &mut Page, case: &Case) {
    entry(page, "Case", &format!("{} ({})", case.title, case.id));
}

fn entry(page: &mut Page, label: &str, text: &str) {
    page.entry(0, LABEL, label, text);
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
