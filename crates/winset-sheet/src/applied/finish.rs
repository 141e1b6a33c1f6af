//! What the reader of cases says of a changed document, at the cells that it came from.

use winset_model::diagnostic::Diagnostic;

use super::draft::{Changes, Draft};
use crate::findings::{SheetFinding, finding};
use crate::laid::kind::Kind;

/// New rows on the sheet of offers.
pub(super) fn offers(draft: &mut Draft<'_>, changes: &Changes) {
    for row in changes.rows_of(Kind::Offers) {
        let message = "offers are not made in a workbook";
        draft.told.finding(
            &row.place,
            message,
            "empty this row, and make the offer in the program",
        );
    }
}

/// Findings at the cells that they are about.
pub(super) fn located(found: &[Diagnostic], touched: &[(String, String)]) -> Vec<SheetFinding> {
    found
        .iter()
        .map(|diagnostic| at_cell(diagnostic, touched))
        .collect()
}

fn at_cell(diagnostic: &Diagnostic, touched: &[(String, String)]) -> SheetFinding {
    // The cell whose part of the document is nearest above the finding, or within it.
    let above = touched
        .iter()
        .filter(|(path, _)| diagnostic.path.starts_with(path.as_str()))
        .max_by_key(|(path, _)| path.len());
    let within = touched
        .iter()
        .find(|(path, _)| path.starts_with(diagnostic.path.as_str()));
    let place = above.or(within).or(touched.last());
    let place = place.map_or("workbook", |(_, place)| place.as_str());
    let remedy = match (&diagnostic.expected, &diagnostic.suggestion) {
        (Some(expected), None) => format!("type {expected}"),
        (None, Some(name)) => format!("did you mean `{name}`?"),
        (Some(expected), Some(name)) => format!("type {expected}; did you mean `{name}`?"),
        (None, None) => format!("put back what stood here ({})", diagnostic.path),
    };
    finding(place, diagnostic.message.clone(), &remedy)
}
