//! Clashes as a table.

use winset_model::case::Case;
use winset_told::clashes::ToldClash;
use winset_told::{called, demand};

use crate::csv::{Cell, CsvFor, Table};
use crate::source::ExportSource;

/// One record for each clash, numbered as they are told: its size, the claim and its reasons, its demands,
/// their owners and the points that it touches, each with codes beside, and whether it follows from public
/// data alone. `all known` says whether all clashes were found.
pub fn clashes(
    case: &Case,
    told: &[ToldClash],
    complete: Complete,
    source: &ExportSource,
    program: CsvFor,
) -> String {
    let heads = [
        "number",
        "size",
        "claim",
        "reasons",
        "demands",
        "demand codes",
        "owners",
        "owner codes",
        "points",
        "point codes",
        "public",
        "all known",
    ];
    let mut table = Table::new(source, &heads.map(Cell::words), program);
    let complete = match complete {
        Complete::All => "yes",
        Complete::Some => "no",
    };
    for (place, told) in told.iter().enumerate() {
        let owners = || told.words.owners.iter().map(|p| &case.parties[p.index()]);
        let points = || told.words.points.iter().map(|p| &case.points[p.index()]);
        let joined = |names: Vec<&str>| Cell::Words(names.join("; "));
        let members = told.clash.members();
        let labels = members.iter().map(|m| called::member(case, *m).label);
        let labels: Vec<String> = labels.collect();
        let public = if told.words.public { "yes" } else { "no" };
        table.add(&[
            Cell::Plain((place + 1).to_string()),
            Cell::Plain(members.len().to_string()),
            Cell::words(&*told.words.sentence),
            Cell::Words(told.words.reasons.join(" ")),
            Cell::Words(labels.join("; ")),
            Cell::Words(demand::names(case, members).join("; ")),
            joined(owners().map(|party| party.name.as_str()).collect()),
            joined(owners().map(|party| party.id.as_str()).collect()),
            joined(points().map(|point| point.title.as_str()).collect()),
            joined(points().map(|point| point.id.as_str()).collect()),
            Cell::words(public),
            Cell::words(complete),
        ]);
    }
    table.text()
}

/// Whether a list holds all that there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Complete {
    /// It does.
    All,
    /// It was stopped before.
    Some,
}
