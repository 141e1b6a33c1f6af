//! Offers as a table.

use winset_model::case::Case;
use winset_model::options::PointId;

use crate::csv::{Cell, CsvFor, Table, heads_of};
use crate::source::ExportSource;

/// One record for each offer: its number, day, maker, who may see it, whether it is a package or a
/// statement, the points that it changes of what its maker stood for, and its option on each point that
/// it speaks of, with its code beside it.
pub fn offers(case: &Case, source: &ExportSource, program: CsvFor) -> String {
    let heads = [
        "offer",
        "date",
        "by",
        "by code",
        "visibility",
        "kind",
        "changed",
        "changed codes",
    ];
    let mut heads = heads.map(Cell::words).to_vec();
    heads.extend(case.points.iter().flat_map(heads_of));
    let mut table = Table::new(source, &heads, program);
    for (place, offer) in case.offers.iter().enumerate() {
        let changed = case.stand_changes(place);
        let changed = || changed.iter().map(|c| &case.points[c.point.index()]);
        let titles: Vec<&str> = changed().map(|point| point.title.as_str()).collect();
        let codes: Vec<&str> = changed().map(|point| point.id.as_str()).collect();
        let by = &case.parties[offer.by.index()];
        let date = offer.date.map(|day| day.to_string());
        let mut cells = vec![
            Cell::Plain(offer.seq.to_string()),
            Cell::Plain(date.unwrap_or_default()),
            Cell::words(&*by.name),
            Cell::words(&*by.id),
            Cell::words(offer.visibility.as_str()),
            Cell::words(offer.kind.as_str()),
            Cell::Words(titles.join("; ")),
            Cell::Words(codes.join("; ")),
        ];
        cells.extend(case.points.iter().enumerate().flat_map(|(p, point)| {
            let said = offer.on(PointId::at(p));
            said.map_or([Cell::empty(), Cell::empty()], |option| {
                Cell::option(&point.options[option.index()])
            })
        }));
        table.add(&cells);
    }
    table.text()
}
