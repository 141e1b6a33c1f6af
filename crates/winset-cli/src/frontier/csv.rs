//! A frontier as a table of values separated by commas (RFC 4180).

use winset::export::csv::record;
use winset::model::case::Case;
use winset::model::number::to_words;
use winset::model::options::PartyId;

use winset::ask::FrontierAnswer;

/// One line for each point: scores on each party's own scale, the number of packages, and the first
/// of them, an option for each point of the case.
///
/// The column of a party whose scores are not cut at 1, though GENIUS cuts them, says so.
pub(super) fn csv(case: &Case, found: &FrontierAnswer, uncut: &[PartyId]) -> String {
    let parties = found.axes.iter().map(|party| {
        let id = &case.parties[party.index()].id;
        if uncut.contains(party) {
            format!("{id} (not cut at 1)")
        } else {
            id.clone()
        }
    });
    let points = case.points.iter().map(|point| point.id.clone());
    let mut out = line(parties.chain(["packages".to_owned()]).chain(points));
    for point in &found.points {
        let score = |axis: &PartyId| point.score(case, *axis).as_ref().map(to_words);
        let scores = found
            .axes
            .iter()
            .map(|axis| score(axis).unwrap_or_default());
        let count = point.counted();
        let count = count.map_or_else(String::new, ToString::to_string);
        let options = case.points.iter().zip(&point.package.package().0);
        let options = options.map(|(at, option)| at.options[option.index()].id.clone());
        out.push_str(&line(scores.chain([count]).chain(options)));
    }
    out
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    record(cells.iter().map(String::as_str))
}
