//! A frontier as a table.

use winset::ask::FrontierAnswer;
use winset::export::csv::{Cell, CsvFor, heads_of, record};
use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::told::words::{capital, party_named};

/// One line for each point: scores on each party's own scale, as decimals and exactly, the number of
/// packages, and the first of them: an option for each point of the case, with its code beside it.
///
/// The column of a party whose scores are not cut at 1, though GENIUS cuts them, says so.
pub(super) fn csv(
    case: &Case,
    found: &FrontierAnswer,
    uncut: &[PartyId],
    program: CsvFor,
) -> String {
    let scores = found.axes.iter().flat_map(|party| {
        let name = capital(&party_named(case, *party));
        let named = if uncut.contains(party) {
            format!("{name} (not cut at 1)")
        } else {
            name.clone()
        };
        [Cell::Words(named), Cell::Words(format!("{name} exact"))]
    });
    let points = case.points.iter().flat_map(heads_of);
    let head: Vec<Cell> = scores
        .chain([Cell::words("packages")])
        .chain(points)
        .collect();
    let mut out = format!("{}{}", program.mark(), record(&head, program));
    for point in &found.points {
        let mut cells = Vec::with_capacity(head.len());
        for axis in &found.axes {
            match point.score(case, *axis) {
                Some(score) => cells.extend([Cell::Decimal(score), Cell::Fraction(score)]),
                None => cells.extend([Cell::empty(), Cell::empty()]),
            }
        }
        let count = point.counted();
        cells.push(Cell::Plain(
            count.map_or_else(String::new, ToString::to_string),
        ));
        let options = case.points.iter().zip(&point.package.package().0);
        cells.extend(options.flat_map(|(at, option)| Cell::option(&at.options[option.index()])));
        out.push_str(&record(&cells, program));
    }
    out
}
