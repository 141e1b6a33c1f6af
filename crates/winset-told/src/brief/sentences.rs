//! Three sentences: how things stand, why, and the way out.

use winset_check::Opening;
use winset_solve::{Blocked, OpeningsEnd, SettlementFound, Target};

use super::findings::{BriefFindings, MovedDemand, OwnedMoves};
use crate::messages::english;
use crate::settled::none;
use crate::standing::{self, Floorless, Standing};
use crate::stopped::stopped_by;
use crate::verdict::{amount, why_none};
use crate::words::{counted, grouped, listed};

/// How things stand, why, and what would be the way out.
pub(super) fn sentences(findings: &BriefFindings<'_>) -> Vec<String> {
    let why = match findings.standing() {
        Standing::Overlap(_) => settled_alike(findings),
        Standing::None(_) | Standing::Undecided(..) => in_the_way(findings),
    };
    vec![verdict(findings), why, way(findings)]
}

fn verdict(findings: &BriefFindings<'_>) -> String {
    let case = findings.case;
    let all = case.package_count();
    let everybody = match case.parties.len() {
        1 => "the one party".to_owned(),
        2 => "both parties".to_owned(),
        more => format!("all {more} parties"),
    };
    match findings.standing() {
        Standing::None(_) => format!(
            "At the declared positions no package is acceptable to {everybody}: each of the {} \
             is ruled out, and the proof was checked.",
            grouped(&all)
        ),
        Standing::Overlap(overlap) => {
            let (packages, one) = amount(&overlap.count, &all);
            let verb = if one { "is" } else { "are" };
            format!(
                "At the declared positions {packages} of {} packages {verb} acceptable to \
                 {everybody}.",
                grouped(&all)
            )
        }
        Standing::Undecided(reason, _) => format!(
            "Whether any of {} packages is acceptable to {everybody} was not decided: {}.",
            grouped(&all),
            stopped_by(reason)
        ),
    }
}

fn settled_alike(findings: &BriefFindings<'_>) -> String {
    let all = findings.case.points.len();
    let Some(fixed) = findings.fixed() else {
        return "Which points they all settle alike was not found in time.".to_owned();
    };
    match fixed {
        0 => "No point is settled alike in all of them: every one is still open.".to_owned(),
        some if some == all => "It settles every point: nothing is left to choose.".to_owned(),
        some => format!(
            "Each of them settles the same {} of {all} in the same way, and leaves {} open.",
            counted(some, "point"),
            grouped(all - some)
        ),
    }
}

fn in_the_way(findings: &BriefFindings<'_>) -> String {
    let why = why_none(english(), findings.verdict, false);
    let Some(most) = most_touched(findings) else {
        return why.unwrap_or_else(|| "What stands in the way was not found in time.".to_owned());
    };
    let complete = findings.clashes.stopped.is_none();
    let clashes = &findings.told;
    let least = if complete { "" } else { "At least " };
    let sets = match clashes.len() {
        1 => format!("{least}1 set of demands defeats itself"),
        many => format!("{least}{} sets of demands defeat each other", grouped(many)),
    };
    let whatever = match standing::floorless(findings.verdict) {
        Floorless::None => ", whatever each party has without a deal",
        Floorless::Overlap(_) | Floorless::Undecided(..) => "",
    };
    let across = clashes.iter().filter(|t| t.words.points.len() > 1);
    let across = match across.count() {
        0 => String::new(),
        1 => "; 1 of them runs across points, where no table of single points shows it".to_owned(),
        some => format!(
            "; {} of them run across points, where no table of single points shows them",
            grouped(some)
        ),
    };
    format!("{sets}{whatever}{across}; {most}.")
}

/// The point that most clashes touch, and how many do.
fn most_touched(findings: &BriefFindings<'_>) -> Option<String> {
    let (case, all) = (findings.case, findings.told.len());
    let counts = &findings.touched;
    let most = *counts.iter().max().filter(|most| **most > 0)?;
    let points = case.points.iter().zip(counts);
    let points = points.filter(|(_, count)| **count == most);
    let titles: Vec<String> = points.map(|(p, _)| format!("“{}”", p.title)).collect();
    let verb = if titles.len() == 1 { "is" } else { "are each" };
    let of = match all {
        1 => "it".to_owned(),
        all if all == most => "all of them".to_owned(),
        all => format!("{} of the {}", grouped(most), grouped(all)),
    };
    Some(format!("{} {verb} part of {of}", listed(&titles, "and")))
}

fn way(findings: &BriefFindings<'_>) -> String {
    if matches!(findings.standing(), Standing::Overlap(_)) {
        return fair(findings);
    }
    let Some(opening) = findings.opening() else {
        return no_way(findings);
    };
    format!(
        "The least costly way out is that {}: {} then acceptable, and nothing less costly opens an \
         overlap, which is proven.",
        listed(&movers(findings, opening), "and"),
        findings.remaining()
    )
}

/// Who moves on how many points and drops how many conditions, at what cost.
fn movers(findings: &BriefFindings<'_>, opening: &Opening) -> Vec<String> {
    let of_party = |OwnedMoves { party, moves, cost }| {
        let is_step = |(_, to): &&MovedDemand| matches!(to, Target::Step(_));
        let steps = moves.iter().filter(is_step).count();
        let drops = moves.len() - steps;
        let mut parts = Vec::new();
        if steps > 0 {
            parts.push(format!("moves on {}", counted(steps, "point")));
        }
        if drops > 0 {
            parts.push(format!("drops {}", counted(drops, "condition")));
        }
        let (name, cost) = (findings.name(party), grouped(cost));
        format!(
            "{name} {} (its own estimate: {cost})",
            listed(&parts, "and")
        )
    };
    findings.moves(opening).into_iter().map(of_party).collect()
}

fn fair(findings: &BriefFindings<'_>) -> String {
    let picked = findings.picked();
    let Some(first) = picked.first() else {
        return unfair(findings);
    };
    let rules = &first.rules;
    match picked.len() {
        1 => format!(
            "Every rule of fairness that applies here ({}) picks the same one.",
            listed(rules, "and")
        ),
        many => format!(
            "The rules of fairness that apply here pick {} of them, which the annex compares.",
            grouped(many)
        ),
    }
}

/// Why no package is fair.
fn unfair(findings: &BriefFindings<'_>) -> String {
    let nash = findings.settled.map(|settled| &settled.nash);
    match nash {
        Some(SettlementFound::None(why)) => {
            let why = none(why).trim_start_matches("none: ");
            format!("No rule of fairness picks one of them: {why}.")
        }
        Some(SettlementFound::Found { .. } | SettlementFound::Stopped { .. }) | None => {
            "Which of them is fair was not found in time.".to_owned()
        }
    }
}

fn no_way(findings: &BriefFindings<'_>) -> String {
    let Some(openings) = findings.openings else {
        return "What would be the way out is not asked where nobody’s demands may move."
            .to_owned();
    };
    match &openings.end {
        OpeningsEnd::Nothing(_, Blocked::NoDealValues) => {
            "No step and no dropped condition opens an overlap, which is proven: what \
             the parties have without a deal stands in the way."
                .to_owned()
        }
        OpeningsEnd::Nothing(..) => {
            "No step and no dropped condition opens an overlap, which is proven: what nobody can \
             give up stands in the way."
                .to_owned()
        }
        OpeningsEnd::Stopped(cut) => format!(
            "What the least costly way out is was not decided: {}.",
            stopped_by(cut.reason)
        ),
        OpeningsEnd::Complete(_) | OpeningsEnd::Dearer(_) => {
            "Nothing has to be given up.".to_owned()
        }
    }
}
