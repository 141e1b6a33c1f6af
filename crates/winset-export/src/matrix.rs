//! The points with where each party stands, as a table.

use winset_model::case::{Case, Point};
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};
use winset_solve::{Clashes, PointStanding, Status};
use winset_told::party_names;
use winset_told::status::clashes_of_points;
use winset_told::words::capital;

use crate::csv::{Cell, CsvFor, Table};
use crate::source::ExportSource;

/// One record for each point: its title, how it stands, for each party the option of its latest offer and
/// what its declared lines leave, each with its code beside it, and how many clashes touch it; `clashes
/// known` says whether all were found.
pub fn matrix(
    case: &Case,
    status: &Status,
    found: &Clashes,
    source: &ExportSource,
    program: CsvFor,
) -> String {
    let mut heads = ["point", "point code", "status"].map(Cell::words).to_vec();
    for (party, name) in case.parties.iter().zip(party_names(case)) {
        for what in ["offer", "line"] {
            heads.push(Cell::Words(format!("{} {what}", capital(&name))));
            heads.push(Cell::Words(format!("{} {what} code", party.id)));
        }
    }
    heads.extend(["clashes", "clashes known"].map(Cell::words));
    let mut table = Table::new(source, &heads, program);
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
        let mut cells = [&*point.title, &*point.id, standing]
            .map(Cell::words)
            .to_vec();
        for (party, offer) in of.offers.iter().enumerate() {
            let option = |o: OptionId| Cell::option(&point.options[o.index()]);
            cells.extend(offer.map_or([Cell::empty(), Cell::empty()], option));
            let line = line(case, PartyId::at(party), PointId::at(place));
            cells.extend(line.map_or([Cell::empty(), Cell::empty()], |set| named(point, &set)));
        }
        cells.push(Cell::Plain(clashes.to_string()));
        cells.push(Cell::words(known));
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

/// The options of a set, by label and by code; a set of none is said to be one.
fn named(point: &Point, set: &OptionSet) -> [Cell; 2] {
    let options = || set.iter().map(|o| &point.options[o.index()]);
    if set.is_empty() {
        return [Cell::words("none"), Cell::words("none")];
    }
    let joined = |names: Vec<&str>| Cell::Words(names.join("; "));
    [
        joined(options().map(|option| option.label.as_str()).collect()),
        joined(options().map(|option| option.id.as_str()).collect()),
    ]
}
