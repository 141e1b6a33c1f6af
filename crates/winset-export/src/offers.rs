//! Offers as a table.

use winset_model::case::{Case, Offer};
use winset_model::options::PointId;

use crate::csv::Table;
use crate::source::ExportSource;

/// One record for each offer: its number, day, maker, who may see it, the points that it changes
/// against its maker's offer before, and its option on each point.
pub fn offers(case: &Case, source: &ExportSource) -> String {
    let mut heads = vec!["offer", "date", "by", "visibility", "changed"];
    heads.extend(case.points.iter().map(|point| point.id.as_str()));
    let mut table = Table::new(source, &heads);
    for (place, offer) in case.offers.iter().enumerate() {
        let changed = changed(case, place).into_iter();
        let changed: Vec<&str> = changed
            .map(|p| case.points[p.index()].id.as_str())
            .collect();
        let date = offer.date.map(|day| day.to_string());
        let mut cells = vec![
            offer.seq.to_string(),
            date.unwrap_or_default(),
            case.parties[offer.by.index()].id.clone(),
            offer.visibility.as_str().to_owned(),
            changed.join("; "),
        ];
        let options = case.points.iter().zip(&offer.package.0);
        cells.extend(options.map(|(point, o)| point.options[o.index()].id.clone()));
        table.add(&cells);
    }
    table.text()
}

/// The points on which the offer at a place differs from its maker's offer before; all of them in a
/// first one.
pub(crate) fn changed(case: &Case, place: usize) -> Vec<PointId> {
    let package = &case.offers[place].package;
    let before = before(case, place);
    let differs = |p: &PointId| before.is_none_or(|b| b.package.on(*p) != package.on(*p));
    let points = (0..case.points.len()).map(PointId::at);
    points.filter(differs).collect()
}

/// The offer before the one at a place, of the same maker.
pub(crate) fn before(case: &Case, place: usize) -> Option<&Offer> {
    let (earlier, rest) = case.offers.split_at(place);
    let by = rest.first()?.by;
    earlier.iter().rev().find(|offer| offer.by == by)
}
