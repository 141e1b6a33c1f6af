//! Offers as a table.

use winset_model::case::Case;
use winset_model::options::PointId;

use crate::csv::Table;
use crate::source::ExportSource;

/// One record for each offer: its number, day, maker, who may see it, whether it is a package or a
/// statement, the points that it changes of what its maker stood for, and its option on each point that
/// it speaks of.
pub fn offers(case: &Case, source: &ExportSource) -> String {
    let mut heads = vec!["offer", "date", "by", "visibility", "kind", "changed"];
    heads.extend(case.points.iter().map(|point| point.id.as_str()));
    let mut table = Table::new(source, &heads);
    for (place, offer) in case.offers.iter().enumerate() {
        let changed = case.stand_changes(place).into_iter();
        let changed: Vec<&str> = changed
            .map(|changed| case.points[changed.point.index()].id.as_str())
            .collect();
        let date = offer.date.map(|day| day.to_string());
        let mut cells = vec![
            offer.seq.to_string(),
            date.unwrap_or_default(),
            case.parties[offer.by.index()].id.clone(),
            offer.visibility.as_str().to_owned(),
            offer.kind.as_str().to_owned(),
            changed.join("; "),
        ];
        cells.extend(case.points.iter().enumerate().map(|(p, point)| {
            let said = offer.on(PointId::at(p));
            said.map_or_else(String::new, |o| point.options[o.index()].id.clone())
        }));
        table.add(&cells);
    }
    table.text()
}
