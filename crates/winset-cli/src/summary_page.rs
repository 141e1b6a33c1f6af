//! What `winset solve` says beyond the verdict, for a reader: in the way, what would open it, what
//! would be fair.

use winset::check::Clash;
use winset::model::case::{Case, DemandId};
use winset::model::derived::Concession;
use winset::model::options::PartyId;
use winset::model::positions::Positions;
use winset::solve::{Blocked, Clashes, OpeningsEnd};
use winset::told;

use crate::page::Page;
use crate::settled;
use winset::ask::{Movers, OverlapSettlements, VerdictSummary};
use winset::told::called;
use winset::told::standing::{self, Standing};
use winset::told::stopped::unfinished;
use winset::told::verdict::amount;
use winset::told::words::{counted, grouped, listed, party_named};

/// Columns of the labels on the left.
const LABEL: usize = 11;

/// Writes what is in the way and what would open it.
pub(crate) fn in_the_way(page: &mut Page, case: &Case, summary: &VerdictSummary) {
    if let Some(found) = &summary.clashes {
        page.entry(0, LABEL, "Clashes", &clashes(case, found));
    }
    page.entry(0, LABEL, "Opening", &opening(case, summary));
}

/// Writes the settlements of an overlap.
pub(crate) fn fair(page: &mut Page, case: &Case, summary: &VerdictSummary) {
    if let Some(OverlapSettlements { terms, found }) = &summary.settled {
        settled::write(page, case, terms, found);
    }
}

/// How many clashes, and how many of them no table of points would show.
fn clashes(case: &Case, found: &Clashes) -> String {
    let list: Vec<_> = found
        .list
        .iter()
        .filter(|c| !c.members().is_empty())
        .collect();
    let more = match found.stopped {
        None => "",
        Some(_) => "at least ",
    };
    if found.laws_alone() {
        return "none of demands: laws alone leave no package (winset clashes)".to_owned();
    }
    if list.is_empty() {
        return match found.stopped {
            None => "none: the demands can hold together".to_owned(),
            Some(reason) => format!("not known: {}", unfinished(reason)),
        };
    }
    let declared = &Positions::declared(case);
    let several = |clash: &&&Clash| told::clash_points(case, declared, clash.members()).len() > 1;
    let across = list.iter().filter(several).count();
    let verb = if across == 1 { "runs" } else { "run" };
    format!(
        "{more}{} of demands that defeat each other, {across} of them {verb} across points \
         (winset clashes)",
        counted(list.len(), "set")
    )
}

/// The cheapest opening, whose it is, and what it leaves.
fn opening(case: &Case, summary: &VerdictSummary) -> String {
    let Some(first) = summary.openings.list.first() else {
        return nothing(summary);
    };
    let opening = first.opening();
    let owners = (0..case.parties.len()).map(PartyId::at);
    let owners = owners.zip(opening.costs()).filter(|(_, cost)| **cost > 0);
    let shares = owners.map(|(p, cost)| format!("{} {}", party_named(case, p), grouped(cost)));
    let shares: Vec<String> = shares.collect();
    let ties = summary.openings.list.len();
    let which = match ties {
        1 => "the cheapest".to_owned(),
        several => format!("the first of {several} equally cheap ones"),
    };
    let which = match summary.movers {
        Movers::All => which,
        Movers::Only(_) | Movers::Nobody => format!("{which} of moves with a known cost"),
    };
    let left = summary.opened.as_ref().map(standing::declared);
    let left = match left {
        Some(Standing::Overlap(overlap)) => {
            let (packages, one) = amount(&overlap.count, &case.package_count());
            let noun = if one { "package" } else { "packages" };
            format!("; then {packages} {noun}")
        }
        _ => String::new(),
    };
    format!(
        "{which}: {}; by their own estimates {} ({} in all){left} (winset open)",
        moves(case, opening.concession()),
        listed(&shares, "and"),
        grouped(opening.cost())
    )
}

/// The moves of an opening: "Orvane on Frozen assets, step 1 (ORV-assets)".
fn moves(case: &Case, concession: &Concession) -> String {
    let steps = concession.steps.iter();
    let steps = steps.map(|(line, step)| {
        let mut called = called::demand(case, DemandId::Line(*line));
        called.label.push_str(&format!(", step {step}"));
        called.to_string()
    });
    let dropped = concession.dropped.iter();
    let dropped = dropped.map(|d| format!("{} is given up", called::demand(case, *d)));
    let all: Vec<String> = steps.chain(dropped).collect();
    all.join("; ")
}

fn nothing(summary: &VerdictSummary) -> String {
    match &summary.openings.end {
        OpeningsEnd::Nothing(..) if summary.movers != Movers::All => {
            "nothing with a known cost opens an overlap, proven".to_owned()
        }
        OpeningsEnd::Nothing(_, blocked) => {
            let why = match blocked {
                Blocked::NoDealValues => "the no-deal values stand in the way",
                Blocked::Positions(_) => "what nobody can give up stands in the way",
                Blocked::Undecided(_) => "why is not known",
            };
            format!("no step and no dropped condition opens an overlap, proven: {why}")
        }
        OpeningsEnd::Stopped(cut) => format!("not known: {}", unfinished(cut.reason)),
        OpeningsEnd::Complete(_) | OpeningsEnd::Dearer(_) => String::new(),
    }
}
