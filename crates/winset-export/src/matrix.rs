//! The points with where each party stands, as a table.

use winset_model::case::{Case, Point};
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};
use winset_solve::{Clashes, PointStanding, Status};
use winset_told::status::clashes_of_points;

use crate::csv::Table;
use crate::source::ExportSource;

/// One record for each point: its title, how it stands, for each party the option of its latest
/// offer and what its declared lines leave, and how many clashes touch it; `clashes known` says
/// whether all were found.
pub fn matrix(case: &Case, status: &Status, found: &Clashes, source: &ExportSource) -> String {
    let mut heads = vec!["point".to_owned(), "title".to_owned(), "status".to_owned()];
    for party in &case.parties {
        heads.push(format!("{} offer", party.id));
        heads.push(format!("{} line", party.id));
    }
    heads.extend(["clashes", "clashes known"].map(str::to_owned));
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let mut table = Table::new(source, &heads);
    let known = if found.stopped.is_none() {
        "all"
    } else {
        "some"
    };
    let clashes = clashes_of_points(case, found);
    let points = case.points.iter().zip(&status.points).zip(clashes);
    for (place, ((point, of), clashes)) in points.enumerate() {
        let standing = match of.standing {
            PointStanding::Agreed(_) => "agreed",
            PointStanding::Bracketed => "bracketed",
            PointStanding::Blocked => "blocked",
        };
        let mut cells = vec![point.id.clone(), point.title.clone(), standing.to_owned()];
        for (party, offer) in of.offers.iter().enumerate() {
            let name = |o: OptionId| point.options[o.index()].id.clone();
            cells.push(offer.map_or_else(String::new, name));
            let line = line(case, PartyId::at(party), PointId::at(place));
            cells.push(line.map_or_else(String::new, |set| named(point, &set)));
        }
        cells.push(clashes.to_string());
        cells.push(known.to_owned());
        table.add(&cells);
    }
    table.text()
}

/// What all declared lines of a party leave on a point; none where it draws none.
fn line(case: &Case, party: PartyId, point: PointId) -> Option<OptionSet> {
    let lines = case.lines.iter();
    let lines = lines.filter(|line| line.owner == party && line.point == point);
    let sets = lines.filter_map(|line| line.ladder.open().first().map(|step| &step.accept));
    sets.fold(None, |left: Option<OptionSet>, set| match left {
        None => Some(set.clone()),
        Some(left) => Some(left.and(set)),
    })
}

/// The options of a set, by name; a set of none is said to be one.
fn named(point: &Point, set: &OptionSet) -> String {
    if set.is_empty() {
        return "none".to_owned();
    }
    let names: Vec<&str> = set
        .iter()
        .map(|o| point.options[o.index()].id.as_str())
        .collect();
    names.join("; ")
}
