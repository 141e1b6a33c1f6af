//! Clashes as a table.

use winset_model::case::Case;
use winset_told::clashes::ToldClash;
use winset_told::demand;

use crate::csv::Table;
use crate::source::ExportSource;

/// One record for each clash, numbered as they are told: its size, its members, their owners, the
/// points that it touches, the sentence, and whether it follows from public data alone. `all known`
/// says whether all clashes were found.
pub fn clashes(
    case: &Case,
    told: &[ToldClash],
    complete: Complete,
    source: &ExportSource,
) -> String {
    let heads = [
        "number",
        "size",
        "members",
        "owners",
        "points",
        "sentence",
        "public",
        "all known",
    ];
    let mut table = Table::new(source, &heads);
    let complete = match complete {
        Complete::All => "yes",
        Complete::Some => "no",
    };
    for (place, told) in told.iter().enumerate() {
        let owners = told.words.owners.iter();
        let owners: Vec<&str> = owners
            .map(|p| case.parties[p.index()].id.as_str())
            .collect();
        let points = told.words.points.iter();
        let points: Vec<&str> = points.map(|p| case.points[p.index()].id.as_str()).collect();
        let members = told.clash.members();
        let public = if told.words.public { "yes" } else { "no" };
        table.add(&[
            (place + 1).to_string(),
            members.len().to_string(),
            demand::names(case, members).join("; "),
            owners.join("; "),
            points.join("; "),
            told.words.sentence.clone(),
            public.to_owned(),
            complete.to_owned(),
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
