//! The answer to `winset open` for a reader in a hurry.

use std::path::Path;

use num_bigint::BigUint;
use winset::ask::OpeningsAnswer;
use winset::check::{NoOther, Opening};
use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::model::positions::Positions;
use winset::solve::{Blocked, Move, OpeningsEnd, Order, Overlap, Unfinished};
use winset::told::opening::costs_by_owner;

use super::words::what_may_move;
use crate::page::{Page, STRONG};
use crate::settled;
use crate::survey;
use winset::ask::OverlapSettlements;
use winset::told::opening::{MoveTold, difference, given_up, moved};
use winset::told::stopped::stopped_by;
use winset::told::verdict::amount;
use winset::told::words::{counted, grouped};

/// Columns of the labels on the left.
const LABEL: usize = 11;

/// The page; `export` is the folder that proofs were written to, and the number of files there.
pub(super) fn page(case: &Case, opened: &OpeningsAnswer, export: Option<(&Path, usize)>) -> Page {
    let mut page = Page::default();
    page.styled(STRONG, &headline(case, opened));
    page.blank();
    entry(&mut page, "Case", &format!("{} ({})", case.title, case.id));
    entry(&mut page, "Question", &what_may_move(case, opened));
    if let Some(first) = opened.found.list.first()
        && !first.opening().concession().is_empty()
    {
        let costs = shares(case, first.opening(), "; ");
        entry(&mut page, "By owner", &costs);
    }
    if let Some(overlap) = opened.overlaps.first() {
        entry(&mut page, "Overlap", &acceptable(case, opened, overlap));
    }
    ties(&mut page, opened);
    entry_of_end(&mut page, opened);
    proof(&mut page, opened, export);
    body(&mut page, case, opened);
    page.blank();
    page.sealed();
    page
}

fn entry(page: &mut Page, label: &str, text: &str) {
    page.entry(0, LABEL, label, text);
}

/// The openings in a sentence.
pub(crate) fn headline(case: &Case, opened: &OpeningsAnswer) -> String {
    let name = |party: PartyId| case.parties[party.index()].name.as_str();
    let alone = opened.asked.terms.terms.only_party.map(name);
    let Some(first) = opened.found.list.first() else {
        return match (&opened.found.end, alone) {
            (OpeningsEnd::Stopped(cut), _) => {
                let why = stopped_by(cut.reason);
                format!("Undecided: {why} before an opening was proven to come first.")
            }
            (_, Some(party)) => format!("{party} alone cannot open an overlap."),
            (_, None) => "No opening: nothing that may be given up opens an overlap.".to_owned(),
        };
    };
    let opening = first.opening();
    if opening.concession().is_empty() {
        return "There is an overlap already: nothing has to be given up.".to_owned();
    }
    let moves = match opening.concession().len() {
        1 => "1 demand moves".to_owned(),
        some => format!("{some} demands move"),
    };
    let cost = grouped(opening.cost());
    if let Some(party) = alone {
        return format!(
            "{party} alone can open an overlap for {cost} by its own estimate ({moves})."
        );
    }
    let owners = costs_by_owner(case, opening);
    let over = match owners.as_slice() {
        [(only, _)] => format!("for {}", name(*only)),
        several => format!("over {} parties", several.len()),
    };
    let estimates = format!("({moves}; each party's costs are its own estimates)");
    match opened.asked.terms.order {
        Order::Cost => {
            format!(
                "Least costly steps to an overlap (cheapest opening): cost {cost} {over} {estimates}."
            )
        }
        Order::Largest => format!(
            "Shared most evenly (nobody alone): no party bears more than {}; cost {cost} {over} {estimates}.",
            grouped(opening.largest())
        ),
    }
}

/// What an opening costs each of its owners: "Hill Farm 3; Dale Farm 4; together 7".
fn shares(case: &Case, opening: &Opening, between: &str) -> String {
    let owners = costs_by_owner(case, opening);
    let share = |(party, cost): &(PartyId, u64)| {
        format!("{} {}", case.parties[party.index()].name, grouped(cost))
    };
    let mut shares: Vec<String> = owners.iter().map(share).collect();
    if owners.len() > 1 {
        shares.push(format!("together {}", grouped(opening.cost())));
    }
    shares.join(between)
}

/// Says when others cost the same as the first.
fn ties(page: &mut Page, opened: &OpeningsAnswer) {
    let key = |opening: &Opening| match opened.asked.terms.order {
        Order::Cost => (0, opening.cost()),
        Order::Largest => (opening.largest(), opening.cost()),
    };
    let mut costs = opened.found.list.iter().map(|found| key(found.opening()));
    let Some(first) = costs.next() else {
        return;
    };
    let more = costs.filter(|cost| *cost == first).count();
    let text = match more {
        0 => return,
        1 => "1 more costs the same; the one with fewer steps and drops comes first".to_owned(),
        more => format!("{more} more cost the same; fewer steps and drops come first"),
    };
    entry(page, "Equal", &text);
}

/// What is known of the openings that are not listed.
fn entry_of_end(page: &mut Page, opened: &OpeningsAnswer) {
    let list = &opened.found.list;
    let last = list.last().map(winset::check::Cheapest::opening);
    let text = match (&opened.found.end, last) {
        (OpeningsEnd::Complete(_), Some(last)) if last.concession().is_empty() => return,
        (OpeningsEnd::Complete(_), _) => match list.len() {
            1 => "none: this is the only minimal opening".to_owned(),
            all => format!("none: these {all} are all the minimal openings"),
        },
        (OpeningsEnd::Dearer(_), Some(last)) => match opened.asked.terms.order {
            Order::Cost => format!("all others cost more than {}", grouped(last.cost())),
            Order::Largest => format!(
                "all others cost some party more than {}, or as much and together more than {}",
                grouped(last.largest()),
                grouped(last.cost())
            ),
        },
        (OpeningsEnd::Nothing(_, why), _) => {
            entry(page, "Why", reason(opened, why));
            return;
        }
        (OpeningsEnd::Stopped(cut), _) => {
            entry(page, "Unfinished", &unfinished(cut));
            return;
        }
        (OpeningsEnd::Dearer(_), None) => return,
    };
    entry(page, "Others", &text);
}

/// Why nothing opens.
pub(crate) fn reason(opened: &OpeningsAnswer, why: &Blocked) -> &'static str {
    let terms = &opened.asked.terms.terms;
    let limited = terms.only_party.is_some()
        || !terms.keep.is_empty()
        || opened.asked.terms.most.iter().any(Option::is_some);
    match why {
        Blocked::NoDealValues => {
            "What parties have without a deal is in the way: without no-deal values something would open."
        }
        Blocked::Positions(_) if limited => {
            "What stays is in the way (laws, vote rules, demands that may not move), even without \
             any no-deal value."
        }
        Blocked::Positions(_) => {
            "Laws, vote rules and the last steps that parties could take are in the way, even without \
             any no-deal value."
        }
        Blocked::Undecided(_) => "Not known: it was stopped before that was decided.",
    }
}

/// Where the search for openings was cut.
pub(crate) fn unfinished(cut: &Unfinished) -> String {
    let next = grouped(cut.at_least);
    let bound = match cut.level {
        _ if cut.at_least == 0 => "nothing is known of the next one".to_owned(),
        None => format!("the next one costs at least {next}"),
        Some(level) => format!(
            "the next one costs some party at least {}, and together at least {next} if it is that",
            grouped(level)
        ),
    };
    let known = match &cut.best {
        Some(best) => format!("; one that costs {} is known", grouped(best.cost())),
        None => String::new(),
    };
    format!("{}; {bound}{known}", stopped_by(cut.reason))
}

/// The proof of the first opening, or that there is none.
fn proof(page: &mut Page, opened: &OpeningsAnswer, export: Option<(&Path, usize)>) {
    let found = &opened.found;
    let size = |claim: &NoOther| {
        let nodes = counted(claim.proof().nodes(), "node");
        format!("{nodes}, {}", counted(claim.proof().bytes().len(), "byte"))
    };
    let mut shown = Vec::new();
    if let Some(first) = found.list.first() {
        let below = found.levels.first();
        let below = below.filter(|_| first.opening().largest() > 0);
        shown.extend(below.map(|claim| format!("no lower largest cost opens: {}", size(claim))));
        let cheaper = first.cheaper().map(size);
        shown.extend(cheaper.map(|size| format!("nothing cheaper opens: {size}")));
    } else if let OpeningsEnd::Nothing(claim, _) = &found.end {
        shown.push(format!("nothing opens: {}", size(claim)));
    }
    let kept = match export {
        None => "--export FOLDER keeps it".to_owned(),
        Some((folder, files)) => {
            format!("{} written to {}", counted(files, "file"), folder.display())
        }
    };
    if !shown.is_empty() {
        entry(
            page,
            "Proof",
            &format!("{}; checked ({kept})", shown.join("; ")),
        );
    } else if export.is_some() {
        entry(page, "Proof", &kept);
    }
}

/// The first opening in full, then the others beside it.
fn body(page: &mut Page, case: &Case, opened: &OpeningsAnswer) {
    if let (None, OpeningsEnd::Stopped(cut)) = (opened.found.list.first(), &opened.found.end) {
        if let Some(best) = &cut.best {
            let cost = grouped(best.cost());
            page.heading(&format!(
                "Known so far, not proven to come first: cost {cost}"
            ));
            page.indented(2, &shares(case, best, "; "));
            table(page, case, best, None);
        }
        return;
    }
    let Some(first) = opened.found.list.first() else {
        return;
    };
    let opening = first.opening();
    if !opening.concession().is_empty() {
        page.heading("What moves");
        let moves = opened.moves.as_ref().and_then(|lists| lists.first());
        table(page, case, opening, moves.map(Vec::as_slice));
        clashes(page, opened);
    }
    others(page, case, opened);
    if let Some(overlap) = opened.overlaps.first() {
        results(page, case, overlap);
    }
    if let Some(OverlapSettlements { terms, found }) = opened.settled.first() {
        settled::write(page, case, terms, found);
    }
}

/// The moves of an opening, and how many clashes each ends.
fn table(page: &mut Page, case: &Case, opening: &Opening, moves: Option<&[Move]>) {
    let mut head = vec![String::new(), "cost".to_owned()];
    if moves.is_some() {
        head.push("ends clashes".to_owned());
    }
    let mut rows = vec![head];
    for (place, (demand, to)) in given_up(opening.concession()).into_iter().enumerate() {
        let MoveTold { what, cost } = moved((case, &Positions::declared(case)), demand, to);
        let mut row = vec![what.to_string(), grouped(cost)];
        if let Some(moves) = moves {
            let ends = moves.get(place).map(|m| (m.ends.len(), m.member_of.len()));
            row.push(match ends {
                Some((_, 0)) | None => "-".to_owned(),
                Some((ends, all)) => format!("{ends} of {all}"),
            });
        }
        rows.push(row);
    }
    page.table(2, &rows);
}

/// What the last column of the table counts.
fn clashes(page: &mut Page, opened: &OpeningsAnswer) {
    let Some(found) = &opened.clashes else {
        return;
    };
    let all = match (found.list.len(), found.stopped) {
        (0, None) => return,
        (1, None) => "of 1 clash at the declared positions".to_owned(),
        (all, None) => format!("of {all} clashes at the declared positions"),
        (all, Some(_)) => format!("of the {all} found first"),
    };
    let text = format!(
        "Ends clashes: how many the move ends alone, while all else stays, and how many its demand \
         is in, {all} (no-deal values left out)."
    );
    page.blank();
    page.indented(2, &text);
}

/// The overlap after the first opening.
fn results(page: &mut Page, case: &Case, overlap: &Overlap) {
    survey::points(page, case, overlap.occurring.as_deref());
}

/// The openings after the first, by how they differ from it.
fn others(page: &mut Page, case: &Case, opened: &OpeningsAnswer) {
    let list = &opened.found.list;
    let Some((first, rest)) = list.split_first().filter(|(_, rest)| !rest.is_empty()) else {
        return;
    };
    let names = |opening: &Opening| {
        let key = match opened.asked.terms.order {
            Order::Cost => grouped(opening.cost()),
            Order::Largest => {
                format!(
                    "{} / {}",
                    grouped(opening.largest()),
                    grouped(opening.cost())
                )
            }
        };
        (key, opening.cost())
    };
    page.heading(match opened.asked.terms.order {
        Order::Cost => "The next cheapest, beside the first",
        Order::Largest => "The next ones (largest / together), beside the first",
    });
    let keys: Vec<String> = rest.iter().map(|c| names(c.opening()).0).collect();
    let width = keys.iter().map(|key| crate::page::columns(key)).max();
    let width = width.unwrap_or(0);
    let all = case.package_count();
    for (place, (found, key)) in rest.iter().zip(&keys).enumerate() {
        let opening = found.opening();
        let change = difference(case, first.opening().concession(), opening.concession());
        let mut parts = vec![change, shares(case, opening, ", ")];
        if let Some(overlap) = opened.overlaps.get(place + 1) {
            parts.push(remains(case, overlap, &all));
        }
        page.entry(2, width, key, &parts.join("; "));
    }
}

/// An overlap in a line: "240 packages, 10 of 20 points follow from the rest".
fn remains(case: &Case, overlap: &Overlap, all: &BigUint) -> String {
    let (packages, one) = amount(&overlap.count, all);
    let packages = format!("{packages} package{}", if one { "" } else { "s" });
    let Some(sets) = &overlap.occurring else {
        return packages;
    };
    let fixed = sets.iter().filter(|set| set.len() == 1).count();
    format!(
        "{packages}, {fixed} of {} points follow from the rest",
        case.points.len()
    )
}

/// The overlap of the first opening, in a line.
fn acceptable(case: &Case, opened: &OpeningsAnswer, overlap: &Overlap) -> String {
    let all = case.package_count();
    let (packages, one) = amount(&overlap.count, &all);
    let verb = if one { "is" } else { "are" };
    let first = opened.found.list.first();
    let moves = first.is_some_and(|found| !found.opening().concession().is_empty());
    let then = if moves { " then" } else { "" };
    let count = format!(
        "{packages} of {} packages {verb}{then} acceptable to all",
        grouped(&all)
    );
    let Some(sets) = &overlap.occurring else {
        return count;
    };
    let fixed = sets.iter().filter(|set| set.len() == 1).count();
    let open = sets.len() - fixed;
    format!("{count}; {fixed} points follow from the rest, {open} open")
}
