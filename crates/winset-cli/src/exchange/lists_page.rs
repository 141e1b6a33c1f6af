//! What lists of persons come to, as part of a page: by rows, never by what identifies a person.

use winset::model::case::Case;
use winset::plan::lists::{ListContradiction, ListContradictionKind, ListSide};
use winset::told::words::{counted, party_named};

use super::lists::MatchedLists;
use crate::page::Page;

/// Most contradictions, and most pairs, that are told one by one.
const TOLD_MAX: usize = 20;

/// What two lists contradict each other in, and which entries may be one person.
pub(super) fn matched(page: &mut Page, case: &Case, lists: &[MatchedLists]) {
    for MatchedLists { of, held_by, found } in lists {
        let (owner, holder) = (party_named(case, *of), party_named(case, *held_by));
        page.heading(&format!("Lists of people of {owner} held by {holder}"));
        let sum = |of: fn(&winset::plan::lists::CategoryCounts) -> u64| -> u64 {
            found.categories.values().map(of).sum()
        };
        let unclaimed = sum(|counts| counts.unclaimed);
        if unclaimed > 0 {
            let who = counted(unclaimed, "person");
            page.indented(
                2,
                &format!("{holder} names {who} whom {owner} does not: for {owner} to claim first."),
            );
        }
        let unknown = sum(|counts| counts.unknown);
        if unknown > 0 {
            let who = counted(unknown, "person");
            page.indented(2, &format!("What became of {who} neither list says."));
        }
        let contradictions = found.contradictions.iter();
        let told = contradictions.map(|of| contradiction(of, &owner, &holder));
        listed(page, "Contradictions", &told.collect::<Vec<_>>());
        let near = found.near.iter();
        let near = near.map(|pair| {
            format!(
                "row {} of {owner}, row {} of {holder}",
                pair.owner_row, pair.holder_row
            )
        });
        let head = "Identifiers that differ in one place: one person or two, somebody must decide";
        listed(page, head, &near.collect::<Vec<_>>());
    }
}

fn contradiction(of: &ListContradiction, owner: &str, holder: &str) -> String {
    let rows = of.places.iter().map(|place| {
        let whose = match place.side {
            ListSide::Owner => owner,
            ListSide::Holder => holder,
        };
        format!("row {} of {whose}", place.row)
    });
    let rows: Vec<String> = rows.collect();
    let what = match of.kind {
        ListContradictionKind::Twice => "one person twice in a list".to_owned(),
        ListContradictionKind::Category => "two categories".to_owned(),
        ListContradictionKind::DeadYetHeld => format!("dead by {owner}, held by {holder}"),
        ListContradictionKind::HeldYetDead => {
            format!("dead by {holder}, which {owner} does not confirm")
        }
    };
    format!("{what}: {}", rows.join(", "))
}

fn listed(page: &mut Page, head: &str, told: &[String]) {
    if told.is_empty() {
        return;
    }
    page.indented(2, &format!("{head}:"));
    for line in told.iter().take(TOLD_MAX) {
        page.indented(4, line);
    }
    if told.len() > TOLD_MAX {
        page.indented(4, &format!("and {} more", told.len() - TOLD_MAX));
    }
}
